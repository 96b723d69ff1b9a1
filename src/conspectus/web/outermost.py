"""What is done for every request, whatever it asks: trace id, one path, headers, the last catch."""

from collections.abc import Callable

from starlette._utils import get_route_path
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from conspectus.domain.happenings import Happening, Work
from conspectus.domain.trace import Trace, begun, follow, within
from conspectus.ports import Observer
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
TAKING_FILES = frozenset(
    (
        *(f"{VERSION}/{path}/" for path in ("generate", "generate/batch", "compare")),
        *(f"/ui/{path}/" for path in ("jobs", "compare")),
    )
)
"""Whoever serves these streams the body and counts; all others read it whole."""

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
_RAW = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]


class Outermost:
    """Wraps the application. `observer` gives who is told of requests, once there is a desk.

    `root_path` is where a proxy serves the application; it may hand it over or take it away.
    """

    def __init__(self, app: ASGIApp, observer: Callable[[], Observer], root_path: str = "") -> None:
        self._app = app
        self._observer = observer
        self._root = root_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        with within(_trace(scope)) as trace:
            await self._serve(scope, receive, send, trace.id)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, trace: str) -> None:
        scope.setdefault("state", {})["trace_id"] = trace
        root = scope.get("root_path") or self._root
        scope = canonical({**scope, "root_path": root})
        observer, work = self._observer(), Work("request", detail=scope["method"])

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                work.outcome = str(message["status"])
                _dress(MutableHeaders(scope=message), scope, trace)
            await send(message)

        with observer.during(work):
            try:
                await self._app(scope, _short(scope, receive), sending)
            except Exception as error:  # noqa: BLE001  # the last door: no text of it goes out
                note(error, scope)
                if not work.outcome:
                    await problem(scope, Refusal("error"))(scope, receive, sending)
            finally:
                work.name = getattr(scope.get("route"), "path_format", None) or "none"
                if code := scope["state"].get("code"):
                    observer.happened(Happening("error", code))


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
    """Let no body grow beyond MOST_BYTES but where files are taken in, which have their limit."""
    if get_route_path(scope) in TAKING_FILES:
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
    given = {name for name, _ in headers.raw}
    headers.raw.extend(pair for pair in _RAW if pair[0] not in given)
    if scope.get("scheme") == "https":
        headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    headers["X-Trace-Id"] = trace


def _trace(scope: Scope) -> Trace:
    """Return the trace of the caller (W3C traceparent), or one of our own.

    Other headers that name a request, `X-Request-ID` as well, may hold anything: none is read.
    """
    given = [value for name, value in scope["headers"] if name == b"traceparent"]
    return follow(given[0].decode("latin-1")) if len(given) == 1 else begun()
