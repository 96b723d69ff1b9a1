"""What a page draws to set lines apart: rulings under, bars behind, bullets before them."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from conspectus.adapters.read_pdf.grid import Grid
from conspectus.adapters.read_pdf.rulings import Drawing, Rule
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.source import Box

_DEEPEST_BAR = 3.0
_FARTHEST_DOT = 2.2
"""Both in heights of the line."""

_TALL = 30.0


def accent(lines: Sequence[TextLine], drawing: Drawing, grids: Sequence[Grid]) -> None:
    """Note the lines that are underlined, stand on a bar or begin with a drawn bullet."""
    _underline(lines, drawing.across)
    if not drawing.fills and not drawing.dots:
        return
    rows = sorted(lines, key=lambda line: line.middle)
    heights = [line.middle for line in rows]
    tops = {(round(left / 3), round(top / 3)) for left, top, _, _ in drawing.fills}
    lows = {(round(left / 3), round(low / 3)) for left, _, _, low in drawing.fills}
    for fill in drawing.fills:
        left, top, _, bottom = (round(side / 3) for side in fill)
        if (left, bottom) in tops or (left, top) in lows:
            continue  # a strip of a larger area
        low, high = bisect_left(heights, fill[1] - 1), bisect_right(heights, fill[3] + 1)
        _bar(rows[low : min(high, low + 2)], fill, grids)
    for dot in drawing.dots:
        low, high = (bisect_left(heights, at) for at in (dot[1] - _TALL, dot[3] + _TALL))
        _dot(rows[low:high], dot)


def _underline(lines: Sequence[TextLine], rules: Sequence[Rule]) -> None:
    for rule in rules:
        for line in lines:
            below = rule.at - line.bottom
            if (
                below < 0.8
                and rule.low > line.left - 6
                and rule.high < line.right + 6
                and below > -0.35 * line.height
            ):
                if rule.high - rule.low > 0.8 * (line.right - line.left):
                    line.underlined = True
                elif rule.low < line.left + 2:
                    line.ruled = rule.high


def _bar(held: Sequence[TextLine], fill: Box, grids: Sequence[Grid]) -> None:
    """Note the one line, not told by its type, that stands on an area hardly higher than itself."""
    left, top, right, bottom = fill
    if (
        len(held) == 1
        and not held[0].bold
        and left - 1 <= held[0].left
        and held[0].right <= right + 2
        and bottom - top < _DEEPEST_BAR * held[0].height
        and not any(grid.holds(held[0].left, held[0].middle) for grid in grids)
    ):
        held[0].underlined = True


def _dot(lines: Sequence[TextLine], dot: Box) -> None:
    _, top, right, bottom = dot
    middle = (top + bottom) / 2
    beside = [
        x
        for x in lines
        if x.top < middle < x.bottom and right - 1 < x.left < right + _FARTHEST_DOT * x.height
    ]
    if beside and bottom - top < beside[0].height:
        min(beside, key=lambda line: line.left).dotted = True
