"""Endnotes: each quote with its place, and the marks that lead to it."""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.adapters.render_docx.wml import Node, bookmarked, field, node, paragraph, run
from conspectus.domain.notes import Note

MARK = "EndnoteReference"


class Marks:
    """Writes the marks of statements. Word numbers the endnotes itself, in the order of the text.

    The first mark of a quote is its endnote reference; later ones are fields that refer to it.
    """

    def __init__(self, marks: Mapping[str, tuple[int, ...]]) -> None:
        self._marks = marks
        self._set: set[int] = set()

    def of(self, statement: str) -> Iterator[Node]:
        """Yield the runs of a statement's marks."""
        yield from self.to(self._marks[statement])

    def to(self, numbers: Sequence[int]) -> Iterator[Node]:
        """Yield the runs of the marks of quotes, parted by commas."""
        for index, number in enumerate(numbers):
            if index:
                yield run(",", style=MARK)
            yield from self._mark(number)

    def _mark(self, number: int) -> list[Node]:
        bookmark = f"_RefQuote{number}"
        if number in self._set:
            return field(f"NOTEREF {bookmark} \\f \\h", str(number), MARK)
        self._set.add(number)
        return bookmarked(number, bookmark, run(node("endnoteReference", id=number), style=MARK))


def endnotes(notes: Sequence[Note]) -> Node:
    """Return the part that holds the endnotes, the two separators first."""
    return node(
        "endnotes",
        _separator(-1, "separator"),
        _separator(0, "continuationSeparator"),
        *(node("endnote", _endnote(note), id=note.number) for note in notes),
    )


def _endnote(note: Note) -> Node:
    return paragraph(
        run(node("endnoteRef"), style="Strong"),
        run(node("tab"), f"\u201c{note.quote}\u201d "),
        run(f"\u2014 {note.place}", style="SourcePlace"),
        style="EndnoteText",
    )


def _separator(number: int, kind: str) -> Node:
    look = node("pPr", node("spacing", after=0, line=240, lineRule="auto"))
    return node("endnote", node("p", look, run(node(kind))), type=kind, id=number)
