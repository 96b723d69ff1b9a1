"""Pages that are pictures: told apart, rendered and read by OCR."""

import ctypes
from array import array
from collections.abc import Sequence
from itertools import groupby
from statistics import fmean, median
from typing import Any, Protocol

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import Run, Style, TextLine
from conspectus.domain.scan import Picture, Word

_DOTS = 250
_MOST_PIXELS = 24_000_000
_FEWEST_LETTERS = 40
_COVER = 0.4


class Ocr(Protocol):
    """Reads the words of a picture."""

    def read(self, picture: Picture) -> Sequence[Word]:
        """Return the words in reading order."""


def is_scan(leaf: Leaf) -> bool:
    """Whether the page has next to no text of its own and a picture covers much of it."""
    letters = sum(len(line.text) for line in leaf.lines)
    if letters >= _FEWEST_LETTERS:
        return False
    area = sum(
        (min(right, leaf.width) - max(left, 0)) * (min(bottom, leaf.height) - max(top, 0))
        for left, top, right, bottom in leaf.drawing.images
    )
    return area > _COVER * leaf.width * leaf.height


def read_scan(page: Any, leaf: Leaf, ocr: Ocr) -> None:
    """Replace the lines of the page by those that OCR reads, and set its confidence."""
    picture = render(page, leaf)
    words = ocr.read(picture)
    scale = 72 / picture.dots
    tall = median([w.box[3] - w.box[1] for w in words]) * scale if words else 0.0
    leaf.lines = [
        _line(list(group), scale, tall, leaf.index)
        for _, group in groupby(words, key=lambda word: word.line)
    ]
    leaf.confidence = round(fmean(w.confidence for w in words), 1) if words else 0.0


def render(page: Any, leaf: Leaf) -> Picture:
    """Draw the page in grey, as finely as the limit of pixels allows."""
    inches = max(leaf.width * leaf.height / 72**2, 0.01)
    dots = min(_DOTS, int((_MOST_PIXELS / inches) ** 0.5))
    width, height = max(int(leaf.width * dots / 72), 1), max(int(leaf.height * dots / 72), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        raw = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = (raw[start : start + width] for start in range(0, stride * height, stride))
    return Picture(width, height, b"".join(rows), dots)


def _line(words: Sequence[Word], scale: float, tall: float, page: int) -> TextLine:
    """Set the words of one line next to one another, their letters spread evenly."""
    text = ""
    edges = array("f")
    for word in words:
        left, right = word.box[0] * scale, word.box[2] * scale
        if text:
            text += " "
            edges.append(edges[-1] + (right - left) / len(word.text))
        step = (right - left) / len(word.text)
        edges.extend(left + step * i for i in range(len(word.text)))
        text += word.text
    edges.append(words[-1].box[2] * scale)
    top = min(word.box[1] for word in words) * scale
    bottom = max(word.box[3] for word in words) * scale
    own = median([word.box[3] - word.box[1] for word in words]) * scale
    size = round((own if own > 1.4 * tall else tall) * 2) / 2
    style = Style("", size, bold=False, italic=False, color=0, hidden=False)
    left, right = min(edges), max(edges)
    run = Run(0, len(text), left, right, style)
    return TextLine(text, edges, left, top, right, bottom, [run], page)
