"""What the page of a review shows beyond the document: forms, findings at their place, acts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from conspectus.domain.facts import Fact, QuestionKind
from conspectus.domain.findings import Finding
from conspectus.domain.notes import quotes
from conspectus.domain.review.acts import ActRefused
from conspectus.domain.review.ledger import LedgerLine
from conspectus.domain.review.review import texts_of
from conspectus.domain.review.selection import Spot
from conspectus.domain.review.undoing import UNDONE
from conspectus.domain.source import Evidence
from conspectus.domain.text.legible import legible
from conspectus.service.review import Opened
from conspectus.web.access import Caller
from conspectus.web.act_shapes import Place
from conspectus.web.desk import Desk
from conspectus.web.pages.chosen import Given, spots_data, spots_of
from conspectus.web.pages.history import Told, told

LAST_ACTS = 8
MEANINGS = ("reviewed and approved", "reviewed", "approved for use")


@dataclass(frozen=True, slots=True)
class Choice:
    """A quote that a form lets a statement rest on, with its places as the value of a field."""

    value: str
    quote: str
    place: str


@dataclass(frozen=True, slots=True)
class Form:
    """The one form that is open: to `edit` a statement, `add` one, or correct a `fact`."""

    kind: str = ""
    target: str = ""
    after: str = ""
    text: str = ""
    item: bool = False
    unstated: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Why nothing was done, and what others did meanwhile."""

    text: str
    meanwhile: Sequence[Told] = ()


@dataclass(frozen=True, slots=True)
class Reviewing:
    """All that the templates of a review ask for; `given` are the fields of a refused form."""

    opened: Opened
    form: Form
    look: str
    addable: Sequence[tuple[str, str]]
    acts: Sequence[Told]
    kinds: Mapping[str, QuestionKind]
    person: str = ""
    notice: Notice | None = None
    given: Given = field(default_factory=dict)

    @property
    def findings(self) -> Mapping[str, list[Finding]]:
        """Errors and warnings by the statement at which they stand."""
        found: dict[str, list[Finding]] = defaultdict(list)
        for one in self.opened.examined.report.findings:
            if one.statement and one.severity != "info":
                found[one.statement].append(one)
        return found

    @property
    def open_lines(self) -> list[LedgerLine]:
        """The lines of the ledger that wait for a person."""
        return [line for line in self.opened.examined.ledger if line.open]

    @property
    def unapproved(self) -> int:
        """How many sections nobody approved as they are."""
        return len(self.opened.review.unapproved)

    @property
    def wrong(self) -> int:
        """How many findings stand in the way of a sign-off."""
        return sum(one.startswith("FID-") for one in self.opened.examined.hindrances)

    @property
    def undoable(self) -> Told | None:
        """The last act, if it can be taken back."""
        return self.acts[-1] if self.acts and self.acts[-1].kind in UNDONE else None


def addable(at: Desk, found: Opened) -> list[tuple[str, str]]:
    """Return id and title of every section that has no statements yet."""
    empty = [(one.id, one.title) for one in found.review.document.sections if not one.statements]
    return [*empty, *at.reviews.sections(found)]


async def form_of(at: Desk, who: Caller, found: Opened, wanted: Mapping[str, str]) -> Form:
    """Return the form that an address asks for, filled in with what stands; an empty one else."""
    for _, statement in found.review.document.statements:
        if statement.id == wanted.get("edit"):
            text = legible(statement.text)
            return Form("edit", statement.id, "", text, choices=(*_choices(statement.evidence),))
    sections = {section.id: section for section in found.review.document.sections}
    if (id_ := wanted.get("add", "")) and id_ in {*sections, *dict(addable(at, found))}:
        behind = list(sections[id_].statements) if id_ in sections else []
        known = [one for one in behind if one.id == wanted.get("after")] or behind[-1:]
        last = known[-1] if known else None
        return Form("add", id_, last.id if last else "", item=bool(last and last.item))
    if fact := found.review.facts.get(wanted.get("fact", "")):
        return _of_fact(fact)
    return Form()


async def form_again(at: Desk, who: Caller, found: Opened, given: Given) -> Form:
    """Return a form that was refused, with everything that was in it."""
    verb, _, target = given.get("do", "").partition(":")
    kind = {"save": "edit", "add": "add", "correct": "fact"}.get(verb, "")
    if not kind:
        return Form()
    try:
        spots = [_read(spot) for spot in spots_of(given)]
        evidence = await at.reviews.select(who.workspace, found.document.id, spots)
    except (ActRefused, ValueError):
        evidence = ()
    text = given.get("text", given.get("value", ""))
    here = {one.id for _, one in found.review.document.statements}
    after = given.get("after", "")
    if kind == "add" and after not in here:
        sections = {one.id: one.statements for one in found.review.document.sections}
        after = sections[target][-1].id if sections.get(target) else ""
    flags = "item" in given, "unstated" in given
    return Form(kind, target, after, text, *flags, (*_choices(evidence),))


def since(found: Opened, seen: str) -> list[Told]:
    """Return what others did after an act."""
    last = int(seen) if seen.isdecimal() else 0
    return [told(entry, found) for entry in found.entries if entry.number > last]


def _of_fact(fact: Fact) -> Form:
    words = "\n".join(legible(text) for text in texts_of(fact.value)) if fact.value else ""
    if isinstance(fact.value, bool):
        words = "yes" if fact.value else "no"
    unstated = fact.status != "stated"
    choices = (*_choices(fact.evidence),)
    return Form("fact", fact.name, "", words, unstated=unstated, choices=choices)


def _choices(evidence: Sequence[Evidence]) -> Iterator[Choice]:
    for note in quotes(evidence):
        yield Choice(spots_data(note.pieces), note.quote, note.place)


def _read(data: object) -> Spot:
    return Place.model_validate(data).spot()
