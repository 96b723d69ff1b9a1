"""Acronyms: a claim may spell out what its quotes abbreviate, and the other way round."""

import re
from collections.abc import Sequence

_ACRONYM = re.compile(r"(?<![\w-])[A-Z]{3,6}(?![\w-])")
_INITIAL = re.compile(r"\b[a-z]")
_SMALL = r"(?:(?:of|the|and|for|to|in) )*"


def spelled_alike(claim: str, quotes: Sequence[str]) -> str:
    """Return the claim with acronyms of three letters or more as its quotes write them.

    "minimal residual disease (MRD)" becomes "MRD" where the quotes say only that, and "MRD" is
    spelled out where they say only the words.
    """
    told = " ".join(quotes)
    for acronym in dict.fromkeys(_ACRONYM.findall(told)):
        if not _may_spell(claim, acronym):
            continue
        words = _words(acronym)
        if (match := words.search(claim)) and not words.search(told):
            claim = claim[: match.start()] + acronym + claim[match.end() :]
    for acronym in dict.fromkeys(_ACRONYM.findall(claim)):
        if acronym in told or not _may_spell(told, acronym):
            continue
        if match := _words(acronym).search(told):
            claim = re.sub(rf"\b{acronym}\b", match["words"], claim)
    return claim


def _may_spell(text: str, acronym: str) -> bool:
    """Tell whether words of a text begin with these letters, in order: sooner told than where."""
    initials = iter(_INITIAL.findall(text.lower()))
    return all(letter in initials for letter in acronym.lower())


def _words(acronym: str) -> re.Pattern[str]:
    """Return what finds words with these initials, and the acronym in brackets after them."""
    initials = rf"[- ]{_SMALL}".join(rf"{letter}[a-z]+" for letter in acronym)
    return re.compile(rf"\b(?P<words>{initials})\b(?: \({acronym}\))?", re.IGNORECASE)
