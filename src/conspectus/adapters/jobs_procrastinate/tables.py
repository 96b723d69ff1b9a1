"""Procrastinate's tables, reached through its own connector. All failures are StorageErrors."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from procrastinate import PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from conspectus.domain.errors import StorageError

QUEUE, TASK = "conspectus", "document"
CONNECTIONS, WAIT_SECONDS = 4, 10.0
_CONNECTION = {"autocommit": True, "connect_timeout": 5}

for _name in ("procrastinate", "psycopg"):  # errors are told by raising
    logging.getLogger(_name).addHandler(logging.NullHandler())


class Tables:
    """One pool of connections."""

    def __init__(self, url: str) -> None:
        self._connector = PsycopgConnector(
            conninfo=url,
            min_size=1,
            max_size=CONNECTIONS,
            timeout=WAIT_SECONDS,
            configure=_relax,
            kwargs=_CONNECTION,
        )
        self._manager = JobManager(self._connector)

    async def open(self) -> None:
        """Connect."""
        async with _failures():
            await self._connector.open_async()

    async def close(self) -> None:
        """Let the connections go."""
        await self._connector.close_async()

    async def rows(self, sql: str, **values: object) -> list[dict[str, Any]]:
        """Return what a statement selects or returns."""
        async with _failures():
            found: list[dict[str, Any]]
            found = await self._connector.execute_query_all_async(sql, **values)
            return found

    async def run(self, sql: str, **values: object) -> None:
        """Run a statement that returns nothing."""
        async with _failures():
            await self._connector.execute_query_async(sql, **values)

    async def defer(self, documents: Sequence[str], priority: int) -> bool:
        """Let these wait, in one batch; False, and none of them, when one of them does already."""
        try:
            async with _failures():
                await self._manager.batch_defer_jobs_async(
                    [_waiting(document, priority) for document in documents]
                )
        except AlreadyEnqueued:
            return False
        return True

    async def fetch(self, worker: int) -> Job | None:
        """Hand the next one that waits to a worker."""
        async with _failures():
            return await self._manager.fetch_job([QUEUE], worker)

    async def sign_on(self, prune_seconds: float) -> int:
        """Return the id of a worker that is on the list now; take those off that are long dead."""
        async with _failures():
            await self._manager.prune_stalled_workers(prune_seconds)
            return await self._manager.register_worker()

    async def sign_off(self, worker: int) -> None:
        """Take a worker off the list; what it still has in hand waits again."""
        async with _failures():
            await self._manager.unregister_worker(worker)


def _waiting(document: str, priority: int) -> Job:
    return Job(
        queue=QUEUE,
        task_name=TASK,
        task_kwargs={"document": document},
        lock=None,
        queueing_lock=document,
        priority=priority,
    )


async def _relax(db: psycopg.AsyncConnection[Any]) -> None:
    """Do not wait for the disk: an id that is lost is told again by the records."""
    await db.execute("SET synchronous_commit = off")


@asynccontextmanager
async def _failures() -> AsyncIterator[None]:
    try:
        yield
    except AlreadyEnqueued:
        raise
    except (ConnectorException, psycopg.Error) as error:
        reason = " ".join(str(error.__cause__ or error).split()) or type(error).__name__
        raise StorageError(
            f"The queue cannot be used ({reason}). Check CONSPECTUS_DATABASE_URL."
        ) from error
