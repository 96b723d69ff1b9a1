"""The characters of a page as PDFium gives them, gathered into printed lines.

Every call into PDFium costs about as much as the extraction of a character's text, so boxes are
fetched by `map` into one array, and objects, fonts and colors only where they may change.
"""

import ctypes
import math
import re
from array import array
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.fonts import Fonts
from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.mend import mend
from conspectus.adapters.read_pdf.prototypes import INT, POINTER, UINT, prototype
from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import SLANTED, Run, Style, TextLine
from conspectus.adapters.read_pdf.veils import Veils

_loose_box = prototype(pdfium.FPDFText_GetLooseCharBox, INT, POINTER, INT, POINTER)
_text_object = prototype(pdfium.FPDFText_GetTextObject, POINTER, POINTER, INT)
_char_origin = prototype(pdfium.FPDFText_GetCharOrigin, INT, POINTER, INT, POINTER, POINTER)
_char_angle = prototype(pdfium.FPDFText_GetCharAngle, ctypes.c_float, POINTER, INT)
_unicode = prototype(pdfium.FPDFText_GetUnicode, UINT, POINTER, INT)

_ROWS = re.compile(r"[^\r\n\ufffe\x02]+[\ufffe\x02]?")
_LOW, _ASCENT, _DESCENT = 0.9, 0.9, 0.22
_HYPHENS = frozenset("\ufffe\x02\xad")
_STEEP = 0.15
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e0fff]")


class _Strip(NamedTuple):
    """Characters `start` to `end` of the page that one text object drew, and its height."""

    start: int
    end: int
    style: Style
    top: float
    bottom: float


class PageGlyphs:
    """Reads the lines of one page in the order of its content stream.

    `deceives` tells that characters were left out which turn or smuggle words unseen.
    """

    def __init__(self, textpage: Any, frame: Frame, index: int, drawing: Drawing) -> None:
        self._page = index
        self._frame = frame
        self._veils = Veils(drawing)
        self.deceives = False
        self._fonts = Fonts()
        self._handle = ctypes.cast(textpage, ctypes.c_void_p).value
        self._count = max(pdfium.FPDFText_CountChars(textpage), 0)
        self._text = self._read_text(textpage)
        boxes = array("f", bytes(16 * self._count))
        base = boxes.buffer_info()[0]
        addresses = range(base, base + 16 * self._count, 16)
        deque(map(_loose_box, repeat(self._handle), range(self._count), addresses), 0)
        self._boxes = frame.turn(boxes)
        self._lefts = self._boxes[0::4]
        self._height = frame.height
        self._origin = array("d", bytes(16))

    def _read_text(self, textpage: Any) -> str:
        count = self._count
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        written = pdfium.FPDFText_GetText(textpage, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            text = "".join(map(chr, map(_unicode, repeat(self._handle), range(count))))
        return text

    def lines(self) -> list[TextLine]:
        """Return the lines that hold anything but white space."""
        rows = (match.span() for match in _ROWS.finditer(self._text))
        lines = (self._line(strips) for start, end in rows for strips in self._part(start, end))
        found = [line for line in lines if line is not None]
        return mend(found) if self._frame.quarters % 2 else found

    def _part(self, start: int, end: int) -> Iterator[list[_Strip]]:
        """Part what PDFium takes for one line where the pen jumps up or down."""
        strips: list[_Strip] = []
        for strip in self._strips(start, end):
            if strips:
                last = strips[-1]
                jump = abs(strip.top + strip.bottom - last.top - last.bottom) / 2
                if jump > 0.6 * max(strip.bottom - strip.top, last.bottom - last.top):
                    yield strips
                    strips = []
            strips.append(strip)
        yield strips

    def _strips(self, start: int, end: int) -> Iterator[_Strip]:
        """Find where the text object changes, by halves: most lines have very few."""
        text = self._text[start:end]
        start, end = end - len(text.lstrip()), start + len(text.rstrip())
        if start >= end:
            return
        first = _text_object(self._handle, start)
        if start + 1 == end or first == _text_object(self._handle, end - 1):
            if first is not None:
                style = self._fonts.style(first)
                yield _Strip(start, end, style, *self._extent(start, style.size))
            return
        middle = (start + end) // 2
        halves = chain(self._strips(start, middle), self._strips(middle, end))
        yield from _joined(halves)

    def _extent(self, index: int, size: float) -> tuple[float, float]:
        """Return top and bottom of the type at a character.

        Where the font does not say how tall it is, PDFium gives the box of the ink alone.
        """
        top = self._height - self._boxes[4 * index + 1]
        bottom = self._height - self._boxes[4 * index + 3]
        if bottom - top >= _LOW * size:
            return top, bottom
        baseline = self._baseline(index)
        return baseline - _ASCENT * size, baseline + _DESCENT * size

    def _baseline(self, index: int) -> float:
        at = self._origin.buffer_info()[0]
        _char_origin(self._handle, index, at, at + 8)
        x, y = self._origin
        return self._frame.box(x, y, x, y)[1]

    def _line(self, strips: list[_Strip]) -> TextLine | None:
        """Make a line of strips; cut out what cannot be printed."""
        if not strips:
            return None
        first, last = strips[0].start, strips[-1].end
        text = self._text[first:last].replace("\t", " ")
        edges = self._lefts[first:last]
        edges.append(self._boxes[4 * last - 2])
        if text[-1] in _HYPHENS:
            text = text[:-1] + "-"
        runs = [self._run(strip, first) for strip in strips]
        top = min(strip.top for strip in strips)
        bottom = max(strip.bottom for strip in strips)
        line = TextLine(text, edges, min(edges), top, max(edges), bottom, runs, self._page)
        places: Sequence[int] = range(first, last)
        if _UNPRINTABLE.search(text):
            self.deceives = self.deceives or bool(_TURNING.search(text))
            kept = [i for i, char in enumerate(text) if not _UNPRINTABLE.match(char)]
            if not kept:
                return None
            line, places = line.pick(kept), [first + i for i in kept]
        line.turn = self._turn(first)
        if line.turn:
            self._lay(line, first, last)
        else:
            self._veils.draw(
                line,
                lambda i: _text_object(self._handle, places[i]),
                lambda i: self._baseline(places[i]),
            )
        return line

    def _lay(self, line: TextLine, first: int, last: int) -> None:
        """Give a line that does not stand upright the box of all of it, whatever is cut of it."""
        line.left, line.right = min(line.edges), max(self._boxes[4 * first + 2 : 4 * last : 4])
        line.edges = array("f", [(line.left, line.right)[i % 2] for i in range(len(line.edges))])
        line.top = self._height - max(self._boxes[4 * first + 1 : 4 * last : 4])
        line.bottom = self._height - min(self._boxes[4 * first + 3 : 4 * last : 4])

    def _turn(self, first: int) -> int:
        """Return by how many quarters the page must be turned for the characters to be upright.

        The first of them tells; PDFium orders those that stand upside down from left to right.
        """
        quarters = -2 * _char_angle(self._handle, first) / math.pi - self._frame.quarters
        nearest = round(quarters)
        return nearest % 4 if abs(quarters - nearest) < _STEEP else SLANTED

    def _run(self, strip: _Strip, first: int) -> Run:
        right = self._boxes[4 * strip.end - 2]
        return Run(
            strip.start - first, strip.end - first, self._lefts[strip.start], right, strip.style
        )


def _joined(strips: Iterator[_Strip]) -> Iterator[_Strip]:
    """Join neighbours of one style and height, spaces between them included."""
    last: _Strip | None = None
    for strip in strips:
        if last and last.style is strip.style and last.top == strip.top:
            last = last._replace(end=strip.end)
            continue
        if last:
            yield last
        last = strip
    if last:
        yield last
