"""Gives each block its place in the outline and makes passages of blocks."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from conspectus.adapters.read_pdf.block import Block, Rank
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.adapters.read_pdf.weave import Weaver, spans
from conspectus.domain.source import Passage

_NEAR = 4.0
_SENTENCE = 20
_TITLE = 12


class Outline:
    """Keeps the headings and the list levels that are open while passages are numbered.

    A label whose text leads a list stays open until the list ends.
    """

    def __init__(self, weaver: Weaver) -> None:
        self._weaver = weaver
        self._headings: list[tuple[Rank, str, bool]] = []
        self._indents: list[float] = []
        self._item: TextLine | None = None
        self._number = 0
        self._titles: list[Block] = []
        self._leads = False

    def passages(self, blocks: Iterable[Block]) -> list[Passage]:
        """Return the passages in order; blocks without words are left out."""
        blocks = list(blocks)
        _raise_bare(blocks)
        self._titles = _titles(blocks)
        return [p for block in blocks if (p := self._passage(block)) is not None]

    def _passage(self, block: Block) -> Passage | None:
        text = " | ".join(block.cells) if block.kind == "row" else self._weaver.join(block.lines)
        if not text.strip(" |"):
            return None
        level = 0
        if block.kind == "heading":
            self._indents, self._leads = [], False
            self._close(block.rank)
            level = len(self._headings) + 1
        elif block.kind == "item":
            level = self._indent(block)
        else:
            self._indents = []
            if self._leads and block.kind == "paragraph":
                self._headings.pop()
            self._leads = self._leads and block.kind == "row"
        path = tuple(title for _, title, _ in self._headings)
        self._number += 1
        passage = Passage(
            self._number, block.kind, text, spans(block.lines), path, level,
            block.cells, block.columns, block.mark.checked if block.mark else None,
        )  # fmt: skip
        if block.kind == "heading" and block not in self._titles:
            self._headings.append((block.rank, text, block.brief))
        elif block.kind == "paragraph" and self._labels(text):
            self._leads = text.endswith(":")
            if not self._leads:
                self._headings.pop()
        return passage

    def _labels(self, text: str) -> bool:
        """Whether the innermost heading is but the label of this text.

        Labels before sentences are the titles of a form that has no other above them.
        """
        return bool(self._headings and self._headings[-1][2]) and (
            not text.endswith((".", ":")) or not all(brief for _, _, brief in self._headings)
        )

    def _close(self, rank: Rank) -> None:
        """Close the headings that are not above one of this rank.

        Numbers are the backbone: a numbered heading closes its siblings whatever stands between,
        and an unnumbered one closes numbered ones only when it is plainly larger, or when one of
        its very rank stands above them.
        """
        depths = [_depth(open_rank) for open_rank, _, _ in self._headings]
        depth = _depth(rank)
        keep = len(self._headings)
        while keep and not self._headings[keep - 1][0] > rank:
            if depths[keep - 1] and not depth and not self._outgrows(rank):
                break
            keep -= 1
        twins = [i for i, (other, _, _) in enumerate(self._headings[:keep]) if other == rank]
        if twins:
            keep = twins[0]
        if depth:
            siblings = [i for i, other in enumerate(depths) if other >= depth]
            parents = [i for i, other in enumerate(depths) if 0 < other < depth]
            if siblings:
                keep = siblings[0]
            elif parents:
                keep = parents[-1] + 1
        del self._headings[keep:]

    def _outgrows(self, rank: Rank) -> bool:
        """Whether a rank stands above the outermost numbered heading."""
        outer = next(open_rank for open_rank, _, _ in self._headings if _depth(open_rank))
        return rank[1] >= outer[1] + 1.5 or (rank[1] == outer[1] and rank[2] > outer[2])

    def _indent(self, block: Block) -> int:
        """Return the level of an item by its indent, counted afresh in each column."""
        line = block.marked[0]
        last, self._item = self._item, line
        if last and last.page == line.page and line.left > last.left + _NEAR:
            if line.top < last.top - 5:
                self._indents = []
            elif abs(line.middle - last.middle) < 3:
                return max(len(self._indents), 1)
        while self._indents and self._indents[-1] > block.left + _NEAR:
            self._indents.pop()
        if not self._indents or self._indents[-1] < block.left - _NEAR:
            self._indents.append(block.left)
        return len(self._indents)


def _raise_bare(blocks: Sequence[Block]) -> None:
    """Raise a heading with nothing but another heading below it above that one.

    So "Part two" in bold stays above "WHAT WILL HAPPEN?" in capitals; size and numbers, which
    are never mere taste, are left alone.
    """
    for one, two in zip(reversed(blocks[:-1]), reversed(blocks[1:]), strict=True):
        if one.kind == two.kind == "heading" and not one.brief and one.rank < two.rank:
            same_size = one.rank[1] == two.rank[1] and one.rank[0] == two.rank[0]
            if same_size and two.rank[-1] == 0.0 and len(one.text.split()) <= _TITLE:
                one.rank = (*two.rank[:-1], 0.5)


def _titles(blocks: Sequence[Block]) -> list[Block]:
    """Return the headings above the first sentence that stand above all others of the document.

    They name the whole, so they are no part of a path; a packet of several forms has none.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    highest = max((block.rank for block in headings), default=())
    titles = [block for block in headings if block.rank == highest]
    opening = list(takewhile(_is_opening, blocks))
    if len(headings) < len(titles) + 2 or _depth(highest or (0.0,)):
        return []
    return titles if all(title in opening and not title.brief for title in titles) else []


def _is_opening(block: Block) -> bool:
    """Whether a block may stand above the first sentence of a form."""
    return block.kind in ("heading", "row") or len(block.text.split()) < _SENTENCE


def _depth(rank: Rank) -> int:
    """How deep the number of a heading goes: 1 for "2.", 2 for "2.1", 0 without a number."""
    return int(11 - rank[-1]) if rank[-1] >= 1 else 0
