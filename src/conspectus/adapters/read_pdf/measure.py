"""The typography of a document page by page: body size, leading and right margin."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import TextLine


@dataclass(frozen=True, slots=True)
class Measure:
    """Of one page: the body type's size in points and color, and its pitch as a multiple of it."""

    size: float
    color: int
    leading: float
    width: float


def measure(leaves: Sequence[Leaf]) -> list[Measure]:
    """Measure each page together with its two neighbours on either side."""
    types = [_types(leaf.body) for leaf in leaves]
    pitches = [_pitches(leaf.body) for leaf in leaves]
    measures = []
    for index, leaf in enumerate(leaves):
        near = slice(max(index - 2, 0), index + 3)
        common = sum(types[near], Counter[tuple[float, int]]()).most_common(1)
        (size, color) = common[0][0] if common else (11.0, 0)
        measures.append(Measure(size, color, _leading(pitches[near]), leaf.width))
    return measures


def _types(lines: Sequence[TextLine]) -> "Counter[tuple[float, int]]":
    types: Counter[tuple[float, int]] = Counter()
    for line in lines:
        types[line.size, line.color] += len(line.text)
    return types


def _pitches(lines: Sequence[TextLine]) -> "Counter[float]":
    """How far apart the baselines of long neighbouring lines stand, in type sizes."""
    pitches: Counter[float] = Counter()
    for one, two in pairwise(lines):
        if one.size == two.size and one.size and len(one.text) > 40:
            pitch = (two.bottom - one.bottom) / one.size
            if 0.8 < pitch < 3.2:
                pitches[round(pitch * 20) / 20] += 1
    return pitches


def _leading(counters: "Sequence[Counter[float]]") -> float:
    """Return the closest pitch that is common: larger ones part paragraphs."""
    total = sum(counters, Counter[float]())
    often = 0.15 * total.total()
    return min((pitch for pitch, count in total.items() if count >= often), default=1.2)


def set_margins(lines: Sequence[TextLine]) -> None:
    """Give each line the right edge of the column it is set in.

    A column is a stretch of lines down the page; inside it, lines that fill a narrower measure
    (a box, a frame) have that for their margin.
    """
    for column in _stretches(lines, _turns):
        edge = max(line.right for line in column)
        for stretch in _stretches(column, _shifts):
            inner = max(line.right for line in stretch)
            full = sum(line.right > inner - 0.12 * (inner - line.left) for line in stretch)
            fills = len(stretch) >= 4 and full >= 0.6 * len(stretch)
            for line in stretch:
                line.margin = inner if fills else edge


def _stretches(
    lines: Sequence[TextLine], parts: Callable[[TextLine, TextLine], bool]
) -> Iterator[list[TextLine]]:
    stretch: list[TextLine] = []
    for line in lines:
        if stretch and parts(stretch[-1], line):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch


def _turns(one: TextLine, two: TextLine) -> bool:
    return two.top < one.top - 5


def _shifts(one: TextLine, two: TextLine) -> bool:
    return abs(one.left - two.left) > 2 and abs(one.middle - two.middle) > 3
