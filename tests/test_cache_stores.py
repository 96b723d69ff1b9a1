"""What every store of answers promises, the real Redis included."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

import redis_server
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import TieredAnswers
from conspectus.adapters.model_cached import HmacSeal
from conspectus.domain.answers import Tags
from conspectus.ports import AnswerStore
from conspectus.testing import DictAnswers
from kept_answers import KEY, kept, purge

SEAL = HmacSeal("a secret")
Opened = Callable[[], AbstractAsyncContextManager[AnswerStore]]


@pytest.fixture(scope="module")
def server() -> Iterator[redis_server.Server]:
    """One Redis for all tests of this module."""
    with redis_server.running() as running:
        yield running


@pytest.fixture(params=["dict", "memory", "sqlite", "redis", "tiers"])
def opened(request: pytest.FixtureRequest, tmp_path: Path, server: redis_server.Server) -> Opened:
    """Return what opens an empty store."""
    server.empty()

    @asynccontextmanager
    async def open_store() -> AsyncIterator[AnswerStore]:
        if request.param == "dict":
            yield DictAnswers()
            return
        if request.param == "memory":
            yield MemoryAnswers(1_000_000)
            return
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL) as file,
            RedisAnswers(server.url, SEAL, patience=5) as redis,
        ):
            near = MemoryAnswers(1_000_000)
            async with TieredAnswers(near, [redis, file]) as tiers:
                yield {"sqlite": file, "redis": redis, "tiers": tiers}[request.param]

    return open_store


def _run(opened: Opened, work: Callable[[AnswerStore], Awaitable[None]]) -> None:
    async def run() -> None:
        async with opened() as store:
            await work(store)

    asyncio.run(run())


def test_what_is_put_is_found_as_it_was(opened: Opened) -> None:
    """Replies, usage, tags and times come back equal; another key finds nothing."""

    async def work(store: AnswerStore) -> None:
        given = kept()
        assert await store.get(KEY) is None
        await store.put(KEY, given)
        found = await store.get(KEY)
        assert found is not None
        assert (found.answer, found.tags, found.asked) == (given.answer, given.tags, given.asked)
        assert found.tier
        assert await store.get("1" * 64) is None

    _run(opened, work)


def test_a_second_put_replaces_the_first(opened: Opened) -> None:
    """A key holds one answer."""

    async def work(store: AnswerStore) -> None:
        await store.put(KEY, kept("first"))
        await store.put(KEY, kept("second"))
        found = await store.get(KEY)
        assert found is not None
        assert found.answer == kept("second").answer
        assert {size.entries for size in (await store.sizes()).values()} == {1}

    _run(opened, work)


def test_only_one_owner_holds_a_lease(opened: Opened) -> None:
    """The owner may renew it, others get it once it is given back, and only by the owner."""

    async def work(store: AnswerStore) -> None:
        assert await store.lease(KEY, "one", 60)
        assert await store.lease(KEY, "one", 60)
        assert not await store.lease(KEY, "two", 60)
        await store.release(KEY, "two")
        assert not await store.lease(KEY, "two", 60)
        await store.release(KEY, "one")
        assert await store.lease(KEY, "two", 60)
        assert await store.lease("1" * 64, "one", 60)

    _run(opened, work)


@pytest.mark.parametrize(
    ("tags", "left"),
    [
        ({"plugin": "ki"}, "c"),
        ({"plugin": "ki 1.0"}, "bc"),
        ({"plugin": "k"}, "abc"),
        ({"model": "m:large"}, "a"),
        ({"document": "d1"}, "b"),
        ({"workspace": "ward"}, "c"),
        ({"workspace": "ward", "model": "m:large"}, "ac"),
        ({}, ""),
    ],
)
def test_a_purge_takes_what_has_all_its_tags(
    opened: Opened, tags: dict[str, str], left: str
) -> None:
    """By plugin with or without version, model, document, workspace, or all."""

    async def work(store: AnswerStore) -> None:
        await store.put("a", kept(tags=Tags("ki 1.0", "m:small", "d1", "ward")))
        await store.put("b", kept(tags=Tags("ki 2.0", "m:large", "d2", "ward")))
        await store.put("c", kept(tags=Tags("kite 1.0", "m:large", "d1", "")))
        gone = await store.purge(purge(**tags))
        assert set(gone.values()) == {3 - len(left)}
        assert [key for key in "abc" if await store.get(key)] == list(left)

    _run(opened, work)


def test_a_purge_takes_only_what_was_asked_before(opened: Opened) -> None:
    """An answer asked for at the time or later stays."""

    async def work(store: AnswerStore) -> None:
        await store.put("a", kept(asked=1_999.0))
        await store.put("b", kept(asked=2_000.0))
        await store.purge(purge(2_000.0))
        assert await store.get("a") is None
        assert await store.get("b") is not None

    _run(opened, work)


def test_a_stale_answer_is_not_found(tmp_path: Path, server: redis_server.Server) -> None:
    """Each tier looks at the time by itself; what has no time stays."""

    async def work() -> None:
        now = [1_000.0]

        def clock() -> float:
            return now[0]

        memory = MemoryAnswers(1_000_000, clock=clock)
        async with (
            SqliteAnswers(tmp_path / "answers.db", SEAL, clock=clock) as file,
            RedisAnswers(server.url, SEAL, clock=clock, patience=5) as redis,
        ):
            for store in (file, redis, memory):
                now[0] = 1_000.0
                await store.put("stale", kept(expires=4_000_000_000.0))
                await store.put("fresh", kept())
                now[0] = 3_999_999_999.0
                assert await store.get("stale")
                now[0] = 4_000_000_000.0
                assert await store.get("stale") is None
                assert await store.get("fresh")

    asyncio.run(work())


def test_an_expired_lease_is_taken_over(tmp_path: Path) -> None:
    """An owner that died does not block others for ever."""

    async def work() -> None:
        now = [1_000.0]

        def clock() -> float:
            return now[0]

        memory = MemoryAnswers(1_000, clock=clock)
        async with SqliteAnswers(tmp_path / "answers.db", SEAL, clock=clock) as file:
            for store in (file, memory):
                now[0] = 1_000.0
                assert await store.lease(KEY, "dead", 10)
                now[0] = 1_009.0
                assert not await store.lease(KEY, "living", 10)
                now[0] = 1_010.0
                assert await store.lease(KEY, "living", 10)
                await store.release(KEY, "dead")
                assert not await store.lease(KEY, "third", 10)

    asyncio.run(work())


def test_redis_lets_a_lease_expire(server: redis_server.Server) -> None:
    """The server's own clock ends it."""

    async def work() -> None:
        async with RedisAnswers(server.url, SEAL, patience=5) as redis:
            assert await redis.lease("brief", "dead", 0.02)
            while not await redis.lease("brief", "living", 60):
                await asyncio.sleep(0.01)
            assert not await redis.lease("brief", "dead", 60)

    asyncio.run(work())
