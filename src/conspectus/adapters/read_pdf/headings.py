"""Which blocks are headings, how prominent they are, and headings that run into their text."""

import re
from collections.abc import Iterator, Sequence

from conspectus.adapters.read_pdf.block import Block, Rank
from conspectus.adapters.read_pdf.measure import Measure
from conspectus.adapters.read_pdf.textline import TextLine

NUMBER = re.compile(
    r"^(?:(?:section|part|appendix|chapter|article)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[IVX]{1,5}[.)]|[A-Z][.)])\s+(?=\S)",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"^\d{1,2}(?:\.\d{1,2})+")
_ASKS = re.compile(
    r"^(?:[\dA-Z.)]{1,6}\s+)?(?:what|why|how|who|whom|whose|will|can|do|does|is|are|when|where|"
    r"which|could|should|may|must|if|am|did|has|have)\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(
    r"(?:you|we|i|if|please|for|by|in|to|as|when|it|this|these|there)\b", re.IGNORECASE
)
_REQUEST = re.compile(r"\bplease\b(?!.*\?$)", re.IGNORECASE)
_FORM = re.compile(
    r"\W*(?:(?:printed|legal|your)\s+)*(?:signature|name|date|time|initials|relationship|"
    r"address|phone|e-?mail|mm/dd|dd/mm)\b[^?]{0,40}$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_TWO_LETTERS = re.compile(r"[^\W\d_].*[^\W\d_]", re.DOTALL)
_SENTENCE_END = re.compile(r"[.?!)]\s*$")
_RUN_IN_END = re.compile(r"[.:?\u2013\u2014]\s*$|\s-\s*$")
_LONG_WORD = re.compile(r"[^\W\d_]{4}")
_CAPS_RUN_IN = re.compile(
    r"^(?:\d{1,2}[.)]?\s+)?[A-Z][A-Z ,/&()'\u2019-]{3,60}[:.?]\s+(?=[A-Z]?[a-z]|\S+ [a-z])"
)
_FIELD = re.compile(
    r"^[A-Z][^:]{0,40}(?:titles?|sponsors?|sponsored by|funded by|investigators?|protocol|"
    r"numbers?|no\.|id|irb|version|site|location|phone|contact|coordinator|nurse|doctor)(?:\s*\([^)]*\))?:\s+(?=\S)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"^(?:[\w/-]+ ){0,4}(?:title|name)(?: of (?:[\w/]+ ){0,3}(?:study|project|protocol|research|"
    r"trial|registry))?\s*:?$",
    re.IGNORECASE,
)
_MOST_WORDS = 25
_MOST_FAINT_WORDS = 12
_MOST_BOLD_WORDS = 16
_MOST_LINES = 4
_MOST_RUN_IN_WORDS = 14
_MOST_BARE_WORDS = 6


def is_named(block: Block, before: Block | None) -> bool:
    """Whether the block is the name that the label before it asks for ("Title:").

    A colon in it may make its first words look like a heading.
    """
    return bool(
        before
        and before.kind == "heading"
        and block.kind == "paragraph"
        and _NAMES.search(before.text)
        and ": " in block.text
    )


def rank_heading(block: Block, after: Block | None, measure: Measure) -> Rank | None:
    """Return how prominent a heading the block is, or None when it is none."""
    text = " ".join(line.text for line in block.marked)
    words = text.split()
    if len(words) > _MOST_WORDS or len(block.lines) > _MOST_LINES:
        return None
    if not _TWO_LETTERS.search(text):
        return None
    if text[-1] in ",;" or text[0] == "[" or (block.mark and block.mark.firm):
        return None
    if _is_form(text) or (":" in text and _FIELD.match(text)) or _REQUEST.search(text):
        return None
    style = _emphasis(block.lines, text, measure)
    number = NUMBER.match(text)
    if sum(style[:4]) < 1 and len(words) > _MOST_FAINT_WORDS:
        return None
    if len(words) > _MOST_BOLD_WORDS and not (style[0] or number or text[-1] in "?:"):
        return None
    if sum(style) and not _sentence(text, words, bool(number)):
        return (1.0, *style, *_depth(number))
    if _plain_heading(text, words, number, after):
        return (1.0, *style, *_depth(number))
    return None


def _is_form(text: str) -> bool:
    """Whether the words are a blank of a form to be filled in, or name one."""
    return "___" in text or _FORM.match(text) is not None


def _emphasis(lines: Sequence[TextLine], text: str, measure: Measure) -> Rank:
    """Size above the body's, capitals, bold, underline, italic or color."""
    size = max((line.size for line in lines), default=0.0)
    step = round((size - measure.size) * 2) / 2 if size > measure.size * 1.07 else 0.0
    capitals = bool(
        text.isupper()
        and _LONG_WORD.search(text)
        and (" " in text or len(_LETTER.findall(text)) >= 6)
    )
    bold = all(line.bold for line in lines)
    return (
        step,
        float(capitals),
        float(bold),
        float(all(line.underlined for line in lines)),
        float(all(line.italic for line in lines))
        or 0.5 * float(all(_colored(line.color) for line in lines) and not _colored(measure.color)),
    )


def _colored(color: int) -> bool:
    """Whether a color is more than a shade of grey."""
    channels = (color >> 16, color >> 8 & 255, color & 255)
    return max(channels) - min(channels) > 40


def _depth(number: "re.Match[str] | None") -> tuple[float, ...]:
    """Numbered headings stand above unnumbered ones of the same type."""
    if number is None:
        return (0.0,)
    return (10.0 - number["number"].rstrip(".)").count("."),)


def _sentence(text: str, words: Sequence[str], numbered: bool) -> bool:
    """Whether emphasised words are a sentence of the text rather than a heading."""
    if text.rstrip().endswith((".", "!")):
        return len(words) > (12 if numbered else 6)
    if text.endswith(":") and len(words) > _MOST_FAINT_WORDS and _ADDRESSES.match(text):
        return True
    return not (words[0][0].isupper() or words[0][0].isdigit() or words[0][0] in "\"'(\u201c[")


def _plain_heading(
    text: str, words: Sequence[str], number: "re.Match[str] | None", after: Block | None
) -> bool:
    """Whether words in body type are a heading: a numbered title, or a question by itself."""
    if after is None or len(words) > 20:
        return False
    if text.endswith("?"):
        return bool(_ASKS.match(text)) and not (after.mark and after.mark.sort == "box")
    if number is None or text.endswith((".", ":", "!")) or len(words) > 12:
        return False
    decimal = bool(_DECIMAL.match(number["number"]))
    return decimal or (after.kind == "paragraph" and not text[number.end()].islower())


def split_run_in(block: Block, measure: Measure) -> Iterator[Block]:
    """Yield the heading that runs into the paragraph, if any, and the paragraph."""
    above, line, cut = _find_run_in(block)
    if block.kind != "paragraph" or line is None or not cut:
        yield block
        return
    head, rest = line.cut(0, cut), line.cut(cut, len(line.text))
    colon = head.text.endswith(":")
    title = [*above, head.cut(0, len(head.text.rstrip(" .:\u2013\u2014-")))]
    text = " ".join(line.text for line in title)
    number = NUMBER.match(text)
    style = _emphasis(title, text, measure)
    standing = float(bool(number) or (style[1] and style[2]))
    rank = (standing, *style, *_depth(number))
    yield Block("heading", title, title[0].left, rank=rank, brief=colon and not number)
    body = ([rest] if rest.text else []) + block.lines[len(title) :]
    if body:
        yield from _split_again(body, measure)


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
        if not line.bold or len(block.lines) == 1:
            words = sum(len(one.text.split()) for one in above)
            cut = _run_in(line, words)
            if above and not cut and words <= _MOST_BARE_WORDS and above[-1].text[-1] in ".:?":
                return above[:-1], above[-1], len(above[-1].text)
            return above, line, cut
        above.append(line)
    return [], block.lines[0] if block.lines else None, 0


def _run_in(line: TextLine, words: int) -> int:
    """Return where a heading at the beginning of the line ends, 0 when there is none.

    `words` of it stand on the lines above.
    """
    end = 0
    for run in line.runs:
        if not (run.style.bold or run.style.italic):
            break
        end = run.end
    text = line.text[:end].rstrip()
    if 0 < end < len(line.text):
        if line.text[end : end + 1] in (":", "."):
            end += 1
            text = line.text[:end]
        words += len(text.split())
        titled = bool(NUMBER.match(text)) or text.endswith("?")
        if (
            _RUN_IN_END.search(text)
            and words <= (_MOST_WORDS if titled else _MOST_RUN_IN_WORDS)
            and not _is_form(text)
            and (words > len(text.split()) or not text.lstrip()[0].islower())
        ):
            return end
        return 0
    field = _FIELD.match(line.text) if line.bold else None
    if field:
        return field.end()
    capitals = _CAPS_RUN_IN.match(line.text)
    return capitals.end() if capitals and not _is_form(capitals[0]) else 0
