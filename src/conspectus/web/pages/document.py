"""One document beside its source: every statement leads to the words that it rests on."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from fastapi import APIRouter, Depends, Path, Request, Response

from conspectus.domain.blocks import blocks
from conspectus.domain.document import Document
from conspectus.domain.job import JobDocument
from conspectus.domain.notes import places
from conspectus.domain.opened import opened
from conspectus.domain.report import Report
from conspectus.web.access import At, Caller, Reader
from conspectus.web.api.jobs import job_id
from conspectus.web.desk import Desk
from conspectus.web.pages.quotes import Quotes
from conspectus.web.pages.shell import PageRoute, go, page
from conspectus.web.problems import Refusal

router = APIRouter(route_class=PageRoute)


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
    report = await stands(at, who, document)
    return page(request, "document.html", **await leaf(at, who, known, report))


async def stands(at: Desk, who: Caller, document: str) -> Report:
    """Return the report of a document as its reviewers left it. Raises Refusal without one."""
    if await at.reviews.begun(who.workspace, document):
        return (await at.reviews.open(who.workspace, document)).examined.report
    data = (await at.jobs.result(who.workspace, document))["report"]
    if data is None:
        raise Refusal("not-ready")
    return opened(data)


async def leaf(at: Desk, who: Caller, known: JobDocument, report: Report) -> dict[str, Any]:
    """Return what the page of a document shows, reviewed or not."""
    quotes = Quotes(report)
    return {
        "known": known,
        "report": report,
        "usage": known.usage,
        "quotes": quotes,
        "note": {note.number: note for note in quotes.all},
        "anchors": anchors(report.document),
        "ledger": _ledger(report, quotes),
        "gauges": gauges(report),
        "blocks": blocks,
        "places": places,
        "siblings": await _siblings(at, who, known),
        "size": (await at.jobs.job(who.workspace, known.job)).total,
        "reviewing": None,
    }


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
