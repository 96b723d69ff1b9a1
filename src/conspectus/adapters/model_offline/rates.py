"""The words and figures by which a table says how often something comes."""

import re
from functools import lru_cache

BRIEF_WORDS = 7
"""What says how often has no more words in front of a phrase."""

_OFTEN = (
    r"(?:un|in)?(?:common(?! cold)|frequent)(?:ly)?|rare(?:ly)?|(?:un)?likely|often|"
    r"occasional(?:ly)?|sometimes|seldom"
)
_RATE = re.compile(
    rf"\d ?%|\b\d[\d,]{{0,12}} (?:in|out of|of) (?:every )?\d|\d percent|\b(?:{_OFTEN})\b",
    re.IGNORECASE,
)
_RATED = re.compile(rf"(?!how\b)(?:\S+ ){{0,3}}?\W*(?:{_RATE.pattern})", re.IGNORECASE)
_ONLY_RATE = re.compile(
    rf"[\W\d]*(?:(?:{_OFTEN}|very|not|known|less|more|most|than|but|and|or|to|serious|about|fewer|"
    r"between|up|in|out|of|every|percent|people|patients|persons|adults|children|women|men|none|"
    r"yes|no|unknown)\b[\W\d]*)*",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"%|percent|how (?:many|often)|\b(?:in|out of|of) (?:every )?1\d*\b|number of", re.IGNORECASE
)
_FIGURE = re.compile(r"[<>\u2264\u2265~ ]*\d[\d.,]{0,12}(?: ?%| percent| (?:in|out of) \d+)?")
_CONTROL = re.compile(
    r"placebo|control|sham|dummy|comparator|comparison|no treatment|inactive|sugar pill|"
    r"\b(?:usual|standard|without)\b",
    re.IGNORECASE,
)
_BRIEF = re.compile(
    rf"(?:(?:very|less|more|most|not) )*(?:{_OFTEN})\b|[^(,:;]*[^(,:;\s]", re.IGNORECASE
)


@lru_cache(maxsize=256)
def how_often(text: str) -> str:
    """Return the few words with which a text begins to say how often, "" when it does not.

    >>> how_often("Rare but serious (fewer than 1 in 100)"), how_often("How often")
    ('Rare', '')
    """
    if not _RATED.match(text):
        return ""
    brief = _BRIEF.match(text)
    said = brief.group() if brief and _RATE.search(brief.group()) else text
    return said if len(said.split()) <= BRIEF_WORDS else ""


def has_rate(text: str) -> bool:
    """Tell whether a text says how often in any place."""
    return _RATE.search(text) is not None


def begins_with_rate(cell: str) -> bool:
    """Tell whether a cell begins with how often: "5 to 25 out of 100 people"."""
    return _RATED.match(cell) is not None


def is_rate(cell: str) -> bool:
    """Tell whether a cell says nothing but how often, or is a bare figure."""
    return _ONLY_RATE.fullmatch(cell) is not None or _FIGURE.fullmatch(cell) is not None


def is_share(name: str, cell: str) -> bool:
    """Tell whether a cell below the header `name` is the share of people it came to."""
    unit = _RATE.search(cell) or _UNIT.search(name)
    return _FIGURE.fullmatch(cell) is not None and unit is not None


def compares(name: str) -> bool:
    """Tell whether a header names what a study's treatment is compared with."""
    return _CONTROL.search(name) is not None
