"""The words of a text as two versions of it are compared: no layout, case or punctuation."""

import re

from conspectus.domain.text.fold import fold

_TOKEN = re.compile(
    r"(?<![\w)])-(?=\d)|[<>\u2264\u2265\u00b1=+%$\u20ac\u00a3]"
    r"|\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*"
)
_MARK = re.compile(
    r"\s*(?:[\u2022\u25aa\u25cf\u25cb\u25e6\u25a1\u25a0\u2610\u2611\uf0b7\uf0a7\uf0a8*\u2013\u2014-]\s+"
    r"|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s+|\d{1,3}(?:\.\d{1,3})+\s+(?=[A-Z]))+"
)

Tokens = tuple[str, ...]


def tokens_of(text: str) -> Tokens:
    """Return words, numbers and signs in lower case; a number keeps its separators and sign."""
    return tuple(_TOKEN.findall(fold(text).lower()))


def bare(tokens: Tokens) -> str:
    """Return what is the same when words were only hyphenated or split otherwise."""
    return re.sub(r"(?<=\d) (?=\d)", "|", " ".join(tokens)).replace(" ", "")


def unmarked(text: str) -> str:
    """Return a text without the bullet or number that begins it."""
    match = _MARK.match(text)
    rest = text[match.end() :] if match else text
    return rest if rest.strip() else text


def says(tokens: Tokens, phrase: Tokens) -> bool:
    """Tell whether the words of a phrase stand together in a text."""
    return bool(phrase) and f" {' '.join(phrase)} " in f" {' '.join(tokens)} "
