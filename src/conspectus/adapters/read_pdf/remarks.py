"""What the reader noticed about the file, in words for the user."""

from collections.abc import Iterator, Sequence
from statistics import fmean

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.domain.source import Passage, Remark

_LOW_CONFIDENCE = 80.0
_NOTED = {
    "hidden": "hidden text, which was left out",
    "struck": "words that are struck out, which were left out",
    "slanted": "slanted words, such as a watermark, which were left out",
    "turning": "unseen characters that turn or hide words, which were left out",
    "broken": "a number that may be broken over the end of the page; compare with the original",
}
"""What is noted on a leaf, in words."""


def remarks(
    leaves: Sequence[Leaf], comments: Sequence[Passage], unread: Sequence[int]
) -> Iterator[Remark]:
    """Yield a remark for OCR, pages left unread, comments and what was left out."""
    read = {leaf.index + 1: leaf.confidence for leaf in leaves if leaf.confidence is not None}
    if read:
        mean = fmean(read.values())
        yield Remark("ocr", f"{_pages(list(read))} read by OCR, mean confidence {mean:.0f} of 100.")
    low = [number for number, confidence in read.items() if confidence < _LOW_CONFIDENCE]
    if low:
        yield Remark("ocr-low-confidence", f"{_pages(low)} read badly; compare with the original.")
    if unread:
        yield Remark(
            "ocr",
            f"{_pages(list(unread))} not read: a picture without text, and no OCR engine was "
            "found. Install the package tesseract-ocr.",
        )
    if comments:
        yield Remark("comments", f"{len(comments)} reviewers' comments were set apart.")
    for name, said in _NOTED.items():
        if found := [leaf.index + 1 for leaf in leaves if name in leaf.noted]:
            yield Remark("hidden-text", f"{_pages(found)} with {said}.")


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (" and others" if len(numbers) > 10 else "")
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {shown}"
