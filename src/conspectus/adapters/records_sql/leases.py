"""A JobEngine on leases in the database: whoever renews a lease holds it, whoever dies loses it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from secrets import token_hex
from typing import NamedTuple

from conspectus.adapters.records_sql.database import Database, Transaction, now_ms
from conspectus.domain.ending import ended
from conspectus.domain.errors import StorageError
from conspectus.domain.slots import Slots
from conspectus.ports import Handle

LEASE_SECONDS = 5.0
GRACE_SECONDS = 10.0
POLL_SECONDS = 0.2

_ENQUEUE = """
    INSERT INTO leases (document, priority) VALUES (?, ?) ON CONFLICT (document) DO NOTHING
"""
AHEAD_MS = 60_000
"""A lease that ends so much later than one of now was taken before the clock was set back."""

_ENDED = "(until < ? OR until > ?)"
_FREE = f"SELECT count(*) FROM (SELECT 1 FROM leases WHERE {_ENDED} LIMIT ?) free"
_TAKE = f"""
    UPDATE leases SET owner = ?, until = ? WHERE document IN (
        SELECT document FROM leases WHERE {_ENDED} ORDER BY priority DESC, document LIMIT ?
    ) RETURNING priority, document
"""
_RENEW = "UPDATE leases SET until = ? WHERE owner = ? AND document = ?"
_DONE = "DELETE FROM leases WHERE owner = ? AND document = ?"


class Lease(NamedTuple):
    """Each taking has an owner of its own: an id taken again is not the earlier taker's."""

    owner: str
    document: str


UnderWay = dict[Lease, asyncio.Task[None]]


class LeaseEngine:
    """Leases last `lease_seconds` and are renewed five times as often.

    Workers of one process are woken by `enqueue`; others look every `POLL_SECONDS`. An id whose
    handler raised waits until its lease has run out.
    """

    def __init__(
        self,
        database: Database,
        lease_seconds: float = LEASE_SECONDS,
        grace_seconds: float = GRACE_SECONDS,
        clock: Callable[[], int] = now_ms,
    ) -> None:
        self._database = database
        self._lease = round(lease_seconds * 1000)
        self._grace = grace_seconds
        self._clock = clock
        self._wake = asyncio.Event()

    async def enqueue(self, documents: Sequence[str], priority: int = 0) -> None:
        """Take ids in, higher priority first."""
        rows = [(document, priority) for document in documents]
        await self._database.write(lambda tx: tx.each(_ENQUEUE, rows))
        self._wake.set()

    async def withdraw(self, documents: Sequence[str]) -> None:
        """Take ids back that no worker need see any more."""
        sql = "DELETE FROM leases WHERE document = ?"
        await self._database.write(lambda tx: tx.each(sql, [(one,) for one in documents]))

    async def waiting(self) -> int:
        """Return how many ids wait for a worker."""
        sql = "SELECT count(*) FROM leases WHERE until < ?"
        return int((await self._database.read(sql, self._clock()))[0][0])

    async def work(self, handle: Handle, slots: int, stop: asyncio.Event) -> None:
        """Hand ids to `handle`, at most `slots` at once, until told to stop."""
        under_way: UnderWay = {}
        room = Slots(slots)
        beating = asyncio.create_task(self._beat(under_way))
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                self._wake.clear()
                for priority, lease in await self._take(room.free(len(under_way))):
                    room.given(priority)
                    under_way[lease] = asyncio.create_task(self._handle(lease, handle, under_way))
                await self._pause(stopping)
            if under_way:
                await asyncio.wait(under_way.values(), timeout=self._grace)
        finally:
            await ended([*under_way.values(), beating, stopping])

    async def _pause(self, stopping: asyncio.Task[bool]) -> None:
        """Wait until something may have changed."""
        waking = asyncio.create_task(self._wake.wait())
        await asyncio.wait(
            (waking, stopping), timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        waking.cancel()

    async def _take(self, most: int) -> list[tuple[int, Lease]]:
        """Return up to so many ids with their priority, those of higher priority first."""
        now, owner = self._clock(), token_hex(8)
        until = now + self._lease
        ended = (now, until + AHEAD_MS)
        try:
            if not most or not (await self._database.read(_FREE, *ended, 1))[0][0]:
                return []
            rows = await self._database.write(lambda tx: tx.rows(_TAKE, owner, until, *ended, most))
        except StorageError:
            return []
        rows.sort(key=lambda row: (-row[0], row[1]))
        return [(priority, Lease(owner, document)) for priority, document in rows]

    async def _handle(self, lease: Lease, handle: Handle, under_way: UnderWay) -> None:
        """Handle one id; its lease ends with it, or runs out."""
        try:
            await handle(lease.document)
            await self._database.write(lambda tx: tx.rows(_DONE, *lease))
        except asyncio.CancelledError:
            await self._database.write(lambda tx: tx.rows(_RENEW, 0, *lease))
            raise
        except Exception:  # noqa: BLE001  # whatever it was, another worker tries again
            pass
        finally:
            del under_way[lease]
            self._wake.set()

    async def _beat(self, under_way: UnderWay) -> None:
        def renew(tx: Transaction) -> None:
            until = self._clock() + self._lease
            tx.each(_RENEW, [(until, *lease) for lease in [*under_way]])

        while True:
            await asyncio.sleep(self._lease / 5000)
            with suppress(StorageError):
                await self._database.write(renew)
