"""The risks that a form names: sentences, list items and table cells, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from conspectus.domain.facts import Facts
from conspectus.domain.sentences import sentences
from conspectus.domain.source import Passage, Source
from conspectus.plugins.informed_consent_ki.harms import GRAVE, affirmed, denied, gravity
from conspectus.plugins.informed_consent_ki.risk_words import (
    BODY,
    BRACKET,
    CARE,
    CAUSE,
    CRUMB,
    FREQUENT,
    HARM,
    HAZARD,
    LIKE_RISK,
    MAY,
    NO_HOME,
    NO_PLACE,
    NO_RISK,
    OPTIONAL,
    OTHERS,
    RISK,
    SEPARATOR,
    VERB,
)
from conspectus.plugins.informed_consent_ki.told import is_vague, telling

Place = Literal["risks", "elsewhere", "optional"]

NAME_WORDS = 14
"""A list item or cell of no more words names a risk by itself under a heading of risks."""


@dataclass(frozen=True, slots=True)
class NamedRisk:
    """One risk that a form names. `gravity` is 0 for death to 3, see `harms.gravity`."""

    text: str
    passage: Passage
    place: Place
    gravity: int
    frequent: bool = False

    @property
    def members(self) -> tuple[str, ...]:
        """The parts of a bare list ("a rash, itching"), else the whole text alone."""
        if VERB.search(self.text.lower()):
            return (self.text,)
        parts = (part.strip(" .") for part in SEPARATOR.split(BRACKET.sub("", self.text)))
        members = tuple(part for part in parts if telling(part))
        return members if len(members) > 1 else (self.text,)


def risks_of(source: Source, facts: Facts) -> list[NamedRisk]:
    """Return what a form names as a risk of taking part and does not deny, the gravest first.

    What stands twice comes once. Under a heading of risks every list item and cell counts, and
    every sentence that speaks of harm; elsewhere only what says that the study may do grave harm.
    """
    homes = _homes(source, facts)
    found: dict[frozenset[str], NamedRisk] = {}
    lead = ""
    for passage in source.passages:
        if passage.kind == "heading":
            lead = ""
            continue
        place = _place(passage, homes)
        if place and not (passage.kind == "item" and denied(lead)):
            for risk in _named(passage, place):
                known = found.get(telling(risk.text))
                if known is None or _rank(risk) < _rank(known):
                    found[telling(risk.text)] = risk
        if passage.kind != "item":
            lead = passage.text[:-1] if passage.text.endswith(":") else ""
    return sorted(found.values(), key=_rank)


def risk_passages(source: Source, facts: Facts) -> list[Passage]:
    """Return what stands in the form's part on risks, headings apart."""
    homes = _homes(source, facts)
    passages = (passage for passage in source.passages if passage.kind != "heading")
    return [passage for passage in passages if _place(passage, homes) == "risks"]


def _rank(risk: NamedRisk) -> tuple[int, int, bool]:
    return risk.gravity, ("risks", "elsewhere", "optional").index(risk.place), not risk.frequent


def _homes(source: Source, facts: Facts) -> set[str]:
    """Return the headings under which the main risks were found."""
    fact = facts.get("key_risks")
    quotes = {" ".join(piece.quote.split()) for piece in fact.evidence} if fact else set()
    return {
        passage.headings[-1]
        for passage in source.passages
        if passage.headings
        and not _says(NO_RISK, passage.headings[-1])
        and any(quote in passage.text for quote in quotes)
    }


def _place(passage: Passage, homes: set[str]) -> Place | None:
    if any(_says(NO_HOME, heading) for heading in passage.headings):
        return None
    if any(_says(OPTIONAL, heading) for heading in passage.headings):
        return "optional"
    if homes.intersection(passage.headings[-1:]) or _is_of_risk(passage):
        return "risks"
    return None if any(_says(NO_PLACE, h) for h in passage.headings[-1:]) else "elsewhere"


def _is_of_risk(passage: Passage) -> bool:
    """Tell whether a heading over a passage is about risks, and the one right above not of else."""
    if any(_says(RISK, heading) for heading in passage.headings):
        return True
    leaf = passage.headings[-1:]
    return any(_says(LIKE_RISK, h) for h in leaf) and not any(_says(NO_PLACE, h) for h in leaf)


@lru_cache(maxsize=4096)
def _says(pattern: re.Pattern[str], heading: str) -> bool:
    return pattern.search(heading) is not None


def _named(passage: Passage, place: Place) -> Iterator[NamedRisk]:
    often = any(FREQUENT.search(heading.lower()) for heading in passage.headings[-1:])
    at_home = place == "risks" or _is_of_risk(passage)
    for text, heads in _bits(passage):
        if (_is_risk if at_home else _is_grave_cause)(text.lower(), passage):
            frequent = often or FREQUENT.search(f"{heads} {text}".lower()) is not None
            yield NamedRisk(text, passage, place, gravity(text), frequent)


def _bits(passage: Passage) -> Iterator[tuple[str, str]]:
    """Yield the sentences or cells of a passage, each with what heads it."""
    if not passage.cells:
        yield from ((sentence, "") for sentence in sentences(passage.text))
        return
    columns: Sequence[str] = passage.columns or ("",) * len(passage.cells)
    for number, cell in enumerate(passage.cells):
        head = columns[number] if number < len(columns) else ""
        yield from ((sentence, head) for sentence in sentences(cell))


def _is_risk(text: str, passage: Passage) -> bool:
    if CRUMB.search(text) or (is_vague(text) and gravity(text) > 1):
        return False
    harm = affirmed(HARM, text) or affirmed(GRAVE, text) or affirmed(BODY, text)
    if passage.kind != "paragraph" and not VERB.search(text):
        named = len(text.split()) <= NAME_WORDS and _is_of_risk(passage)
        return (named or harm is not None) and not CARE.search(text)
    if CARE.search(text):
        return affirmed(GRAVE, text) is not None and affirmed(CAUSE, text) is not None
    if affirmed(GRAVE, text) or affirmed(CAUSE, text):
        return True
    if affirmed(BODY, text) and not OTHERS.search(text):
        return True
    hazard = affirmed(MAY, text) or affirmed(HAZARD, text)
    return hazard is not None and (harm is not None or not OTHERS.search(text))


def _is_grave_cause(text: str, passage: Passage) -> bool:
    return (
        not text.endswith(("?", ":"))
        and affirmed(GRAVE, text) is not None
        and affirmed(CAUSE, text) is not None
    )
