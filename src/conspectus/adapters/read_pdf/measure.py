"""The typography of a document page by page: body size, leading and right margin."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.adapters.read_pdf.glyphs import TextLine
from conspectus.adapters.read_pdf.leaf import Leaf


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
    for one, two in zip(lines, lines[1:], strict=False):
        if one.size == two.size and one.size and len(one.text) > 40:
            pitch = (two.bottom - one.bottom) / one.size
            if 0.8 < pitch < 3.2:
                pitches[round(pitch * 20) / 20] += 1
    return pitches


def _leading(counters: "Sequence[Counter[float]]") -> float:
    """The closest pitch that is common: larger ones part paragraphs."""
    total = sum(counters, Counter[float]())
    often = 0.15 * total.total()
    return min((pitch for pitch, count in total.items() if count >= often), default=1.2)


def set_margins(lines: Sequence[TextLine]) -> None:
    """Give each line the right edge of the column it is set in: a stretch down the page."""
    column: list[TextLine] = []
    for line in [*lines, None]:
        if column and (line is None or line.top < column[-1].top - 5):
            edge = max(one.right for one in column)
            for one in column:
                one.margin = edge
            column = []
        if line is not None:
            column.append(line)
