"""Text that the page paints over or strikes out after it was set."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Sequence
from functools import cached_property
from itertools import pairwise

from conspectus.adapters.read_pdf.rulings import Drawing
from conspectus.adapters.read_pdf.textline import Run, TextLine

_HIGHEST, _LOWEST = 0.5, 0.14  # where a line strikes words out, in type sizes above the baseline


class Veils:
    """The opaque panes of a page, what lies below them, and the rulings that may strike words.

    `drawn_by` returns the text object that drew a character of the page, `baseline` the height at
    which it stands.
    """

    def __init__(
        self,
        drawing: Drawing,
        drawn_by: Callable[[int], int | None],
        baseline: Callable[[int], float],
    ) -> None:
        self._drawn_by = drawn_by
        self._baseline = baseline
        self._covers = drawing.covers
        self._afters = [cover.after for cover in drawing.covers]
        self._top = min((cover.box[1] for cover in drawing.covers), default=math.inf)
        self._bottom = max((cover.box[3] for cover in drawing.covers), default=-math.inf)
        self._texts = drawing.texts
        self._rules = sorted(drawing.across)
        self._heights = [rule.at for rule in self._rules]

    def draw(self, line: TextLine, places: Sequence[int]) -> None:
        """Set the characters of a line as `covered` that lie below a pane, and as `struck`.

        `places` says which characters of the page they are.
        """
        first = bisect_right(self._heights, line.top)
        last = bisect_left(self._heights, line.bottom)
        struck = self._struck(line, places, first, last) if first < last else set()
        near = self._top <= line.middle <= self._bottom
        covered = self._covered(line, places) if near else set()
        if covered or struck:
            line.runs = [part for run in line.runs for part in _parts(run, line, covered, struck)]

    def _covered(self, line: TextLine, places: Sequence[int]) -> set[int]:
        covered: set[int] = set()
        middle, begin, end = line.middle, line.left, line.right
        lowest = min([self._order(places[run.start]) for run in line.runs])
        for (left, top, right, bottom), after in self._covers[bisect_right(self._afters, lowest) :]:
            if not (top <= middle <= bottom and left < end and begin < right):
                continue
            under = _between(line, left, right)
            if under and any(self._order(places[i]) < after for i in (under[0], under[-1])):
                covered.update(i for i in under if self._order(places[i]) < after)
        return covered

    def _struck(self, line: TextLine, places: Sequence[int], first: int, last: int) -> set[int]:
        """Return the characters through whose middle a ruling runs that ends with the words."""
        struck: set[int] = set()
        slack = 0.5 * line.size
        for at, low, high in self._rules[first:last]:
            if not (line.left - slack <= low and high <= line.right + slack):
                continue
            through = [i for i in _between(line, low, high) if line.text[i].isalnum()]
            if len(through) > 1:
                size = next(r.style.size for r in line.runs if through[0] < r.end)
                if _LOWEST * size < self._baseline(places[through[0]]) - at < _HIGHEST * size:
                    struck.update(_between(line, low, high))
        return struck

    def _order(self, place: int) -> int:
        """Return when a character was drawn, as the number of its text object."""
        return self._orders.get(self._drawn_by(place) or 0, len(self._texts))

    @cached_property
    def _orders(self) -> dict[int, int]:
        return {handle: order for order, handle in enumerate(self._texts)}


def _between(line: TextLine, left: float, right: float) -> list[int]:
    """Return the characters whose middles stand between two edges."""
    middles = ((one + two) / 2 for one, two in pairwise(line.edges))
    return [i for i, middle in enumerate(middles) if left <= middle <= right]


def _parts(run: Run, line: TextLine, covered: Container[int], struck: Container[int]) -> list[Run]:
    """Cut a run where its characters begin or cease to be covered or struck."""
    looks = [(i in covered, i in struck) for i in range(run.start, run.end)]
    cuts = [run.start + i for i in range(1, len(looks)) if looks[i] != looks[i - 1]]
    parts = []
    for start, end in pairwise([run.start, *cuts, run.end]):
        over, through = looks[start - run.start]
        style = run.style._replace(covered=over, struck=through)
        parts.append(Run(start, end, line.edges[start], line.edges[end], style))
    return parts
