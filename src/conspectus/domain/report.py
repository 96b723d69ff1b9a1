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
class Signature:
    """A sign-off: who, what the name stands for, by which caller, and when (time as in `job`).

    `line` and `seal` are number and hash of its line on the audit trail.
    """

    name: str
    meaning: str
    actor: str
    time: int
    line: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True)
class ReviewCard:
    """What a reviewed report says of its review: how many acts there were, who signed it off."""

    acts: int
    signatures: tuple[Signature, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The deterministic result: the same source, parameters and answers give the same bytes.

    `review` is None for what was generated and not reviewed.
    """

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
    review: ReviewCard | None = None
