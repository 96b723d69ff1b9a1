"""The short document: sections of statements, each factual one with its evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from conspectus.domain.source import Evidence

StatementKind = Literal["factual", "framing"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence (or list item) of the document. Factual statements carry evidence.

    `item` marks a list item: it reads on from the framing statement before it.
    """

    id: str
    text: str
    kind: StatementKind
    facts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    item: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of statements."""

    id: str
    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The sections in the order in which they are read."""

    title: str
    sections: tuple[Section, ...]

    @property
    def statements(self) -> Iterator[tuple[Section, Statement]]:
        """Every statement with its section, in reading order."""
        return ((section, s) for section in self.sections for s in section.statements)

    @property
    def text(self) -> str:
        """All statements, one a line, for measures of length and readability."""
        return "\n".join(statement.text for _, statement in self.statements)
