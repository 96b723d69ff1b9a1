"""The review of a document: the same page with the tools to correct it and sign it off."""

from getpass import getuser
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from conspectus.domain.review.acts import ActedMeanwhile, ActRefused, NotSignable
from conspectus.service.review import Opened
from conspectus.web.access import At, Caller, Reader, Writer
from conspectus.web.answers import require_done
from conspectus.web.catalogue import KINDS
from conspectus.web.desk import Desk
from conspectus.web.pages.acting import REASONS, Desired
from conspectus.web.pages.chosen import Given
from conspectus.web.pages.document import DocumentId, leaf
from conspectus.web.pages.history import told
from conspectus.web.pages.reviewing import (
    LAST_ACTS,
    MEANINGS,
    Form,
    Notice,
    Reviewing,
    addable,
    form_again,
    form_of,
    since,
)
from conspectus.web.pages.shell import Fields, PageRoute, go, page

router = APIRouter(route_class=PageRoute)
_Id = Annotated[str, Query(max_length=300)]

MEANWHILE = "Somebody else acted while you did. Nothing of yours was done, and nothing is lost:"
REFUSALS = (ActedMeanwhile, ActRefused, NotSignable)


@router.get("/ui/documents/{document_id}/review/")
async def show(
    request: Request,
    at: At,
    who: Reader,
    document: DocumentId,
    edit: _Id = "",
    add: _Id = "",
    after: _Id = "",
    fact: _Id = "",
    look: _Id = "",
) -> Response:
    """Show the review; `edit`, `add` (with `after`) or `fact` opens the form for that."""
    require_done(await at.jobs.document(who.workspace, document))
    found = await at.reviews.open(who.workspace, document)
    wanted = {"edit": edit, "add": add, "after": after, "fact": fact}
    form = await form_of(at, who, found, wanted)
    return await _shown(request, at, who, found, form, look)


@router.post("/ui/documents/{document_id}/review/")
async def act(
    request: Request, at: At, who: Writer, document: DocumentId, given: Fields
) -> Response:
    """Do what a form asks for. What cannot be done is told, with all that was in the form."""
    require_done(await at.jobs.document(who.workspace, document))
    try:
        look = await Desired(at, who, document, given).done()
    except REFUSALS as error:
        found = await at.reviews.open(who.workspace, document)
        form = await form_again(at, who, found, given)
        if isinstance(error, ActedMeanwhile):
            notice = Notice(MEANWHILE, since(found, given.get("seen", "")))
        else:
            notice = Notice(str(error))
        status = KINDS[error.code].status
        return await _shown(request, at, who, found, form, "notice", notice, given, status)
    return go(request, f"documents/{document}/review/?{urlencode({'look': look})}")


@router.get("/ui/documents/{document_id}/history/")
async def history(request: Request, at: At, who: Reader, document: DocumentId) -> Response:
    """Show every act with what it concerned before and after."""
    known = await at.jobs.document(who.workspace, document)
    require_done(known)
    found = await at.reviews.open(who.workspace, document)
    acts = [told(entry, found) for entry in found.entries]
    return page(request, "history.html", known=known, acts=acts)


async def _shown(
    request: Request,
    at: Desk,
    who: Caller,
    found: Opened,
    form: Form,
    look: str,
    notice: Notice | None = None,
    given: Given | None = None,
    status: int = 200,
) -> Response:
    plugin = at.service.plugin(found.generated.plugin_id)
    reviewing = Reviewing(
        found,
        form,
        look,
        addable(at, found),
        [told(entry, found) for entry in found.entries[-LAST_ACTS:]],
        {question.name: question.kind for question in plugin.questions},
        who.person or _owner(at),
        notice,
        given or {},
    )
    shown = await leaf(at, who, found.document, found.examined.report)
    more: dict[str, object] = {"reasons": REASONS, "meanings": MEANINGS, "own": not who.person}
    return page(request, "document.html", status, **shown | more | {"reviewing": reviewing})


def _owner(at: Desk) -> str:
    """Return what this machine calls its owner, where nobody else is let in."""
    if at.policy.auth or at.policy.open:
        return ""
    try:
        return getuser()
    except (KeyError, OSError, ImportError):  # what it raises depends on version and system
        return ""
