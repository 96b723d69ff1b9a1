"""What stands under the highlights of a page of a source, as PDFium reads it."""

import re
from pathlib import Path
from typing import Any

import pypdfium2

RECTANGLES = """() => [...document.querySelectorAll("#leaves .leaf")].flatMap((leaf) =>
    [...leaf.querySelectorAll("g.cite")].map((one) => {
        const svg = one.ownerSVGElement, frame = svg.getBoundingClientRect();
        const box = svg.viewBox.baseVal, sheet = leaf.querySelector("img").getBoundingClientRect();
        const across = box.width / sheet.width, down = box.height / sheet.height;
        return {
            number: one.dataset.quotes, page: Number(leaf.dataset.page),
            label: one.getAttribute("aria-label"),
            boxes: [...one.querySelectorAll("rect")].map((rect) => {
                const at = rect.getBoundingClientRect();
                return [(at.left - sheet.left) * across, (at.top - sheet.top) * down,
                    (at.right - sheet.left) * across, (at.bottom - sheet.top) * down];
            }),
        };
    }))"""
"""Gives number, page, label and boxes (points from the top left corner) of each highlight."""


def covered(file: Path, found: list[dict[str, Any]]) -> tuple[int, int]:
    """Return how many highlights cover the words of their quote on the page, and of how many."""
    document = pypdfium2.PdfDocument(file)
    pieces: dict[str, list[str]] = {}
    labels: dict[str, str] = {}
    for one in found:
        under = _under(document[one["page"] - 1], one["boxes"])
        pieces.setdefault(one["number"], []).append(under)
        labels[one["number"]] = one["label"].partition(": ")[2]
    right = sum(
        len(under)
        for number, under in pieces.items()
        if _holds(letters("".join(under)), letters(labels[number]))
    )
    return right, len(found)


def _holds(under: str, quote: str) -> bool:
    """Tell whether the letters of a quote are there in order, and few of a line beside them."""
    rest = iter(under)
    return all(letter in rest for letter in quote) and len(under) <= 1.5 * len(quote) + 10


def _under(page: Any, boxes: list[list[float]]) -> str:
    """Return the characters of a page whose middle is in a box, in the order of the boxes."""
    height, words = page.get_height(), page.get_textpage()
    chars = [(words.get_text_range(n, 1), words.get_charbox(n)) for n in range(words.count_chars())]
    return "".join(
        char
        for left, top, right, bottom in boxes
        for char, (x0, y0, x1, y1) in chars
        if left <= (x0 + x1) / 2 <= right and top <= height - (y0 + y1) / 2 <= bottom
    )


def letters(words: str) -> str:
    """Return the letters and digits alone: space and typography differ by library."""
    return re.sub(r"[\W_]+", "", words).lower()
