"""From blocks to pages and passages."""

from collections import Counter
from collections.abc import Iterator, Sequence

from conspectus.adapters.read_docx.blocks import Block, Cell, Paragraph, Table, clean, paragraphs
from conspectus.adapters.read_docx.shapes import (
    BOX,
    CAPTION,
    CHECKED_BOX,
    COUNT,
    Piece,
    Rank,
    heading_rank,
    pieces,
    run_in,
    title_end,
)
from conspectus.adapters.read_docx.tables import Grid, Line, band, grid
from conspectus.domain.source import Page, Passage, PassageKind, Span

MOST_STYLED_WORDS = 40
TWENTIETHS_PER_LEVEL = 720


class Scribe:
    """Writes down pages (one a paragraph) and the passages that stand on them."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.passages: list[Passage] = []
        self._index: dict[str, int] = {}
        self._ranks: list[Rank] = []
        self._path: list[tuple[int, str]] = []
        self._styled = 0
        self._body = 0

    def write(self, blocks: tuple[Block, ...], under: str | None = None) -> None:
        """Add a story. `under` names what it is when it is not the body."""
        found = paragraphs(blocks)
        for paragraph in found:
            self._index[paragraph.anchor] = len(self.pages)
            self.pages.append(Page(None, paragraph.text, anchor=paragraph.anchor))
        if under is not None:
            self._path = [(0, under)]
            for paragraph in found:
                self._add("paragraph", paragraph, Piece(0, len(paragraph.text)))
            return
        after = [*found[1:], None]
        sizes = Counter[int]()
        for paragraph in found:
            sizes[paragraph.size] += paragraph.words
        self._body = sizes.most_common(1)[0][0] if sizes else 0
        ranks = {self._rank(p, following) for p, following in zip(found, after, strict=bool(found))}
        self._ranks = sorted(rank for rank in ranks if rank)
        self._flow(blocks)

    def _rank(self, paragraph: Paragraph, following: Block | None) -> Rank | None:
        if paragraph.look.contents or _styled_level(paragraph) is not None:
            return None
        return heading_rank(paragraph, following, self._body)

    def _flow(self, blocks: Sequence[Block]) -> None:
        captions: list[Paragraph] = []
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            if isinstance(block, Table):
                self._table(grid(block), captions.pop() if captions else None)
            elif CAPTION.match(block.text) and isinstance(following, Table):
                captions.append(block)
            elif not block.look.contents:
                self._paragraph(block, following)

    def _paragraph(self, paragraph: Paragraph, following: Block | None) -> None:
        outline = _styled_level(paragraph)
        if outline is not None:
            self._styled = outline
            self._heading(paragraph, outline, len(paragraph.text))
            return
        rank = heading_rank(paragraph, following, self._body)
        if rank is not None and (paragraph.bold or not self._counts_on(paragraph)):
            self._heading(paragraph, self._level(rank), len(paragraph.text))
            return
        start = 0 if paragraph.list_format else run_in(paragraph)
        if start:
            slanted = paragraph.runs[0].italic and not paragraph.runs[0].bold
            level = self._styled + len(self._ranks) + 1 + slanted
            self._heading(paragraph, level, title_end(paragraph))
        for piece in pieces(paragraph, start):
            self._add("item" if piece.item or paragraph.list_format else "paragraph",
                      paragraph, piece)  # fmt: skip

    def _counts_on(self, paragraph: Paragraph) -> bool:
        """Whether a number set by hand counts on from the item right before."""
        number = COUNT.match(paragraph.text)
        last = self.passages[-1] if self.passages else None
        if number is None or last is None or last.kind != "item":
            return False
        before = COUNT.match(self.pages[last.spans[0].page].text)
        return before is not None and int(number[1]) == int(before[1]) + 1

    def _level(self, rank: Rank) -> int:
        place = self._ranks.index(rank) if rank in self._ranks else len(self._ranks) - 1
        return self._styled + max(0, place) + 1

    def _heading(self, paragraph: Paragraph, level: int, end: int) -> None:
        while self._path and self._path[-1][0] >= level:
            self._path.pop()
        text = self._add("heading", paragraph, Piece(0, end), level)
        self._path.append((level, text))

    def _add(self, kind: PassageKind, paragraph: Paragraph, piece: Piece, level: int = 0) -> str:
        text = clean(paragraph.text[piece.start : piece.end])
        span = Span(self._index[paragraph.anchor], piece.start, piece.end)
        depth = level or (_item_level(paragraph) if kind == "item" else 0)
        self._keep(kind, text, (span,), depth, checked=piece.checked)
        return text

    def _keep(
        self,
        kind: PassageKind,
        text: str,
        spans: tuple[Span, ...],
        level: int = 0,
        cells: tuple[str, ...] = (),
        columns: tuple[str, ...] = (),
        checked: bool | None = None,
    ) -> None:
        headings = tuple(name for _, name in self._path)
        self.passages.append(
            Passage(
                len(self.passages) + 1, kind, text, spans, headings, level, cells, columns, checked
            )
        )

    def _table(self, table: Grid, caption: Paragraph | None) -> None:
        outside = list(self._path)
        if caption is not None:
            self._heading(caption, self._deeper(), len(caption.text))
        if table.width == 1:
            self._flow([block for line in table.lines for p in line for block in p.cell.blocks])
            if self.passages[-1].kind != "heading":
                self._path = outside
            return
        inside = list(self._path)
        if table.lays_out:
            self._layout(table)
        else:
            for line in table.lines:
                across = band(line, table.width)
                if across is None:
                    self._row(table, line)
                else:
                    self._path = list(inside)
                    self._band(across)
        self._path = outside

    def _deeper(self) -> int:
        """Return the level of a heading beneath all that stand now."""
        return (self._path[-1][0] if self._path else 0) + 1

    def _band(self, cell: Cell) -> None:
        first, *rest = cell.paragraphs
        if not rest and first.words <= 15 and not first.text.endswith("."):
            self._heading(first, self._deeper(), len(first.text))
        else:
            self._flow(cell.blocks)

    def _row(self, table: Grid, line: Line) -> None:
        found = [p for placed in line for p in placed.cell.paragraphs]
        cells = table.texts(line) if line in table.body else tuple(p.cell.text for p in line)
        text = " | ".join(cells)
        box = BOX.match(text)
        self._keep(
            "row",
            text,
            tuple(Span(self._index[p.anchor], 0, len(p.text)) for p in found),
            cells=cells,
            columns=table.columns if line in table.body else (),
            checked=bool(CHECKED_BOX.search(box[0])) if box else None,
        )

    def _layout(self, table: Grid) -> None:
        outside = list(self._path)
        for label, blocks in _labelled(table):
            if label is not None and label.blocks:
                self._path = list(outside)
                level = self._deeper()
                for name in label.paragraphs:
                    self._heading(name, level, len(name.text))
            elif label is None:
                self._path = list(outside)
            self._flow(blocks)


def _labelled(table: Grid) -> Iterator[tuple[Cell | None, Sequence[Block]]]:
    """Yield what a layout table says with the cell that names it: left of it, or above it.

    A cell that names nothing (empty) goes on with what the cell above it names.
    """
    if table.headers == len(table.body) == 1 and len(table.lines[0]) == len(table.lines[1]):
        for name, body in zip(*table.lines, strict=True):
            yield name.cell, body.cell.blocks
        return
    for line in table.lines:
        label, *others = (placed.cell for placed in line)
        if any(cell.blocks for cell in others) and (not label.blocks or _is_label(label)):
            yield label, [block for cell in others for block in cell.blocks]
        else:
            for placed in line:
                yield None, placed.cell.blocks


def _styled_level(paragraph: Paragraph) -> int | None:
    outline = paragraph.look.outline
    if outline is None or not 0 <= outline <= 8 or paragraph.words > MOST_STYLED_WORDS:
        return None
    return outline + 1


def _item_level(paragraph: Paragraph) -> int:
    if paragraph.list_format:
        return (paragraph.look.list_level or 0) + 1
    return max(1, round((paragraph.look.indent or 0) / TWENTIETHS_PER_LEVEL))


def _is_label(cell: Cell) -> bool:
    found = cell.paragraphs
    return len(found) == 1 and found[0].words <= 15 and not BOX.match(found[0].text)
