"""Which clauses of the quotes a clause of a claim speaks of."""

from collections.abc import Sequence
from functools import lru_cache

from conspectus.domain.claims.parts import Clause, Reading, Word
from conspectus.domain.text.words import Ideas

Aligned = Sequence[tuple[Clause, float]]
"""Clauses of the quotes, each with the weight of what it shares with a clause of the claim."""

_NEAR = 0.8


@lru_cache(maxsize=256)
def align(clause: Clause, quotes: tuple[Reading, ...]) -> Aligned:
    """Weigh every clause of the quotes; what the rest of its quote shares counts a quarter."""
    return [
        (other, _shared(clause, other.ideas) + whole / 4)
        for quote in quotes
        for whole in [_shared(clause, quote.ideas)]
        for other in quote.clauses
    ]


def nearest(aligned: Aligned) -> Clause | None:
    """Return the clause of the greatest weight."""
    return max(aligned, key=lambda pair: pair[1])[0] if aligned else None


def occurrences(word: Word, aligned: Aligned) -> list[tuple[Clause, Word]]:
    """Return where the quotes say this word, in the clauses most like the claim's.

    The word itself is preferred to one that means the same, and a verb to the same as a noun.
    """
    exact: list[tuple[float, Clause, Word]] = []
    alike: list[tuple[float, Clause, Word]] = []
    for clause, weight in aligned:
        if word.ideas.isdisjoint(clause.ideas):
            continue
        for other in clause.words:
            if other.stem == word.stem:
                exact.append((weight, clause, other))
            elif not word.ideas.isdisjoint(other.ideas):
                alike.append((weight, clause, other))
    found = exact or alike
    if word.head and any(other.head for _, _, other in found):
        found = [hit for hit in found if hit[2].head]
    best = max((weight for weight, _, _ in found), default=0.0)
    return [(clause, other) for weight, clause, other in found if weight >= _NEAR * best]


def speaks_of(clause: Clause, word: Word, where: Clause, aligned: Aligned) -> bool:
    """Tell whether a clause of the quotes says this word of what the claim says it of.

    It does not when they share no other word of content, and what else the claim's clause says
    stands in other clauses of the quotes, or there is nothing but a noun to compare.
    """
    others = [other for other in clause.words if other.stem != word.stem and not other.framing]
    if not others or any(not other.ideas.isdisjoint(where.ideas) for other in others):
        return True
    if not word.head:
        return False
    return all(other.ideas.isdisjoint(there.ideas) for other in others for there, _ in aligned)


def _shared(clause: Clause, stated: Ideas) -> float:
    return sum(
        0.3 if word.framing else 1.0 for word in clause.words if not word.ideas.isdisjoint(stated)
    )
