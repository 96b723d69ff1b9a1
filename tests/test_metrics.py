"""What is counted, how it is told, and that nothing is lost or told without end."""

import asyncio
import re
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_open
from prometheus_client.parser import text_string_to_metric_families as read_text

from conspectus.adapters.observe_metrics import Gatherer, MetricsObserver
from conspectus.adapters.observe_metrics.catalogue import METRICS
from conspectus.adapters.observe_several import SeveralObservers
from conspectus.adapters.observe_totals import TotalsObserver
from conspectus.adapters.records_sql import SqliteDatabase, SqlRecords, migrate
from conspectus.adapters.records_sql.migrate import _files
from conspectus.domain.errors import StorageError
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.job import Failure, Tally
from conspectus.domain.totals import NANO, Few, Standing, Tallies, Total
from conspectus.domain.trace import begun, within
from conspectus.domain.usage import Usage
from conspectus.pipeline.generate import STAGES
from conspectus.service.metering import MeteredModel
from conspectus.service.pulse import Pulse
from conspectus.testing import ListObserver, MemoryRecords, ScriptedModel
from conspectus.web import Policy
from conspectus.web.catalogue import KINDS
from conspectus.web.metrics import Metrics
from doors import Door, visit
from stores import KINDS as STORES
from stores import Stores, over, submitted

MODEL = "openai:m"
PAGE = Path(__file__).parents[1] / "docs" / "metrics.md"

PROMISED = """
conspectus_http_requests_total{method,route,status} counter
conspectus_http_request_duration_seconds{method,route} histogram
conspectus_errors_total{code} counter
conspectus_documents_total{status} counter
conspectus_document_duration_seconds{} histogram
conspectus_stage_duration_seconds{stage} histogram
conspectus_jobs{status} gauge
conspectus_queue_documents{} gauge
conspectus_queue_oldest_seconds{} gauge
conspectus_documents_under_way{} gauge
conspectus_workers{} gauge
conspectus_model_calls_total{model,outcome} counter
conspectus_model_call_duration_seconds{model} histogram
conspectus_model_tokens_total{model,kind} counter
conspectus_model_cost_usd_total{model} counter
conspectus_model_saved_usd_total{model} counter
conspectus_model_retries_total{model} counter
conspectus_model_breaker_open{model} gauge
conspectus_budget_stops_total{} counter
conspectus_cache_lookups_total{tier,result} counter
conspectus_cache_coalesced_total{} counter
conspectus_cache_refused_total{} counter
conspectus_cache_evictions_total{tier} counter
conspectus_cache_bytes{tier} gauge
conspectus_cache_breaker_open{} gauge
conspectus_read_failures_total{reason} counter
conspectus_component_up{component} gauge
conspectus_disk_free_bytes{} gauge
conspectus_build_info{version,python} gauge
conspectus_uptime_seconds{} gauge
"""
"""Dashboards and alerts are built on these; a name that changes breaks them in silence."""


def run(work: Callable[[], Awaitable[Any]]) -> Any:
    """Run an asynchronous test."""
    return asyncio.run(asyncio.wait_for(work(), 60))


def _metrics(observer: MetricsObserver, standing: Standing | None = None) -> Metrics:
    async def stands() -> Standing:
        if standing is None:
            raise StorageError("The records are away.")
        return standing

    return Metrics(Gatherer(observer, stands, "9.9.9", Path("/")), "9.9.9")


def samples(text: str) -> dict[str, float]:
    """Return the samples of an exposition, by name and labels."""
    return {
        f"{one.name}{one.labels}": one.value for family in read_text(text) for one in family.samples
    }


def test_the_names_are_those_that_others_build_on() -> None:
    """With their labels and kinds."""
    lines = PROMISED.split("\n")[1:-1]
    own = [m for m in METRICS if m.name.startswith("conspectus_")]
    assert [f"{m.name}{{{','.join(m.labels)}}} {m.kind}" for m in own] == lines


def test_every_metric_is_documented() -> None:
    """The page has a row for each, with labels, unit, and over what it counts; and no other row."""
    rows = re.findall(
        r"^\| `([a-z_]+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", PAGE.read_text(), re.M
    )
    assert rows == [
        (m.name, ", ".join(m.labels), m.unit, m.over, m.told.rstrip(".")) for m in METRICS
    ]


def test_names_follow_the_conventions() -> None:
    """Counters end in _total, times are seconds, sizes bytes; no name has another unit."""
    for metric in METRICS:
        assert metric.name.endswith("_total") == (metric.kind == "counter")
        assert not re.search(r"_(ms|millis|minutes|kb|mb|percent)\b", metric.name)
        assert (metric.kind == "histogram") == metric.name.endswith("_duration_seconds")


def test_both_formats_can_be_read_and_say_the_same() -> None:
    """Prometheus' text, and OpenMetrics with a trace as example for a bucket that has one."""

    async def work() -> None:
        observer, trace = MetricsObserver(), begun()
        metrics = _metrics(observer, Standing({Total("nano_usd", MODEL, "spent"): 5 * NANO}))
        with within(trace), observer.during(Work("request", "/jobs/", "GET", "200")):
            pass
        text = (await metrics.text()).decode()
        opened = (await metrics.text("openmetrics")).decode()
        plain = samples(text)
        found = {
            f"{one.name}{one.labels}": one for family in read_open(opened) for one in family.samples
        }
        assert found.keys() == plain.keys()
        assert "trace_id" not in text
        examples = [one.exemplar.labels for one in found.values() if one.exemplar]
        assert examples == [{"trace_id": trace.id}]
        assert plain["conspectus_model_cost_usd_total{'model': 'openai:m'}"] == 5

    run(work)


def test_what_the_records_do_not_tell_is_left_out() -> None:
    """A figure that nobody knows is no zero, and the others are told all the same."""

    async def work() -> None:
        text = (await _metrics(MetricsObserver()).text()).decode()
        assert "conspectus_jobs{" not in text
        assert "conspectus_documents_total" not in text
        assert "conspectus_budget_stops_total 0.0" in text
        data = await _metrics(MetricsObserver()).data()
        assert data["application"]["request_count"] == 0

    run(work)


HAPPENINGS = st.sampled_from(
    [
        ("hit", "conspectus_cache_lookups_total", {"tier": "redis", "result": "hit"}, "redis"),
        ("miss", "conspectus_cache_lookups_total", {"tier": "job", "result": "miss"}, "job"),
        ("coalesced", "conspectus_cache_coalesced_total", {}, ""),
        ("refused", "conspectus_cache_refused_total", {}, "sqlite"),
        ("evicted", "conspectus_cache_evictions_total", {"tier": "memory"}, "memory"),
        ("retry", "conspectus_model_retries_total", {"model": MODEL}, MODEL),
        ("stopped", "conspectus_budget_stops_total", {}, MODEL),
        ("unread", "conspectus_read_failures_total", {"reason": "empty"}, "empty"),
        ("error", "conspectus_errors_total", {"code": "too-large"}, "too-large"),
    ]
)


@given(st.lists(HAPPENINGS, max_size=50))
@settings(max_examples=25, deadline=None)
def test_what_happened_is_counted_once(
    happenings: list[tuple[Any, str, dict[str, str], str]],
) -> None:
    """In whatever order, and nothing else."""
    observer = MetricsObserver()
    for kind, _, _, name in happenings:
        observer.happened(Happening(kind, name))
    counted = {
        (one.name, tuple(sorted(one.labels.items()))): one.value
        for family in observer.families()
        for one in family.samples
        if one.name.endswith("_total") and one.name.startswith("conspectus") and one.value
    }
    told = [(name, tuple(sorted(labels.items()))) for _, name, labels, _ in happenings]
    assert counted == {key: told.count(key) for key in told}


def test_breakers_are_open_or_closed() -> None:
    """That of a model by its name, that of Redis without one."""
    observer = MetricsObserver()

    def told() -> dict[str, float]:
        return {
            one.name: one.value
            for family in observer.families()
            for one in family.samples
            if "breaker" in one.name
        }

    for state in (1.0, 0.0):
        observer.happened(Happening("breaker", MODEL, state))
        observer.happened(Happening("breaker", "redis", state))
        assert told() == {
            "conspectus_model_breaker_open": state,
            "conspectus_cache_breaker_open": state,
        }


ASKED = (
    *("GET /jobs/", "GET /jobs/{job_id}/status/", "GET /jobs/{job_id}/results/"),
    *("GET /jobs/{job_id}/results/{document_id}/", "GET /jobs/{job_id}/events/"),
    *("POST /jobs/{job_id}/cancel/", "POST /jobs/{job_id}/retry/", "DELETE /jobs/{job_id}/"),
    *("POST /generate/", "POST /generate/batch/", "GET /plugins/", "GET /cache/"),
    *("GET /livez/", "GET /readyz/", "GET /health/", "GET /metrics/"),
    *("GET /ui/", "GET /ui/jobs/", "GET /ui/jobs/{job_id}/", "GET /ui/dashboard/"),
)


def test_ten_thousand_jobs_make_no_more_series(tmp_path: Path) -> None:
    """Whatever ids, paths, methods and models they come with, with all the errors there are."""

    async def work(at: Door) -> None:
        observer, random = at.desk.observer, Random(1)
        for n in range(10_000):
            method, _, route = random.choice(ASKED).partition(" ")
            status = random.choice(("200", "404", "422"))
            with observer.during(Work("request", route, method, status)):
                pass
            with observer.during(Work("document", outcome="succeeded")):
                pass
            with observer.during(Work("stage", random.choice(STAGES))):
                pass
            with observer.during(Work("call", f"openai:{n % 3}", outcome="answered")):
                pass
            observer.happened(Happening("retry", f"openai:{n % 3}"))
            observer.happened(Happening("error", random.choice([*KINDS])))
        for n in range(100):
            await at.client.request(f"M{n}", f"/jobs/{n}/status/")
            await at.client.get(f"/jobs/{n}/status/")
            await at.client.get(f"/{n}")
        series = samples((await at.client.get("/metrics/")).text)
        assert len(series) <= 500

    visit(tmp_path, working=False)(work)


def test_who_tries_every_method_and_path_makes_few_series(tmp_path: Path) -> None:
    """A stranger is refused everywhere: one series a refusal, and no time of it."""

    async def work(at: Door) -> None:
        methods = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")
        paths = [re.sub(r"\{\w+\}", "x", path) for path in at.app.openapi()["paths"]]
        pages = ["/ui/", "/ui/jobs/", "/ui/jobs/x/", "/ui/compare/", "/ui/dashboard/", "/x"]
        for path in (*paths, *pages):
            for method in methods:
                await at.client.request(method, path)
        _, secret = await at.desk.keys.create("scraper", "w", "metrics")
        key = {"Authorization": f"Bearer {secret}"}
        series = samples((await at.client.get("/metrics/", headers=key)).text)
        assert len(series) <= 500
        timed = [one for one in series if "http_request_duration_seconds_count" in one]
        assert all("/ui" in one for one in timed)

    visit(tmp_path, policy=Policy(auth=True), working=False)(work)


def test_models_without_end_share_a_name() -> None:
    """Those of the first calls keep theirs."""
    observer = MetricsObserver()
    for n in range(1_000):
        observer.happened(Happening("retry", f"openai:{n}"))
    retries = [family for family in observer.families() if family.name.endswith("_retries")]
    assert len(retries[0].samples) == 11


def test_labels_stay_few() -> None:
    """The first names keep theirs for good; all later ones share one."""
    few = Few(2)
    assert [few(name) for name in "abcabd"] == ["a", "b", "other", "a", "b", "other"]


def test_the_json_has_the_shape_that_was_asked_for(tmp_path: Path) -> None:
    """System, application and timestamp, with the figures that the text tells."""

    async def work(at: Door) -> None:
        job = (await at.batch("# a\nYou get $20.", "")).json()["job_id"]
        status = await at.ended(job)
        assert (await at.client.get("/nowhere")).status_code == 404
        head = {"Accept": "application/json"}
        told = (await at.client.get("/metrics/", headers=head)).json()
        assert list(told) == ["system", "application", "timestamp"]
        system, application = told["system"], told["application"]
        assert system["uptime"] >= 0
        assert system["memory_usage"] > 1_000_000
        assert system["cpu_usage"] >= 0
        assert application["request_count"] == 3
        assert (application["refused_count"], application["error_count"]) == (1, 0)
        assert application["avg_response_time"] > 0
        assert application["llm_call_count"] == 0
        assert 0 <= application["cache_hit_rate"] <= 1
        assert application["documents"]["succeeded"] == status["counts"]["succeeded"] == 1
        assert application["documents"]["failed"] == 1
        assert sum(application["jobs"].values()) == 1

    visit(tmp_path)(work)


def test_a_problem_is_counted_by_its_code(tmp_path: Path) -> None:
    """Once: a document's failure where it failed, not again when its result is asked for."""

    async def work(at: Door) -> None:
        await at.client.get("/plugins/nobody/")
        job = (await at.batch("")).json()["job_id"]
        await at.ended(job)
        for _ in range(2):
            await at.client.get(
                f"/jobs/{job}/results/{job}-000000/", headers={"Accept": "text/html"}
            )
        found = samples((await at.client.get("/metrics/")).text)
        errors = {
            name: n for name, n in found.items() if name.startswith("conspectus_errors_total")
        }
        assert errors == {"conspectus_errors_total{'code': 'unknown-plugin'}": 1}
        told = at.office.service.observer
        assert isinstance(told, ListObserver)
        assert [one.name for one in told.happenings if one.kind == "error"] == ["empty"]
        assert [one.name for one in told.happenings if one.kind == "unread"] == ["empty"]
        assert [work.outcome for work in told.works if work.kind == "document"] == ["failed"]

    visit(tmp_path)(work)


@pytest.fixture(params=STORES)
def run_over(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """Run a test over the stores of each kind."""
    return over(request.param, tmp_path)


def test_totals_only_grow(run_over: Any) -> None:
    """Documents are counted as often as they end; neither a retry nor a deletion takes any away."""

    async def work(s: Stores) -> None:
        async def ended() -> dict[str, int]:
            totals = (await s.records.stands(10)).totals
            return {total.kind: n for total, n in totals.items() if total.name == "documents" and n}

        job, (one, two, three) = await submitted(s.records, "aa", "bb", "cc")
        assert await ended() == {}
        for document in (one, two):
            task = await s.records.begin(document.id)
            assert task
            if document is one:
                await s.records.succeed(task.attempt, Usage(), Tally())
            else:
                await s.records.fail(task.attempt, Failure("error", "x"), Usage())
        assert await ended() == {"succeeded": 1, "failed": 1}
        await s.records.cancel("w", job.id)
        assert await ended() == {"succeeded": 1, "failed": 1, "cancelled": 1}
        await s.records.retry("w", job.id)
        task = await s.records.begin(three.id)
        assert task
        await s.records.succeed(task.attempt, Usage(), Tally())
        await s.records.delete("w", job.id)
        assert await ended() == {"succeeded": 2, "failed": 1, "cancelled": 1}
        assert (await s.records.stands(10)).jobs == {}

    run_over(work)


def test_what_was_spent_is_counted_with_it(run_over: Any) -> None:
    """By however many at once, and for documents that are gone meanwhile too."""
    calls, tokens = Total("calls", MODEL, "answered"), Total("tokens", MODEL, "input")

    async def work(s: Stores) -> None:
        job, (one,) = await submitted(s.records, "aa")
        spending = (
            s.records.spend(one.id, Usage(1, 0, 0, 7), {calls: 1, tokens: 7}) for _ in range(40)
        )
        await asyncio.gather(*spending)
        known = await s.records.job("w", job.id)
        assert known
        assert known.usage.input_tokens == 280
        await s.records.delete("w", job.id)
        await s.records.spend(one.id, Usage(1), {calls: 1})
        await s.records.count({calls: 2})
        totals = (await s.records.stands(10)).totals
        assert (totals[calls], totals[tokens]) == (43, 280)

    run_over(work)


def test_the_queue_and_the_workers_stand_as_they_are(run_over: Any) -> None:
    """Jobs by status, documents that wait and are under way, how long, and who lives."""

    async def work(s: Stores) -> None:
        job, (one, _) = await submitted(s.records, "aa", "bb")
        await submitted(s.records, "cc")
        s.clock.pass_seconds(30)
        assert await s.records.begin(one.id)
        await s.records.beat("first", ())
        s.clock.pass_seconds(8)
        await s.records.beat("second", (MODEL,))
        found = await s.records.stands(10)
        assert (found.waiting, found.under_way, found.oldest_seconds) == (2, 1, 38)
        assert {status: n for status, n in found.jobs.items() if n} == {"queued": 1, "running": 1}
        assert found.workers == {"first": (), "second": (MODEL,)}
        s.clock.pass_seconds(8)
        await s.records.leave("second")
        assert await s.records.alive(10) == {}
        await s.records.cancel("w", job.id)
        assert (await s.records.stands(10)).jobs == {"cancelled": 1, "queued": 1}

    run_over(work)


def test_records_of_an_older_version_keep_their_documents(tmp_path: Path) -> None:
    """What had ended before there were totals is counted at the migration."""
    path = tmp_path / "records.db"
    older = {number: file for number, file in _files().items() if number < 6}
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE migrations (number INTEGER PRIMARY KEY, run_at BIGINT NOT NULL)")
        for number, (_, script) in sorted(older.items()):
            db.executescript(script)
            db.execute("INSERT INTO migrations VALUES (?, 0)", (number,))
        job = (
            "(id, workspace, label, plugin, parameters, model, version, priority, queued, queued_at"
        )
        values = "VALUES (?, 'w', '', 'p', '{}', 'm', '', 0, 0, 0, 3, 1)"
        for id_ in ("one", "two"):
            db.execute(f"INSERT INTO jobs {job}, succeeded, failed) {values}", (id_,))
    db.close()

    async def work() -> None:
        async with SqliteDatabase(path) as database:
            await migrate(database)
            totals = (await SqlRecords(database).stands(10)).totals
            assert totals[Total("documents", "", "succeeded")] == 6
            assert totals[Total("documents", "", "failed")] == 2

    run(work)


def test_what_is_counted_goes_with_what_is_spent() -> None:
    """In one transaction; what could not be written down waits for the next one."""

    class Away(MemoryRecords):
        """Records that cannot be used."""

        async def spend(self, *_: Any, **__: Any) -> None:
            """Raise StorageError."""
            raise StorageError("The records are away.")

        async def count(self, *_: Any) -> None:
            """Raise StorageError."""
            raise StorageError("The records are away.")

    async def work() -> None:
        tallies = Tallies()
        observer = TotalsObserver(tallies)
        with observer.during(
            Work("call", MODEL, outcome="answered", usage=Usage(1, 0, 0, 5, 2, 0.1))
        ):
            pass
        observer.happened(Happening("saved", MODEL, 0.3))
        request: Any = None
        with pytest.raises(StorageError):
            await MeteredModel(ScriptedModel({}), Away(), "d", tallies)._spend(Usage())
        with pytest.raises(StorageError):
            await Pulse(Away(), tallies).count()
        records = MemoryRecords()
        assert request is None
        await Pulse(records, tallies).end()
        assert (await records.stands(10)).totals == {
            Total("calls", MODEL, "answered"): 1,
            Total("tokens", MODEL, "input"): 5,
            Total("tokens", MODEL, "output"): 2,
            Total("nano_usd", MODEL, "spent"): NANO // 10,
            Total("nano_usd", MODEL, "saved"): 3 * NANO // 10,
        }
        assert tallies.take() == {}

    run(work)


@given(st.lists(st.floats(0, 10), max_size=200))
@settings(max_examples=50, deadline=None)
def test_dollars_add_up_whatever_their_order(costs: list[float]) -> None:
    """A sum of billionths is the same however the calls were dealt out to processes."""

    def total(costs: list[float]) -> int:
        tallies = Tallies()
        for cost in costs:
            usage = Usage(1, cost_usd=cost)
            with TotalsObserver(tallies).during(
                Work("call", MODEL, outcome="answered", usage=usage)
            ):
                pass
        return tallies.take().get(Total("nano_usd", MODEL, "spent"), 0)

    dealt = [costs[n::3] for n in range(3)]
    assert sum(map(total, dealt)) == total(costs[::-1])
    assert total(costs) == sum(round(cost * NANO) for cost in costs)


def test_several_observers_are_told_alike() -> None:
    """Each of everything, also of work that fails."""
    told = [ListObserver(), ListObserver()]
    several = SeveralObservers(*told)
    several.stage("read", 0, 4)
    several.section("risks", 1, 2)
    several.happened(Happening("coalesced"))
    with pytest.raises(KeyError), several.during(Work("stage", "read")):
        raise KeyError
    for one in told:
        assert (len(one.stages), len(one.sections), len(one.happenings), len(one.works)) == (
            1,
            1,
            1,
            1,
        )
