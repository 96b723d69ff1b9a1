"""Line numbers in the margin, set apart from the text that they count."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import TextLine

_FEWEST = 5
_MOST_EDGES = 4
_NEAR = 3.0
_ZONE = 0.1
_GAP = 5.0
_MOST_DIGITS = 4


_Edge = tuple[int, int]
"""Where numbers are aligned: on their left (0) or right (1), in points."""


class _Numeral(NamedTuple):
    """A number that begins a line of the page, or is all of it; `end` is where it ends."""

    line: TextLine
    value: int
    end: int
    right: float

    @property
    def edges(self) -> tuple[_Edge, _Edge]:
        """The edges that the number may be aligned on."""
        return (0, round(self.line.left)), (1, round(self.right))


def set_numerals_apart(leaves: Sequence[Leaf]) -> None:
    """Give the role `numeral` to the numbers of a column that count lines beside all other text.

    A page with few lines has them where its fellows do.
    """
    found = [(leaf, numerals) for leaf in leaves if (numerals := list(_numerals(leaf)))]
    known: dict[_Edge, None] = {}
    for fewest in (_FEWEST, 1):
        for leaf, numerals in found:
            edges = Counter(edge for numeral in numerals for edge in numeral.edges)
            for edge in known if fewest == 1 else dict(edges.most_common(_MOST_EDGES)):
                column = [x for x in numerals if _stands_at(x, edge)]
                if len(column) >= fewest and _counts(column) and _stands_outside(column, leaf):
                    _part(leaf, {id(x.line): x for x in column})
                    known[edge] = None
                    numerals.clear()
                    break


def _stands_at(numeral: _Numeral, edge: _Edge) -> bool:
    side, at = edge
    return abs((numeral.line.left, numeral.right)[side] - at) < _NEAR


def _numerals(leaf: Leaf) -> Iterator[_Numeral]:
    """Yield the numbers of a page from its top, those in ruled tables left out."""
    lines = [x for x in leaf.lines if x.text[0].isdigit() and not x.turn]
    for line in sorted(lines, key=lambda line: line.top):
        number = line.text.split(None, 1)[0]
        if len(number) > _MOST_DIGITS or not number.isdecimal():
            continue
        if any(grid.holds(line.left, line.middle) for grid in leaf.grids):
            continue
        end = len(number)
        rest = len(line.text) - len(line.text[end:].lstrip())
        if end == len(line.text) or line.edges[rest] - line.edges[end] > _GAP:
            yield _Numeral(line, int(number), end, line.edges[end])


def _counts(column: Sequence[_Numeral]) -> bool:
    """Whether the numbers count lines, each one or every fifth."""
    steps = [two.value - one.value for one, two in pairwise(column)]
    return len(set(steps)) <= 1 and set(steps) <= {1, 5}


def _stands_outside(column: Sequence[_Numeral], leaf: Leaf) -> bool:
    """Whether all other text of the page but headers and footers begins beyond the numbers."""
    held = {id(x.line) for x in column}
    edge = max(x.right for x in column) + _GAP - 2
    zone = leaf.height * _ZONE
    others = [
        x
        for x in leaf.lines
        if zone < x.middle < leaf.height - zone and id(x) not in held and not x.turn
    ]
    beside = [x for x in column if x.end < len(x.line.text)]
    return bool(others or beside) and all(x.left > edge for x in others)


def _part(leaf: Leaf, numerals: dict[int, _Numeral]) -> None:
    parted: list[TextLine] = []
    for line in leaf.lines:
        numeral = numerals.get(id(line))
        if numeral is None:
            parted.append(line)
            continue
        number, rest = line.cut(0, numeral.end), line.cut(numeral.end, len(line.text))
        number.role = "numeral"
        parted += [number, rest] if rest.text else [number]
    leaf.lines = parted
