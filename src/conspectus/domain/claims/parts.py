"""What a read claim or quote consists of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from conspectus.domain.text.numbers import Quantity
from conspectus.domain.text.words import Ideas, Token

LONG = 4
"""Clauses of a claim that strings notes together; a shorter one is read word by word."""

DIRECT, CARRIED, OBJECT, REACHED = 4, 3, 2, 1


class Word(NamedTuple):
    """A word of content and what it is subject to.

    `negated`: DIRECT when a negation falls on it, CARRIED when on the word that it depends on
    ("no program to pay"), OBJECT when it is what a denied verb falls on, REACHED when it stands
    further off in the same clause, else 0; `negator` is the token index of the negation. `mood`
    is the modal in force, `head` tells that it falls on this word. `framing`, `light` and
    `everyday` are the classes of the lexicon; `grave` holds the ideas that a grave word needs.
    """

    text: str
    stem: str
    ideas: Ideas
    negated: int
    negator: int
    mood: str
    head: bool
    framing: bool
    light: bool
    everyday: bool
    grave: Ideas
    at: int


class Frequency(NamedTuple):
    """A word of likelihood ("rare") or share ("all"), and the ideas of the word it falls on."""

    family: str
    degree: str
    said: str
    on: Ideas


class Item(NamedTuple):
    """A word or number, and the operators (negations, modals) between it and the one before."""

    said: str
    ideas: Ideas
    before: tuple[str, ...]


class Opposite(NamedTuple):
    """A word of a pair that exclude each other, its side, and the stems of the words next to it.

    `at` is its token index.
    """

    said: str
    pair: int
    side: bool
    near: Ideas
    at: int


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A stretch of words between punctuation marks and conjunctions.

    `hedged` and `binding` tell whether the text around speaks of chances or of duties;
    `negations` counts the words that deny; `bare` tells that none falls on a word of content;
    `asserts` tells a statement with a verb of its own from a note;
    `denying` tells that the text around denies or excludes something, and `without` holds the
    token indices of the negations that fall on no verb ("without"); `denied` tells that one of
    its sentence stands before or in it ("not with a pacemaker, earlier surgery"); `doubtful` tells
    that its sentence speaks of some, of a possibility or of a hope.
    """

    words: tuple[Word, ...]
    frequencies: tuple[Frequency, ...]
    said: str
    ideas: Ideas
    hedged: bool
    binding: bool
    negations: int
    bare: bool
    asserts: bool
    denying: bool
    without: frozenset[int]
    denied: bool
    doubtful: bool


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text, read. `places` says for every idea where it stands among the items.

    `restricted` tells that an "if" or "only" stands in it. A reading equals only itself.
    """

    tokens: tuple[Token, ...]
    quantities: tuple[Quantity, ...]
    clauses: tuple[Clause, ...]
    ideas: Ideas
    items: tuple[Item, ...]
    places: Mapping[str, tuple[int, ...]]
    opposites: tuple[Opposite, ...]
    restricted: bool

    @property
    def words(self) -> Iterator[Word]:
        """All words of content."""
        return (word for clause in self.clauses for word in clause.words)
