"""Gold files: what a careful reader found in a source, for each question.

    {"document": "form", "facts": {"pay": {"value": "$20 a visit",
        "must_mention": [["$20"], ["visit", "re:each time"]], "must_not_mention": ["$25"],
        "evidence": [{"page": 3, "quote": "You will be paid $20."}]}}}

`must_mention` are groups, of which an answer hits each by any one of its alternatives: a piece of
text, or `re:` and a pattern. `value` is null where the source does not say. Other keys are notes.
"""

import json
import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from conspectus.domain.errors import UsageError


def _searchable(alternative: str) -> str:
    if alternative.startswith("re:"):
        try:
            re.compile(alternative[3:])
        except re.error as error:
            raise ValueError(f"{alternative!r} is no pattern: {error}") from error
    return alternative


Alternative = Annotated[str, AfterValidator(_searchable)]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True)


class GoldEvidence(_Strict):
    """Where the source says it. `page` is physical, from 1; None in a DOCX."""

    page: int | None = None
    quote: str = ""


class GoldFact(_Strict):
    """What an answer must say and must not say."""

    value: str | bool | list[str] | None
    must_mention: list[list[Alternative]] = Field(default_factory=list)
    must_not_mention: list[Alternative] = Field(default_factory=list)
    evidence: list[GoldEvidence] = Field(default_factory=list)


class Gold(_Strict):
    """The gold of one document, which `document` names by its file name without the suffix."""

    document: str
    facts: dict[str, GoldFact]


def read_gold(path: Path) -> Gold | None:
    """Return the gold of a JSON file, None when it is a JSON file of another kind.

    Raises UsageError naming the file, the field and what is wrong with it.
    """
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else error
        raise UsageError(f"{path} is no JSON file: {told}. Mend it or move it away.") from error
    if not isinstance(data, dict) or not {"document", "facts"} <= data.keys():
        return None
    try:
        return Gold.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(str(step) for step in first["loc"])
        told = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{path}, field '{field}': {told}. Mend the gold file.") from error
