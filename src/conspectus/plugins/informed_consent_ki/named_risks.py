"""The risks that a form names: sentences, list items and table cells, and where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from conspectus.domain.source import Passage
from conspectus.domain.text.sentences import sentences
from conspectus.plugins.informed_consent_ki.beside_risks import ASIDE
from conspectus.plugins.informed_consent_ki.denials import denies_items
from conspectus.plugins.informed_consent_ki.harms import gravity
from conspectus.plugins.informed_consent_ki.risk_crumbs import CONDITION, LISTS
from conspectus.plugins.informed_consent_ki.risk_places import Places
from conspectus.plugins.informed_consent_ki.risk_sentences import BY_HEADING, weight
from conspectus.plugins.informed_consent_ki.risk_trust import Place, Trust
from conspectus.plugins.informed_consent_ki.risk_words import (
    BRACKET,
    CHIEF,
    FREQUENT,
    SEPARATOR,
    VERB,
)
from conspectus.plugins.informed_consent_ki.told import telling

CHIEF_GRAVITY = 2
"""What the form calls the main risk is no less than serious."""

DOUBTFUL = ("near", "aside", "far")
"""Places where what the classifier says of a sentence counts for more."""

_weigh = lru_cache(maxsize=1024)(weight)
"""Forms say much twice, and are read for the document and for the ledger."""


@dataclass(frozen=True, slots=True)
class NamedRisk:
    """One risk that a form names.

    `gravity` is 0 for death to 3, see `harms.gravity`, or `BY_HEADING`; `subject` the first cell
    of its row in a table. It is `sure` among risks, and where the classifier takes it for one, but
    not in an optional part.
    """

    text: str
    passage: Passage
    place: Place
    gravity: int
    frequent: bool = False
    subject: str = ""
    sure: bool = True

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


@lru_cache(maxsize=2)
def risks_of(places: Places) -> Sequence[NamedRisk]:
    """Return what a form names as a risk of taking part and does not deny, the gravest first.

    What stands twice comes once. Under a heading of risks, or in a column of them, everything
    counts that is not plainly something else; elsewhere what says that harm may come, or came.
    """
    found: dict[frozenset[str], NamedRisk] = {}
    lead = ""
    for passage in places.source.passages:
        if passage.kind == "heading":
            lead = ""
            continue
        if not (passage.kind == "item" and _opens_no_risks(lead, places.of(passage)[0])):
            for risk in _named(passage, places):
                known = found.get(telling(risk.text))
                if known is None or risk.rank < known.rank:
                    found[telling(risk.text)] = risk
        if passage.kind != "item":
            lead = passage.text[:-1] if passage.text.endswith(":") else ""
    return tuple(sorted(found.values(), key=lambda risk: risk.rank))


def risk_passages(places: Places) -> list[Passage]:
    """Return what stands in the form's part on risks, headings apart."""
    passages = (passage for passage in places.source.passages if passage.kind != "heading")
    return [passage for passage in passages if places.of(passage)[0] == "risks"]


def _opens_no_risks(lead: str, place: Place | None) -> bool:
    """Tell whether the lead of a list denies its items, or says that they are something else."""
    conditional = place != "risks" and CONDITION.search(lead.lower()) is not None
    return conditional or denies_items(lead) or LISTS.search(lead.lower()) is not None


def _named(passage: Passage, places: Places) -> Iterator[NamedRisk]:
    place, _ = places.of(passage)
    heading = (places.headings(passage) or ("",))[-1]
    for text, head, subject, column in _bits(passage, places):
        likely = None if ASIDE.search(text.lower()) else places.likely(passage, text)
        if place is None and likely is None:
            continue
        trust = column
        if likely and (place is None or column in DOUBTFUL):
            # a row is taken for a risk as a whole: each of its cells must name a harm
            trust = "home" if passage.cells and likely == "sure" else likely
        if rank := _weigh(text.lower(), passage.kind, trust):
            frequent = any(map(FREQUENT.search, (heading.lower(), f"{head} {text}".lower())))
            grave = rank if rank == BY_HEADING else gravity(text)
            if CHIEF.search(text.lower()):
                grave = min(grave, CHIEF_GRAVITY)
            sure = place == "risks" or (place != "optional" and likely == "sure")
            yield NamedRisk(text, passage, place or "elsewhere", grave, frequent, subject, sure)


def _bits(passage: Passage, places: Places) -> Iterator[tuple[str, str, str, Trust]]:
    """Yield the sentences or cells of a passage.

    Each comes with the head of its column, the first cell of its row, and its place's trust.
    """
    _, trust = places.of(passage)
    if not passage.cells:
        said = sentences(passage.text[places.begins(passage) :])
        yield from ((sentence, "", "", trust) for sentence in said)
        return
    heads = tuple(passage.columns or ()) + ("",) * len(passage.cells)
    for number, cell in enumerate(passage.cells):
        subject = passage.cells[0] if number and places.heads_rows(heads[0]) else ""
        column = places.column_trust(heads, number, trust)
        yield from ((sentence, heads[number], subject, column) for sentence in sentences(cell))
