"""Printed lines and the runs of type that they are set in."""

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

SLANTED = -1


class Style(NamedTuple):
    """How a run of characters is set. `size` is in points, `color` 0xRRGGBB.

    `hidden` is set without ink, `covered` painted over and `struck` struck out by what the page
    draws later.
    """

    font: str
    size: float
    bold: bool
    italic: bool
    color: int
    hidden: bool
    covered: bool = False
    struck: bool = False


class Run(NamedTuple):
    """Characters `start` to `end` of a line set in one style, between two x positions."""

    start: int
    end: int
    left: float
    right: float
    style: Style


def reach(edges: "array[float]") -> tuple[float, float]:
    """Return the leftmost and the rightmost edge; most are in order, so sorting finds them fast."""
    ordered = sorted(edges)
    return ordered[0], ordered[-1]


@dataclass(slots=True, eq=False)
class TextLine:
    """One printed line: its text, where it stands (points from the top left) and its runs.

    `edges` are the left edges of all characters and the right edge of the last. `role` is body,
    running (header or footer), numeral (a line number) or comment. `start` is its place in the
    text of its page, `margin` the right edge of the column it is set in. `underlined` lines have a
    ruling under all of them, or a bar behind; others are underlined from their beginning up to the
    point `ruled`. A `dotted` line has a bullet before it that is drawn, not set. `turn` is by how
    many quarters the page must be turned clockwise for the line to stand upright, SLANTED when
    none will do.
    """

    text: str
    edges: "array[float]"
    left: float
    top: float
    right: float
    bottom: float
    runs: list[Run]
    page: int = 0
    role: str = "body"
    start: int = 0
    underlined: bool = False
    margin: float = 0.0
    turn: int = 0
    ruled: float = 0.0
    dotted: bool = False
    size: float = field(init=False)
    bold: bool = field(init=False)
    italic: bool = field(init=False)
    color: int = field(init=False)

    def __post_init__(self) -> None:
        if len(self.runs) == 1 and self.runs[0].start < self.runs[0].end:
            _, self.size, self.bold, self.italic, self.color, *_ = self.runs[0].style
            return
        bold = italic = total = 0
        widest, self.size, self.color = 0, 0.0, 0
        for start, end, _, _, style in self.runs:
            length = end - start
            total += length
            bold += length * style.bold
            italic += length * style.italic
            if length > widest:
                widest, self.size, self.color = length, style.size, style.color
        self.bold = total > 0 and bold >= 0.9 * total
        self.italic = total > 0 and italic >= 0.9 * total

    def cut(self, start: int, end: int) -> "TextLine":
        """Return the characters `start` to `end` of this line, trimmed, as a line of their own."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        end = start + len(text)
        runs = self.runs
        if len(text) < len(self.text):
            runs = [
                Run(max(r.start, start) - start, min(r.end, end) - start, r.left, r.right, r.style)
                for r in runs
                if r.start < end and start < r.end
            ]
        edges = self.edges[start : end + 1]
        left, right = reach(edges)
        return TextLine(
            text, edges, left, self.top, right, self.bottom, runs,
            self.page, self.role, self.start + start, self.underlined, self.margin, self.turn,
            self.ruled, self.dotted and start == 0,
        )  # fmt: skip

    def pick(self, kept: Sequence[int]) -> "TextLine":
        """Return a line of those characters alone, each where it stands."""
        edges = array("f", [*(self.edges[i] for i in kept), self.edges[kept[-1] + 1]])
        runs = [
            run._replace(start=start, end=end)
            for run in self.runs
            if (start := bisect_left(kept, run.start)) < (end := bisect_left(kept, run.end))
        ]
        text = "".join(self.text[i] for i in kept)
        return TextLine(
            text, edges, min(edges), self.top, max(edges), self.bottom, runs,
            self.page, self.role, self.start, self.underlined, self.margin, self.turn,
            self.ruled, self.dotted,
        )  # fmt: skip

    @property
    def end(self) -> int:
        """Where the line ends in the text of its page."""
        return self.start + len(self.text)

    @property
    def middle(self) -> float:
        """The vertical middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """The height of the line's box."""
        return self.bottom - self.top
