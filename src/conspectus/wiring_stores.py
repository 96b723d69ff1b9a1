"""The composition root of what is kept: on this machine, or where the settings say."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from conspectus.adapters.archive_folder import FolderArchive
from conspectus.adapters.records_sql import (
    Database,
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
    missing,
)
from conspectus.domain.errors import StorageError, UsageError
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
from conspectus.settings import Settings


@dataclass(frozen=True, slots=True)
class Stores:
    """Where the truth about jobs, their work, files, reviews, keys and webhooks lies."""

    records: Records
    engine: JobEngine
    archive: Archive
    keys: KeyRing
    sessions: SessionBook
    audit: Audit
    hooks: HookBook
    reviews: ReviewBook
    trail: Trail


@asynccontextmanager
async def open_stores(settings: Settings) -> AsyncIterator[Stores]:
    """Open all; close them in reverse."""
    async with AsyncExitStack() as closing:
        database = await closing.enter_async_context(open_database(settings))
        engine: JobEngine = LeaseEngine(database, settings.lease_seconds)
        if url := database_url(settings):
            from conspectus.adapters.jobs_procrastinate import ProcrastinateEngine  # as below

            queue = ProcrastinateEngine(url, settings.lease_seconds)
            engine = await closing.enter_async_context(queue)
        yield Stores(
            SqlRecords(database),
            engine,
            open_archive(settings),
            SqlKeyRing(database),
            SqlSessionBook(database),
            SqlAudit(database),
            SqlHookBook(database),
            SqlReviewBook(database),
            SqlTrail(database),
        )


@asynccontextmanager
async def open_database(settings: Settings) -> AsyncIterator[Database]:
    """Open the database of the records. That of this machine is migrated first.

    Raises StorageError when the one of many machines was not migrated yet.
    """
    async with AsyncExitStack() as closing:
        if url := database_url(settings):
            from conspectus.adapters.jobs_procrastinate import missing_of_engine  # slow to load
            from conspectus.adapters.records_sql.postgres import PostgresDatabase  # as above

            postgres = await closing.enter_async_context(PostgresDatabase(url))
            if await missing(postgres) or await missing_of_engine(url):
                raise StorageError("The database is not ready for this version: run `migrate`.")
            yield postgres
        else:
            sqlite = await closing.enter_async_context(SqliteDatabase(records_file(settings)))
            await migrate(sqlite)
            yield sqlite


async def migrate_database(settings: Settings) -> list[str]:
    """Run the migrations that were not run yet; return their names."""
    if url := database_url(settings):
        from conspectus.adapters.jobs_procrastinate import migrate_engine  # slow to load
        from conspectus.adapters.records_sql.postgres import PostgresDatabase  # as above

        async with PostgresDatabase(url) as postgres:
            return await migrate(postgres) + await migrate_engine(url)
    async with SqliteDatabase(records_file(settings)) as sqlite:
        return await migrate(sqlite)


def open_archive(settings: Settings) -> Archive:
    """Return the archive that the settings choose. Raises UsageError for a URL that is none."""
    if settings.archive_url is None:
        return FolderArchive(archive_folder(settings))
    from conspectus.adapters.archive_objects import ObjectArchive  # slow to load: on demand

    return ObjectArchive(settings.archive_url.get_secret_value())


def database_url(settings: Settings) -> str:
    """Return the URL of the database of many machines; nothing when there is none."""
    url = settings.database_url.get_secret_value() if settings.database_url else ""
    if url and not url.startswith(("postgresql://", "postgres://")):
        raise UsageError("CONSPECTUS_DATABASE_URL: give postgresql://USER:PASSWORD@HOST/DATABASE.")
    return url


def places(settings: Settings) -> tuple[str, str]:
    """Name where records and archive are, without what only their owner should know."""
    given = database_url(settings)
    archive = settings.archive_url.get_secret_value() if settings.archive_url else ""
    return (
        _open(given) if given else str(records_file(settings)),
        _open(archive) if archive else str(archive_folder(settings)),
    )


def records_file(settings: Settings) -> Path:
    """Return where the records lie on this machine."""
    return settings.data_dir / "records.db"


def archive_folder(settings: Settings) -> Path:
    """Return where uploads and reports lie on this machine."""
    return settings.data_dir / "archive"


def _open(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
