"""What two renderings of the same words may differ in, and nothing else.

Folding forgives white space, ligatures, dashes, quotation marks, bullets, zero-width characters
and the hyphens that a line end leaves in a word. It never forgives a letter, a digit or a word.
"""

import re
from functools import lru_cache

_HYPHENS = "-\u2010\u2011"
_BREAKS = "\u00ad\ufffe\u0002"  # soft hyphen, and what PDF libraries put for a line-end hyphen
_DASHES = _HYPHENS + "\u2012\u2013\u2014\u2015\u2212"
_BULLETS = "|\u2022\u2023\u2043\u2219\u25aa\u25ab\u25a0\u25cf\u25cb\u25e6\u00b7\uf0b7\uf0a7"
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"

_SPELLED = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"',
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\ufb05": "st", "\ufb06": "st", "\u2026": "...", "\u00b5": "\u03bc",
}  # fmt: skip
_FOLDED = str.maketrans(
    _SPELLED | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_INVISIBLE, "") | {"\u2044": "/"}
)
_DROPPED = _DASHES + _BREAKS + _BULLETS + _INVISIBLE
_SQUASHED = _SPELLED | dict.fromkeys(_DROPPED, "") | {"\u2044": "/"}

_LETTER = r"[^\W\d_]"
_SOFT = re.compile(rf"(?<={_LETTER})(?:[{_BREAKS}]\s*|[{_HYPHENS}][ \t]*[\r\n]\s*)(?={_LETTER})")
_HARD = re.compile(rf"(?<=\w)(?:[{_BREAKS}]\s*|[{_DASHES}][ \t]*[\r\n]\s*)(?=\w)|[{_BREAKS}]")
_LINE_END = re.compile(rf"[{_BREAKS}\r\n]")
_BULLET = re.compile(rf"(?<!\S)[{_BULLETS}]+")
_SLASH = re.compile(r"\s*/\s*")
_MARK = "\x01"


@lru_cache(maxsize=4096)
def squash(text: str) -> str:
    """Return the text without anything that folding may add or take away.

    Works character by character: `squash(a + b) == squash(a) + squash(b)`.
    """
    bare = "".join(text.split())
    if bare.isascii():
        return bare.replace("-", "").replace("|", "").replace("\x02", "")
    for char in _SQUASHED.keys() & set(bare):
        bare = bare.replace(char, _SQUASHED[char])
    return bare


def fold(text: str) -> str:
    r"""Return the one form of all texts that differ in layout and typography only.

    Hyphens between letters at a line end are taken out: "partici-\npant" is "participant".
    """
    return _marked(text).replace(_MARK, "")


def alike(quote: str, text: str) -> bool:
    """Tell whether the quote says the text word for word.

    A hyphen at a line end of the text may be a real one or not: both readings are alike.
    """
    said, written = _marked(quote), _marked(text)
    if said == written:
        return True
    if _MARK not in said + written:
        return False
    pattern = re.compile(f"{_MARK}?-? ?".join(map(re.escape, written.split(_MARK))))
    readings = (said, said.replace(_MARK, ""), said.replace(_MARK, "-"))
    return any(pattern.fullmatch(reading) for reading in readings)


@lru_cache(maxsize=1024)
def _marked(text: str) -> str:
    """Fold, but leave a mark where a line-end hyphen stood between letters."""
    text = text.replace(_MARK, "").translate(_VANISHING)
    if _LINE_END.search(text):
        text = _HARD.sub("-", _SOFT.sub(_MARK, text))
    if not text.isascii() or "|" in text:
        text = _BULLET.sub(" ", text).translate(_FOLDED)
    return " ".join(_SLASH.sub("/", text).split())


_VANISHING = dict.fromkeys(map(ord, _INVISIBLE))
