"""Questions a plugin asks of a source, and the facts that answer them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from conspectus.domain.source import Evidence

QuestionKind = Literal["text", "list", "boolean"]
Form = Literal["sentence", "capture", "phrase", "labelled", "phone"]
FactStatus = Literal["stated", "unstated", "rejected"]
Value = str | tuple[str, ...] | bool | None


@dataclass(frozen=True, slots=True)
class Cue:
    """A regular expression (case-insensitive) and what a match in a sentence is worth."""

    pattern: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Aspect:
    """One part of an answer, for instance "who pays" beside "who treats" of an injury.

    A sentence can answer the aspect only when one of `cues` matches it; matches of `avoid` count
    against it. A sentence under a heading that matches `home` is preferred, one under `away` is
    out (both in addition to the question's own). The best sentences whose score reaches
    `threshold` answer, at most `most` of them. `unless` names aspects that make this one
    needless. `value` is the answer of a boolean question when this aspect is found.

    `form` says what is taken of a sentence: the whole "sentence", the group named `value` of the
    cue ("capture"), the short "phrase" around the match, the phrase "labelled" with the heading
    above it when that matches `home`, or the "phone" number with its role. List questions take
    phrases; the first cue of their aspects names the thing and must match, the others only weigh.
    """

    name: str
    cues: tuple[Cue, ...]
    avoid: tuple[Cue, ...] = ()
    home: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    most: int = 1
    threshold: float = 1.0
    form: Form = "sentence"
    unless: tuple[str, ...] = ()
    value: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """What a plugin wants to know.

    `ask` is the question in words, for language models; `aspects`, `home` and `away` (regular
    expressions over headings) guide the offline model. A boolean question without any match is
    answered by `silence`. `most_words` bounds the whole value. A language model is asked the
    questions of one `topic` together, and given the passages that bear on any of them. What answers
    a question that `adds_to` another is no fact of its own: it is `more` of the other's. Without
    words it is put to the offline model alone: the answers of others are as long as they need be.
    """

    name: str
    kind: QuestionKind
    ask: str
    aspects: tuple[Aspect, ...] = ()
    home: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    most_words: int = 60
    silence: bool | None = None
    topic: str = ""
    adds_to: str = ""

    def __hash__(self) -> int:
        """Hash the name alone: it tells questions apart, and patterns are thousands."""
        return hash(self.name)

    @property
    def patterns(self) -> Iterator[str]:
        """All regular expressions that guide the answer."""
        yield from (*self.home, *self.away)
        for aspect in self.aspects:
            yield from (cue.pattern for cue in (*aspect.cues, *aspect.avoid))
            yield from (*aspect.home, *aspect.away)


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence or list item of a fact's value with its own evidence."""

    text: str
    evidence: tuple[Evidence, ...]
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """An answer that the source bears out, or the note that it does not state one.

    `value` is a string, a tuple of strings (list questions), a boolean, or None when unstated or
    rejected by the evidence guard. `parts` carry the evidence of each sentence or item; `more` are
    further parts, which a document with room may tell beside the value.
    """

    name: str
    value: Value
    status: FactStatus
    parts: tuple[Part, ...] = ()
    more: tuple[Part, ...] = ()

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All evidence, in the order of the parts, each once."""
        return tuple(dict.fromkeys(e for part in self.parts for e in part.evidence))


Facts = dict[str, Fact]
