"""The visible frame of a page: turns PDF coordinates into points from its top left corner."""

import ctypes
from array import array
from typing import Any

import pypdfium2.raw as pdfium

from conspectus.domain.source import Box


class Frame:
    """Crop box, rotation and font names of one page."""

    def __init__(self, page: Any) -> None:
        self.width: float = pdfium.FPDF_GetPageWidthF(page)
        self.height: float = pdfium.FPDF_GetPageHeightF(page)
        self._turn: int = pdfium.FPDFPage_GetRotation(page)
        crop = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, crop)
        self._crop = (crop.left, crop.bottom, crop.right, crop.top)
        self._fonts: dict[int, str] = {}

    def place(
        self, boxes: "array[float]"
    ) -> tuple["array[float]", "array[float]", "array[float]", "array[float]"]:
        """Return the lefts, tops, rights and bottoms of flat (left, top, right, bottom) boxes."""
        lefts, tops, rights, bottoms = (boxes[i::4] for i in range(4))
        x0, y0, x1, y1 = self._crop
        if self._turn == 1:
            lefts, tops, rights, bottoms = (
                _shift(bottoms, -y0), _shift(lefts, -x0), _shift(tops, -y0), _shift(rights, -x0)
            )
        elif self._turn == 2:
            lefts, tops, rights, bottoms = (
                _flip(rights, x1), _shift(bottoms, -y0), _flip(lefts, x1), _shift(tops, -y0)
            )
        elif self._turn == 3:
            lefts, tops, rights, bottoms = (
                _flip(tops, y1), _flip(rights, x1), _flip(bottoms, y1), _flip(lefts, x1)
            )
        else:
            lefts, rights = _shift(lefts, -x0), _shift(rights, -x0)
            tops, bottoms = _flip(tops, y1), _flip(bottoms, y1)
        return lefts, tops, rights, bottoms

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return one box given in PDF coordinates."""
        placed = self.place(array("f", (left, top, right, bottom)))
        return (placed[0][0], placed[1][0], placed[2][0], placed[3][0])

    def font_name(self, font: Any) -> str:
        """Return the PostScript name of a font, without its subset prefix."""
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            self._fonts[key] = name.split("+", 1)[-1]
        return self._fonts[key]


def _shift(values: "array[float]", by: float) -> "array[float]":
    return array("f", [value + by for value in values]) if by else values


def _flip(values: "array[float]", edge: float) -> "array[float]":
    return array("f", [edge - value for value in values])
