"""What stands behind a document, in the order and the words in which people read it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from conspectus.domain.document import Document
from conspectus.domain.facts import Fact
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission, OmissionStatus, Report

DRAFT = "Draft for review: made by software, to be checked by a person"
LEDGER = "What the form stresses, and where it went"
CHECKS = "Checks"
QUOTES = "Where each statement comes from"
FACTS = "Facts"

_STATUSES: Mapping[OmissionStatus, str] = {
    "left_out": "Left out of this document",
    "included": "In this document",
    "absent": "Not in the form",
}
_SEVERITIES = {"error": "Errors", "warning": "Warnings", "info": "Open: needs a person"}
_FACT = {"stated": "stated", "unstated": "not stated", "rejected": "rejected: not borne out"}
_MEASURES = {
    "words": "Words",
    "sentences": "Sentences",
    "mean_sentence_words": "Words in a sentence, on average",
    "longest_sentence_words": "Words in the longest sentence",
    "flesch_kincaid_grade": "Reading grade (Flesch-Kincaid)",
    "smog": "Reading grade (SMOG)",
}
_SPELLED = {"id": "ID", "irb": "IRB", "nct": "NCT", "sha256": "SHA-256"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a finding applies: the section's title, the statement's words."""

    section: str
    statement: str = ""


def ledger(omissions: Iterable[Omission]) -> tuple[tuple[str, str, tuple[Omission, ...]], ...]:
    """Return each status that has lines, its name and the lines, the worst status first."""
    lines = tuple(omissions)
    groups = ((s, name, tuple(o for o in lines if o.status == s)) for s, name in _STATUSES.items())
    return tuple(group for group in groups if group[2])


def unnamed(omissions: Iterable[Omission]) -> Mapping[str, tuple[str, ...]]:
    """Return the items of lines without evidence by their common reason."""
    reasons: dict[str, list[str]] = {}
    for omission in omissions:
        reasons.setdefault(omission.reason, []).append(omission.item)
    return {reason: tuple(items) for reason, items in reasons.items()}


def checks(findings: Iterable[Finding]) -> tuple[tuple[str, str, tuple[Finding, ...]], ...]:
    """Return severity, its name and its findings, the worst severity first.

    The findings of one rule stand together, in the order in which the rules first come.
    """
    ranks: dict[tuple[str, str | None], int] = {}
    found = tuple(findings)
    for finding in found:
        ranks.setdefault((finding.rule, finding.citation), len(ranks))
    found = tuple(sorted(found, key=lambda f: ranks[f.rule, f.citation]))
    groups = (
        (severity, name, tuple(f for f in found if f.severity == severity))
        for severity, name in _SEVERITIES.items()
    )
    return tuple(group for group in groups if group[2])


def by_rule(findings: Iterable[Finding]) -> Iterator[tuple[str, str | None, tuple[Finding, ...]]]:
    """Yield rule, citation and findings of each run of findings that share both."""
    for (rule, citation), found in groupby(findings, key=lambda f: (f.rule, f.citation)):
        yield rule, citation, tuple(found)


def locations(document: Document) -> Mapping[str | None, Place]:
    """Return the place of every section and statement by its id."""
    found: dict[str | None, Place] = {s.id: Place(s.title) for s in document.sections}
    found |= {s.id: Place(section.title, s.text) for section, s in document.statements}
    return found


def answers(facts: Mapping[str, Fact]) -> Iterator[tuple[str, tuple[str, ...], str, Fact]]:
    """Yield the question's name in words, the value as lines, the status in words, and the fact."""
    for name, fact in facts.items():
        yield in_words(name), _value(fact), _FACT[fact.status], fact


def measures(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of every measure of length and readability."""
    known = [name for name in _MEASURES if name in report.readability]
    for name in dict.fromkeys([*known, *report.readability]):
        yield _MEASURES.get(name) or in_words(name), f"{report.readability[name]:g}"


def origin(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of all that is needed to make the report again."""
    yield "Document", report.document_id
    yield "Form", f"{report.source.name} ({report.source.media_type})"
    yield from ((in_words(name), value) for name, value in report.provenance.items())
    yield from ((f"Parameter: {in_words(n)}", str(v)) for n, v in report.parameters.items())


def in_words(name: str) -> str:
    """Return a field's name as words: "study_id" is "Study ID"."""
    words = [_SPELLED.get(word, word) for word in name.replace("-", "_").split("_") if word]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _value(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact.value, bool):
        return ("Yes" if fact.value else "No",)
    if isinstance(fact.value, tuple):
        return fact.value
    return (fact.value,) if fact.value else ()
