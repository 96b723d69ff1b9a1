"""The source of a document with the words at some places marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from conspectus.domain.source import Evidence, Source
from conspectus.web.access import At, Reader
from conspectus.web.pages.document import DocumentId, stands
from conspectus.web.pages.quotes import Quotes
from conspectus.web.pages.shell import PageRoute
from conspectus.web.pages.source import shown
from conspectus.web.problems import Refusal

router = APIRouter(route_class=PageRoute)

MOST_SPOTS = 200
_SPOT = re.compile(r"([0-9A-Za-z_-]{1,60})\.(\d{1,9})\.(\d{1,9})\.(\d{1,4})")
"""A page or paragraph, where the words begin and end in its text, and the number of their quote."""

Spots = Annotated[list[str], Query(alias="at", min_length=1, max_length=MOST_SPOTS)]


@router.get("/ui/documents/{document_id}/marked/")
async def marked(
    request: Request, at: At, who: Reader, document: DocumentId, spots: Spots
) -> Response:
    """Show the source; the address of the first words is `#q1`."""
    report = await stands(at, who, document)
    found = await at.originals.source(who.workspace, document)
    bare = replace(report.document, sections=())
    quotes = Quotes(replace(report, document=bare, facts={}, omissions=()))
    quotes.of(_evidence(found, spots))
    return shown(request, document, found, quotes, len(quotes.all))


def _evidence(source: Source, spots: Sequence[str]) -> list[Evidence]:
    """Return the words at some places. Raises Refusal where there are none."""
    leaves = {str(leaf.anchor or leaf.number): n for n, leaf in enumerate(source.pages)}
    found = []
    for spot in spots:
        match = _SPOT.fullmatch(spot)
        index = leaves.get(match[1]) if match else None
        if match is None or index is None:
            raise Refusal("malformed", "The source has no such place.")
        start, end = int(match[2]), int(match[3])
        if not start < end <= len(source.pages[index].text):
            raise Refusal("malformed", "The source has no such place.")
        found.append(source.evidence(index, start, end, match[4]))
    return found
