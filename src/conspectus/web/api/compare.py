"""Two versions of a form: what changed."""

from fastapi import APIRouter, Request, Response

from conspectus.adapters.render_comparison import comparison_markdown
from conspectus.domain.comparison.data import comparison_data
from conspectus.web.access import At, Writer
from conspectus.web.answers import job_path
from conspectus.web.comparison_shapes import ComparisonPage
from conspectus.web.formats import FORMS, chosen
from conspectus.web.pairs import described_pair, place_pair, ready
from conspectus.web.problems import documented
from conspectus.web.shapes import Submitted
from conspectus.web.tags import json_bytes

router = APIRouter(tags=["compare"])

_OFFERED = {form: FORMS[form] for form in ("json", "md")}


@router.post(
    "/compare/",
    summary="Compare two versions of a form",
    response_model=None,
    responses={
        200: {
            "model": ComparisonPage,
            "description": "Facts, risks and passages that changed, and statements that are stale.",
            "content": {FORMS["md"]: {"schema": {"type": "string"}}},
        },
        202: {
            "model": Submitted,
            "description": "It takes long; compare the documents of this job once it has ended.",
            "headers": {"Location": {"schema": {"type": "string"}}},
        },
        **documented(
            "malformed",
            "too-large",
            "unsupported-media-type",
            "usage",
            "unknown-plugin",
            "invalid-parameters",
            "unknown-model",
            "unknown-job",
            "storage-full",
            "not-acceptable",
            "not-ready",
            "not-kept",
            "unsupported-format",
            "encrypted",
            "budget-exceeded",
            "model",
            "model-unreachable",
        ),
    },
    openapi_extra=described_pair(),
)
async def compare(request: Request, at: At, who: Writer) -> Response:
    """Upload `old` and `new`, or name documents that were made; `Accept` picks JSON or Markdown.

    Running headers, bullets, numbering, line breaks and re-flow are no changes. Files are made into
    documents by a job, as by `POST /generate/batch/`: `Content-Location` is where it stays.
    """
    form = chosen(request.headers.get("accept"), _OFFERED)
    pair = await place_pair(request, at, who)
    path = f"{job_path(request, pair.job)}status/" if pair.job else ""
    if not await ready(at, who, pair):
        total = len({pair.old, pair.new})
        body = {"job_id": pair.job, "status": "queued", "total_documents": total}
        return Response(json_bytes(body), 202, {"Location": path}, "application/json")
    found = await at.comparisons.of_documents(who.workspace, pair.old, pair.new)
    headers = {"Content-Location": path} if path else {}
    if form == "md":
        media = f"{FORMS['md']}; charset=utf-8"
        return Response(comparison_markdown(found), 200, headers, media)
    return Response(json_bytes(comparison_data(found)), 200, headers, FORMS["json"])
