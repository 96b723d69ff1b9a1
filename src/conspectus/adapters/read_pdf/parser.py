"""The whole way from the bytes of a PDF to a source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pypdfium2

from conspectus.adapters.read_pdf.block import Block
from conspectus.adapters.read_pdf.cells import table_blocks
from conspectus.adapters.read_pdf.comments import mark_comments, read_notes
from conspectus.adapters.read_pdf.flow import Flow
from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.glyphs import PageGlyphs, TextLine
from conspectus.adapters.read_pdf.grid import Grid, find_grids
from conspectus.adapters.read_pdf.headings import rank_heading, split_run_in
from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.marks import split_boxes
from conspectus.adapters.read_pdf.measure import Measure, measure, set_margins
from conspectus.adapters.read_pdf.opening import open_pdf
from conspectus.adapters.read_pdf.order import order_lines
from conspectus.adapters.read_pdf.outline import Outline
from conspectus.adapters.read_pdf.rulings import read_drawing
from conspectus.adapters.read_pdf.running import mark_running, number_pages
from conspectus.adapters.read_pdf.tables import Table, head_columns, read_table
from conspectus.adapters.read_pdf.weave import Weaver
from conspectus.domain.errors import EmptySource
from conspectus.domain.language import detect_language
from conspectus.domain.source import Passage, Source, Span, Upload


@dataclass(frozen=True)
class PdfParser:
    """Reads PDFs of at most `max_pages` pages. `ocr` reads scanned pages when it is given."""

    max_pages: int = 1000
    ocr: None = None

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the file cannot be read whole."""
        with open_pdf(upload.data, self.max_pages) as document:
            leaves = [_read_leaf(document, index) for index in range(len(document))]
            labels = [document.get_page_label(index) or None for index in range(len(document))]
        mark_running(leaves)
        number_pages(leaves, labels)
        for leaf in leaves:
            mark_comments(leaf)
            order_lines(leaf)
        pages = tuple(leaf.print() for leaf in leaves)
        lines = [line for leaf in leaves for line in leaf.body]
        if not lines:
            raise EmptySource("The PDF holds no words.")
        weaver = Weaver(lines)
        passages = Outline(weaver).passages(_blocks(leaves, weaver))
        return Source(
            name=upload.name,
            digest=upload.digest,
            media_type="application/pdf",
            language=detect_language(" ".join(passage.text for passage in passages[:400])),
            pages=pages,
            passages=tuple(passages),
        )


def _read_leaf(document: pypdfium2.PdfDocument, index: int) -> Leaf:
    page = document[index]
    textpage = page.get_textpage()
    frame = Frame(page.raw)
    lines = PageGlyphs(page.raw, textpage, frame, index).lines()
    leaf = Leaf(index, frame.width, frame.height, lines, read_drawing(page.raw, frame))
    leaf.notes = read_notes(page.raw)
    textpage.close()
    page.close()
    return leaf


def _blocks(leaves: Sequence[Leaf], weaver: Weaver) -> Iterator[Block]:
    measures = measure(leaves)
    flow = Flow(measures)
    blocks: list[Block] = []
    table: Table | None = None
    for is_table, group in groupby(_stream(leaves), lambda part: isinstance(part, Table)):
        if is_table:
            for part in group:
                head_columns(part, weaver, table)
                table = part
                blocks.extend(table_blocks(part, flow, weaver))
        else:
            blocks.extend(flow.blocks(piece for line in group for piece in split_boxes(line)))
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        yield from _judge(block, after, measures)


def _stream(leaves: Sequence[Leaf]) -> Iterator[TextLine | Table]:
    """The lines of the body, those of a table gathered where the first of them stands."""
    for leaf in leaves:
        body = leaf.body
        tables = {id(lines[0]): (grid, lines) for grid, lines in _in_grids(leaf, body)}
        taken = {id(line) for _, lines in tables.values() for line in lines}
        set_margins([line for line in body if id(line) not in taken])
        for line in body:
            if id(line) in tables:
                yield read_table(*tables[id(line)], leaf.drawing)
            elif id(line) not in taken:
                yield line


def _in_grids(leaf: Leaf, body: Sequence[TextLine]) -> Iterator[tuple[Grid, list[TextLine]]]:
    if not leaf.drawing.down:
        return
    free = list(body)
    for grid in find_grids(leaf.drawing):
        held = [x for x in free if grid.holds((x.left + x.right) / 2, x.middle)]
        free = [x for x in free if x not in held]
        if held:
            yield grid, held


def _judge(block: Block, after: Block | None, measures: Sequence[Measure]) -> Iterator[Block]:
    if block.kind in ("row", "heading") or not block.lines:
        yield block
        return
    page = measures[block.lines[0].page]
    rank = rank_heading(block, after, page)
    if rank is None:
        yield from split_run_in(block, page)
        return
    lines = [*block.parts[0], *block.lines[1:]] if block.mark else block.lines
    yield Block("heading", lines, block.left, rank=rank)
