"""Gives each block its place in the outline and makes passages of blocks."""

from collections.abc import Iterable, Sequence

from conspectus.adapters.read_pdf.block import Block, Rank
from conspectus.adapters.read_pdf.weave import Weaver, spans
from conspectus.domain.source import Passage

_NEAR = 4.0


class Outline:
    """Keeps the headings and the list levels that are open while passages are numbered."""

    def __init__(self, weaver: Weaver) -> None:
        self._weaver = weaver
        self._headings: list[tuple[Rank, str, bool]] = []
        self._indents: list[float] = []
        self._number = 0
        self._title: Block | None = None

    def passages(self, blocks: Iterable[Block]) -> list[Passage]:
        """Return the passages in order; blocks without words are left out."""
        blocks = list(blocks)
        self._title = _title(blocks)
        return [p for block in blocks if (p := self._passage(block)) is not None]

    def _passage(self, block: Block) -> Passage | None:
        text = " | ".join(block.cells) if block.kind == "row" else self._weaver.join(block.lines)
        if not text.strip(" |"):
            return None
        level = 0
        if block.kind == "heading":
            self._indents = []
            self._close(block)
            level = len(self._headings) + 1
        elif block.kind == "item":
            level = self._indent(block.left)
        else:
            self._indents = []
        path = tuple(title for _, title, _ in self._headings)
        self._number += 1
        passage = Passage(
            self._number, block.kind, text, spans(block.lines), path, level,
            block.cells, block.columns, block.mark.checked if block.mark else None,
        )  # fmt: skip
        if block.kind == "heading" and block is not self._title:
            self._headings.append((block.rank, text, block.brief))
        elif block.kind == "paragraph" and self._headings and self._headings[-1][2]:
            self._headings.pop()
        return passage

    def _close(self, block: Block) -> None:
        """Close the headings that are not above this one."""
        while self._headings and not _above(self._headings[-1][0], block.rank):
            self._headings.pop()

    def _indent(self, left: float) -> int:
        while self._indents and self._indents[-1] > left + _NEAR:
            self._indents.pop()
        if not self._indents or self._indents[-1] < left - _NEAR:
            self._indents.append(left)
        return len(self._indents)


def _title(blocks: Sequence[Block]) -> Block | None:
    """The heading that opens the document and stands above all others is no part of a path."""
    ranks = sorted(block.rank for block in blocks if block.kind == "heading")
    opening = next((block for block in blocks[:5] if block.kind == "heading"), None)
    if opening and opening.rank == ranks[-1] and (len(ranks) < 2 or ranks[-2] < ranks[-1]):
        return opening
    return None


def _above(one: Rank, two: Rank) -> bool:
    """Whether a heading of rank `one` stands above one of rank `two`."""
    return one > two
