"""What is done for every request, whatever it asks: trace id, one path, headers, the last catch."""

import re
from collections.abc import Callable
from secrets import token_hex
from time import perf_counter

from starlette._utils import get_route_path
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from conspectus.web.metrics import Metrics
from conspectus.web.problems import Refusal, note, problem

VERSION = "/v1"
MOST_BYTES = 65_536
ROOMS = frozenset(
    (
        "generate",
        "jobs",
        "compare",
        "plugins",
        "cache",
        "health",
        "livez",
        "readyz",
        "metrics",
        "webhooks",
    )
)
_TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


class Outermost:
    """Wraps the application. `metrics` gives where requests are counted, once there is a desk.

    `root_path` is where a proxy serves the application; it may hand it over or take it away.
    """

    def __init__(
        self, app: ASGIApp, metrics: Callable[[], Metrics | None], root_path: str = ""
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._root = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        trace = _trace_id(scope)
        scope.setdefault("state", {})["trace_id"] = trace
        root = scope.get("root_path") or self._root
        scope = canonical({**scope, "root_path": root})
        started, status = perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _dress(MutableHeaders(scope=message), scope, trace)
            await send(message)

        try:
            await self._app(scope, _short(scope, receive), sending)
        except Exception as error:  # noqa: BLE001  # the last door: no text of it reaches a client
            note(error, scope)
            if not status:
                await problem(scope, Refusal("error"))(scope, receive, sending)
        finally:
            if metrics := self._metrics():
                metrics.observe(scope, status, perf_counter() - started)


def canonical(scope: Scope) -> Scope:
    """Give every path its one form: under /v1, with a slash at its end."""
    path = get_route_path(scope)
    bare = path.removeprefix(VERSION) if path.startswith(f"{VERSION}/") else path
    if bare.split("/")[1:2] and bare.split("/")[1] in ROOMS:
        whole = f"{VERSION}{bare if bare.endswith('/') else bare + '/'}"
        root = scope.get("root_path", "") if scope["path"] != path else ""
        return {**scope, "path": root + whole}
    return scope


def _short(scope: Scope, receive: Receive) -> Receive:
    """Let no body grow beyond MOST_BYTES but that of a form: its files have their own limit."""
    kinds = [value for name, value in scope["headers"] if name == b"content-type"]
    if any(value.startswith(b"multipart/form-data") for value in kinds):
        return receive
    size = 0

    async def counting() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > MOST_BYTES:
            raise HTTPException(413)
        return message

    return counting


def _dress(headers: MutableHeaders, scope: Scope, trace: str) -> None:
    for name, value in _HEADERS.items():
        headers.setdefault(name, value)
    if scope.get("scheme") == "https":
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    headers["X-Trace-Id"] = trace


def _trace_id(scope: Scope) -> str:
    """Return the trace id of the caller (W3C traceparent), or one of our own."""
    for name, value in scope["headers"]:
        if name == b"traceparent" and (given := _TRACEPARENT.fullmatch(value.decode("latin-1"))):
            return given[1]
    return token_hex(16)
