"""The boxes of all characters of a page, as PDFium gives them one by one."""

import ctypes
from array import array
from collections import deque
from itertools import repeat
from typing import Any

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.prototypes import INT, prototype

_loose_box = prototype(pdfium.FPDFText_GetLooseCharBox, INT)

_WINDOW = 4096


class Boxes:
    """Reads boxes through one window, for one document.

    To say where PDFium shall write costs as much as its answer, so the places are made but once.
    """

    def __init__(self) -> None:
        self._window = array("f", bytes(16 * _WINDOW))
        shared = (ctypes.c_float * len(self._window)).from_buffer(self._window)
        self._places = [ctypes.byref(shared, 16 * i) for i in range(_WINDOW)]

    def read(self, textpage: Any, count: int) -> "array[float]":
        """Return left, top, right and bottom of each of the `count` characters, flat, in points."""
        boxes = array("f")
        for start in range(0, count, _WINDOW):
            some = range(start, min(start + _WINDOW, count))
            deque(map(_loose_box, repeat(textpage), some, self._places), 0)
            boxes += self._window[: 4 * len(some)]
        return boxes
