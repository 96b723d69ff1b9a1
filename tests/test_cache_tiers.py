"""Tiers: what one has the others get, and what is purged in one place is gone in all."""

import asyncio
import tracemalloc
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

import redis_server
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers
from conspectus.adapters.answers_redis import store as redis_store
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_sqlite import store as sqlite_store
from conspectus.adapters.answers_tiers import TieredAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.domain.answers import Kept, Purge
from conspectus.service.cache import AnswerCache
from conspectus.testing import SlowModel
from kept_answers import KEY, TAGS, kept, purge, request

SEAL = HmacSeal()
WATCH = 0.02


async def _until(done: Callable[[], Awaitable[bool]]) -> None:
    while not await done():
        await asyncio.sleep(WATCH)


async def _gone(store: TieredAnswers | SqliteAnswers | RedisAnswers, key: str = KEY) -> bool:
    return await store.get(key) is None


def test_what_a_far_tier_has_is_brought_near(tmp_path: Path) -> None:
    """From the file to Redis and memory, from Redis to memory; the tier is told."""

    async def work(server: redis_server.Server) -> None:
        async with (
            RedisAnswers(server.url, SEAL, patience=5) as redis,
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
        ):
            await file.put(KEY, kept())
            async with TieredAnswers(MemoryAnswers(1_000_000), [redis, file]) as store:
                tiers = [found.tier for _ in range(2) if (found := await store.get(KEY))]
                assert tiers == ["sqlite", "memory"]

                async def filled() -> bool:
                    return await redis.get(KEY) is not None

                await _until(filled)
            async with TieredAnswers(MemoryAnswers(1_000_000), [redis, file]) as store:
                tiers = [found.tier for _ in range(2) if (found := await store.get(KEY))]
                assert tiers == ["redis", "memory"]

    with redis_server.running() as server:
        asyncio.run(work(server))


def test_a_purge_reaches_the_memory_of_another_process(tmp_path: Path) -> None:
    """Two processes share a file; what one purges the other forgets at its next look."""

    async def work() -> None:
        path = tmp_path / "answers.db"
        async with (
            SqliteAnswers(path, SEAL) as one_file,
            SqliteAnswers(path, SEAL) as other_file,
            TieredAnswers(MemoryAnswers(1_000_000), [one_file], watch_seconds=WATCH) as one,
            TieredAnswers(MemoryAnswers(1_000_000), [other_file], watch_seconds=WATCH) as other,
        ):
            await one.put(KEY, kept())
            assert await other.get(KEY)
            assert (await one.purge(purge(plugin="ki")))["sqlite"] == 1
            await _until(lambda: _gone(other))
            assert await _gone(one)

    asyncio.run(work())


def test_a_purge_reaches_the_file_of_another_machine(tmp_path: Path) -> None:
    """Even of one that was off at the time: its file is purged before it serves."""

    async def work(server: redis_server.Server) -> None:
        async with (
            RedisAnswers(server.url, SEAL, patience=5) as redis,
            SqliteAnswers(tmp_path / "one.db", SEAL) as one_file,
            SqliteAnswers(tmp_path / "other.db", SEAL) as other_file,
        ):
            await other_file.put(KEY, kept())
            async with TieredAnswers(MemoryAnswers(0), [redis, one_file]) as one:
                await one.purge(purge())
            async with TieredAnswers(MemoryAnswers(0), [redis, other_file]) as other:
                assert await _gone(other)
                assert await _gone(other_file)

    with redis_server.running() as server:
        asyncio.run(work(server))


def test_a_purge_reaches_a_redis_that_was_away(tmp_path: Path) -> None:
    """It is told when it is back."""

    async def work() -> None:
        port = redis_server.free_port()
        url = f"redis://127.0.0.1:{port}/0"
        async with (
            RedisAnswers(url, SEAL, probe_seconds=WATCH) as redis,
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
            TieredAnswers(MemoryAnswers(0), [redis, file], watch_seconds=WATCH) as store,
        ):
            made = purge(document="d")
            gone = await store.purge(made)
            assert gone == {"sqlite": 0, "memory": 0}
            assert AnswerCache(store, file.totals, ("sqlite", "redis")).away(gone) == ["redis"]
            with redis_server.running(port):

                async def told() -> bool:
                    return made in await redis.purges()

                await _until(told)

    asyncio.run(work())


def test_a_purged_answer_does_not_come_back(tmp_path: Path) -> None:
    """Not from a copy under way, nor from a call begun before the purge, nor in a later process."""

    async def work() -> None:
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
            TieredAnswers(MemoryAnswers(1_000_000), [file]) as store,
        ):
            await store.purge(purge(2_000.0))
            await file.put(KEY, kept(asked=1_999.0))
            assert await _gone(store)
            async with TieredAnswers(MemoryAnswers(1_000_000), [file]) as later:
                assert await _gone(later)
            await store.put("1" * 64, kept(asked=1_999.0))
            assert await _gone(store, "1" * 64)
            await store.put(KEY, kept(asked=2_001.0))
            assert not await _gone(store)

    asyncio.run(work())


def test_memory_is_bounded_in_what_it_really_takes() -> None:
    """Over 30,000 inserts, as the allocator counts them, within a tenth of the limit."""

    async def work() -> None:
        limit = 2_000_000
        store = MemoryAnswers(limit, counts := Counter[str]())
        tracemalloc.start()
        try:
            most = 0
            for number in range(30_000):
                if number < 3_000 or number % 10_000 == 0:
                    fresh = kept(f"{number:064}" * (1 + number % 9))
                await store.put(f"{number:064}", fresh)
                if number % 1_000 == 999:
                    most = max(most, tracemalloc.get_traced_memory()[0])
        finally:
            tracemalloc.stop()
        assert most <= 1.1 * limit
        held = (await store.sizes())["memory"]
        assert 0.9 * limit <= held.bytes <= limit
        assert counts["evictions"] == 30_000 - held.entries

    asyncio.run(work())


def test_the_longest_unused_goes_first() -> None:
    """What was read lately stays."""

    async def work() -> None:
        one = kept()
        store = MemoryAnswers(3 * (one.size + 500))
        for key in ("a", "b", "c"):
            await store.put(key, one)
        await store.get("a")
        await store.put("d", one)
        assert [key for key in "abcd" if await store.get(key)] == ["a", "c", "d"]
        await store.put("e", kept("w" * 100_000))
        assert await store.get("e") is None

    asyncio.run(work())


def test_statistics_last_over_restarts_and_processes(tmp_path: Path) -> None:
    """Each run adds to the ledger what it counted, once."""

    async def once() -> dict[str, int]:
        counts = Counter[str]()
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL, counts) as file,
            TieredAnswers(MemoryAnswers(1_000_000), [file]) as store,
        ):
            cached = CachedModel(SlowModel(0), store, counts=counts)
            for _ in range(3):
                await cached.ask(request())
            await file.totals()
        async with SqliteAnswers(tmp_path / "answers.db", SEAL) as file:
            return dict(await file.totals())

    first, second = asyncio.run(once()), asyncio.run(once())
    assert (first["misses"], first["hits_memory"]) == (1, 2)
    assert (second["misses"], second["hits_memory"], second["hits_sqlite"]) == (1, 4, 1)
    assert second["millionths_saved"] == 50_000


def test_what_comes_too_late_for_a_purge_is_not_written(tmp_path: Path) -> None:
    """A process that has not heard of it yet leaves no word of it in any file; later ones stay."""

    async def work() -> None:
        path = tmp_path / "answers.db"
        async with SqliteAnswers(path, SEAL) as one, SqliteAnswers(path, SEAL) as other:
            await one.purge(purge(2_000.0, document="d"))
            for key, document, asked in (("1", "d", 1_999.0), ("2", "d", 2_000.0), ("3", "e", 1.0)):
                tags = replace(TAGS, document=document)
                await other.put(key * 64, kept(f"Word {key} of a form.", tags, asked))
            assert [bool(await one.get(key * 64)) for key in "123"] == [False, True, True]
            written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
            assert [b"Word %s of" % key in written for key in (b"1", b"2", b"3")] == [
                False,
                True,
                True,
            ]

    asyncio.run(work())


@pytest.mark.parametrize("store_of", ["sqlite", "redis"])
def test_old_purges_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store_of: str
) -> None:
    """The notes do not grow for ever; the last ones are kept."""

    async def work(server: redis_server.Server) -> None:
        async with (
            RedisAnswers(server.url, SEAL, patience=5) as redis,
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
        ):
            store = {"sqlite": file, "redis": redis}[store_of]
            made = [Purge(str(number), float(number)) for number in range(60)]
            for one in made:
                await store.purge(one)
            assert sorted(await store.purges(), key=lambda one: one.before) == made[10:]

    for module in (sqlite_store, redis_store):
        monkeypatch.setattr(module, "MOST_PURGES", 50)
    with redis_server.running() as server:
        asyncio.run(work(server))


def test_an_answer_that_was_asked_before_is_known_by_its_time() -> None:
    """A purge of what is older than a week leaves the rest."""
    week_ago = 10_000.0
    assert purge(week_ago).takes(kept(asked=week_ago - 1))
    assert not purge(week_ago).takes(Kept(kept().answer, kept().tags, week_ago))
