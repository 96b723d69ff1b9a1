"""What becomes of the rows of a table: passages of their own, or headings with text below."""

from collections.abc import Iterable, Iterator

from conspectus.adapters.read_pdf.block import TABLE_LABEL, Block
from conspectus.adapters.read_pdf.flow import Flow
from conspectus.adapters.read_pdf.marks import read_mark
from conspectus.adapters.read_pdf.tables import Row, Table
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.weave import Weaver

_LONG = 25
_VERY_LONG = 60
_LABEL = 14


def table_blocks(table: Table, flow: Flow, weaver: Weaver) -> Iterator[Block]:
    """Yield the header as a row, then each row, or its text when it is a layout of long cells."""
    if table.head:
        lines = _lines(table.head)
        yield Block("row", lines, lines[0].left, cells=table.columns)
    laid_out = _is_layout(table)
    for row in table.rows:
        if laid_out or _is_text(row):
            yield from _layout(row, table, flow)
        elif row.whole and row.header and _words(row.cells[0]) <= _LABEL:
            yield Block("heading", row.cells[0], row.cells[0][0].left, rank=TABLE_LABEL)
        else:
            cells = row.cells[:1] if row.whole else row.cells
            lines = _lines([row])
            yield Block(
                "row",
                lines,
                lines[0].left,
                cells=tuple(weaver.join(cell) for cell in cells),
                columns=() if row.whole else table.columns,
            )


def _lines(rows: Iterable[Row]) -> list[TextLine]:
    return [line for row in rows for cell in row.cells for line in cell]


def _words(lines: Iterable[TextLine]) -> int:
    return sum(len(line.text.split()) for line in lines)


def _is_layout(table: Table) -> bool:
    """Whether a table of two columns sets running text beside labels, or holds another table."""
    if table.holds:
        return True
    pairs = [row for row in table.rows if sum(map(bool, row.cells)) == 2]
    long = [row for row in pairs if any(_words(cell) > _LONG for cell in row.cells)]
    return table.grid.columns == 2 and 3 * len(long) >= len(pairs) > 0


def _is_text(row: Row) -> bool:
    """Whether a cell holds paragraphs or a list rather than an entry."""
    return any(_words(cell) > _VERY_LONG or _items(cell) for cell in row.cells)


def _items(cell: Iterable[TextLine]) -> int:
    """How many list items a cell holds; a mark alone is a tick."""
    marks = ((read_mark(line), len(line.text)) for line in cell)
    return sum(bool(mark) and mark.sort == "bullet" and mark.width < n for mark, n in marks if mark)


def _layout(row: Row, table: Table, flow: Flow) -> Iterator[Block]:
    """Make the label beside a long cell, or the title of its column, its heading."""
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell]
    (first, label), rest = filled[0], filled[1:]
    if rest and first == 0 and _words(label) <= _LABEL and not _items(label):
        yield Block("heading", label, label[0].left, rank=TABLE_LABEL)
        filled = rest
    for column, cell in filled:
        if table.head and len(filled) > 1 and table.columns[column]:
            title = [line for head in table.head for line in head.cells[column]]
            if title:
                yield Block("heading", title, title[0].left, rank=(*TABLE_LABEL[:-1], -1.0))
        yield from flow.blocks(cell)
