"""Tables: the lines that stand in a grid, row by row, with the columns that head them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conspectus.adapters.read_pdf.grid import Cell, Grid
from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.weave import Weaver

_TICK = re.compile(r"^\W*[xX\u2713\u2714\u25cf\u2022]?\W*$|^[xX][\w*,()]{0,3}$")
_MOST_HEADER_ROWS = 6
_MOST_LABEL_WORDS = 12


@dataclass(slots=True, eq=False)
class Row:
    """One row of the grid: the lines of each cell, and whether it is set as a header.

    A `whole` row is one cell over the full width.
    """

    index: int
    cells: list[list[TextLine]]
    header: bool
    whole: bool


@dataclass(slots=True, eq=False)
class Table:
    """A table of one page. `columns` head its cells; a continued table takes them over.

    One that `holds` another table only lays out text.
    """

    page: int
    grid: Grid
    holds: bool = False
    rows: list[Row] = field(default_factory=list)
    head: list[Row] = field(default_factory=list)
    columns: tuple[str, ...] = ()


def read_table(
    grid: Grid, lines: Sequence[TextLine], drawing: Drawing, holds: bool = False
) -> Table:
    """Put the lines into the cells of the grid; `holds` tells that a table is inside of it."""
    held: dict[Cell, list[TextLine]] = {}
    for line in lines:
        for owner, piece in _pieces(grid, line):
            held.setdefault(owner, []).append(piece)
    table = Table(lines[0].page, grid, holds)
    for r in range(grid.rows):
        owners = [grid.owner[r, c] for c in range(grid.columns)]
        cells = [_cell(grid, held, r, c) for c in range(grid.columns)]
        if any(cells[c] and owners[c][0] == r for c in range(grid.columns)):
            whole = len(set(owners)) == 1
            table.rows.append(Row(r, cells, _is_header(cells, drawing), whole))
    return table


def _pieces(grid: Grid, line: TextLine) -> Iterator[tuple[Cell, TextLine]]:
    """Cut a line at the walls that it runs over."""
    for left, right, owner in grid.walls(grid.row_at(line.middle)):
        start = bisect_left(line.edges, left - 1.5) if left > grid.xs[0] else 0
        end = bisect_left(line.edges, right - 1.5) if right < grid.xs[-1] else len(line.text)
        end = min(end, len(line.text))
        if start < end and (piece := line.cut(start, end)).text:
            piece.margin = right - 5
            yield owner, piece


def _cell(grid: Grid, held: dict[Cell, list[TextLine]], r: int, c: int) -> list[TextLine]:
    """Return the lines of a cell; a short label beside several rows is repeated in each."""
    row, column = grid.owner[r, c]
    lines = held.get((row, column), [])
    if column != c or (row != r and sum(len(x.text.split()) for x in lines) > _MOST_LABEL_WORDS):
        return []
    return lines


def _is_header(cells: Sequence[Sequence[TextLine]], drawing: Drawing) -> bool:
    """Whether every cell that holds words is bold or shaded."""
    filled = [lines for lines in cells if lines]
    return bool(filled) and all(
        all(line.bold for line in lines) or _shaded(lines[0], drawing) for lines in filled
    )


def _is_bold(row: Row) -> bool:
    return all(line.bold for lines in row.cells for line in lines)


def _shaded(line: TextLine, drawing: Drawing) -> bool:
    x, y = line.left + 1, line.middle
    return any(left <= x <= right and top <= y <= low for left, top, right, low in drawing.fills)


def head_columns(table: Table, weaver: Weaver, before: Table | None) -> None:
    """Move the header rows to `head` and name the columns; a continued table takes them over."""
    if table.holds:
        return
    count = 0
    bold = bool(table.rows) and _is_bold(table.rows[0])
    for row in table.rows[:_MOST_HEADER_ROWS]:
        if not row.header or (bold and not _is_bold(row)):
            break
        count += 1
    if count == len(table.rows):
        count = 1 if count > 1 and table.grid.columns > 2 else 0
    count = count or _ticks(table) or _titles(table)
    columns = _columns(table, count, weaver)
    if before and continues(before, table) and columns in ((), before.columns):
        table.columns = before.columns
        table.rows = table.rows[count:] if columns else table.rows
    elif columns:
        table.columns, table.head, table.rows = columns, table.rows[:count], table.rows[count:]


def _titles(table: Table) -> int:
    """Whether the first row of three or more columns reads like titles above longer cells."""
    if table.grid.columns < 3 or len(table.rows) < 2 or table.rows[0].whole:
        return 0
    first = [" ".join(line.text for line in lines) for lines in table.rows[0].cells]
    below = [len(line.text) for row in table.rows[1:] for lines in row.cells for line in lines]
    short = all(0 < len(text.split()) <= 5 and not text.endswith(".") for text in first)
    return int(short and bool(below) and max(map(len, first)) < max(below))


def _ticks(table: Table) -> int:
    """How many rows stand above the first one of a table of ticks."""
    for index, row in enumerate(table.rows):
        marks = [lines for lines in row.cells[1:] if lines]
        if row.cells[0] and marks and all(_TICK.match(x.text) for lines in marks for x in lines):
            return index if index <= _MOST_HEADER_ROWS else 0
    return 0


def _columns(table: Table, count: int, weaver: Weaver) -> tuple[str, ...]:
    """Join the header cells above each column; one that spans several heads all of them."""
    if not count:
        return ()
    names: list[list[str]] = [[] for _ in range(table.grid.columns)]
    for row in table.rows[:count]:
        text = ""
        for c in range(table.grid.columns):
            owner = table.grid.owner[row.index, c]
            if owner[1] == c:
                text = weaver.join(row.cells[c])
            if text and not row.whole and text not in names[c]:
                names[c].append(text)
    return tuple(" ".join(parts) for parts in names) if any(names) else ()


def continues(before: Table, table: Table) -> bool:
    """Whether a table has the columns of the one on the page before."""
    return (
        table.page == before.page + 1
        and len(before.grid.xs) == len(table.grid.xs)
        and all(abs(a - b) < 6 for a, b in zip(before.grid.xs, table.grid.xs, strict=True))
    )
