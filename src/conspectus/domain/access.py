"""Who may come in: keys of workspaces, and what was done with them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from conspectus.domain.errors import UsageError

Scope = Literal["metrics", "read", "write", "admin"]
REACH: Mapping[Scope, tuple[Scope, ...]] = {
    "metrics": ("metrics",),
    "read": ("read",),
    "write": ("read", "write"),
    "admin": ("metrics", "read", "write", "admin"),
}
"""What a key of a scope may do: what needs one of these."""

OWN = ""
"""The workspace of whoever owns the machine; it needs no key."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_RESERVED = frozenset(("own",))


class Unauthenticated(UsageError):
    """No key was given, or none that holds."""

    code = "unauthenticated"


class Forbidden(UsageError):
    """The key does not reach so far."""

    code = "forbidden"


@dataclass(frozen=True, slots=True)
class Key:
    """A named key of a workspace. `digest` is the SHA-256 of its secret; times as in `job`."""

    id: str
    workspace: str
    name: str
    scope: Scope
    digest: str
    created: int
    revoked: int | None = None

    def reaches(self, scope: Scope) -> bool:
        """Whether the key may do what needs a scope."""
        return scope in REACH[self.scope]


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that showed a key. `digest` is the SHA-256 of its token; times as in `job`."""

    digest: str
    key: str
    workspace: str
    made: int
    expires: int


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the audit trail: who did what to what."""

    workspace: str
    actor: str
    action: str
    subject: str
    data: Mapping[str, object] = field(default_factory=dict)
    time: int = 0


def require_scope(key: Key, scope: Scope) -> Key:
    """Return the key if it reaches so far. Raises Forbidden."""
    if not key.reaches(scope):
        raise Forbidden(f"This needs a key of scope {scope}, and yours has {key.scope}.")
    return key


def workspace_name(given: str) -> str:
    """Return the name of a workspace. Raises UsageError when it is none."""
    if not _NAME.fullmatch(given) or given in _RESERVED:
        raise UsageError(
            f"'{given}' is no name of a workspace: use up to 40 letters, digits, - and _."
        )
    return given
