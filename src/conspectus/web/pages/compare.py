"""Two versions of a form side by side: which risks, facts and passages differ, what is stale."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

import orjson
from fastapi import APIRouter, Query, Request, Response

from conspectus.adapters.render_comparison import comparison_markdown
from conspectus.domain.comparison.data import comparison_data
from conspectus.domain.job import JobDocument, State
from conspectus.service.intake import Incoming, Intake, document_id
from conspectus.web.access import At, Caller, Reader, Sender
from conspectus.web.api.jobs import LONGEST_ID, job_id
from conspectus.web.csrf import FIELD, require_csrf
from conspectus.web.desk import Desk
from conspectus.web.formats import FORMS
from conspectus.web.forms import DEFAULT_PLUGIN, chosen_model
from conspectus.web.multipart import parts
from conspectus.web.pages.changes import changes
from conspectus.web.pages.job import STAGES
from conspectus.web.pages.shell import PageRoute, go, page
from conspectus.web.pairs import SIDES
from conspectus.web.problems import Refusal

router = APIRouter(route_class=PageRoute)

ENDINGS = (".pdf", ".docx")
MADE: tuple[State, ...] = ("succeeded",)
MOST_JOBS, MOST_OF_JOB = 40, 25

Side = Annotated[str, Query(max_length=LONGEST_ID, pattern=r"^[0-9A-Za-z-]*$")]


@router.get("/ui/compare")
@router.get("/ui/compare/")
async def show(request: Request, at: At, who: Reader, old: Side = "", new: Side = "") -> Response:
    """Show what changed between two documents; ask for them first, wait for them if need be."""
    if not (old and new):
        return await _ask(request, at, who, old, new)
    pair = [await at.jobs.document(who.workspace, job_id(one)) for one in (old, new)]
    shown, same = None, False
    remarks: tuple[tuple[str, str], ...] = ()
    if all(one.status == "succeeded" for one in pair):
        found = await at.comparisons.of_documents(who.workspace, old, new)
        shown, same = await asyncio.to_thread(changes, found), found.same
        remarks = found.remarks
    waiting = next((one.job for one in pair if one.status in ("queued", "running")), "")
    return page(
        request,
        "comparison.html",
        old=pair[0],
        new=pair[1],
        changes=shown,
        same=same,
        remarks=remarks,
        waiting=waiting,
        stages=STAGES,
    )


@router.get("/ui/compare/changes.{form}")
async def download(at: At, who: Reader, old: Side, new: Side, form: str) -> Response:
    """Return what changed as a file."""
    if form not in ("md", "json"):
        raise Refusal("not-found")
    found = await at.comparisons.of_documents(who.workspace, job_id(old), job_id(new))
    data = (
        comparison_markdown(found)
        if form == "md"
        else orjson.dumps(comparison_data(found), option=orjson.OPT_INDENT_2)
    )
    headers = {"Content-Disposition": f'attachment; filename="changes.{form}"'}
    return Response(data, headers=headers, media_type=FORMS[form])


@router.post("/ui/compare/")
async def order(request: Request, at: At, who: Sender) -> Response:
    """Take two files, or name documents that were made; lead to what changed between them."""
    async with at.jobs.intake(who.workspace) as intake:
        given, taken = await _take(request, intake)
        if any(side not in taken and not given.get(side) for side in SIDES):
            raise Refusal("usage", "Choose two versions: a file, or a document that was made.")
        if taken:
            model = chosen_model(at, given.get("model", ""))
            plugin = at.service.plugin(given.get("plugin_id") or DEFAULT_PLUGIN)
            job = await intake.order(at.jobs.order(plugin.id, {}, model))
            given |= {side: document_id(job, place) for place, side in enumerate(taken)}
    await at.jobs.offer()
    return go(request, f"compare/?old={job_id(given['old'])}&new={job_id(given['new'])}")


async def _take(request: Request, intake: Intake) -> tuple[dict[str, str], list[str]]:
    """Take the files in; return the fields, and the sides of the files in their order."""
    given: dict[str, str] = {}
    taken: list[str] = []
    async for part in parts(request):
        side = part.name.removesuffix("_file")
        if not given:
            require_csrf(request, await part.text() if part.name == FIELD else "")
            given[FIELD] = ""
        elif part.filename is None:
            given[part.name] = (await part.text()).strip()
        elif part.filename and side in SIDES and side not in taken:
            await intake.take(Incoming(part.filename, part.chunks))
            taken.append(side)
        else:  # a browser sends an empty one for a choice of no file
            async for _ in part.chunks:
                pass
    if not given:
        require_csrf(request)
    return given, taken


async def _ask(request: Request, at: Desk, who: Caller, old: str, new: str) -> Response:
    policy = at.policy
    return page(
        request,
        "compare.html",
        chosen={"old": old, "new": new},
        documents=await _made(at, who, [one for one in (old, new) if one]),
        plugins=sorted(at.service.plugins.values(), key=lambda p: (p.id != DEFAULT_PLUGIN, p.id)),
        model=policy.model.partition("@")[0],
        models=[(name, policy.abroad.get(name, ())) for name in sorted(policy.models)],
        strangers=policy.strangers,
        most_bytes=policy.most_bytes,
        endings=ENDINGS,
    )


async def _made(at: Desk, who: Caller, also: Sequence[str]) -> list[JobDocument]:
    """Return documents of the latest jobs that can be compared, and those that were asked for."""
    found: list[JobDocument] = []
    for job in await at.jobs.jobs(who.workspace, most=MOST_JOBS):
        found += await at.jobs.documents(who.workspace, job.id, most=MOST_OF_JOB, states=MADE)
    known = {one.id for one in found}
    more = [await at.jobs.document(who.workspace, job_id(id_)) for id_ in also if id_ not in known]
    return [*more, *found]
