"""Every adapter of the ports of jobs, opened alike, so that one contract runs over all."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conspectus.adapters.archive_folder import FolderArchive
from conspectus.adapters.records_sql import LeaseEngine, SqliteDatabase, SqlRecords, migrate
from conspectus.domain.job import Job, JobDocument, Order
from conspectus.ports import Archive, JobEngine, Records
from conspectus.service.intake import documents_of, job_id
from conspectus.testing import MemoryArchive, MemoryEngine, MemoryRecords

KINDS = ("memory", "sqlite")
LEASE_SECONDS = 0.4


@dataclass
class Clock:
    """Milliseconds that pass when told to."""

    now: int = 1_700_000_000_000

    def __call__(self) -> int:
        """Return the time."""
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass."""
        self.now += round(seconds * 1000)


@dataclass
class Stores:
    """One of each."""

    records: Records
    engine: JobEngine
    archive: Archive
    clock: Clock = field(default_factory=Clock)


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[Stores]:
    """Open the stores of a kind; the clock is the records' only."""
    clock = Clock()
    if kind == "memory":
        yield Stores(MemoryRecords(clock), MemoryEngine(), MemoryArchive(), clock)
        return
    async with SqliteDatabase(folder / "records.db") as database:
        await migrate(database)
        engine = LeaseEngine(database, LEASE_SECONDS, grace_seconds=1.0)
        yield Stores(SqlRecords(database, clock), engine, FolderArchive(folder / "a"), clock)


Work = Callable[[Stores], Awaitable[Any]]


def over(kind: str, folder: Path) -> Callable[[Work], Any]:
    """Return what runs an asynchronous test over the stores of a kind."""

    def run(work: Work) -> Any:
        async def within() -> Any:
            async with opened(kind, folder) as stores:
                return await asyncio.wait_for(work(stores), 30)

        return asyncio.run(within())

    return run


ORDER = Order("test-summary", {"most": 5}, "offline", "1")


async def submitted(
    records: Records, *digests: str, workspace: str = "w", label: str = "", priority: int = 0
) -> tuple[Job, list[JobDocument]]:
    """Submit a job with a document for each digest."""
    id_ = job_id()
    documents = documents_of(id_, [(f"{digest}.pdf", digest) for digest in digests])
    await records.hold(workspace, digests)
    job = Job(id_, workspace, ORDER, priority, label, {"queued": len(documents)})
    await records.submit(job, documents)
    return job, documents
