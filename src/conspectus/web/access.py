"""Who asks: the caller of a request, let in by a key, or as the owner of the machine."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from conspectus.domain.access import OWN, Scope, Unauthenticated
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
    """Sees one workspace, and nothing of any other."""

    workspace: str
    name: str


def caller(scope: Scope) -> Callable[..., Awaitable[Caller]]:
    """Return a dependency that gives the caller, if that may do what needs the scope."""

    async def admitted(request: Request, at: At, given: _Given) -> Caller:
        if at.policy.auth:
            if given is None:
                raise Unauthenticated("Send a key: `Authorization: Bearer KEY`.")
            key = await at.keys.admit(given.credentials, scope)
            found = Caller(key.workspace, f"key {key.id}")
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
Admin = Annotated[Caller, Depends(caller("admin"))]


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


def _local(host: str) -> bool:
    if host == "localhost" or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
