"""The characters of a page as PDFium gives them, gathered into printed lines."""

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.frame import Frame


def _prototype(function: Any, result: Any, *arguments: Any) -> Any:
    """Plain-integer prototypes let `map` drive a C function over a whole page."""
    address = ctypes.cast(function, ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_POINTER, _INT = ctypes.c_void_p, ctypes.c_int
_loose_box = _prototype(pdfium.FPDFText_GetLooseCharBox, _INT, _POINTER, _INT, _POINTER)
_text_object = _prototype(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
_unicode = _prototype(pdfium.FPDFText_GetUnicode, ctypes.c_uint, _POINTER, _INT)

_BREAKS = frozenset("\r\n")
_HYPHENS = frozenset("\ufffe\x02")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\uffff\ud800-\udfff]")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]b$|cmbx|sfbx|bx\d+$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|[-,]i$|cmti|sfti", re.IGNORECASE)


class Style(NamedTuple):
    """How a run of characters is set. `size` is in points, `color` 0xRRGGBB."""

    font: str
    size: float
    bold: bool
    italic: bool
    color: int
    hidden: bool


class Run(NamedTuple):
    """Characters `start` to `end` of a line set in one style, between two x positions."""

    start: int
    end: int
    left: float
    right: float
    style: Style


@dataclass(slots=True, eq=False)
class TextLine:
    """One printed line: its text, where it stands (points from the top left) and its runs.

    `edges` are the left edges of all characters and the right edge of the last. `role` is body,
    running (header or footer) or comment. `start` is its place in the text of its page, `margin`
    the right edge of the column it is set in.
    """

    text: str
    edges: "array[float]"
    left: float
    top: float
    right: float
    bottom: float
    runs: list[Run]
    page: int = 0
    role: str = "body"
    start: int = 0
    underlined: bool = False
    margin: float = 0.0
    size: float = field(init=False)
    bold: bool = field(init=False)
    italic: bool = field(init=False)
    color: int = field(init=False)

    def __post_init__(self) -> None:
        bold = italic = total = 0
        widest, self.size, self.color = 0, 0.0, 0
        for start, end, _, _, style in self.runs:
            length = end - start
            total += length
            bold += length * style.bold
            italic += length * style.italic
            if length > widest:
                widest, self.size, self.color = length, style.size, style.color
        self.bold = total > 0 and bold >= 0.9 * total
        self.italic = total > 0 and italic >= 0.9 * total

    def cut(self, start: int, end: int) -> "TextLine":
        """Return the characters `start` to `end` of this line, trimmed, as a line of their own."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        runs = [
            Run(max(r.start, start) - start, min(r.end, end) - start, r.left, r.right, r.style)
            for r in self.runs
            if r.start < end and start < r.end
        ]
        edges = self.edges[start : end + 1]
        return TextLine(
            text, edges, min(edges), self.top, max(edges), self.bottom, runs,
            self.page, self.role, self.start + start, self.underlined, self.margin,
        )  # fmt: skip

    @property
    def end(self) -> int:
        """Where the line ends in the text of its page."""
        return self.start + len(self.text)

    @property
    def middle(self) -> float:
        """The vertical middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of the line's box."""
        return self.bottom - self.top


class _Strip(NamedTuple):
    """Characters `start` to `end` of the page that one text object drew."""

    start: int
    end: int
    style: Style


class PageGlyphs:
    """Reads the lines of one page in the order of its content stream."""

    def __init__(self, page: Any, textpage: Any, frame: Frame, number: int) -> None:
        self._page = number
        self._frame = frame
        self._handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
        self._count = pdfium.FPDFText_CountChars(textpage.raw)
        self._text = self._read_text(textpage)
        boxes = array("f", bytes(16 * self._count))
        base = boxes.buffer_info()[0]
        addresses = range(base, base + 16 * self._count, 16)
        deque(map(_loose_box, repeat(self._handle), range(self._count), addresses), 0)
        self._lefts, self._tops, self._rights, self._bottoms = frame.place(boxes)

    def _read_text(self, textpage: Any) -> str:
        count = self._count
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(textpage.raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            text = "".join(map(chr, map(_unicode, repeat(self._handle), range(count))))
        return text

    def lines(self) -> list[TextLine]:
        """Return the lines that hold anything but white space."""
        lines = (self._line(strips) for strips in self._gather())
        return [line for line in lines if line is not None]

    def _strips(self) -> Iterator[tuple[int, int, int | None]]:
        objects = map(_text_object, repeat(self._handle), range(self._count))
        start = 0
        for pointer, group in groupby(objects):
            end = start + len(list(group))
            yield start, end, pointer
            start = end

    def _gather(self) -> Iterator[list[_Strip]]:
        """Split where PDFium breaks the line, after a line-end hyphen and where the pen jumps."""
        styles: dict[int, Style] = {}
        strips: list[_Strip] = []
        middle = height = 0.0
        for start, end, pointer in self._strips():
            if pointer is None:
                if not _BREAKS.isdisjoint(self._text[start:end]):
                    yield strips
                    strips = []
                elif strips and end - start:
                    strips[-1] = strips[-1]._replace(end=end)
                continue
            style = styles.get(pointer)
            if style is None:
                style = styles[pointer] = self._style(pointer)
            first = start
            tall = self._bottoms[first] - self._tops[first]
            here = (self._bottoms[first] + self._tops[first]) / 2
            if strips and abs(here - middle) > 0.6 * max(tall, height):
                yield strips
                strips = []
            middle, height = here, tall
            for cut in range(start, end) if self._has_hyphen(start, end) else ():
                if self._text[cut] in _HYPHENS:
                    strips.append(_Strip(first, cut + 1, style))
                    yield strips
                    strips, first = [], cut + 1
            if first < end:
                strips.append(_Strip(first, end, style))
        yield strips

    def _has_hyphen(self, start: int, end: int) -> bool:
        return not _HYPHENS.isdisjoint(self._text[start:end])

    def _line(self, strips: list[_Strip]) -> TextLine | None:
        """Trim the white space at both ends and cut out what cannot be printed."""
        if not strips:
            return None
        first, last = strips[0].start, strips[-1].end
        text = self._text[first:last]
        stripped = text.strip()
        if not stripped:
            return None
        lead = text.index(stripped[0])
        first, last = first + lead, first + lead + len(stripped)
        if _HYPHENS.isdisjoint(stripped) and not _UNPRINTABLE.search(stripped):
            keep = None
        else:
            stripped = stripped.replace("\ufffe", "-").replace("\x02", "-").replace("\t", " ")
            keep = [i for i, char in enumerate(stripped) if not _UNPRINTABLE.match(char)]
            if not keep:
                return None
        edges = self._lefts[first:last]
        if keep and len(keep) < len(stripped):
            edges = array("f", (edges[i] for i in keep))
            stripped = "".join(stripped[i] for i in keep)
        edges.append(self._rights[last - 1])
        runs = list(self._runs(strips, first, last, keep))
        return TextLine(
            stripped,
            edges,
            min(edges),
            min(self._tops[max(s.start, first)] for s in strips if s.start < last),
            max(edges),
            max(self._bottoms[max(s.start, first)] for s in strips if s.start < last),
            runs,
            self._page,
        )

    def _runs(
        self, strips: list[_Strip], first: int, last: int, keep: list[int] | None
    ) -> Iterator[Run]:
        for start, end, style in strips:
            start, end = max(start, first), min(end, last)
            word = self._text[start:end].strip()
            if start >= end or not word:
                continue
            inked = start + self._text[start:end].index(word[0])
            left, right = self._lefts[inked], self._rights[inked + len(word) - 1]
            begin, finish = start - first, end - first
            if keep is not None:
                begin = sum(i < begin for i in keep)
                finish = sum(i < finish for i in keep)
            yield Run(begin, finish, left, right, style)

    def _style(self, pointer: int) -> Style:
        handle = ctypes.cast(pointer, pdfium.FPDF_PAGEOBJECT)
        name = self._frame.font_name(pdfium.FPDFTextObj_GetFont(handle))
        size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        pdfium.FPDFTextObj_GetFontSize(handle, size)
        pdfium.FPDFPageObj_GetMatrix(handle, matrix)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
        color = red.value << 16 | green.value << 8 | blue.value
        return Style(
            name,
            round(size.value * scale * 2) / 2,
            bool(_BOLD.search(name)) or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            bool(_ITALIC.search(name)),
            color,
            mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
        )
