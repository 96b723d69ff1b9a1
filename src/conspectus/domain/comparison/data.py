"""A comparison as plain data: the shape that `compare -f json` prints and the HTTP API returns."""

from typing import Any

from conspectus.domain.comparison.comparison import Comparison, FactChange, RiskChange, Stale
from conspectus.domain.comparison.passage_changes import PassageChange
from conspectus.domain.envelope import evidence_data, statement_data
from conspectus.domain.facts import Value
from conspectus.domain.report import Report
from conspectus.domain.source import Evidence

Data = dict[str, Any]


def comparison_data(found: Comparison) -> Data:
    """Return all changes, and how many there are of each kind."""
    return {
        "same": found.same,
        "old": _card(found.old),
        "new": _card(found.new),
        "risks": [_risk(one) for one in found.risks],
        "facts": [_fact(one) for one in found.facts],
        "stale": [_stale(one) for one in found.stale],
        "passages": [_passage(one) for one in found.passages],
    }


def _card(report: Report) -> Data:
    read = [one.message for one in report.findings if one.rule == "SRC-READ"]
    return {"name": report.source.name, "sha256": report.source.sha256, "remarks": read}


def _risk(one: RiskChange) -> Data:
    return {"kind": one.kind, "risk": one.risk, "evidence": _evidence(one.evidence)}


def _fact(one: FactChange) -> Data:
    return {
        "kind": one.kind,
        "fact": one.fact,
        "old": _value(one.old),
        "new": _value(one.new),
        "old_evidence": _evidence(one.old_evidence),
        "new_evidence": _evidence(one.new_evidence),
    }


def _stale(one: Stale) -> Data:
    return {
        "section": one.section,
        "statement": statement_data(one.statement),
        "reason": one.reason,
        "now": _evidence(one.now),
    }


def _passage(one: PassageChange) -> Data:
    return {
        "kind": one.kind,
        "headings": [*one.headings],
        "old": one.old,
        "new": one.new,
        "old_evidence": _evidence(one.old_evidence),
        "new_evidence": _evidence(one.new_evidence),
    }


def _value(value: Value) -> object:
    return [*value] if isinstance(value, tuple) else value


def _evidence(evidence: tuple[Evidence, ...]) -> list[Data]:
    return [evidence_data(piece) for piece in evidence]
