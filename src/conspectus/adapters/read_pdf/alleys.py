"""Rows of words that stand in columns, with nothing between the columns but white space."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from statistics import median

from conspectus.adapters.read_pdf.marks import BOX
from conspectus.adapters.read_pdf.textline import TextLine

_WIDE, _SLIGHT = 1.5, 0.6
_ALLEY = 8.0
_FEWEST_ROWS = 3
_NEAR = 3.0
_SPACES = re.compile(" +")
_BLANK = re.compile(r"_{2,}|\.{4,}")
_MARK = re.compile(r"\W?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]+)?\W{0,2}$")
Alley = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """Characters `start` to `end` of a line, between the points `left` and `right`."""

    line: TextLine
    start: int
    end: int
    left: float
    right: float

    @property
    def text(self) -> str:
        """The words."""
        return self.line.text[self.start : self.end]


@dataclass(slots=True)
class Stack:
    """Rows of cells one below the other, and the alleys between their columns."""

    rows: list[list[Cell]]
    alleys: list[Alley]

    def column(self, cell: Cell) -> int:
        """Return the number of the column that a cell stands in."""
        return sum(cell.left >= right - 1 for _, right in self.alleys)


def find_stacks(lines: Sequence[TextLine]) -> Iterator[Stack]:
    """Yield stacks of at least three rows in two columns or more that share an alley.

    Half of the rows or more must be printed lines that run over it: boxes side by side are none.
    """
    rows = list(_rows(lines))
    at = 0
    while at < len(rows):
        stack = _grow(rows[at:]) if len(rows[at]) > 1 else None
        if stack:
            yield stack
        at += len(stack.rows) if stack else 1


def _rows(lines: Sequence[TextLine]) -> Iterator[list[Cell]]:
    """Gather what stands at one height, but only around lines with a gap or a neighbour."""
    row: list[Cell] = []
    for line in sorted(lines, key=lambda line: line.middle):
        cells = _cells(line)
        if row and abs(line.middle - row[0].line.middle) > 0.35 * line.height:
            yield sorted(row, key=lambda cell: cell.left)
            row = []
        row += cells
    if row:
        yield sorted(row, key=lambda cell: cell.left)


def _cells(line: TextLine, wide: float = _WIDE) -> list[Cell]:
    """Cut a line at its wide gaps; one after a mark of a list is none."""
    text, edges = line.text, line.edges
    least = max(wide * line.size, _ALLEY)
    if "  " not in text and max(map(sub, edges[1:], edges)) < least:
        return [Cell(line, 0, len(text), line.left, line.right)]
    starts = [0]
    ends = []
    for match in _SPACES.finditer(text):
        start, end = match.span()
        if edges[end] - edges[start] >= least and not _MARK.match(text, 0, start):
            ends.append(start)
            starts.append(end)
    ends.append(len(text))
    return [
        Cell(line, start, end, edges[start], edges[end])
        for start, end in zip(starts, ends, strict=True)
    ]


def _grow(rows: Sequence[list[Cell]]) -> Stack | None:
    """Take rows as long as an alley runs on between their cells."""
    if _is_apart(rows[0]):
        return None
    taken = [rows[0]]
    alleys = [(one.right, two.left) for one, two in pairwise(rows[0])]
    for found in rows[1:]:
        row = found
        last = taken[-1][0].line
        near = row[0].line.page == last.page and row[0].line.top - last.bottom < 1.6 * last.height
        narrowed = _narrow(alleys, row)
        if len(narrowed) < len(alleys):
            lines = {id(cell.line): cell.line for cell in row}
            row = [cell for line in lines.values() for cell in _cells(line, _SLIGHT)]
            narrowed = _narrow(alleys, row)
        if not near or not narrowed or _is_apart(row):
            break
        if len(narrowed) < len(alleys) and len(taken) >= _FEWEST_ROWS:
            break
        taken, alleys = [*taken, row], narrowed
    while taken and len(taken[-1]) < 2 and taken[-1][0].left < alleys[0][1] - 1:
        taken.pop()
    stack = Stack(taken, alleys)
    full = [row for row in taken if len({stack.column(cell) for cell in row}) > 1]
    run_on = sum(len({id(cell.line) for cell in row}) < len(row) for row in full)
    if (
        len(full) < _FEWEST_ROWS
        or 2 * run_on < len(full)
        or not all(
            _aligned([cell for row in full for cell in row if stack.column(cell) == column])
            for column in range(1, len(alleys) + 1)
        )
    ):
        return None
    return stack


def _is_apart(row: Sequence[Cell]) -> bool:
    """Whether a row is one of check boxes, blanks to fill in, or labels before their values."""
    first = row[0].text.rstrip()
    return first.endswith(":") or any(
        BOX.search(cell.text) or _BLANK.search(cell.text) for cell in row
    )


def _narrow(alleys: Sequence[Alley], row: Sequence[Cell]) -> list[Alley]:
    """Return what a row leaves free of the alleys; those that it closes are left out."""
    free = []
    for left, right in alleys:
        for cell in row:
            if cell.left <= left and cell.right > left:
                left = cell.right
            elif left < cell.left < right:
                right = cell.left
        if right - left >= _ALLEY:
            free.append((left, right))
    return free


def _aligned(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a column share their left edge, right edge or middle."""
    for sides in (
        [cell.left for cell in cells],
        [cell.right for cell in cells],
        [(cell.left + cell.right) / 2 for cell in cells],
    ):
        if sides and 3 * sum(abs(x - median(sides)) < _NEAR for x in sides) >= 2 * len(sides):
            return True
    return False
