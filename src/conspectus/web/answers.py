"""A document as an answer, in the format that was asked for."""

import time
from collections.abc import Mapping
from urllib.parse import quote

from fastapi import Request, Response

from conspectus.domain.job import JobDocument
from conspectus.service.seen import Known
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
    if known.status == "failed":
        require_done(known, (await at.jobs.job(who.workspace, known.job)).trace_id)
    require_done(known)
    body = await at.jobs.rendered(who.workspace, document, form)
    media, headers = file_headers(known.name, form)
    return tagged(request, body, media, **headers)


async def known_answer(
    request: Request, at: Desk, who: Caller, known: Known, form: str, more: Mapping[str, str]
) -> Response:
    """Return a document that was made before."""
    document = known.document
    if form == "json":
        body = known.envelope
    else:
        body = await at.jobs.rendered(who.workspace, document.id, form)
    media, headers = file_headers(document.name, form)
    made = document.times["succeeded"]
    age = max(0, int(time.time()) - made // 1000)
    tag = f'"{document.id}-{made}-{form}"'
    return tagged(request, body, media, tag, **headers, **more, Age=str(age))


def require_done(document: JobDocument, trace: str = "") -> None:
    """Raise Refusal when a document has no report, telling why, and under which trace it failed."""
    if document.failure and document.status == "failed":
        raise refusal_of(document.failure, trace)
    if document.status != "succeeded":
        raise Refusal("cancelled" if document.status == "cancelled" else "not-ready")


def file_headers(name: str, form: str) -> tuple[str, dict[str, str]]:
    """Return media type and headers of a document made of the file `name`."""
    headers = {"Content-Disposition": _disposition(name, form)} if form != "json" else {}
    if form == "html":
        headers["Content-Security-Policy"] = _PAGE + _SANDBOX
    return FORMS[form] + ("; charset=utf-8" if form in ("html", "md") else ""), headers


def _disposition(name: str, form: str) -> str:
    stem = name.rpartition(".")[0] or name
    kind = "attachment" if form == "docx" else "inline"
    return f"{kind}; filename*=UTF-8''{quote(f'{stem}.{form}', safe='')}"
