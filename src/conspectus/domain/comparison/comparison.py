"""What two versions of a form differ in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from conspectus.domain.comparison.passage_changes import Kind, PassageChange
from conspectus.domain.document import Statement
from conspectus.domain.facts import Value
from conspectus.domain.report import Report
from conspectus.domain.source import Evidence, Source, grouped, quoted_words
from conspectus.domain.text.tokens import unmarked


@dataclass(frozen=True, slots=True)
class Version:
    """A form as it was read, and the report that was made of it."""

    source: Source
    report: Report


@dataclass(frozen=True, slots=True)
class RiskChange:
    """A risk that only one of the versions names."""

    kind: Literal["appeared", "vanished"]
    risk: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact with another value: "added" when only the later version states it.

    The evidence is what only the one version says; of a list, that of the items that differ.
    """

    kind: Kind
    fact: str
    old: Value
    new: Value
    old_evidence: tuple[Evidence, ...]
    new_evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Stale:
    """A statement of the old document that the later version does not bear out as it did.

    `now` are the words that stand in the place of its quotes, if any do.
    """

    section: str
    statement: Statement
    reason: str
    now: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed; in `facts` and `passages`, what concerns risks comes first."""

    old: Report
    new: Report
    risks: tuple[RiskChange, ...]
    facts: tuple[FactChange, ...]
    stale: tuple[Stale, ...]
    passages: tuple[PassageChange, ...]

    @property
    def remarks(self) -> tuple[tuple[str, str], ...]:
        """What could not be read as it is printed: the name of the version, and what it is."""
        return tuple(
            (report.source.name, finding.message)
            for report in (self.old, self.new)
            for finding in report.findings
            if finding.rule == "SRC-READ"
        )

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not (self.risks or self.facts or self.stale or self.passages)


def beside(
    evidence: tuple[Evidence, ...], passages: Iterable[PassageChange], later: bool = True
) -> tuple[Evidence, ...]:
    """Return what the later version says in place of words of the earlier one, or the reverse."""
    found: dict[Evidence, None] = {}
    for one in passages:
        mine, theirs = one.old_evidence, one.new_evidence
        if not later:
            mine, theirs = theirs, mine
        if any(meet(piece, other) for piece in evidence for other in mine):
            found |= dict.fromkeys(theirs)
    return tuple(found)


def stands(evidence: tuple[Evidence, ...], source: Source) -> bool:
    """Tell whether every quote stands in a source, whatever number or bullet begins it."""
    quotes = (quote for group in grouped(evidence) for quote in quoted_words(group))
    return all(source.locate(unmarked(quote)) for quote in quotes)


def meet(one: Evidence, other: Evidence) -> bool:
    """Tell whether two pieces of evidence of one source have words in common."""
    here = (one.page, one.anchor) == (other.page, other.anchor)
    return here and one.start < other.end and other.start < one.end
