"""From facts to sections of statements; a template reaches facts only through its door."""

import sys
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from conspectus.domain.claims.check import check_claim
from conspectus.domain.document import Document, Section, Statement, StatementKind
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Facts
from conspectus.domain.plugin import Item, Parameters, Plugin, SectionTemplate
from conspectus.domain.source import Evidence, Source, grouped, quoted_words
from conspectus.domain.text.leaning import leans
from conspectus.domain.text.readability import words
from conspectus.pipeline.blame import blamed
from conspectus.pipeline.context import Contexts, contexts
from conspectus.pipeline.desk import Desk, Memory
from conspectus.pipeline.framing import unproved
from conspectus.pipeline.ordering import in_source_order
from conspectus.pipeline.repeats import Said, goes_on
from conspectus.pipeline.room import LITTLE, fitted


def write(
    facts: Facts, plugin: Plugin, parameters: Parameters, source: Source | None = None
) -> Document:
    """Write the sections of the plugin that the parameters ask for (all when they name none).

    What was answered is told in its context in the `source`. What one section has said, no later
    one says again. A document of more than the parameter `max_words` is written again with less
    room, a shorter one with more: the templates find in the parameter `room` the share of their
    usual words that they may use. With words still to spare it is written again with what was cut
    for the length of an answer. Raises InvalidPlugin, with plugin and section, when a template
    fails or a statement that rests on no quote tells a number or a harm.
    """
    given, memory = parameters.get("max_words"), Memory()
    most = given if isinstance(given, int) else None
    told = contexts(facts, source) if source else {}

    def written(room: float, told: Contexts = told) -> Document:
        return _written(Desk(facts, memory, told), plugin, {**parameters, "room": room})

    document, room = fitted(written, most)
    limit = most or sys.maxsize
    spare = limit - len(words(document.text))
    if source and spare > LITTLE * limit:
        fuller = contexts(facts, source, spare)
        attempt = written(room, fuller) if fuller != told else document
        document = attempt if len(words(attempt.text)) <= limit else document
    return document


def _written(desk: Desk, plugin: Plugin, parameters: Parameters) -> Document:
    wanted = parameters.get("sections") or [template.id for template in plugin.sections]
    said = Said()
    sections = [
        section
        for template in plugin.sections
        if isinstance(wanted, Sequence) and template.id in wanted
        for section in [_blamed_section(plugin, template, desk, parameters, said)]
        if section.statements
    ]
    with blamed(plugin, "its title"):
        title = _text(plugin.title(desk.fact))
    return Document(title, tuple(sections))


def _blamed_section(
    plugin: Plugin,
    template: SectionTemplate,
    desk: Desk,
    parameters: Parameters,
    said: Said,
) -> Section:
    with blamed(plugin, f"section '{template.id}'"):
        return _section(template, desk, parameters, said)


def _section(template: SectionTemplate, desk: Desk, parameters: Parameters, said: Said) -> Section:
    desk.cited()  # what an earlier section read after its last statement
    statements: list[Statement] = []
    repeated: set[int] = set()
    skipped: Statement | None = None
    for line in template.write(desk.fact, parameters):
        names, evidence = desk.cited()
        item = isinstance(line, Item)
        text = _text(line.text if isinstance(line, Item) else line)
        if not evidence and text not in desk.memory.framing:
            _require_framing(text)
            desk.memory.framing.add(text)
        kind: StatementKind = "factual" if evidence else "framing"
        cited = (names, _needed(text, evidence)) if evidence else ((), ())
        statement = Statement(template.id, text, kind, *cited, item)
        if evidence and said.before(text, item, (known.text for known in statements)):
            repeated.add(len(statements) if item else 0)
            skipped = statement
            continue
        if skipped and leans(text) and not (item or skipped.item or _tells(statements, skipped)):
            statements.append(skipped)
            said.add(skipped.text)
        skipped = None
        if statements and evidence and goes_on(text, statements[-1].text):
            every = tuple(dict.fromkeys((*statements.pop().facts, *names)))
            statement = replace(statement, facts=every)
            said.take_back()
        said.add(text)
        statements.append(statement)
    told = enumerate(in_source_order(tuple(_led(statements, repeated))), 1)
    numbered = (replace(one, id=f"{template.id}-{number}") for number, one in told)
    return Section(template.id, template.title, tuple(numbered))


def _tells(statements: Sequence[Statement], one: Statement) -> bool:
    """Tell whether a sentence among the statements, no list item, rests on the same words."""
    return any(known.evidence == one.evidence and not known.item for known in statements)


def _led(statements: Sequence[Statement], repeated: Container[int]) -> Iterator[Statement]:
    """Drop the lead-in of a list whose items were all `repeated`, each told before at its place."""
    for number, statement in enumerate(statements, 1):
        follows = number < len(statements) and statements[number].item
        leads = not statement.evidence and statement.text.endswith(":")
        if follows or not leads or number not in repeated:
            yield statement


def _text(line: object) -> str:
    if not isinstance(line, str):
        raise InvalidPlugin(f"it gives {line!r:.60} where a text or an Item is wanted.")
    return line


def _require_framing(text: str) -> None:
    if told := unproved(text):
        raise InvalidPlugin(
            f"the statement \u201c{text}\u201d rests on no quote and tells {told}. Read it from a "
            "fact, or say it without."
        )


def _needed(text: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the one quote that bears the statement by itself, else all that were read for it."""
    quotes = grouped(evidence)
    if len(quotes) > 1:
        for pieces in quotes:
            if not check_claim(text, quoted_words(pieces), strict=True):
                return pieces
    return evidence
