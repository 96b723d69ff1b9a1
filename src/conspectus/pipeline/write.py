"""From facts to sections of statements; a template reaches facts only through its door."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from conspectus.domain.claims import check_claim
from conspectus.domain.document import Document, Section, Statement
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, Part, Value
from conspectus.domain.plugin import Item, Parameters, Plugin, SectionTemplate
from conspectus.domain.readability import words
from conspectus.domain.source import Evidence, grouped, quoted_words

SHORT, LEAST_ALIKE, ALIKE = 5, 6, 0.8
"""Words of a short item; telling words from which two statements are compared, and their share."""

_TURNS = {"not", "no", "never", "nor", "none", "cannot", "without", "may", "will", "must"}

ROUNDS, STEP = 8, 0.95
"""How often a document that is too long is written again, and how much shorter at the least."""


def write(facts: Facts, plugin: Plugin, parameters: Parameters) -> Document:
    """Write the sections of the plugin that the parameters ask for (all when they name none).

    What one section has said, no later one says again. A document of more than the parameter
    `max_words` is written again with less room: the templates find in the parameter `room` the
    share of their usual words that they may use.
    """
    most, room = parameters.get("max_words"), 1.0
    for _ in range(ROUNDS):
        document = _written(facts, plugin, {**parameters, "room": room})
        size = len(words(document.text))
        if not isinstance(most, int) or size <= most:
            break
        room *= min(STEP, most / size)
    return document


def _written(facts: Facts, plugin: Plugin, parameters: Parameters) -> Document:
    wanted = parameters.get("sections") or [template.id for template in plugin.sections]
    said: list[str] = []
    sections = [
        section
        for template in plugin.sections
        if isinstance(wanted, Sequence) and template.id in wanted
        for section in [_section(template, facts, parameters, said)]
        if section.statements
    ]
    return Document(plugin.title(_Desk(facts).fact), tuple(sections))


def _section(
    template: SectionTemplate, facts: Facts, parameters: Parameters, said: list[str]
) -> Section:
    desk = _Desk(facts)
    statements: list[Statement] = []
    for line in template.write(desk.fact, parameters):
        names, evidence = desk.cited()
        item = isinstance(line, Item)
        text = line.text if isinstance(line, Item) else line
        if evidence and _said_before(text, item, said, [known.text for known in statements]):
            continue
        said.append(_key(text))
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
    return Section(template.id, template.title, tuple(statements))


def _said_before(text: str, item: bool, said: Sequence[str], here: Sequence[str]) -> bool:
    """Tell whether an earlier statement says the same, or nearly all of it.

    A short list item repeats only what its own section says: elsewhere its words may serve
    another sense.
    """
    key = _key(text)
    if item and len(key.split()) < SHORT:
        return any(key in _key(known) for known in here)
    return any(key in earlier or _nearly(key, earlier) for earlier in said)


def _nearly(key: str, earlier: str) -> bool:
    ours, theirs = _words_of(key), _words_of(earlier)
    telling = _telling(key)
    if len(telling) < LEAST_ALIKE or len(ours) > 1.5 * len(theirs):
        return False
    new = telling - theirs
    return len(new) <= len(telling) * (1 - ALIKE) and not any(
        word.isdigit() or word in _TURNS for word in new | (theirs & _TURNS - ours)
    )


@lru_cache(maxsize=4096)
def _words_of(key: str) -> frozenset[str]:
    return frozenset(key.split())


@lru_cache(maxsize=4096)
def _telling(key: str) -> frozenset[str]:
    return frozenset(w for w in _words_of(key) if len(w) > 3 or w.isdigit() or w in _TURNS)


def _needed(text: str, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Return the one quote that bears the statement by itself, else all that were read for it."""
    quotes = grouped(evidence)
    if len(quotes) > 1:
        for pieces in quotes:
            if not check_claim(text, quoted_words(pieces), strict=True):
                return pieces
    return evidence


def _key(text: str) -> str:
    """Return the words alone, so that a full stop or a capital makes no new statement."""
    return f" {' '.join(re.findall(r'[^_ .,;:!?()]+', text.lower()))} "


@dataclass
class _Desk:
    """Hands out facts and notes what is read of them until the next statement."""

    facts: Facts
    _names: dict[str, None] = field(default_factory=dict)
    _evidence: dict[Evidence, None] = field(default_factory=dict)

    def fact(self, name: str) -> "_CitedFact":
        if name not in self.facts:
            raise InvalidPlugin(f"A section reads the fact '{name}', which no question asks for.")
        return _CitedFact(self.facts[name], self)

    def note(self, name: str, evidence: tuple[Evidence, ...]) -> None:
        self._names[name] = None
        self._evidence.update(dict.fromkeys(evidence))

    def cited(self) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        names, evidence = tuple(self._names), tuple(self._evidence)
        self._names.clear()
        self._evidence.clear()
        return names, evidence


@dataclass(frozen=True)
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

    def says(self, pattern: str) -> bool:
        return any(re.search(pattern, e.quote, re.IGNORECASE) for e in self.fact.evidence)

    def _is(self, wanted: bool) -> bool:
        holds = self.stated and self.fact.value is wanted
        if holds:
            self._note()
        return holds

    def _note(self) -> None:
        self.desk.note(self.fact.name, self.fact.evidence)


@dataclass(frozen=True)
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
        return re.search(pattern, self.part.text, re.IGNORECASE) is not None

    def bears(self, claim: str) -> bool:
        return not check_claim(claim, quoted_words(self.part.evidence), strict=True)
