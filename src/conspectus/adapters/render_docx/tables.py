"""What stands behind the document: the ledger, the checks, the facts, length and origin."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conspectus.adapters.render_docx.endnotes import Marks
from conspectus.adapters.render_docx.wml import Cell, Node, paragraph, run, table
from conspectus.domain import apparatus
from conspectus.domain.apparatus import Line, Place
from conspectus.domain.findings import Finding
from conspectus.domain.notes import Note, places
from conspectus.domain.report import Report

LINE = (2000, 7648)
"""Widths of name and words, in twentieths of a point: a Letter page with margins of 0.9 inch."""


def ledger(report: Report, cited: Sequence[Note], marks: Marks) -> Iterator[Node]:
    """Yield the omission ledger, what was left out first.

    A quote that stands in the document is not written again: its number leads to it.
    """
    fates = apparatus.ledger(report.omissions, cited)
    if fates:
        yield paragraph(apparatus.LEDGER, style="Heading1", fresh_page=True)
    for fate in fates:
        yield paragraph(f"{fate.name} ({fate.size})", style="Heading2")
        rows = [
            row for reason, lines in fate.reasons.items() for row in _rows(reason, lines, marks)
        ]
        if rows:
            yield table(fate.name, LINE, ("What", "Words of the source"), rows)
        for reason, lines in fate.reasons.items():
            if rest := [line for line in lines if not line.quotes]:
                yield paragraph(f"{reason} ".lstrip(), *_items(rest, marks), style="SmallText")


def checks(report: Report) -> Iterator[Node]:
    """Yield the findings, the most severe first."""
    groups = apparatus.checks(report.findings)
    yield paragraph(apparatus.CHECKS, style="Heading1", fresh_page=not report.omissions)
    if not groups:
        yield paragraph("No rule found anything.", style="SmallText")
    at = apparatus.locations(report.document)
    for _, name, findings in groups:
        yield paragraph(f"{name} ({len(findings)})", style="Heading2")
        rows = (
            ([_said(rule, "Strong"), *([_said(citation, "SourcePlace")] if citation else [])],
             [_finding(finding, at) for finding in found])
            for rule, citation, found in apparatus.by_rule(findings)
        )  # fmt: skip
        yield table(name, (2300, 7348), ("Rule", "What was found"), rows)


def facts(report: Report) -> Iterator[Node]:
    """Yield the stated facts as a table, the others in a paragraph for each status."""
    if not report.facts:
        return
    yield paragraph(apparatus.FACTS, style="Heading1")
    rows = [
        ([_said(name, "Strong")], [_said("; ".join(value) or "\u2013")],
         [_said(places(fact.evidence) or "\u2013")])
        for name, value, fact in apparatus.answers(report.facts)
    ]  # fmt: skip
    if rows:
        yield table(apparatus.FACTS, (2100, 6048, 1500), ("Question", "Answer", "Where"), rows)
    for told, names in apparatus.silences(report.facts):
        yield paragraph(run(f"{told}: ", style="Strong"), "; ".join(names), style="SmallText")


def origin(report: Report) -> Iterator[Node]:
    """Yield length, readability, and what is needed to make the document again."""
    yield paragraph("Length and origin", style="Heading1")
    for lines in (apparatus.measures(report), apparatus.origin(report)):
        told = [(run(f"{name}: ", style="Strong"), run(f"{value}. ")) for name, value in lines]
        if told:
            yield paragraph(*(part for pair in told for part in pair), style="SmallText")


def _rows(reason: str, lines: Sequence[Line], marks: Marks) -> Iterator[Sequence[Cell]]:
    """Yield the rows of the lines that bring quotes of their own, below their reason."""
    quoting = [line for line in lines if line.quotes]
    if quoting and reason:
        yield ([paragraph(reason, style="TableHeading")],)
    for line in quoting:
        words = [_quote(one) for one in line.quotes]
        if line.numbers:
            words.append(paragraph("Quote ", *marks.to(line.numbers), style="TableText"))
        yield [_said(line.name, "Strong")], words


def _items(lines: Iterable[Line], marks: Marks) -> Iterator[Node]:
    for index, line in enumerate(lines):
        yield run("; " if index else "")
        yield run(line.name, style="Strong")
        yield from marks.to(line.numbers)


def _finding(finding: Finding, at: Mapping[str | None, Place]) -> Node:
    place = at.get(finding.statement) or at.get(finding.section)
    where = ""
    if place:
        said = f": \u201c{_short(place.statement)}\u201d" if place.statement else ""
        where = f" \u2014 {place.section}{said}"
    return paragraph(finding.message, run(where, style="SourcePlace"), style="TableText")


def _quote(note: Note) -> Node:
    place = run(f" \u2014 {note.place}", style="SourcePlace")
    return paragraph(f"\u201c{note.quote}\u201d", place, style="TableText")


def _said(words: str, style: str | None = None) -> Node:
    return paragraph(run(words, style=style), style="TableText")


def _short(words: str, most: int = 90) -> str:
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"
