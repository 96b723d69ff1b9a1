"""The report as plain data: the shape that `-f json` prints and the HTTP API returns."""

from typing import Any

from conspectus.domain.document import Section, Statement
from conspectus.domain.facts import Fact
from conspectus.domain.findings import Finding
from conspectus.domain.moments import moment
from conspectus.domain.report import Omission, Report, ReviewCard, Signature
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
        "facts": {name: fact_data(fact) for name, fact in report.facts.items()},
        "omissions": [omission_data(omission) for omission in report.omissions],
        "findings": [finding_data(finding) for finding in report.findings],
        "readability": dict(report.readability),
        "provenance": dict(report.provenance),
    } | ({"review": review_card_data(report.review)} if report.review else {})


def review_card_data(card: ReviewCard) -> Data:
    """Return what a report says of its review; only reviewed ones do."""
    return {
        "status": "signed" if card.signatures else "draft",
        "acts": card.acts,
        "signatures": [signature_data(signature) for signature in card.signatures],
    }


def signature_data(signature: Signature) -> Data:
    """Return a sign-off; `line` and `seal` name its line on the audit trail."""
    return {
        "name": signature.name,
        "meaning": signature.meaning,
        "actor": signature.actor,
        "time": moment(signature.time),
        "line": signature.line,
        "seal": signature.seal,
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
        "statements": [statement_data(statement) for statement in section.statements],
    }


def statement_data(statement: Statement) -> Data:
    """Return a statement with its evidence."""
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": statement.kind,
        "item": statement.item,
        "facts": list(statement.facts),
        "evidence": [evidence_data(piece) for piece in statement.evidence],
    }


def fact_data(fact: Fact) -> Data:
    """Return a fact; its parts name their evidence by its places in that of the fact, from 0."""
    evidence = fact.evidence
    return {
        "value": list(fact.value) if isinstance(fact.value, tuple) else fact.value,
        "status": fact.status,
        "evidence": [evidence_data(piece) for piece in evidence],
        "parts": [
            {
                "text": part.text,
                "aspect": part.aspect,
                "evidence": [evidence.index(piece) for piece in part.evidence],
            }
            for part in fact.parts
        ],
        "more": [
            {
                "text": part.text,
                "aspect": part.aspect,
                "evidence": [evidence_data(piece) for piece in part.evidence],
            }
            for part in fact.more
        ],
    }


def evidence_data(piece: Evidence) -> Data:
    """Return a piece of evidence."""
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


def omission_data(omission: Omission) -> Data:
    """Return a line of the omission ledger."""
    return {
        "item": omission.item,
        "status": omission.status,
        "reason": omission.reason,
        "evidence": [evidence_data(piece) for piece in omission.evidence],
    }


def finding_data(finding: Finding) -> Data:
    """Return a finding."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "section": finding.section,
        "statement": finding.statement,
        "citation": finding.citation,
    }
