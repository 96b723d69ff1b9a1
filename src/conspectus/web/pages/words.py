"""The words of a source with the places where they stand, for whoever selects some of them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from conspectus.domain.source import Page, Source

Data = dict[str, Any]
_WORD = re.compile(r"\S+")


def words_data(source: Source) -> Data:
    """Return each page (DOCX: paragraph) with its text and words.

    A word is `[start, end, body]` in a DOCX and `[start, end, body, left, top, right, bottom]`, in
    points, in a PDF; `body` is 0 in running headers and footers.
    """
    bodies: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for passage in source.passages:
        for span in passage.spans:
            bodies[span.page].append((span.start, span.end))
    leaves = [
        {
            "page": page.number,
            "anchor": page.anchor,
            "width": page.width,
            "height": page.height,
            "text": page.text,
            "words": [*_words(page, bodies[index])],
        }
        for index, page in enumerate(source.pages)
    ]
    return {"leaves": leaves}


def _words(page: Page, bodies: list[tuple[int, int]]) -> Iterator[list[float]]:
    for line in page.lines or [None]:
        first, last = (line.start, line.end) if line else (0, len(page.text))
        for found in _WORD.finditer(page.text, first, last):
            start, end = found.span()
            body = any(begins <= start < ends for begins, ends in bodies)
            box = [round(edge, 1) for edge in line.cut(start, end)] if line else []
            yield [start, end, int(body), *box]
