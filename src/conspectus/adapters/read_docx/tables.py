"""Tables: what their header row is, and whether they hold data or only lay out text."""

from dataclasses import dataclass

from conspectus.adapters.read_docx.blocks import Cell, Paragraph, Row, Table

LONG_CELL_WORDS = 60
MANY_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the grid columns `start` to `end` that it covers."""

    cell: Cell
    start: int
    end: int

    @property
    def words(self) -> int:
        """Number of words in the cell."""
        return sum(p.words for p in self.cell.paragraphs)


Line = tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of a table on its grid of `width` columns; vertically merged cells are repeated.

    The first `headers` rows name the columns.
    """

    lines: tuple[Line, ...]
    width: int
    headers: int

    @property
    def body(self) -> tuple[Line, ...]:
        """The rows below the header."""
        return self.lines[self.headers :]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, as many as `texts` gives for a row; none without a header."""
        named = [self.texts(line) for line in self.lines[: self.headers]]
        if len({len(names) for names in named}) != 1:
            return ()
        stacks = zip(*named, strict=True)
        return tuple(" ".join(dict.fromkeys(filter(None, names))) for names in stacks)

    def texts(self, line: Line) -> tuple[str, ...]:
        """Return the texts of a row's cells, a wide one repeated when the rows are uneven."""
        if self._even:
            return tuple(placed.cell.text for placed in line)
        wide = [placed.cell.text for placed in line for _ in range(placed.start, placed.end)]
        return tuple(wide + [""] * (self.width - len(wide)))

    @property
    def _even(self) -> bool:
        return len({len(row) for row in self.lines if band(row, self.width) is None}) == 1

    @property
    def lays_out(self) -> bool:
        """Whether the table only arranges text: it has no columns of data."""
        cells = [placed for line in self.lines for placed in line]
        if self.width == 1 or any(
            not isinstance(block, Paragraph) for placed in cells for block in placed.cell.blocks
        ):
            return True
        long = max((placed.words for placed in cells), default=0)
        most = max((len(placed.cell.blocks) for placed in cells), default=0)
        if self.headers:
            return long > 2 * LONG_CELL_WORDS or (len(self.body) == 1 and most >= MANY_PARAGRAPHS)
        return long > LONG_CELL_WORDS or most >= MANY_PARAGRAPHS


def grid(table: Table) -> Grid:
    """Place the cells of a table; rows without words are left out."""
    lines: list[Line] = []
    above: dict[int, Cell] = {}
    for row in table.rows:
        line: list[Placed] = []
        column = 0
        for cell in row.cells:
            shown = above.get(column, cell) if cell.merged else cell
            above[column] = shown
            line.append(Placed(shown, column, column + cell.span))
            column += cell.span
        lines.append(tuple(line))
    kept = [(row, line) for row, line in zip(table.rows, lines, strict=True) if _words(line)]
    headers = _headers([row for row, _ in kept], table.styled_header)
    width = max((line[-1].end for _, line in kept), default=0)
    return Grid(tuple(line for _, line in kept), width, headers)


def band(line: Line, width: int) -> Cell | None:
    """Return the one cell that runs across the whole table in this row, if there is one."""
    if len(line) == 1 and line[0].end - line[0].start == width > 1:
        return line[0].cell
    return None


def _words(line: Line) -> int:
    return sum(placed.words for placed in line)


def _headers(rows: list[Row], styled: bool) -> int:
    marked = 0
    while marked < len(rows) and rows[marked].header:
        marked += 1
    while 0 < marked < len(rows) and any(cell.merged for cell in rows[marked].cells):
        marked += 1
    if marked or len(rows) < 2 or len(rows[0].cells) < 2:
        return marked if marked < len(rows) else 0
    first, second = rows[0], rows[1]
    if sum(bool(cell.paragraphs) for cell in first.cells) < 2 or not _names_columns(first):
        return 0
    stands_out = _bold(first) and not _bold(second)
    shaded = _shaded(first) and not _shaded(second)
    return int(styled or stands_out or shaded or _labels_marks(rows))


def _names_columns(row: Row) -> bool:
    texts = [" ".join(p.text for p in cell.paragraphs) for cell in row.cells]
    return all(len(t.split()) <= 12 and not t.rstrip().endswith((":", ".")) for t in texts)


def _bold(row: Row) -> bool:
    return all(p.bold for cell in row.cells for p in cell.paragraphs)


def _shaded(row: Row) -> bool:
    return all(cell.shaded for cell in row.cells)


def _labels_marks(rows: list[Row]) -> bool:
    marks = [p.text for row in rows[1:] for cell in row.cells[1:] for p in cell.paragraphs]
    short = sum(len(mark) <= 3 for mark in marks)
    return len(rows[0].cells) > 2 and len(marks) > 2 and short > 0.8 * len(marks)
