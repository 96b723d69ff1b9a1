"""Which of two things the quotes say has more: a claim may neither turn nor drop the comparison."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from conspectus.domain.claims.parts import Opposite, Reading
from conspectus.domain.claims.statements import sentences
from conspectus.domain.text.lexicon import words
from conspectus.domain.text.words import Ideas

_THAN = words("than morethan lessthan")
_COMPARES = _THAN | words("compared same as like versus vs exceeds above below")


class _Comparison(NamedTuple):
    """The ideas before and after a "than", and the words before it that have an opposite."""

    before: Ideas
    after: Ideas
    by: tuple[Opposite, ...]


def turned_comparisons(claim: Reading, quotes: Sequence[Reading]) -> Iterator[str]:
    """Yield a message where the claim turns a comparison round, or makes one thing the other."""
    stated = [comparison for quote in quotes for comparison in _comparisons(quote)]
    if not stated:
        return
    claimed = _comparisons(claim)
    for said in claimed:
        alike = [other for other in stated if _by_same(said, other)]
        if alike and all(_turned(said, other) for other in alike):
            yield "the evidence compares the other way round"
    if not claimed and _COMPARES.isdisjoint(token.text for token in claim.tokens):
        yield from _dropped(claim, stated)


def _dropped(claim: Reading, stated: Sequence[_Comparison]) -> Iterator[str]:
    sides = {opposite.pair for opposite in claim.opposites}
    told = [word.ideas for word in claim.words if not word.framing]
    for other in stated:
        first = [said for said in told if not said.isdisjoint(other.before - other.after)]
        second = [said for said in told if not said.isdisjoint(other.after - other.before)]
        compares = any(opposite.pair in sides for opposite in other.by)
        if first and second and len(first) + len(second) == len(told) and not compares:
            yield "the evidence only compares the two"


def _by_same(said: _Comparison, other: _Comparison) -> bool:
    mine, theirs = ({(one.pair, one.side) for one in each.by} for each in (said, other))
    return not mine.isdisjoint(theirs)


def _turned(said: _Comparison, other: _Comparison) -> bool:
    before, after = other.before - other.after, other.after - other.before
    return not (said.before - said.after).isdisjoint(after) and not (
        said.after - said.before
    ).isdisjoint(before)


@lru_cache(maxsize=512)
def _comparisons(text: Reading) -> tuple[_Comparison, ...]:
    if _THAN.isdisjoint(token.text for token in text.tokens):
        return ()
    return tuple(
        _Comparison(_ideas(text, start, at), _ideas(text, at + 1, end), _by(text, start, at + 1))
        for start, end in sentences(text.tokens)
        for at in range(start, end)
        if text.tokens[at].text in _THAN and not _counts(text, at)
    )


def _counts(text: Reading, at: int) -> bool:
    """Tell whether a number is compared and not two things: "more than 10"."""
    return any(at < quantity.start <= at + 2 for quantity in text.quantities)


def _ideas(text: Reading, start: int, end: int) -> Ideas:
    told = (word for word in text.words if start <= word.at < end and not word.framing)
    return frozenset[str]().union(*(word.ideas for word in told))


def _by(text: Reading, start: int, end: int) -> tuple[Opposite, ...]:
    return tuple(one for one in text.opposites if start <= one.at < end)
