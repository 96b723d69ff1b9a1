"""What came of the documents of a job."""

import json
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from conspectus.service.bundle import bundle
from conspectus.web.access import At, Reader
from conspectus.web.answers import document_answer
from conspectus.web.api.jobs import DocumentId, JobId
from conspectus.web.formats import FORMS, PAGES, chosen
from conspectus.web.problems import documented
from conspectus.web.shapes import Replayed, Result, Results
from conspectus.web.tags import json_bytes, matches, tag_of, tagged

router = APIRouter(prefix="/jobs", tags=["results"])

Form = Literal["json", "md", "html", "docx"]
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_TEXTS = {media: {"schema": {"type": "string"}} for media in [*FORMS.values()][1:]}
_SAME = {"description": "The client has these bytes already (`If-None-Match`)."}


@router.get(
    "/{job_id}/results/",
    summary="The results of a job: a page of JSON, or a zip of all",
    response_model=None,
    responses={
        200: {
            "model": Results,
            "content": {"application/zip": _BINARY},
            "description": "What is there so far.",
        },
        304: _SAME,
        **documented("unknown-job", "not-acceptable", "not-kept"),
    },
)
async def results(
    request: Request,
    at: At,
    who: Reader,
    job: JobId,
    cursor: Annotated[
        int | None, Query(ge=0, le=10_000_000, description="`next` of the page before.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100, description="Most results of a page.")] = 20,
    format_: Annotated[
        Literal["json", "zip"] | None, Query(alias="format", description="Instead of `Accept`.")
    ] = None,
    documents: Annotated[Form, Query(description="The format of the documents of a zip.")] = "html",
) -> Response:
    """`Accept: application/zip` gives every document as it stands, and `summary.csv` of all."""
    form = format_ or chosen(request.headers.get("accept"), PAGES)
    if form == "json":
        after = -1 if cursor is None else cursor
        page = await at.jobs.results(who.workspace, job, after, limit)
        page["next"] = None if page["next"] is None else str(page["next"])
        return tagged(request, json_bytes(page), PAGES["json"])
    status = await at.jobs.status(who.workspace, job)
    standings = await at.reviews.standings(who.workspace, job)
    reviewed = repr(sorted(standings.items())).encode()
    tag = tag_of(json_bytes(status), documents.encode(), reviewed, at.service.version.encode())
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Accept, Authorization"}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    headers["Content-Disposition"] = f'attachment; filename="{job}.zip"'
    stream = bundle(at.jobs, at.reviews, who.workspace, job, documents)
    return StreamingResponse(stream, headers=headers, media_type=PAGES["zip"])


@router.get(
    "/{job_id}/results/{document_id}/",
    summary="What came of one document",
    response_model=None,
    responses={
        200: {
            "model": Result | Replayed,
            "content": _TEXTS,
            "description": "As JSON whatever its state; in other formats once it has succeeded.",
        },
        304: _SAME,
        **documented(
            "unknown-job",
            "not-acceptable",
            "not-ready",
            "not-kept",
            "unsupported-format",
            "too-large",
            "answer-missing",
            "budget-exceeded",
            "model",
            "model-unreachable",
        ),
    },
)
async def result(
    request: Request,
    at: At,
    who: Reader,
    document: DocumentId,
    format_: Annotated[
        Form | None, Query(alias="format", description="Instead of `Accept`.")
    ] = None,
    replay: Annotated[
        bool, Query(description="Make the report again from the answers of the job, with no model.")
    ] = False,
) -> Response:
    """In JSON, Markdown, HTML or Word."""
    if replay:
        again = await at.jobs.replay(who.workspace, document)
        report = json.loads(again.report)["report"]
        return tagged(request, json_bytes({"same": again.same, "report": report}), FORMS["json"])
    form = format_ or chosen(request.headers.get("accept"), FORMS)
    if form != "json":
        return await document_answer(request, at, who, document, form)
    found = await at.jobs.result(who.workspace, document)
    return tagged(request, json_bytes(found), FORMS["json"])
