"""What others wrote into a store, and what a clock gone wrong left there, harms nobody."""

import asyncio
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

import redis_server
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers, store
from conspectus.adapters.answers_redis.lines import Lines
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_sqlite import file as sqlite_file
from conspectus.adapters.answers_tiers import TieredAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.testing import SlowModel
from kept_answers import KEY, kept, purge, request

SEAL = HmacSeal()
NOTES = store.PURGES
TAGS = dict.fromkeys(("plugin", "model", "document", "workspace"))
WATCH = 0.02


async def _tell(server: redis_server.Server, *words: object) -> object:
    lines = Lines(server.url, 5)
    try:
        return await lines.command(*words)
    finally:
        await lines.close()


@pytest.mark.parametrize("tier", ["sqlite", "memory"])
def test_a_lease_from_the_future_is_taken_over(tmp_path: Path, tier: str) -> None:
    """Its owner took it before the clock was set back; a lease in force is not touched."""

    async def work() -> None:
        now = [10_000.0]
        async with SqliteAnswers(tmp_path / "answers.db", SEAL, clock=lambda: now[0]) as file:
            opened = {"sqlite": file, "memory": MemoryAnswers(1_000, clock=lambda: now[0])}[tier]
            assert await opened.lease(KEY, "dead", 15)
            now[0] -= 3_600
            assert await opened.lease(KEY, "living", 15)
            assert not await opened.lease(KEY, "other", 15)

    asyncio.run(work())


@pytest.mark.parametrize(
    "odd",
    [
        "garbage",
        "{}",
        "[1]",
        '{"id":"x","before":"now"}',
        '{"id":["x"],"before":1}',
        '{"id":"x","before":1,"model":2}',
        '{"id":"x","before":1e999}',
        '{"id":"\\ud800","before":1}',
    ],
)
def test_an_odd_note_of_a_purge_is_passed_over(tmp_path: Path, odd: str) -> None:
    """In Redis, at the start and while processes run; the sound ones beside it still hold."""
    sound = {"id": "sound", "before": 2_000.0, **TAGS, "a_later_field": 1}

    async def work(server: redis_server.Server) -> None:
        await _tell(server, "ZADD", NOTES, 1, odd)
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
            RedisAnswers(server.url, SEAL, patience=5) as redis,
            TieredAnswers(MemoryAnswers(1_000_000), [redis, file], watch_seconds=WATCH) as tiers,
        ):
            await tiers.put(KEY, kept())
            await _tell(server, "ZADD", NOTES, 1, odd + " ")
            await asyncio.sleep(2 * WATCH)
            assert await tiers.get(KEY)
            await _tell(server, "ZADD", NOTES, 1, json.dumps(sound))
            while await tiers.get(KEY):
                await asyncio.sleep(WATCH)
            assert [one.id for one in await redis.purges()] == ["sound"]

    with redis_server.running() as server:
        asyncio.run(work(server))


def test_an_odd_note_in_the_file_is_passed_over(tmp_path: Path) -> None:
    """Whoever wrote it: the answers are served."""

    async def work() -> None:
        path = tmp_path / "answers.db"
        async with SqliteAnswers(path, SEAL) as file:
            await file.put(KEY, kept())
            with closing(sqlite3.connect(path)) as other, other:
                other.execute("INSERT INTO purges (id, before) VALUES ('x', 'now')")
                other.execute("INSERT INTO counts VALUES ('misses', 'many')")
            async with TieredAnswers(MemoryAnswers(0), [file]) as tiers:
                assert await tiers.get(KEY)
            assert await file.totals() == {}

    asyncio.run(work())


@pytest.mark.parametrize("shared", [False, True], ids=["file", "Redis"])
def test_a_purge_from_the_future_takes_what_was_asked_until_now(
    tmp_path: Path, shared: bool
) -> None:
    """It was noted by a clock a year ahead, and does not turn the cache off for a year."""
    year = 86_400.0 * 365

    async def work(server: redis_server.Server) -> None:
        now, model = [10_000.0], SlowModel(0)

        async def ask(*words: str) -> None:
            async with (
                SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
                RedisAnswers(server.url, SEAL, patience=5) as redis,
                TieredAnswers(
                    MemoryAnswers(1_000_000),
                    [redis, file] if shared else [file],
                    clock=lambda: now[0],
                ) as tiers,
            ):
                cached = CachedModel(model, tiers, clock=lambda: now[0])
                for one in words:
                    await cached.ask(request(one))

        await ask("one")
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
            RedisAnswers(server.url, SEAL, patience=5) as redis,
        ):
            await (redis if shared else file).purge(purge(now[0] + year))
        now[0] += 10
        await ask("one", "one", "two")
        assert model.calls == 3
        now[0] += 10
        await ask("one", "two")
        assert model.calls == 3

    with redis_server.running() as server:
        asyncio.run(work(server))


def test_what_was_locked_at_the_start_is_read_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is opened when it can be, and an answer that found it locked is kept soon."""

    async def work() -> None:
        path, counts = tmp_path / "answers.db", Counter[str]()
        async with SqliteAnswers(path, SEAL) as first:
            await first.put("1" * 64, kept())
        with closing(sqlite3.connect(path, isolation_level=None)) as locking:
            locking.execute("PRAGMA locking_mode = EXCLUSIVE")
            locking.execute("BEGIN EXCLUSIVE")
            file = SqliteAnswers(path, SEAL, counts)
            await file.__aenter__()
            assert await file.get("1" * 64) is None
            await file.put(KEY, kept())
            assert counts["failures_sqlite"] >= 2
            locking.execute("ROLLBACK")
        try:
            while await file.get(KEY) is None:
                await asyncio.sleep(WATCH)
            assert await file.get("1" * 64)
        finally:
            await file.__aexit__(None, None, None)

    monkeypatch.setattr(sqlite_file, "BUSY_SECONDS", 0.1)
    asyncio.run(work())


def test_a_signed_answer_cannot_be_given_more_time(tmp_path: Path) -> None:
    """What stands beside it in the file is not believed."""

    async def work() -> None:
        path = tmp_path / "answers.db"
        async with SqliteAnswers(path, SEAL, clock=lambda: 1_500.0) as file:
            await file.put(KEY, kept(expires=1_400.0))
            with closing(sqlite3.connect(path)) as other, other:
                other.execute("UPDATE answers SET expires = NULL")
            assert await file.get(KEY) is None

    asyncio.run(work())


def test_a_purge_leaves_no_words_in_the_file(tmp_path: Path) -> None:
    """Nor in the log beside it, while another process has it open."""

    async def work() -> None:
        path = tmp_path / "answers.db"
        async with SqliteAnswers(path, SEAL) as one, SqliteAnswers(path, SEAL) as other:
            for number in range(50):
                await one.put(f"{number:064}", kept("Ada has the rare illness. " * 30))
            assert await other.get(f"{0:064}")
            assert any(b"rare illness" in file.read_bytes() for file in tmp_path.iterdir())
            assert await one.purge(purge()) == {"sqlite": 50}
            assert not any(b"rare illness" in file.read_bytes() for file in tmp_path.iterdir())

    asyncio.run(work())


def test_a_purge_that_redis_refused_halfway_is_finished_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It is not told as done; whoever may do it does it."""

    async def work(server: redis_server.Server) -> None:
        server.say("ACL SETUSER clerk on >word ~* &* +@all -unlink")
        clerk = server.url.replace("//", "//clerk:word@")
        async with (
            RedisAnswers(server.url, SEAL, patience=5) as owner,
            RedisAnswers(clerk, SEAL, patience=5) as other,
        ):
            await owner.put(KEY, kept())
            made = purge()
            assert await other.purge(made) == {}
            assert await other.purges() == [made]
            assert await owner.get(KEY)
            while await owner.get(KEY):
                assert await owner.purges() == [made]
            assert await owner.purge(made) == {"redis": 0}

    monkeypatch.setattr(store, "AGAIN_SECONDS", WATCH)
    with redis_server.running() as server:
        asyncio.run(work(server))


@pytest.mark.parametrize("ttl", [float("inf"), 1e300, 1e18])
def test_a_life_without_end_is_kept_by_redis(ttl: float) -> None:
    """A time that Redis cannot hold is no time."""

    async def work(server: redis_server.Server) -> None:
        async with RedisAnswers(server.url, SEAL, patience=5) as redis:
            cached = CachedModel(SlowModel(0), redis, ttl)
            await cached.ask(request())
            assert (await cached.ask(request())).usage.cache_hits == 1

    with redis_server.running() as server:
        asyncio.run(work(server))
