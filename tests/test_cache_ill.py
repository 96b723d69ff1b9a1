"""A cache that is ill fails nobody: Redis refused, frozen or back again, files that are broken."""

import asyncio
import resource
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import redis_server
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import TieredAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.testing import SlowModel
from kept_answers import KEY, kept, purge, request

SEAL = HmacSeal()


async def _until(well: object) -> None:
    while not await well():  # type: ignore[operator]
        await asyncio.sleep(0.02)


def test_a_frozen_redis_costs_one_time_out_and_comes_back(tmp_path: Path) -> None:
    """No request fails; one command waits, the rest leave it alone; woken, it is used again."""

    async def work(server: redis_server.Server) -> None:
        counts, model = Counter[str](), SlowModel(0)
        async with (
            RedisAnswers(server.url, SEAL, counts, probe_seconds=0.05) as redis,
            SqliteAnswers(tmp_path / "answers.db", SEAL, counts) as file,
            TieredAnswers(MemoryAnswers(1_000_000), [redis, file], watch_seconds=60) as store,
        ):
            cached = CachedModel(model, store)
            await cached.ask(request("before"))
            server.freeze()
            for number in range(50):
                await cached.ask(request(f"while frozen {number}"))
            assert counts["failures_redis"] == 1
            assert model.calls == 51
            server.wake()

            async def back() -> bool:
                await store.put(KEY, kept())
                return await redis.get(KEY) is not None

            await _until(back)
            assert (await cached.ask(request("before"))).usage.cache_hits == 1
            assert model.calls == 51

    with redis_server.running() as server:
        asyncio.run(work(server))


def test_a_redis_that_refuses_is_left_alone_until_it_listens() -> None:
    """Nothing listens at first; when something does, it is used."""

    async def work() -> None:
        port, counts = redis_server.free_port(), Counter[str]()
        url = f"redis://127.0.0.1:{port}/0"
        async with RedisAnswers(url, SEAL, counts, probe_seconds=0.05) as redis:
            assert await redis.get(KEY) is None
            assert await redis.lease(KEY, "one", 5)
            assert await redis.lease(KEY, "other", 5)
            await redis.put(KEY, kept())
            assert await redis.purge(purge()) == {}
            assert await redis.sizes() == {}
            assert counts["failures_redis"] == 1
            with redis_server.running(port):

                async def back() -> bool:
                    await redis.put(KEY, kept())
                    return await redis.get(KEY) is not None

                await _until(back)

    asyncio.run(work())


def test_a_redis_that_was_restarted_is_used_again_at_once() -> None:
    """A connection that was lost while nobody used it is no failure."""

    async def work() -> None:
        port, counts = redis_server.free_port(), Counter[str]()
        async with RedisAnswers(f"redis://127.0.0.1:{port}/0", SEAL, counts, patience=5) as redis:
            for _ in range(2):
                with redis_server.running(port):
                    assert await redis.get(KEY) is None
                    await redis.put(KEY, kept())
                    assert await redis.get(KEY) is not None
        assert counts["failures_redis"] == 0

    asyncio.run(work())


def test_a_redis_that_may_not_be_written_is_still_read(tmp_path: Path) -> None:
    """A server without memory answers commands with errors; that is no reason to leave it alone."""

    async def work(server: redis_server.Server) -> None:
        counts = Counter[str]()
        async with RedisAnswers(server.url, SEAL, counts, patience=5) as redis:
            await redis.put(KEY, kept())
            server.say("CONFIG SET maxmemory 1")
            await redis.put("1" * 64, kept())
            assert counts["failures_redis"] == 1
            assert await redis.lease(KEY, "one", 5)
            assert await redis.get(KEY) is not None

    with redis_server.running() as server:
        asyncio.run(work(server))


@pytest.mark.parametrize("ill", ["no database", "a folder", "in the way", "a later version"])
def test_a_file_that_cannot_be_used_fails_nobody(tmp_path: Path, ill: str) -> None:
    """Every request is served, from memory the second time; the file is left as it is."""
    path = tmp_path / "kept" / "answers.db"
    if ill == "in the way":
        path.parent.write_text("a file where a folder should be")
    else:
        path.parent.mkdir()
    if ill == "no database":
        path.write_bytes(b"these are not the pages of a database" * 100)
    elif ill == "a folder":
        path.mkdir()
    elif ill == "a later version":
        subprocess.run([sys.executable, "-c", _LATER, str(path)], check=True, capture_output=True)
    before = path.read_bytes() if path.is_file() else None

    async def work() -> None:
        counts, model = Counter[str](), SlowModel(0)
        async with (
            SqliteAnswers(path, SEAL, counts) as file,
            TieredAnswers(MemoryAnswers(1_000_000), [file]) as store,
        ):
            cached = CachedModel(model, store)
            assert (await cached.ask(request())).usage.calls == 1
            assert (await cached.ask(request())).usage.cache_hits == 1
            assert counts["failures_sqlite"] > 0
            assert await file.get(KEY) is None
            assert await file.sizes() == {}
            assert await file.purge(purge()) == {}
            assert await file.totals() == {}

    asyncio.run(work())
    assert (path.read_bytes() if path.is_file() else None) == before


_LATER = (
    "import sqlite3, sys\n"
    "file = sqlite3.connect(sys.argv[1]); file.execute('PRAGMA user_version = 99'); file.close()"
)


def test_a_full_disk_fails_nobody(tmp_path: Path) -> None:
    """What was kept is still found, what does not fit any more is answered and not kept."""

    async def work(path: Path) -> None:
        counts, model = Counter[str](), SlowModel(0)
        async with SqliteAnswers(path, SEAL, counts) as file:
            cached = CachedModel(model, file)
            await cached.ask(request("kept"))
            full = path.stat().st_size + path.with_name("answers.db-wal").stat().st_size
            soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (full, hard))
            try:
                for number in range(100):
                    await cached.ask(request(f"more {number}" * 50))
                assert counts["failures_sqlite"] > 0
                assert (await cached.ask(request("kept"))).usage.cache_hits == 1
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            await cached.ask(request("later"))
            assert (await cached.ask(request("later"))).usage.cache_hits == 1

    asyncio.run(work(tmp_path / "answers.db"))


def test_a_redis_url_of_another_kind_is_named() -> None:
    """One line for the operator; the address itself may hold a password and is not repeated."""
    from conspectus.domain.errors import UsageError

    with pytest.raises(UsageError, match="REDIS_URL") as caught:
        RedisAnswers("http://user:password@host", SEAL)
    assert "password" not in str(caught.value)
