"""Citation marks: every quote of a document numbered once, in reading order."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from conspectus.domain.document import Document
from conspectus.domain.source import Evidence, grouped
from conspectus.domain.text.legible import legible

_STEP = re.compile(r"([a-z]+)(\d+)")
_STEPS = {"p": "paragraph", "t": "table", "r": "row", "c": "column", "b": "box"}


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quote; two pieces when it runs over a page break."""

    number: int
    pieces: tuple[Evidence, ...]

    @property
    def quote(self) -> str:
        """The quote on one line, an ellipsis where a page ends."""
        return " … ".join(legible(piece.quote) for piece in self.pieces)

    @property
    def place(self) -> str:
        """Where it stands, in words: "page 3", "pages 3-4 (printed 2-3)", "paragraph 12"."""
        numbers = _span([str(p.page) for p in self.pieces if p.page is not None])
        if not numbers:
            return " to ".join(dict.fromkeys(_anchor(p.anchor) for p in self.pieces if p.anchor))
        word = "pages" if "-" in numbers else "page"
        printed = legible(_span([p.page_label for p in self.pieces if p.page_label]))
        suffix = f" (printed {printed})" if printed and printed != numbers else ""
        return f"{word} {numbers}{suffix}"

    def holds(self, other: "Note") -> bool:
        """Tell whether every piece of another quote stands within a piece of this one."""
        return all(
            any(
                (mine.page, mine.anchor) == (piece.page, piece.anchor)
                and mine.start <= piece.start
                and piece.end <= mine.end
                for mine in self.pieces
            )
            for piece in other.pieces
        )


def notes(document: Document) -> tuple[tuple[Note, ...], Mapping[str, tuple[int, ...]]]:
    """Return the notes of a document and, by statement id, the numbers of its notes."""
    numbers: dict[tuple[Evidence, ...], int] = {}
    marks: dict[str, tuple[int, ...]] = {}
    for _, statement in document.statements:
        found = [numbers.setdefault(p, len(numbers) + 1) for p in grouped(statement.evidence)]
        marks[statement.id] = tuple(dict.fromkeys(found))
    return tuple(Note(number, pieces) for pieces, number in numbers.items()), marks


def quotes(evidence: Iterable[Evidence]) -> tuple[Note, ...]:
    """Return the quotes of a fact or a line of the ledger, numbered from 1 among themselves."""
    return tuple(Note(n, pieces) for n, pieces in enumerate(grouped(tuple(evidence)), 1))


def numbered(
    evidence: Iterable[Evidence], notes: Iterable[Note]
) -> tuple[tuple[int, ...], tuple[Note, ...]]:
    """Return the numbers of the notes that hold pieces of evidence, and the quotes in no note."""
    known = tuple(notes)
    numbers: dict[int, None] = {}
    others: list[Note] = []
    for quote in quotes(evidence):
        holder = next((note for note in known if note.holds(quote)), None)
        if holder:
            numbers[holder.number] = None
        else:
            others.append(quote)
    return tuple(numbers), tuple(others)


def places(evidence: Iterable[Evidence]) -> str:
    """Return where pieces of evidence stand: "page 3", "pages 3, 5, 6", "paragraph 12"."""
    pieces = tuple(evidence)
    pages = sorted({piece.page for piece in pieces if piece.page is not None})
    if pages:
        return f"{'pages' if len(pages) > 1 else 'page'} {', '.join(map(str, pages))}"
    return "; ".join(dict.fromkeys(_anchor(piece.anchor) for piece in pieces if piece.anchor))


def _span(values: list[str]) -> str:
    return "-".join(dict.fromkeys(values[:1] + values[-1:]))


def _anchor(anchor: str) -> str:
    """Say the place of a paragraph in words: "t1r2c1p1" is "table 1, row 2, column 1"."""
    steps = _STEP.findall(anchor)
    if "".join(letter + number for letter, number in steps) != anchor or not steps:
        return legible(anchor)
    if steps[-1] == ("p", "1") and len(steps) > 1:
        steps.pop()
    return ", ".join(f"{_STEPS.get(letter, letter)} {number}" for letter, number in steps)
