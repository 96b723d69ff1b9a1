"""From facts to sections of statements; a template reaches facts only through its door."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from conspectus.domain.claims.check import check_claim
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, Part, Value
from conspectus.domain.plugin import Item, Parameters, Plugin, SectionTemplate
from conspectus.domain.source import Evidence, grouped, quoted_words
from conspectus.domain.text.readability import words
from conspectus.domain.text.searching import stands
from conspectus.pipeline.blame import blamed
from conspectus.pipeline.framing import unproved
from conspectus.pipeline.repeats import Said, goes_on

ROUNDS, STEP, STEEP = 8, 0.95, 2
"""How often a document that is too long is written again, and how much shorter at the least. What
is fixed in it does not shrink, so what does must shrink by more than the whole: by its square."""


@dataclass(frozen=True, slots=True)
class _Memory:
    """What one round has found out, for all rounds ask the same again.

    `heard` tells whether a text holds what a pattern stands for; `framing` are texts that need no
    evidence.
    """

    heard: defaultdict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    framing: set[str] = field(default_factory=set)


def write(facts: Facts, plugin: Plugin, parameters: Parameters) -> Document:
    """Write the sections of the plugin that the parameters ask for (all when they name none).

    What one section has said, no later one says again. A document of more than the parameter
    `max_words` is written again with less room: the templates find in the parameter `room` the
    share of their usual words that they may use. Raises InvalidPlugin, with plugin and section,
    when a template fails or a statement that rests on no quote tells a number or a harm.
    """
    most, room = parameters.get("max_words"), 1.0
    memory = _Memory()
    for _ in range(ROUNDS):
        document = _written(_Desk(facts, memory), plugin, {**parameters, "room": room})
        size = len(words(document.text))
        if not isinstance(most, int) or size <= most:
            break
        room *= min(STEP, (most / size) ** STEEP)
    return document


def _written(desk: "_Desk", plugin: Plugin, parameters: Parameters) -> Document:
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
    desk: "_Desk",
    parameters: Parameters,
    said: Said,
) -> Section:
    with blamed(plugin, f"section '{template.id}'"):
        return _section(template, desk, parameters, said)


def _section(
    template: SectionTemplate, desk: "_Desk", parameters: Parameters, said: Said
) -> Section:
    desk.cited()  # what an earlier section read after its last statement
    statements: list[Statement] = []
    repeated: set[int] = set()
    for line in template.write(desk.fact, parameters):
        names, evidence = desk.cited()
        item = isinstance(line, Item)
        text = _text(line.text if isinstance(line, Item) else line)
        if not evidence and text not in desk.memory.framing:
            _require_framing(text)
            desk.memory.framing.add(text)
        if evidence and said.before(text, item, (known.text for known in statements)):
            repeated.add(len(statements) if item else 0)
            continue
        if statements and evidence and goes_on(text, statements[-1].text):
            names = tuple(dict.fromkeys((*statements.pop().facts, *names)))
            said.take_back()
        said.add(text)
        statements.append(
            Statement(
                f"{template.id}-{len(statements) + 1}",
                text,
                "factual" if evidence else "framing",
                names if evidence else (),
                _needed(text, evidence),
                item,
            )
        )
    return Section(template.id, template.title, tuple(_led(statements, repeated)))


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


@dataclass(slots=True)
class _Desk:
    """Hands out facts and notes what is read of them until the next statement."""

    facts: Facts
    memory: _Memory
    _names: dict[str, None] = field(default_factory=dict)
    _evidence: dict[Evidence, None] = field(default_factory=dict)

    def fact(self, name: str) -> "_CitedFact":
        if name not in self.facts:
            raise InvalidPlugin(f"the fact '{name}' is read, which no question asks for.")
        return _CitedFact(self.facts[name], self)

    def note(self, name: str, evidence: tuple[Evidence, ...]) -> None:
        self._names[name] = None
        self._evidence.update(dict.fromkeys(evidence))

    def says(self, text: str, pattern: str) -> bool:
        heard = self.memory.heard[text]
        if pattern not in heard:
            heard[pattern] = stands(pattern, text, text.lower())
        return heard[pattern]

    def cited(self) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        names, evidence = tuple(self._names), tuple(self._evidence)
        self._names.clear()
        self._evidence.clear()
        return names, evidence


@dataclass(slots=True)
class _CitedFact:
    fact: Fact
    desk: _Desk

    @property
    def stated(self) -> bool:
        return self.fact.status == "stated"

    @property
    def value(self) -> Value:
        self._note()
        return self.fact.value

    @property
    def yes(self) -> bool:
        return self._is(True)

    @property
    def no(self) -> bool:
        return self._is(False)

    def parts(self, *aspects: str) -> Iterator["_CitedPart"]:
        for part in self.fact.parts:
            if not aspects or part.aspect in aspects:
                yield _CitedPart(self.fact.name, part, self.desk)

    def more(self) -> Iterator["_CitedPart"]:
        return (_CitedPart(self.fact.name, part, self.desk) for part in self.fact.more)

    def says(self, pattern: str) -> bool:
        return any(self.desk.says(e.quote, pattern) for e in self.fact.evidence)

    def _is(self, wanted: bool) -> bool:
        holds = self.stated and self.fact.value is wanted
        if holds:
            self._note()
        return holds

    def _note(self) -> None:
        self.desk.note(self.fact.name, self.fact.evidence)


@dataclass(slots=True)
class _CitedPart:
    name: str
    part: Part
    desk: _Desk

    @property
    def aspect(self) -> str:
        return self.part.aspect

    @property
    def size(self) -> int:
        return len(self.part.text.split())

    @property
    def text(self) -> str:
        self.desk.note(self.name, self.part.evidence)
        return self.part.text

    def says(self, pattern: str) -> bool:
        return self.desk.says(self.part.text, pattern)

    def bears(self, claim: str) -> bool:
        return not check_claim(claim, quoted_words(self.part.evidence), strict=True)
