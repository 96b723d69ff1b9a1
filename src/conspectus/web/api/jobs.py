"""Jobs: list, status, cancel, retry, delete."""

import asyncio
import time
from contextlib import aclosing, suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import ENDED, Job
from conspectus.service.views import Data, job_data
from conspectus.web.access import At, Caller, Reader, Writer
from conspectus.web.desk import Desk
from conspectus.web.problems import documented
from conspectus.web.shapes import JobPage, Status
from conspectus.web.tags import json_bytes, matches, tag_of, tagged

router = APIRouter(prefix="/jobs", tags=["jobs"])

WHOLE_SECONDS = 1.0
"""So often each document of a job is looked at while somebody waits for any change."""

LONGEST_ID = 100

_ID = {"pattern": "^[0-9a-f]{24}$", "example": "019aa0c1d2e3f4a5b6c7d8e9"}
_DOCUMENT = {"pattern": "^[0-9a-f]{24}-[0-9]{6}$", "example": "019aa0c1d2e3f4a5b6c7d8e9-000000"}


def _named(id_: str) -> str:
    if len(id_) > LONGEST_ID or not id_.replace("-", "").isalnum():
        raise UnknownJob("There is no such job or document.")
    return id_


def job_id(job_id: Annotated[str, Path(json_schema_extra=_ID)]) -> str:
    """Return the id of a job from the path. Raises UnknownJob for what cannot be one."""
    return _named(job_id)


def document_id(
    job_id: Annotated[str, Path(json_schema_extra=_ID)],
    document_id: Annotated[str, Path(json_schema_extra=_DOCUMENT)],
) -> str:
    """Return the id of a document of the job in the path. Raises UnknownJob for others."""
    if not document_id.startswith(f"{job_id}-"):
        raise UnknownJob("The job has no such document.")
    return _named(document_id)


JobId = Annotated[str, Depends(job_id)]
DocumentId = Annotated[str, Depends(document_id)]
Limit = Annotated[int, Query(ge=1, le=500, description="Most entries of a page.")]


@router.get(
    "/",
    summary="List jobs, the latest first",
    response_model=None,
    responses={200: {"model": JobPage}, **documented()},
)
async def list_jobs(
    request: Request,
    at: At,
    who: Reader,
    cursor: Annotated[
        str | None, Query(max_length=LONGEST_ID, pattern=r"^[0-9A-Za-z]+$", description="`next`.")
    ] = None,
    limit: Limit = 100,
) -> Response:
    """Give `next` as `cursor` for the page that follows."""
    found = await at.jobs.jobs(who.workspace, before=cursor, most=limit + 1)
    page = [job_data(job) for job in found[:limit]]
    following = page[-1]["job_id"] if len(found) > limit else None
    return tagged(request, json_bytes({"jobs": page, "next": following}), "application/json")


@router.get(
    "/{job_id}/status/",
    summary="How far a job is",
    response_model=None,
    responses={
        200: {"model": Status},
        304: {"description": "Nothing has changed since the `If-None-Match` of the request."},
        **documented("unknown-job"),
    },
)
async def status(
    request: Request,
    at: At,
    who: Reader,
    job: JobId,
    wait: Annotated[
        float,
        Query(
            ge=0,
            le=60,
            description="Seconds to wait for the job's end or, with "
            "`If-None-Match`, for any change.",
        ),
    ] = 0,
) -> Response:
    """Ask with the `ETag` of the last answer as `If-None-Match`: 304 means nothing has changed."""
    until = time.monotonic() + wait
    conditional = "if-none-match" in request.headers
    while True:
        body = json_bytes(found := await _status(at, who, job))
        changed = conditional and not matches(request, tag_of(body))
        if changed or found["status"] in ENDED or time.monotonic() >= until:
            return tagged(request, body, "application/json")
        soon = min(until, time.monotonic() + WHOLE_SECONDS) if conditional else until
        await _stir(at, who, await at.jobs.job(who.workspace, job), soon)


@router.post(
    "/{job_id}/cancel/",
    summary="Cancel what has not ended, and keep what has",
    response_model=None,
    responses={200: {"model": Status}, **documented("unknown-job")},
)
async def cancel(at: At, who: Writer, job: JobId) -> Response:
    """No model is asked any more within a second. A job that has ended stays as it is."""
    await at.jobs.cancel(who.workspace, job)
    return _json(await _status(at, who, job))


@router.post(
    "/{job_id}/retry/",
    summary="Queue again what failed or was cancelled",
    response_model=None,
    responses={200: {"model": Status}, **documented("unknown-job")},
)
async def retry(at: At, who: Writer, job: JobId) -> Response:
    """Answers that the job has are not paid for again."""
    await at.jobs.retry(who.workspace, job)
    return _json(await _status(at, who, job))


@router.delete(
    "/{job_id}/",
    summary="Delete a job with all that came of it",
    status_code=204,
    response_model=None,
    responses={204: {"description": "It is gone."}, **documented("unknown-job")},
)
async def delete(at: At, who: Writer, job: JobId) -> Response:
    """Remove records, reports, answers, and uploads no other job needs; an audit line stays."""
    await at.retention.delete(who.workspace, job, who.name)
    return Response(status_code=204)


async def _stir(at: Desk, who: Caller, before: Job, until: float) -> None:
    """Wait until a time, or until a document or the job is in another state."""
    with suppress(TimeoutError):
        async with (
            asyncio.timeout(until - time.monotonic()),
            aclosing(at.jobs.news.looks(before.id)) as looks,
        ):
            async for _ in looks:
                if (await at.jobs.job(who.workspace, before.id)).counts != before.counts:
                    return


async def _status(at: Desk, who: Caller, job: str) -> Data:
    return await at.jobs.status(who.workspace, job)


def _json(data: Data) -> Response:
    return Response(json_bytes(data), media_type="application/json")
