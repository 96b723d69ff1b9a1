"""Markdown with footnotes."""

import re
from collections.abc import Iterator, Mapping

from conspectus.domain.document import Section
from conspectus.domain.notes import notes
from conspectus.domain.report import Report, Usage

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


class MarkdownRenderer:
    """Writes the document, its quotes as footnotes, the omission ledger and the findings."""

    media_type = "text/markdown; charset=utf-8"

    def render(self, report: Report, usage: Usage | None = None) -> bytes:
        """Return UTF-8 Markdown; usage is not shown, so the same report gives the same bytes."""
        return ("\n".join(_lines(report)).rstrip() + "\n").encode()


def _lines(report: Report) -> Iterator[str]:
    quotes, marks = notes(report.document)
    yield f"# {_text(report.document.title)}"
    yield ""
    yield f"Made from *{_text(report.source.name)}*. Each mark leads to the page and the words of the form."
    for section in report.document.sections:
        yield from _section(section, marks)
    yield from _ledger(report)
    yield from _findings(report)
    yield ""
    for note in quotes:
        yield f"[^{note.number}]: {note.place}: \u201c{_text(note.quote)}\u201d"


def _section(section: Section, marks: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    yield from ("", f"## {_text(section.title)}", "")
    paragraph: list[str] = []
    for statement in section.statements:
        line = _text(statement.text) + "".join(f"[^{number}]" for number in marks[statement.id])
        if not statement.item:
            paragraph.append(line)
            continue
        if paragraph:
            yield from (" ".join(paragraph), "")
            paragraph = []
        yield f"- {line}"
    if paragraph:
        if section.statements[0].item or any(s.item for s in section.statements):
            yield ""
        yield " ".join(paragraph)


def _ledger(report: Report) -> Iterator[str]:
    if not report.omissions:
        return
    yield from ("", "## What the form stresses, and where it went", "")
    yield "| item | status | reason |"
    yield "|---|---|---|"
    for one in report.omissions:
        yield f"| {_text(one.item)} | {one.status.replace('_', ' ')} | {_text(one.reason)} |"


def _findings(report: Report) -> Iterator[str]:
    if not report.findings:
        return
    yield from ("", "## Findings", "")
    for finding in report.findings:
        place = f" ({finding.section})" if finding.section else ""
        yield f"- **{finding.severity}** {finding.rule}{place}: {_text(finding.message)}"


def _text(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
