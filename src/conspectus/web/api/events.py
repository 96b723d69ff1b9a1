"""What happens to a job, as it happens."""

from collections.abc import AsyncIterable
from contextlib import aclosing
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException
from fastapi.sse import EventSourceResponse, ServerSentEvent

from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import ENDED
from conspectus.service.views import event_data
from conspectus.web.access import At, Reader
from conspectus.web.api.jobs import JobId
from conspectus.web.problems import documented

router = APIRouter(prefix="/jobs", tags=["jobs"])


async def after(
    at: At,
    who: Reader,
    job: JobId,
    last: Annotated[
        int,
        Header(
            alias="Last-Event-ID",
            ge=0,
            le=2**53,
            description="The `id` of the last event that was received; a browser sends it itself.",
        ),
    ] = 0,
) -> int:
    """Return where to go on. Ends the request with 204 when nothing more will come."""
    ended = (await at.jobs.job(who.workspace, job)).status in ENDED
    if last and ended and not await at.jobs.events(who.workspace, job, last, 1):
        raise HTTPException(204)
    return last


@router.get(
    "/{job_id}/events/",
    summary="Follow a job (server-sent events)",
    response_class=EventSourceResponse,
    responses={
        204: {"description": "The job has ended and all of its events were received."},
        **documented("unknown-job"),
    },
)
async def events(
    at: At, who: Reader, job: JobId, last: Annotated[int, Depends(after)]
) -> AsyncIterable[ServerSentEvent]:
    """One event for each stage of each document (`document`) and each state of the job (`job`).

    After a break, go on with `Last-Event-ID`: no event is lost. The stream ends with the job.
    """
    try:
        async with aclosing(at.jobs.follow(who.workspace, job, last)) as stream:
            async for event in stream:
                yield ServerSentEvent(
                    data=event_data(event), event=event.kind, id=str(event.number)
                )
    except UnknownJob:
        return  # deleted meanwhile
