"""What a page draws beside its text, read from its path, image and form objects.

Handles are plain integers: a page may draw thousands of objects.
"""

import ctypes
from array import array
from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.frame import Frame
from conspectus.adapters.read_pdf.prototypes import INT, POINTER, UINT, prototype
from conspectus.domain.source import Box

_object_at = prototype(pdfium.FPDFPage_GetObject, POINTER, POINTER, INT)
_inner_at = prototype(pdfium.FPDFFormObj_GetObject, POINTER, POINTER, UINT)
_count_inner = prototype(pdfium.FPDFFormObj_CountObjects, INT, POINTER)
_kind_of = prototype(pdfium.FPDFPageObj_GetType, INT, POINTER)
_mode_of = prototype(pdfium.FPDFPath_GetDrawMode, INT, POINTER, POINTER, POINTER)
_bounds_of = prototype(
    pdfium.FPDFPageObj_GetBounds, INT, POINTER, POINTER, POINTER, POINTER, POINTER
)
_fill_of = prototype(
    pdfium.FPDFPageObj_GetFillColor, INT, POINTER, POINTER, POINTER, POINTER, POINTER
)
_matrix_at = prototype(pdfium.FPDFPageObj_GetMatrix, INT, POINTER, POINTER)
_is_clear = prototype(pdfium.FPDFPageObj_HasTransparency, INT, POINTER)
_count_segments = prototype(pdfium.FPDFPath_CountSegments, INT, POINTER)

_THIN = 2.5
_NEAR = 2.0
_LEAST_DOT, _MOST_DOT, _ROUND = 1.4, 7.0, 0.8
_MOST_SEGMENTS = 2000
_PANE = 6  # most segments of a path that is taken for a rectangle
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Matrix = tuple[float, float, float, float, float, float]


class Rule(NamedTuple):
    """A straight ruling at `at`, from `low` to `high` along the other axis."""

    at: float
    low: float
    high: float


class Cover(NamedTuple):
    """What shows of an opaque pane, and how many text objects of the page it may lie over."""

    box: Box
    after: int


class Drawing(NamedTuple):
    """What a page draws: rulings, filled areas, images (as boxes), and panes over its text.

    Color gradients count as images; `dots` are areas so small that they may be bullets. `texts`
    are the handles of the text objects in the order in which they are painted.
    """

    across: list[Rule]
    down: list[Rule]
    fills: list[Box]
    images: list[Box]
    covers: list[Cover]
    texts: list[int]
    dots: list[Box]


def read_drawing(page: Any, frame: Frame) -> Drawing:
    """Read the paths and images of a page, those inside form objects included."""
    drawing = Drawing([], [], [], [], [], [], [])
    count = pdfium.FPDFPage_CountObjects(page)
    handle = ctypes.cast(page, ctypes.c_void_p).value
    _collect(map(_object_at, repeat(handle), range(count)), frame, _IDENTITY, drawing, 0)
    return drawing._replace(across=_merge(drawing.across), down=_merge(drawing.down))


def _collect(
    objects: Iterable[int], frame: Frame, matrix: _Matrix, drawing: Drawing, depth: int
) -> None:
    for handle in objects:
        kind = _kind_of(handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            drawing.texts.append(handle)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            _collect_path(handle, frame, matrix, drawing)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            drawing.images.append(_bounds(handle, frame, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 5:
            inner = map(_inner_at, repeat(handle), range(_count_inner(handle)))
            _collect(inner, frame, _times(_matrix_of(handle), matrix), drawing, depth + 1)


_numbers = array("I", bytes(4 * 4))
_sides = array("f", bytes(4 * 6))
_NUMBER, _SIDE = _numbers.buffer_info()[0], _sides.buffer_info()[0]


def _collect_path(handle: int, frame: Frame, matrix: _Matrix, drawing: Drawing) -> None:
    _mode_of(handle, _NUMBER, _NUMBER + 4)
    filled, stroked = _numbers[0], _numbers[1]
    if not (filled or stroked) or len(drawing.across) > _MOST_SEGMENTS:
        return
    box = _bounds(handle, frame, matrix)
    wide, tall = box[2] - box[0], box[3] - box[1]
    if _LEAST_DOT < tall < _MOST_DOT and abs(wide - tall) < _ROUND:
        drawing.dots.append(box)
        return
    if tall <= _THIN or wide <= _THIN:
        _add(drawing, box)
        return
    if filled:
        _fill_of(handle, _NUMBER, _NUMBER + 4, _NUMBER + 8, _NUMBER + 12)
        if min(_numbers[:3]) < 250:
            drawing.fills.append(box)
        if drawing.texts and _numbers[3] == 255 and _is_pane(handle):
            drawing.covers.append(Cover(_clipped(handle, box, frame, matrix), len(drawing.texts)))
    if stroked and _count_segments(handle) <= _MOST_SEGMENTS:
        for edge in _edges(handle, frame, _times(_matrix_of(handle), matrix)):
            _add(drawing, edge)


def _is_pane(handle: int) -> bool:
    """Whether a path is a rectangle, or nearly so, through which nothing shines."""
    return _count_segments(handle) <= _PANE and not _is_clear(handle)


def _clipped(handle: int, box: Box, frame: Frame, matrix: _Matrix) -> Box:
    """Return the part of the box that lies within the clipping paths of its object."""
    clip = pdfium.FPDFPageObj_GetClipPath(ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT))
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(pdfium.FPDFClipPath_CountPaths(clip) if clip else 0):
        points = []
        for i in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            segment = pdfium.FPDFClipPath_GetPathSegment(clip, path, i)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(_apply(matrix, x.value, y.value))
        if points:
            xs, ys = zip(*points, strict=True)
            shown = frame.box(min(xs), min(ys), max(xs), max(ys))
            (left, top, right, bottom), (x0, y0, x1, y1) = box, shown
            box = (max(left, x0), max(top, y0), min(right, x1), min(bottom, y1))
    return box


def _add(drawing: Drawing, box: Box) -> None:
    left, top, right, bottom = box
    if bottom - top <= _THIN and right - left > 3:
        drawing.across.append(Rule((top + bottom) / 2, left, right))
    elif right - left <= _THIN and bottom - top > 3:
        drawing.down.append(Rule((left + right) / 2, top, bottom))


def _edges(handle: int, frame: Frame, matrix: _Matrix) -> Iterator[Box]:
    """Yield the straight segments of a path, as boxes without width."""
    path = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for i in range(_count_segments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(path, i)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield _span(frame, last, point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield _span(frame, point, start)
        last = point


def _span(frame: Frame, one: tuple[float, float], two: tuple[float, float]) -> Box:
    (x0, y0), (x1, y1) = one, two
    return frame.box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _bounds(handle: int, frame: Frame, matrix: _Matrix) -> Box:
    _bounds_of(handle, _SIDE, _SIDE + 4, _SIDE + 8, _SIDE + 12)
    left, bottom, right, top = _sides[:4]
    if matrix == _IDENTITY:
        return frame.box(left, bottom, right, top)
    return _span(frame, _apply(matrix, left, bottom), _apply(matrix, right, top))


def _matrix_of(handle: int) -> _Matrix:
    _matrix_at(handle, _SIDE)
    a, b, c, d, e, f = _sides
    return (a, b, c, d, e, f)


def _times(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
        e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _merge(rules: list[Rule]) -> list[Rule]:
    """Join rulings on one line that touch: many programs draw one for each cell."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at / _NEAR), r.low)):
        last = merged[-1] if merged else None
        if last and abs(last.at - rule.at) <= _NEAR and rule.low <= last.high + 2 * _NEAR:
            merged[-1] = Rule(last.at, last.low, max(last.high, rule.high))
        else:
            merged.append(rule)
    return merged
