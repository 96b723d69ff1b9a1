"""The risks that a form names: sentences, list items and table cells, and where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from conspectus.domain.facts import Facts
from conspectus.domain.sentences import sentences
from conspectus.domain.source import Passage, PassageKind, Source
from conspectus.plugins.informed_consent_ki.denials import affirmed, denied
from conspectus.plugins.informed_consent_ki.harms import GRAVE, gravity
from conspectus.plugins.informed_consent_ki.risk_places import (
    Place,
    Places,
    Trust,
    column_trust,
    heads_rows,
)
from conspectus.plugins.informed_consent_ki.risk_words import (
    BETTER,
    BODY,
    BRACKET,
    CARE,
    CAUSE,
    CAUSED,
    CRUMB,
    EVENT,
    FREQUENT,
    HARM,
    HAZARD,
    MAY,
    MODAL,
    OTHERS,
    RATE,
    SEPARATOR,
    SKIP,
    VERB,
)
from conspectus.plugins.informed_consent_ki.told import is_vague, telling

NAME_WORDS = 14
"""A list item or cell of no more words names a risk by itself at a home of risks."""

BY_HEADING = 4
"""The gravity of what only its heading makes a risk."""


@dataclass(frozen=True, slots=True)
class NamedRisk:
    """One risk that a form names.

    `gravity` is 0 for death to 3, see `harms.gravity`, or `BY_HEADING`; `subject` the first cell
    of its row in a table.
    """

    text: str
    passage: Passage
    place: Place
    gravity: int
    frequent: bool = False
    subject: str = ""

    @property
    def rank(self) -> tuple[int, int, bool]:
        """The gravest is the least; among equals what stands under risks, and what is frequent."""
        place = ("risks", "elsewhere", "optional").index(self.place)
        return self.gravity, place, not self.frequent

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

    What stands twice comes once. Under a heading of risks, or in a column of them, everything
    counts that is not plainly something else; elsewhere what says that harm may come, or came.
    """
    places = Places(source, facts)
    found: dict[frozenset[str], NamedRisk] = {}
    lead = ""
    for passage in source.passages:
        if passage.kind == "heading":
            lead = ""
            continue
        place, trust = places.of(passage)
        if place and not (passage.kind == "item" and denied(lead)):
            for risk in _named(passage, place, trust):
                known = found.get(telling(risk.text))
                if known is None or risk.rank < known.rank:
                    found[telling(risk.text)] = risk
        if passage.kind != "item":
            lead = passage.text[:-1] if passage.text.endswith(":") else ""
    return sorted(found.values(), key=lambda risk: risk.rank)


def risk_passages(source: Source, facts: Facts) -> list[Passage]:
    """Return what stands in the form's part on risks, headings apart."""
    places = Places(source, facts)
    passages = (passage for passage in source.passages if passage.kind != "heading")
    return [passage for passage in passages if places.of(passage)[0] == "risks"]


def _named(passage: Passage, place: Place, trust: Trust) -> Iterator[NamedRisk]:
    often = any(FREQUENT.search(heading.lower()) for heading in passage.headings[-1:])
    for text, head, subject, column in _bits(passage, trust):
        if rank := _risk(text.lower(), passage.kind, column):
            frequent = often or FREQUENT.search(f"{head} {text}".lower()) is not None
            grave = rank if rank == BY_HEADING else gravity(text)
            yield NamedRisk(text, passage, place, grave, frequent, subject)


def _bits(passage: Passage, trust: Trust) -> Iterator[tuple[str, str, str, Trust]]:
    """Yield the sentences or cells of a passage.

    Each comes with the head of its column, the first cell of its row, and its place's trust.
    """
    if not passage.cells:
        yield from ((sentence, "", "", trust) for sentence in sentences(passage.text))
        return
    heads = tuple(passage.columns or ()) + ("",) * len(passage.cells)
    for number, cell in enumerate(passage.cells):
        subject = passage.cells[0] if number and heads_rows(heads[0]) else ""
        column = column_trust(heads, number, trust)
        yield from ((sentence, heads[number], subject, column) for sentence in sentences(cell))


def _risk(text: str, kind: PassageKind, trust: Trust) -> int:
    """Return 3 for what says that harm may come, `BY_HEADING` for what stands in a sure place.

    0 is no risk. A list item or cell may name a harm without a verb.
    """
    if CRUMB.search(text) or (is_vague(text) and gravity(text) > 1):
        return 0
    harm = affirmed(HARM, text) or affirmed(GRAVE, text) or affirmed(BODY, text)
    if trust in ("near", "aside", "far"):
        return 3 if _befalls(text, trust) else 0
    if kind != "paragraph" and not VERB.search(text):
        named = trust == "sure" or (kind == "item" and len(text.split()) <= NAME_WORDS)
        return 3 if (named or harm) and not CARE.search(text) else 0
    if kind == "item" and trust == "home" and affirmed(MODAL, text) and not CARE.search(text):
        return 3
    if CARE.search(text):
        return 3 if affirmed(GRAVE, text) and affirmed(CAUSE, text) else 0
    if affirmed(GRAVE, text) or affirmed(CAUSE, text):
        return 3
    if affirmed(BODY, text) and not OTHERS.search(text):
        return 3
    if (affirmed(MAY, text) or affirmed(HAZARD, text)) and (harm or not OTHERS.search(text)):
        return 3
    counts = trust == "sure" or affirmed(RATE, text) or affirmed(EVENT, text)
    return BY_HEADING if counts and _stands(text) else 0


def _befalls(text: str, trust: Trust) -> bool:
    """Tell whether a sentence away from the risks says that harm may come, or came."""
    if text.endswith(("?", ":")) or BETTER.search(text):
        return False
    if affirmed(GRAVE, text) and affirmed(CAUSE, text):
        return True
    if CARE.search(text):
        return False
    if affirmed(CAUSED, text) or (
        affirmed(GRAVE, text) and (affirmed(MODAL, text) or affirmed(EVENT, text))
    ):
        return True
    harm = affirmed(HARM, text) or affirmed(BODY, text)
    if trust == "near":
        often = affirmed(RATE, text) or (harm and affirmed(EVENT, text))
        return bool(often or (affirmed(MAY, text) and (harm or not OTHERS.search(text))))
    return bool(harm and affirmed(MAY if trust == "aside" else CAUSE, text))


def _stands(text: str) -> bool:
    """Tell whether a sentence counts only because it stands under a heading of risks."""
    return not (
        OTHERS.search(text)
        or SKIP.search(text)
        or text.endswith(("?", ":"))
        or denied(text.rstrip(" ."))
        or len(telling(text)) < 2
    )
