"""One page while it is being read."""

from dataclasses import dataclass, field

from conspectus.adapters.read_pdf.grid import Grid
from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.source import Line, Page


@dataclass(slots=True, eq=False)
class Leaf:
    """The lines and the drawing of one physical page, sizes in points.

    `notes` are the texts of annotations that reviewers pinned to the page.
    """

    index: int
    width: float
    height: float
    lines: list[TextLine]
    drawing: Drawing
    grids: list[Grid] = field(default_factory=list)
    label: str | None = None
    confidence: float | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def body(self) -> list[TextLine]:
        """The lines that are neither running headers or footers nor comments."""
        return [line for line in self.lines if line.role == "body"]

    def print(self) -> Page:
        """Fix the text of the page: number the lines' characters and join them by newlines."""
        offset = 0
        for line in self.lines:
            line.start = offset
            offset += len(line.text) + 1
        return Page(
            number=self.index + 1,
            text="\n".join(line.text for line in self.lines),
            label=self.label,
            lines=tuple(
                Line(
                    line.start,
                    line.end,
                    (line.left, round(line.top, 2), line.right, round(line.bottom, 2)),
                    line.edges,
                )
                for line in self.lines
            ),
            width=self.width,
            height=self.height,
            confidence=self.confidence,
        )
