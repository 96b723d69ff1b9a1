"""Procrastinate under the engine: workers that die, tables that change, a database that is away."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from conspectus.adapters.jobs_procrastinate import (
    ProcrastinateEngine,
    migrate_engine,
    missing_of_engine,
    schema,
)
from conspectus.adapters.jobs_procrastinate.shift import Shift
from conspectus.adapters.jobs_procrastinate.tables import Tables
from conspectus.domain.errors import StorageError
from postgres_server import migrated_database, server
from stores import LEASE_SECONDS

LONG_LEASE_SECONDS = 3.0
"""No worker that goes on loses it, however busy the machine is."""


def _said(url: str, sql: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, autocommit=True) as db:
        cursor = db.execute(sql)  # type: ignore[call-overload]  # a test's own words
        return cursor.fetchall() if cursor.description else []


async def _worked(engine: ProcrastinateEngine, handle: Any, done: Callable[[], bool]) -> None:
    stop = asyncio.Event()
    work = asyncio.create_task(engine.work(handle, 2, stop))
    async with asyncio.timeout(20):
        while not done():
            await asyncio.sleep(0.01)
    stop.set()
    await work


async def _die(url: str, *ids: str) -> None:
    """Take ids as a worker does that then dies."""
    tables = Tables(url)
    await tables.open()
    shift = Shift(tables, LEASE_SECONDS)
    for id_ in ids:
        job = await shift.take()
        assert job
        assert job.task_kwargs == {"document": id_}
    await tables.close()


def test_the_ids_of_a_dead_worker_go_to_another() -> None:
    """Once it has not been heard of for a lease; one that waits anyway is not dealt out twice."""
    url = migrated_database()

    async def work() -> list[str]:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        async with ProcrastinateEngine(url, LEASE_SECONDS) as engine:
            await engine.enqueue(["a", "b"])
            await _die(url, "a", "b")
            assert await engine.waiting() == 0
            _said(
                url, "UPDATE procrastinate_jobs SET queueing_lock = 'x' WHERE queueing_lock = 'b'"
            )
            await engine.enqueue(["b"])
            _said(
                url,
                "UPDATE procrastinate_jobs SET queueing_lock = 'b' WHERE queueing_lock = 'x'",
            )
            await asyncio.sleep(LEASE_SECONDS)
            await Shift(engine._tables, LEASE_SECONDS).rescue()
            assert await engine.waiting() == 2
            await _worked(engine, handle, lambda: len(seen) == 2)
            assert await engine.waiting() == 0
        return sorted(seen)

    assert asyncio.run(work()) == ["a", "b"]
    assert _said(url, "SELECT * FROM procrastinate_jobs") == []


def test_a_worker_that_was_taken_off_the_list_signs_on_anew() -> None:
    """It was silent for long and comes back: it can work, and its old id is nobody's."""
    url = migrated_database()

    async def work() -> list[str]:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)
            if document == "a":
                _said(url, "DELETE FROM procrastinate_workers")

        async with ProcrastinateEngine(url, LEASE_SECONDS) as engine:
            await engine.enqueue(["a"])
            stop = asyncio.Event()
            working = asyncio.create_task(engine.work(handle, 1, stop))
            while not seen:
                await asyncio.sleep(0.01)
            await engine.enqueue(["z"])
            while "z" not in seen:
                await asyncio.sleep(0.01)
            stop.set()
            await working
        return seen

    assert set(asyncio.run(work())) == {"a", "z"}
    assert _said(url, "SELECT * FROM procrastinate_workers") == []


@pytest.mark.parametrize("fails", [False, True])
def test_an_end_that_cannot_be_noted_is_noted_later(fails: bool) -> None:
    """A database that is away for a moment costs no id, whether its handler returned or raised."""
    url = migrated_database()

    async def work() -> list[str]:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)
            if fails and len(seen) == 1:
                raise StorageError("away")

        async with ProcrastinateEngine(url, LONG_LEASE_SECONDS) as engine:
            run, away = engine._tables.run, [1, 2]

            async def flaky(sql: str, **values: object) -> None:
                if "job" in values and away:
                    away.pop()
                    raise StorageError("away")
                await run(sql, **values)

            engine._tables.run = flaky  # type: ignore[method-assign]
            await engine.enqueue(["a"])
            await _worked(engine, handle, lambda: len(seen) == 1 + fails and not away)
            assert await engine.waiting() == 0
        return seen

    assert asyncio.run(work()) == ["a"] * (1 + fails)
    assert _said(url, "SELECT * FROM procrastinate_jobs") == []


def test_connections_that_are_cut_are_made_again() -> None:
    """A worker goes on with the next id when the server is back."""
    url = migrated_database()
    name = url.rpartition("/")[2]

    async def work() -> list[str]:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)
            if len(seen) == 1:
                cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                _said(server().url(), f"{cut} WHERE datname = '{name}'")

        async with ProcrastinateEngine(url, LEASE_SECONDS) as engine:
            await engine.enqueue([f"d{n}" for n in range(6)])
            await _worked(engine, handle, lambda: len(set(seen)) == 6)
        return seen

    assert len(asyncio.run(work())) >= 6


def test_the_tables_are_made_once_however_many_start_at_once() -> None:
    """A second run finds nothing to do, and before the first one all is missing."""
    url = server().database()

    async def work() -> list[list[str]]:
        assert await missing_of_engine(url)
        ran = await asyncio.gather(*(migrate_engine(url) for _ in range(4)))
        assert await missing_of_engine(url) == []
        return sorted(ran)

    assert asyncio.run(work()) == [[], [], [], ["procrastinate.sql"]]


def test_what_is_not_safe_beside_an_older_version_is_left_to_a_second_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the first is needed for this version to work."""
    url = migrated_database()
    before, after = "99.00.00_01_pre_a.sql", "99.00.00_50_post_a.sql"
    (tmp_path / before).write_text("CREATE TABLE a (b TEXT)")
    (tmp_path / after).write_text("DROP TABLE a")
    monkeypatch.setattr(schema, "_FOLDER", tmp_path)

    async def work() -> None:
        assert await missing_of_engine(url) == [before]
        assert await migrate_engine(url) == [before]
        assert await missing_of_engine(url) == []
        assert await migrate_engine(url) == [after]
        assert await migrate_engine(url) == []

    asyncio.run(work())


def test_a_queue_that_is_not_there_is_told_in_one_line() -> None:
    """With the setting that names it, and without the password."""
    with pytest.raises(StorageError, match="CONSPECTUS_DATABASE_URL") as caught:
        asyncio.run(migrate_engine("postgresql://me:secret@127.0.0.1:1/none"))
    assert "secret" not in str(caught.value)
    assert "\n" not in str(caught.value)
