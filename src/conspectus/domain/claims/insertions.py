"""What a claim puts into a quote that it otherwise repeats word for word."""

from collections.abc import Iterator, Sequence

from conspectus.domain.claims.parts import Reading
from conspectus.domain.claims.topics import STAKES, topics
from conspectus.domain.text.words import Token

_FEW = 4
_FEWEST = 3
"""A quote of fewer words may stand in a sentence of the claim's own."""


def unborne_insertions(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message when words put into a quote, or added to it, stand in no quote.

    Who repeats a quote and adds to it must be borne out word by word.
    """
    said = _spoken(claim.tokens)
    for quote in quotes:
        start, end = _inserted(said, _spoken(quote.tokens))
        if start == end:
            continue
        stated = frozenset[str]().union(*(other.ideas for other in quotes))
        inside = {at for at, _ in said[start:end]}
        added = [
            (clause, word)
            for clause in claim.clauses
            for word in clause.words
            if word.at in inside and not word.framing
        ]
        absent = [(clause, word) for clause, word in added if word.ideas.isdisjoint(stated)]
        states = any(
            c.asserts or w.text == "unknown" or not STAKES.isdisjoint(topics(w.stem))
            for c, w in absent
        )
        if states and _FEW * len(absent) > len(added):
            put_in = " ".join(word.text for _, word in absent)
            yield f'"{put_in}" is put into words that a quote says without it'
            return


def _spoken(found: Sequence[Token]) -> list[tuple[int, str]]:
    return [(at, token.text) for at, token in enumerate(found) if token.kind != "mark"]


def _inserted(
    said: Sequence[tuple[int, str]], quoted: Sequence[tuple[int, str]]
) -> tuple[int, int]:
    """Return from where to where a claim that repeats a quote adds to it."""
    longer = len(said) - len(quoted)
    if longer <= 0 or len(quoted) < _FEWEST:
        return 0, 0
    start = 0
    while start < len(quoted) and said[start][1] == quoted[start][1]:
        start += 1
    for at in range(start + longer, len(said)):
        if said[at][1] != quoted[at - longer][1]:
            return 0, 0
    return start, start + longer
