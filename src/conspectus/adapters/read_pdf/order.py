"""Reading order: the file's own order, mended where a block stands out of place."""

from collections.abc import Sequence

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.marks import is_mark
from conspectus.adapters.read_pdf.mend import joined
from conspectus.adapters.read_pdf.textline import TextLine

_MOST_DRAWN_BEFORE = 12
_FARTHEST_MARK = 3.0


def order_lines(leaf: Leaf) -> None:
    """Put the lines of a page in reading order: headers first; comments, numerals, footers last.

    The order of the content stream is kept between blocks that stand side by side; a block that
    stands wholly above another in the same column goes before it.
    """
    half = leaf.height / 2
    head: list[TextLine] = []
    foot: list[TextLine] = []
    notes: list[TextLine] = []
    body: list[TextLine] = []
    for line in leaf.lines:
        if line.role == "running":
            (head if line.middle < half else foot).append(line)
        else:
            (body if line.role == "body" else notes).append(line)
    for edge in (head, foot):
        edge.sort(key=lambda line: (round(line.middle / 4), line.left))
    leaf.lines = head + _flow(_with_marks(body)) + notes + foot


def _with_marks(lines: list[TextLine]) -> list[TextLine]:
    """Join a bullet or number that is a line by itself to its text, drawn before or after it."""
    ordered: list[TextLine] = []
    waiting = False
    for line in lines:
        if waiting and _heads(ordered[-1], line):
            ordered[-1] = joined(ordered[-1], line)
            waiting = False
            continue
        waiting = is_mark(line)
        if waiting:
            near = ordered[-_MOST_DRAWN_BEFORE:]
            place = next((i for i, other in enumerate(near, -len(near)) if _heads(line, other)), 0)
            if place:
                ordered[place] = joined(line, ordered[place])
                waiting = False
                continue
        ordered.append(line)
    return ordered


def _heads(mark: TextLine, line: TextLine) -> bool:
    gap = line.left - mark.right
    level = abs(mark.middle - line.middle) < 0.4 * line.height
    return level and 0 < gap < _FARTHEST_MARK * line.height


def _flow(lines: list[TextLine]) -> list[TextLine]:
    blocks: list[list[TextLine]] = []
    for line in lines:
        if blocks and _follows(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    ordered: list[list[TextLine]] = blocks[:1]
    for block in blocks[1:]:
        _insert(block, ordered)
    return [line for block in ordered for line in block]


def _follows(last: TextLine, line: TextLine) -> bool:
    """Whether a line stands beside or below the last one, not far off."""
    tall = max(last.height, line.height)
    return last.top - 0.6 * tall <= line.middle and line.top - last.bottom < 3 * tall


def _insert(block: list[TextLine], ordered: list[list[TextLine]]) -> None:
    """Put a block before what it stands above, into a gap of another block if need be."""
    place = len(ordered)
    while place:
        other = ordered[place - 1]
        if not _overlap(block, other):
            break
        cut = _gap(block, other)
        if cut == len(other):
            break
        place -= 1
        if cut:
            ordered[place : place + 1] = [other[:cut], other[cut:]]
            place += 1
            break
    ordered.insert(place, block)


def _gap(block: Sequence[TextLine], other: Sequence[TextLine]) -> int:
    """Return how many lines of `other` stand above the block.

    All of them, when the block does not fit between those above it and the rest.
    """
    low = max(line.bottom for line in block)
    high = min(line.top for line in block)
    middle = (low + high) / 2
    cut = next((i for i, line in enumerate(other) if line.middle > middle), len(other))
    if any(line.top < low - 4 for line in other[cut:]):
        return len(other)
    if any(line.bottom > high + 4 for line in other[:cut]):
        return len(other)
    return cut


def _overlap(one: Sequence[TextLine], two: Sequence[TextLine]) -> bool:
    """Whether two blocks share a column."""
    left = max(min(line.left for line in one), min(line.left for line in two))
    right = min(max(line.right for line in one), max(line.right for line in two))
    return right - left > 3
