"""Which blocks are headings, how prominent they are, and headings that run into their text."""

import re
from collections.abc import Iterator, Sequence

from conspectus.adapters.read_pdf.block import Block, Rank
from conspectus.adapters.read_pdf.glyphs import TextLine
from conspectus.adapters.read_pdf.measure import Measure

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
_FORM = re.compile(
    r"_{3,}|^\W*(?:(?:printed|legal|your)\s+)*(?:signature|name|date|time|initials|relationship|"
    r"address|phone|e-?mail|mm/dd|dd/mm|x)\b[^?]{0,40}$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")
_RUN_IN_END = re.compile(r"[.:?\u2013\u2014]\s*$|\s-\s*$")
_CAPS_RUN_IN = re.compile(r"^(?:\d{1,2}[.)]?\s+)?[A-Z][A-Z ,/&()'\u2019-]{3,60}[:.]\s+(?=\S)")
_MOST_WORDS = 25
_MOST_LINES = 4
_MOST_RUN_IN_WORDS = 14


def rank_heading(block: Block, after: Block | None, measure: Measure) -> Rank | None:
    """Return how prominent a heading the block is, or None when it is none."""
    text = block.parts[0][0].text if block.mark and block.parts else block.text
    if block.mark and block.lines:
        text = " ".join([text, *(line.text for line in block.lines[1:])])
    words = text.split()
    letters = len(_LETTER.findall(text))
    if not 2 <= letters or len(words) > _MOST_WORDS or len(block.lines) > _MOST_LINES:
        return None
    if text.rstrip()[-1] in ",;" or _FORM.search(text) or (block.mark and block.mark.firm):
        return None
    style = _emphasis(block.lines, text, measure)
    number = NUMBER.match(text)
    if sum(style) and not _sentence(text, words, bool(number)):
        return (1.0, *style, *_depth(number))
    if _plain_heading(text, words, number, after):
        return (1.0, *style, *_depth(number))
    return None


def _emphasis(lines: Sequence[TextLine], text: str, measure: Measure) -> Rank:
    """Size above the body's, capitals, bold, underline, italic or color."""
    size = max((line.size for line in lines), default=0.0)
    step = round((size - measure.size) * 2) / 2 if size > measure.size * 1.07 else 0.0
    capitals = text.upper() == text and len(_LETTER.findall(text)) >= 3
    bold = all(line.bold for line in lines)
    return (
        step,
        float(capitals),
        float(bold),
        float(all(line.underlined for line in lines)),
        float(all(line.italic for line in lines))
        or 0.5 * float(all(line.color != measure.color for line in lines)),
    )


def _depth(number: "re.Match[str] | None") -> tuple[float, ...]:
    """Numbered headings stand above unnumbered ones of the same type."""
    if number is None:
        return (0.0,)
    return (10.0 - number["number"].rstrip(".)").count("."),)


def _sentence(text: str, words: Sequence[str], numbered: bool) -> bool:
    """Whether emphasised words are a sentence of the text rather than a heading."""
    if text.rstrip().endswith((".", "!")):
        return len(words) > (12 if numbered else 6)
    return not (words[0][0].isupper() or words[0][0].isdigit() or words[0][0] in "\"'(\u201c[")


def _plain_heading(
    text: str, words: Sequence[str], number: "re.Match[str] | None", after: Block | None
) -> bool:
    """Whether words in body type are a heading: a numbered title, or a question by itself."""
    if after is None or len(words) > 20:
        return False
    if text.endswith("?"):
        return bool(_ASKS.match(text)) and after.kind == "paragraph"
    if number is None or text.endswith((".", ":", "!")) or len(words) > 12:
        return False
    decimal = bool(_DECIMAL.match(number["number"]))
    return decimal or (after.kind == "paragraph" and not text[number.end()].islower())


def split_run_in(block: Block, measure: Measure) -> Iterator[Block]:
    """Yield the heading that runs into the paragraph, if any, and the paragraph."""
    line = block.lines[0] if block.lines else None
    cut = _run_in(line) if line else 0
    if block.kind != "paragraph" or line is None or not cut:
        yield block
        return
    head = line.cut(0, cut)
    rest = line.cut(cut, len(line.text))
    colon = head.text.endswith(":")
    title = head.cut(0, len(head.text.rstrip(" .:\u2013\u2014-")))
    number = NUMBER.match(title.text)
    rank = _emphasis([title], title.text, measure)
    yield Block(
        "heading",
        [title],
        line.left,
        rank=(float(bool(number)), *rank, *_depth(number)),
        brief=colon and not number,
    )
    body = ([rest] if rest.text else []) + block.lines[1:]
    if body:
        yield Block("paragraph", body, line.left)


def _run_in(line: TextLine) -> int:
    """Return where a heading at the beginning of the line ends, 0 when there is none."""
    end = 0
    for run in line.runs:
        if not (run.style.bold or run.style.italic):
            break
        end = run.end
    text = line.text[:end]
    if 0 < end < len(line.text) or (end and line.text.endswith(":")):
        if line.text[end : end + 1] in (":", "."):
            end += 1
            text = line.text[:end]
        if (
            _RUN_IN_END.search(text)
            and len(text.split()) <= _MOST_RUN_IN_WORDS
            and not _FORM.search(text)
            and not text.lstrip()[0].islower()
        ):
            return end
        return 0
    capitals = _CAPS_RUN_IN.match(line.text)
    return capitals.end() if capitals and not _FORM.search(capitals[0]) else 0
