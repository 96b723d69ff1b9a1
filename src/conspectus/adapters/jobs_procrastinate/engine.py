"""Ids of documents in Procrastinate's tables: its way to fetch, its heartbeats.

Its own worker is not used: when the end of some work cannot be noted because the database is away
at that moment, that worker keeps the id as long as it lives. This one notes it when it can.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from procrastinate.jobs import Job

from conspectus.adapters.jobs_procrastinate import statements
from conspectus.adapters.jobs_procrastinate.shift import Shift
from conspectus.adapters.jobs_procrastinate.tables import QUEUE, Tables
from conspectus.domain.ending import ended
from conspectus.domain.errors import StorageError
from conspectus.domain.slots import Slots
from conspectus.ports import Handle

LEASE_SECONDS, GRACE_SECONDS, POLL_SECONDS = 5.0, 10.0, 0.2


class ProcrastinateEngine:
    """A worker that was not heard of for `lease_seconds` loses its ids; an async context manager.

    Workers of one process are woken by `enqueue`; others look every `POLL_SECONDS`. An id whose
    handler raised waits for `lease_seconds`.
    """

    def __init__(
        self,
        url: str,
        lease_seconds: float = LEASE_SECONDS,
        grace_seconds: float = GRACE_SECONDS,
    ) -> None:
        self._tables = Tables(url)
        self._lease = lease_seconds
        self._grace = grace_seconds
        self._wake = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self._tables.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._tables.close()

    async def enqueue(self, documents: Sequence[str], priority: int = 0) -> None:
        """Take ids in, higher priority first."""
        while fresh := await self._unknown(documents):
            if await self._tables.defer(fresh, priority):
                break
        self._wake.set()

    async def withdraw(self, documents: Sequence[str]) -> None:
        """Take ids back that no worker need see any more."""
        await self._tables.run(statements.TAKE_BACK, documents=[*documents])
        await self._tables.run(statements.FORGET, documents=[*documents])

    async def waiting(self) -> int:
        """Return how many ids wait for a worker."""
        return int((await self._tables.rows(statements.WAITING, queue=QUEUE))[0]["number"])

    async def work(self, handle: Handle, slots: int, stop: asyncio.Event) -> None:
        """Hand ids to `handle`, at most `slots` at once, until told to stop."""
        under_way: set[asyncio.Task[None]] = set()
        shift, room = Shift(self._tables, self._lease), Slots(slots)
        stopping = asyncio.create_task(stop.wait())
        chores = (
            asyncio.create_task(_always(self._lease / 5, shift.beat)),
            asyncio.create_task(_always(self._lease / 10, shift.rescue)),
        )
        try:
            while not stop.is_set():
                self._wake.clear()
                while room.free(len(under_way)) and (job := await shift.take()):
                    room.given(job.priority)
                    task = asyncio.create_task(self._handle(shift, job, handle))
                    under_way.add(task)
                    task.add_done_callback(under_way.discard)
                await self._pause(stopping)
            if under_way:
                await asyncio.wait(under_way, timeout=self._grace)
        finally:
            await ended([*under_way, *chores, stopping])
            await shift.end()

    async def _handle(self, shift: Shift, job: Job, handle: Handle) -> None:
        """Handle one id, and note how it ended."""
        try:
            await handle(str(job.task_kwargs["document"]))
        except asyncio.CancelledError:
            with suppress(StorageError):
                await shift.again(job, 0)
            raise
        except Exception:  # noqa: BLE001  # whatever it was, a worker tries again
            await _once(lambda: shift.again(job, self._lease))
        else:
            await _once(lambda: shift.done(job))
        finally:
            self._wake.set()

    async def _pause(self, stopping: asyncio.Task[bool]) -> None:
        """Wait until something may have changed."""
        waking = asyncio.create_task(self._wake.wait())
        await asyncio.wait(
            (waking, stopping), timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
        )
        waking.cancel()

    async def _unknown(self, documents: Sequence[str]) -> list[str]:
        rows = await self._tables.rows(statements.KNOWN, documents=[*documents])
        known = {row["queueing_lock"] for row in rows}
        return [document for document in dict.fromkeys(documents) if document not in known]


async def _once(note: Callable[[], Awaitable[None]]) -> None:
    """Note something as soon as it can be noted."""
    while True:
        try:
            return await note()
        except StorageError:
            await asyncio.sleep(POLL_SECONDS)


async def _always(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    """Do the chore again and again; a database that is away now may be there later."""
    while True:
        with suppress(StorageError):
            await chore()
        await asyncio.sleep(seconds)
