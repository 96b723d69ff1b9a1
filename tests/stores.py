"""Every adapter of the ports of jobs, opened alike, so that one contract runs over all."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from conspectus.adapters.archive_folder import FolderArchive
from conspectus.adapters.archive_objects import ObjectArchive
from conspectus.adapters.jobs_procrastinate import ProcrastinateEngine
from conspectus.adapters.records_sql import (
    LeaseEngine,
    SqlAudit,
    SqlHookBook,
    SqliteDatabase,
    SqlKeyRing,
    SqlRecords,
    SqlReviewBook,
    SqlSessionBook,
    SqlTrail,
    migrate,
)
from conspectus.adapters.records_sql.database import Database
from conspectus.adapters.records_sql.postgres import PostgresDatabase
from conspectus.domain.job import Job, JobDocument, Order
from conspectus.ports import (
    Archive,
    Audit,
    HookBook,
    JobEngine,
    KeyRing,
    Records,
    ReviewBook,
    SessionBook,
    Trail,
)
from conspectus.service.intake import documents_of, job_id
from conspectus.testing import (
    MemoryArchive,
    MemoryAudit,
    MemoryEngine,
    MemoryHookBook,
    MemoryKeyRing,
    MemoryRecords,
    MemoryReviewBook,
    MemorySessionBook,
)
from postgres_server import migrated_database
from s3_server import server as s3_server

KINDS = ("memory", "sqlite", "postgres")
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
    keys: KeyRing = field(default_factory=MemoryKeyRing)
    audit: Audit = field(default_factory=MemoryAudit)
    hooks: HookBook = field(default_factory=lambda: MemoryHookBook(MemoryRecords()))
    reviews: ReviewBook = field(default_factory=lambda: _book(MemoryRecords()))
    trail: Trail = field(default_factory=lambda: _book(MemoryRecords()))
    sessions: SessionBook = field(default_factory=MemorySessionBook)
    url: str = ""
    database: Database | None = None


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[Stores]:
    """Open the stores of a kind; the clock is the records' only."""
    clock = Clock()
    if kind == "memory":
        records = MemoryRecords(clock)
        hooks = MemoryHookBook(records)
        book = MemoryReviewBook(records, MemoryAudit(clock))
        proof = {"audit": book.audit, "reviews": book, "trail": book}
        yield Stores(records, MemoryEngine(), MemoryArchive(), clock, hooks=hooks, **proof)
        return
    if kind == "postgres":
        url = await asyncio.to_thread(migrated_database)
        async with (
            PostgresDatabase(url) as postgres,
            ProcrastinateEngine(url, LEASE_SECONDS, grace_seconds=1.0) as engine,
        ):
            archive = ObjectArchive(await asyncio.to_thread(s3_server().bucket))
            yield replace(_over(postgres, engine, archive, clock), url=url)
        return
    async with SqliteDatabase(folder / "records.db") as database:
        await migrate(database)
        engine = LeaseEngine(database, LEASE_SECONDS, grace_seconds=1.0)
        yield _over(database, engine, FolderArchive(folder / "a"), clock)


def _over(database: Database, engine: JobEngine, archive: Archive, clock: Clock) -> Stores:
    doors = (SqlKeyRing(database), SqlAudit(database), SqlHookBook(database, clock))
    proof = (SqlReviewBook(database, clock), SqlTrail(database), SqlSessionBook(database))
    records = SqlRecords(database, clock)
    return Stores(records, engine, archive, clock, *doors, *proof, database=database)


def _book(records: MemoryRecords) -> MemoryReviewBook:
    return MemoryReviewBook(records, MemoryAudit())


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
    records: Records,
    *digests: str,
    workspace: str = "w",
    label: str = "",
    priority: int = 0,
    parent: str = "",
) -> tuple[Job, list[JobDocument]]:
    """Submit a job with a document for each digest."""
    id_ = job_id()
    documents = documents_of(id_, [(f"{digest}.pdf", digest) for digest in digests])
    await records.hold(workspace, digests)
    job = Job(id_, workspace, ORDER, priority, label, {"queued": len(documents)}, parent=parent)
    await records.submit(job, documents)
    return job, documents
