"""PostgreSQL under the records: others in the way, cut connections, many at once."""

import asyncio
import threading
import time
from importlib.resources import files

import psycopg
import pytest

from conspectus.adapters.records_sql import SqlRecords, migrate, missing, postgres
from conspectus.adapters.records_sql.database import Transaction
from conspectus.adapters.records_sql.postgres import PostgresDatabase
from conspectus.domain.errors import StorageError
from conspectus.domain.usage import Usage
from postgres_server import migrated_database, server
from stores import submitted


async def _migrated(url: str) -> list[str]:
    async with PostgresDatabase(url) as database:
        return await migrate(database)


def test_migrations_run_once_however_many_start_at_once() -> None:
    """Before that, all are missing; a second run finds nothing to do."""
    url = server().database()
    folder = files("conspectus.adapters.records_sql") / "migrations"
    known = sorted(path.name for path in folder.iterdir() if path.name.endswith(".sql"))

    async def work() -> list[list[str]]:
        async with PostgresDatabase(url) as database:
            assert await missing(database) == known
            ran = await asyncio.gather(*(_migrated(url) for _ in range(6)))
            assert await missing(database) == []
        return sorted(ran)

    assert asyncio.run(work()) == [[]] * 5 + [known]


def test_a_database_that_a_later_version_migrated_still_works() -> None:
    """Migrations only add: a column more, with a default, is in nobody's way."""
    url = migrated_database()

    async def work() -> None:
        async with PostgresDatabase(url) as database:
            for table in ("jobs", "documents", "events", "answers", "uploads"):
                await database.run(f"ALTER TABLE {table} ADD COLUMN later TEXT DEFAULT 'x'")
            await database.run("INSERT INTO migrations VALUES (9999, 0)")
            assert await missing(database) == []
            records = SqlRecords(database)
            job, (document,) = await submitted(records, "aa")
            assert await records.begin(document.id)
            await records.keep_answer(job.id, "k", b"x")
            assert await records.events("w", job.id, 0, 10)

    asyncio.run(work())


def test_two_that_wait_for_each_other_both_come_through() -> None:
    """The server ends one of them; it is run again, until it finds what the other wrote."""
    meeting = threading.Barrier(2, timeout=20)
    runs: list[str] = []

    def crossing(first: str, second: str) -> object:
        def work(tx: Transaction) -> None:
            runs.append(first)
            add = "UPDATE turns SET next = next + 1 WHERE name = ? RETURNING next"
            tx.rows(add, first)
            if len(runs) <= 2:
                meeting.wait()
            tx.rows(add, second)

        return work

    async def work() -> list[tuple[str, float]]:
        async with PostgresDatabase(url) as database:
            await database.run("INSERT INTO turns VALUES ('a', 0), ('b', 0)")
            await asyncio.gather(
                database.write(crossing("a", "b")), database.write(crossing("b", "a"))
            )
            return await database.read("SELECT name, next FROM turns ORDER BY name")

    url = migrated_database()
    assert asyncio.run(work()) == [("a", 2.0), ("b", 2.0)]
    assert len(runs) > 2


def test_an_answer_that_comes_while_its_job_is_deleted_is_dropped() -> None:
    """It waits for the deletion, and then does nothing."""
    url = migrated_database()

    async def work() -> None:
        async with PostgresDatabase(url) as database:
            records = SqlRecords(database)
            job, _ = await submitted(records, "aa")
            with psycopg.connect(url) as other:
                other.execute("DELETE FROM documents WHERE job = %s", (job.id,))
                other.execute("DELETE FROM jobs WHERE id = %s", (job.id,))
                keeping = asyncio.create_task(records.keep_answer(job.id, "k", b"late"))
                waits = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                while not (await database.read(waits))[0][0]:
                    await asyncio.sleep(0.01)
                other.commit()
            await keeping
            assert await records.answer(job.id, "k") is None

    asyncio.run(work())


@pytest.mark.parametrize("sql", ["INSERT INTO dropped VALUES ('a')", "SELECT no_such_column"])
def test_a_transaction_that_fails_writes_nothing(sql: str) -> None:
    """Also when a statement failed of which nothing was asked; the next one works."""
    url = migrated_database()

    async def work() -> list[tuple[str]]:
        async with PostgresDatabase(url) as database:

            def fail(tx: Transaction) -> None:
                tx.rows("INSERT INTO dropped VALUES ('a')")
                tx.rows(sql)

            with pytest.raises(StorageError):
                await database.write(fail)

            def stop(tx: Transaction) -> None:
                tx.rows("INSERT INTO dropped VALUES ('a')")
                raise KeyError

            with pytest.raises(KeyError):
                await database.write(stop)
            await database.write(lambda tx: tx.rows("INSERT INTO dropped VALUES ('b')"))
            return await database.read("SELECT key FROM dropped")

    assert asyncio.run(work()) == [("b",)]


def test_connections_that_were_cut_at_rest_are_made_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody notices a restart of the server, unless something was under way."""
    monkeypatch.setattr(postgres, "REST_SECONDS", 0.0)
    url = migrated_database()

    async def work() -> None:
        async with PostgresDatabase(url) as database:
            records = SqlRecords(database)
            job, (document,) = await submitted(records, "aa")
            name = url.rpartition("/")[2]
            cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            server().say(f"{cut} WHERE datname = '{name}'")
            time.sleep(0.05)
            await records.spend(document.id, Usage(1))
            found = await records.job("w", job.id)
            assert found
            assert found.usage.calls == 1

    asyncio.run(work())


def test_what_owners_are_told_survives_the_loss_of_power() -> None:
    """A job that was ordered waits for the disk; what a worker can do again does not."""
    url = migrated_database()

    async def work() -> None:
        async with PostgresDatabase(url) as database:

            def asked(tx: Transaction) -> tuple[str, str]:
                sql = "SELECT current_setting('synchronous_commit')"
                before = tx.rows(sql)[0][0]
                tx.lasting()
                return before, tx.rows(sql)[0][0]

            assert await database.write(asked) == ("off", "on")
            assert await database.write(asked) == ("off", "on")

    asyncio.run(work())


def test_text_that_no_table_can_hold_finds_nothing() -> None:
    """An id with a NUL in it is as unknown as any other."""
    url = migrated_database()

    async def work() -> None:
        async with PostgresDatabase(url) as database:
            assert await SqlRecords(database).job("w", "\0") is None

    asyncio.run(work())


def test_records_that_are_not_there_are_told_in_one_line() -> None:
    """With the setting that names them, and without the password."""
    with pytest.raises(StorageError, match="CONSPECTUS_DATABASE_URL") as caught:
        asyncio.run(_migrated("postgresql://me:secret@127.0.0.1:1/none"))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
