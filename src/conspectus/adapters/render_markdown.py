"""Markdown with footnotes."""

from collections.abc import Iterator, Mapping

from conspectus.domain import apparatus
from conspectus.domain.apparatus import Place
from conspectus.domain.blocks import blocks
from conspectus.domain.document import Section
from conspectus.domain.findings import Finding
from conspectus.domain.notes import notes, places
from conspectus.domain.report import Report
from conspectus.domain.text.markdown import escaped
from conspectus.domain.usage import Usage


class MarkdownRenderer:
    """Writes the document, the omission ledger and the checks, and the quotes as footnotes."""

    media_type = "text/markdown; charset=utf-8"

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return UTF-8 Markdown; usage is not shown, so the same report gives the same bytes."""
        return ("\n".join(_lines(report)).rstrip() + "\n").encode()


def _lines(report: Report) -> Iterator[str]:
    quotes, marks = notes(report.document)
    yield from (
        f"# {escaped(report.document.title)}",
        "",
        f"> {escaped(apparatus.standing(report))}",
        "",
    )
    told = " Each number leads to the page and the words of the source." if quotes else ""
    yield f"Made from *{escaped(report.source.name)}*.{told}"
    for section in report.document.sections:
        yield from _section(section, marks)
    yield from _ledger(report)
    yield from _checks(report)
    yield from _origin(report)
    yield ""
    for note in quotes:
        yield f"[^{note.number}]: {escaped(note.place)}: \u201c{escaped(note.quote)}\u201d"


def _section(section: Section, marks: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    yield from ("", f"## {escaped(section.title)}")
    for block in blocks(section):
        lines = [
            escaped(statement.text) + "".join(f"[^{number}]" for number in marks[statement.id])
            for statement in block.statements
        ]
        yield ""
        yield from (f"- {line}" for line in lines) if block.listed else (" ".join(lines),)


def _ledger(report: Report) -> Iterator[str]:
    if not report.omissions:
        return
    yield from ("", f"## {apparatus.LEDGER}", "")
    yield from ("| What | Where it went | Why | Where in the source |", "|---|---|---|---|")
    for fate in apparatus.ledger(report.omissions):
        for reason, line in ((r, line) for r, lines in fate.reasons.items() for line in lines):
            where = places(line.evidence) or "\u2013"
            cells = (line.item, fate.name, reason or "\u2013", where)
            yield f"| {' | '.join(map(escaped, cells))} |"


def _checks(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    at = apparatus.locations(report.document)
    yield from ("", f"## {apparatus.CHECKS}")
    for _, name, findings in apparatus.checks(report.findings):
        yield from ("", f"### {name}", "")
        yield from (_finding(finding, at) for finding in findings)


def _finding(finding: Finding, at: Mapping[str | None, Place]) -> str:
    place = at.get(finding.statement) or at.get(finding.section)
    about = [part for part in (place and place.section, finding.citation) if part]
    tail = f" ({escaped('; '.join(about))})" if about else ""
    return f"- **{escaped(finding.rule)}** {escaped(finding.message)}{tail}"


def _origin(report: Report) -> Iterator[str]:
    figures = "; ".join(f"{name}: {value}" for name, value in apparatus.measures(report))
    yield from ("", "## Length and origin", "")
    if figures:
        yield f"- {escaped(figures)}"
    for name, value in apparatus.origin(report):
        yield f"- {escaped(name)}: {escaped(value)}"
