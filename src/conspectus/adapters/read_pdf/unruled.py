"""Tables without rulings, and pages in columns whose lines the file runs across the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from conspectus.adapters.read_pdf.alleys import Cell, Stack, find_stacks
from conspectus.adapters.read_pdf.grid import Grid
from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.marks import BULLET
from conspectus.adapters.read_pdf.textline import TextLine

_ENTRY = 8.0
"""Most words of an entry of a table, on average; columns of longer lines are running text."""

_PROSE = 3.0
_TURN = 40.0


def read_alleys(leaf: Leaf) -> None:
    """Make grids of the aligned entries of a page, and read its columns of text one by one."""
    free = [x for x in leaf.body if not any(g.holds(x.left, x.middle) for g in leaf.grids)]
    for stack in (stack for lines in _descents(free) for stack in find_stacks(lines)):
        columns = [
            [cell for row in stack.rows for cell in row if stack.column(cell) == column]
            for column in range(len(stack.alleys) + 1)
        ]
        if all(_is_prose(cells) or _is_list(cells) for cells in columns):
            _unravel(leaf, columns)
        elif all(_words(cells) <= _ENTRY for cells in columns):
            leaf.grids.append(_grid(stack))


def _descents(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Yield the lines as far as the file goes down the page, its turns within a row left aside."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index == len(lines) or lines[index].top < lines[index - 1].top - _TURN:
            yield list(lines[start:index])
            start = index


def _words(cells: Sequence[Cell]) -> float:
    return fmean(len(cell.text.split()) for cell in cells)


def _is_prose(cells: Sequence[Cell]) -> bool:
    """Whether most lines of a column go on with the sentence of the line above."""
    on = [two.text[:1].islower() for _, two in pairwise(cells)]
    return _words(cells) >= _PROSE and 2 * sum(on) > len(on)


def _is_list(cells: Sequence[Cell]) -> bool:
    """Whether most lines of a column are items of a list."""
    return 2 * sum(bool(BULLET.match(cell.text)) for cell in cells) > len(cells)


def _unravel(leaf: Leaf, columns: Sequence[Sequence[Cell]]) -> None:
    """Put the lines of the first column before those of the next."""
    across = {id(cell.line) for cell in columns[0]} & {id(cell.line) for cell in columns[-1]}
    if not across:
        return
    held = {id(cell.line) for cells in columns for cell in cells}
    first = next(i for i, line in enumerate(leaf.lines) if id(line) in held)
    parted = [cell.line.cut(cell.start, cell.end) for cells in columns for cell in cells]
    rest = [line for line in leaf.lines[first:] if id(line) not in held]
    leaf.lines[first:] = [*parted, *rest]


def _grid(stack: Stack) -> Grid:
    """Return walls in the middle of the alleys and between rows; a cell may go on below."""
    starts = [0]
    for index in range(1, len(stack.rows)):
        if not _goes_on(stack, stack.rows[starts[-1]], stack.rows[index]):
            starts.append(index)
    lines = [cell.line for row in stack.rows for cell in row]
    tops = [_top(stack.rows[start]) for start in starts[1:]]
    lows = [max(cell.line.bottom for cell in stack.rows[start - 1]) for start in starts[1:]]
    ys = [min(x.top for x in lines) - 1]
    ys += [(low + top) / 2 for low, top in zip(lows, tops, strict=True)]
    ys.append(max(x.bottom for x in lines) + 1)
    xs = [min(x.left for x in lines) - 4]
    xs += [(left + right) / 2 for left, right in stack.alleys]
    xs.append(max(x.right for x in lines) + 6)
    owner = {(r, c): (r, c) for r in range(len(ys) - 1) for c in range(len(xs) - 1)}
    return Grid(tuple(xs), tuple(ys), owner)


def _goes_on(stack: Stack, above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether a row of lines belongs to the entries above it."""
    if stack.column(row[0]) > 0:
        return True
    return row[0].text[:1].islower() and not above[0].text[:1].islower()


def _top(row: Sequence[Cell]) -> float:
    lines: list[TextLine] = [cell.line for cell in row]
    return min(line.top for line in lines)
