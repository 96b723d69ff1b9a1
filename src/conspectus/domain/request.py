"""What a model is asked and what it answers."""

from dataclasses import dataclass

from conspectus.domain.facts import Question
from conspectus.domain.source import PassageKind


@dataclass(frozen=True, slots=True)
class Extract:
    """A passage as a model sees it: numbered from 1 inside the request, no page number."""

    number: int
    kind: PassageKind
    text: str
    headings: tuple[str, ...] = ()
    level: int = 0
    cells: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Questions over passages. Everything that shapes the answer is in here."""

    questions: tuple[Question, ...]
    extracts: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of one extract of the request, verbatim."""

    extract: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence or list item of an answer, with the words that bear it out."""

    text: str
    citations: tuple[Citation, ...]
    aspect: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one question.

    `boolean` is set for boolean questions only. A reply with neither a boolean nor a claim means
    that the passages do not say.
    """

    question: str
    claims: tuple[Claim, ...] = ()
    boolean: bool | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to a request, and the tokens they took."""

    replies: tuple[Reply, ...]
    input_tokens: int = 0
    output_tokens: int = 0
