"""A plugin is a value: questions, section templates, parameters and rules."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from conspectus.domain.document import Document
from conspectus.domain.facts import Facts, Part, Question, Value
from conspectus.domain.report import Omission
from conspectus.domain.rules import Rule
from conspectus.domain.source import Source
from conspectus.domain.text.classifier import Classifier

Parameters = Mapping[str, object]


class CitedPart(Protocol):
    """One sentence or item of a fact. Reading `text` cites its evidence."""

    @property
    def text(self) -> str:
        """The words; cites their evidence."""

    @property
    def aspect(self) -> str:
        """The aspect that was answered. Cites nothing."""

    @property
    def size(self) -> int:
        """The number of words. Cites nothing."""

    @property
    def place(self) -> tuple[int, ...]:
        """Where in the source the words stand: what is less stands before. Cites nothing."""

    def says(self, pattern: str) -> bool:
        """Whether the words match (case-insensitive). Cites nothing."""

    def bears(self, claim: str) -> bool:
        """Whether the evidence of the part bears the claim out. Cites nothing."""


class CitedFact(Protocol):
    """A fact as a template sees it. Whatever is read of it is cited by the next statement."""

    @property
    def stated(self) -> bool:
        """Whether the source states it. Cites nothing."""

    @property
    def value(self) -> Value:
        """The value; cites all evidence."""

    @property
    def yes(self) -> bool:
        """True for a boolean fact that is true; cites its evidence only then."""

    @property
    def no(self) -> bool:
        """True for a boolean fact that is stated false; cites its evidence only then."""

    def parts(self, *aspects: str) -> Iterable[CitedPart]:
        """Return the parts of these aspects (of all when none is named), in order."""

    def more(self) -> Iterable[CitedPart]:
        """Return the further parts, beside the value."""

    def says(self, pattern: str) -> bool:
        """Whether any quote of the fact matches (case-insensitive). Cites nothing."""


FactDoor = Callable[[str], CitedFact]


@dataclass(frozen=True, slots=True)
class Item:
    """A template yields an Item for a list item, a plain string for a sentence."""

    text: str


Template = Callable[[FactDoor, Parameters], Iterable[str | Item]]
"""Yields the statements of a section. A statement cites what was read from `fact(...)` since the
statement before it; one that read nothing is framing."""


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """How one section of the document is written."""

    id: str
    title: str
    write: Template


@dataclass(frozen=True, slots=True)
class Plugin:
    """A kind of document that Conspectus can make.

    `parameters` is a JSON Schema object whose properties all have defaults. `languages` are the
    ISO 639-1 codes it reads. `title` makes the document's title. `further` returns, by the name
    of a fact, what the plugin itself reads of it in the source, whatever was answered: it is told
    beside the value where there is room. `classifier` finds sentences that answer in words which no
    cue expects, for the model that needs no key; its labels are the names of the questions, for a
    yes or no with + or - after them. `omissions` draws up the omission ledger. `tuned` gives
    the rules that the parameters shape; each replaces the one of `rules` with the same id.
    """

    id: str
    version: str
    name: str
    description: str
    questions: tuple[Question, ...]
    sections: tuple[SectionTemplate, ...]
    parameters: Mapping[str, object]
    rules: tuple[Rule, ...] = ()
    languages: tuple[str, ...] = ("en",)
    title: Callable[[FactDoor], str] = lambda fact: "Summary"
    further: Callable[[Facts, Source], Mapping[str, Iterable[Part]]] = lambda f, s: {}
    classifier: Classifier | None = None
    tuned: Callable[[Parameters], Iterable[Rule]] = lambda parameters: ()
    omissions: Callable[[Document, Facts, Source], Iterable[Omission]] = lambda d, f, s: ()
