"""The source of a document: its text or pictures with all quotes marked, and its words by place."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from conspectus.domain.source import Source
from conspectus.web.access import At, Reader
from conspectus.web.pages.document import DocumentId, stands
from conspectus.web.pages.quotes import Quotes
from conspectus.web.pages.shell import PageRoute, page
from conspectus.web.pages.words import words_data
from conspectus.web.tags import json_bytes, matches, tag_of, tagged

router = APIRouter(route_class=PageRoute)

WIDTH, LEAST_WIDTH, MOST_WIDTH = 1200, 200, 2000
"""Pixels of a page image across."""

PDF = "application/pdf"


@router.get("/ui/documents/{document_id}/source/")
async def source(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Show the source of a document with all quotes marked; also alone, without scripts."""
    quotes = Quotes(await stands(at, who, document))
    found = await at.originals.source(who.workspace, document)
    return shown(request, document, found, quotes, len(quotes.cited))


def shown(request: Request, document: str, found: Source, quotes: Quotes, cited: int) -> Response:
    """Return the page of a source with quotes marked, of which the first are `cited`."""
    drawn = found.media_type == PDF
    return page(
        request,
        "source.html",
        document=document,
        source=found,
        drawn=drawn,
        highlights=quotes.highlights() if drawn else {},
        stretches=[] if drawn else [*quotes.stretches(found.pages)],
        note={note.number: note for note in quotes.all},
        cited=cited,
        kinds=_kinds(found),
        width=WIDTH,
    )


@router.get("/ui/documents/{document_id}/words/")
async def words(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Return every word of the source with its place, for a reader who chooses some."""
    found = await at.originals.source(who.workspace, document)
    return tagged(request, json_bytes(words_data(found)), "application/json")


@router.get("/ui/documents/{document_id}/pages/{number}/")
async def image(
    request: Request,
    at: At,
    who: Reader,
    document: DocumentId,
    number: Annotated[int, Path(ge=1, le=1_000_000)],
    width: Annotated[int, Query(ge=LEAST_WIDTH, le=MOST_WIDTH)] = WIDTH,
) -> Response:
    """Return a page of the source as a picture."""
    known = await at.jobs.document(who.workspace, document)
    tag = tag_of(known.sha256.encode(), f"{number} {width} {at.service.version}".encode())
    headers = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
    if matches(request, tag):
        return Response(status_code=304, headers=headers)
    data = await at.originals.image(who.workspace, document, number, width)
    return Response(data, headers=headers, media_type="image/png")


def _kinds(source: Source) -> Mapping[int, str]:
    """Return the class of each heading or item by the index of its page (DOCX: paragraph)."""
    return {
        passage.spans[0].page: "item" if passage.kind == "item" else f"heading level{passage.level}"
        for passage in source.passages
        if passage.kind in ("heading", "item") and passage.spans
    }
