"""What a body is made of: paragraphs of runs, and tables of rows of cells."""

from dataclasses import dataclass
from functools import cached_property

from conspectus.adapters.read_docx.styles import Look


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    bold: bool = False
    caps: bool = False
    underline: bool = False
    size: int = 0
    italic: bool = False
    tinted: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with words.

    `anchor` is its place in the file, `list_format` the number format of its list (None outside
    lists). The runs carry no white space at either end.
    """

    anchor: str
    runs: tuple[Run, ...]
    look: Look
    list_format: str | None = None

    @cached_property
    def text(self) -> str:
        """The runs joined; line breaks are newlines."""
        return "".join(run.text for run in self.runs)

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @cached_property
    def bold(self) -> bool:
        """Whether every run with words is bold or underlined."""
        return all(run.bold or run.underline for run in self.runs if run.text.strip())

    @cached_property
    def italic(self) -> bool:
        """Whether every run with words is italic."""
        return all(run.italic for run in self.runs if run.text.strip())

    @cached_property
    def tinted(self) -> bool:
        """Whether every run with words is in color."""
        return all(run.tinted for run in self.runs if run.text.strip())

    @cached_property
    def size(self) -> int:
        """The size of its largest run, in half points; 0 when nothing says it."""
        return max((run.size for run in self.runs), default=0)

    @cached_property
    def lead(self) -> int:
        """Length of the bold or underlined stretch that begins the text, or else of the italic."""
        return self._stretch([run.bold or run.underline for run in self.runs]) or self._stretch(
            [run.italic for run in self.runs]
        )

    def _stretch(self, set_apart: list[bool]) -> int:
        length = 0
        for run, apart in zip(self.runs, set_apart, strict=True):
            if run.text.strip() and not apart:
                break
            length += len(run.text)
        return length


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell over `span` columns. `merged` continues the cell above it."""

    blocks: "tuple[Block, ...]"
    span: int = 1
    merged: bool = False
    shaded: bool = False

    @property
    def paragraphs(self) -> "list[Paragraph]":
        """The paragraphs of the cell, those of nested tables included."""
        return paragraphs(self.blocks)

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(clean(paragraph.text) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `header` is set when the file marks it as one that repeats on each page."""

    cells: tuple[Cell, ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `styled_header` tells that its style sets the first row apart."""

    rows: tuple[Row, ...]
    styled_header: bool = False


Block = Paragraph | Table


INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def clean(text: str) -> str:
    """Return the text with single spaces and without soft hyphens and zero-width characters."""
    return " ".join(text.translate(INVISIBLE).split())


def paragraphs(blocks: tuple[Block, ...]) -> "list[Paragraph]":
    """Return all paragraphs in reading order, those of tables included."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            for row in block.rows:
                for cell in row.cells:
                    found.extend(paragraphs(cell.blocks))
    return found
