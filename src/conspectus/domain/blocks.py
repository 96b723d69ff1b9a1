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
    """Yield the paragraphs and lists of a section in reading order.

    The lead-in of a list, which ends with a colon, is a paragraph of its own.
    """
    runs = [
        (listed, tuple(statements))
        for listed, statements in groupby(section.statements, key=lambda statement: statement.item)
    ]
    after = [listed for listed, _ in runs[1:]]
    for (listed, statements), leads in zip(runs, [*after, False], strict=False):
        if not listed and leads and statements[-1].text.endswith(":") and statements[1:]:
            yield Block(False, statements[:-1])
            statements = statements[-1:]
        yield Block(listed, statements)
