"""The shapes of answers about reviews."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from conspectus.domain.review.review import Status


class ReviewedSection(BaseModel):
    """A section of the document, empty ones too, and whether it is approved as it is."""

    id: str
    title: str
    statements: int
    approved: bool


class AddableSection(BaseModel):
    """A section that the document may begin: add a statement to it."""

    id: str
    title: str


class Resolution(BaseModel):
    """Why a person left a line out."""

    reason: str
    actor: str
    time: str


class LedgerLine(BaseModel):
    """A line of the omission ledger; `open` ones stand in the way of a sign-off."""

    id: str
    item: str
    status: Literal["included", "left_out", "absent"]
    reason: str
    evidence: list[dict[str, Any]]
    open: bool
    resolution: Resolution | None


class SignOff(BaseModel):
    """Who signed, what it means, and when; `line` and `seal` name its line on the audit trail."""

    name: str
    meaning: str
    actor: str
    time: str
    line: int
    seal: str


class Review(BaseModel):
    """A review as it stands; `report` has the shape of a result's, with findings of now."""

    document_id: str
    name: str
    status: Status
    acts: int = Field(description="The number of the last act: give it as `seen`.")
    report: dict[str, Any]
    sections: list[ReviewedSection]
    addable: list[AddableSection]
    written: list[str] = Field(description="Statements that a person worded or cited.")
    corrected: list[str] = Field(description="Facts that a person corrected.")
    ledger: list[LedgerLine]
    signatures: list[SignOff]
    hindrances: list[str] = Field(description="What stands in the way of a sign-off.")


class ActLine(BaseModel):
    """An act, what it concerned before and after, and its line on the audit trail."""

    number: int
    act: dict[str, Any]
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    actor: str
    time: str
    line: int
    seal: str


class ActPage(BaseModel):
    """Acts in their order; `next` is the cursor of the page that follows."""

    acts: list[ActLine]
    next: str | None
