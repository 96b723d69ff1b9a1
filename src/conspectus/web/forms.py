"""From the form of a request to a job that is queued."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, Field, Json, ValidationError

from conspectus.domain.errors import UnknownModel
from conspectus.domain.job import Once, Order
from conspectus.service.intake import Incoming, Intake
from conspectus.service.seen import Known
from conspectus.web.access import Caller
from conspectus.web.desk import Desk
from conspectus.web.multipart import Part, parts
from conspectus.web.problems import Refusal

DEFAULT_PLUGIN = "informed-consent-ki"


AWAITED = 10
"""The priority of what somebody waits for: one file goes before a batch."""


class Fields(BaseModel):
    """The fields of a form beside its files."""

    model_config = ConfigDict(extra="forbid")

    plugin_id: str = Field(
        DEFAULT_PLUGIN, description="See GET /v1/plugins/.", examples=[DEFAULT_PLUGIN]
    )
    parameters: Json[dict[str, Any]] = Field(
        default_factory=dict,
        description="A JSON object; the schema is at GET /v1/plugins/ID/.",
        examples=['{"max_words": 700}'],
    )
    model: str = Field(
        "", description="A name that the service gives a model, never an address; empty: its own."
    )
    priority: int | None = Field(
        None,
        ge=-100,
        le=100,
        description="Higher ones are made first; 10 for one file and 0 for several unless given. "
        "Above 0, somebody waits.",
    )

    def priority_of(self, files: int) -> int:
        """Return the priority of so many files."""
        return self.priority if self.priority is not None else AWAITED if files == 1 else 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A job that stands; `fresh` unless an earlier request with the same key had queued it.

    `known` is its document when that was made before and need not be made again.
    """

    job: str
    total: int
    fresh: bool
    known: Known | None = None


async def place(request: Request, at: Desk, who: Caller, field: str, key: str | None) -> Placed:
    """Queue what the form of a request orders; all of it or nothing.

    Its files come in the field `file` (one) or `files`. What one file comes to may be known; an
    order under a key is a fresh one all the same, whose answer its repetitions are given.
    """
    async with at.jobs.intake(who.workspace) as intake:
        given = await _take(request, intake, field, 1 if field == "file" else at.policy.most_files)
        if not intake.files:
            raise invalid(field, "Field required: -F file=@form.pdf")
        fields = valid_fields(given)
        order = at.jobs.order(fields.plugin_id, fields.parameters, chosen_model(at, fields.model))
        once = Once(key, _digest(field, order, fields, intake)) if key else None
        if not once and (known := await _known(request, at, who, order, intake)):
            return Placed(known.document.job, 1, fresh=True, known=known)
        total = len(intake.files)
        job = await intake.order(order, fields.priority_of(total), once=once)
        placed = Placed(job, total, fresh=not intake.held)
    await at.jobs.offer()
    return placed


def described(field: str) -> dict[str, Any]:
    """Return the request body of such a form for the OpenAPI document."""
    schema = Fields.model_json_schema()
    file = {"type": "string", "format": "binary", "description": "PDF or DOCX."}
    files = {"type": "array", "items": file, "minItems": 1}
    properties = {field: file if field == "file" else files, **schema["properties"]}
    about = ("title", "description", "examples")  # a media type would ask browsers for a file
    shown = {name: properties["parameters"][name] for name in about}
    properties["parameters"] = {**shown, "type": "string", "default": "{}"}
    bounds, _ = properties["priority"].pop("anyOf")
    properties["priority"] = {**properties["priority"], **bounds}
    form = {**schema, "title": f"Form of {field}", "properties": properties, "required": [field]}
    content = {"multipart/form-data": {"schema": form}}
    return {"requestBody": {"required": True, "content": content}}


def invalid(field: str, message: str) -> RequestValidationError:
    """Return the error of one field."""
    return RequestValidationError([{"loc": ("body", field), "msg": message, "type": "value"}])


async def _take(request: Request, intake: Intake, field: str, most: int) -> dict[str, str]:
    given: dict[str, str] = {}
    async for part in parts(request):
        if part.name != field:
            given |= await one_field(part, given)
        elif part.filename is None:
            raise invalid(field, f"Send a file: -F {field}=@form.pdf")
        elif len(intake.files) == most:
            raise Refusal("too-large", f"At most {most} file{'s' * (most != 1)} at once.")
        elif field == "file":
            await intake.look(Incoming(part.filename, part.chunks))
        else:
            await intake.take(Incoming(part.filename, part.chunks))
    return given


async def _known(
    request: Request, at: Desk, who: Caller, order: Order, intake: Intake
) -> Known | None:
    """Return the document of one file when it was made before, unless asked to make it anew."""
    wanted = request.headers.get("cache-control", "").lower()
    if intake.held or "no-cache" in wanted or "no-store" in wanted:
        return None
    ((name, digest),) = intake.files
    return await at.seen.find(who.workspace, order, name, digest)


async def one_field(part: Part, given: Mapping[str, str]) -> dict[str, str]:
    """Read a field beside the files, which was not given before."""
    name = part.name if part.name in Fields.model_fields else "form"
    if name == "form" or part.filename is not None:
        raise invalid(name, "The form has no such field")
    if name in given:
        raise invalid(name, "This field was given twice")
    return {name: await part.text()}


def valid_fields(given: Mapping[str, str]) -> Fields:
    """Return the fields as values. Raises RequestValidationError."""
    try:
        return Fields.model_validate(given)
    except ValidationError as error:
        errors = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
        raise RequestValidationError(errors) from None


def chosen_model(at: Desk, name: str) -> str:
    """Return the model that goes by a name, none when none is named. Raises UnknownModel."""
    if not name:
        return ""
    if name not in at.policy.models:
        known = ", ".join(sorted(at.policy.models)) or "none is set"
        raise UnknownModel(f"There is no model of that name here. Known: {known}.")
    return at.policy.models[name]


def _digest(field: str, order: Order, fields: Fields, intake: Intake) -> str:
    """Return the digest of all that an order is about."""
    about = [field, order.plugin, order.parameters, order.model, fields.priority, intake.files]
    return sha256(json.dumps(about, sort_keys=True).encode()).hexdigest()
