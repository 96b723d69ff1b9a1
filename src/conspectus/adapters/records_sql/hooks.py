"""Webhooks and their deliveries."""

from collections.abc import Callable

from conspectus.adapters.records_sql.database import Database, Transaction, now_ms
from conspectus.adapters.records_sql.rows import JOB, job_of
from conspectus.domain.hooks import Delivery, DeliveryState, Hook
from conspectus.domain.job import Job

OLDEST_MS = 2 * 86_400_000
"""An end that nobody was told of for so long is no news."""

_HOOK = "id, workspace, url, secret, created_at"
_DELIVERY = "id, hook, job, body, status, attempts, due, answer"
_ADD = f"INSERT INTO hooks ({_HOOK}) VALUES (?, ?, ?, ?, ?)"
_UNTOLD = f"""
    SELECT {", ".join(f"h.{one}" for one in _HOOK.split(", "))},
        j.ended_at, {", ".join(f"j.{one}" for one in JOB.split(", "))}
    FROM hooks h JOIN jobs j ON j.workspace = h.workspace AND j.ended_at >= h.created_at
    WHERE j.ended_at > ? AND NOT EXISTS (
        SELECT 1 FROM deliveries d
        WHERE d.hook = h.id AND d.job = j.id AND d.ended_at = j.ended_at
    ) ORDER BY j.ended_at LIMIT ?
"""
_TELL = """
    INSERT INTO deliveries (id, hook, job, ended_at, body, due)
    SELECT ?, id, ?, ?, ?, ? FROM hooks WHERE id = ?
    ON CONFLICT (hook, job, ended_at) DO NOTHING
"""
_CLAIM = f"""
    UPDATE deliveries SET due = ?, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM deliveries WHERE status = 'waiting' AND due <= ? ORDER BY due LIMIT ?
    ) AND status = 'waiting' AND due <= ? RETURNING {_DELIVERY}
"""
_SETTLE = "UPDATE deliveries SET status = ?, answer = ?, due = ? WHERE id = ?"
_OF_HOOK = f"""
    SELECT {_DELIVERY} FROM deliveries
    WHERE hook IN (SELECT id FROM hooks WHERE workspace = ? AND id = ?)
    ORDER BY ended_at DESC, id LIMIT ?
"""


class SqlHookBook:
    """Fills the port over any Database."""

    def __init__(self, database: Database, clock: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock = clock

    async def add(self, hook: Hook) -> None:
        """Keep a hook."""
        row = (hook.id, hook.workspace, hook.url, hook.secret, hook.created)
        await self._database.write(lambda tx: tx.rows(_ADD, *row))

    async def all(self, workspace: str) -> list[Hook]:
        """Return the hooks of a workspace, the oldest first."""
        sql = f"SELECT {_HOOK} FROM hooks WHERE workspace = ? ORDER BY created_at, id"
        return [Hook(*row) for row in await self._database.read(sql, workspace)]

    async def remove(self, workspace: str, hook: str) -> bool:
        """Forget a hook with its deliveries."""
        sql = "DELETE FROM hooks WHERE workspace = ? AND id = ? RETURNING id"
        return bool(await self._database.write(lambda tx: tx.rows(sql, workspace, hook)))

    async def untold(self, most: int) -> list[tuple[Hook, Job, int]]:
        """Return ends of jobs since a hook was added that have no delivery yet."""
        rows = await self._database.read(_UNTOLD, self._clock() - OLDEST_MS, most)
        return [(Hook(*row[:5]), job_of(row[6:]), row[5]) for row in rows]

    async def tell(self, delivery: Delivery, ended: int) -> None:
        """Keep a delivery, unless there is one of this hook for this end of the job."""
        row = (delivery.id, delivery.job, ended, delivery.body, self._clock(), delivery.hook)
        await self._database.write(lambda tx: tx.rows(_TELL, *row))

    async def claim(self, most: int, seconds: float) -> list[tuple[Hook, Delivery]]:
        """Return due deliveries; for so long they are due to nobody else."""
        now = self._clock()
        due = "SELECT 1 FROM deliveries WHERE status = 'waiting' AND due <= ? LIMIT 1"
        if not await self._database.read(due, now):
            return []

        def work(tx: Transaction) -> list[tuple[Hook, Delivery]]:
            rows = tx.rows(_CLAIM, now + round(seconds * 1000), now, most, now)
            taken = [Delivery(*row) for row in rows]
            sql = f"SELECT {_HOOK} FROM hooks WHERE id = ?"
            return [(Hook(*tx.rows(sql, one.hook)[0]), one) for one in taken]

        return await self._database.write(work)

    async def settle(
        self, delivery: str, status: DeliveryState, answer: str, seconds: float = 0
    ) -> None:
        """Note how an attempt went."""
        row = (status, answer, self._clock() + round(seconds * 1000), delivery)
        await self._database.write(lambda tx: tx.rows(_SETTLE, *row))

    async def deliveries(self, workspace: str, hook: str, most: int) -> list[Delivery]:
        """Return deliveries of a hook, the latest first."""
        return [
            Delivery(*row) for row in await self._database.read(_OF_HOOK, workspace, hook, most)
        ]
