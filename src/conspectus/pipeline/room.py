"""How much room the templates get, so that a document is as long as it may be and no longer."""

from collections.abc import Callable

from conspectus.domain.document import Document
from conspectus.domain.text.readability import words

ROUNDS, STEP, STEEP = 8, 0.95, 2
"""How often a document that is too long is written again, and how much shorter at the least. What
is fixed in it does not shrink, so what does must shrink by more than the whole: by its square."""

USUAL, AMPLE = 1.0, 2.0
"""With the usual room templates tell what was asked, with ample room all that may stand beside."""

LITTLE = 0.02
"""So small a share of the words to spare is not worth writing a document again."""

ATTEMPTS, CLOSER = 2, 0.85
"""Between a room that is too much and one that fits the most that fits is sought where their sizes
say that it lies, on the side that fits, and so often."""


def fitted(written: Callable[[float], Document], most: int | None) -> tuple[Document, float]:
    """Return the document that tells as much as fits into `most` words, and its room.

    `written` writes it with a share of the usual room. None bounds nothing.
    """
    document = written(USUAL)
    if most is None:
        return document, USUAL
    low, high, size = USUAL, AMPLE, _size(document)
    over = size
    if most * (1 - LITTLE) <= size <= most:
        return document, USUAL
    if size <= most:
        ample = written(AMPLE)
        over = _size(ample)
        if over <= most:
            return ample, AMPLE
    else:
        for _ in range(ROUNDS - 1):
            low, high, over = low * min(STEP, (most / size) ** STEEP), low, size
            document = written(low)
            size = _size(document)
            if size <= most:
                break
        else:
            return document, low
    for _ in range(ATTEMPTS if size < most * (1 - LITTLE) else 0):
        between = low + CLOSER * (high - low) * (most - size) / (over - size)
        attempt = written(between)
        if (found := _size(attempt)) <= most:
            return (attempt, between) if found > size else (document, low)
        high, over = between, found
    return document, low


def _size(document: Document) -> int:
    return len(words(document.text))
