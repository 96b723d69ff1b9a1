"""What an OCR engine reads from the picture of a page."""

from dataclasses import dataclass

from conspectus.domain.source import Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture: one byte a pixel, rows from the top, `dots` to the inch."""

    width: int
    height: int
    pixels: bytes
    dots: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in pixels, its confidence (0-100) and the number of its line."""

    text: str
    box: Box
    confidence: float
    line: int
