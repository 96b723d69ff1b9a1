"""Whether every clause of a claim is borne by a quote.

A clause that states something by a verb of its own must be borne in its better part. A note in
a claim that is borne may name what the quotes leave out, when it speaks of the same topic or
nothing is at stake.
"""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_grammar import CONDITIONS
from conspectus.domain.claim_parts import DIRECT, Clause, Reading, Word
from conspectus.domain.claim_topics import STAKES, topics
from conspectus.domain.claim_words import Ideas, stem
from conspectus.domain.lexicon import words

_ENOUGH = 0.25
MILD = frozenset(map(stem, words("approved license known publish recommend sell illegal opioid narcotic tax fine")))


RESTRICTS = words("only except unless until without solely just")
ASKED = frozenset(map(stem, words("safe effective")))


def unborne_clauses(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every clause that says what no quote says."""
    stated = frozenset[str]().union(*(quote.ideas for quote in quotes))
    themes = _themes(word for quote in quotes for word in quote.words)
    said = _borne_share(claim, stated)
    asked = any(token.text == "whether" for token in claim.tokens)
    yield from _restrictions(claim, quotes)
    for clause in claim.clauses:
        context = themes & _themes(
            word for other in claim.clauses if other is not clause for word in other.words
        ) if len(claim.clauses) > 1 else themes
        if missing := _missing(clause, stated, context, said, asked):
            yield f'no quote bears "{clause.said}" ({", ".join(missing)})'


def _restrictions(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for an "only if" or "except when" where no quote restricts anything."""
    stated = {token.text for quote in quotes for token in quote.tokens}
    texts = [token.text for token in claim.tokens]
    for first, second in zip(texts, texts[1:], strict=False):
        if first in RESTRICTS and second in CONDITIONS and stated.isdisjoint(RESTRICTS):
            yield f'no quote says "{first} {second}"'


def _missing(clause: Clause, stated: Ideas, themes: Ideas, share: float, asked: bool) -> list[str]:
    """Return the words that no quote says, when they are too many or too grave."""
    telling = [
        word for word in clause.words if not (word.framing or (asked and word.stem in ASKED))
    ]
    absent = [word for word in telling if word.ideas.isdisjoint(stated)]
    grave = [
        word for word in telling
        if word.grave and word.grave.isdisjoint(stated)
        and word.negated != DIRECT and (clause.asserts or word.stem not in MILD)
    ]
    if grave:
        return [word.text for word in grave]
    if not absent:
        return []
    if clause.asserts and not _is_condition(clause):
        borne = _is_borne(telling, stated, themes) and _is_borne(_core(clause), stated, themes)
    else:
        borne = _fits(absent, themes, 1.0 if len(absent) < len(telling) else share)
    return [] if borne else [word.text for word in absent]


def _is_condition(clause: Clause) -> bool:
    return any(word.mood == "if" for word in clause.words) and not clause.said.startswith("only")


def _is_borne(said: Sequence[Word], stated: Ideas, themes: Ideas) -> bool:
    """Tell whether the better part of the words is borne.

    A word of a topic of the quotes, or an everyday verb, counts half.
    """
    absent = [word for word in said if word.ideas.isdisjoint(stated)]
    near = [word for word in absent if word.everyday or themes & topics(word.stem)]
    unknown = len(absent) - len(near)
    borne = len(said) - len(absent)
    at_stake = any(not STAKES.isdisjoint(topics(word.stem)) for word in near)
    return borne > unknown or not (unknown or at_stake)


def _fits(note: Sequence[Word], themes: Ideas, share: float) -> bool:
    """Tell whether the words of a note that no quote says are in place in the claim."""
    told = [topics(word.stem) for word in note]
    fit = sum(not themes.isdisjoint(topic) for topic in told)
    misfit = sum(themes.isdisjoint(topic) and not topic.isdisjoint(STAKES) for topic in told)
    return share >= _ENOUGH and fit >= misfit


def _core(clause: Clause) -> list[Word]:
    """Return the telling words up to the verb: "lunch will be provided" in a longer clause."""
    last = max((at for at, word in enumerate(clause.words) if word.head), default=-1)
    return [word for word in clause.words[: last + 1] if not word.framing]


def _borne_share(claim: Reading, stated: Ideas) -> float:
    telling = [word for word in claim.words if not word.framing]
    borne = sum(not word.ideas.isdisjoint(stated) for word in telling)
    return borne / len(telling) if telling else 1.0


def _themes(words: Iterator[Word]) -> Ideas:
    return frozenset(topic for word in words for topic in topics(word.stem))
