"""Which blocks are headings, and how prominent they are."""

import re
from collections.abc import Sequence

from conspectus.adapters.read_pdf.block import Block, Rank
from conspectus.adapters.read_pdf.marks import follows
from conspectus.adapters.read_pdf.measure import Measure
from conspectus.adapters.read_pdf.textline import TextLine

NUMBER = re.compile(
    r"^(?:(?:section|part|appendix|chapter|article)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|\d{1,2}\s*[|:\u2013\u2014-](?=\s+[^\W\d_])|"
    r"[IVX]{1,5}[.)]|[A-Z][.)])\s+(?=\S)",
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
_LONG_WORD = re.compile(r"[^\W\d_]{4}")
_CAPITAL = re.compile(r"[\W\d]*[A-Z]\W*$")
_SMALL = 0.6, 0.88
FIELD = re.compile(
    r"^[A-Z][^:]{0,40}(?:titles?|sponsors?|sponsored by|funded by|investigators?|protocol|"
    r"numbers?|no\.|id|irb|version|site|location|phone|contact|coordinator|nurse|doctor)(?:\s*\([^)]*\))?:\s+(?=\S)",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"^(?:[\w/-]+ ){0,4}(?:title|name)(?: of (?:[\w/]+ ){0,3}(?:study|project|protocol|research|"
    r"trial|registry))?\s*:?$",
    re.IGNORECASE,
)
MOST_WORDS = 25
_MOST_FAINT_WORDS = 12
_MOST_BOLD_WORDS = 16
_MOST_LINES = 4
_MOST_TITLED_WORDS = 8
_NEAR = 4.0
MOST_NESTED = 12
"""How many items back a list may go on that others are nested in."""


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


def goes_on(block: Block, before: Block | None, items: Sequence[Block]) -> bool:
    """Whether an item counts on from one of the items right before it, or from what leads them."""
    if block.mark is None:
        return False
    if before and before.kind == "paragraph" and block.mark.value == 1:
        return before.text.rstrip().endswith(":")
    return any(
        item.mark and follows(block.mark, item.mark) and abs(item.left - block.left) < _NEAR
        for item in items[-MOST_NESTED:]
    )


def rank_heading(
    block: Block, after: Block | None, measure: Measure, listed: bool = False
) -> Rank | None:
    """Return how prominent a heading the block is, or None when it is none.

    `listed` words go on with a list: only their type can make them a heading.
    """
    text = " ".join(line.text for line in block.marked)
    words = text.split()
    if len(words) > MOST_WORDS or len(block.lines) > _MOST_LINES:
        return None
    if not _TWO_LETTERS.search(text):
        return None
    if text[-1] in ",;" or text[0] == "[" or (block.mark and block.mark.firm):
        return None
    if is_form(text) or (":" in text and FIELD.match(text)) or _REQUEST.search(text):
        return None
    style = emphasis(block.lines, text, measure)
    number = NUMBER.match(text)
    if sum(style[:4]) < 1 and len(words) > _MOST_FAINT_WORDS:
        return None
    if len(words) > _MOST_BOLD_WORDS and not (style[0] or number or text[-1] in "?:"):
        return None
    if sum(style) and not _sentence(text, words, number, listed):
        return (1.0, *style, *number_depth(number))
    if not listed and _plain_heading(text, words, number, after):
        return (1.0, *style, *number_depth(number))
    return None


def is_bare_title(block: Block, after: Block) -> bool:
    """Whether a line by itself is written like a title above a sentence or a list."""
    text = block.text
    words = text.split()
    return (
        len(block.lines) == 1
        and _is_titled(words)
        and text[0].isupper()
        and text[-1].isalpha()
        and not is_form(text)
        and (after.kind != "paragraph" or len(after.text.split()) > _MOST_TITLED_WORDS)
    )


def is_form(text: str) -> bool:
    """Whether the words are a blank of a form to be filled in, or name one."""
    return "___" in text or _FORM.match(text) is not None


def emphasis(lines: Sequence[TextLine], text: str, measure: Measure) -> Rank:
    """Size above the body's, capitals, bold, underline, italic or color."""
    size = max((line.size for line in lines), default=0.0)
    step = round((size - measure.size) * 2) / 2 if size > measure.size * 1.07 else 0.0
    bold = all(line.bold for line in lines)
    underlined = all(line.underlined for line in lines)
    least = 6 if bold or underlined else 5
    capitals = bool(
        text.isupper()
        and _LONG_WORD.search(text)
        and (" " in text or len(_LETTER.findall(text)) >= least)
    ) or all(map(_small_capitals, lines))
    return (
        step,
        float(capitals),
        float(bold),
        float(underlined),
        float(all(line.italic for line in lines))
        or 0.5 * float(all(_colored(line.color) for line in lines) and not _colored(measure.color)),
    )


def _small_capitals(line: TextLine) -> bool:
    """Whether the first letters of words are capitals in larger type than all other letters."""
    sizes = {run.style.size for run in line.runs} if len(line.runs) > 1 else set()
    if len(sizes) != 2 or not _SMALL[0] < min(sizes) / (max(sizes) or 1.0) < _SMALL[1]:
        return False
    large = [line.text[x.start : x.end] for x in line.runs if x.style.size == max(sizes)]
    small = [line.text[x.start : x.end] for x in line.runs if x.style.size == min(sizes)]
    return line.runs[-1].style.size == min(sizes) and (
        all(_CAPITAL.match(text) for text in large) and all(map(_LETTER.search, small))
    )


def _colored(color: int) -> bool:
    """Whether a color is more than a shade of grey."""
    channels = (color >> 16, color >> 8 & 255, color & 255)
    return max(channels) - min(channels) > 40


def number_depth(number: "re.Match[str] | None") -> tuple[float, ...]:
    """Numbered headings stand above unnumbered ones of the same type."""
    if number is None:
        return (0.0,)
    return (10.0 - number["number"].rstrip(".)").count("."),)


def _sentence(
    text: str, words: Sequence[str], number: "re.Match[str] | None", listed: bool
) -> bool:
    """Whether emphasised words are a sentence of the text rather than a heading."""
    title = text[number.end() :] if number and not listed else text
    if text.rstrip().endswith((".", "!")):
        return len(words) > (12 if number else 6) or title[0].islower()
    if text.endswith(":") and len(words) > _MOST_FAINT_WORDS and _ADDRESSES.match(text):
        return True
    return not (title[0].isupper() or title[0].isdigit() or title[0] in "\"'(\u201c[")


def _plain_heading(
    text: str, words: Sequence[str], number: "re.Match[str] | None", after: Block | None
) -> bool:
    """Whether words in body type are a heading: a numbered title, or a question by itself."""
    if after is None or len(words) > 20:
        return False
    if text.endswith(":") and number is None:
        return len(after.text.split()) >= len(words) + 3 and _is_titled(words)
    if text.endswith("?"):
        return bool(_ASKS.match(text)) and not (after.mark and after.mark.sort == "box")
    if number is None or text.endswith((".", ":", "!")) or len(words) > 12:
        return False
    decimal = bool(_DECIMAL.match(number["number"]))
    return decimal or (after.kind == "paragraph" and not text[number.end()].islower())


def _is_titled(words: Sequence[str]) -> bool:
    """Whether so few words are written as those of a title are, all long ones with a capital."""
    return len(words) <= _MOST_TITLED_WORDS and all(
        word[0].isupper() or len(word) < 4 or word in ("with", "from") for word in words
    )
