"""Words that a reader of the page cannot see, and words that are struck out."""

from collections.abc import Sequence
from itertools import pairwise

from conspectus.adapters.read_pdf.leaf import Leaf
from conspectus.adapters.read_pdf.textline import Run, TextLine
from conspectus.domain.source import Box

_WHITE = 240
_PALE = _WHITE << 16 | _WHITE << 8 | _WHITE
_TINY = 2.0
_NARROW = 1.2
_BEYOND = 2.0


def leave_out_unseen(leaf: Leaf) -> None:
    """Leave out characters without ink, white on white, tiny, painted over, off the page or struck.

    Over a picture, text without ink is the usual text layer of a scan and stays. What was left
    out is noted on the leaf.
    """
    lines = []
    for line in leaf.lines:
        struck, unseen = _struck(line), _unseen(line, leaf)
        if not struck and not unseen:
            lines.append(line)
            continue
        for name, left_out in (("struck", struck), ("hidden", unseen)):
            if any(line.text[i].isalnum() for i in left_out):
                leaf.noted.add(name)
        if kept := _kept(line.text, struck | unseen):
            lines.append(line.pick(kept))
    leaf.lines = lines


def _struck(line: TextLine) -> set[int]:
    struck: set[int] = set()
    for run in line.runs:
        if run.style.struck:
            struck.update(range(run.start, run.end))
    return struck


def _unseen(line: TextLine, leaf: Leaf) -> set[int]:
    unseen: set[int] = set()
    for run in line.runs:
        style = run.style
        if (
            style.covered or style.hidden or style.size < _TINY or style.color >= _PALE
        ) and _invisible(run, line.middle, leaf):
            unseen.update(range(run.start, run.end))
    if not 0 <= line.middle <= leaf.height:
        return set(range(len(line.text)))
    if line.left < -_BEYOND or line.right > leaf.width + _BEYOND:
        middles = ((one + two) / 2 for one, two in pairwise(line.edges))
        unseen.update(i for i, x in enumerate(middles) if not 0 <= x <= leaf.width)
    return unseen


def _invisible(run: Run, middle: float, leaf: Leaf) -> bool:
    style = run.style
    if style.covered:
        return True
    x = (run.left + run.right) / 2
    if _behind(x, middle, leaf.drawing.images):
        return False
    narrow = run.right - run.left < _NARROW * (run.end - run.start)
    if style.hidden or (0 < style.size < _TINY and narrow):
        return True
    white = min(style.color >> 16, style.color >> 8 & 255, style.color & 255) >= _WHITE
    return white and not _behind(x, middle, leaf.drawing.fills)


def _behind(x: float, y: float, boxes: Sequence[Box]) -> bool:
    return any(left <= x <= right and top <= y <= low for left, top, right, low in boxes)


def _kept(text: str, left_out: set[int]) -> list[int]:
    """Return the places of what stays, single spaces between its words."""
    kept: list[int] = []
    for i, char in enumerate(text):
        if char == " ":
            if kept and text[kept[-1]] != " ":
                kept.append(i)
        elif i not in left_out:
            kept.append(i)
    while kept and text[kept[-1]] == " ":
        kept.pop()
    return kept
