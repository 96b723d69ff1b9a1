"""SQLite under the records: many processes, a full disk, a file that is none."""

import asyncio
import errno
import os
import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from conspectus.adapters.records_sql import SqliteDatabase, SqlRecords, migrate
from conspectus.adapters.records_sql.database import Transaction
from conspectus.domain.errors import StorageError, StorageFull
from stores import submitted


async def _migrated(path: Path) -> list[str]:
    async with SqliteDatabase(path) as database:
        return await migrate(database)


def test_migrations_run_once_however_many_start_at_once(tmp_path: Path) -> None:
    """Each in order; a second run finds nothing to do."""

    async def work() -> list[list[str]]:
        return await asyncio.gather(*(_migrated(tmp_path / "records.db") for _ in range(6)))

    ran = sorted(asyncio.run(work()))
    folder = files("conspectus.adapters.records_sql") / "migrations"
    known = sorted(path.name for path in folder.iterdir() if path.name.endswith(".sql"))
    assert ran == [[]] * 5 + [known]
    assert asyncio.run(_migrated(tmp_path / "records.db")) == []


def test_a_database_that_a_later_version_migrated_still_works(tmp_path: Path) -> None:
    """Migrations only add: a column more, with a default, is in nobody's way."""

    async def work() -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            for table in ("jobs", "documents", "events", "answers", "uploads", "leases"):
                sql = f"ALTER TABLE {table} ADD COLUMN later TEXT DEFAULT 'x'"
                await database.write(lambda tx, sql=sql: tx.rows(sql))
            await database.write(lambda tx: tx.rows("INSERT INTO migrations VALUES (9999, 0)"))
            assert await migrate(database) == []
            records = SqlRecords(database)
            job, (document,) = await submitted(records, "aa")
            assert await records.begin(document.id)
            await records.keep_answer(job.id, "k", b"x")
            assert await records.documents("w", job.id)
            assert await records.events("w", job.id, 0, 10)

    asyncio.run(work())


def test_several_writers_lose_nothing(tmp_path: Path) -> None:
    """Each waits for the others."""

    async def write(path: Path) -> None:
        async with SqliteDatabase(path) as database:
            records = SqlRecords(database)
            for _ in range(20):
                await submitted(records, "aa")

    async def work() -> int:
        path = tmp_path / "records.db"
        await _migrated(path)
        await asyncio.gather(*(write(path) for _ in range(4)))
        async with SqliteDatabase(path) as database:
            return len(await SqlRecords(database).jobs("w", most=1000))

    assert asyncio.run(work()) == 80


def test_a_transaction_that_fails_writes_nothing(tmp_path: Path) -> None:
    """And the next one works."""

    async def work() -> list[tuple[int]]:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)

            def fail(tx: Transaction) -> None:
                tx.rows("INSERT INTO dropped VALUES ('a')")
                raise KeyError

            with pytest.raises(KeyError):
                await database.write(fail)
            await database.write(lambda tx: tx.rows("INSERT INTO dropped VALUES ('b')"))
            return await database.read("SELECT key FROM dropped")

    assert asyncio.run(work()) == [("b",)]


def test_a_full_disk_is_told_and_harms_nothing(tmp_path: Path) -> None:
    """What was written before can be read, and written on when there is room again."""

    async def work() -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            records = SqlRecords(database)
            job, _ = await submitted(records, "aa")

            def pages(most: int) -> None:
                assert database._writer is not None
                database._writer.execute(f"PRAGMA max_page_count = {most}")

            await database._in_thread(lambda: pages(1))
            with pytest.raises(StorageFull) as caught:
                await records.keep_answer(job.id, "k", b"x" * 1_000_000)
            assert caught.value.retryable
            assert await records.job("w", job.id)
            await database._in_thread(lambda: pages(1_000_000))
            await records.keep_answer(job.id, "k", b"x" * 1_000_000)

    asyncio.run(work())


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    """With the setting that names the folder."""
    (tmp_path / "records.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StorageError, match="CONSPECTUS_DATA_DIR"):
        asyncio.run(_migrated(tmp_path / "records.db"))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="CONSPECTUS_DATA_DIR"):
        asyncio.run(_migrated(tmp_path / "file" / "records.db"))


def test_a_copy_is_whole_while_the_records_are_in_use(tmp_path: Path) -> None:
    """It holds what was committed when it was made."""

    async def work() -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            await submitted(SqlRecords(database), "aa")
            await database.copy(tmp_path / "copy.db")
            await submitted(SqlRecords(database), "aa")

    asyncio.run(work())
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("SELECT count(*) FROM jobs").fetchone() == (1,)
    copy.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system has no /proc")
def test_only_what_is_to_be_lasting_waits_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job is on the disk when its submission is answered; the steps of its making need not be."""
    settled: list[str] = []
    fdatasync = os.fdatasync

    def noted(number: int) -> None:
        settled.append(Path(f"/proc/self/fd/{number}").readlink().name)
        fdatasync(number)

    async def work() -> list[list[str]]:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            monkeypatch.setattr(os, "fdatasync", noted)
            records = SqlRecords(database)
            _, (document,) = await submitted(records, "aa")
            submitting = [*settled]
            task = await records.begin(document.id)
            assert task
            assert await records.advance(task.attempt, "read", 0.5)
            return [submitting, settled]

    assert asyncio.run(work()) == [["records.db-wal"]] * 2


def test_a_disk_that_fails_a_lasting_commit_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is told that a job stands which the loss of power could undo."""

    def failing(number: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    async def work() -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            await migrate(database)
            monkeypatch.setattr(os, "fdatasync", failing, raising=False)
            with pytest.raises(StorageError, match="Input/output"):
                await submitted(SqlRecords(database), "aa")

    asyncio.run(work())
