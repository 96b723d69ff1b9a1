"""Where words start and end: a quote may not begin or end within a word or a number."""

import re

GLUE = r"[-\u2010\u2011\u2012\u2013\u00ad\ufffe\u0002]"
_LINE_END = r"(?:[ \t]*[\r\n]\s*)?"
_VOID = r"[\u200b-\u200f\u2060\ufeff]*"
_INTO = re.compile(rf"{_VOID}(?:\w|['\u2019]\w|{GLUE}{_LINE_END}\w)")
_OUT_OF = re.compile(rf"(?:\w|\w['\u2019]|\w{GLUE}{_LINE_END}){_VOID}\Z")
_INTO_NUMBER = re.compile(r"[.,]\d|\s?%")
_OUT_OF_NUMBER = re.compile(r"(?:\d[.,]|[$\u20ac\u00a3]\s?|(?<!\S)[-\u2212])\Z")
_INSIDE_NUMBER = re.compile(r"\d[.,]\d|[$\u20ac\u00a3]\s?\d")
_LONGEST = 16
_BEGINS = frozenset("0,.%")
_CURRENCIES = frozenset("$\u20ac\u00a3")
_SURE = (
    (re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})*,$"), re.compile(r"0\d\d(?![\d.])")),
    (re.compile(r"\d$"), re.compile(r"(?:000(?![\d.])|,\d{3}(?!\d)|\.\d|%)")),
    (re.compile(r"(?:^|[\s(])[$\u20ac\u00a3]$"), re.compile(r"\d")),
)


def starts_a_word(text: str, start: int) -> bool:
    """Tell whether a word or number, its sign and currency included, starts here."""
    if not text[start].isalnum():
        return True
    before = text[max(0, start - 6) : start]
    inside = text[start].isdigit() and _OUT_OF_NUMBER.search(before)
    return not _OUT_OF.search(before) and not inside


def ends_a_word(text: str, end: int) -> bool:
    """Tell whether a word or number, its decimals and per cent sign included, ends here."""
    last = text[end - 1]
    if not last.isalnum():
        return not _INSIDE_NUMBER.search(text[max(0, end - 2) : end + 2])
    inside = last.isdigit() and _INTO_NUMBER.match(text, end)
    return not _INTO.match(text, end) and not inside


def splits_number(before: str, after: str) -> bool:
    """Tell whether the end of one line and the beginning of the next are surely one number."""
    if after[:1] not in _BEGINS and before[-1:] not in _CURRENCIES:
        return False
    return any(end.search(before[-_LONGEST:]) and begin.match(after) for end, begin in _SURE)
