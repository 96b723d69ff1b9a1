"""The shapes of acts as clients send them."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictStr

from conspectus.domain.review import acts
from conspectus.domain.review.selection import Spot
from conspectus.domain.source import Evidence
from conspectus.domain.text.legible import legible

MOST_WORDS, MOST_SPOTS, MOST_LINES, MOST_ITEMS = 2_000, 20, 500, 50

_Id = Annotated[str, Field(max_length=200)]
_Text = Annotated[str, Field(min_length=1, max_length=MOST_WORDS)]
_Line = Annotated[str, Field(min_length=1, max_length=200)]
_STATEMENT = "payment-2"


class Place(BaseModel):
    """Words of the source, by page (PDF) or anchor (DOCX) and offsets in its text.

    They are widened to whole words and numbers. Both parts of a quote over a page break have the
    same `group`.
    """

    model_config = ConfigDict(extra="forbid")

    page: int | None = Field(None, ge=1, le=100_000, examples=[3])
    anchor: str | None = Field(None, max_length=200)
    start: int = Field(ge=0, le=10_000_000, examples=[120])
    end: int = Field(ge=0, le=10_000_000, examples=[164])
    group: str | None = Field(None, max_length=50)

    def spot(self) -> Spot:
        """Return it as the domain has it."""
        return Spot(self.page, self.anchor, self.start, self.end, self.group)


_Places = Annotated[list[Place], Field(max_length=MOST_SPOTS)]


class _Act(BaseModel):
    model_config = ConfigDict(extra="forbid")

    def places(self) -> list[Place]:
        """Return the words of the source that the act names."""
        return []


class Edit(_Act):
    """Say a statement in other words."""

    kind: Literal["edit"]
    statement: _Id = Field(examples=[_STATEMENT])
    text: _Text

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Edit(self.statement, legible(self.text))


class Add(_Act):
    """Add a statement `after` another one of the section (at its head when that is empty)."""

    kind: Literal["add"]
    section: _Id
    text: _Text
    evidence: _Places = []
    facts: list[_Id] = Field([], max_length=20)
    after: _Id = ""
    item: bool = False

    def places(self) -> list[Place]:
        """Return the words of the source that the act names."""
        return self.evidence

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        facts = tuple(dict.fromkeys(self.facts))
        text = legible(self.text)
        return acts.Add(self.section, text, evidence, facts, self.after, self.item)


class Delete(_Act):
    """Take a statement out."""

    kind: Literal["delete"]
    statement: _Id

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Delete(self.statement)


class Move(_Act):
    """Put a statement `after` another one of a section (at its head when that is empty)."""

    kind: Literal["move"]
    statement: _Id
    section: _Id
    after: _Id = ""

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Move(self.statement, self.section, self.after)


class Cite(_Act):
    """Let a statement rest on these words of the source and no others."""

    kind: Literal["cite"]
    statement: _Id
    evidence: _Places

    def places(self) -> list[Place]:
        """Return the words of the source that the act names."""
        return self.evidence

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Cite(self.statement, evidence)


class Correct(_Act):
    """Give a fact the value that these words of the source bear; null says it is not stated."""

    kind: Literal["correct"]
    fact: _Id
    value: (
        StrictBool
        | Annotated[StrictStr, Field(min_length=1, max_length=MOST_WORDS)]
        | Annotated[list[_Text], Field(min_length=1, max_length=MOST_ITEMS)]
        | None
    )
    evidence: _Places = []

    def places(self) -> list[Place]:
        """Return the words of the source that the act names."""
        return self.evidence

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        value = self.value
        if isinstance(value, list):
            return acts.Correct(self.fact, tuple(legible(one) for one in value), evidence)
        return acts.Correct(
            self.fact, legible(value) if isinstance(value, str) else value, evidence
        )


class Resolve(_Act):
    """Give the reason for which lines of the omission ledger may stay left out."""

    kind: Literal["resolve"]
    lines: list[_Id] = Field(min_length=1, max_length=MOST_LINES)
    reason: _Text

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Resolve(tuple(dict.fromkeys(self.lines)), legible(self.reason))


class Approve(_Act):
    """Approve a section as it is."""

    kind: Literal["approve"]
    section: _Id

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Approve(self.section)


class Sign(_Act):
    """Sign the document off."""

    kind: Literal["sign"]
    name: _Line = Field(examples=["Dr. A. Reviewer"])
    meaning: _Line = Field(examples=["reviewed and approved"])

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Sign(legible(self.name), legible(self.meaning))


class Withdraw(_Act):
    """Withdraw the sign-off: the document is a draft again."""

    kind: Literal["withdraw"]
    reason: _Text

    def act(self, evidence: tuple[Evidence, ...]) -> acts.Act:
        """Return it as the domain has it."""
        return acts.Withdraw(legible(self.reason))


Act = Annotated[
    Edit | Add | Delete | Move | Cite | Correct | Resolve | Approve | Sign | Withdraw,
    Field(discriminator="kind"),
]


class Proposal(BaseModel):
    """An act, and the number of the act that was seen last (0 before the first)."""

    model_config = ConfigDict(extra="forbid")

    seen: int = Field(ge=0, le=1_000_000, examples=[0])
    act: Act
