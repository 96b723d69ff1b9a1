"""One document beside its source: every statement leads to the words that it rests on."""

from collections.abc import Mapping
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from conspectus.domain.blocks import blocks
from conspectus.domain.document import Document
from conspectus.domain.job import JobDocument
from conspectus.domain.notes import places
from conspectus.domain.opened import opened
from conspectus.domain.report import Report
from conspectus.domain.source import Source
from conspectus.web.access import At, Caller, Reader
from conspectus.web.api.jobs import job_id
from conspectus.web.desk import Desk
from conspectus.web.pages.quotes import Quotes
from conspectus.web.pages.shell import PageRoute, go, page
from conspectus.web.problems import Refusal
from conspectus.web.tags import matches, tag_of

router = APIRouter(route_class=PageRoute)

WIDTH, LEAST_WIDTH, MOST_WIDTH = 1200, 200, 2000
"""Pixels of a page image across."""

PDF = "application/pdf"


def document_id(document_id: Annotated[str, Path()]) -> str:
    """Return the id of a document from the path. Raises UnknownJob for what cannot be one."""
    return job_id(document_id)


DocumentId = Annotated[str, Depends(document_id)]


class Gauge(NamedTuple):
    """A measure, what it should not exceed, and the end of its scale."""

    name: str
    value: float
    limit: float
    most: float


@router.get("/ui/documents/{document_id}/")
async def show(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Show a document; its source is loaded beside it."""
    known = await at.jobs.document(who.workspace, document)
    if known.status != "succeeded":
        return go(request, f"jobs/{known.job}/")
    report = await _report(at, who, document)
    quotes = Quotes(report)
    return page(
        request,
        "document.html",
        known=known,
        report=report,
        usage=known.usage,
        quotes=quotes,
        note={note.number: note for note in quotes.all},
        anchors=anchors(report.document),
        ledger=_ledger(report, quotes),
        gauges=gauges(report),
        blocks=blocks,
        places=places,
        siblings=await _siblings(at, who, known),
        size=(await at.jobs.job(who.workspace, known.job)).total,
    )


@router.get("/ui/documents/{document_id}/source/")
async def source(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Show the source of a document with all quotes marked; also alone, without scripts."""
    report = await _report(at, who, document)
    found = await at.originals.source(who.workspace, document)
    quotes = Quotes(report)
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
        cited=len(quotes.cited),
        kinds=_kinds(found),
        width=WIDTH,
    )


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


def anchors(document: Document) -> Mapping[str | None, str]:
    """Return an HTML id for every section and statement, whatever signs its own id holds."""
    found: dict[str | None, str] = {}
    for number, section in enumerate(document.sections, 1):
        found[section.id] = f"s{number}"
        found |= {s.id: f"s{number}-{n}" for n, s in enumerate(section.statements, 1)}
    return found


def gauges(report: Report) -> list[Gauge]:
    """Return length and reading grade with their limits, as far as the report knows them."""
    measured, chosen = report.readability, report.parameters
    scales = (
        ("Words", "words", "max_words", 1.5),
        ("Reading grade", "flesch_kincaid_grade", "target_grade", 2.0),
    )
    found = []
    for name, measure, parameter, beyond in scales:
        limit = chosen.get(parameter)
        if measure in measured and isinstance(limit, int | float) and limit > 0:
            found.append(Gauge(name, float(measured[measure]), float(limit), limit * beyond))
    return found


async def _report(at: Desk, who: Caller, document: str) -> Report:
    data = (await at.jobs.result(who.workspace, document))["report"]
    if data is None:
        raise Refusal("not-ready")
    return opened(data)


async def _siblings(
    at: Desk, who: Caller, known: JobDocument
) -> tuple[JobDocument | None, JobDocument | None]:
    """Return the documents of the job before and after this one that can be shown."""
    around = await at.jobs.documents(who.workspace, known.job, known.position - 2, 3)
    sides = {one.position: one for one in around if one.status == "succeeded"}
    return sides.get(known.position - 1), sides.get(known.position + 1)


def _ledger(report: Report, quotes: Quotes) -> list[tuple[str, str, list[tuple[object, object]]]]:
    """Return status, its name, and the lines with their quotes, the worst status first."""
    names = {"left_out": "Left out", "included": "Included", "absent": "Not in the source"}
    return [
        (status, name, [(o, quotes.of(o.evidence)) for o in report.omissions if o.status == status])
        for status, name in names.items()
        if any(o.status == status for o in report.omissions)
    ]


def _kinds(source: Source) -> Mapping[int, str]:
    """Return the class of each heading or item by the index of its page (DOCX: paragraph)."""
    return {
        passage.spans[0].page: "item" if passage.kind == "item" else f"heading level{passage.level}"
        for passage in source.passages
        if passage.kind in ("heading", "item") and passage.spans
    }
