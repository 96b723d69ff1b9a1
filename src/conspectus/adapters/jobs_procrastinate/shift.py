"""What one worker does at the tables from the moment it comes to the moment it goes."""

from contextlib import suppress

from procrastinate.jobs import Job

from conspectus.adapters.jobs_procrastinate import statements
from conspectus.adapters.jobs_procrastinate.tables import QUEUE, Tables
from conspectus.domain.errors import StorageError

FORGOTTEN_LEASES = 100
"""A worker that was not heard of for so many leases is taken off the list."""


class Shift:
    """A worker on the list. It signs on when it takes its first id, and anew if it was taken off.

    All writes about an id name the worker that took it: they do nothing once it has lost it.
    """

    def __init__(self, tables: Tables, lease_seconds: float) -> None:
        self._tables = tables
        self._lease = lease_seconds
        self._worker: int | None = None

    async def take(self) -> Job | None:
        """Return the next id in turn, as a row; None when none waits or the database is away."""
        try:
            if self._worker is None:
                self._worker = await self._tables.sign_on(FORGOTTEN_LEASES * self._lease)
            return await self._tables.fetch(self._worker)
        except StorageError:
            return None

    async def beat(self) -> None:
        """Say that this worker lives."""
        worker = self._worker
        if worker is not None and not await self._tables.rows(statements.BEAT, worker=worker):
            self._worker = None

    async def rescue(self) -> None:
        """Let the ids of dead workers wait again."""
        values = {"queue": QUEUE, "seconds": self._lease}
        await self._tables.run(statements.DROP_TWINS, **values)
        await self._tables.run(statements.RESCUE, **values)

    async def done(self, job: Job) -> None:
        """Note that an id is done."""
        await self._tables.run(statements.DONE, job=job.id, worker=job.worker_id)

    async def again(self, job: Job, seconds: float) -> None:
        """Let an id wait again, for so many seconds at least."""
        values = {"job": job.id, "worker": job.worker_id}
        await self._tables.run(statements.AGAIN, seconds=seconds, **values)
        await self._tables.run(statements.DONE, **values)

    async def end(self) -> None:
        """Sign off."""
        if self._worker is not None:
            with suppress(StorageError):
                await self._tables.sign_off(self._worker)
