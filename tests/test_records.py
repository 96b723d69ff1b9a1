"""The contract of Records, over every adapter."""

import asyncio
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conspectus.adapters.records_sql import glances
from conspectus.domain.errors import StorageError
from conspectus.domain.job import STATES, Attempt, Failure, Job, Once, Tally, status_of
from conspectus.domain.usage import Usage
from conspectus.service.intake import documents_of, job_id
from stores import KINDS, ORDER, Stores, Work, over, submitted

TALLY = Tally(3, 1, 700, 6.5)
PASSING = Failure("model-unreachable", "Try again later.", True)
LASTING = Failure("empty", "It holds no text.")
Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the records of every kind."""
    return over(request.param, tmp_path)


def test_a_job_is_found_as_it_was_submitted(stores: Over) -> None:
    """Order, label, priority, counts, documents and the time of its state."""

    async def work(s: Stores) -> None:
        job, documents = await submitted(s.records, "aa", "bb", label="mine", priority=2)
        found = await s.records.job("w", job.id)
        assert found
        assert (found.order, found.label, found.priority, found.total) == (ORDER, "mine", 2, 2)
        assert (found.status, found.times) == ("queued", {"queued": s.clock.now})
        again = await s.records.documents("w", job.id)
        assert [(d.id, d.name, d.sha256) for d in again] == [
            (d.id, d.name, d.sha256) for d in documents
        ]

    stores(work)


def test_the_trace_of_an_order_is_kept_for_its_work(stores: Over) -> None:
    """Whoever works on it later, in whichever process, goes on with it."""

    async def work(s: Stores) -> None:
        id_, parent = job_id(), f"00-{'a1' * 16}-{'b2' * 8}-01"
        documents = documents_of(id_, [("a.pdf", "aa")])
        await s.records.hold("w", ["aa"])
        await s.records.submit(Job(id_, "w", ORDER, parent=parent), documents)
        kept = await s.records.job("w", id_)
        assert kept
        assert (kept.parent, kept.trace_id) == (parent, "a1" * 16)
        task = await s.records.begin(documents[0].id)
        assert task
        assert task.parent == parent

    stores(work)


def test_the_jobs_of_a_trace_are_found_in_any_workspace(stores: Over) -> None:
    """Whoever runs the service looks for what a problem or a log line names."""

    async def work(s: Stores) -> None:
        trace = "b2" * 16
        parent = f"00-{trace}-{'c3' * 8}-01"
        made = [await submitted(s.records, "aa", workspace=w, parent=parent) for w in ("v", "w")]
        await submitted(s.records, "aa")
        found = [job.id for job in await s.records.traced(trace)]
        assert found == sorted((job.id for job, _ in made), reverse=True)
        assert await s.records.traced("d4" * 16) == []

    stores(work)


def test_another_workspace_sees_nothing(stores: Over) -> None:
    """A job of somebody else is as unknown as one that never was, to read and to change."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        assert await s.records.job("v", job.id) is None
        assert await s.records.jobs("v") == []
        assert await s.records.documents("v", job.id) == []
        assert await s.records.document("v", document.id) is None
        assert await s.records.upload("v", document.id) is None
        assert await s.records.events("v", job.id, 0, 10) == []
        for change in (s.records.cancel, s.records.retry, s.records.delete):
            assert not await change("v", job.id)
        assert (await s.records.job("w", job.id)).status == "queued"

    stores(work)


def test_jobs_are_listed_latest_first_by_page_and_label(stores: Over) -> None:
    """A page begins before the last job of the one before it."""

    async def work(s: Stores) -> None:
        made = [(await submitted(s.records, "aa", label=f"l{i % 2}"))[0].id for i in range(5)]
        made.sort(reverse=True)
        first = await s.records.jobs("w", most=2)
        rest = await s.records.jobs("w", before=first[-1].id)
        assert [job.id for job in (*first, *rest)] == made
        assert len(await s.records.jobs("w", label="l1")) == 2

    stores(work)


def test_a_document_goes_from_queued_to_running_to_succeeded(stores: Over) -> None:
    """With one timestamp a state, progress, usage and tally, in document and job."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        s.clock.pass_seconds(1)
        task = await s.records.begin(document.id)
        assert task
        assert (task.name, task.order, task.workspace, task.attempts) == ("aa.pdf", ORDER, "w", 1)
        assert task.upload == await s.records.upload("w", document.id)
        assert await s.records.advance(task.attempt, "extract", 0.25)
        running = await s.records.document("w", document.id)
        assert (running.status, running.stage, running.progress) == ("running", "extract", 0.25)
        s.clock.pass_seconds(1)
        assert await s.records.succeed(task.attempt, Usage(6, cost_usd=0.5), TALLY)
        done = await s.records.document("w", document.id)
        assert (done.status, done.progress, done.tally) == ("succeeded", 1.0, TALLY)
        begun = s.clock.now - 2000
        times = {"queued": begun, "running": begun + 1000, "succeeded": begun + 2000}
        assert done.times == times
        whole = await s.records.job("w", job.id)
        assert (whole.status, whole.times) == ("succeeded", times)
        assert whole.usage == done.usage == Usage(6, cost_usd=0.5)

    stores(work)


def test_each_section_is_an_event_of_its_own(stores: Over) -> None:
    """They come before the stage they were told with, and none from an attempt that has ended."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        task = await s.records.begin(document.id)
        assert task
        before = await s.records.events("w", job.id, 0, 100)
        assert await s.records.advance(task.attempt, "check", 0.75, ["money", "harms"])
        told = await s.records.events("w", job.id, len(before), 100)
        assert [(one.kind, one.number - len(before)) for one in told] == [
            ("section", 1),
            ("section", 2),
            ("document", 3),
        ]
        common = {"document_id": document.id, "name": "aa.pdf"}
        assert [one.data for one in told[:2]] == [
            {**common, "section": "money"},
            {**common, "section": "harms"},
        ]
        assert told[2].data["stage"] == "check"
        await s.records.cancel("w", job.id)
        assert not await s.records.advance(task.attempt, "check", 0.75, ["late"])
        assert not [
            one for one in await s.records.events("w", job.id, 0, 100) if "late" in str(one.data)
        ]

    stores(work)


def test_an_ended_document_is_not_begun_again(stores: Over) -> None:
    """An engine may deal an id out twice; it is finished once."""

    async def work(s: Stores) -> None:
        _, (document,) = await submitted(s.records, "aa")
        task = await s.records.begin(document.id)
        assert await s.records.succeed(task.attempt, Usage(), TALLY)
        assert await s.records.begin(document.id) is None
        assert await s.records.begin("nothing") is None
        assert not await s.records.succeed(task.attempt, Usage(), TALLY)

    stores(work)


def test_a_later_attempt_ends_all_writes_of_an_earlier_one(stores: Over) -> None:
    """A worker that was thought dead writes nothing, and is told so."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        early = (await s.records.begin(document.id)).attempt
        later = await s.records.begin(document.id)
        assert (later.attempts, later.losses) == (2, 1)
        assert await s.records.standing({early, later.attempt}) == {later.attempt}
        before = await s.records.document("w", document.id)
        assert not await s.records.advance(early, "write", 0.9)
        assert not await s.records.succeed(early, Usage(1), TALLY)
        assert not await s.records.fail(early, LASTING, Usage(1))
        assert not await s.records.postpone(early, PASSING, Usage(1), 1)
        assert not await s.records.put_back(early)
        assert await s.records.document("w", document.id) == before
        assert (await s.records.job("w", job.id)).counts["running"] == 1

    stores(work)


def test_a_failure_is_kept_with_its_reason(stores: Over) -> None:
    """The others go on; the job has partly failed."""

    async def work(s: Stores) -> None:
        job, (one, two) = await submitted(s.records, "aa", "bb")
        task = await s.records.begin(one.id)
        assert await s.records.fail(task.attempt, LASTING, Usage(2))
        assert (await s.records.job("w", job.id)).status == "running"
        task = await s.records.begin(two.id)
        assert await s.records.succeed(task.attempt, Usage(1), TALLY)
        found = await s.records.job("w", job.id)
        assert (found.status, found.usage.calls) == ("partly_failed", 3)
        assert (await s.records.document("w", one.id)).failure == LASTING

    stores(work)


def test_a_postponed_document_is_due_later(stores: Over) -> None:
    """The engine is told of it when its time has come, not before."""

    async def work(s: Stores) -> None:
        _, (document,) = await submitted(s.records, "aa", priority=3)
        assert await s.records.unoffered(10) == [(document.id, 3)]
        await s.records.offered([document.id])
        task = await s.records.begin(document.id)
        assert await s.records.postpone(task.attempt, PASSING, Usage(), 5)
        assert (await s.records.document("w", document.id)).failure == PASSING
        assert await s.records.unoffered(10) == []
        s.clock.pass_seconds(5)
        assert await s.records.unoffered(10) == [(document.id, 3)]
        again = await s.records.begin(document.id)
        assert again.attempts == 2
        assert (await s.records.document("w", document.id)).failure is None

    stores(work)


def test_the_engine_is_told_again_of_what_waits_long(stores: Over) -> None:
    """What was lost between records and engine is found again."""

    async def work(s: Stores) -> None:
        _, (document,) = await submitted(s.records, "aa")
        await s.records.offered([document.id])
        assert await s.records.unoffered(10) == []
        s.clock.pass_seconds(61)
        assert await s.records.unoffered(10) == [(document.id, 0)]

    stores(work)


def test_what_is_put_back_waits_as_if_it_had_not_been_begun(stores: Over) -> None:
    """A worker that is told to stop costs a document no attempt."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        task = await s.records.begin(document.id)
        assert await s.records.put_back(task.attempt)
        assert (await s.records.job("w", job.id)).status == "queued"
        assert (await s.records.begin(document.id)).attempts == 1

    stores(work)


def test_cancel_keeps_what_is_finished_and_ends_the_rest(stores: Over) -> None:
    """Also what is under way: its attempt no longer stands."""

    async def work(s: Stores) -> None:
        job, (one, two, three) = await submitted(s.records, "aa", "bb", "cc")
        done = await s.records.begin(one.id)
        await s.records.succeed(done.attempt, Usage(), TALLY)
        task = await s.records.begin(two.id)
        assert await s.records.cancel("w", job.id)
        assert await s.records.standing([task.attempt]) == set()
        assert not await s.records.succeed(task.attempt, Usage(), TALLY)
        assert await s.records.begin(three.id) is None
        states = [d.status for d in await s.records.documents("w", job.id)]
        assert states == ["succeeded", "cancelled", "cancelled"]
        found = await s.records.job("w", job.id)
        assert (found.status, found.times["cancelled"]) == ("cancelled", s.clock.now)

    stores(work)


def test_retry_queues_what_failed_or_was_cancelled(stores: Over) -> None:
    """Attempts begin anew; what succeeded stays; the job runs again."""

    async def work(s: Stores) -> None:
        job, documents = await submitted(s.records, "aa", "bb", "cc")
        one, two, _ = documents
        await s.records.succeed((await s.records.begin(one.id)).attempt, Usage(), TALLY)
        await s.records.fail((await s.records.begin(two.id)).attempt, LASTING, Usage(4))
        await s.records.cancel("w", job.id)
        assert await s.records.retry("w", job.id, [two.id])
        found = await s.records.job("w", job.id)
        assert found.counts["queued"] == found.counts["cancelled"] == 1
        assert set(found.times) == {"queued", "running"}
        assert await s.records.retry("w", job.id)
        again = await s.records.document("w", two.id)
        assert (again.status, again.failure, again.attempts) == ("queued", None, 0)
        assert (await s.records.begin(two.id)).attempts == 1
        assert [d.status for d in await s.records.documents("w", job.id)] == [
            "succeeded",
            "running",
            "queued",
        ]

    stores(work)


def test_events_are_numbered_without_a_gap_and_can_be_read_on(stores: Over) -> None:
    """Whoever has seen a number gets exactly what came after it."""

    async def work(s: Stores) -> None:
        job, (one, two) = await submitted(s.records, "aa", "bb")
        task = await s.records.begin(one.id)
        await s.records.advance(task.attempt, "read", 0.0)
        await s.records.fail(task.attempt, LASTING, Usage())
        await s.records.succeed((await s.records.begin(two.id)).attempt, Usage(), TALLY)
        events = await s.records.events("w", job.id, 0, 100)
        assert [e.number for e in events] == list(range(1, len(events) + 1))
        assert await s.records.events("w", job.id, 3, 2) == events[3:5]
        told = [e.data["status"] for e in events if e.kind == "job"]
        assert told == ["queued", "running", "partly_failed"]
        staged = [e.data["stage"] for e in events if "stage" in e.data]
        assert staged == ["read"]
        failed = next(e.data["error"] for e in events if "error" in e.data)
        assert failed == {"code": "empty", "detail": "It holds no text.", "retryable": False}

    stores(work)


def test_answers_belong_to_their_job(stores: Over) -> None:
    """They are found in it alone, go with it, and none comes after."""

    async def work(s: Stores) -> None:
        job, _ = await submitted(s.records, "aa")
        other, _ = await submitted(s.records, "aa")
        await s.records.keep_answer(job.id, "k", b"\x00one")
        await s.records.keep_answer(job.id, "k", b"\x00two")
        assert await s.records.answer(job.id, "k") == b"\x00two"
        assert await s.records.answer(other.id, "k") is None
        await s.records.delete("w", job.id)
        await s.records.keep_answer(job.id, "k", b"late")
        assert await s.records.answer(job.id, "k") is None

    stores(work)


def test_an_upload_stays_until_its_last_job_goes(stores: Over) -> None:
    """Reports go at once; a workspace's uploads are no other's."""

    async def work(s: Stores) -> None:
        one, (document,) = await submitted(s.records, "aa")
        two, (second,) = await submitted(s.records, "aa")
        await submitted(s.records, "aa", workspace="v")
        key = await s.records.upload("w", document.id)
        assert key == await s.records.upload("w", second.id)
        await s.records.delete("w", one.id)
        assert await s.records.dropped(10) == [f"reports/{document.id}"]
        await s.records.forget([f"reports/{document.id}"])
        await s.records.delete("w", two.id)
        assert set(await s.records.dropped(10)) == {f"reports/{second.id}", key}

    stores(work)


def test_an_upload_on_its_way_is_not_dropped(stores: Over) -> None:
    """Who has a hold finds the file when the job is submitted, whatever is deleted meanwhile."""

    async def work(s: Stores) -> None:
        job, (document,) = await submitted(s.records, "aa")
        (key,) = await s.records.hold("w", ["aa"])
        await s.records.delete("w", job.id)
        assert await s.records.dropped(10) == [f"reports/{document.id}"]
        await s.records.release("w", ["aa"])
        assert key in await s.records.dropped(10)
        assert await s.records.hold("w", ["aa"]) != [key]

    stores(work)


def test_a_hold_that_a_crash_left_ends(stores: Over) -> None:
    """Nothing is kept for ever for a submission that never came."""

    async def work(s: Stores) -> None:
        (key,) = await s.records.hold("w", ["aa"])
        assert await s.records.dropped(10) == []
        s.clock.pass_seconds(86_401)
        assert await s.records.dropped(10) == [key]

    stores(work)


def test_no_job_is_taken_whose_files_were_let_go(stores: Over) -> None:
    """An upload that took too long is refused, all of it, and can be sent again."""

    async def work(s: Stores) -> None:
        job = Job(job_id(), "w", ORDER, counts={"queued": 2})
        documents = documents_of(job.id, [("a.pdf", "aa"), ("b.pdf", "bb")])
        await s.records.hold("w", ["aa"])
        s.clock.pass_seconds(86_401)
        await s.records.hold("w", ["bb"])
        await s.records.dropped(10)
        with pytest.raises(StorageError):
            await s.records.submit(job, documents, Once("k", "d"))
        assert await s.records.jobs("w") == []
        await s.records.hold("w", ["aa"])
        assert await s.records.submit(job, documents, Once("k", "d")) == job.id
        assert (await s.records.begin(documents[0].id)).upload

    stores(work)


def test_a_clock_that_is_set_back_keeps_no_document_waiting(stores: Over) -> None:
    """Neither one that was just submitted nor one that was put off for a moment."""

    async def work(s: Stores) -> None:
        _, (first, second) = await submitted(s.records, "aa", "bb")
        task = await s.records.begin(second.id)
        await s.records.postpone(task.attempt, PASSING, Usage(), 30)
        assert await s.records.unoffered(10) == [(first.id, 0)]
        s.clock.pass_seconds(-86_400)
        assert await s.records.unoffered(10) == [(first.id, 0), (second.id, 0)]

    stores(work)


def test_documents_can_be_read_by_page_and_state(stores: Over) -> None:
    """In the order in which they were submitted."""

    async def work(s: Stores) -> None:
        job, documents = await submitted(s.records, "aa", "bb", "cc", "dd")
        await s.records.fail((await s.records.begin(documents[2].id)).attempt, LASTING, Usage())
        page = await s.records.documents("w", job.id, after=0, most=2)
        assert [d.position for d in page] == [1, 2]
        failed = await s.records.documents("w", job.id, states={"failed"})
        assert [d.position for d in failed] == [2]

    stores(work)


def test_a_second_glance_shows_what_happened_since(
    stores: Over, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever it was and however much; a job that was deleted shows nothing."""
    monkeypatch.setattr(glances, "MOST_EVENTS", 3)

    async def work(s: Stores) -> None:
        job, (_, two, three) = await submitted(s.records, "aa", "bb", "cc")

        async def look() -> list[tuple[str, str, float]]:
            found = await s.records.glances("w", job.id)
            return [(one.status, one.stage, one.progress) for one in found]

        assert await look() == [("queued", "", 0)] * 3
        task = await s.records.begin(two.id)
        assert await look() == [("queued", "", 0), ("running", "", 0), ("queued", "", 0)]
        for done in range(4):
            await s.records.advance(task.attempt, "read", done / 4)
        assert (await look())[1] == ("running", "read", 3 / 4)
        await s.records.advance(task.attempt, "extract", 0.5, ["risks"])
        assert (await look())[1] == ("running", "extract", 0.5)
        await s.records.fail(task.attempt, LASTING, Usage())
        await s.records.cancel("w", job.id)
        assert [status for status, *_ in await look()] == ["cancelled", "failed", "cancelled"]
        await s.records.retry("w", job.id, [three.id])
        first, second = await asyncio.gather(look(), look())
        assert first == second
        assert [status for status, *_ in first] == ["cancelled", "failed", "queued"]
        await s.records.delete("w", job.id)
        assert await look() == []

    stores(work)


def test_a_glance_shows_each_document_as_it_is(stores: Over) -> None:
    """In order, with stage and reason, and nothing to another workspace."""

    async def work(s: Stores) -> None:
        job, (one, two, _) = await submitted(s.records, "aa", "bb", "cc")
        await s.records.fail((await s.records.begin(one.id)).attempt, PASSING, Usage())
        await s.records.advance((await s.records.begin(two.id)).attempt, "read", 0.0)
        found = [(g.name, g.status, g.stage, g.code) for g in await s.records.glances("w", job.id)]
        assert found == [
            ("aa.pdf", "failed", "", "model-unreachable"),
            ("bb.pdf", "running", "read", None),
            ("cc.pdf", "queued", "", None),
        ]
        assert await s.records.glances("v", job.id) == []

    stores(work)


def test_what_is_spent_is_counted_whoever_spent_it(stores: Over) -> None:
    """Also by an attempt that has ended since; an unknown cost makes the sum unknown."""

    async def work(s: Stores) -> None:
        job, (document, _) = await submitted(s.records, "aa", "bb")
        task = await s.records.begin(document.id)
        await s.records.spend(document.id, Usage(2, cost_usd=0.25))
        await s.records.fail(task.attempt, LASTING, Usage(seconds=1.5))
        await s.records.spend(document.id, Usage(1, cost_usd=0.5))
        whole = Usage(3, cost_usd=0.75, seconds=1.5)
        assert (await s.records.document("w", document.id)).usage == whole
        assert (await s.records.job("w", job.id)).usage == whole
        await s.records.spend(document.id, Usage(1, cost_usd=None))
        assert (await s.records.job("w", job.id)).usage.cost_usd is None
        await s.records.spend("nothing", Usage(1))

    stores(work)


def test_turns_lie_evenly_whoever_takes_them(stores: Over) -> None:
    """A pause is not made up for by a rush; each name has its own turns."""

    async def work(s: Stores) -> None:
        waits = [await s.records.turn("m", 600) for _ in range(4)]
        assert waits == pytest.approx([0, 0.1, 0.2, 0.3])
        assert await s.records.turn("other", 600) == 0
        s.clock.pass_seconds(0.25)
        assert await s.records.turn("m", 600) == pytest.approx(0.15)
        s.clock.pass_seconds(60)
        assert await s.records.turn("m", 600) == 0
        assert await s.records.turn("m", 600) == pytest.approx(0.1)

    stores(work)


MOVES = ("begin", "succeed", "fail", "postpone", "put_back", "cancel", "retry")


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(st.tuples(st.sampled_from(MOVES), st.integers(0, 2)), max_size=25))
def test_the_counts_of_a_job_are_those_of_its_documents(
    tmp_path_factory: pytest.TempPathFactory, kind: str, moves: list[tuple[str, int]]
) -> None:
    """Whatever happens in whatever order, by whatever attempt."""

    async def work(s: Stores) -> None:
        job, documents = await submitted(s.records, "aa", "bb", "cc")
        for move, index in moves:
            id_ = documents[index].id
            attempt = Attempt(id_, 1 + index)
            if move == "begin":
                await s.records.begin(id_)
            elif move == "succeed":
                await s.records.succeed(attempt, Usage(1), TALLY)
            elif move == "fail":
                await s.records.fail(attempt, LASTING, Usage(1))
            elif move == "postpone":
                await s.records.postpone(attempt, PASSING, Usage(1), 0)
            elif move == "put_back":
                await s.records.put_back(attempt)
            elif move == "cancel":
                await s.records.cancel("w", job.id)
            else:
                await s.records.retry("w", job.id)
            found = await s.records.job("w", job.id)
            now = await s.records.documents("w", job.id)
            counts = {state: sum(d.status == state for d in now) for state in STATES}
            assert (found.counts, found.status) == (counts, status_of(counts))
            assert found.usage.calls == sum(d.usage.calls for d in now)
            assert set(found.times) >= {"queued"}
        numbers = [e.number for e in await s.records.events("w", job.id, 0, 1000)]
        assert numbers == list(range(1, len(numbers) + 1))

    over(kind, tmp_path_factory.mktemp("records"))(work)


@pytest.mark.parametrize("kind", KINDS)
def test_simultaneous_begins_make_one_standing_attempt(kind: str, tmp_path: Path) -> None:
    """Two engines that deal out the same id do not both finish it."""

    async def work(s: Stores) -> None:
        _, (document,) = await submitted(s.records, "aa")
        tasks = await asyncio.gather(*(s.records.begin(document.id) for _ in range(8)))
        attempts = [task.attempt for task in tasks if task]
        ended = await asyncio.gather(
            *(s.records.succeed(attempt, Usage(1), TALLY) for attempt in attempts)
        )
        assert sorted(ended) == [False] * 7 + [True]
        assert len({attempt.number for attempt in attempts}) == 8

    over(kind, tmp_path)(work)


def test_every_combination_of_states_has_one_status() -> None:
    """Derived, never stored: queued, running, or how it ended."""
    told = set()
    for numbers in itertools.product((0, 1, 2), repeat=5):
        counts = dict(zip(STATES, numbers, strict=True))
        if sum(numbers):
            told.add(status_of(counts))
    assert told == {*STATES, "partly_failed"}
    assert status_of({"succeeded": 2, "queued": 1}) == "running"
    assert status_of({"succeeded": 2, "cancelled": 1, "failed": 1}) == "cancelled"
