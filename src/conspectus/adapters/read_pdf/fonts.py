"""Type: the style of the text objects of a page."""

import ctypes
import re
from array import array

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.prototypes import INT, POINTER, UINT, prototype
from conspectus.adapters.read_pdf.textline import Style

_font_of = prototype(pdfium.FPDFTextObj_GetFont, POINTER)
_size_of = prototype(pdfium.FPDFTextObj_GetFontSize, INT)
_matrix_of = prototype(pdfium.FPDFPageObj_GetMatrix, INT)
_fill_of = prototype(pdfium.FPDFPageObj_GetFillColor, INT)
_mode_of = prototype(pdfium.FPDFTextObj_GetTextRenderMode, INT)
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
        self._faces: dict[int, tuple[str, bool, bool]] = {}
        self._styles: dict[tuple[object, ...], Style] = {}
        self._known: dict[int, Style] = {}
        self._floats = array("f", bytes(4 * 7))
        self._colors = array("I", bytes(4 * 4))
        floats = (ctypes.c_float * 7).from_buffer(self._floats)
        colors = (ctypes.c_uint * 4).from_buffer(self._colors)
        self._size_at, self._matrix_at = ctypes.byref(floats), ctypes.byref(floats, 4)
        self._color_at = [ctypes.byref(colors, 4 * i) for i in range(4)]

    def style(self, handle: int) -> Style:
        """Return the style of a text object."""
        if handle not in self._known:
            self._known[handle] = self._style(ctypes.c_void_p(handle))
        return self._known[handle]

    def _style(self, text: ctypes.c_void_p) -> Style:
        font = _font_of(text) or 0
        _size_of(text, self._size_at)
        _matrix_of(text, self._matrix_at)
        _fill_of(text, *self._color_at)
        size, _, _, c, d, _, _ = self._floats
        red, green, blue, alpha = self._colors
        key = (font, size, c, d, red, green, blue, _mode_of(text), alpha == 0)
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
        name, bold, italic = self._face(font)
        outlined = mode in _OUTLINED
        return Style(
            name,
            round(size * (c**2 + d**2) ** 0.5 * 2) / 2,
            bold or mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
            italic,
            0 if outlined else red << 16 | green << 8 | blue,
            mode in _INKLESS or (clear and not outlined),
        )

    def _face(self, font: int) -> tuple[str, bool, bool]:
        """Return the PostScript name of a font, without its subset prefix, bold and italic."""
        if font not in self._faces:
            buffer = ctypes.create_string_buffer(256)
            _name_of(font, ctypes.addressof(buffer), 256)
            name = buffer.value.decode("utf-8", "replace").split("+", 1)[-1]
            self._faces[font] = name, bool(_BOLD.search(name)), bool(_ITALIC.search(name))
        return self._faces[font]
