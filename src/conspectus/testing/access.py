"""Stand-ins for what doors need."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from conspectus.domain.access import Deed, Key


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
class MemoryAudit:
    """Keeps lines in a list."""

    clock: Callable[[], int] = _now
    lines: list[Deed] = field(default_factory=list)

    async def write(self, deed: Deed) -> None:
        """Add a line."""
        self.lines.append(replace(deed, time=self.clock()))

    async def deeds(self, workspace: str, after: int, most: int) -> list[Deed]:
        """Return lines beyond the first `after` of a workspace."""
        return [deed for deed in self.lines if deed.workspace == workspace][after : after + most]
