"""Cuts the lines of the body into paragraphs, list items and heading candidates."""

import re
from collections.abc import Iterable, Iterator, Sequence

from conspectus.adapters.read_pdf.block import Block
from conspectus.adapters.read_pdf.headings import NUMBER
from conspectus.adapters.read_pdf.marks import Mark, follows, read_mark
from conspectus.adapters.read_pdf.measure import Measure
from conspectus.adapters.read_pdf.textline import TextLine
from conspectus.domain.text.word_edges import splits_number

_TERMINAL = re.compile(r"[.?!:;][\"'\u201d\u2019)\]]*$")
_SHORTENED = re.compile(r"\b(?:Dr|Drs|Mr|Ms|Mrs|Prof|St|vs|e\.g|i\.e)\.$")
_BROKEN = re.compile(r"\w[-\u2010]$")
HANGING = re.compile(r"(?:^|\s)(?:and|or|of|the|to|in|for|with|a|an|who|by|from|&)$", re.IGNORECASE)
_DISPLAY = 1.4
"""Type larger than the body's by this factor is that of a title."""

_MOST_TITLE_WORDS = 8
_COLUMN = 20
"""Fewest characters of a full line of running text."""

_OPENS = re.compile(r"(?:These|This|The|You|Your|We|They|It|If|In|For|After|During|Please)\b")
"""How a sentence opens that goes on with no other."""

_LOWER = re.compile(r"[\"'\u201c\u2018(\[]*[a-z]")


class Flow:
    """Decides line by line whether a block goes on."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        self._measures = measures

    def blocks(self, lines: Iterable[TextLine]) -> Iterator[Block]:
        """Yield paragraphs and items; whether a paragraph is a heading is judged later."""
        block: Block | None = None
        last_mark: Mark | None = None
        for line in lines:
            mark = read_mark(line)
            if block and not self._parts(block, line, mark, last_mark):
                block.lines.append(line)
                continue
            if block:
                yield block
            if mark:
                last_mark = mark
                rest = line.cut(mark.width, len(line.text))
                block = Block("item", [rest] if rest.text else [], line.left, mark)
                block.first = line
            else:
                block = Block("paragraph", [line], line.left)
        if block:
            yield block

    def _parts(
        self, block: Block, line: TextLine, mark: Mark | None, last_mark: Mark | None
    ) -> bool:
        """Whether `line` begins another block."""
        if mark and mark.firm:
            return True
        if not block.lines or self._beside(block.lines[-1], line):
            return False
        last = block.lines[-1]
        turned = line.page != last.page or line.top < last.top - 5
        spaced = not turned and self._spaced(last, line)
        full = self._full(last, line)
        closed = bool(_TERMINAL.search(last.text)) and not _SHORTENED.search(last.text)
        if mark and (not full or closed or spaced or self._counts_on(block, line, mark, last_mark)):
            return True
        if spaced or self._restyled(block, last, line, full, closed):
            return True
        if _goes_on(last, line, closed):
            return False
        if turned:
            if self._next_column(block, line):
                return not full or closed
            heads = last.bold and all(one.bold for one in block.lines)
            return not full or closed or heads or line.page == last.page
        if not full:
            return not self._centered(last, line)
        opens = closed or (block.kind == "item" and _OPENS.match(line.text) is not None)
        return opens and self._outdented(block, last, line)

    def _counts_on(self, block: Block, line: TextLine, mark: Mark, last_mark: Mark | None) -> bool:
        """Whether a mark that might be mere text goes on with a list or begins one."""
        same = block.mark is not None and block.mark.sort == mark.sort
        listed = same and abs(block.left - line.left) < 4
        return listed or mark.value == 1 or follows(mark, last_mark)

    def _beside(self, last: TextLine, line: TextLine) -> bool:
        """Whether the line stands on the same row, to the right."""
        return (
            line.page == last.page
            and abs(line.middle - last.middle) < 0.4 * last.height
            and line.left >= last.left
        )

    def _next_column(self, block: Block, line: TextLine) -> bool:
        """Whether running text may go on at the head of the column to the right."""
        last = block.lines[-1]
        return (
            line.page == last.page
            and line.left > max(one.right for one in block.lines)
            and len(block.lines) > 1
            and min(len(last.text), len(line.text)) > _COLUMN
        )

    def _spaced(self, last: TextLine, line: TextLine) -> bool:
        size = max(last.size, line.size, 1.0)
        leading = self._measures[line.page].leading
        return line.bottom - last.bottom > (leading * 1.22 + 0.05) * size

    def _full(self, last: TextLine, line: TextLine) -> bool:
        """Whether the first word of `line` would not have fitted on `last`."""
        end = line.text.find(" ")
        width = line.edges[end if end > 0 else len(line.text)] - line.left
        return last.right + 0.25 * last.size + width > last.margin - 0.5 * last.size

    def _restyled(
        self, block: Block, last: TextLine, line: TextLine, full: bool, closed: bool
    ) -> bool:
        """Whether the type changes as it does between a heading and its text."""
        if abs(last.size - line.size) > 0.9:
            return not (full and not closed and abs(last.size - line.size) < 2)
        if last.bold == line.bold:
            return closed and _turns_title(last, line)
        all_bold = all(one.bold for one in block.lines)
        if block.kind == "item" and (block.mark is None or block.mark.firm):
            return line.bold and not line.text[0].islower() and (closed or not full)
        if last.bold and all_bold:
            if line.runs and line.runs[0].style.bold and (full or HANGING.search(last.text)):
                return False
            return not full or not _LOWER.match(line.text)
        return line.bold and (closed or not full)

    def _centered(self, last: TextLine, line: TextLine) -> bool:
        """Whether both lines are centered in the same type.

        That is on the page or, as the title on a cover is, one above the other.
        """
        measure = self._measures[line.page]
        display = line.page == 0 and line.size > _DISPLAY * measure.size
        middle = (last.left + last.right) / 2 if display else measure.width / 2
        return (
            last.bold == line.bold
            and (last.text.isupper() or not line.text.isupper())
            and abs(last.size - line.size) < 0.6
            and all(abs((one.left + one.right) / 2 - middle) < 4 for one in (last, line))
            and abs(last.left - line.left) > 3
            and (last.text.isupper() or not line.text.isupper())
            and not NUMBER.match(line.text)
        )

    def _outdented(self, block: Block, last: TextLine, line: TextLine) -> bool:
        """Whether the line leaves the hanging indent of an item or begins with an indent."""
        if block.kind == "item":
            hung = last.left > line.left + 3 and line.left < block.lines[0].left - 3
            return hung or (last is block.lines[0] and abs(line.left - block.left) < 3)
        return line.left > last.left + 8


def _turns_title(last: TextLine, line: TextLine) -> bool:
    """Whether a few words are set apart by italics or a rule, as the line before them is not."""
    apart = (line.italic and not last.italic) or (line.underlined and not last.underlined)
    short = len(line.text.split()) <= _MOST_TITLE_WORDS and line.text[-1] not in ".,;"
    return apart and short and line.text[0].isupper()


def _goes_on(last: TextLine, line: TextLine, closed: bool) -> bool:
    """Whether the words themselves say that a sentence or title is not at its end."""
    hyphen = last.text.endswith(("-", "\u2010")) and _BROKEN.search(last.text)
    broken = (hyphen and line.text[0].isalnum()) or splits_number(last.text, line.text)
    hanging = last.bold and line.bold and HANGING.search(last.text)
    return bool(broken or hanging or (_LOWER.match(line.text) and not closed))
