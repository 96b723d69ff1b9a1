"""A check of what a source says in two ways: how long one takes part, what is paid in all."""

import re
from collections.abc import Iterator

from conspectus.domain.checks.wording import quoted, wording_of
from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.source import Source

_COUNT = (
    r"(?P<count>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve) "
    r"(?P<unit>day|week|month|year)s?\b"
)
_TIME = re.compile(
    r"(?:\b(?:the|this) (?:study|trial|research)|\b(?:it|(?:your|your child's) (?:part"
    r"|participation)"
    r"(?: in (?:it|(?:the|this) (?:study|trial|research)))?))(?: will| shall)? lasts? "
    rf"(?:about |around |up to |for )*{_COUNT}"
    r"|\byou(?:r child)? will be in (?:the|this) (?:study|trial|research) for "
    rf"(?:about |around |up to )*{_COUNT.replace('<count>', '<other>').replace('<unit>', '<kind>')}"
)
_SUM = r"\$ ?(\d[\d,]*(?:\.\d\d)?)(?![\d,]*\.?\d)"
_OF_SUM = rf"\W{{1,3}}{_SUM}(?! (?:for|per|a|at|each|every)\b)"
_TOTAL = re.compile(
    rf"{_SUM}[)\s]{{0,2}}(?:in total|in all|total\b|altogether)"
    rf"|i(?<!\wi)n (?:total|all){_OF_SUM}|a(?<!\wa)ltogether{_OF_SUM}"
    rf"|t(?<!\wt)otal(?: of|:){_OF_SUM}|y(?<!\wy)ou will be paid{_OF_SUM}"
)
"""Python looks for the first letters of alternatives, but not for `\\b`: that stands after."""

_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
} | {"twelve": "12"}


def said_two_ways(document: Document, facts: Facts, source: Source) -> Iterator[Finding]:
    """Warn where the source gives two lengths of taking part, or two payments in all."""
    for what, pattern in (("how long one takes part", _TIME), ("what is paid in all", _TOTAL)):
        found = _said(pattern, source)
        if len(found) > 1:
            first, second, *_ = found.values()
            message = f"The source tells {what} in two ways: {first} and {second}. Ask which holds."
            yield Finding("", "warning", message)


def _said(pattern: re.Pattern[str], source: Source) -> dict[tuple[str, ...], str]:
    """Return the first place of each value, in order."""
    wording = wording_of(source)
    found: dict[tuple[str, ...], str] = {}
    for match in pattern.finditer(wording.plain):
        value = tuple(_value(group) for group in match.groups() if group is not None)
        start, end = wording.sentence(match.start())
        place = f"{wording.place(match.start())}, {quoted(wording.text[start:end])}"
        found.setdefault(value, place)
    return found


def _value(text: str) -> str:
    return _NUMBERS.get(text, text.replace(",", "").removesuffix(".00"))
