"""How the statements of a section stand on the page: running paragraphs and lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from conspectus.domain.document import Section, Statement


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, whose statements follow each other on the line, or a list with one an item."""

    listed: bool
    statements: tuple[Statement, ...]


def blocks(section: Section) -> Iterator[Block]:
    """Yield the paragraphs and lists of a section in reading order."""
    for listed, statements in groupby(section.statements, key=lambda statement: statement.item):
        yield Block(listed, tuple(statements))
