"""The door through which a template reaches facts: it notes which of them a statement rests on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from conspectus.domain.claims.check import check_claim
from conspectus.domain.errors import InvalidPlugin
from conspectus.domain.facts import Fact, Facts, Part, Value
from conspectus.domain.source import Evidence, quoted_words
from conspectus.domain.text.searching import stands
from conspectus.pipeline.context import Contexts


@dataclass(frozen=True, slots=True)
class Memory:
    """What one round has found out, for all rounds ask the same again.

    `heard` tells whether a text holds what a pattern stands for; `framing` are texts that need no
    evidence.
    """

    heard: defaultdict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    framing: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Desk:
    """Hands out facts and notes what is read of them until the next statement."""

    facts: Facts
    memory: Memory
    contexts: Contexts
    _names: dict[str, None] = field(default_factory=dict)
    _evidence: dict[Evidence, None] = field(default_factory=dict)

    def fact(self, name: str) -> "_CitedFact":
        """Return a fact. Raises InvalidPlugin when no question asks for it."""
        if name not in self.facts:
            raise InvalidPlugin(f"the fact '{name}' is read, which no question asks for.")
        return _CitedFact(self.facts[name], self)

    def note(self, name: str, evidence: tuple[Evidence, ...]) -> None:
        """Note what was read of a fact."""
        self._names[name] = None
        self._evidence.update(dict.fromkeys(evidence))

    def says(self, text: str, pattern: str) -> bool:
        """Tell whether a text holds what a pattern stands for."""
        heard = self.memory.heard[text]
        if pattern not in heard:
            heard[pattern] = stands(pattern, text, text.lower())
        return heard[pattern]

    def cited(self) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """Return the names and the evidence read since it was last asked."""
        names, evidence = tuple(self._names), tuple(self._evidence)
        self._names.clear()
        self._evidence.clear()
        return names, evidence


@dataclass(slots=True)
class _CitedFact:
    fact: Fact
    desk: Desk

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
        for part in self._told(self.fact.parts, 0):
            if not aspects or part.aspect in aspects:
                yield part

    def more(self) -> Iterator["_CitedPart"]:
        return self._told(self.fact.more, len(self.fact.parts))

    def _told(self, parts: Iterable[Part], start: int) -> Iterator["_CitedPart"]:
        for number, part in enumerate(parts, start):
            told = self.desk.contexts.get((self.fact.name, number), part)
            if told is not None:
                yield _CitedPart(self.fact.name, part, told, self.desk)

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
    told: Part
    desk: Desk

    @property
    def aspect(self) -> str:
        return self.part.aspect

    @property
    def size(self) -> int:
        return len(self.part.text.split())

    @property
    def place(self) -> tuple[int, ...]:
        first = self.part.evidence[0]
        anchored = map(int, re.findall(r"\d+", first.anchor or ""))
        return (*(anchored if first.page is None else (first.page,)), first.start)

    @property
    def text(self) -> str:
        self.desk.note(self.name, self.told.evidence)
        return self.told.text

    def says(self, pattern: str) -> bool:
        return self.desk.says(self.part.text, pattern)

    def bears(self, claim: str) -> bool:
        return not check_claim(claim, quoted_words(self.told.evidence), strict=True)
