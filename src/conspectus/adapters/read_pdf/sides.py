"""Labels that stand beside the text they head, where no ruling marks a table."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from conspectus.adapters.read_pdf.block import SIDE_LABEL, Block
from conspectus.adapters.read_pdf.headings import NUMBER, number_depth
from conspectus.adapters.read_pdf.marks import read_mark
from conspectus.adapters.read_pdf.textline import TextLine

_MOST_LINES = 6
_MOST_WORDS = 14
_FEWEST_WORDS = 12
_FEWEST_INDENT = 30
_FEWEST_WIDTH = (120, 100)
"""Of the text beside a label, and beside one in the margin of a whole page."""

_MOST_COLUMNS, _FEWEST_LINES, _LONG, _MOSTLY, _GAP = 4, 4, 40, 0.85, 0.7


def side_labels(lines: Sequence[TextLine], column: float) -> dict[int, Block]:
    """Return the labels by the id of their first line; their lines get the role `label`.

    A label is a short group of lines followed, in the file's order, by a longer group that
    stands to the right of it at the same height.
    """
    labels: dict[int, Block] = {}
    for group in _labels(lines, column):
        depth = number_depth(NUMBER.match(group[0].text))
        rank = (*SIDE_LABEL[:-1], *depth)
        labels[id(group[0])] = Block("heading", group, group[0].left, rank=rank)
        for line in group:
            line.role = "label"
    return labels


def part_sides(lines: Sequence[TextLine], column: float) -> list[TextLine]:
    """Part a line at a wide gap when the next line goes on below what is right of the gap.

    On a page with labels beside its `column` every line that begins with one is parted.
    """
    parted: list[TextLine] = []
    for line, below in zip_longest(lines, lines[1:]):
        cut = _gap_above(line, below) if below else 0
        cut = cut or (_gap_before(line, column) if column else 0)
        parted += [line.cut(0, cut), line.cut(cut, len(line.text))] if cut else [line]
    return parted


def text_column(lines: Sequence[TextLine]) -> float:
    """Return the left edge of the text of a page that has but labels left of it, 0 of another."""
    counts = Counter([round(line.left) for line in lines])
    least = min(counts, default=0) + _FEWEST_INDENT
    common = counts.most_common(_MOST_COLUMNS)
    lefts = sorted(left for left, count in common if count >= _FEWEST_LINES and left > least)
    return next((float(left) for left in lefts if _has_labels(lines, left)), 0.0)


def _has_labels(lines: Sequence[TextLine], column: int) -> bool:
    """Whether the lines left of a column, as far as it reaches, end before it or have a gap."""
    tops = [line.top for line in lines if round(line.left) == column]
    low, high = min(tops) - 20, max(tops) + 20
    within = [line for line in lines if low < line.top < high]
    aside = [line for line in within if line.left < column - _FEWEST_INDENT]
    labels = [x for x in aside if x.right < column - 2 or _gap_before(x, column)]
    if sum(len(x.text) > _LONG for x in within if x.right > column) < _FEWEST_LINES:
        return False
    return 0 < 2 * len(aside) <= len(within) and len(labels) > _MOSTLY * len(aside)


def _gap_before(line: TextLine, column: float) -> int:
    """Return where the part of the line begins that stands in the column, after a gap, else 0."""
    if line.role != "body" or not line.left < column - _FEWEST_INDENT < column < line.right:
        return 0
    start = bisect_left(line.edges, column - 2)
    words = line.text[:start].rstrip()
    if not 0 < start < len(line.text) or not words or words[-1] == ":":
        return 0
    if line.edges[start] > column + _FEWEST_INDENT:
        return 0
    return start if line.edges[start] - line.edges[len(words)] > _GAP * line.size else 0


def _gap_above(line: TextLine, below: TextLine) -> int:
    """Return where the part of the line begins under which the next line stands, else 0."""
    if below.left < line.left + _FEWEST_INDENT or not line.top < below.top < line.bottom + 9:
        return 0
    for before, after in pairwise(line.runs):
        if abs(after.left - below.left) < 2 and after.left - before.right > 1.5 * line.size:
            return after.start if after.start > 3 else 0
    return 0


def _labels(lines: Sequence[TextLine], column: float) -> Iterator[list[TextLine]]:
    for index in range(1, len(lines)):
        last, line = lines[index - 1], lines[index]
        if line.left < last.right + 8 or line.top > last.bottom - 0.4 * last.height:
            continue
        group = _group_before(lines, index)
        beside = _group_after(lines, index, max(one.right for one in group) + 5)
        words = sum(len(one.text.split()) for one in group)
        marginal = bool(column) and abs(line.left - column) < 3 and group[-1].text[-1] != ":"
        if (
            words <= _MOST_WORDS
            and (marginal or len(beside) >= max(2, len(group)))
            and (marginal or sum(len(one.text.split()) for one in beside) >= _FEWEST_WORDS)
            and max(one.right for one in beside) - line.left >= _FEWEST_WIDTH[marginal]
            and beside[0].top - 20 < group[0].top < _two_thirds_down(beside)
            and not group[0].text[0].islower()
            and not any("__" in one.text or _is_marked(one, marginal) for one in group)
        ):
            yield group


def _is_marked(line: TextLine, marginal: bool) -> bool:
    """Whether the line is an item of a list; beside a column of text a number is a label's."""
    mark = read_mark(line)
    return mark is not None and (mark.firm or not marginal)


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
