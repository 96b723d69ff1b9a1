"""Bullets, enumerators and check boxes at the beginning of a line."""

import re
from typing import NamedTuple

from conspectus.adapters.read_pdf.textline import TextLine

_OPEN = "\u2610\u25a1\u25a2\u25fb\u25fd\u2b1c\u2b1a\u274f\u2750\u2751\u2752\u2b1b"
_OPEN += "\uf06f\uf070\uf071\uf072\uf087\uf0a3\uf0a8\uf02a\uf035"
_TICKED = "\u2611\u2612\u2705\u274e\U0001f5f9\U0001f5f8\uf0fd\uf0fe\uf078\uf052\uf053\uf054"
_PICTURES = re.compile(r"dings|ZapfDing|Marlett", re.IGNORECASE)
_BULLETS = "\u2022\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u2023\u2043\u2219\u00b7\u25ba\u25b8\u25b6"
_BULLETS += "\u27a2\u27a4\u2192\u2713\u2714\u2726\u2756\u2666\u25c6\u25c7\u27a8\u204c\u25fe"

BOX = re.compile(
    rf"[{_OPEN}{_TICKED}]|\[\s?[xX\u2713]?\s?\](?!\w)|(?<!\w)\(\s{{1,3}}\)(?=\s)"
    r"|(?<![\w_])_{2,}\s?[xX\u2713]?\s?_{2,}(?=\s?(?:Yes|No|I|You)\b)"
    r"|^_{3,12}(?=\s?[A-Za-z])"
)
_MAY_BOX = re.compile(rf"[{_OPEN}{_TICKED}\[(_]")
BULLET = re.compile(rf"[{_BULLETS}\ue000-\uf8ff]\s*|[-\u2013\u2014*o\u00a7\u00fc\u00d8]\s+(?=\S)")
_ENUMERATOR = re.compile(
    r"\(?(?P<mark>\d{1,2}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})(?:\)|\.(?!\d))\s+(?=\S)"
)
_LONGEST_MARK = 7


class Mark(NamedTuple):
    """What a line begins with, `width` characters of it.

    `sort` is bullet, box or the kind of enumerator (1, a, A, i); `value` counts enumerators.
    `checked` tells a check box's state.
    """

    sort: str
    width: int
    value: int = 0
    checked: bool | None = None

    @property
    def firm(self) -> bool:
        """Whether the mark can be nothing else, whatever stands before it."""
        return self.sort in ("bullet", "box")


def read_mark(line: TextLine) -> Mark | None:
    """Return the mark that the line begins with; one that is drawn has no width."""
    text = line.text
    if line.dotted:
        return Mark("bullet", 0)
    if (
        line.runs
        and line.runs[0].end <= 2 < len(text)
        and _PICTURES.search(line.runs[0].style.font)
    ):
        text = chr(0xF000 + ord(text[0])) + text[1:] if ord(text[0]) < 256 else text
    box = BOX.match(text)
    if box:
        width = len(text) - len(text[box.end() :].lstrip())
        return Mark("box", width, checked=_ticked(box[0]))
    bullet = BULLET.match(text)
    if bullet:
        sort = "bullet" if text[0] not in "-\u2013\u2014*o" else "dash"
        return Mark(sort, bullet.end())
    found = _ENUMERATOR.match(text)
    if found:
        sort, value = _count(found["mark"])
        return Mark(sort, found.end(), value)
    return None


def is_mark(line: TextLine) -> bool:
    """Whether the line is a bullet or enumerator and nothing else."""
    if len(line.text) > _LONGEST_MARK:
        return False
    text = f"{line.text} x"
    mark = BULLET.match(text) or _ENUMERATOR.match(text)
    return mark is not None and mark.end() == len(text) - 1


def split_boxes(line: TextLine) -> list[TextLine]:
    """Cut a line before each check box that stands inside it."""
    if not _MAY_BOX.search(line.text):
        return [line]
    cuts = [match.start() for match in BOX.finditer(line.text) if match.start()]
    if not cuts:
        return [line]
    pieces = [line.cut(*ends) for ends in zip([0, *cuts], [*cuts, len(line.text)], strict=True)]
    return [piece for piece in pieces if piece.text]


def follows(mark: Mark, last: Mark | None) -> bool:
    """Whether an enumerator counts on from the one before."""
    if last is None or mark.firm:
        return False
    return mark.value == last.value + 1 and (
        mark.sort == last.sort or {mark.sort, last.sort} <= _AMBIGUOUS
    )


_AMBIGUOUS = {"a", "i"}
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _count(mark: str) -> tuple[str, int]:
    if mark.isdigit():
        return "1", int(mark)
    if len(mark) > 1 or mark in "iI":
        lower = mark.lower()
        return ("i" if mark.islower() else "I"), _ROMAN.index(lower) if lower in _ROMAN else 0
    return ("a" if mark.islower() else "A"), ord(mark.lower()) - 96


def _ticked(box: str) -> bool:
    return box[0] in _TICKED or any(char in "xX\u2713" for char in box)
