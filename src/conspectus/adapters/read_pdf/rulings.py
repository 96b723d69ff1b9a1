"""The ruling lines that a page draws, read from its path objects."""

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from conspectus.adapters.read_pdf.frame import Frame
from conspectus.domain.source import Box

_THIN = 2.5
_NEAR = 2.0
_MOST_SEGMENTS = 2000
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Matrix = tuple[float, float, float, float, float, float]


class Rule(NamedTuple):
    """A straight ruling at `at`, from `low` to `high` along the other axis."""

    at: float
    low: float
    high: float


class Drawing(NamedTuple):
    """What a page draws beside text: rulings, filled areas and images (as boxes)."""

    across: list[Rule]
    down: list[Rule]
    fills: list[Box]
    images: list[Box]


def read_drawing(page: Any, frame: Frame) -> Drawing:
    """Read the paths and images of a page, those inside form objects included."""
    drawing = Drawing([], [], [], [])
    count = pdfium.FPDFPage_CountObjects(page)
    objects = (pdfium.FPDFPage_GetObject(page, i) for i in range(count))
    _collect(objects, frame, _IDENTITY, drawing, 0)
    return Drawing(_merge(drawing.across), _merge(drawing.down), drawing.fills, drawing.images)


def _collect(
    objects: Iterable[Any], frame: Frame, matrix: _Matrix, drawing: Drawing, depth: int
) -> None:
    for handle in objects:
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _collect_path(handle, frame, matrix, drawing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            drawing.images.append(_bounds(handle, frame, matrix))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 5:
            inner = (
                pdfium.FPDFFormObj_GetObject(handle, i)
                for i in range(pdfium.FPDFFormObj_CountObjects(handle))
            )
            _collect(inner, frame, _times(_matrix_of(handle), matrix), drawing, depth + 1)


def _collect_path(handle: Any, frame: Frame, matrix: _Matrix, drawing: Drawing) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not (fill.value or stroke.value) or len(drawing.across) > _MOST_SEGMENTS:
        return
    box = _bounds(handle, frame, matrix)
    wide, tall = box[2] - box[0], box[3] - box[1]
    if tall <= _THIN or wide <= _THIN:
        _add(drawing, box)
        return
    if fill.value and _is_dark(handle):
        drawing.fills.append(box)
    if stroke.value and pdfium.FPDFPath_CountSegments(handle) <= _MOST_SEGMENTS:
        for edge in _edges(handle, frame, _times(_matrix_of(handle), matrix)):
            _add(drawing, edge)


def _is_dark(handle: Any) -> bool:
    """Whether the fill is anything but white."""
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(handle, *channels)
    return any(channel.value < 250 for channel in channels[:3])


def _add(drawing: Drawing, box: Box) -> None:
    left, top, right, bottom = box
    if bottom - top <= _THIN and right - left > 3:
        drawing.across.append(Rule((top + bottom) / 2, left, right))
    elif right - left <= _THIN and bottom - top > 3:
        drawing.down.append(Rule((left + right) / 2, top, bottom))


def _edges(handle: Any, frame: Frame, matrix: _Matrix) -> Iterator[Box]:
    """Yield the straight segments of a path, as boxes without width."""
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = (0.0, 0.0)
    for i in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, i)
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


def _bounds(handle: Any, frame: Frame, matrix: _Matrix) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    if matrix == _IDENTITY:
        return frame.box(left.value, bottom.value, right.value, top.value)
    one = _apply(matrix, left.value, bottom.value)
    two = _apply(matrix, right.value, top.value)
    return _span(frame, one, two)


def _matrix_of(handle: Any) -> _Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


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
