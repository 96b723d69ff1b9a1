"""Which line leads to each list item: "You may take part if you:" turns what follows it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from conspectus.domain.claims.grammar import NEGATORS
from conspectus.domain.document import Document, Statement
from conspectus.domain.source import Passage, Source
from conspectus.domain.text.words import tokens


class Lead(NamedTuple):
    """The statement that leads to an item; both empty where none does."""

    statement: str = ""
    text: str = ""


class Turned(NamedTuple):
    """An item that stands under another line than it did; `denied` where one of the two denies."""

    section: str
    statement: str
    was: str
    denied: bool


def leads(document: Document) -> Mapping[str, Lead]:
    """Return what leads to each item, by its id."""
    found: dict[str, Lead] = {}
    for section in document.sections:
        last = Lead()
        for statement in section.statements:
            if statement.item:
                found[statement.id] = last
            else:
                last = Lead(statement.id, statement.text)
    return found


def turned_items(generated: Document, document: Document, source: Source) -> Iterator[Turned]:
    """Yield the items that stand under another line than in the document that was generated.

    One that a reviewer added is held against the line that leads to its words in the source, and
    told only where one of the two lines denies.
    """
    before, now = leads(generated), leads(document)
    for section, statement in document.statements:
        lead = now.get(statement.id)
        was = before.get(statement.id) or _in_source(statement, source)
        if lead is None or was is None or lead.text == was.text:
            continue
        denied = _denies(lead.text) != _denies(was.text)
        if lead.statement != was.statement and (denied or statement.id in before):
            yield Turned(section.id, statement.id, was.text, denied)


def _in_source(statement: Statement, source: Source) -> Lead | None:
    """Return the line of the source that leads to the words of an item, if they are in a list."""
    if not (statement.item and statement.evidence):
        return None
    inside = {passage.number for passage in source.holders(statement.evidence[0])}
    lead: Passage | None = None
    for passage in source.passages:
        if passage.number in inside:
            listed = passage.kind == "item" and lead is not None
            return Lead("", lead.text) if listed and lead else None
        if passage.kind != "item":
            lead = passage
    return None


def _denies(text: str) -> bool:
    return any(token.text in NEGATORS for token in tokens(text))
