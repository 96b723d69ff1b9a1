"""Errors as RFC 9457 problem documents."""

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette._utils import get_route_path
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.types import Scope

from conspectus.domain.errors import ConspectusError
from conspectus.domain.job import Failure
from conspectus.web.catalogue import KINDS

MEDIA_TYPE = "application/problem+json"
LONGEST_DETAIL = 500
_CODES = {
    404: "not-found",
    405: "method-not-allowed",
    413: "too-large",
    415: "unsupported-media-type",
}
_log = logging.getLogger("conspectus.web")


class FieldError(BaseModel):
    """One part of a request that does not hold."""

    field: str = Field(examples=["parameters"])
    detail: str = Field(examples=["Input should be an object"])


class Problem(BaseModel):
    """What went wrong, for programs (`code`) and for people (`title`, `detail`)."""

    type: str = Field(description="The path of a page about it.", examples=["/problems/too-large"])
    title: str = Field(examples=["Too large"])
    status: int = Field(ge=400, le=599, examples=[413])
    detail: str = Field(examples=["The file is larger than 47.7 MB."])
    code: str = Field(description="Stable.", examples=["too-large"])
    trace_id: str = Field(description="Names the request in the log.", examples=["4bf92f35" * 4])
    retryable: bool = Field(description="Whether the same request may succeed later.")
    errors: list[FieldError] | None = Field(None, description="Of `validation` only.")
    available: list[str] | None = Field(None, description="Of `not-acceptable` only.")


class Refusal(Exception):
    """A problem that the door itself finds; `code` is one of the catalogue.

    One that is only told of again, `of_document`, was counted where the document failed.
    """

    def __init__(
        self,
        code: str,
        detail: str = "",
        headers: Mapping[str, str] | None = None,
        status: int | None = None,
        of_document: bool = False,
        **more: object,
    ) -> None:
        super().__init__(code)
        self.of_document = of_document
        self.code, self.detail, self.status = code, detail, status
        self.headers, self.more = headers or {}, more


def refusal_of(failure: Failure, trace: str = "") -> Refusal:
    """Return why a document has no report as a problem of the request for it.

    It bears the trace under which the document failed, if that is known: the log tells more.
    """
    told = failure.detail if failure.code in KINDS and not KINDS[failure.code].told else ""
    refusal = Refusal(failure.code if failure.code in KINDS else "error", told, of_document=True)
    refusal.more |= {"trace_id": trace} if trace else {}
    return refusal


def problem(scope: Scope, refusal: Refusal) -> Response:
    """Return the problem document."""
    kind = KINDS[refusal.code]
    status = refusal.status or kind.status
    if not refusal.of_document:
        scope.setdefault("state", {})["code"] = refusal.code
    body: dict[str, Any] = {
        "type": f"{scope.get('root_path', '')}/problems/{refusal.code}",
        "title": kind.title,
        "status": status,
        "detail": _line(refusal.detail or kind.told or kind.advice),
        "code": refusal.code,
        "trace_id": scope.get("state", {}).get("trace_id", ""),
        "retryable": kind.retryable,
        **refusal.more,
    }
    headers = {"Retry-After": "1"} if kind.retryable else {}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(orjson.dumps(body), status, headers | dict(refusal.headers), MEDIA_TYPE)


def handle(app: FastAPI) -> None:
    """Let the application answer every error with a problem document."""

    @app.exception_handler(Refusal)
    async def _refused(request: Request, error: Refusal) -> Response:
        return problem(request.scope, error)

    @app.exception_handler(ConspectusError)
    async def _failed(request: Request, error: ConspectusError) -> Response:
        code = error.code if error.code in KINDS else "error"
        if KINDS[code].told:
            note(error, request.scope)
        return problem(request.scope, Refusal(code, "" if KINDS[code].told else str(error)))

    @app.exception_handler(RequestValidationError)
    async def _invalid(request: Request, error: RequestValidationError) -> Response:
        errors = _fields(error.errors())
        told = "; ".join(f"{one['field']}: {one['detail']}" for one in errors[:3])
        return problem(request.scope, Refusal("validation", told, errors=errors))

    @app.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> Response:
        if error.status_code < HTTPStatus.BAD_REQUEST:
            return Response(status_code=error.status_code, headers=error.headers)
        code = _CODES.get(error.status_code, "malformed")
        headers = dict(error.headers or {})
        if code == "method-not-allowed":
            headers["Allow"] = _allowed(app, request) or headers.get("Allow", "GET")
        return problem(request.scope, Refusal(code, headers=headers))

    @app.exception_handler(ClientDisconnect)
    async def _gone(request: Request, error: ClientDisconnect) -> Response:
        return problem(request.scope, Refusal("malformed", "The request ended too early."))


def documented(*codes: str) -> dict[int | str, dict[str, Any]]:
    """Return the part of an OpenAPI document about these problems, and those of every path."""
    found: dict[int | str, list[str]] = {}
    every = ("validation", "unauthenticated", "forbidden", "rate-limited", "error", "storage")
    for code in dict.fromkeys((*codes, *every)):
        found.setdefault(KINDS[code].status, []).append(code)
    return {status: _documented(names) for status, names in found.items()}


def note(error: BaseException, scope: Scope) -> None:
    """Log an error by its kind and where it arose; its text may hold words of a document."""
    route = getattr(scope.get("route"), "path_format", None) or "none"
    _log.error("A request failed.", extra={"told": {"route": route}, "raised": error})


def _documented(codes: Iterable[str]) -> dict[str, Any]:
    told = "; ".join(f"`{code}`: {KINDS[code].title.lower()}" for code in codes)
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": told, "content": {MEDIA_TYPE: {"schema": schema}}}


def _allowed(app: FastAPI, request: Request) -> str:
    """Return all methods of a path: one router gives only those of its first match."""
    path = get_route_path(request.scope)
    for template, methods in app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(template)), path):
            return ", ".join(sorted(method.upper() for method in methods))
    return ""


def _fields(errors: Sequence[Any]) -> list[dict[str, str]]:
    """Return the errors of a validation by field; nothing of the input is repeated."""
    return [{"field": _field(error), "detail": _line(_detail(error))} for error in errors]


def _field(error: Any) -> str:
    """Return the place of an error; of a name that is none of ours, what it stands in."""
    place = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    return ".".join(str(step) for step in place[1:]) or str(error["loc"][0])


def _detail(error: Any) -> str:
    """Return what is wrong; of a kind that does not exist, those that do."""
    if error["type"] == "union_tag_invalid":
        return f"Input should be one of {error['ctx']['expected_tags']}"
    return str(error["msg"])


def _line(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= LONGEST_DETAIL else one[: LONGEST_DETAIL - 1] + "…"
