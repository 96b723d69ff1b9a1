"""The form of an answer: a JSON schema that binds the model, and the check of what came back."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from conspectus.domain.errors import AnswerMalformed
from conspectus.domain.facts import Question
from conspectus.domain.request import Citation, Claim, Reply
from conspectus.domain.usage import Usage

MOST_QUOTE, LETTERS_OF_A_WORD, LEAST_TEXT = 500, 8, 120
SLACK = 4
"""So many times the bounds pass the check: some providers only tell their model about bounds."""

_CLAIMS, _BOOLEAN_CLAIMS = (6, 24), 2
_WORDS_OF_A_CLAIM = {"text": 12, "list": 6}
_PASSAGE = "^[0-9]{1,4}$"
_FENCE = re.compile(r"```(?:json)?\s*(?P<json>.*?)\s*```", re.DOTALL | re.IGNORECASE)
_TWICE = "a name stands twice"


def schema_of(questions: Sequence[Question]) -> dict[str, Any]:
    """Return the schema of the answer to these questions.

    Every field is required, every string and list is bounded. A passage number is a string of
    digits, as some servers heed a pattern but no bounds of a number.
    """
    return _object({question.name: _reply(question) for question in questions})


def _reply(question: Question) -> dict[str, Any]:
    claim = {
        "text": {"type": "string", "maxLength": most_letters(question)},
        "passage": {"type": "string", "pattern": _PASSAGE},
        "quote": {"type": "string", "maxLength": MOST_QUOTE},
    }
    if question.kind != "boolean" and question.aspects:
        names = [*dict.fromkeys(aspect.name for aspect in question.aspects), "other"]
        claim = {"aspect": {"type": "string", "enum": names}, **claim}
    claims = {"type": "array", "items": _object(claim), "maxItems": most_claims(question)}
    if question.kind == "boolean":
        verdict = {"type": "string", "enum": ["yes", "no", "not_stated"]}
        return _object({"verdict": verdict, "claims": claims})
    return _object({"claims": claims})


def most_claims(question: Question) -> int:
    """Return how many claims may answer a question: as many as its words have room for."""
    if question.kind == "boolean":
        return _BOOLEAN_CLAIMS
    least, most = _CLAIMS
    return min(most, max(least, question.most_words // _WORDS_OF_A_CLAIM[question.kind]))


def most_letters(question: Question) -> int:
    """Return how many characters one claim may have."""
    return max(LEAST_TEXT, min(question.most_words * LETTERS_OF_A_WORD, MOST_QUOTE))


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Claim(_Strict):
    text: Annotated[str, Field(max_length=SLACK * MOST_QUOTE)]
    passage: Annotated[str, Field(pattern=_PASSAGE)]
    quote: Annotated[str, Field(max_length=SLACK * MOST_QUOTE)]
    aspect: str = ""


class _Reply(_Strict):
    claims: Annotated[list[_Claim], Field(max_length=SLACK * _CLAIMS[1])]
    verdict: Literal["yes", "no", "not_stated"] | None = None


_ANSWER = TypeAdapter(dict[str, _Reply])


def replies_of(
    text: str, questions: Sequence[Question], usage: Usage | None = None
) -> tuple[Reply, ...]:
    """Read an answer. Raise AnswerMalformed, which carries the usage, when it breaks the schema."""
    try:
        read = _ANSWER.validate_python(_clean(json.loads(_bare(text), object_pairs_hook=_once)))
    except (ValueError, RecursionError) as error:
        raise _malformed(_told_by(error), usage) from error
    if read.keys() != {question.name for question in questions}:
        raise _malformed("it answers other questions than were asked", usage)
    for question in questions:
        _require_bounds(question, read[question.name], usage)
    return tuple(_told(question, read[question.name]) for question in questions)


def _bare(text: str) -> str:
    """Take a byte order mark and a fence of Markdown off; nothing else may stand around JSON."""
    text = text.removeprefix("\ufeff").strip()
    fenced = _FENCE.fullmatch(text)
    return fenced["json"] if fenced else text


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Read an object. Raise ValueError when a name stands twice: either could be meant."""
    read = dict(pairs)
    if len(read) < len(pairs):
        raise ValueError(_TWICE)
    return read


def _clean(value: object) -> object:
    """Replace halves of surrogate pairs, which a grammar of JSON allows and no text may hold."""
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def _told_by(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return error.errors(include_url=False, include_input=False)[0]["msg"]
    return _TWICE if error.args == (_TWICE,) else "no JSON"


def _require_bounds(question: Question, reply: _Reply, usage: Usage | None) -> None:
    boolean = question.kind == "boolean"
    aspects = {aspect.name for aspect in question.aspects} | {"other", ""}
    if (reply.verdict is None) is boolean:
        raise _malformed(f"'{question.name}' has no verdict, or one too many", usage)
    if len(reply.claims) > SLACK * most_claims(question):
        raise _malformed(f"'{question.name}' has too many claims", usage)
    for claim in reply.claims:
        if claim.aspect not in aspects or len(claim.text) > SLACK * most_letters(question):
            raise _malformed(f"a claim of '{question.name}' is out of bounds", usage)


def _told(question: Question, reply: _Reply) -> Reply:
    claims = tuple(
        Claim(
            " ".join(claim.text.split()),
            (Citation(int(claim.passage), claim.quote),),
            "" if claim.aspect == "other" else claim.aspect,
        )
        for claim in reply.claims
        if claim.text.strip()
    )
    if question.kind != "boolean":
        return Reply(question.name, claims)
    if reply.verdict == "not_stated":
        return Reply(question.name)
    return Reply(question.name, claims, reply.verdict == "yes")


def _malformed(why: str, usage: Usage | None) -> AnswerMalformed:
    return AnswerMalformed(
        f"The model's answer breaks its schema ({why}). Try again, or choose another model.",
        usage=usage or Usage(),
    )
