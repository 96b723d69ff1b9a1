"""Sessions of browsers."""

from conspectus.adapters.records_sql.database import Database
from conspectus.domain.access import Session

_SESSION = "digest, key, workspace, made_at, expires_at"
_ADD = f"INSERT INTO sessions ({_SESSION}) VALUES (?, ?, ?, ?, ?)"
_FIND = f"SELECT {_SESSION} FROM sessions WHERE digest = ?"
_EXTEND = "UPDATE sessions SET expires_at = ? WHERE digest = ? AND expires_at < ?"


class SqlSessionBook:
    """Fills the port over any Database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, session: Session) -> None:
        """Keep a session."""
        row = (session.digest, session.key, session.workspace, session.made, session.expires)
        await self._database.run(_ADD, *row)

    async def find(self, digest: str) -> Session | None:
        """Return a session, one that has expired too."""
        rows = await self._database.read(_FIND, digest)
        return Session(*rows[0]) if rows else None

    async def extend(self, digest: str, expires: int) -> None:
        """Let a session expire later, if it is still there."""
        await self._database.run(_EXTEND, expires, digest, expires)

    async def end(self, digest: str) -> None:
        """Forget a session."""
        await self._database.run("DELETE FROM sessions WHERE digest = ?", digest)

    async def expire(self, now: int) -> None:
        """Forget all sessions that have expired by then."""
        await self._database.run("DELETE FROM sessions WHERE expires_at <= ?", now)
