"""Words of the source that a person selects, as evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.domain.review.acts import ActRefused
from conspectus.domain.source import Evidence, Source
from conspectus.domain.text.word_edges import ends_a_word, starts_a_word


@dataclass(frozen=True, slots=True)
class Spot:
    """Where words were selected: a page of a PDF or a paragraph of a DOCX, and offsets in its text.

    Spots with the same `group` are one quote over a page break.
    """

    page: int | None
    anchor: str | None
    start: int
    end: int
    group: str | None = None


def selected(source: Source, spots: Sequence[Spot]) -> tuple[Evidence, ...]:
    """Return what was selected, each once, widened to whole words and numbers.

    Raises ActRefused when a spot lies outside of the source or holds no words.
    """
    leaves = {(page.number, page.anchor): index for index, page in enumerate(source.pages)}
    found = []
    for spot in spots:
        index = leaves.get((spot.page, spot.anchor))
        if index is None:
            where = f"page {spot.page}" if spot.anchor is None else f"paragraph {spot.anchor}"
            raise ActRefused(f"The source has no {where}.")
        start, end = _whole(source.pages[index].text, spot)
        found.append(source.evidence(index, start, end, spot.group))
    return tuple(dict.fromkeys(found))


def _whole(text: str, spot: Spot) -> tuple[int, int]:
    start, end = spot.start, spot.end
    if not 0 <= start < end <= len(text):
        raise ActRefused("The words that were selected lie outside of the text.")
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        raise ActRefused("No words were selected.")
    while start > 0 and (not starts_a_word(text, start) or text[start].isspace()):
        start -= 1
    while end < len(text) and (not ends_a_word(text, end) or text[end - 1].isspace()):
        end += 1
    if not any(map(str.isalnum, text[start:end])):
        raise ActRefused("No words were selected.")
    return start, end
