"""The shapes of answers about comparisons."""

from typing import Any, Literal

from pydantic import BaseModel, Field

_Value = str | list[str] | bool | None
_Kind = Literal["changed", "added", "removed"]
_Evidence = list[dict[str, Any]]


class ComparedForm(BaseModel):
    """One of the two versions."""

    name: str = Field(examples=["consent_v2.pdf"])
    sha256: str
    remarks: list[str] = Field(description="What of it could not be read as it is printed.")


class RiskLine(BaseModel):
    """A risk that only one version names."""

    kind: Literal["appeared", "vanished"]
    risk: str = Field(examples=["pancreatitis"])
    evidence: _Evidence


class FactLine(BaseModel):
    """A fact with another value; null means that a version does not state it."""

    kind: _Kind
    fact: str = Field(examples=["compensation"])
    old: _Value
    new: _Value
    old_evidence: _Evidence
    new_evidence: _Evidence


class StaleLine(BaseModel):
    """A statement of the old document that the later version does not bear as it did."""

    section: str
    statement: dict[str, Any]
    reason: str
    now: _Evidence = Field(description="What stands in the place of its quotes.")


class PassageLine(BaseModel):
    """Sentences that were changed, added or removed."""

    kind: _Kind
    headings: list[str]
    old: str
    new: str
    old_evidence: _Evidence
    new_evidence: _Evidence


class ComparisonPage(BaseModel):
    """All that changed; what concerns risks comes first."""

    same: bool
    old: ComparedForm
    new: ComparedForm
    risks: list[RiskLine]
    facts: list[FactLine]
    stale: list[StaleLine]
    passages: list[PassageLine]
