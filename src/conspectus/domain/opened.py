"""A report from its plain data: `envelope` the other way round.

The parts of a fact are not in the data; a fact that was opened has one part with all evidence.
"""

from collections.abc import Mapping
from typing import Any

from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.facts import Fact, Part
from conspectus.domain.findings import Finding
from conspectus.domain.report import Omission, Report, SourceCard
from conspectus.domain.source import Evidence

Data = Mapping[str, Any]


def opened(data: Data) -> Report:
    """Return the report that `report_data` wrote down."""
    plugin = data["plugin"]
    return Report(
        document_id=data["document_id"],
        plugin_id=plugin["id"],
        plugin_version=plugin["version"],
        parameters=plugin["parameters"],
        model=data["model"],
        source=SourceCard(**data["source"]),
        document=Document(data["title"], tuple(_section(one) for one in data["sections"])),
        facts={name: _fact(name, fact) for name, fact in data["facts"].items()},
        omissions=tuple(_omission(one) for one in data["omissions"]),
        findings=tuple(Finding(**one) for one in data["findings"]),
        readability=data["readability"],
        provenance=data["provenance"],
    )


def _section(data: Data) -> Section:
    return Section(data["id"], data["title"], tuple(_statement(one) for one in data["statements"]))


def _statement(data: Data) -> Statement:
    return Statement(
        data["id"],
        data["text"],
        data["kind"],
        tuple(data["facts"]),
        _evidence(data["evidence"]),
        data["item"],
    )


def _fact(name: str, data: Data) -> Fact:
    value, evidence = data["value"], _evidence(data["evidence"])
    words = "; ".join(value) if isinstance(value, list) else value
    parts = (Part(words if isinstance(words, str) else "", evidence),) if evidence else ()
    return Fact(name, tuple(value) if isinstance(value, list) else value, data["status"], parts)


def _omission(data: Data) -> Omission:
    return Omission(data["item"], data["status"], data["reason"], _evidence(data["evidence"]))


def _evidence(data: list[Data]) -> tuple[Evidence, ...]:
    return tuple(Evidence(**{**one, "boxes": tuple(map(tuple, one["boxes"]))}) for one in data)
