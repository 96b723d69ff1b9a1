"""What doors need: who may come in, and a trail of what was done."""

from collections.abc import Sequence
from typing import Protocol

from conspectus.domain.access import Deed, Key, Session


class KeyRing(Protocol):
    """Keeps keys; never their secrets. Every method is one transaction."""

    async def add(self, key: Key) -> None: ...

    async def find(self, key: str) -> Key | None:
        """Return a key by its id, a revoked one too."""

    async def all(self, workspace: str | None = None) -> list[Key]:
        """Return the keys of a workspace, or of all, the oldest first."""

    async def revoke(self, key: str) -> bool:
        """Let a key open nothing any more; False when there is none that did."""


class SessionBook(Protocol):
    """Keeps sessions; never their tokens. Every method is one transaction."""

    async def add(self, session: Session) -> None: ...

    async def find(self, digest: str) -> Session | None:
        """Return a session, one that has expired too."""

    async def extend(self, digest: str, expires: int) -> None:
        """Let a session expire later, if it is still there."""

    async def end(self, digest: str) -> None:
        """Forget a session."""

    async def expire(self, now: int) -> None:
        """Forget all sessions that have expired by then."""


class Audit(Protocol):
    """A trail to which lines are only added."""

    async def write(self, deed: Deed) -> None:
        """Add a line; its time is now."""

    async def deeds(self, workspace: str, after: int, most: int) -> Sequence[Deed]:
        """Return lines beyond the first `after` of a workspace, the oldest first."""
