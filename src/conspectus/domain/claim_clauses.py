"""Whether every clause of a claim is borne by a quote."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claim_parts import Clause, Reading, Word

_ENOUGH = 0.5


def unborne_clauses(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message for every clause that says what no quote says."""
    for clause in claim.clauses:
        if missing := _missing(clause, quotes):
            yield f'no quote bears "{clause.said}" ({", ".join(missing)})'


def _missing(clause: Clause, quotes: Sequence[Reading]) -> list[str]:
    """Return the words that no quote says, when they are too many or too grave."""
    telling = [word for word in clause.words if not word.framing]
    if not telling:
        return []
    everything = frozenset().union(*(quote.ideas for quote in quotes))
    asserted = any(word.head for word in clause.words)
    pools = [quote.ideas for quote in quotes] if asserted else [everything]
    for part in (telling, _core(clause)):
        absent = min((_absent(part, pool) for pool in pools), key=_weight)
        if part and (_weight(absent) >= _ENOUGH * len(part) or len(absent) == len(part)):
            return [word.text for word in absent]
    return [
        word.text for word in telling if word.grave and word.grave.isdisjoint(everything)
    ]


def _core(clause: Clause) -> list[Word]:
    """Return the telling words up to the verb: "lunch will be provided" in a longer clause."""
    last = max((at for at, word in enumerate(clause.words) if word.head), default=-1)
    return [word for word in clause.words[: last + 1] if not word.framing]


def _absent(words: Sequence[Word], stated: frozenset[str]) -> list[Word]:
    return [word for word in words if word.ideas.isdisjoint(stated)]


def _weight(words: Sequence[Word]) -> float:
    """Weigh the absence of these words; an everyday verb weighs half."""
    return sum(0.5 if word.everyday else 1.0 for word in words)
