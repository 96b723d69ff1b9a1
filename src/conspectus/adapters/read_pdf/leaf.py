"""One page while it is being read."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from conspectus.adapters.read_pdf.grid import Grid
from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import SLANTED, TextLine
from conspectus.domain.source import Box, Line, Page


@dataclass(slots=True, eq=False)
class Leaf:
    """The lines and the drawing of one physical page, sizes in points.

    `notes` are the texts of annotations that reviewers pinned to the page; `noted` names what
    was left out of its lines. Lines that stand upright only once the page is turned are kept as
    if they stood below it; `below` says for each number of quarters where that begins.
    `column` is the left edge of text with labels in the margin beside it, else 0.
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
    noted: set[str] = field(default_factory=set)
    below: dict[int, float] = field(default_factory=dict)
    column: float = 0.0

    @property
    def body(self) -> list[TextLine]:
        """The lines that are neither running headers or footers nor comments."""
        return [line for line in self.lines if line.role == "body"]

    def take_turned(self) -> set[int]:
        """Give up the lines that do not stand upright, but for the labels of upright tables.

        Return by how many quarters the page must be turned to read them.
        """
        for grid in self.grids if any(line.turn for line in self.lines) else ():
            held = [x for x in self.lines if grid.holds((x.left + x.right) / 2, x.middle)]
            upright = sum(len(line.text) for line in held if not line.turn)
            if 2 * upright > sum(len(line.text) for line in held):
                for line in (line for line in held if line.turn != SLANTED):
                    line.turn = 0
        turns = {line.turn for line in self.lines}
        if SLANTED in turns:
            self.noted.add("slanted")
        self.lines = [line for line in self.lines if line.turn == 0]
        return turns - {0, SLANTED}

    def add_turned(self, turned: "Leaf", quarters: int) -> None:
        """Take the upright lines of the same page turned clockwise; set them below all others."""
        below = max([self.height, *(line.bottom for line in self.lines)]) + self.height
        self.below[quarters] = below
        for line in turned.lines:
            if line.turn == 0:
                line.top, line.bottom, line.turn = line.top + below, line.bottom + below, quarters
                self.lines.append(line)
        self.grids += [Grid(g.xs, tuple(y + below for y in g.ys), g.owner) for g in turned.grids]
        self.drawing.fills.extend(
            (left, top + below, right, low + below)
            for left, top, right, low in turned.drawing.fills
        )
        self.noted |= turned.noted

    def _place(self, line: TextLine) -> tuple[Box, Sequence[float]]:
        """Return where a line stands on the page, and the edges of its characters.

        A turned line is one box, whatever is cut of it.
        """
        left, top, right, bottom = line.left, line.top, line.right, line.bottom
        if not line.turn:
            return (left, round(top, 2), right, round(bottom, 2)), line.edges
        top, bottom = top - self.below[line.turn], bottom - self.below[line.turn]
        wide, tall = self.width, self.height
        left, top, right, bottom = (
            (top, tall - right, bottom, tall - left),
            (wide - right, tall - bottom, wide - left, tall - top),
            (wide - bottom, left, wide - top, right),
        )[line.turn - 1]
        edges = array("f", [right if i % 2 else left for i in range(len(line.edges))])
        return (left, round(top, 2), right, round(bottom, 2)), edges

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
            lines=tuple(Line(line.start, line.end, *self._place(line)) for line in self.lines),
            width=self.width,
            height=self.height,
            confidence=self.confidence,
        )
