"""The wire between child and parent: JSON for everything but the edges of the characters.

A source travels as `{"texts", "pages", ...}` in short arrays, then a zero-free header tells how
long the JSON is, and the edges of all lines follow as 32-bit floats (points, exact to 0.001).
Nothing the child sends is ever unpickled, and what does not fit its place is an error.
"""

import struct
from array import array
from collections.abc import Sequence
from typing import Any

import orjson

from conspectus.domain.source import Line, Page, Passage, PassageKind, Remark, Source, Span

_HEADER = struct.Struct("<Q")
_KINDS: tuple[PassageKind, ...] = ("heading", "paragraph", "item", "row")


def encode(source: Source) -> bytes:
    """Return the pages, passages, comments, remarks and language of a source as bytes."""
    edges = array("f")
    pages = []
    for page in source.pages:
        lines = []
        for line in page.lines:
            lines.append((line.start, line.end, *(round(side, 2) for side in line.box)))
            edges.extend(line.edges)
        pages.append((page.number, page.text, page.label, page.anchor, lines,
                      page.width, page.height, page.confidence))  # fmt: skip
    body = orjson.dumps(
        {
            "language": source.language,
            "pages": pages,
            "passages": [_passage(passage) for passage in source.passages],
            "comments": [_passage(passage) for passage in source.comments],
            "remarks": [(remark.code, remark.message) for remark in source.remarks],
        }
    )
    return _HEADER.pack(len(body)) + body + edges.tobytes()


def decode(data: bytes, name: str, digest: str, media_type: str) -> Source:
    """Return the source; raise ValueError when the bytes are not what `encode` makes.

    Name, digest and media type come from whoever knows the upload, not from the child.
    """
    try:
        (size,) = _HEADER.unpack_from(data)
        body = orjson.loads(memoryview(data)[_HEADER.size : _HEADER.size + size])
        edges = array("f", data[_HEADER.size + size :])
        pages = tuple(_pages(body["pages"], edges))
        return Source(
            name,
            digest,
            media_type,
            _is(body["language"], str, None),
            pages,
            tuple(_decoded(row, pages) for row in body["passages"]),
            tuple(_decoded(row, pages) for row in body["comments"]),
            tuple(Remark(_is(code, str), _is(text, str)) for code, text in body["remarks"]),
        )
    except (struct.error, LookupError, TypeError, ValueError) as error:
        raise ValueError("the reading process sent no source") from error


def _pages(rows: Sequence[Any], edges: "array[float]") -> list[Page]:
    pages, at = [], 0
    for number, text, label, anchor, line_rows, width, height, confidence in rows:
        lines = []
        for start, end, left, top, right, bottom in line_rows:
            if not 0 <= start <= end <= len(text):
                raise ValueError("a line stands outside its page")
            upto = at + end - start + 1
            lines.append(Line(start, end, (left, top, right, bottom), edges[at:upto]))
            at = upto
        pages.append(
            Page(
                _is(number, int, None),
                _is(text, str),
                _is(label, str, None),
                _is(anchor, str, None),
                tuple(lines),
                float(width),
                float(height),
                _is(confidence, float, int, None),
            )
        )
    if at != len(edges):
        raise ValueError("lines and edges differ")
    return pages


def _passage(passage: Passage) -> tuple[object, ...]:
    return (
        passage.number,
        _KINDS.index(passage.kind),
        passage.text,
        [(span.page, span.start, span.end) for span in passage.spans],
        passage.headings,
        passage.level,
        passage.cells,
        passage.columns,
        passage.checked,
    )


def _decoded(row: Sequence[Any], pages: Sequence[Page]) -> Passage:
    number, kind, text, spans, headings, level, cells, columns, checked = row
    for page, start, end in spans:
        if not 0 <= start <= end <= len(pages[page].text) or page < 0:
            raise ValueError("a passage stands outside its page")
    return Passage(
        _is(number, int),
        _KINDS[kind],
        _is(text, str),
        tuple(Span(*span) for span in spans),
        tuple(_is(heading, str) for heading in headings),
        _is(level, int),
        tuple(_is(cell, str) for cell in cells),
        tuple(_is(column, str) for column in columns),
        _is(checked, bool, None),
    )


def _is(value: Any, *kinds: type | None) -> Any:
    if type(value) in kinds or (value is None and None in kinds):
        return value
    raise ValueError(f"a value is {type(value).__name__}")
