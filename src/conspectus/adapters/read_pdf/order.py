"""Reading order: the file's own order, mended where a block stands out of place."""

from collections.abc import Sequence

from conspectus.adapters.read_pdf.glyphs import TextLine
from conspectus.adapters.read_pdf.leaf import Leaf


def order_lines(leaf: Leaf) -> None:
    """Put the lines of a page in reading order: headers first, comments and footers last.

    The order of the content stream is kept between blocks that stand side by side; a block that
    stands wholly above another in the same column goes before it.
    """
    half = leaf.height / 2
    head, foot, notes, body = [], [], [], []
    for line in leaf.lines:
        if line.role == "running":
            (head if line.middle < half else foot).append(line)
        else:
            (notes if line.role == "comment" else body).append(line)
    for edge in (head, foot):
        edge.sort(key=lambda line: (round(line.middle / 4), line.left))
    leaf.lines = head + _flow(body) + notes + foot


def _flow(lines: list[TextLine]) -> list[TextLine]:
    blocks: list[list[TextLine]] = []
    for line in lines:
        if blocks and blocks[-1][-1].top <= line.top + 2:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    if len(blocks) < 2:
        return lines
    ordered: list[list[TextLine]] = []
    for block in blocks:
        place = len(ordered)
        while place and _above(block, ordered[place - 1]):
            place -= 1
        ordered.insert(place, block)
    return [line for block in ordered for line in block]


def _above(one: Sequence[TextLine], two: Sequence[TextLine]) -> bool:
    """Whether block `one` stands above `two` and in the same column."""
    low = max(line.bottom for line in one)
    high = min(line.top for line in two)
    if low > high + 3:
        return False
    left = max(min(line.left for line in one), min(line.left for line in two))
    right = min(max(line.right for line in one), max(line.right for line in two))
    return right - left > 3
