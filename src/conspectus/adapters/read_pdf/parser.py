"""The whole way from the bytes of a PDF to a source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2

from conspectus.adapters.read_pdf.accents import accent
from conspectus.adapters.read_pdf.block import BARE_TITLE, Block
from conspectus.adapters.read_pdf.boxes import Boxes
from conspectus.adapters.read_pdf.cells import table_blocks
from conspectus.adapters.read_pdf.comments import (
    gather_comments,
    mark_comments,
    read_notes,
    read_strikes,
)
from conspectus.adapters.read_pdf.flow import Flow
from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.glyphs import PageGlyphs
from conspectus.adapters.read_pdf.grid import find_grids
from conspectus.adapters.read_pdf.headings import (
    MOST_NESTED,
    goes_on,
    is_bare_title,
    is_named,
    rank_heading,
)
from conspectus.adapters.read_pdf.hidden import leave_out_unseen
from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.marks import split_boxes
from conspectus.adapters.read_pdf.measure import Measure, measure, set_margins
from conspectus.adapters.read_pdf.nested import in_grids, unnest
from conspectus.adapters.read_pdf.numerals import set_numerals_apart
from conspectus.adapters.read_pdf.opening import open_page, open_pdf, turned_page
from conspectus.adapters.read_pdf.order import order_lines
from conspectus.adapters.read_pdf.outline import Outline
from conspectus.adapters.read_pdf.remarks import remarks
from conspectus.adapters.read_pdf.rulings import read_drawing
from conspectus.adapters.read_pdf.run_in import split_run_in
from conspectus.adapters.read_pdf.running import mark_running, number_pages, running_passages
from conspectus.adapters.read_pdf.scans import Ocr, is_scan, read_scan
from conspectus.adapters.read_pdf.sides import part_sides, side_labels, text_column
from conspectus.adapters.read_pdf.splits import note_broken
from conspectus.adapters.read_pdf.tables import Table, head_columns, read_table
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.unruled import read_alleys
from conspectus.adapters.read_pdf.weave import Weaver
from conspectus.domain.errors import EmptySource, SourceTooLarge, TextLayerMissing
from conspectus.domain.source import Source, Upload
from conspectus.domain.text.language import detect_language
from conspectus.domain.text.legible import legible

_FEWEST_HEADINGS = 4


@dataclass(frozen=True)
class PdfParser:
    """Reads PDFs of at most `max_pages` pages, none longer than `max_points` on a side.

    `ocr` reads the pages that are pictures; without it they are refused or remarked.
    """

    max_pages: int = 1000
    max_points: float = 14_400.0
    ocr: Ocr | None = None

    def parse(self, upload: Upload) -> Source:
        """Raise a SourceError when the file cannot be read whole."""
        with open_pdf(upload.data, self.max_pages) as document:
            numbers, boxes = range(len(document)), Boxes()
            leaves = [self._read_leaf(document, index, boxes) for index in numbers]
            labels = [legible(document.get_page_label(index)) or None for index in numbers]
        unread = [leaf.index + 1 for leaf in leaves if leaf.confidence is None and is_scan(leaf)]
        set_numerals_apart(leaves)
        mark_running(leaves)
        number_pages(leaves, labels)
        for leaf in leaves:
            mark_comments(leaf)
            read_alleys(leaf)
            leaf.column = text_column(leaf.body)
            leaf.lines = part_sides(leaf.lines, leaf.column)
            order_lines(leaf)
        note_broken(leaves)
        pages = tuple(leaf.print() for leaf in leaves)
        _refuse_wordless(leaves, unread)
        weaver = Weaver([line for leaf in leaves for line in leaf.lines])
        comments = gather_comments(leaves, weaver)
        passages = Outline(weaver).passages(_blocks(leaves, weaver))
        language = detect_language(" ".join(passage.text for passage in passages[:400]))
        passages.extend(running_passages(leaves, len(passages)))
        return Source(
            name=upload.name,
            digest=upload.digest,
            media_type="application/pdf",
            language=language,
            pages=pages,
            passages=tuple(passages),
            comments=comments,
            remarks=tuple(remarks(leaves, comments, unread)),
        )

    def _read_leaf(self, document: pypdfium2.PdfDocument, index: int, boxes: Boxes) -> Leaf:
        with open_page(document, index) as (page, textpage):
            leaf = self._read_upright(page, textpage, index, boxes)
            leaf.notes = read_notes(page)
            if self.ocr and is_scan(leaf):
                read_scan(page, leaf, self.ocr)
            for quarters in sorted(leaf.take_turned()):
                with turned_page(page, quarters) as turned:
                    leaf.add_turned(self._read_upright(page, turned, index, boxes), quarters)
        return leaf

    def _read_upright(self, page: Any, textpage: Any, index: int, boxes: Boxes) -> Leaf:
        """Read a page as it stands; lines that do not stand upright are still among the others."""
        frame = Frame(page)
        if max(frame.width, frame.height) > self.max_points:
            raise SourceTooLarge(f"Page {index + 1} is larger than {self.max_points:.0f} points.")
        drawing = read_drawing(page, frame)
        drawing.across.extend(read_strikes(page, frame))
        glyphs = PageGlyphs(textpage, frame, index, drawing, boxes)
        leaf = Leaf(index, frame.width, frame.height, glyphs.lines(), drawing)
        leave_out_unseen(leaf)
        if glyphs.deceives:
            leaf.noted.add("turning")
        leaf.grids = [inner for grid in find_grids(leaf.drawing) for inner in unnest(grid)]
        accent(leaf.lines, leaf.drawing, leaf.grids)
        return leaf


def _refuse_wordless(leaves: Sequence[Leaf], unread: Sequence[int]) -> None:
    if any(any(char.isalnum() for char in line.text) for leaf in leaves for line in leaf.body):
        return
    if unread:
        raise TextLayerMissing(
            "The pages are pictures without text, and no OCR engine was found. "
            "Install the package tesseract-ocr and read the file again."
        )
    raise EmptySource("The PDF holds no words.")


def _blocks(leaves: Sequence[Leaf], weaver: Weaver) -> list[Block]:
    measures = measure(leaves)
    flow = Flow(measures)
    blocks: list[Block] = []
    table: Table | None = None
    for _, group in groupby(_stream(leaves), type):
        parts = list(group)
        lines = [part for part in parts if isinstance(part, TextLine)]
        blocks.extend(flow.blocks(piece for line in lines for piece in split_boxes(line)))
        for part in parts:
            if isinstance(part, Table):
                head_columns(part, weaver, table)
                table = part
                blocks.extend(table_blocks(part, flow, weaver))
            elif isinstance(part, Block):
                blocks.append(part)
    judged = list(_judged(blocks, measures, faint=False))
    if sum(block.kind == "heading" for block in judged) < _FEWEST_HEADINGS:
        judged = list(_judged(blocks, measures, faint=True))
    return judged


def _judged(blocks: Sequence[Block], measures: Sequence[Measure], faint: bool) -> Iterator[Block]:
    """Yield the blocks, headings found among them; `faint` ones where the type tells of none."""
    before: Block | None = None
    items: list[Block] = []
    for block, after in zip(blocks, [*blocks[1:], None], strict=bool(blocks)):
        listed = bool(block.mark) and goes_on(block, before, items)
        faintly = faint and after is not None and is_bare_title(block, after)
        for judged in _judge(block, before, after, measures, listed):
            if faintly and judged is block and block.kind == "paragraph":
                judged = Block("heading", block.lines, block.left, rank=BARE_TITLE)
            yield judged
            before = judged
            items = [*items[-MOST_NESTED:], judged] if judged.kind == "item" else []


def _stream(leaves: Sequence[Leaf]) -> Iterator[TextLine | Table | Block]:
    """Yield the lines of the body, those of a table gathered where the first of them stands."""
    for leaf in leaves:
        body = leaf.body
        tables = {id(part[1][0]): part for part in in_grids(leaf.grids, body)}
        taken = {id(line) for _, lines, _ in tables.values() for line in lines}
        free = [line for line in body if id(line) not in taken]
        set_margins(free)
        labels = side_labels(free, leaf.column)
        for line in body:
            if id(line) in tables:
                grid, lines, holds = tables[id(line)]
                yield read_table(grid, lines, leaf.drawing, holds)
            elif id(line) in labels:
                yield labels[id(line)]
            elif id(line) not in taken and line.role == "body":
                yield line


def _judge(
    block: Block,
    before: Block | None,
    after: Block | None,
    measures: Sequence[Measure],
    listed: bool,
) -> Iterator[Block]:
    if block.kind in ("row", "heading") or not block.lines or is_named(block, before):
        yield block
        return
    page = measures[block.lines[0].page]
    rank = rank_heading(block, after, page, listed)
    if rank is None:
        yield from split_run_in(block, page)
        return
    yield Block("heading", block.marked, block.left, rank=rank)
