"""The characters of a page as PDFium gives them, gathered into printed lines.

Every call into PDFium costs about as much as the extraction of a character's text, so only boxes
are fetched for each; objects, fonts and colors only where they may change.
"""

import ctypes
import math
import re
from array import array
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.boxes import Boxes
from conspectus.adapters.read_pdf.fonts import Fonts
from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.mend import mend
from conspectus.adapters.read_pdf.prototypes import INT, POINTER, UINT, prototype
from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import SLANTED, Run, Style, TextLine, reach
from conspectus.adapters.read_pdf.veils import Veils

_text_object = prototype(pdfium.FPDFText_GetTextObject, POINTER)
_char_origin = prototype(pdfium.FPDFText_GetCharOrigin, INT)
_char_angle = prototype(pdfium.FPDFText_GetCharAngle, ctypes.c_float)
_unicode = prototype(pdfium.FPDFText_GetUnicode, UINT)

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

    def __init__(
        self, textpage: Any, frame: Frame, index: int, drawing: Drawing, boxes: Boxes
    ) -> None:
        self._page = index
        self._frame = frame
        self.deceives = False
        self._fonts = Fonts()
        self._handle = textpage
        self._count = max(pdfium.FPDFText_CountChars(textpage), 0)
        self._text = self._read_text()
        self._boxes = frame.turn(boxes.read(textpage, self._count))
        self._lefts = self._boxes[0::4]
        self._height = frame.height
        self._baseline = partial(_baseline, textpage, frame)
        self._veils = Veils(drawing, partial(_text_object, textpage), self._baseline)

    def _read_text(self) -> str:
        count = self._count
        buffer = bytearray(4 * count + 4)
        first = ctypes.byref(ctypes.c_ushort.from_buffer(buffer))
        written = pdfium.FPDFText_GetText(self._handle, 0, count, first)
        text = buffer[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
        if len(text) != count:
            text = "".join(map(chr, map(_unicode, repeat(self._handle), range(count))))
        return text

    def lines(self) -> list[TextLine]:
        """Return the lines that hold anything but white space."""
        rows = (self._strips(*match.span()) for match in _ROWS.finditer(self._text))
        lines = (self._line(part) for strips in rows if strips for part in _parted(strips))
        found = [line for line in lines if line is not None]
        return mend(found) if self._frame.quarters % 2 else found

    def _strips(self, start: int, end: int) -> list[_Strip]:
        """Return the strips of a row, without the white space around it."""
        text = self._text[start:end]
        start, end = end - len(text.lstrip()), start + len(text.rstrip())
        strips: list[_Strip] = []
        if start < end:
            first, last = _text_object(self._handle, start), _text_object(self._handle, end - 1)
            self._halve(start, end, first, last, strips)
        return strips

    def _halve(
        self, start: int, end: int, first: int | None, last: int | None, strips: list[_Strip]
    ) -> None:
        """Find where the text object changes, by halves: most lines have very few.

        `first` drew the first character and `last` the last, neither of which is white space.
        """
        if first == last:
            if first is not None:
                self._add(strips, start, end, self._fonts.style(first))
            return
        middle = (start + end) // 2
        stop = start + len(self._text[start:middle].rstrip())
        begin = end - len(self._text[middle:end].lstrip())
        self._halve(start, stop, first, _text_object(self._handle, stop - 1), strips)
        self._halve(begin, end, _text_object(self._handle, begin), last, strips)

    def _add(self, strips: list[_Strip], start: int, end: int, style: Style) -> None:
        """Add a strip, joined to the last one when both are of one style and height."""
        top, bottom = self._extent(start, style.size)
        last = strips[-1] if strips else None
        if last and last.style is style and last.top == top:
            strips[-1] = _Strip(last.start, end, style, top, last.bottom)
        else:
            strips.append(_Strip(start, end, style, top, bottom))

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

    def _line(self, strips: Sequence[_Strip]) -> TextLine | None:
        """Make a line of strips; cut out what cannot be printed."""
        first, last = strips[0].start, strips[-1].end
        text = self._text[first:last].replace("\t", " ")
        edges = self._lefts[first:last]
        edges.append(self._boxes[4 * last - 2])
        if text[-1] in _HYPHENS:
            text = text[:-1] + "-"
        runs = [
            Run(start - first, end - first, self._lefts[start], self._boxes[4 * end - 2], style)
            for start, end, style, _, _ in strips
        ]
        top = min([strip.top for strip in strips])
        bottom = max([strip.bottom for strip in strips])
        left, right = reach(edges)
        line = TextLine(text, edges, left, top, right, bottom, runs, self._page)
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
            self._veils.draw(line, places)
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


def _baseline(textpage: Any, frame: Frame, index: int) -> float:
    """Return the height at which a character stands, from the top of the page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    _char_origin(textpage, index, ctypes.byref(x), ctypes.byref(y))
    return frame.box(x.value, y.value, x.value, y.value)[1]


def _parted(strips: Sequence[_Strip]) -> Iterator[Sequence[_Strip]]:
    """Part what PDFium takes for one line where the pen jumps up or down."""
    begin = 0
    for index in range(1, len(strips)):
        last, strip = strips[index - 1], strips[index]
        jump = abs(strip.top + strip.bottom - last.top - last.bottom) / 2
        if jump > 0.6 * max(strip.bottom - strip.top, last.bottom - last.top):
            yield strips[begin:index]
            begin = index
    yield strips[begin:]
