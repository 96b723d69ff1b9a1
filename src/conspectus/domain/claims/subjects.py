"""Of whom a claim says what its quotes say: not of one group what they say of another."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claims.parts import Reading, Word
from conspectus.domain.claims.statements import Statement, statements
from conspectus.domain.text.units import UNITS
from conspectus.domain.text.words import Ideas, stem

_PERIODS = frozenset(map(stem, UNITS))


def crossed_subjects(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message where a claim says of its subject what the quotes say of another.

    They do when they name both, never in one statement, and say it only of what the claim does
    not name. A heading is compared with headings.
    """
    claimed = [statement for statement in statements(claim) if statement.subject]
    if not claimed:
        return
    stated = [statement for quote in quotes for statement in statements(quote)]
    if len(stated) < 2:
        return
    said = frozenset[str]().union(*(statement.ideas for statement in statements(claim)))
    for statement in claimed:
        named = [subject for subject in statement.subject if _stands(subject, statement, stated)]
        for word in statement.predicate if named else ():
            if word.stem in _PERIODS:
                continue
            if any(_is_crossed(subject, word, statement, stated, said) for subject in named):
                yield f'"{word.text}" is said of something else in the evidence'
                return


def _stands(subject: Ideas, claimed: Statement, stated: Sequence[Statement]) -> bool:
    """Tell whether the quotes speak of a subject; of a heading, in a heading."""
    if claimed.headed:
        return any(other.headed and not subject.isdisjoint(other.about) for other in stated)
    return any(not subject.isdisjoint(other.ideas) for other in stated)


def _is_crossed(
    subject: Ideas, word: Word, claimed: Statement, stated: Sequence[Statement], said: Ideas
) -> bool:
    """Tell whether every statement with the word, and there is one, says it of another."""
    held = False
    for other in stated:
        if not word.ideas.isdisjoint(other.ideas):
            alike = other.headed >= claimed.headed
            if not (alike and _of_another(subject, word.ideas, other, said)):
                return False
            held = True
    return held


def _of_another(subject: Ideas, does: Ideas, stated: Statement, said: Ideas) -> bool:
    """Tell whether a statement says this of a subject that the claim does not name."""
    if not subject.isdisjoint(stated.ideas) or not does.isdisjoint(stated.about):
        return False
    return any(other.isdisjoint(said) for other in stated.subject)
