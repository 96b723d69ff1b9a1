"""What happens to a job, as it happens."""

import asyncio
import json
import time
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Annotated, TypeVar

from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import ENDED, Event
from conspectus.service.views import event_data
from conspectus.web.access import At, Reader, standing
from conspectus.web.api.jobs import JobId
from conspectus.web.problems import documented

T = TypeVar("T")

router = APIRouter(prefix="/jobs", tags=["jobs"])

BEAT_SECONDS = 15.0
"""After so long without an event a comment is sent, so that no proxy cuts the stream off."""

LOOK_SECONDS = 1.0
"""So often, while it is used, a stream is asked whether it may go on."""

_STREAM = {
    "itemSchema": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "event": {"type": "string", "enum": ["job", "document", "section"]},
            "data": {"type": "string", "contentMediaType": "application/json"},
        },
        "required": ["id", "event", "data"],
    }
}
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


@router.get(
    "/{job_id}/events/",
    summary="Follow a job (server-sent events)",
    response_model=None,
    response_class=StreamingResponse,
    responses={
        200: {"content": {"text/event-stream": _STREAM}, "description": "Until the job has ended."},
        204: {"description": "The job has ended and all of its events were received."},
        **documented("unknown-job"),
    },
)
async def events(
    request: Request,
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
) -> Response:
    """Receive an event for each stage and section of each document and each state of the job.

    After a break, go on with `Last-Event-ID`: no event is lost. The stream ends with the job, or
    when the key is revoked.
    """
    if last and not await at.jobs.events(who.workspace, job, last - 1, 1):
        last = 0  # the job was brought back from a backup that is older than the event
    ended = (await at.jobs.job(who.workspace, job)).status in ENDED
    if last and ended and not await at.jobs.events(who.workspace, job, last, 1):
        return Response(status_code=204)
    stream = _written(at.jobs.follow(who.workspace, job, last), standing(request, at))
    return StreamingResponse(stream, headers=_HEADERS, media_type="text/event-stream")


async def _written(
    following: AsyncGenerator[Event, None], may: Callable[[], Awaitable[bool]]
) -> AsyncIterator[bytes]:
    async with aclosing(following):
        try:
            async for event in beating(following, BEAT_SECONDS, may):
                yield KEEPALIVE_COMMENT if event is None else _bytes(event)
        except UnknownJob:
            return  # deleted meanwhile


async def _always() -> bool:
    return True


async def beating(
    stream: AsyncIterator[T], seconds: float, may: Callable[[], Awaitable[bool]] = _always
) -> AsyncIterator[T | None]:
    """Yield what the stream yields, and None whenever it is silent for so long, while it `may`."""
    awaited: asyncio.Future[T | None] | None = None
    looked = time.monotonic()
    try:
        while True:
            awaited = awaited or asyncio.ensure_future(anext(stream, None))
            come = (await asyncio.wait((awaited,), timeout=seconds))[0]
            if time.monotonic() - looked >= min(seconds, LOOK_SECONDS):
                if not await may():
                    return
                looked = time.monotonic()
            if not come:
                yield None
                continue
            item, awaited = awaited.result(), None
            if item is None:
                return
            yield item
    finally:
        if awaited:
            awaited.cancel()
            await asyncio.gather(awaited, return_exceptions=True)


def _bytes(event: Event) -> bytes:
    data = json.dumps(event_data(event), ensure_ascii=False)
    return format_sse_event(data_str=data, event=event.kind, id=str(event.number))
