"""Keys and the audit trail."""

import json
from collections.abc import Callable

from conspectus.adapters.records_sql.database import Database, Transaction, now_ms
from conspectus.adapters.records_sql.trail import append
from conspectus.domain.access import Deed, Key

_KEY = "id, workspace, name, scope, digest, created_at, revoked_at"
_ADD = f"INSERT INTO keys ({_KEY}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_REVOKE = "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id"
_DEEDS = """
    SELECT workspace, actor, action, subject, data, time FROM audit
    WHERE workspace = ? ORDER BY number LIMIT ? OFFSET ?
"""


class SqlKeyRing:
    """Fills the port over any Database."""

    def __init__(self, database: Database, clock: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock = clock

    async def add(self, key: Key) -> None:
        """Keep a key."""
        row = (key.id, key.workspace, key.name, key.scope, key.digest, key.created, key.revoked)

        def work(tx: Transaction) -> None:
            tx.lasting()
            tx.rows(_ADD, *row)

        await self._database.write(work)

    async def find(self, key: str) -> Key | None:
        """Return a key by its id, a revoked one too."""
        rows = await self._database.read(f"SELECT {_KEY} FROM keys WHERE id = ?", key)
        return Key(*rows[0]) if rows else None

    async def all(self, workspace: str | None = None) -> list[Key]:
        """Return the keys of a workspace, or of all, the oldest first."""
        where, values = ("", []) if workspace is None else (" WHERE workspace = ?", [workspace])
        sql = f"SELECT {_KEY} FROM keys{where} ORDER BY created_at, id"
        return [Key(*row) for row in await self._database.read(sql, *values)]

    async def revoke(self, key: str) -> bool:
        """Let a key open nothing any more."""
        now = self._clock()

        def work(tx: Transaction) -> bool:
            tx.lasting()
            return bool(tx.rows(_REVOKE, now, key))

        return await self._database.write(work)


class SqlAudit:
    """Fills the port over any Database; lines are chained in the order of their commits."""

    def __init__(self, database: Database, clock: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock = clock

    async def write(self, deed: Deed) -> None:
        """Add a line."""
        now = self._clock()
        await self._database.write(lambda tx: append(tx, deed, now))

    async def deeds(self, workspace: str, after: int, most: int) -> list[Deed]:
        """Return lines beyond the first `after` of a workspace, the oldest first."""
        rows = await self._database.read(_DEEDS, workspace, most, after)
        return [_deed(*row) for row in rows]


def _deed(workspace: str, actor: str, action: str, subject: str, data: str, time: int) -> Deed:
    return Deed(workspace, actor, action, subject, json.loads(data), time)
