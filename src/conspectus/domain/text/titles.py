"""Titles in capitals that run into their paragraph: "COSTS AND PAY There is no charge."."""

import re
from collections.abc import Sequence

FEW = 3
"""A form with fewer such titles has none: a name or an abbreviation may open a paragraph too."""

MOST_WORDS = 8

_TITLE = re.compile(
    r"(?:\d{1,2}[.)]?\s+)?(?=[A-Z ,/&'\u2019-]*[A-Z]{4})(?P<title>[A-Z]+(?:[ ,/&'\u2019-]+[A-Z]+)*)"
    r"[.:]?\s+(?=[A-Z][a-z]|[AI] [a-z]|\d[\d,]* [a-z])(?=\S+ \S+ \S)"
)


def run_in_titles(texts: Sequence[str]) -> list[int]:
    """Return for each paragraph of a form where the text behind its title begins, 0 without one.

    >>> run_in_titles(["RISKS It may hurt you.", "COSTS There are none.", "MONEY You get $5 now."])
    [6, 6, 6]
    >>> run_in_titles(["NASA Ames runs the study."])
    [0]
    """
    found = [_TITLE.match(text) for text in texts]
    ends = [m.end() if m and len(m["title"].split()) <= MOST_WORDS else 0 for m in found]
    titles = {text[:end] for text, end in zip(texts, ends, strict=True) if end}
    return ends if len(titles) >= FEW else [0] * len(ends)
