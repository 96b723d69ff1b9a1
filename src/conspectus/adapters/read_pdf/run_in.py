"""Headings that run into their text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from conspectus.adapters.read_pdf.block import Block
from conspectus.adapters.read_pdf.flow import HANGING
from conspectus.adapters.read_pdf.headings import (
    FIELD,
    MOST_WORDS,
    NUMBER,
    emphasis,
    is_form,
    number_depth,
)
from conspectus.adapters.read_pdf.measure import Measure
from conspectus.adapters.read_pdf.textline import TextLine

_SENTENCE_END = re.compile(r"[.?!)]\s*$")
_RUN_IN_END = re.compile(r"[.:?\u2013\u2014]\s*$|\s-\s*$")
_MOST_RUN_IN_WORDS = 14
_MOST_BARE_WORDS = 6
_CAPITALS = re.compile(r"[A-Z]{4}")
_ALL_CAPITALS = re.compile(r"[A-Z][A-Z ]{3,}")
_BEGINS = re.compile(
    r"(?:You|Your|We|Our|The|This|These|That|Those|There|They|It|If|In|On|At|For|From|To|By|With|"
    r"Before|During|After|While|When|Because|Although|Some|Most|All|Any|No|An?|As|Each|Every|Both|"
    r"Please|I|My|About|Taking|Being|Joining|Participation|Participants|People|Information)\b "
)
"""How a sentence begins that a title without a stop runs into."""
_CAPS_RUN_IN = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?[A-Z][A-Z ,/&()'\u2019-]{3,90}[:.?]\s+(?=[A-Z]?[a-z]|\S+ [a-z])"
)


def split_run_in(block: Block, measure: Measure) -> Iterator[Block]:
    """Yield the heading that runs into the paragraph or numbered item, if any, and the rest."""
    if block.kind == "item" and block.first and (end := _numbered_title(block.first)):
        yield from _split_numbered(block.first, end, block.lines[1:], measure)
        return
    if block.kind == "item" and block.first and _stands_beside(block.first, block.lines[1:]):
        yield from _split_numbered(block.first, len(block.first.text), block.lines[1:], measure)
        return
    above, line, cut = _find_run_in(block)
    if block.kind != "paragraph" or line is None or not cut:
        yield block
        return
    head, rest = line.cut(0, cut), line.cut(cut, len(line.text))
    colon = head.text.endswith(":")
    title = [*above, head.cut(0, len(head.text.rstrip(" .:\u2013\u2014-")))]
    text = " ".join(line.text for line in title)
    number = NUMBER.match(text)
    size, capitals, *others = emphasis(title, text, measure)
    style = (size, float(capitals or bool(_ALL_CAPITALS.fullmatch(text))), *others)
    standing = float(bool(number) or (style[1] and style[2]))
    rank = (standing, *style, *number_depth(number))
    yield Block("heading", title, title[0].left, rank=rank, brief=colon and not number)
    body = ([rest] if rest.text else []) + block.lines[len(title) :]
    if body:
        yield from _split_again(body, measure)


def _numbered_title(line: TextLine) -> int:
    """Return where a title ends that opens an item in the type of its number, 0 without one."""
    end = max(_styled(line, "bold"), _styled(line, "italic"), _ruled(line))
    title, rest = line.text[:end].rstrip(), line.text[end:].lstrip(" .")
    named = NUMBER.match(title) and len(title.split()) <= _MOST_RUN_IN_WORDS
    return end if named and title[-1] != ":" and rest[:1].isupper() else 0


def _styled(line: TextLine, face: str) -> int:
    """Return where the bold or italic type ends that the line begins with."""
    end = 0
    for run in line.runs:
        if not getattr(run.style, face):
            break
        end = run.end
    return end


def _ruled(line: TextLine) -> int:
    """Return where the underlined words end that the line begins with."""
    return bisect_left(line.edges, line.ruled - 1.5) if line.ruled else 0


def _stands_beside(title: TextLine, text: list[TextLine]) -> bool:
    """Whether a bold numbered title stands in the margin, its text on the same row beside it."""
    return bool(
        text
        and text[0].page == title.page
        and abs(text[0].middle - title.middle) < 0.4 * title.height
        and title.bold
        and not text[0].bold
        and NUMBER.match(title.text)
        and len(title.text.split()) <= _MOST_RUN_IN_WORDS
        and title.text[-1] not in ".,:;"
        and not text[0].text[0].islower()
    )


def _split_numbered(
    line: TextLine, end: int, below: list[TextLine], measure: Measure
) -> Iterator[Block]:
    """Yield the numbered title of an item as a heading and what follows as a paragraph."""
    title = line.cut(0, len(line.text[:end].rstrip()))
    rank = (1.0, *emphasis([title], title.text, measure), *number_depth(NUMBER.match(title.text)))
    yield Block("heading", [title], title.left, rank=rank)
    rest = [line.cut(end, len(line.text))] if end < len(line.text) else []
    yield from _split_again([*rest, *below], measure)


def _split_again(lines: list[TextLine], measure: Measure) -> Iterator[Block]:
    """Yield a paragraph, parted before each further heading that runs into it."""
    for index, line in enumerate(lines):
        for run in line.runs:
            before = line.text[: run.start] or (lines[index - 1].text if index else "")
            if not run.style.bold or not _SENTENCE_END.search(before):
                continue
            after = [line.cut(run.start, len(line.text)), *lines[index + 1 :]]
            block = Block("paragraph", after, after[0].left)
            if _find_run_in(block)[2]:
                above = [*lines[:index], *([line.cut(0, run.start)] if run.start else [])]
                yield Block("paragraph", above, above[0].left)
                yield from split_run_in(block, measure)
                return
    yield Block("paragraph", lines, lines[0].left)


def _find_run_in(block: Block) -> tuple[list[TextLine], TextLine | None, int]:
    """Return the lines that are all heading, the line where the heading ends, and where."""
    above: list[TextLine] = []
    for line in block.lines[:3]:
        capitals = line.text.isupper()
        ends = bool(above) and not capitals and all(one.text.isupper() for one in above)
        if ends or not (line.bold or capitals) or len(block.lines) == 1:
            words = sum(len(one.text.split()) for one in above)
            cut = _run_in(line, words)
            if above and not cut and words <= _MOST_BARE_WORDS and above[-1].text[-1] in ".:?":
                return above[:-1], above[-1], len(above[-1].text)
            return above, line, cut
        above.append(line)
    return [], block.lines[0] if block.lines else None, 0


def _bold_capitals(line: TextLine, end: int) -> bool:
    """Whether the line begins with a few bold words in capitals before a sentence that is not."""
    text, rest = line.text[:end].rstrip(), line.text[end:].lstrip()
    return (
        text.isupper()
        and all(run.style.bold for run in line.runs if run.end <= end)
        and len(text.split()) <= _MOST_BARE_WORDS
        and _CAPITALS.search(text) is not None
        and rest[:1].isupper()
        and not rest.isupper()
    )


def _bare(line: TextLine, end: int) -> bool:
    """Whether the line begins with a bold or underlined title and goes on with a sentence."""
    title, rest = line.text[:end].rstrip(), line.text[end:].lstrip()
    if max(_styled(line, "bold"), _ruled(line)) < end or not title[0].isalnum():
        return False
    if title[-1] in ",;" or HANGING.search(title):
        return False
    return bool(_BEGINS.match(rest) or (NUMBER.match(title) and rest[:1].isupper()))


def _run_in(line: TextLine, words: int) -> int:
    """Return where a heading at the beginning of the line ends, 0 when there is none.

    `words` of it stand on the lines above.
    """
    end = 0
    for run in line.runs:
        if not (run.style.bold or run.style.italic):
            break
        end = run.end
    end = end or _ruled(line)
    text = line.text[:end].rstrip()
    if 0 < end < len(line.text):
        if line.text[end : end + 1] in (":", "."):
            end += 1
            text = line.text[:end]
        words += len(text.split())
        titled = bool(NUMBER.match(text)) or text.endswith("?")
        if (
            (_RUN_IN_END.search(text) or _bold_capitals(line, end) or _bare(line, end))
            and words <= (MOST_WORDS if titled else _MOST_RUN_IN_WORDS)
            and not is_form(text)
            and (words > len(text.split()) or not text.lstrip()[0].islower())
        ):
            return end
        return 0
    field = FIELD.match(line.text) if line.bold else None
    if field:
        return field.end()
    capitals = _CAPS_RUN_IN.match(line.text)
    if capitals and words + len(capitals[0].split()) <= MOST_WORDS and not is_form(capitals[0]):
        return capitals.end()
    return 0
