"""A report under review: checked as one that was generated, and for what a person did to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from conspectus.domain.checks import fidelity
from conspectus.domain.claims.check import check_claim
from conspectus.domain.claims.leading import turned_items
from conspectus.domain.facts import Fact, Question
from conspectus.domain.findings import Finding
from conspectus.domain.plugin import Plugin
from conspectus.domain.report import Report, ReviewCard
from conspectus.domain.review.ledger import LedgerLine, ledger_lines, told_verbatim
from conspectus.domain.review.review import Review, is_silent
from conspectus.domain.rules import Decide, Rule, combine
from conspectus.domain.source import Evidence, Source, grouped, quoted_words
from conspectus.domain.surroundings import sentences_around
from conspectus.domain.text.readability import measure
from conspectus.pipeline.generate import examine
from conspectus.pipeline.guard import unborne

CITATION = "Conspectus: what a person writes is proved as well"
_CHECKS: Mapping[str, tuple[str, Decide]] = {
    "FID-QUOTE": ("Has every factual statement verbatim evidence?", fidelity.quotes_stand),
    "FID-NUM": ("Does every number stand in the evidence?", fidelity.numbers_borne_out),
    "FID-NEG": ("Is no negation lost or gained?", fidelity.negations_borne_out),
    "FID-CLAUSE": ("Is every clause borne by a quote?", fidelity.clauses_borne_out),
}
FIDELITY = tuple(
    Rule(id_, CITATION, "2026-11-01", "KI", "D", asks, "error", decide)
    for id_, (asks, decide) in _CHECKS.items()
)
"""What every statement under review is held to, also where its plugin has no such rules."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A report as the reviewer left it, with the findings and measures of now, and its ledger."""

    report: Report
    ledger: tuple[LedgerLine, ...]
    hindrances: tuple[str, ...]


def examined(report: Report, review: Review, source: Source, plugin: Plugin) -> Examined:
    """Check what stands after a review's acts by the rules of the plugin, and by our own.

    `hindrances` say what stands in the way of a sign-off: nothing may be signed while a statement
    or a corrected fact is not borne out, a line of the ledger is open, or a section is not
    approved. Raises InvalidPlugin when the plugin fails.
    """
    shown = replace(
        review.document, sections=tuple(s for s in review.document.sections if s.statements)
    )
    held = replace(
        plugin,
        rules=combine(FIDELITY, plugin.rules),
        omissions=lambda d, f, s: (
            line.omission
            for line in ledger_lines(
                told_verbatim(plugin.omissions(d, f, s), d, review.written), review.resolved
            )
        ),
    )
    omissions, findings = examine(source, held, report.parameters, review.facts, shown)
    ledger = ledger_lines(omissions, review.resolved)
    own = (
        *_fragments(review, source),
        *_turned(report, review, source),
        *_corrections(review, plugin),
        *_outdated(report, review),
    )
    read = tuple(finding for finding in report.findings if finding.rule == "SRC-READ")
    errors, others = _parted((*findings, *own))
    reviewed = replace(
        report,
        document=shown,
        facts=review.facts,
        omissions=omissions,
        findings=(*errors, *others, *read),
        readability=measure(shown.text).as_mapping(),
        review=ReviewCard(review.seen, review.signatures),
    )
    return Examined(reviewed, ledger, tuple(_hindrances(reviewed, review, ledger)))


def _parted(findings: tuple[Finding, ...]) -> tuple[list[Finding], list[Finding]]:
    errors = [finding for finding in findings if finding.severity == "error"]
    return errors, [finding for finding in findings if finding.severity != "error"]


def _hindrances(report: Report, review: Review, ledger: tuple[LedgerLine, ...]) -> Iterator[str]:
    wrong = [f for f in report.findings if f.severity == "error" and f.rule.startswith("FID-")]
    for finding in wrong:
        if finding.statement is not None or finding.rule == "FID-FACT":
            where = f" ({finding.statement})" if finding.statement else ""
            yield f"{finding.rule}{where}: {finding.message}"
    for line in ledger:
        if line.open:
            yield f"The ledger is open: {line.omission.item}"
    for title in review.unapproved:
        yield f"Not approved: {title}"
    if not any(True for _ in report.document.statements):
        yield "The document has no statements."


def _fragments(review: Review, source: Source) -> Iterator[Finding]:
    """Hold what a reviewer wrote or cited against the whole sentences around its quotes.

    "It is not true that ..." and "... only if ..." are easily left out of a selection.
    """
    for section, statement in review.document.statements:
        if statement.id in review.written and statement.evidence:
            for message in dict.fromkeys(_beyond(statement.text, statement.evidence, source)):
                told = f"The whole sentence in the source does not say so: {message}"
                yield Finding("FID-NEG", "error", told, section.id, statement.id, CITATION)


def _beyond(claim: str, evidence: tuple[Evidence, ...], source: Source) -> Iterator[str]:
    groups = grouped(evidence)
    for group in groups:
        (quote,) = quoted_words(group)
        others = quoted_words([piece for other in groups if other is not group for piece in other])
        against = [
            check_claim(claim, [sentence, *others], strict=True)
            for passage in source.holders(group[0])
            for sentence in sentences_around(quote, passage.text)
        ]
        if against and all(against):
            yield against[0][0].message


def _turned(report: Report, review: Review, source: Source) -> Iterator[Finding]:
    """Tell of items under another line than before: one that denies turns them round."""
    for section, statement, was, denied in turned_items(report.document, review.document, source):
        place = f"This item stood under \u201c{was}\u201d" if was else "This item stood alone"
        if denied:
            told = f"{place}, and the line above it now turns it round. Move it, or delete it."
            yield Finding("FID-NEG", "error", told, section, statement, CITATION)
        else:
            told = f"{place}. Read it with the line above it now."
            yield Finding("REV-LEAD", "warning", told, section, statement, CITATION)


def _corrections(review: Review, plugin: Plugin) -> Iterator[Finding]:
    """Hold facts that a reviewer corrected against the words that were chosen for them."""
    questions = {question.name: question for question in plugin.questions}
    for name in review.corrected:
        question = questions.get(name)
        for message in _against(review.facts[name], question):
            told = f"The fact \u201c{name}\u201d is not borne out: {message}"
            yield Finding("FID-FACT", "error", told, citation=CITATION)


def _against(fact: Fact, question: Question | None) -> Iterator[str]:
    if fact.value is None:
        return
    quotes = quoted_words(fact.evidence)
    if isinstance(fact.value, bool):
        if question and (reason := unborne(question, fact.value, quotes)):
            yield reason
        return
    for part in fact.parts:
        yield from (finding.message for finding in check_claim(part.text, quotes, strict=True))


def _outdated(report: Report, review: Review) -> Iterator[Finding]:
    """Warn of statements that tell a fact that was corrected after they were written.

    And of those that say what the form does not tell, when it was found to tell something.
    """
    found = {name for name in review.corrected if review.facts[name].status == "stated"}
    found = {name for name in found if report.facts[name].status != "stated"}
    for section, statement in review.document.statements:
        for name in (*statement.facts, *(sorted(found) if is_silent(statement) else ())):
            if review.corrected.get(name, 0) > review.written.get(statement.id, 0):
                told = (
                    f"The fact \u201c{name}\u201d was corrected since. Read this statement again."
                )
                yield Finding("REV-FACT", "warning", told, section.id, statement.id, CITATION)
