"""Who asks: the caller of a request, let in by a key, or as the owner of the machine."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from conspectus.domain.access import OWN, Key, Scope, Unauthenticated, require_scope
from conspectus.web.csrf import SAFE, SESSION, field_of, require_csrf
from conspectus.web.desk import Desk, desk
from conspectus.web.problems import Refusal

_bearer = HTTPBearer(
    auto_error=False,
    scheme_name="key",
    description="A key of `conspectus keys create`. Needed only where the service asks for one.",
)
At = Annotated[Desk, Depends(desk)]
_Given = Annotated[HTTPAuthorizationCredentials | None, Security(_bearer)]


@dataclass(frozen=True, slots=True)
class Caller:
    """Sees one workspace, and nothing of any other. `person` is what the key is called, if any."""

    workspace: str
    name: str
    person: str = ""


def caller(scope: Scope, streamed: bool = False) -> Callable[..., Awaitable[Caller]]:
    """Return a dependency that gives the caller, if that may do what needs the scope.

    Who comes with a session must show its token of forms. When the form is `streamed`, whoever
    takes it in calls `require_csrf` for its first field.
    """

    async def admitted(request: Request, given: _Given) -> Caller:
        at = await desk(request)  # each dependency is solved anew wherever it is named
        if at.policy.auth:
            key = request.state.key = await _key(request, at, given, scope, streamed)
            require_scope(key, scope)
            found = Caller(key.workspace, f"key {key.id}", key.name)
        else:
            if not at.policy.open:
                require_own_machine(request)
            client = request.client.host if request.client else ""
            found = Caller(OWN, client)
        await at.quota.spend(found.name)
        return found

    return admitted


Reader = Annotated[Caller, Depends(caller("read"))]
Writer = Annotated[Caller, Depends(caller("write"))]
Watcher = Annotated[Caller, Depends(caller("metrics"))]
Admin = Annotated[Caller, Depends(caller("admin"))]
Sender = Annotated[Caller, Depends(caller("write", streamed=True))]


async def _key(
    request: Request,
    at: Desk,
    given: HTTPAuthorizationCredentials | None,
    scope: Scope,
    streamed: bool,
) -> Key:
    """Return the key that a request shows, or whose session it comes with."""
    session = request.cookies.get(SESSION)
    if given is not None:
        admit = at.keys.recognise if scope == "metrics" else at.keys.admit
        return await admit(given.credentials, scope)
    if session is None or "authorization" in request.headers:
        raise Unauthenticated("Send a key: `Authorization: Bearer KEY`.")
    key = await at.sessions.admit(session)
    if request.method not in SAFE and not streamed:
        require_csrf(request, await field_of(request))
    return key


def standing(request: Request, at: Desk) -> Callable[[], Awaitable[bool]]:
    """Return what tells whether the key or session of a request, if any, still holds."""
    key: Key | None = getattr(request.state, "key", None)
    session = request.cookies.get(SESSION, "")

    async def stands() -> bool:
        if key is None:
            return True
        if session and "authorization" not in request.headers:
            return await at.sessions.stands(session)
        return await at.keys.stands(key.id)

    return stands


def require_own_machine(request: Request) -> None:
    """Refuse other machines, names that are not this machine's, and pages of other sites."""
    server = request.scope.get("server")
    if server and not _local(server[0]):
        raise Refusal("stranger")
    if request.client and not _local(request.client.host):
        raise Refusal("stranger", "The request comes from another machine.")
    if not _local(urlsplit(f"//{request.headers.get('host', '')}").hostname or ""):
        raise Refusal("stranger", "The Host of the request is not this machine.")
    origin = request.headers.get("origin")
    if request.headers.get("sec-fetch-site") == "cross-site" or (
        origin and not _local(urlsplit(origin).hostname or "")
    ):
        raise Refusal("stranger", "The request comes from a page of another site.")


@lru_cache(1000)
def _local(host: str) -> bool:
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
