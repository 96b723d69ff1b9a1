"""Whether the negations of a claim are those of its quotes."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_alignment import Aligned, align, nearest, occurrences
from conspectus.domain.claim_grammar import NEGATORS
from conspectus.domain.claim_parts import CARRIED, DIRECT, OBJECT, Clause, Reading, Word
from conspectus.domain.claim_words import Ideas, stem
from conspectus.domain.lexicon import GRAMMAR, words

_WARDED = frozenset(
    map(
        stem,
        words(
            """
            name names identifier consent permission agreement ask asking penalty loss reason charge
            notice request limit guarantee effect removing
            """
        ),
    )
)
"""What a consent form says to be without; "with" it must be said as well."""


def unborne_negations(
    claim: Reading, quotes: Sequence[Reading], strict: bool = False
) -> Iterator[str]:
    """Yield a message for every negation gained or lost; strictly, for those of notes too."""
    twice = any(sum(clause.negations for clause in quote.clauses) > 1 for quote in quotes)
    for clause in claim.clauses:
        aligned = align(clause, quotes)
        if clause.negations - clause.said.count("without") > 1 and not twice:
            yield f'"{clause.said}" denies twice what the evidence denies once'
        yield from _gained(clause, aligned, claim.ideas, strict)
        yield from _lost(clause, aligned)
    yield from _allowed(claim, quotes)


def _allowed(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for "with a penalty", "with names" where no quote says "with" it."""
    stated = {after for quote in quotes for after in _after_with(quote)}
    for after in dict.fromkeys(_after_with(claim)):
        if after in _WARDED and after not in stated:
            yield f'"with {after}" is not what the evidence says'


def _after_with(text: Reading) -> Iterator[str]:
    """Yield the stems of the two words of content after every "with"."""
    for at, token in enumerate(text.tokens):
        following = text.tokens[at + 1].text if at + 1 < len(text.tokens) else ""
        if token.text == "with" and following not in NEGATORS:
            near = [t.text for t in text.tokens[at + 1 : at + 5] if t.text not in GRAMMAR]
            yield from map(stem, near[:2])


def _gained(clause: Clause, aligned: Aligned, said: Ideas, strict: bool) -> Iterator[str]:
    if clause.bare and not _nearest_denies(aligned):
        yield f'"{clause.said}" is not what the evidence says'
    denied = [word for word in clause.words if word.negated == DIRECT]
    for negator in dict.fromkeys(word.negator for word in denied):
        group = [word for word in denied if word.negator == negator]
        note = not strict and _is_note(clause, group) and not _affirmed(clause, group, aligned)
        if not note and not _denies(group, aligned, said):
            yield f'"not {group[-1].text}" is not what the evidence says'


def _is_note(clause: Clause, group: Sequence[Word]) -> bool:
    """Tell whether the negation is that of a note ("no placebo") and not of a verb."""
    opens = group[0].negator == 0
    return not opens and (not clause.asserts or group[0].negator in clause.without)


def _affirmed(clause: Clause, group: Sequence[Word], aligned: Aligned) -> bool:
    """Tell whether the evidence speaks of what a note denies, and has nothing to deny it with."""
    seen = [where for word in group if not word.framing for where, _ in occurrences(word, aligned)]
    telling = [word for word in clause.words if not word.framing]
    return not any(where.denying for where in seen) and any(
        sum(not word.ideas.isdisjoint(where.ideas) for word in telling) > 1 for where in seen
    )


def _lost(clause: Clause, aligned: Aligned) -> Iterator[str]:
    if refuted := _refuted(clause, aligned):
        yield f'the evidence says "not {refuted.text}"'
    denied = clause.negations - clause.said.count("without")
    for word in clause.words if not denied else ():
        if word.negated or (word.framing and not word.head):
            continue
        others = occurrences(word, aligned)
        if others and all(other.negated >= CARRIED for _, other in others):
            yield f'the evidence says "not" of "{word.text}"'


def _refuted(clause: Clause, aligned: Aligned) -> Word | None:
    """Return the denied verb of the nearest clause, when the claim affirms by an unknown verb."""
    verbs = [word for word in clause.words if word.head]
    verb = next((word for word in verbs if word.mood != "present"), verbs[0] if verbs else None)
    where = nearest(aligned)
    if verb is None or where is None or clause.bare or any(w.negated for w in clause.words):
        return None
    heads = [word for word in where.words if word.head]
    if not heads or occurrences(verb, aligned):
        return None
    return heads[0] if all(word.negated == DIRECT for word in heads) else None


def _denies(group: Sequence[Word], aligned: Aligned, said: Ideas) -> bool:
    """Tell whether the evidence denies what one negation of the claim denies.

    It may deny the same thing by another verb ("samples cannot be retrieved" for "we cannot take
    back samples"), but not by a word that the claim says elsewhere.
    """
    seen = [hit for word in group for hit in occurrences(word, aligned)]
    if not seen:
        return _nearest_denies(aligned)
    if any(other.negated >= OBJECT for _, other in seen):
        return True
    last = max(other.at for _, other in seen)
    return any(
        other.negated == DIRECT and other.head and other.at > last and other.ideas.isdisjoint(said)
        for clause, _ in seen
        for other in clause.words
    )


def _nearest_denies(aligned: Aligned) -> bool:
    clause = nearest(aligned)
    return clause is not None and (
        clause.bare or any(word.negated == DIRECT for word in clause.words)
    )
