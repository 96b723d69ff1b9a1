"""Reviews: how a document stands, what was done to it, and acting on it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from conspectus.service.review import Opened
from conspectus.service.review_views import entry_data, review_data
from conspectus.web.access import At, Caller, Reader, Writer
from conspectus.web.act_shapes import Proposal
from conspectus.web.answers import file_headers, require_done
from conspectus.web.api.jobs import DocumentId
from conspectus.web.api.results import Form
from conspectus.web.desk import Desk
from conspectus.web.formats import FORMS, chosen
from conspectus.web.problems import documented
from conspectus.web.review_shapes import ActPage, Review
from conspectus.web.tags import json_bytes, tagged

router = APIRouter(prefix="/jobs/{job_id}/results/{document_id}/review", tags=["review"])

_TEXTS = {media: {"schema": {"type": "string"}} for media in [*FORMS.values()][1:]}
_SAME = {"description": "The client has these bytes already (`If-None-Match`)."}
_OPENING = (
    "unknown-job",
    "not-ready",
    "not-kept",
    "cancelled",
    "unknown-plugin",
    "unsupported-format",
    "too-large",
    "model",
    "model-unreachable",
)


@router.get(
    "/",
    summary="How the review of a document stands",
    response_model=None,
    responses={200: {"model": Review}, 304: _SAME, **documented(*_OPENING)},
)
async def review(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Show the document as the reviewers left it, its findings of now, and what is still open."""
    await _done(at, who, document)
    found = await at.reviews.open(who.workspace, document)
    return tagged(request, _body(at, found), "application/json")


@router.get(
    "/acts/",
    summary="What was done in a review, with before and after",
    response_model=None,
    responses={200: {"model": ActPage}, 304: _SAME, **documented(*_OPENING)},
)
async def acts(
    request: Request,
    at: At,
    who: Reader,
    document: DocumentId,
    cursor: Annotated[int, Query(ge=0, le=1_000_000, description="`next` of the page before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=500, description="Most acts of a page.")] = 100,
) -> Response:
    """Each act names its line on the audit trail, which holds a hash of these words."""
    await _done(at, who, document)
    found = await at.reviews.history(who.workspace, document)
    rest = [entry for entry in found if entry.number > cursor]
    page = rest[:limit]
    following = str(page[-1].number) if len(rest) > limit else None
    told = {"acts": [entry_data(entry) for entry in page], "next": following}
    return tagged(request, json_bytes(told), "application/json")


@router.post(
    "/acts/",
    summary="Act on a document: edit, cite, resolve, approve, sign",
    response_model=None,
    responses={
        200: {"model": Review},
        **documented(
            *_OPENING, "acted-meanwhile", "not-signable", "act-refused", "malformed", "storage-full"
        ),
    },
)
async def act(at: At, who: Writer, document: DocumentId, given: Proposal) -> Response:
    """Answer with the review after the act.

    A statement that its evidence does not bear out is taken all the same, and found at once; it
    stands in the way of a sign-off. Whoever has not seen the last act is refused with 409.
    """
    await _done(at, who, document)
    spots = [place.spot() for place in given.act.places()]
    evidence = await at.reviews.select(who.workspace, document, spots)
    proposed = given.act.act(evidence)
    found = await at.reviews.act(who.workspace, who.name, document, given.seen, proposed)
    return Response(_body(at, found), media_type="application/json")


@router.get(
    "/document/",
    summary="The reviewed document, in JSON, Markdown, HTML or Word",
    response_model=None,
    responses={
        200: {
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Envelope"}},
                **_TEXTS,
            },
            "description": "With a draft mark, or the sign-off once it is signed.",
        },
        304: _SAME,
        **documented(*_OPENING, "not-acceptable"),
    },
)
async def document_of(
    request: Request,
    at: At,
    who: Reader,
    document: DocumentId,
    format_: Annotated[
        Form | None, Query(alias="format", description="Instead of `Accept`.")
    ] = None,
) -> Response:
    """Until it is signed off, it bears a draft mark; after that, who signed, when, and as what."""
    form = format_ or chosen(request.headers.get("accept"), FORMS)
    name = await _done(at, who, document)
    found = await at.reviews.open(who.workspace, document)
    stem = name.rpartition(".")[0] or name
    draft = "" if found.review.status == "signed" else " (draft)"
    body = at.reviews.rendered(found, form)
    media, headers = file_headers(f"{stem}{draft}.{form}", form)
    return tagged(request, body, media, **headers)


async def _done(at: Desk, who: Caller, document: str) -> str:
    """Return the name of a document. Raises Refusal when it has no report."""
    known = await at.jobs.document(who.workspace, document)
    require_done(known)
    return known.name


def _body(at: Desk, found: Opened) -> bytes:
    return json_bytes(review_data(found, at.reviews.sections(found)))
