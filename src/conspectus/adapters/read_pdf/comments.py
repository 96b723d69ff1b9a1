"""What reviewers did: balloons in the margin, notes pinned to the page, words struck out."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.rulings import Rule
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.weave import Weaver, spans
from conspectus.domain.source import Passage, Span
from conspectus.domain.text.legible import legible

_OPENING = re.compile(
    r"^(?:Commented|Comment)\s*\[\s*[A-Za-z]{0,6}\s*\d+(?:R\d+)?\s*\]\s*:?"
    r"|^(?:Formatted|Deleted|Field Code Changed|Moved (?:up|down)[^:]{0,12})\s*:?\s(?=\S)"
)
_INSIDE = re.compile(r"\b(?:Commented|Comment)\s*\[\s*[A-Za-z]{0,6}\s*\d+(?:R\d+)?\s*\]")
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
    openings = [x for x in leaf.body if "Comment" in x.text and _INSIDE.search(x.text)]
    if openings:
        leaf.lines = [piece for line in leaf.lines for piece in _part(line, openings)]
    edge = size = bottom = 0.0
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


def _part(line: TextLine, openings: Sequence[TextLine]) -> list[TextLine]:
    """Part a line of the body from the balloon that stands at its end."""
    found = _INSIDE.search(line.text)
    cut = found.start() if found else 0
    edges = [one.edges[match.start()] for one in openings if (match := _INSIDE.search(one.text))]
    for before, after in zip(line.runs, line.runs[1:], strict=False):
        near = any(abs(after.left - edge) < 4 for edge in edges)
        if not found and near and after.left - before.right > line.size:
            cut = after.start
    if not cut:
        return [line]
    return [line.cut(0, cut), line.cut(cut, len(line.text))]


def gather_comments(leaves: Sequence[Leaf], weaver: Weaver) -> tuple[Passage, ...]:
    """Return the balloons and the pinned notes as passages of their own.

    A pinned note has no words on the page: its span is empty.
    """
    texts: list[tuple[str, tuple[Span, ...]]] = []
    for leaf in leaves:
        balloons: list[list[TextLine]] = []
        for line in leaf.lines:
            if line.role == "comment" and (_OPENING.match(line.text) or not balloons):
                balloons.append([line])
            elif line.role == "comment":
                balloons[-1].append(line)
        texts += [(weaver.join(lines), spans(lines)) for lines in balloons]
        texts += [(note, (Span(leaf.index, 0, 0),)) for note in leaf.notes]
    return tuple(
        Passage(number, "paragraph", text, places)
        for number, (text, places) in enumerate(texts, start=1)
    )


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


def read_strikes(page: Any, frame: Frame) -> Iterator[Rule]:
    """Yield the lines that the page's annotations draw through words."""
    corners = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STRIKEOUT:
            for quad in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
                pdfium.FPDFAnnot_GetAttachmentPoints(annotation, quad, corners)
                xs = (corners.x1, corners.x2, corners.x3, corners.x4)
                ys = (corners.y1, corners.y2, corners.y3, corners.y4)
                left, top, right, bottom = frame.box(min(xs), min(ys), max(xs), max(ys))
                yield Rule((top + bottom) / 2, left, right)
        pdfium.FPDFPage_CloseAnnot(annotation)


def _contents(annotation: Any) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", None, 0)
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size)
    return legible(bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace"))
