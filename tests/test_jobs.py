"""From submit to results, by a worker that may be stopped anywhere."""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from conspectus.adapters.model_offline import OfflineModel
from conspectus.domain.errors import (
    AnswerMissing,
    ModelUnreachable,
    NotKept,
    SourceTooLarge,
    StorageError,
    UnknownJob,
    UsageError,
)
from conspectus.domain.job import ENDED, Job, Order
from conspectus.domain.request import Answer, Request, shape_of
from conspectus.domain.source import Upload
from conspectus.domain.usage import Usage
from conspectus.testing import UnreachableModel
from offices import Office, incoming, office, text
from plugins import plugin
from stores import KINDS, Stores, Work, over

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the stores of every kind."""
    return over(request.param, tmp_path)


@dataclass
class Counted:
    """The offline model, with a pause and a count of the calls for each document."""

    seconds: float = 0.0
    fails: int = 0
    after: float | None = None
    name: str = "counted"
    most_words: int | None = None
    calls: Counter[str] = field(default_factory=Counter)
    inner: OfflineModel = field(default_factory=OfflineModel)

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return the name and the request."""
        return {"model": self.name, "request": shape_of(request)}

    async def ask(self, request: Request) -> Answer:
        """Fail the first `fails` times, then answer."""
        self.calls[request.document] += 1
        await asyncio.sleep(self.seconds)
        if sum(self.calls.values()) <= self.fails:
            raise ModelUnreachable("Try again later.", self.after, Usage(calls=1))
        return await self.inner.ask(request)


@asynccontextmanager
async def _working(office: Office) -> AsyncIterator[None]:
    stop = asyncio.Event()
    work = asyncio.create_task(office.worker.run(stop))
    try:
        yield
    finally:
        stop.set()
        await work


async def _ended(office: Office, job: Job) -> Job:
    async for _ in office.jobs.follow("w", job.id):
        pass
    return await office.jobs.job("w", job.id)


async def _submit(office: Office, *texts: str, **given: Any) -> Job:
    order = office.jobs.order(plugin.id, {})
    return await office.jobs.submit("w", order, incoming(*texts), **given)


def test_every_document_of_a_job_is_made(stores: Over) -> None:
    """Each report is the one that a generation of its own gives, byte for byte."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        async with _working(o):
            job = await _ended(o, await _submit(o, text(0), text(1), text(2)))
        assert (job.status, job.usage.calls) == ("succeeded", 3)
        page = await o.jobs.results("w", job.id)
        assert page["next"] is None
        for number, result in enumerate(page["documents"]):
            upload = Upload(f"form{number}.txt", text(number).encode())
            alone = await o.service.generate(upload, plugin.id)
            assert result["report"] == json.loads(o.service.written(alone.report))["report"]
            assert result["error"] is None
        tally = (await o.jobs.documents("w", job.id))[0].tally
        assert tally.words == alone.report.readability["words"]

    stores(work)


def test_one_bad_file_finishes_the_others_and_says_why(stores: Over) -> None:
    """The job has partly failed; the reason is a code and a line."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        async with _working(o):
            job = await _ended(o, await _submit(o, text(0), " ", text(2)))
        status = await o.jobs.status("w", job.id)
        assert status["status"] == "partly_failed"
        assert status["counts"]["succeeded"] == 2
        assert [one["status"] for one in status["documents"]] == [
            "succeeded",
            "failed",
            "succeeded",
        ]
        error = status["documents"][1]["error"]
        assert error == {"code": "empty", "detail": "form1.txt holds no text.", "retryable": False}

    stores(work)


def test_a_failure_that_may_pass_is_tried_again(stores: Over) -> None:
    """With a pause; what it cost is counted."""

    async def work(s: Stores) -> None:
        o = office(s, Counted(fails=2))
        job = await _submit(o, text(0))
        async with _working(o):
            while (found := await o.jobs.job("w", job.id)).status not in ENDED:
                s.clock.pass_seconds(1)
                await asyncio.sleep(0.01)
        document = (await o.jobs.documents("w", job.id))[0]
        assert (found.status, document.attempts, found.usage.calls) == ("succeeded", 3, 3)

    stores(work)


def test_a_provider_that_asks_to_wait_for_a_year_is_asked_again_in_hours(stores: Over) -> None:
    """A document is not put off so long that nobody knows of it any more."""

    async def work(s: Stores) -> None:
        o = office(s, Counted(fails=1, after=31_536_000.0))
        job = await _submit(o, text(0))
        async with _working(o):
            while not (await o.jobs.documents("w", job.id))[0].failure:
                await asyncio.sleep(0.01)
            s.clock.pass_seconds(2 * 3_600)
            assert (await _ended(o, job)).status == "succeeded"

    stores(work)


def test_a_failure_that_does_not_pass_waits_for_a_retry(stores: Over) -> None:
    """After some attempts it is told as it is; `retry` takes it up again."""

    async def work(s: Stores) -> None:
        model = Counted(fails=4)
        o = office(s, model)
        job = await _submit(o, text(0))

        async def run() -> Job:
            async with _working(o):
                while (found := await o.jobs.job("w", job.id)).status not in ENDED:
                    s.clock.pass_seconds(1)
                    await asyncio.sleep(0.01)
            return found

        assert (await run()).status == "failed"
        failed = (await o.jobs.documents("w", job.id))[0]
        assert (failed.attempts, failed.failure.code) == (4, "model-unreachable")
        assert failed.failure.retryable
        await o.jobs.retry("w", job.id)
        assert (await run()).status == "succeeded"

    stores(work)


def test_cancel_stops_the_calls_and_keeps_what_is_finished(stores: Over) -> None:
    """No call begins more than a second later; what had succeeded can still be fetched."""

    async def work(s: Stores) -> None:
        model = Counted(seconds=0.05)
        o = office(s, model, slots=1)
        async with _working(o):
            job = await _submit(o, *(text(n) for n in range(40)))
            while (await o.jobs.job("w", job.id)).counts["succeeded"] < 2:
                await asyncio.sleep(0.01)
            cancelled = await o.jobs.cancel("w", job.id)
            assert cancelled.status == "cancelled"
            await asyncio.sleep(0.1)
            calls = sum(model.calls.values())
            await asyncio.sleep(0.3)
            assert sum(model.calls.values()) == calls
        kept = await o.jobs.results("w", job.id)
        made = [one for one in kept["documents"] if one["report"]]
        assert len(made) == cancelled.counts["succeeded"] >= 2

    stores(work)


def test_cancel_ends_a_call_under_way(stores: Over) -> None:
    """The worker does not wait for an answer that nobody wants any more."""

    async def work(s: Stores) -> None:
        model = Counted(seconds=3600)
        o = office(s, model)
        async with _working(o):
            job = await _submit(o, text(0))
            while not model.calls:
                await asyncio.sleep(0.01)
            await o.jobs.cancel("w", job.id)
            while o.worker.busy:
                await asyncio.sleep(0.01)
        assert (await o.jobs.job("w", job.id)).status == "cancelled"

    stores(work)


def test_an_end_is_told_though_the_watch_sees_it_first(
    stores: Over, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """An attempt that has just ended no longer stands: it is not stopped before it said so."""

    async def work(s: Stores) -> None:
        fail = s.records.fail

        async def slow(*given: Any) -> bool:
            ended = await fail(*given)
            await asyncio.sleep(0.2)
            return ended

        monkeypatch.setattr(s.records, "fail", slow)
        o = office(s, UnreachableModel())
        async with _working(o):
            job = await _submit(o, "This is no form at all.")
            while not [one for one in caplog.records if one.message == "A document failed."]:
                await asyncio.sleep(0.01)
        assert (await o.jobs.job("w", job.id)).status == "failed"

    monkeypatch.setattr("conspectus.service.worker.WATCH_SECONDS", 0.02)
    monkeypatch.setattr("conspectus.service.worker.MOST_ATTEMPTS", 1)
    with caplog.at_level("WARNING", "conspectus"):
        stores(work)


def test_no_answer_is_paid_for_twice_by_one_document(stores: Over) -> None:
    """An attempt that is lost after its answer costs the next one no call."""

    async def work(s: Stores) -> None:
        model = Counted()
        o = office(s, model)
        job = await _submit(o, text(0))
        (document,) = await o.jobs.documents("w", job.id)
        put, lost = s.archive.put, []

        async def lose(key: str, data: bytes) -> None:
            if not lost:
                lost.append(key)
                raise StorageError("the disk went away")
            await put(key, data)

        s.archive.put = lose
        with pytest.raises(StorageError):
            await o.worker.handle(document.id)
        await o.worker.handle(document.id)
        assert (await o.jobs.job("w", job.id)).status == "succeeded"
        assert sum(model.calls.values()) == 1
        took = (await o.jobs.document("w", document.id)).usage
        assert (took.calls, took.cache_hits) == (1, 1)

    stores(work)


def test_a_worker_that_stops_hands_back_what_it_cannot_end(stores: Over) -> None:
    """The document waits again, as if it had not been begun."""

    async def work(s: Stores) -> None:
        model = Counted(seconds=3600)
        o = office(s, model)
        job = await _submit(o, text(0))
        async with _working(o):
            while not model.calls:
                await asyncio.sleep(0.01)
        assert (await o.jobs.job("w", job.id)).status == "queued"
        assert (await o.jobs.documents("w", job.id))[0].attempts == 0
        model.seconds = 0
        async with _working(o):
            assert (await _ended(o, job)).status == "succeeded"

    stores(work)


def test_what_the_engine_was_not_told_of_is_done_all_the_same(stores: Over) -> None:
    """A crash between submit and enqueue loses nothing."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        job = await _submit(o, text(0))
        (document,) = await o.jobs.documents("w", job.id)
        await s.engine.withdraw([document.id])
        s.clock.pass_seconds(61)
        async with _working(o):
            assert (await _ended(o, job)).status == "succeeded"

    stores(work)


def test_a_defect_fails_one_document_and_leaks_nothing(stores: Over) -> None:
    """The reason names the kind of the defect, not its message; the worker goes on."""

    class Defective(Counted):
        async def ask(self, request: Request) -> Answer:
            raise RuntimeError("a secret of the form")

    async def work(s: Stores) -> None:
        o = office(s, Defective())
        async with _working(o):
            job = await _ended(o, await _submit(o, text(0)))
        (document,) = await o.jobs.documents("w", job.id)
        assert document.failure.code == "error"
        assert "RuntimeError" in document.failure.detail
        assert "secret" not in document.failure.detail

    stores(work)


def test_a_document_that_kills_its_workers_is_given_up(stores: Over) -> None:
    """It fails with its own code, and takes no more of them with it."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        job = await _submit(o, text(0))
        (document,) = await o.jobs.documents("w", job.id)
        for _ in range(20):
            await s.records.begin(document.id)
        await o.worker.handle(document.id)
        assert (await o.jobs.job("w", job.id)).status == "succeeded"
        other = await _submit(o, text(1))
        (poison,) = await o.jobs.documents("w", other.id)
        for _ in range(21):
            await s.records.begin(poison.id)
        await o.worker.handle(poison.id)
        assert (await o.jobs.document("w", poison.id)).failure.code == "worker-lost"

    stores(work)


def test_a_report_is_made_again_from_the_answers_of_its_job(stores: Over) -> None:
    """Byte for byte, with no model; another job's answers do not serve."""

    async def work(s: Stores) -> None:
        model = Counted()
        o = office(s, model)
        async with _working(o):
            job = await _ended(o, await _submit(o, text(0)))
        (document,) = await o.jobs.documents("w", job.id)
        calls = sum(model.calls.values())
        assert (await o.jobs.replay("w", document.id)).same
        assert sum(model.calls.values()) == calls
        await s.archive.put(f"reports/{document.id}", b"{}")
        assert not (await o.jobs.replay("w", document.id)).same
        unanswered = await _submit(o, text(0))
        (waiting,) = await o.jobs.documents("w", unanswered.id)
        await s.archive.put(f"reports/{waiting.id}", b"{}")
        with pytest.raises(AnswerMissing):
            await o.jobs.replay("w", waiting.id)

    stores(work)


def test_a_deleted_job_leaves_nothing(stores: Over, tmp_path: Path) -> None:
    """Neither file nor record; an upload that another job shares stays until that one goes."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        async with _working(o):
            one = await _ended(o, await _submit(o, text(0), text(1)))
            two = await _ended(o, await _submit(o, text(0)))
        (document,) = await o.jobs.documents("w", two.id)
        await o.jobs.delete("w", one.id)
        with pytest.raises(UnknownJob):
            await o.jobs.status("w", one.id)
        assert (await o.jobs.replay("w", document.id)).same
        key = await s.records.upload("w", document.id)
        await o.jobs.delete("w", two.id)
        for gone in (key, f"reports/{document.id}"):
            with pytest.raises(NotKept):
                await s.archive.get(gone)

    stores(work)
    assert [path for path in (tmp_path / "a").rglob("*") if path.is_file()] == []


def test_a_job_that_is_deleted_under_way_leaves_nothing(stores: Over, tmp_path: Path) -> None:
    """The worker's report comes too late and is not kept."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        job = await _submit(o, text(0))
        (document,) = await o.jobs.documents("w", job.id)
        put = s.archive.put

        async def late(key: str, data: bytes) -> None:
            await o.jobs.delete("w", job.id)
            await put(key, data)

        s.archive.put = late
        await o.worker.handle(document.id)
        with pytest.raises(NotKept):
            await s.archive.get(f"reports/{document.id}")

    stores(work)
    assert [path for path in (tmp_path / "a").rglob("*") if path.is_file()] == []


def test_a_submit_that_fails_leaves_nothing(stores: Over, tmp_path: Path) -> None:
    """All files or none: the second is too large, so the first is not kept either."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        with pytest.raises(SourceTooLarge):
            await _submit(o, text(0), "x" * 200_000)
        with pytest.raises(UsageError):
            await _submit(o)
        assert await o.jobs.jobs("w") == []
        keys = await s.records.dropped(10)
        assert len(keys) == 1
        assert keys[0].startswith("uploads/w/")

    stores(work)


def test_an_order_is_checked_before_anything_is_taken_in(stores: Over) -> None:
    """An unknown plugin or parameter is a mistake of the request."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        with pytest.raises(UsageError):
            o.jobs.order("nothing")
        with pytest.raises(UsageError):
            o.jobs.order(plugin.id, {"most": 0})
        assert o.jobs.order(plugin.id).parameters == {"most": 5, "sections": []}

    stores(work)


def test_a_worker_without_the_plugin_says_so(stores: Over) -> None:
    """The document fails with the name of what is missing."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        async with _working(o):
            order = Order("absent", {}, "offline")
            job = await o.jobs.submit("w", order, incoming(text(0)))
            await _ended(o, job)
        (document,) = await o.jobs.documents("w", job.id)
        assert document.failure.code == "unknown-plugin"

    stores(work)


def test_events_can_be_followed_from_anywhere_to_the_end(stores: Over) -> None:
    """Whoever comes back with the last number gets the rest, and no event twice."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        job = await _submit(o, text(0), text(1))
        async with _working(o):
            whole = [event async for event in o.jobs.follow("w", job.id)]
        assert [event.number for event in whole] == list(range(1, len(whole) + 1))
        assert whole[-1].data["status"] == "succeeded"
        rest = [event async for event in o.jobs.follow("w", job.id, after=4)]
        assert rest == whole[4:]
        stages = {event.data["stage"] for event in whole if "stage" in event.data}
        assert stages == {"read", "extract", "write", "check"}

    stores(work)


def test_nothing_of_one_workspace_is_visible_to_another(stores: Over) -> None:
    """Every question about it is answered as if it did not exist."""

    async def work(s: Stores) -> None:
        o = office(s, OfflineModel())
        async with _working(o):
            job = await _ended(o, await _submit(o, text(0)))
        (document,) = await o.jobs.documents("w", job.id)
        for ask, id_ in (
            (o.jobs.job, job.id),
            (o.jobs.status, job.id),
            (o.jobs.results, job.id),
            (o.jobs.cancel, job.id),
            (o.jobs.retry, job.id),
            (o.jobs.delete, job.id),
            (o.jobs.result, document.id),
            (o.jobs.replay, document.id),
        ):
            with pytest.raises(UnknownJob):
                await ask("v", id_)
        with pytest.raises(UnknownJob):
            await o.jobs.rendered("v", document.id, "data")
        assert await o.jobs.rendered("w", document.id, "data")

    stores(work)


def test_results_come_by_page(stores: Over) -> None:
    """`next` is given back to get the next page; the last one has none."""

    async def work(s: Stores) -> None:
        o = office(s, UnreachableModel())
        job = await _submit(o, text(0), text(1), text(2))
        first = await o.jobs.results("w", job.id, most=2)
        second = await o.jobs.results("w", job.id, after=first["next"], most=2)
        names = [one["name"] for page in (first, second) for one in page["documents"]]
        assert names == ["form0.txt", "form1.txt", "form2.txt"]
        assert second["next"] is None
        assert all(one["report"] is None for one in first["documents"])

    stores(work)
