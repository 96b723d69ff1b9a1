"""Slots and pace around a model: when a call may begin, and when its place is free again."""

import asyncio

import pytest

from conspectus.adapters.model_cached import CachedModel
from conspectus.adapters.model_paced import PacedModel
from conspectus.adapters.model_slots import SlottedModel
from conspectus.domain.answers import Kept
from conspectus.domain.errors import ModelUnreachable
from conspectus.domain.request import Request
from conspectus.testing import DictAnswers, MemoryRecords, SlowModel, UnreachableModel
from stores import Clock


def _request(number: int) -> Request:
    return Request((), (), plugin=f"p {number}")


def test_a_slot_is_free_only_when_the_answer_is_kept() -> None:
    """Of two calls over one slot, the second begins after the first answer is written."""
    told: list[str] = []

    class SlowAnswers(DictAnswers):
        async def put(self, key: str, kept: Kept) -> None:
            await asyncio.sleep(0.02)
            told.append("kept")
            await super().put(key, kept)

    class Telling(SlowModel):
        async def ask(self, request: Request):
            told.append("asked")
            return await super().ask(request)

    async def work() -> None:
        kept = CachedModel(Telling(seconds=0), SlowAnswers())
        model = SlottedModel(kept, asyncio.Semaphore(1))
        await asyncio.gather(model.ask(_request(1)), model.ask(_request(2)))

    asyncio.run(work())
    assert told == ["asked", "kept", "asked", "kept"]


def test_a_failed_call_gives_its_slot_back() -> None:
    """An error is raised as it is, and the next call can begin."""

    async def work() -> None:
        model = SlottedModel(UnreachableModel(), asyncio.Semaphore(1))
        for number in range(2):
            with pytest.raises(ModelUnreachable):
                await model.ask(_request(number))

    asyncio.run(work())


def test_a_call_waits_for_its_turn() -> None:
    """Two models on the same records, as in two processes, share the turns."""
    clock, waited = Clock(), []

    async def sleep(seconds: float) -> None:
        waited.append(round(seconds, 3))

    async def work() -> None:
        records = MemoryRecords(clock)
        one, two = (PacedModel(SlowModel(seconds=0), records, 600, sleep) for _ in range(2))
        for number in range(2):
            await one.ask(_request(number))
            await two.ask(_request(number))

    asyncio.run(work())
    assert waited == [0, 0.1, 0.2, 0.3]


@pytest.mark.parametrize("around", ["slots", "pace"])
def test_what_goes_around_a_model_changes_nothing_of_it(around: str) -> None:
    """Name, bounds and shape are those of the model inside, so its answers are found."""
    inner = SlowModel(most_words=77)
    if around == "slots":
        model = SlottedModel(inner, asyncio.Semaphore(1))
    else:
        model = PacedModel(inner, MemoryRecords(), 60)
    assert (model.name, model.most_words) == (inner.name, 77)
    assert model.shape(_request(1)) == inner.shape(_request(1))
