"""Type: the style of the text objects of a page."""

import ctypes
import re
from array import array

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.prototypes import INT, POINTER, UINT, prototype
from conspectus.adapters.read_pdf.textline import Style

_font_of = prototype(pdfium.FPDFTextObj_GetFont, POINTER, POINTER)
_size_of = prototype(pdfium.FPDFTextObj_GetFontSize, INT, POINTER, POINTER)
_matrix_of = prototype(pdfium.FPDFPageObj_GetMatrix, INT, POINTER, POINTER)
_fill_of = prototype(
    pdfium.FPDFPageObj_GetFillColor, INT, POINTER, POINTER, POINTER, POINTER, POINTER
)
_mode_of = prototype(pdfium.FPDFTextObj_GetTextRenderMode, INT, POINTER)
_name_of = prototype(pdfium.FPDFFont_GetBaseFontName, UINT, POINTER, POINTER, UINT)

_INKLESS = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_OUTLINED = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]b$|cmbx|sfbx|bx\d+$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|[-,]i$|cmti|sfti", re.IGNORECASE)


class Fonts:
    """Knows the styles met on a page, so that equal ones are one object.

    Weight flags are not asked: they say 400 for bold faces. The size is scaled by the matrix.
    """

    def __init__(self) -> None:
        self._names: dict[int, str] = {}
        self._styles: dict[tuple[object, ...], Style] = {}
        self._floats = array("f", bytes(4 * 7))
        self._colors = array("I", bytes(4 * 4))
        self._float_at = self._floats.buffer_info()[0]
        self._color_at = self._colors.buffer_info()[0]

    def style(self, handle: int) -> Style:
        """Return the style of a text object."""
        font = _font_of(handle) or 0
        _size_of(handle, self._float_at)
        _matrix_of(handle, self._float_at + 4)
        at = self._color_at
        _fill_of(handle, at, at + 4, at + 8, at + 12)
        size, _, _, c, d, _, _ = self._floats
        red, green, blue, alpha = self._colors
        key = (font, size, c, d, red, green, blue, _mode_of(handle), alpha == 0)
        found = self._styles.get(key)
        if found is None:
            found = self._styles[key] = self._make(*key)
        return found

    def _make(
        self,
        font: int,
        size: float,
        c: float,
        d: float,
        red: int,
        green: int,
        blue: int,
        mode: int,
        clear: bool,
    ) -> Style:
        name = self._name(font)
        outlined = mode in _OUTLINED
        return Style(
            name,
            round(size * (c**2 + d**2) ** 0.5 * 2) / 2,
            bool(_BOLD.search(name)) or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            bool(_ITALIC.search(name)),
            0 if outlined else red << 16 | green << 8 | blue,
            mode in _INKLESS or (clear and not outlined),
        )

    def _name(self, font: int) -> str:
        """Return the PostScript name of a font, without its subset prefix."""
        if font not in self._names:
            buffer = ctypes.create_string_buffer(256)
            _name_of(font, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("utf-8", "replace")
            self._names[font] = name.split("+", 1)[-1]
        return self._names[font]
