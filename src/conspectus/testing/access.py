"""Stand-ins for what doors need."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from conspectus.domain.access import Deed, Key, Session
from conspectus.domain.trail import Head, Line, line_of, sealed


def _now() -> int:
    return time.time_ns() // 1_000_000


@dataclass
class MemoryKeyRing:
    """Keeps keys in a dictionary."""

    clock: Callable[[], int] = _now
    keys: dict[str, Key] = field(default_factory=dict)

    async def add(self, key: Key) -> None:
        """Keep a key."""
        self.keys[key.id] = key

    async def find(self, key: str) -> Key | None:
        """Return a key by its id, a revoked one too."""
        return self.keys.get(key)

    async def all(self, workspace: str | None = None) -> list[Key]:
        """Return the keys of a workspace, or of all."""
        found = [key for key in self.keys.values() if workspace in (None, key.workspace)]
        return sorted(found, key=lambda key: (key.created, key.id))

    async def revoke(self, key: str) -> bool:
        """Let a key open nothing any more."""
        found = self.keys.get(key)
        if found is None or found.revoked is not None:
            return False
        self.keys[key] = replace(found, revoked=self.clock())
        return True


@dataclass
class MemorySessionBook:
    """Keeps sessions in a dictionary."""

    sessions: dict[str, Session] = field(default_factory=dict)

    async def add(self, session: Session) -> None:
        """Keep a session."""
        self.sessions[session.digest] = session

    async def find(self, digest: str) -> Session | None:
        """Return a session, one that has expired too."""
        return self.sessions.get(digest)

    async def extend(self, digest: str, expires: int) -> None:
        """Let a session expire later, if it is still there."""
        found = self.sessions.get(digest)
        if found and found.expires < expires:
            self.sessions[digest] = replace(found, expires=expires)

    async def end(self, digest: str) -> None:
        """Forget a session."""
        self.sessions.pop(digest, None)

    async def expire(self, now: int) -> None:
        """Forget all sessions that have expired by then."""
        self.sessions = {id_: one for id_, one in self.sessions.items() if one.expires > now}


@dataclass
class MemoryAudit:
    """Keeps sealed lines in a list."""

    clock: Callable[[], int] = _now
    kept: list[Line] = field(default_factory=list)
    noted: Head = field(default_factory=Head)

    async def write(self, deed: Deed) -> None:
        """Add a line."""
        self.append(deed)

    def append(self, deed: Deed) -> Line:
        """Add a line and return it."""
        line = sealed(line_of(deed, self.noted.number + 1, self.clock()), self.noted)
        self.kept.append(line)
        self.noted = Head(line.number, line.hash)
        return line

    async def deeds(self, workspace: str, after: int, most: int) -> list[Deed]:
        """Return lines beyond the first `after` of a workspace."""
        found = [line.deed for line in self.kept if line.workspace == workspace]
        return found[after : after + most]
