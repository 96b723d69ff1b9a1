"""Citation marks: every quote of a document numbered once, in reading order."""

from collections.abc import Mapping
from dataclasses import dataclass

from conspectus.domain.document import Document
from conspectus.domain.source import Evidence


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered quote; two pieces when it runs over a page break."""

    number: int
    pieces: tuple[Evidence, ...]

    @property
    def quote(self) -> str:
        """The quote on one line, an ellipsis where a page ends."""
        return " … ".join(" ".join(piece.quote.split()) for piece in self.pieces)

    @property
    def place(self) -> str:
        """Where it stands, in words: "page 3", "pages 3-4 (printed 2-3)", "paragraph p12"."""
        numbers = _span([str(p.page) for p in self.pieces if p.page is not None])
        if not numbers:
            return f"paragraph {_span([p.anchor for p in self.pieces if p.anchor])}"
        word = "pages" if "-" in numbers else "page"
        printed = _span([p.page_label for p in self.pieces if p.page_label])
        suffix = f" (printed {printed})" if printed and printed != numbers else ""
        return f"{word} {numbers}{suffix}"


def notes(document: Document) -> tuple[tuple[Note, ...], Mapping[str, tuple[int, ...]]]:
    """Return the notes of a document and, by statement id, the numbers of its notes."""
    numbers: dict[tuple[Evidence, ...], int] = {}
    marks: dict[str, tuple[int, ...]] = {}
    for _, statement in document.statements:
        marks[statement.id] = tuple(
            numbers.setdefault(pieces, len(numbers) + 1) for pieces in _grouped(statement.evidence)
        )
    return tuple(Note(number, pieces) for pieces, number in numbers.items()), marks


def _grouped(evidence: tuple[Evidence, ...]) -> list[tuple[Evidence, ...]]:
    groups: dict[object, list[Evidence]] = {}
    for index, piece in enumerate(evidence):
        groups.setdefault(piece.group or index, []).append(piece)
    return [tuple(pieces) for pieces in groups.values()]


def _span(values: list[str]) -> str:
    distinct = list(dict.fromkeys(values))
    return distinct[0] if len(distinct) == 1 else "-".join((distinct[:1] + distinct[-1:]) if distinct else [])
