"""A report from its plain data: `envelope` the other way round."""

from collections.abc import Iterable, Mapping
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
        facts={name: fact_of(name, fact) for name, fact in data["facts"].items()},
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
        evidence_of(data["evidence"]),
        data["item"],
    )


def fact_of(name: str, data: Data) -> Fact:
    """Return a fact. One that was written down without its parts has one, with all evidence."""
    value, evidence = data["value"], evidence_of(data["evidence"])
    if "parts" in data:
        parts = tuple(
            Part(one["text"], tuple(evidence[at] for at in one["evidence"]), one["aspect"])
            for one in data["parts"]
        )
    else:
        words = "; ".join(value) if isinstance(value, list) else value
        parts = (Part(words if isinstance(words, str) else "", evidence),) if evidence else ()
    more = tuple(
        Part(one["text"], evidence_of(one["evidence"]), one["aspect"])
        for one in data.get("more", ())
    )
    told = tuple(value) if isinstance(value, list) else value
    return Fact(name, told, data["status"], parts, more)


def _omission(data: Data) -> Omission:
    return Omission(data["item"], data["status"], data["reason"], evidence_of(data["evidence"]))


def evidence_of(data: Iterable[Data]) -> tuple[Evidence, ...]:
    """Return evidence."""
    return tuple(Evidence(**{**one, "boxes": tuple(map(tuple, one["boxes"]))}) for one in data)
