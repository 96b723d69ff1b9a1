"""Text that a reader of the page cannot see."""

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.source import Box

_WHITE = 240
_TINY = 2.0


def mark_hidden(leaf: Leaf) -> None:
    """Give the role `hidden` to text without ink, in white on white, or too small to see.

    Over a picture, text without ink is the usual text layer of a scan and stays.
    """
    for line in leaf.body:
        if not _behind(line, leaf.drawing.images) and _invisible(line, leaf.drawing.fills):
            line.role = "hidden"


def _invisible(line: TextLine, fills: list[Box]) -> bool:
    if all(run.style.hidden for run in line.runs) or 0 < line.size < _TINY:
        return True
    channels = (line.color >> 16, line.color >> 8 & 255, line.color & 255)
    return min(channels) >= _WHITE and not _behind(line, fills)


def _behind(line: TextLine, boxes: list[Box]) -> bool:
    x, y = (line.left + line.right) / 2, line.middle
    return any(left <= x <= right and top <= y <= low for left, top, right, low in boxes)
