"""Reviewers' comments: balloons printed in the margin and annotations pinned to the page."""

import ctypes
import re
from typing import Any

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.leaf import Leaf

_OPENING = re.compile(
    r"^(?:Commented|Comment)\s*\[\s*[A-Za-z]{0,6}\s*\d+(?:R\d+)?\s*\]\s*:?"
    r"|^(?:Formatted|Deleted|Field Code Changed|Moved (?:up|down)[^:]{0,12})\s*:?\s(?=\S)"
)
_TITLED = re.compile(r"^(?:Commented|Comment)\s*\[")
_PINNED = {
    pdfium.FPDF_ANNOT_TEXT,
    pdfium.FPDF_ANNOT_FREETEXT,
    pdfium.FPDF_ANNOT_HIGHLIGHT,
    pdfium.FPDF_ANNOT_UNDERLINE,
    pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT,
    pdfium.FPDF_ANNOT_CARET,
}


def mark_comments(leaf: Leaf) -> None:
    """Give the role `comment` to the lines of margin balloons, continuation lines included."""
    edge = 0.0
    size = 0.0
    bottom = 0.0
    for line in leaf.body:
        opening = _OPENING.match(line.text)
        if opening and (_TITLED.match(line.text) or line.left > 0.6 * leaf.width):
            edge, size = line.left, line.size
        elif not (
            size
            and line.left >= edge - 4
            and line.size <= size + 0.6
            and -2 <= line.top - bottom < 2 * line.height
        ):
            size = 0.0
            continue
        line.role, bottom = "comment", line.bottom


def read_notes(page: Any) -> list[str]:
    """Return the contents of the page's text annotations."""
    notes = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) in _PINNED:
            notes.append(_contents(annotation))
        pdfium.FPDFPage_CloseAnnot(annotation)
    return [note for note in notes if note]


def _contents(annotation: Any) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return " ".join(bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace").split())
