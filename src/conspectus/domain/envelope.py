"""The report as plain data: the shape that `-f json` prints and the HTTP API returns."""

from typing import Any

from conspectus.domain.document import Section, Statement
from conspectus.domain.facts import Fact
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission, Report
from conspectus.domain.source import Evidence
from conspectus.domain.usage import Usage

Data = dict[str, Any]


def envelope(report: Report, usage: Usage) -> Data:
    """Return `{"report", "usage"}`; only the usage differs from run to run."""
    return {"report": report_data(report), "usage": usage_data(usage)}


def report_data(report: Report) -> Data:
    """Return the deterministic part."""
    return {
        "document_id": report.document_id,
        "plugin": {
            "id": report.plugin_id,
            "version": report.plugin_version,
            "parameters": dict(report.parameters),
        },
        "model": report.model,
        "source": {
            "name": report.source.name,
            "sha256": report.source.sha256,
            "media_type": report.source.media_type,
            "pages": report.source.pages,
            "language": report.source.language,
        },
        "title": report.document.title,
        "sections": [_section(section) for section in report.document.sections],
        "facts": {name: _fact(fact) for name, fact in report.facts.items()},
        "omissions": [_omission(omission) for omission in report.omissions],
        "findings": [_finding(finding) for finding in report.findings],
        "readability": dict(report.readability),
        "provenance": dict(report.provenance),
    }


def usage_data(usage: Usage) -> Data:
    """Return what the run used."""
    return {
        "calls": usage.calls,
        "cache_hits": usage.cache_hits,
        "coalesced": usage.coalesced,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "cost_usd": usage.cost_usd,
        "saved_usd": usage.saved_usd,
        "seconds": usage.seconds,
    }


def _section(section: Section) -> Data:
    return {
        "id": section.id,
        "title": section.title,
        "statements": [_statement(statement) for statement in section.statements],
    }


def _statement(statement: Statement) -> Data:
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind,
        "item": statement.item,
        "facts": list(statement.facts),
        "evidence": [_evidence(piece) for piece in statement.evidence],
    }


def _fact(fact: Fact) -> Data:
    return {
        "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
        "status": fact.status,
        "evidence": [_evidence(piece) for piece in fact.evidence],
    }


def _evidence(piece: Evidence) -> Data:
    return {
        "page": piece.page,
        "page_label": piece.page_label,
        "anchor": piece.anchor,
        "quote": piece.quote,
        "start": piece.start,
        "end": piece.end,
        "boxes": [list(box) for box in piece.boxes],
        "group": piece.group,
    }


def _omission(omission: Omission) -> Data:
    return {
        "item": omission.item,
        "status": omission.status,
        "reason": omission.reason,
        "evidence": [_evidence(piece) for piece in omission.evidence],
    }


def _finding(finding: Finding) -> Data:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "section": finding.section,
        "statement": finding.statement,
        "citation": finding.citation,
    }
