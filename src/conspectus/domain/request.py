"""What a model is asked and what it answers."""

import json
from dataclasses import asdict, astuple, dataclass, field, fields
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter

from conspectus.domain.budget import Budget
from conspectus.domain.facts import Question
from conspectus.domain.source import PassageKind
from conspectus.domain.text.classifier import Classifier
from conspectus.domain.usage import Usage

SETS = 256
"""So many sets of questions are remembered; a plugin asks with one, or with about ten."""


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
class Refused:
    """A claim that the evidence guard refused, and why: the question is asked once more."""

    question: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Request:
    """Questions over passages.

    `plugin` (id and version) asks them, for `workspace`. `document` (SHA-256 of the upload) only
    tags the answer: the same passages in another document have the same answer. The calls that a
    `budget` does not allow are not made. `classifier` is the plugin's.
    """

    questions: tuple[Question, ...]
    extracts: tuple[Extract, ...]
    refused: tuple[Refused, ...] = ()
    plugin: str = ""
    workspace: str = ""
    document: str = ""
    classifier: Classifier | None = None
    budget: Budget | None = field(default=None, compare=False, repr=False)


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


ONE_CALL = Usage(calls=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """The replies to a request, what they took, and the model that gave them, if it says so."""

    replies: tuple[Reply, ...]
    usage: Usage = ONE_CALL
    model: str = field(default="", compare=False)


_parts = attrgetter(*(part.name for part in fields(Extract)))


def shape_of(request: Request) -> dict[str, object]:
    """Return the request as plain data, without what only tags or limits its answer.

    The questions, of which a plugin has the same for every document, stand there as a digest.
    """
    return {
        "questions": _digest(request.questions),
        "extracts": [_parts(extract) for extract in request.extracts],
        "refused": [astuple(refused) for refused in request.refused],
        "plugin": request.plugin,
        "workspace": request.workspace,
        "classifier": request.classifier.digest if request.classifier else "",
    }


@lru_cache(SETS)
def _digest(questions: tuple[Question, ...]) -> str:
    asked = [asdict(question) for question in questions]
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
