"""What stands behind a document, in the order and the words in which people read it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from conspectus.domain.document import Document
from conspectus.domain.facts import Fact
from conspectus.domain.findings import Finding
from conspectus.domain.moments import minute, moment
from conspectus.domain.notes import Note, numbered
from conspectus.domain.report import Omission, OmissionStatus, Report
from conspectus.domain.source import Evidence
from conspectus.domain.text.counting import counted

DRAFT = "Draft for review: made by software, to be checked by a person"
SIGNED = "Signed off"
LEDGER = "What the source stresses, and where it went"
CHECKS = "Checks"
QUOTES = "Where each statement comes from"
FACTS = "Facts"

_STATUSES: Mapping[OmissionStatus, str] = {
    "left_out": "Left out of this document",
    "included": "In this document",
    "absent": "Not in the source",
}
_SEVERITIES = {"error": "Errors", "warning": "Warnings", "info": "Open: needs a person"}
_SILENT = {
    "unstated": "Not found in the source",
    "rejected": "An answer was found, but the source does not bear it out",
}
_MEASURES = {
    "words": "Words",
    "sentences": "Sentences",
    "mean_sentence_words": "Words in a sentence, on average",
    "longest_sentence_words": "Words in the longest sentence",
    "flesch_kincaid_grade": "Reading grade (Flesch-Kincaid)",
    "smog": "Reading grade (SMOG)",
}
_WORDS = re.compile(r"\w+")
_SPELLED = {"id": "ID", "irb": "IRB", "nct": "NCT", "sha256": "SHA-256"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the document a finding applies: the section's title, the statement's words."""

    section: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the ledger: the numbers of the notes that hold its evidence, the other quotes.

    `name` is the item, or only its kind ("grave risk") where a quote says the rest word for word.
    """

    item: str
    name: str
    evidence: tuple[Evidence, ...]
    numbers: tuple[int, ...]
    quotes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Fate:
    """What befell omissions: the status, its name, and the lines by their common reason."""

    status: OmissionStatus
    name: str
    reasons: Mapping[str, tuple[Line, ...]]

    @property
    def size(self) -> int:
        """The number of lines."""
        return sum(map(len, self.reasons.values()))


def standing(report: Report) -> str:
    """Return the mark that a document bears: a draft, or by whom it was signed off."""
    signatures = report.review.signatures if report.review else ()
    told = (f"{one.name}, {minute(one.time)} ({one.meaning})" for one in signatures)
    return f"{SIGNED}: {'; '.join(told)}" if signatures else DRAFT


def signed(report: Report) -> bool:
    """Tell whether a sign-off stands."""
    return report.review is not None and bool(report.review.signatures)


def ledger(omissions: Iterable[Omission], cited: Sequence[Note] = ()) -> tuple[Fate, ...]:
    """Return what befell the omissions, the worst fate first, by their reasons as these come.

    A quote that a note of the document holds is given as the number of that note.
    """
    lines = tuple(omissions)
    fates = []
    for status, name in _STATUSES.items():
        reasons: dict[str, list[Line]] = {}
        for one in lines:
            if one.status == status:
                own, others = numbered(one.evidence, cited)
                line = Line(one.item, _name(one.item, others), one.evidence, own, others)
                reasons.setdefault(one.reason, []).append(line)
        if reasons:
            fates.append(Fate(status, name, {r: tuple(found) for r, found in reasons.items()}))
    return tuple(fates)


def _name(item: str, quotes: Sequence[Note]) -> str:
    kind, colon, rest = item.partition(": ")
    words = _WORDS.findall(rest.lower())
    said = (_WORDS.findall(quote.quote.lower()) for quote in quotes)
    return kind if colon and words and any(q[: len(words)] == words for q in said) else item


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


def answers(facts: Mapping[str, Fact]) -> Iterator[tuple[str, tuple[str, ...], Fact]]:
    """Yield the question's name in words, the value as lines, and the fact, of those stated."""
    for name, fact in facts.items():
        if fact.status == "stated":
            yield in_words(name), _value(fact), fact


def silences(facts: Mapping[str, Fact]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each other status in words and the names of its facts, with what silence means."""
    for status, told in _SILENT.items():
        if names := [
            in_words(name) + "".join(f" (taken as {value})" for value in _value(fact))
            for name, fact in facts.items()
            if fact.status == status
        ]:
            yield told, tuple(names)


def measures(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of every measure of length and readability."""
    known = [name for name in _MEASURES if name in report.readability]
    for name in dict.fromkeys([*known, *report.readability]):
        yield _MEASURES.get(name) or in_words(name), f"{report.readability[name]:g}"


def origin(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the name and the value of all that is needed to make the report again."""
    yield "Document", report.document_id
    yield "Source", f"{report.source.name} ({report.source.media_type})"
    yield from ((in_words(name), value) for name, value in report.provenance.items())
    yield from ((f"Parameter: {in_words(n)}", str(v)) for n, v in report.parameters.items())
    if report.review:
        yield "Review", counted(report.review.acts, "act")
        for one in report.review.signatures:
            told = f"{one.name}, {moment(one.time)}, by {one.actor} ({one.meaning})"
            yield SIGNED, f"{told}; audit trail {one.line}:{one.seal}"


def in_words(name: str) -> str:
    """Return a field's name as words: "study_id" is "Study ID"."""
    words = [_SPELLED.get(word, word) for word in name.replace("-", "_").split("_") if word]
    return " ".join(words)[:1].upper() + " ".join(words)[1:]


def _value(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact.value, bool):
        return ("yes" if fact.value else "no",)
    if isinstance(fact.value, tuple):
        return fact.value
    return (fact.value,) if fact.value else ()
