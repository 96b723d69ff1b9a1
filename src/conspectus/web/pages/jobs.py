"""The list of jobs, and how it changes."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event

from conspectus.domain.job import ENDED, Job, JobDocument
from conspectus.domain.review.review import Standing
from conspectus.web.access import At, Caller, Reader, standing
from conspectus.web.api.events import BEAT_SECONDS, beating
from conspectus.web.api.jobs import LONGEST_ID
from conspectus.web.desk import Desk
from conspectus.web.pages.job import STAGES
from conspectus.web.pages.outlook import Outlook, outlook
from conspectus.web.pages.shell import PageRoute, page

router = APIRouter(route_class=PageRoute)

MOST, MOST_SEEN = 25, 2_000
"""Jobs of a page, and jobs that are looked through for those of a filter."""

SHOWN = 3
LOOK_SECONDS = 0.5
FILTERS: dict[str, frozenset[str]] = {
    "": frozenset(),
    "open": frozenset(("queued", "running")),
    "succeeded": frozenset(("succeeded",)),
    "failed": frozenset(("failed", "partly_failed")),
    "cancelled": frozenset(("cancelled",)),
}

Filter = Annotated[str, Query(alias="state", max_length=20)]
Before = Annotated[str, Query(max_length=LONGEST_ID, pattern=r"^[0-9A-Za-z]*$")]


@dataclass(frozen=True, slots=True)
class Row:
    """A job of the list, its first documents, their reviews, and, while it is open, how it goes."""

    job: Job
    documents: Sequence[JobDocument]
    standings: Mapping[str, Standing]
    outlook: Outlook | None

    @property
    def signed(self) -> int:
        """How many documents are signed off."""
        return sum(one.status == "signed" for one in self.standings.values())


@router.get("/ui/jobs")
@router.get("/ui/jobs/")
async def jobs(
    request: Request, at: At, who: Reader, state: Filter = "", before: Before = ""
) -> Response:
    """Show the jobs, the latest first."""
    rows, following = await listed(at, who, state, before)
    return page(
        request,
        "jobs.html",
        rows=rows,
        following=following,
        state=state,
        before=before,
        filters=FILTERS,
        watch=not before,
        stages=STAGES,
        plugins=at.service.plugins,
    )


@router.get("/ui/jobs/events/")
async def changes(request: Request, at: At, who: Reader, state: Filter = "") -> Response:
    """Tell whenever the first page of the list is another one (server-sent events)."""
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    stream = _told(_changes(at, who, state), standing(request, at))
    return StreamingResponse(stream, headers=headers, media_type="text/event-stream")


async def listed(at: Desk, who: Caller, state: str, before: str) -> tuple[list[Row], str]:
    """Return a page of jobs, and what is `before` on the page that follows, if one does."""
    wanted, found, seen = FILTERS.get(state, frozenset()), list[Job](), 0
    last: str | None = before or None
    while len(found) <= MOST and seen < MOST_SEEN:
        some = await at.jobs.jobs(who.workspace, before=last, most=MOST + 1 if not wanted else 200)
        if not some:
            break
        found += [job for job in some if not wanted or job.status in wanted]
        seen, last = seen + len(some), some[-1].id
    shown = found[:MOST]
    following = shown[-1].id if len(found) > MOST else last if seen >= MOST_SEEN and last else ""
    return [await _row(at, who, job) for job in shown], following


async def _row(at: Desk, who: Caller, job: Job) -> Row:
    documents = await at.jobs.documents(who.workspace, job.id, most=SHOWN)
    goes = None if job.status in ENDED else await outlook(at, who, job)
    standings = await at.reviews.standings(who.workspace, job.id)
    return Row(job, documents, standings, goes)


async def _changes(at: Desk, who: Caller, state: str) -> AsyncGenerator[str, None]:
    before = ""
    while True:
        rows, _ = await listed(at, who, state, "")
        now = repr(
            [
                (row.job.id, row.job.counts, row.documents, row.standings, row.outlook)
                for row in rows
            ]
        )
        if before and now != before:
            yield "changed"
        before = now
        await asyncio.sleep(LOOK_SECONDS)


async def _told(
    changing: AsyncGenerator[str, None], may: Callable[[], Awaitable[bool]]
) -> AsyncIterator[bytes]:
    async with aclosing(changing):
        yield KEEPALIVE_COMMENT
        async for change in beating(changing, BEAT_SECONDS, may):
            yield (
                KEEPALIVE_COMMENT
                if change is None
                else format_sse_event(data_str="{}", event=change)
            )
