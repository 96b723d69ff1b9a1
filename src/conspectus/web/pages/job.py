"""One job: its documents as they are made, and what can be done about them."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from conspectus.domain.job import ENDED, STATES, State
from conspectus.web.access import At, Reader, Writer
from conspectus.web.api.jobs import job_id
from conspectus.web.catalogue import KINDS
from conspectus.web.pages.outlook import outlook
from conspectus.web.pages.shell import Fields, PageRoute, go, page

router = APIRouter(route_class=PageRoute)

MOST = 50
STAGES = {
    "read": "Reading the file",
    "extract": "Looking for the facts",
    "write": "Writing",
    "check": "Checking each statement",
}
JobId = Annotated[str, Depends(job_id)]


@router.get("/ui/jobs/{job_id}/")
async def show(
    request: Request,
    at: At,
    who: Reader,
    job: JobId,
    state: Annotated[str, Query(max_length=20)] = "",
    after: Annotated[int, Query(ge=-1, le=10_000_000)] = -1,
) -> Response:
    """Show a job and a page of its documents."""
    known = await at.jobs.job(who.workspace, job)
    wanted: tuple[State, ...] = tuple(one for one in STATES if one == state)
    found = await at.jobs.documents(who.workspace, job, after, MOST + 1, wanted)
    ended = known.status in ENDED
    waits = Counter[str]()
    if known.counts.get("queued"):
        glances = await at.jobs.glances(who.workspace, job)
        queued = [one.id for one in glances if one.status == "queued"]
        waits.update({id_: place for place, id_ in enumerate(queued, 1)})
    return page(
        request,
        "job.html",
        job=known,
        documents=found[:MOST],
        standings=await at.reviews.standings(who.workspace, job),
        following=found[MOST - 1].position if len(found) > MOST else None,
        state=state,
        after=after,
        states=STATES,
        ended=ended,
        outlook=None if ended else await outlook(at, who, known),
        waits=waits,
        stages=STAGES,
        plugins=at.service.plugins,
        kinds=KINDS,
    )


@router.get("/ui/jobs/{job_id}/delete/")
async def ask(request: Request, at: At, who: Reader, job: JobId) -> Response:
    """Ask whether the job is to go."""
    known = await at.jobs.job(who.workspace, job)
    names = [one.name for one in await at.jobs.documents(who.workspace, job, most=10)]
    return page(request, "delete.html", job=known, names=names)


@router.post("/ui/jobs/{job_id}/delete/")
async def delete(request: Request, at: At, who: Writer, job: JobId, given: Fields) -> Response:
    """Delete a job with all that came of it."""
    await at.retention.delete(who.workspace, job, who.name)
    return go(request, "jobs/")


@router.post("/ui/jobs/{job_id}/cancel/")
async def cancel(request: Request, at: At, who: Writer, job: JobId, given: Fields) -> Response:
    """Cancel what has not ended."""
    await at.jobs.cancel(who.workspace, job)
    return go(request, f"jobs/{job}/")


@router.post("/ui/jobs/{job_id}/retry/")
async def retry(request: Request, at: At, who: Writer, job: JobId, given: Fields) -> Response:
    """Queue again what failed or was cancelled, or one document of it."""
    only = [given["document"]] if given.get("document") else []
    await at.jobs.retry(who.workspace, job, only)
    return go(request, f"jobs/{job}/")
