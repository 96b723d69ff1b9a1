"""Labels that stand beside the text they head, where no ruling marks a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from conspectus.adapters.read_pdf.block import SIDE_LABEL, Block
from conspectus.adapters.read_pdf.marks import read_mark
from conspectus.adapters.read_pdf.textline import TextLine

_MOST_LINES = 6
_MOST_WORDS = 14
_FEWEST_WORDS = 12
_FEWEST_INDENT = 30
_FEWEST_WIDTH = 120


def side_labels(lines: Sequence[TextLine]) -> dict[int, Block]:
    """Return the labels by the id of their first line; their lines get the role `label`.

    A label is a short group of lines followed, in the file's order, by a longer group that
    stands to the right of it at the same height.
    """
    labels: dict[int, Block] = {}
    for group in _labels(lines):
        labels[id(group[0])] = Block("heading", group, group[0].left, rank=SIDE_LABEL)
        for line in group:
            line.role = "label"
    return labels


def part_sides(lines: Sequence[TextLine]) -> list[TextLine]:
    """Part a line at a wide gap when the next line goes on below what is right of the gap."""
    parted: list[TextLine] = []
    for line, below in zip_longest(lines, lines[1:]):
        cut = _gap_above(line, below) if below else 0
        parted += [line.cut(0, cut), line.cut(cut, len(line.text))] if cut else [line]
    return parted


def _gap_above(line: TextLine, below: TextLine) -> int:
    """Return where the part of the line begins under which the next line stands, else 0."""
    if below.left < line.left + _FEWEST_INDENT or not line.top < below.top < line.bottom + 9:
        return 0
    for before, after in pairwise(line.runs):
        if abs(after.left - below.left) < 2 and after.left - before.right > 1.5 * line.size:
            return after.start if after.start > 3 else 0
    return 0


def _labels(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    for index in range(1, len(lines)):
        last, line = lines[index - 1], lines[index]
        if line.left < last.right + 8 or line.top > last.bottom - 0.4 * last.height:
            continue
        group = _group_before(lines, index)
        beside = _group_after(lines, index, max(one.right for one in group) + 5)
        words = sum(len(one.text.split()) for one in group)
        if (
            words <= _MOST_WORDS
            and len(beside) >= 2
            and len(beside) >= len(group)
            and sum(len(one.text.split()) for one in beside) >= _FEWEST_WORDS
            and max(one.right for one in beside) - line.left >= _FEWEST_WIDTH
            and beside[0].top - 20 < group[0].top < _two_thirds_down(beside)
            and not group[0].text[0].islower()
            and not any("__" in one.text or read_mark(one) for one in group)
        ):
            yield group


def _two_thirds_down(lines: Sequence[TextLine]) -> float:
    """Return how far down a label may begin: what is lower ends a column of text."""
    return lines[0].top + (lines[-1].bottom - lines[0].top) * 2 / 3


def _group_before(lines: Sequence[TextLine], index: int) -> list[TextLine]:
    group = [lines[index - 1]]
    for line in reversed(lines[max(index - 1 - _MOST_LINES, 0) : index - 1]):
        if (
            abs(line.left - group[0].left) > 3
            or not 0 < group[0].top - line.top < 1.3 * line.height
        ):
            break
        group.insert(0, line)
    return group


def _group_after(lines: Sequence[TextLine], index: int, gutter: float) -> list[TextLine]:
    group: list[TextLine] = []
    for line in lines[index:]:
        if line.left < gutter or (group and line.top > group[-1].bottom + 2 * line.height):
            break
        group.append(line)
    return group
