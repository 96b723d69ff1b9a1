"""A review: the acts on a report, folded into the document, facts and approvals of now.

Nothing here asks whether a statement is borne out: the checks say so of the document that comes
of the fold, as they do of one that was generated.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Literal

from conspectus.domain.document import Document, Statement
from conspectus.domain.facts import Fact, Facts, Part, Value
from conspectus.domain.report import Report, Signature
from conspectus.domain.review.acts import (
    Act,
    ActRefused,
    Approve,
    Correct,
    Done,
    Resolve,
    Sign,
    Withdraw,
)
from conspectus.domain.review.rewriting import changed

Status = Literal["draft", "signed"]

_SILENT = re.compile(
    r"\b(?:does|do|did) not (?:say|state|tell|mention|name|describe|give|list|explain)\b"
    r"|\bnot (?:stated|said|told|mentioned|named|described|given|found)\b"
)


@dataclass(frozen=True, slots=True)
class Review:
    """What stands after the last act.

    Each mapping leads to the number of an act: `written` from statements that a reviewer worded
    or gave other evidence, `corrected` from facts, `approved` from sections that have not
    changed since. `resolved` holds the latest resolution of each line of the ledger. `framings`
    are the words of the report that rest on no quote, by statement.
    """

    document: Document
    facts: Facts
    framings: Mapping[str, str]
    resolved: Mapping[str, Done] = field(default_factory=dict)
    approved: Mapping[str, int] = field(default_factory=dict)
    written: Mapping[str, int] = field(default_factory=dict)
    corrected: Mapping[str, int] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    seen: int = 0

    @property
    def status(self) -> Status:
        """Signed while at least one sign-off stands."""
        return "signed" if self.signatures else "draft"

    @property
    def unapproved(self) -> tuple[str, ...]:
        """The titles of sections with statements that nobody approved as they are."""
        return tuple(
            section.title
            for section in self.document.sections
            if section.statements and section.id not in self.approved
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the review of a document has come: the number of its last act, and its status."""

    acts: int
    status: Status


def opening(report: Report) -> Review:
    """Return the review of a report on which nobody has acted."""
    framings = {s.id: s.text for _, s in report.document.statements if not s.evidence}
    return Review(report.document, report.facts, framings)


def fold(report: Report, done: Iterable[Done]) -> Review:
    """Return what stands after all acts. Raises ActRefused when one cannot be done."""
    return reduce(after, done, opening(report))


def after(review: Review, done: Done) -> Review:
    """Return what stands after one more act; any but a sign-off makes a signed review a draft.

    Raises ActRefused when the act names a statement, section or fact that is not there.
    """
    stands = replace(_acted(review, done), seen=done.number)
    return stands if isinstance(done.act, Sign) else replace(stands, signatures=())


def _acted(review: Review, done: Done) -> Review:
    act = done.act
    if isinstance(act, Correct):
        return _correct(review, act, done.number)
    if isinstance(act, Resolve):
        _require(act.reason, "a reason")
        if not act.lines:
            raise ActRefused("Name at least one line of the ledger.")
        return replace(review, resolved={**review.resolved, **dict.fromkeys(act.lines, done)})
    if isinstance(act, Approve):
        section = next((s for s in review.document.sections if s.id == act.section), None)
        if section is None or not section.statements:
            raise ActRefused("The document has no such section with statements.")
        return replace(review, approved={**review.approved, act.section: done.number})
    if isinstance(act, Sign):
        return _sign(review, act, done)
    if isinstance(act, Withdraw):
        _require(act.reason, "a reason")
        if not review.signatures:
            raise ActRefused("Nothing is signed off.")
        return review
    return _change(review, act, done.number)


def _change(review: Review, act: Act, number: int) -> Review:
    """Change statements; sections that change are no longer approved."""
    document, written = changed(review.document, act, number, review.framings)
    before = {section.id: section for section in review.document.sections}
    same = {s.id for s in document.sections if before.get(s.id) == s}
    approved = {id_: at for id_, at in review.approved.items() if id_ in same}
    here = {s.id for _, s in document.statements}
    touched = {id_: at for id_, at in review.written.items() if id_ in here}
    touched |= dict.fromkeys(written, number)
    return replace(review, document=document, approved=approved, written=touched)


def _correct(review: Review, act: Correct, number: int) -> Review:
    """Correct a fact; sections that tell it are no longer approved."""
    known = review.facts.get(act.fact)
    if known is None:
        raise ActRefused(f"There is no fact '{act.fact}'.")
    if act.value is None and act.evidence:
        raise ActRefused("A fact that is not stated rests on no words.")
    if act.value is not None and not act.evidence:
        raise ActRefused("A fact that is stated rests on words of the source: choose them.")
    facts = {**review.facts, act.fact: _fact(act)}
    found = act.value is not None and known.status != "stated"
    telling = {
        section.id
        for section, s in review.document.statements
        if act.fact in s.facts or (found and is_silent(s))
    }
    approved = {id_: at for id_, at in review.approved.items() if id_ not in telling}
    corrected = {**review.corrected, act.fact: number}
    return replace(review, facts=facts, approved=approved, corrected=corrected)


def is_silent(statement: Statement) -> bool:
    """Tell whether a statement says what the form does not tell; it rests on no quote."""
    return not statement.evidence and _SILENT.search(statement.text) is not None


def _fact(act: Correct) -> Fact:
    if act.value is None:
        return Fact(act.fact, None, "unstated")
    parts = tuple(Part(text, act.evidence) for text in texts_of(act.value))
    return Fact(act.fact, act.value, "stated", parts)


def texts_of(value: Value) -> tuple[str, ...]:
    """Return the words of a value, a list item by item; a boolean has none: one empty text."""
    if isinstance(value, tuple):
        return value
    return (value,) if isinstance(value, str) else ("",)


def _sign(review: Review, act: Sign, done: Done) -> Review:
    _require(act.name, "a name")
    _require(act.meaning, "what the signature means")
    signature = Signature(act.name, act.meaning, done.actor, done.time, done.line, done.seal)
    return replace(review, signatures=(*review.signatures, signature))


def _require(text: str, what: str) -> None:
    if not text.strip():
        raise ActRefused(f"Give {what}.")
