"""The cells of a table row, cut into what each may tell, with what the table says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.adapters.model_offline.rates import (
    begins_with_rate,
    compares,
    how_often,
    is_rate,
    is_share,
)
from conspectus.domain.request import Citation, Extract

QUOTE_LETTERS = 12
"""A shorter cell is quoted with its row."""

LETTERS = 3
"""What has fewer letters is a tick, a figure or a mark."""

ARMS = 2
"""The figures of so many arms are told."""

TITLED = 0.8
"""With a larger share of capitals a cell is set like a title, so they begin no lines."""

_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MARK = re.compile(r"\s*[\u2022\u25aa\u25cf\u25cb\u25e6\uf0b7\uf0a7]\s*|;\s+")
_LINE = re.compile(
    r"(?<=[a-z)]) (?<!\bof )(?<!\bthe )(?<!\band )(?<!\bor )(?<!\bas )(?<!\bby )(?<!\bto )"
    r"(?<!\bin )(?<!\bwith )(?<!\bfrom )(?<!\bcalled )(?<!\blike )(?<!\ba )(?<!\ban )(?<!\bfor )"
    r"(?=[A-Z][a-z]+(?:[ ,(]|$))"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a table says of a piece of a cell.

    `quote` are the verbatim words of the piece. `often` says in few words how often it comes: the
    header of its column or the cell that opens its row; `rate` are the figures beside it, never
    those of a comparison alone; `proof` bears these out. `label` is the cell that opens the row,
    "" in that cell; `column` heads the piece, `names` are the headers of the whole table.
    """

    quote: str
    often: str = ""
    rate: str = ""
    proof: tuple[Citation, ...] = ()
    label: str = ""
    column: str = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """The headers of a table's columns, and the number of the extract that shows them."""

    names: tuple[str, ...] = ()
    extract: int = 0

    def over(self, row: Extract, heads: frozenset[tuple[str, ...]]) -> "Header":
        """Return the headers of a row, those of the row before if the table runs on.

        `heads` are the headers of all tables. Without one of its own a row keeps headers that say
        how often; so does one whose reader took the first row of a page for headers.
        """
        own = row.columns or (row.cells if row.cells in heads else ())
        if own == self.names or (self._frequent and not _is_frequent(own) and self._fits(row)):
            return self
        return Header(own, 0 if row.columns else row.number)

    def heads(self, row: Extract) -> bool:
        """Tell whether a row repeats the headers."""
        return bool(row.cells) and row.cells == self.names

    @property
    def _frequent(self) -> bool:
        return _is_frequent(self.names)

    def _fits(self, row: Extract) -> bool:
        return len(row.cells) == len(self.names)

    def name(self, column: int) -> str:
        """Return what heads a column, "" when nothing does."""
        return self.names[column] if column < len(self.names) else ""

    def cited(self, column: int) -> Citation:
        """Cite what heads a column, a few letters with the other headers."""
        name = self.name(column)
        return Citation(
            self.extract, name if len(name) >= QUOTE_LETTERS else " | ".join(self.names)
        )


def pieces(row: Extract, header: Header) -> Iterator[tuple[str, Cell]]:
    """Yield what each cell of a row may tell, without those that only say how often."""
    filled = [(column, cell) for column, cell in enumerate(row.cells) if cell]
    opening = filled[0][1]
    for column, cell in filled:
        if is_rate(cell):
            continue
        name = header.name(column)
        often, rate = how_often(name) if header.extract else "", ""
        proof: tuple[Citation, ...] = (header.cited(column),)
        if not often and cell is opening:
            rate, proof = _beside(row, filled, header)
        elif not often:
            often, proof = how_often(opening), (Citation(row.number, _quotable(row, opening)),)
        label = "" if cell is opening else opening
        for piece in _parts(cell):
            quote = _quotable(row, piece, cell)
            yield piece, Cell(quote, often, rate, proof, label, name, header.names)


def _parts(cell: str) -> list[str]:
    """Cut a cell at bullets and semicolons, and where a capital begins a line of its own."""
    words = cell.split()
    titled = sum(word[:1].isupper() for word in words) > TITLED * len(words)
    parts = [part for part in _MARK.split(cell) if part]
    if not titled:
        parts = [line for part in parts for line in _LINE.split(part)]
    return [part for part in parts if sum(map(str.isalpha, part)) >= LETTERS]


def _beside(
    row: Extract, filled: list[tuple[int, str]], header: Header
) -> tuple[str, tuple[Citation, ...]]:
    """Return the figures beside the opening cell and the words that bear them out."""
    whole = Citation(row.number, row.text)
    others = [(column, cell) for column, cell in filled[1:] if not compares(header.name(column))]
    if len(filled) == 2:
        told = [cell.split(", ")[0] for _, cell in others if begins_with_rate(cell)]
        return (told[0], (whole,)) if told else ("", ())
    arms = [(column, cell) for column, cell in others if is_share(header.name(column), cell)]
    if not header.extract or not 1 <= len(arms) <= ARMS:
        return "", ()
    told = [f"{without_brackets(header.name(column))}: {cell}" for column, cell in arms]
    return "; ".join(told), (whole, *(header.cited(column) for column, _ in arms))


def without_brackets(text: str) -> str:
    """Drop remarks in brackets.

    >>> without_brackets("Biopsy (a needle into the hip)")
    'Biopsy'
    """
    return _BRACKETS.sub("", text)


def _quotable(row: Extract, *candidates: str) -> str:
    return next((text for text in candidates if len(text) >= QUOTE_LETTERS), row.text)


def _is_frequent(names: tuple[str, ...]) -> bool:
    return sum(bool(how_often(name)) for name in names) > 1
