"""What stands behind the document: the ledger, the checks, the facts, length and origin."""

from collections.abc import Iterator, Mapping

from conspectus.adapters.render_docx.wml import Cell, Node, paragraph, run, table
from conspectus.domain import apparatus
from conspectus.domain.apparatus import Place
from conspectus.domain.findings import Finding
from conspectus.domain.notes import places, quotes
from conspectus.domain.report import Omission, Report
from conspectus.domain.source import Evidence

WIDTH = 9648
"""Of the text, in twentieths of a point: a Letter page with margins of 0.9 inch."""


def ledger(report: Report) -> Iterator[Node]:
    """Yield the omission ledger, what was left out first."""
    groups = apparatus.ledger(report.omissions)
    if not groups:
        return
    yield paragraph(apparatus.LEDGER, style="Heading1", fresh_page=True)
    for _, name, lines in groups:
        yield paragraph(f"{name} ({len(lines)})", style="Heading2")
        cited = [line for line in lines if line.evidence]
        if cited:
            head = ("What", "Why", "Words of the form")
            yield table(name, (2700, 2448, 4500), head, map(_line, cited))
        bare = [line for line in lines if not line.evidence]
        for reason, items in apparatus.unnamed(bare).items():
            yield paragraph(f"{reason} ".lstrip(), run("; ".join(items), style="Strong"))


def checks(report: Report) -> Iterator[Node]:
    """Yield the findings, the most severe first."""
    groups = apparatus.checks(report.findings)
    yield paragraph(apparatus.CHECKS, style="Heading1", fresh_page=not report.omissions)
    if not groups:
        yield paragraph("No rule found anything.")
    at = apparatus.locations(report.document)
    for _, name, findings in groups:
        yield paragraph(f"{name} ({len(findings)})", style="Heading2")
        head = ("Rule", "What was found", "Where", "Citation")
        yield table(name, (1548, 3900, 2300, 1900), head, (_finding(f, at) for f in findings))


def facts(report: Report) -> Iterator[Node]:
    """Yield the facts as a table."""
    if not report.facts:
        return
    yield paragraph(apparatus.FACTS, style="Heading1")
    rows = (
        (_cell(name, "Strong"), [_said(line) for line in value or ("\u2013",)],
         _cell(status), _cell(places(fact.evidence) or "\u2013"))
        for name, value, status, fact in apparatus.answers(report.facts)
    )  # fmt: skip
    head = ("Question", "Answer", "Status", "Where")
    yield table(apparatus.FACTS, (2100, 4848, 1200, 1500), head, rows)


def origin(report: Report) -> Iterator[Node]:
    """Yield length, readability, and what is needed to make the document again."""
    yield paragraph("Length and origin", style="Heading1")
    lines = [*apparatus.measures(report), *apparatus.origin(report)]
    rows = ((_cell(name, "Strong"), _cell(value)) for name, value in lines)
    yield table("Length and origin", (3200, WIDTH - 3200), ("Name", "Value"), rows)


def _line(omission: Omission) -> tuple[Cell, ...]:
    reason = _cell(omission.reason or "\u2013")
    return _cell(omission.item, "Strong"), reason, _quotes(omission.evidence)


def _finding(finding: Finding, at: Mapping[str | None, Place]) -> tuple[Cell, ...]:
    place = at.get(finding.statement) or at.get(finding.section)
    where = [_said(place.section)] if place else [_said("\u2013")]
    if place and place.statement:
        where.append(_said(f"\u201c{_short(place.statement)}\u201d"))
    citation = _cell(finding.citation or "\u2013")
    return _cell(finding.rule, "Strong"), _cell(finding.message), where, citation


def _quotes(evidence: tuple[Evidence, ...]) -> Cell:
    return [
        paragraph(
            f"\u201c{one.quote}\u201d ",
            run(f"\u2014 {one.place}", style="SourcePlace"),
            style="TableText",
        )
        for one in quotes(evidence)
    ]


def _cell(words: str, style: str | None = None) -> Cell:
    return [_said(words, style)]


def _said(words: str, style: str | None = None) -> Node:
    return paragraph(run(words, style=style), style="TableText")


def _short(words: str, most: int = 90) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
