"""One document at once, or many as a job."""

import asyncio
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Header, Request, Response

from conspectus.domain.job import ENDED
from conspectus.service.intake import document_id
from conspectus.web.access import At, Writer
from conspectus.web.answers import document_answer, job_path, known_answer
from conspectus.web.desk import desk
from conspectus.web.formats import FORMS, chosen
from conspectus.web.forms import Placed, described, place
from conspectus.web.problems import Refusal, documented
from conspectus.web.shapes import Envelope, Submitted
from conspectus.web.tags import json_bytes

router = APIRouter(tags=["generate"])

Once = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[!-~]+$",
        description="The same key and form again give the same answer, and no second job.",
    ),
]
_ORDERING = (
    "malformed",
    "too-large",
    "unsupported-media-type",
    "idempotency-key-reused",
    "unknown-plugin",
    "invalid-parameters",
    "unknown-model",
    "storage-full",
)
_MAKING = (
    "not-acceptable",
    "in-flight",
    "not-kept",
    "unknown-job",
    "unsupported-format",
    "encrypted",
    "truncated",
    "empty",
    "text-layer-missing",
    "unsupported-language",
    "reader-failed",
    "budget-exceeded",
    "model",
    "model-unreachable",
)
_FORMATS = {media: {"schema": {"type": "string"}} for media in [*FORMS.values()][1:]}
_ACCEPTED = {
    "model": Submitted,
    "description": "Queued; `Location` is where its status is.",
    "headers": {"Location": {"schema": {"type": "string"}}},
}


@router.post(
    "/generate/",
    summary="Make the short, cited document of one file",
    response_model=None,
    responses={
        200: {
            "model": Envelope,
            "description": "The document, in the format that `Accept` asks for.",
            "content": _FORMATS,
        },
        202: _ACCEPTED,
        **documented(*_ORDERING, *_MAKING),
    },
    openapi_extra=described("file"),
)
async def generate(
    request: Request,
    who: Writer,
    key: Once = None,
    prefer: Annotated[
        str | None,
        Header(
            alias="Prefer",
            description="`respond-async`: answer 202 at once.",
            examples=["respond-async"],
        ),
    ] = None,
) -> Response:
    """Upload a PDF or DOCX file and wait for its document.

    The work is a job of one document, so it outlives the connection: `Content-Location` says where
    the result stays, or why there is none. A document that takes very long is answered with 202,
    as if by `Prefer: respond-async`.

    When the built-in model made the same document of the same file in the last day, that is given
    again at once; its `Age` says how old it is. `Cache-Control: no-cache`, or an
    `Idempotency-Key` that was not used yet, has it made anew.
    """
    at = await desk(request)
    form = chosen(request.headers.get("accept"), FORMS)
    placed = await place(request, at, who, "file", key)
    if "respond-async" in (prefer or "").lower():
        return _accepted(request, placed, preferred=True)
    id_ = document_id(placed.job, 0)
    stays = {"Content-Location": f"{job_path(request, placed.job)}results/{id_}/"}
    if placed.known:
        return await known_answer(request, at, who, placed.known, form, stays)
    if not placed.fresh and (await at.jobs.job(who.workspace, placed.job)).status not in ENDED:
        raise Refusal("in-flight")
    try:
        async with (
            asyncio.timeout(at.policy.wait_seconds),
            aclosing(at.jobs.follow(who.workspace, placed.job)) as events,
        ):
            async for _ in events:
                pass
    except TimeoutError:
        return _accepted(request, placed)
    try:
        found = await document_answer(request, at, who, id_, form)
    except Refusal as refusal:
        refusal.headers = {**refusal.headers, **stays}
        raise
    found.headers.update(stays)
    return found


@router.post(
    "/generate/batch/",
    summary="Queue the documents of many files as one job",
    status_code=202,
    response_model=None,
    responses={202: _ACCEPTED, **documented(*_ORDERING)},
    openapi_extra=described("files"),
)
async def batch(request: Request, at: At, who: Writer, key: Once = None) -> Response:
    """Upload PDF and DOCX files. One bad file never stops the others; its status says why."""
    return _accepted(request, await place(request, at, who, "files", key))


def _accepted(request: Request, placed: Placed, preferred: bool = False) -> Response:
    body = {"job_id": placed.job, "status": "queued", "total_documents": placed.total}
    headers = {"Location": f"{job_path(request, placed.job)}status/"}
    if preferred:
        headers["Preference-Applied"] = "respond-async"
    return Response(json_bytes(body), 202, headers, "application/json")
