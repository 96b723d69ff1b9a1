"""Sentences that stand side by side in the source, told in its order."""

from collections.abc import Iterator, Sequence

from conspectus.domain.document import Statement
from conspectus.domain.source import Evidence

GAP = 3
"""So few characters lie between sentences that stand side by side."""


def in_source_order(statements: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements, each behind the one told here whose source its own goes on from.

    A run of them stands where the first of it stood. List items stay with their lead-in.
    """
    blocks: list[list[Statement]] = []
    for statement in statements:
        if statement.item and blocks:
            blocks[-1].append(statement)
        else:
            blocks.append([statement])
    numbers = range(len(blocks))
    after = {one: other for one in numbers for other in numbers if _goes_on(blocks, one, other)}
    before = {other: one for one, other in after.items()}
    told: set[int] = set()
    for number in numbers:
        first = number
        while first in before and before[first] not in told:
            first = before[first]
        while first not in told:
            told.add(first)
            yield from blocks[first]
            first = after.get(first, first)


def _goes_on(blocks: Sequence[Sequence[Statement]], one: int, other: int) -> bool:
    """Tell whether the source of the other block begins where that of the one ends."""
    if not (blocks[one][0].evidence and blocks[other][0].evidence):
        return False
    end = max((e for s in blocks[one] for e in s.evidence), key=_place)
    start = min((e for s in blocks[other] for e in s.evidence), key=_place)
    here = (end.page, end.anchor) == (start.page, start.anchor)
    return here and 0 <= start.start - end.end <= GAP


def _place(piece: Evidence) -> tuple[int, int]:
    return piece.page or 0, piece.end
