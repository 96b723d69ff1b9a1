"""Everything that one generation yields."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from conspectus.domain.document import Document
from conspectus.domain.facts import Facts
from conspectus.domain.findings import Finding
from conspectus.domain.source import Evidence

OmissionStatus = Literal["included", "left_out", "absent"]


@dataclass(frozen=True, slots=True)
class Omission:
    """One line of the omission ledger: a risk, number or duty that matters, and its fate."""

    item: str
    status: OmissionStatus
    reason: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceCard:
    """What the report says of its source. `pages` is None for a DOCX."""

    name: str
    sha256: str
    media_type: str
    pages: int | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """The deterministic result: the same source, parameters and answers give the same bytes."""

    document_id: str
    plugin_id: str
    plugin_version: str
    parameters: Mapping[str, object]
    model: str
    source: SourceCard
    document: Document
    facts: Facts
    omissions: tuple[Omission, ...]
    findings: tuple[Finding, ...]
    readability: Mapping[str, float | int]
    provenance: Mapping[str, str]
