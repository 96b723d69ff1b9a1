"""A document as an answer, in the format that was asked for."""

from typing import NoReturn
from urllib.parse import quote

from fastapi import Request, Response

from conspectus.domain.job import JobDocument
from conspectus.web.access import Caller
from conspectus.web.desk import Desk
from conspectus.web.formats import FORMS
from conspectus.web.problems import Refusal, refusal_of
from conspectus.web.tags import tagged

_PAGE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
_SANDBOX = "frame-ancestors 'none'; sandbox allow-popups"


def job_path(request: Request, job: str) -> str:
    """Return the path of a job as the client sees it."""
    return f"{request.scope.get('root_path', '')}/v1/jobs/{job}/"


async def document_answer(
    request: Request, at: Desk, who: Caller, document: str, form: str
) -> Response:
    """Return the document. Raises Refusal when there is none, telling why."""
    known = await at.jobs.document(who.workspace, document)
    if known.status != "succeeded":
        _refuse(known)
    body = await at.jobs.rendered(who.workspace, document, form)
    headers = {"Content-Disposition": _disposition(known.name, form)} if form != "json" else {}
    if form == "html":
        headers["Content-Security-Policy"] = _PAGE + _SANDBOX
    media = FORMS[form] + ("; charset=utf-8" if form in ("html", "md") else "")
    return tagged(request, body, media, **headers)


def _refuse(document: JobDocument) -> NoReturn:
    if document.failure and document.status == "failed":
        raise refusal_of(document.failure)
    raise Refusal("cancelled" if document.status == "cancelled" else "not-ready")


def _disposition(name: str, form: str) -> str:
    stem = name.rpartition(".")[0] or name
    kind = "attachment" if form == "docx" else "inline"
    return f"{kind}; filename*=UTF-8''{quote(f'{stem}.{form}', safe='')}"
