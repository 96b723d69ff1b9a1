"""Every quote of a report under one number, and where it shows in the source."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

from conspectus.domain.notes import Note, notes
from conspectus.domain.report import Report
from conspectus.domain.source import Box, Evidence, Page, grouped

Pieces = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """The words of one quote on one page; the first of its quote has the quote's anchor."""

    note: Note
    boxes: tuple[Box, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a page, the numbers of the quotes that hold them, and of those that begin here."""

    text: str
    numbers: tuple[int, ...]
    begins: tuple[int, ...]


class Quotes:
    """The quotes of statements have the numbers of their marks; those of facts and ledger follow.

    `marks` gives the numbers of a statement by its id.
    """

    def __init__(self, report: Report) -> None:
        cited, self.marks = notes(report.document)
        self.cited = cited
        self._numbers: dict[Pieces, int] = {note.pieces: note.number for note in cited}
        for evidence in (
            *(fact.evidence for fact in report.facts.values()),
            *(omission.evidence for omission in report.omissions),
        ):
            self.of(evidence)

    @property
    def all(self) -> tuple[Note, ...]:
        """Return every quote, in the order of the numbers."""
        return tuple(Note(number, pieces) for pieces, number in self._numbers.items())

    @property
    def seal(self) -> str:
        """Return a few digits that change with any quote or its number."""
        told = [(one.page, one.anchor, one.start, one.end) for p in self._numbers for one in p]
        return sha256(repr((len(self.cited), told)).encode()).hexdigest()[:16]

    def of(self, evidence: Iterable[Evidence]) -> tuple[Note, ...]:
        """Return the quotes of evidence, each with its number."""
        return tuple(Note(self.number(pieces), pieces) for pieces in grouped(evidence))

    def number(self, pieces: Pieces) -> int:
        """Return the number of a quote."""
        return self._numbers.setdefault(pieces, len(self._numbers) + 1)

    def highlights(self) -> Mapping[int, list[Highlight]]:
        """Return what is to be marked on each page of a PDF."""
        found: dict[int, list[Highlight]] = defaultdict(list)
        for note in self.all:
            pages: dict[int, list[Box]] = defaultdict(list)
            for piece in note.pieces:
                if piece.page is not None:
                    pages[piece.page].extend(piece.boxes)
            for place, (page, boxes) in enumerate(pages.items()):
                found[page].append(Highlight(note, tuple(boxes), not place))
        return found

    def stretches(self, pages: Iterable[Page]) -> Iterator[tuple[Page, list[Stretch]]]:
        """Yield the texts of pages, cut wherever a quote begins or ends."""
        places: dict[tuple[int | None, str | None], list[tuple[int, int, int, bool]]]
        places = defaultdict(list)
        for note in self.all:
            for place, piece in enumerate(note.pieces):
                spot = (piece.start, piece.end, note.number, not place)
                places[piece.page, piece.anchor].append(spot)
        for page in pages:
            yield page, _cut(page.text, places.get((page.number, page.anchor), []))


def _cut(text: str, spots: list[tuple[int, int, int, bool]]) -> list[Stretch]:
    edges = sorted({0, len(text), *(s for s, _, _, _ in spots), *(e for _, e, _, _ in spots)})
    edges = [edge for edge in edges if 0 <= edge <= len(text)]
    return [
        Stretch(
            text[start:end],
            tuple(dict.fromkeys(n for s, e, n, _ in spots if s <= start and end <= e)),
            tuple(dict.fromkeys(n for s, _, n, first in spots if first and s == start)),
        )
        for start, end in pairwise(edges)
    ]
