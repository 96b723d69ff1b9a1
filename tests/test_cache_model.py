"""The cache around a model: what it finds, shares, keeps and counts."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal, UnaskedModel
from conspectus.domain.errors import (
    AnswerFiltered,
    AnswerMissing,
    AnswerTruncated,
    BudgetExceeded,
    ModelError,
    ModelUnreachable,
)
from conspectus.domain.request import Answer, Request
from conspectus.domain.usage import Usage
from conspectus.testing import DictAnswers, SlowModel
from kept_answers import request


@dataclass
class FailingModel(SlowModel):
    """Fails as scripted, one error a call, then answers."""

    errors: list[Exception] = field(default_factory=list)

    async def ask(self, request: Request) -> Answer:
        """Raise the next error, if any is left."""
        answer = await super().ask(request)
        if self.errors:
            raise self.errors.pop(0)
        return answer


def _run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(work())  # type: ignore[arg-type]


async def _many(cached: CachedModel, number: int = 64) -> list[Answer | BaseException]:
    return await asyncio.gather(
        *(cached.ask(request()) for _ in range(number)), return_exceptions=True
    )


def test_the_second_time_costs_nothing_and_says_what_it_saved() -> None:
    """A hit has no calls, no tokens, and the cost of the first answer as saved."""

    async def work() -> None:
        model, counts = SlowModel(0, cost_usd=0.02), Counter[str]()
        cached = CachedModel(model, MemoryAnswers(1_000_000), counts=counts)
        first, second = await cached.ask(request()), await cached.ask(request())
        assert first.usage == Usage(1, 0, 0, 1000, 100, 0.02)
        assert second.usage == Usage(cache_hits=1, saved_usd=0.02)
        assert first.replies == second.replies
        assert model.calls == 1
        assert counts == {
            "misses": 1,
            "hits_memory": 1,
            "input_tokens_saved": 1000,
            "output_tokens_saved": 100,
            "millionths_saved": 20_000,
        }

    _run(work)


def test_what_an_answer_of_unknown_price_saved_is_unknown() -> None:
    """None is not nothing."""

    async def work() -> None:
        counts = Counter[str]()
        cached = CachedModel(SlowModel(0, cost_usd=None), DictAnswers(), counts=counts)
        await cached.ask(request())
        assert (await cached.ask(request())).usage == Usage(cache_hits=1, saved_usd=None)
        assert counts["unpriced_hits"] == 1

    _run(work)


@pytest.mark.parametrize(
    "other",
    [request("You must stay."), request(workspace="lab"), request(plugin="ki 2.0")],
    ids=["words", "workspace", "plugin"],
)
def test_another_request_is_another_call(other: Request) -> None:
    """Nothing is shared over words, workspaces or plugins."""

    async def work() -> None:
        model = SlowModel(0)
        cached = CachedModel(model, DictAnswers())
        await cached.ask(request())
        await cached.ask(other)
        assert model.calls == 2

    _run(work)


def test_the_same_passages_in_another_document_are_one_call() -> None:
    """The document only tags the answer."""

    async def work() -> None:
        model = SlowModel(0)
        cached = CachedModel(model, DictAnswers())
        await cached.ask(request(document="a"))
        assert (await cached.ask(request(document="b"))).usage.cache_hits == 1

    _run(work)


@pytest.mark.parametrize("error", [AnswerTruncated, AnswerFiltered, ModelUnreachable])
def test_no_failure_is_kept(error: type[ModelError]) -> None:
    """The next time asks again."""

    async def work() -> None:
        store = DictAnswers()
        cached = CachedModel(FailingModel(0, errors=[error("No.")]), store)
        with pytest.raises(error):
            await cached.ask(request())
        assert store.kept == {}
        assert store.owners == {}
        assert (await cached.ask(request())).usage.calls == 1

    _run(work)


def test_sixty_four_at_once_make_one_call() -> None:
    """One pays, the others share its answer."""

    async def work() -> None:
        model, counts = SlowModel(0.05), Counter[str]()
        answers = await _many(CachedModel(model, MemoryAnswers(1_000_000), counts=counts))
        assert model.calls == 1
        usages = Counter(answer.usage for answer in answers if isinstance(answer, Answer))
        assert usages == {
            Usage(1, 0, 0, 1000, 100, 0.01): 1,
            Usage(coalesced=1, saved_usd=0.01): 63,
        }
        assert (counts["misses"], counts["coalesced"]) == (64, 63)

    _run(work)


def test_a_cancelled_leader_leaves_its_call_to_the_others() -> None:
    """Whoever goes away, the call goes on for those who wait, and is paid for by one of them."""

    async def work() -> None:
        model = SlowModel(0.05)
        cached = CachedModel(model, DictAnswers())
        leader, *others = (asyncio.create_task(cached.ask(request())) for _ in range(8))
        await asyncio.sleep(0.01)
        leader.cancel()
        answers = await asyncio.gather(*others)
        assert leader.cancelled() or leader.done()
        assert model.calls == 1
        assert sum((answer.usage for answer in answers), Usage()).calls == 1

    _run(work)


def test_a_call_that_nobody_waits_for_ends() -> None:
    """When all are cancelled nothing is kept, no lease stays, and the next one asks anew."""

    async def work() -> None:
        model, store = SlowModel(30), DictAnswers()
        cached = CachedModel(model, store)
        tasks = [asyncio.create_task(cached.ask(request())) for _ in range(8)]
        await asyncio.sleep(0.01)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        model.seconds = 0
        assert (await cached.ask(request())).usage.calls == 1
        assert (model.calls, store.owners) == (2, {})

    _run(work)


def test_a_failed_leader_hands_over() -> None:
    """It alone gets its error; the others ask again, together."""

    async def work() -> None:
        model = FailingModel(0.02, errors=[ModelUnreachable("Gone.")])
        answers = await _many(CachedModel(model, DictAnswers()))
        assert model.calls == 2
        assert [type(answer) for answer in answers] == [ModelUnreachable] + [Answer] * 63

    _run(work)


def test_a_second_failure_is_told_to_all() -> None:
    """A server that is down is not asked once for each who waits; only who led is billed."""

    async def work() -> None:
        spent = Usage(1, 0, 0, 10, 0, 0.01)
        errors: list[Exception] = [ModelUnreachable("Gone.", usage=spent) for _ in range(9)]
        model = FailingModel(0.02, errors=errors)
        answers = await _many(CachedModel(model, DictAnswers()))
        assert model.calls == 2
        told = [answer for answer in answers if isinstance(answer, ModelUnreachable)]
        assert len(told) == 64
        assert sum((error.usage for error in told), Usage()).calls == 2

    _run(work)


def test_the_budget_of_one_is_not_the_budget_of_another() -> None:
    """An exceeded budget is told to nobody but its owner."""

    async def work() -> None:
        model = FailingModel(0.01, errors=[BudgetExceeded("Spent.") for _ in range(3)])
        answers = await _many(CachedModel(model, DictAnswers()), 8)
        assert [type(answer) for answer in answers] == [BudgetExceeded] * 3 + [Answer] * 5

    _run(work)


def test_an_answer_is_stale_a_little_before_its_time() -> None:
    """Between nine tenths of it and all of it, and not all at once; without a time, never."""

    async def work() -> None:
        store = DictAnswers()
        cached = CachedModel(SlowModel(0), store, ttl=100, clock=lambda: 1_000.0)
        for number in range(50):
            await cached.ask(request(str(number)))
        times = {kept.expires for kept in store.kept.values()}
        assert len(times) > 40
        assert all(time is not None and 1_090 <= time <= 1_100 for time in times)
        keeping = CachedModel(SlowModel(0), lasting := DictAnswers())
        await keeping.ask(request())
        assert [kept.expires for kept in lasting.kept.values()] == [None]

    _run(work)


def test_a_lease_is_renewed_while_the_call_runs(tmp_path: Path) -> None:
    """Another process waits for a call that takes much longer than its lease."""

    async def work() -> None:
        seal, model = HmacSeal(), SlowModel(0.6)
        async with (
            SqliteAnswers(tmp_path / "answers.db", seal) as one,
            SqliteAnswers(tmp_path / "answers.db", seal) as other,
        ):
            caches = [CachedModel(model, store, lease_seconds=0.2) for store in (one, other)]
            answers = await asyncio.gather(*(cache.ask(request()) for cache in caches))
        assert model.calls == 1
        assert sum((a.usage for a in answers), Usage()) == Usage(1, 0, 1, 1000, 100, 0.01, 0.01)

    _run(work)


def test_the_lease_of_the_dead_is_taken_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A process that died while it asked delays others no longer than its lease, nor silently."""

    async def work() -> None:
        model = SlowModel(0)
        async with SqliteAnswers(tmp_path / "answers.db", HmacSeal()) as store:
            cached = CachedModel(model, probe := DictAnswers())
            for words in ("one", "other"):
                await cached.ask(request(words))
            for key in probe.kept:
                assert await store.lease(key, "a dead process", 1)
            waiting = CachedModel(model, store)
            answers = await asyncio.gather(*map(waiting.ask, map(request, ("one", "other"))))
        assert [answer.usage.calls for answer in answers] == [1, 1]

    _run(work)
    assert caplog.text.count("Another process asks the same") == 1


def test_a_model_that_is_not_asked_answers_from_the_store_or_not_at_all() -> None:
    """Replay: the kept answer, with its name and words; a miss is an error."""

    async def work() -> None:
        model, store = SlowModel(0, most_words=7), DictAnswers()
        await CachedModel(model, store).ask(request())
        replay = CachedModel(UnaskedModel(model), store)
        assert (replay.name, replay.most_words) == ("slow", 7)
        assert (await replay.ask(request())).usage.cache_hits == 1
        with pytest.raises(AnswerMissing, match="stopping"):
            await replay.ask(request("Other words."))
        assert model.calls == 1

    _run(work)


def test_one_cache_goes_around_another() -> None:
    """A store for one job stands before the one for all: a purge of the latter costs it nothing."""

    async def work() -> None:
        model, shared, own = SlowModel(0), DictAnswers(), DictAnswers()
        cached = CachedModel(CachedModel(model, shared, ttl=60), own)
        await cached.ask(request())
        shared.kept.clear()
        assert (await cached.ask(request())).usage == Usage(cache_hits=1, saved_usd=0.01)
        assert [kept.expires for kept in own.kept.values()] == [None]
        assert model.calls == 1

    _run(work)
