"""What the flow of lines is cut into before it becomes passages."""

from dataclasses import dataclass

from conspectus.adapters.read_pdf.marks import Mark
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.source import PassageKind

Rank = tuple[float, ...]
"""How prominent a heading is (by itself or run in, size, capitals, bold, underline, italic, depth
of its number): larger ranks stand above smaller ones."""

TABLE_LABEL: Rank = (-1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

SIDE_LABEL: Rank = (0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""A label beside its text stands below the headings above it, but above those that run in."""


BARE_TITLE: Rank = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""A title that nothing but its words and its line of its own tells from the text."""


@dataclass(slots=True, eq=False)
class Block:
    """A heading, paragraph, item or table row with the lines it is made of.

    `rank` is a heading's prominence; a `brief` heading (a label before a value) covers only the
    block that follows it. `left` is where the first line began, its mark included; `first` is
    that line of an item with its mark, which the `lines` are without.
    """

    kind: PassageKind
    lines: list[TextLine]
    left: float = 0.0
    mark: Mark | None = None
    rank: Rank = ()
    brief: bool = False
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    first: TextLine | None = None

    @property
    def marked(self) -> list[TextLine]:
        """The lines, the mark of an item included."""
        return [self.first, *self.lines[1:]] if self.first else self.lines

    @property
    def text(self) -> str:
        """The words, for judging the block; not yet woven."""
        return " ".join(line.text for line in self.lines)
