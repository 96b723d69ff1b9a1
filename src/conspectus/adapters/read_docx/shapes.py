"""What a paragraph is by its looks and words: a heading, an item, or prose."""

import re
from dataclasses import dataclass

from conspectus.adapters.read_docx.blocks import Block, Paragraph

BOX = re.compile(
    r"[\u2610\u2611\u2612\u25a1\u25a2\u274f\u2751\u2752\u25fb]|\[(?:\s{0,3}|_{1,3}|\s?[xX\u2713\u2714]\s?)\]"
)
CHECKED_BOX = re.compile(r"[\u2611\u2612xX\u2713\u2714]")
BULLET = re.compile(
    r"(?:[\u2022\u00b7\u25aa\u25ab\u25e6\u25cf\u25cb\u25a0\u25c6\u25c7\u2043\u27a2\u2756\u2713\u2714\u2717"
    r"\u2192\u21e8\u25ba\u25b8\u2013\u2014*-]|o(?=\t|\s{2}))\s+"
)
NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z])\.)\s+")
COUNT = re.compile(r"\(?(\d{1,2})[.)]\s")
NUMBERED_HEADING = re.compile(r"(?:section\s+|part\s+)?(\d{1,2}(?:\.\d{1,2})*)\.?\)?:?\s+\S", re.I)
LABEL = re.compile(r"^(?!.*\b(?:part|section|appendix|visit|step|phase|arm|group|cohort|day)\b)"
                   r"[^:?]*:\s*\S", re.I)  # fmt: skip
CAPTION = re.compile(r"(?:table|figure|chart)\s+[\dA-Z]", re.I)
BLANK = re.compile(r"_{3,}|\.{5,}")
MOST_TITLE_WORDS = 14
MOST_HEADING_WORDS = 20
MOST_BARE_WORDS = 6
MOST_FAINT_WORDS = 12
CAPITALS = re.compile(r"[A-Z]{4}")
CAPITALS_RUN_IN = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?=[A-Z ]{4})[A-Z][A-Z ,/&()'\u2019-]{3,90}[:.?]"
    r"(?=\s+(?:[A-Z]?[a-z]|\S+ [a-z]))"
)
DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?\s+[A-Z]")
ASKS = re.compile(
    r"(?:[\dA-Z.)]{1,6}\s+)?(?:what|why|how|who|whom|whose|will|can|do|does|is|are|when|where|which|"
    r"could|should|may|must|if|did|has|have)\b",
    re.I,
)
REQUEST = re.compile(r"(?:please|if|check|initial|sign|note|see|by|continued)\b", re.I)
HANGING = re.compile(r"\b(?:and|or|of|the|to|in|for|with|an?|who|by|from|&)$", re.I)
BEGINS = re.compile(
    r"(?:You|Your|We|Our|The|This|These|That|Those|There|They|It|If|In|On|At|For|From|To|By|With|"
    r"Before|During|After|While|When|Because|Although|Some|Most|All|Any|No|An?|As|Each|Every|Both|"
    r"Please|I|My|About|Taking|Being|Joining|Participation|Participants|People|Information) "
)
"""How a sentence begins that a title without a stop runs into."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch `text[start:end]` of a paragraph, without its bullet, number or box."""

    start: int
    end: int
    item: bool = False
    checked: bool | None = None


@dataclass(frozen=True, order=True, slots=True)
class Rank:
    """How a heading that has no style is set; the lowest rank stands outermost."""

    smallness: int
    depth: int
    mixed_case: bool
    light: bool
    slanted: bool


def heading_rank(paragraph: Paragraph, following: Block | None, body: int = 0) -> Rank | None:
    """Return how a paragraph stands out as a heading without a heading style, None if it does not.

    It does when it is short and bold, underlined, in capitals, numbered like a section, or a
    question that the next paragraph answers; when it is very short, also in italics, in color or
    in type larger than the `body`'s (half points).
    """
    text = " ".join(paragraph.text.split())
    if (
        paragraph.words > MOST_HEADING_WORDS
        or sum(c.isalpha() for c in text) < 3
        or BOX.match(text)
        or BULLET.match(paragraph.text)
        or CAPTION.match(text)
        or BLANK.search(text)
        or LABEL.match(text)
        or paragraph.list_format == "bullet"
        or (text.endswith((".", ";", ",")) and paragraph.words > 4)
    ):
        return None
    numbered = NUMBERED_HEADING.match(text)
    capitals = text.isupper() or all(run.caps for run in paragraph.runs)
    if paragraph.list_format and _same_list(paragraph, following):
        return None
    if not (
        paragraph.bold
        or (capitals and not text.endswith(".") and sum(c.isalpha() for c in text) > 4)
        or (following is not None and _faint(paragraph, text, body))
        or (not paragraph.list_format and _introduces(paragraph, following, bool(numbered)))
    ):
        return None
    depth = numbered[1].count(".") if numbered else 0
    return Rank(-paragraph.size, depth, not capitals, not paragraph.bold, paragraph.italic)


def _faint(paragraph: Paragraph, text: str, body: int) -> bool:
    """Whether so few words in italics, color or larger type read like a title."""
    return (
        paragraph.words <= MOST_FAINT_WORDS
        and text[0].isalnum()
        and not text[0].islower()
        and (not text.endswith((".", ":")) or _titled(text))
        and not REQUEST.match(text)
        and (paragraph.italic or paragraph.tinted or 0 < 1.07 * body < paragraph.size)
    )


def _titled(text: str) -> bool:
    """Whether the few words are written as those of a title are, all long ones with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return 0 < len(words) <= MOST_BARE_WORDS and not any(word[0].islower() for word in words)


def title_end(paragraph: Paragraph) -> int:
    """Return where the words end, set apart or in capitals, that may be a title run in."""
    capitals = CAPITALS_RUN_IN.match(paragraph.text)
    return paragraph.lead or (capitals.end() if capitals else 0)


def run_in(paragraph: Paragraph) -> int:
    """Return where the body begins after a heading that runs into the same paragraph, or 0."""
    end = title_end(paragraph)
    lead, body = paragraph.text[:end], paragraph.text[end:]
    words = len(lead.split())
    if not (0 < words <= MOST_HEADING_WORDS and len(body.split()) >= 6 and lead.strip()):
        return 0
    closed = lead.rstrip().endswith((".", ":", "?", "\u2013", "\u2014")) or "\n" in (
        lead[len(lead.rstrip()) :] + body[: len(body) - len(body.lstrip())]
    )
    opened = body.lstrip().startswith((":", "\u2013", "\u2014", "- "))
    titled = NUMBERED_HEADING.match(lead) and words <= MOST_TITLE_WORDS
    capitals = lead.isupper() and not body.isupper() and words <= MOST_BARE_WORDS
    named = bool(titled or (capitals and CAPITALS.search(lead))) and body.lstrip()[:1].isupper()
    bare = not lead.rstrip().endswith((",", ";")) and BEGINS.match(body.lstrip()) is not None
    bare = bare and not HANGING.search(lead.rstrip())
    if not (closed or opened or named or bare) or BOX.match(lead) or BULLET.match(lead):
        return 0
    skipped = re.match(r"[\s:\u2013\u2014-]*", body)
    return end + (skipped.end() if skipped else 0)


def pieces(paragraph: Paragraph, start: int = 0) -> list[Piece]:
    """Cut a paragraph from `start` where a line break or check box begins something else."""
    found: list[Piece] = []
    for first, last in _lines(paragraph.text, start):
        found.extend(_boxes(paragraph.text, first, last))
    return [piece for piece in found if piece.start < piece.end]


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    cuts = [start]
    for match in re.finditer(r"\s*\n\s*", text):
        before, after = text[start : match.start()], text[match.end() :]
        marked = BULLET.match(after) or BOX.match(after) or NUMBER.match(after)
        if match.start() >= start and (
            marked or match[0].count("\n") > 1 or before.endswith((".", ":", "?", "!", ";"))
        ):
            cuts.append(match.end())
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _boxes(text: str, first: int, last: int) -> list[Piece]:
    marks = list(BOX.finditer(text, first, last))
    leads = bool(marks) and not text[first : marks[0].start()].strip()
    trailing = bool(marks) and not text[marks[-1].end() : last].strip(" \t\n_.")
    if not marks or trailing or (not leads and len(marks) < 2):
        return [_marked(text, first, last)]
    found = [] if leads else [_marked(text, first, marks[0].start())]
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        state = bool(CHECKED_BOX.search(mark[0]))
        start, end = _inner(text, mark.end(), after.start() if after else last)
        found.append(Piece(start, end, True, state))
    return found


def _marked(text: str, first: int, last: int) -> Piece:
    start, end = _inner(text, first, last)
    mark = BULLET.match(text, start, end) or NUMBER.match(text, start, end)
    return Piece(mark.end(), end, True) if mark and mark.end() < end else Piece(start, end)


def _inner(text: str, first: int, last: int) -> tuple[int, int]:
    part = text[first:last]
    return first + len(part) - len(part.lstrip()), first + len(part.rstrip())


def _same_list(paragraph: Paragraph, following: Block | None) -> bool:
    return (
        isinstance(following, Paragraph)
        and following.look.list_id == paragraph.look.list_id
        and (following.look.list_level or 0) == (paragraph.look.list_level or 0)
    )


def _introduces(paragraph: Paragraph, following: Block | None, numbered: bool) -> bool:
    if not isinstance(following, Paragraph):
        return False
    text = " ".join(paragraph.text.split())
    if DECIMAL.match(text) and paragraph.words <= MOST_TITLE_WORDS and text[-1] not in ".:":
        return True
    if following.list_format:
        return bool(ASKS.match(text)) and text.endswith("?")
    if BOX.match(following.text) or following.bold:
        return False
    if paragraph.text.endswith("?"):
        return following.words >= 6
    answers = following.words >= 12 and not NUMBER.match(following.text)
    return numbered and answers and not paragraph.text.endswith((".", ":"))
