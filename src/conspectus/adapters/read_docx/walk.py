"""Walking a story (body, header, note, comment) in reading order."""

from collections.abc import Iterator

from conspectus.adapters.read_docx.blocks import Block, Cell, Paragraph, Row, Run, Table
from conspectus.adapters.read_docx.ooxml import Element, W, children, hexadecimal, number, on, val
from conspectus.adapters.read_docx.runs import RunReader, trimmed
from conspectus.adapters.read_docx.styles import WHITE, Lists, Styles


class Walker:
    """Turns story elements into blocks.

    Anchors count from 1 within what holds them: `p12` is the 12th paragraph of the body, empty
    ones counted, `t2r3c1p1` the first paragraph in the first cell of the third row of the second
    table, `p12b1p1` the first paragraph of the first text box that hangs on paragraph 12.
    """

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._reader = RunReader(styles)

    @property
    def hidden(self) -> int:
        """Number of characters of hidden text left out so far."""
        return self._reader.hidden

    @property
    def deceived(self) -> bool:
        """Whether characters were left out so far that turn the direction of others."""
        return self._reader.deceived

    def blocks(self, story: Element, prefix: str = "") -> tuple[Block, ...]:
        """Return the paragraphs with words and the tables of a story, cell or text box."""
        return tuple(self._blocks(story, prefix))

    def _blocks(self, story: Element, prefix: str) -> Iterator[Block]:
        paragraphs = tables = 0
        carried: list[Run] = []
        for child in children(story):
            if child.tag == W + "p":
                paragraphs += 1
                anchor = f"{prefix}p{paragraphs}"
                runs = carried + self._runs(child, on_paper=not prefix)
                boxes, self._reader.boxes = self._reader.boxes, []
                carried = []
                if _mark_deleted(child):
                    carried = runs
                elif kept := trimmed(runs):
                    yield self._paragraph(child, anchor, kept)
                for index, box in enumerate(boxes, 1):
                    yield from self._blocks(box, f"{anchor}b{index}")
            elif child.tag == W + "tbl":
                tables += 1
                yield self._table(child, f"{prefix}t{tables}")
        if kept := trimmed(carried):
            yield Paragraph(f"{prefix}p{paragraphs}", kept, self._styles.paragraph(None))

    def _runs(self, paragraph: Element, on_paper: bool) -> list[Run]:
        look = self._styles.paragraph(paragraph.find(W + "pPr"))
        return self._reader.read(paragraph, look, on_paper)

    def _paragraph(self, element: Element, anchor: str, runs: tuple[Run, ...]) -> Paragraph:
        look = self._styles.paragraph(element.find(W + "pPr"))
        return Paragraph(anchor, runs, look, self._lists.format(look))

    def _table(self, table: Element, anchor: str) -> Table:
        rows: list[Row] = []
        for index, row in enumerate((c for c in children(table) if c.tag == W + "tr"), 1):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            cells = [c for c in children(row) if c.tag == W + "tc"]
            rows.append(
                Row(
                    tuple(self._cell(c, f"{anchor}r{index}c{i}") for i, c in enumerate(cells, 1)),
                    bool(properties is not None and on(properties.find(W + "tblHeader"))),
                )
            )
        return Table(tuple(rows), self._styled_header(table.find(W + "tblPr")))

    def _cell(self, cell: Element, anchor: str) -> Cell:
        properties = cell.find(W + "tcPr")
        blocks = self.blocks(cell, anchor)
        if properties is None:
            return Cell(blocks)
        merge, shade = properties.find(W + "vMerge"), properties.find(W + "shd")
        return Cell(
            () if properties.find(W + "cellDel") is not None else blocks,
            max(1, number(properties.find(W + "gridSpan")) or 1),
            merge is not None and val(merge) != "restart",
            shade is not None and shade.get(W + "fill") not in WHITE,
        )

    def _styled_header(self, properties: Element | None) -> bool:
        if properties is None:
            return False
        choice = properties.find(W + "tblLook")
        first = choice is not None and (
            choice.get(W + "firstRow") in ("1", "true")
            or hexadecimal(choice.get(W + "val"), 0) & 0x20 > 0
        )
        return first and self._styles.heads_first_row(val(properties.find(W + "tblStyle")))


def _mark_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (
        mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None
    )
