"""The contract of JobEngine, over every adapter."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from conspectus.adapters.jobs_procrastinate import ProcrastinateEngine
from conspectus.adapters.records_sql import LeaseEngine, SqliteDatabase
from conspectus.adapters.records_sql.database import now_ms
from conspectus.domain.errors import StorageError
from conspectus.ports import Handle, JobEngine
from stores import KINDS, LEASE_SECONDS, Stores, Work, over

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the engine of every kind."""
    return over(request.param, tmp_path)


@asynccontextmanager
async def _working(engine: JobEngine, handle: Handle, slots: int = 1) -> AsyncIterator[None]:
    stop = asyncio.Event()
    work = asyncio.create_task(engine.work(handle, slots, stop))
    try:
        yield
    finally:
        stop.set()
        await work


async def _until(true: Callable[[], object]) -> None:
    while not true():
        await asyncio.sleep(0.01)


def test_every_id_is_dealt_out_once_higher_priority_first(stores: Over) -> None:
    """Then in the order of the ids; an id that is enqueued twice is still one."""

    async def work(s: Stores) -> None:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        await s.engine.enqueue(["a", "b", "c"])
        await s.engine.enqueue(["y", "z", "a"], priority=1)
        assert await s.engine.waiting() == 5
        async with _working(s.engine, handle):
            await _until(lambda: len(seen) == 5)
        assert seen == ["y", "z", "a", "b", "c"]
        assert await s.engine.waiting() == 0

    stores(work)


def test_one_slot_rests_while_somebody_waits(stores: Over) -> None:
    """After an id of a priority above 0, one less is begun at once; the batch goes on beside."""

    async def work(s: Stores) -> None:
        running, most, seen = 0, 0, list[str]()

        async def handle(document: str) -> None:
            nonlocal running, most
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.01)
            running -= 1
            seen.append(document)

        await s.engine.enqueue(["first"], priority=10)
        async with _working(s.engine, handle, slots=3):
            await _until(lambda: seen)
            await s.engine.enqueue([f"{number:02}" for number in range(12)])
            await _until(lambda: len(seen) == 13)
        assert most == 2

    stores(work)


def test_no_more_than_the_slots_run_at_once_and_all_are_used(stores: Over) -> None:
    """A free slot is filled at once."""

    async def work(s: Stores) -> None:
        running, most, done = 0, 0, 0
        gate = asyncio.Event()

        async def handle(document: str) -> None:
            nonlocal running, most, done
            running += 1
            most = max(most, running)
            if running == 3:
                gate.set()
            await gate.wait()
            await asyncio.sleep(0)
            running -= 1
            done += 1

        await s.engine.enqueue([f"d{i}" for i in range(9)])
        async with _working(s.engine, handle, slots=3):
            await _until(lambda: done == 9)
        assert most == 3

    stores(work)


def test_what_comes_while_a_worker_waits_is_taken_up(stores: Over) -> None:
    """Enqueuing wakes it."""

    async def work(s: Stores) -> None:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        async with _working(s.engine, handle):
            await asyncio.sleep(0.05)
            await s.engine.enqueue(["a"])
            await _until(lambda: seen)
        assert seen == ["a"]

    stores(work)


def test_an_id_whose_handler_raised_comes_again(stores: Over) -> None:
    """At least once: an id is done only when its handler returns."""

    async def work(s: Stores) -> None:
        tries: list[str] = []

        async def handle(document: str) -> None:
            tries.append(document)
            if len(tries) == 1:
                raise OSError

        await s.engine.enqueue(["a"])
        async with _working(s.engine, handle):
            await _until(lambda: len(tries) == 2)
        assert await s.engine.waiting() == 0

    stores(work)


def test_what_is_withdrawn_is_not_dealt_out(stores: Over) -> None:
    """And may be enqueued again."""

    async def work(s: Stores) -> None:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        await s.engine.enqueue(["a", "b"])
        await s.engine.withdraw(["a"])
        async with _working(s.engine, handle):
            await _until(lambda: seen)
            await s.engine.enqueue(["a"])
            await _until(lambda: len(seen) == 2)
        assert seen == ["b", "a"]

    stores(work)


def test_a_worker_that_is_told_to_stop_ends_what_is_under_way(stores: Over) -> None:
    """And takes nothing more."""

    async def work(s: Stores) -> None:
        begun, ended = asyncio.Event(), []

        async def handle(document: str) -> None:
            begun.set()
            await asyncio.sleep(0.1)
            ended.append(document)

        await s.engine.enqueue(["a", "b"])
        stop = asyncio.Event()
        running = asyncio.create_task(s.engine.work(handle, 1, stop))
        await begun.wait()
        stop.set()
        await running
        assert ended == ["a"]
        assert await s.engine.waiting() == 1

    stores(work)


def test_what_takes_too_long_to_end_is_handed_back(stores: Over) -> None:
    """It is cancelled, and another worker has it at once."""

    async def work(s: Stores) -> None:
        begun = asyncio.Event()

        async def hang(document: str) -> None:
            begun.set()
            await asyncio.sleep(60)

        await s.engine.enqueue(["a"])
        async with _working(s.engine, hang):
            await begun.wait()
        assert await s.engine.waiting() == 1

    stores(work)


@asynccontextmanager
async def _another(stores: Stores, folder: Path) -> AsyncIterator[JobEngine]:
    """Open what a second machine or process would."""
    if stores.url:
        async with ProcrastinateEngine(stores.url, LEASE_SECONDS) as engine:
            yield engine
    else:
        async with SqliteDatabase(folder / "records.db") as database:
            yield LeaseEngine(database, LEASE_SECONDS)


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_lease_is_renewed_while_the_work_goes_on(kind: str, tmp_path: Path) -> None:
    """A second worker does not take what takes longer than a lease."""

    async def work(s: Stores) -> None:
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)
            await asyncio.sleep(3 * LEASE_SECONDS)

        async with _another(s, tmp_path) as second:
            await s.engine.enqueue(["a"])
            async with _working(s.engine, handle), _working(second, handle):
                await _until(lambda: seen)
        assert seen == ["a"]

    over(kind, tmp_path)(work)


def test_the_ids_of_a_dead_worker_go_to_another(tmp_path: Path) -> None:
    """When their leases have run out, whoever looks next has them."""

    async def work(s: Stores) -> None:
        async with SqliteDatabase(tmp_path / "records.db") as database:
            dead = LeaseEngine(database, LEASE_SECONDS)
            await dead.enqueue(["a"])
            assert [lease.document for _, lease in await dead._take(1)] == ["a"]
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        assert await s.engine.waiting() == 0
        async with _working(s.engine, handle):
            await _until(lambda: seen)
        assert seen == ["a"]

    over("sqlite", tmp_path)(work)


def test_a_clock_that_is_set_back_keeps_no_dead_worker_alive(tmp_path: Path) -> None:
    """A lease that ends far in the future was taken before: another worker has its id."""

    async def work(s: Stores) -> None:
        assert s.database
        ahead = LeaseEngine(s.database, LEASE_SECONDS, clock=lambda: now_ms() + 86_400_000)
        await ahead.enqueue(["a"])
        assert [lease.document for _, lease in await ahead._take(1)] == ["a"]
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)

        async with _working(s.engine, handle):
            await _until(lambda: seen)

    over("sqlite", tmp_path)(work)


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_two_workers_share_the_ids_between_them(kind: str, tmp_path: Path) -> None:
    """None is lost and none is dealt out twice."""

    async def work(s: Stores) -> None:
        seen: list[str] = []

        async def handle(document: str) -> None:
            await asyncio.sleep(0)
            seen.append(document)

        ids = [f"{i:03}" for i in range(60)]
        async with _another(s, tmp_path) as second:
            await s.engine.enqueue(ids)
            async with _working(s.engine, handle, 4), _working(second, handle, 4):
                await _until(lambda: len(seen) >= 60)
        assert sorted(seen) == ids

    over(kind, tmp_path)(work)


def test_what_is_withdrawn_while_it_is_worked_on_may_come_again(stores: Over) -> None:
    """The work under way goes on; a retry that follows a cancel is not lost."""

    async def work(s: Stores) -> None:
        seen: list[str] = []
        gate = asyncio.Event()

        async def handle(document: str) -> None:
            seen.append(document)
            await gate.wait()

        await s.engine.enqueue(["a"])
        async with _working(s.engine, handle, slots=2):
            await _until(lambda: seen)
            await s.engine.withdraw(["a"])
            await s.engine.enqueue(["a"])
            await _until(lambda: len(seen) == 2)
            gate.set()
        assert await s.engine.waiting() == 0

    stores(work)


def test_the_end_of_earlier_work_takes_nothing_from_later_work(stores: Over) -> None:
    """What was withdrawn and came again still comes once more when its second handler raises."""

    async def work(s: Stores) -> None:
        gates = [asyncio.Event(), asyncio.Event()]
        seen: list[str] = []

        async def handle(document: str) -> None:
            seen.append(document)
            if len(seen) == 1:
                await gates[0].wait()
            elif len(seen) == 2:
                await gates[1].wait()
                raise StorageError("away")

        await s.engine.enqueue(["a"])
        async with asyncio.timeout(20), _working(s.engine, handle, slots=2):
            await _until(lambda: seen)
            await s.engine.withdraw(["a"])
            await s.engine.enqueue(["a"])
            await _until(lambda: len(seen) == 2)
            gates[0].set()
            await asyncio.sleep(2 * LEASE_SECONDS)
            assert len(seen) == 2
            gates[1].set()
            await _until(lambda: len(seen) == 3)

    stores(work)
