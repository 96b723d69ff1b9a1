"""What was uploaded and what a reader found in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from hashlib import sha256
from typing import Literal

from conspectus.domain.locate import PageIndex
from conspectus.domain.text.word_edges import splits_number

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in PDF points from the top left corner of the page."""

PassageKind = Literal["heading", "paragraph", "item", "row"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was given: its name is a label, never a path."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of a page: `page.text[start:end]` and where it stands.

    `edges` holds the left edge of every character and the right edge of the last one, in points
    (`end - start + 1` numbers), so that a box can be cut for any part of the line.
    """

    start: int
    end: int
    box: Box
    edges: Sequence[float]

    def cut(self, start: int, end: int) -> Box:
        """Return the box of the characters `start` to `end` (page offsets) of this line."""
        first, last = max(start, self.start), min(end, self.end)
        edges = self.edges[first - self.start : last - self.start + 1]
        return (round(min(edges), 2), self.box[1], round(max(edges), 2), self.box[3])


@dataclass(frozen=True, slots=True)
class Page:
    """One physical page of a PDF, or one paragraph of a DOCX, whose pages exist only once printed.

    `number` counts physical pages from 1 (None in a DOCX), `label` is the number printed on the
    page, `anchor` names the paragraph of a DOCX (None in a PDF). `text` holds the whole text in
    reading order, running headers and footers included, lines separated by newlines; every offset
    in the program points into it. `confidence` is the mean word confidence (0-100) of a page read
    by OCR, None for text that the file itself holds.
    """

    number: int | None
    text: str
    label: str | None = None
    anchor: str | None = None
    lines: tuple[Line, ...] = ()
    width: float = 0.0
    height: float = 0.0
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one page: `source.pages[page].text[start:end]`."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, paragraph, list item or table row, in reading order and without running headers.

    `text` has single spaces and no line-end hyphens; `spans` say where it stands (several when it
    crosses a page break). `headings` is the path of the headings above it, outermost first.
    `level` is the depth of a heading or of a list item, from 1. A table row keeps its `cells` and
    the `columns` that head them; its text is the cells joined by " | ". `checked` tells the state
    of a check box that begins the passage.
    """

    number: int
    kind: PassageKind
    text: str
    spans: tuple[Span, ...]
    headings: tuple[str, ...] = ()
    level: int = 0
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Verbatim words of the source: `quote == page.text[start:end]` of the page they stand on.

    A quote over a page break is two pieces of evidence with the same `group`, each verbatim on
    its own page.
    """

    page: int | None
    page_label: str | None
    anchor: str | None
    quote: str
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a reader noticed about the file, told to the user as a finding.

    `code` is one of: truncated, ocr, ocr-low-confidence, comments, hidden-text, language.
    """

    code: str
    message: str


@dataclass(frozen=True)
class Source:
    """A document as it was read. `comments` are reviewers' margin notes, set apart."""

    name: str
    digest: str
    media_type: str
    language: str | None
    pages: tuple[Page, ...]
    passages: tuple[Passage, ...]
    comments: tuple[Passage, ...] = ()
    remarks: tuple[Remark, ...] = field(default=())

    @cached_property
    def _index(self) -> PageIndex:
        return PageIndex([page.text for page in self.pages])

    @cached_property
    def _standing(self) -> Mapping[tuple[int | None, str | None], list[tuple[Span, Passage]]]:
        """The passages of each page, in order, with the place of each piece of them there."""
        standing: dict[tuple[int | None, str | None], list[tuple[Span, Passage]]] = {}
        for passage in self.passages:
            for span in passage.spans:
                page = self.pages[span.page]
                standing.setdefault((page.number, page.anchor), []).append((span, passage))
        return standing

    def holders(self, piece: Evidence) -> list[Passage]:
        """Return the passages in which a piece of evidence stands."""
        held: list[Passage] = []
        for span, passage in self._standing.get((piece.page, piece.anchor), ()):
            if span.start < piece.end and piece.start < span.end:
                held += [passage] if not held or held[-1] is not passage else []
        return held

    def locate(
        self, quote: str, near: Passage | None = None, least: int = 0
    ) -> tuple[Evidence, ...]:
        """Find a quote, exact or folded, within a page or across a page break.

        Folding forgives white space, ligatures, dashes, quotation marks, line-end hyphens and
        zero-width characters, never a letter, digit or word. The occurrence inside `near` is
        preferred; else the first one. Returns no evidence when the quote is not in the source,
        two pieces of one group when it runs over a page break. A find with fewer than `least`
        letters and digits is widened to the lines around it, so that it can be told apart;
        the first piece over a page break backwards.
        """
        window = [(span.page, span.start, span.end) for span in near.spans] if near else []
        hits = self._index.find(quote, window)
        group = f"{hits[0][0]}:{hits[0][1]}" if len(hits) > 1 else None
        hits = tuple(
            self._widened(*hit, least, back=group is not None and hit is hits[0]) for hit in hits
        )
        return tuple(self.evidence(*hit, group) for hit in hits)

    def _widened(
        self, page: int, start: int, end: int, least: int, back: bool
    ) -> tuple[int, int, int]:
        text = self.pages[page].text
        while sum(map(str.isalnum, text[start:end])) < least and end - start < len(text):
            if end < len(text) and not (back and start):
                end = min(i for i in (text.find("\n", end + 1), len(text)) if i >= 0)
            else:
                start = text.rfind("\n", 0, max(0, start - 1)) + 1
        return page, start, end

    def evidence(self, page: int, start: int, end: int, group: str | None = None) -> Evidence:
        """Return the words `pages[page].text[start:end]` as evidence, with their boxes."""
        leaf = self.pages[page]
        boxes = tuple(
            line.cut(start, end) for line in leaf.lines if line.start < end and start < line.end
        )
        quote = leaf.text[start:end]
        return Evidence(leaf.number, leaf.label, leaf.anchor, quote, start, end, boxes, group)


def grouped(evidence: Iterable[Evidence]) -> list[tuple[Evidence, ...]]:
    """Return the quotes in order, each as its pieces: more than one over a page break."""
    groups: dict[object, list[Evidence]] = {}
    for index, piece in enumerate(evidence):
        groups.setdefault(piece.group or index, []).append(piece)
    return [tuple(pieces) for pieces in groups.values()]


def quoted_words(evidence: Iterable[Evidence]) -> list[str]:
    """Return the words of each quote, the pieces of one over a page break joined."""
    return [reduce(_joined, (piece.quote for piece in pieces)) for pieces in grouped(evidence)]


def _joined(before: str, after: str) -> str:
    return f"{before}{'' if splits_number(before, after) else ' '}{after}"
