"""The dashboard as answers: who may see it, and that it tells what `/metrics/` tells."""

import asyncio
import math
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conspectus.service.charts import CHARTS, RANGES
from conspectus.service.health import Component, Health
from conspectus.service.history import History
from conspectus.web import Policy
from conspectus.web.figures import RULES, asked, figures, level
from conspectus.web.pages.shell import POLICY
from doors import Door, visit
from offices import text

EXPOSITION = """
# TYPE conspectus_http_requests_total counter
conspectus_http_requests_total{method="GET",route="/v1/jobs/",status="200"} 7
conspectus_http_requests_total{method="GET",route="/v1/jobs/{job_id}/status/",status="404"} 3
conspectus_http_requests_total{method="POST",route="/v1/generate/",status="503"} 2
conspectus_http_requests_total{method="GET",route="/v1/readyz/",status="503"} 90
conspectus_http_requests_total{method="GET",route="/ui/dashboard/figures/",status="200"} 50
# TYPE conspectus_http_request_duration_seconds histogram
conspectus_http_request_duration_seconds_bucket{le="0.1",method="GET",route="/v1/jobs/"} 5
conspectus_http_request_duration_seconds_bucket{le="+Inf",method="GET",route="/v1/jobs/"} 7
conspectus_http_request_duration_seconds_bucket{le="0.1",route="/v1/livez/"} 1000
conspectus_http_request_duration_seconds_bucket{le="+Inf",route="/v1/jobs/{job_id}/events/"} 9
conspectus_http_request_duration_seconds_bucket{le="+Inf",route="/jobs/{job_id}/status/"} 8
conspectus_http_request_duration_seconds_bucket{le="+Inf",route="/generate/"} 4
# TYPE conspectus_documents_total counter
conspectus_documents_total{status="succeeded"} 5
conspectus_documents_total{status="failed"} 1
# TYPE conspectus_document_duration_seconds histogram
conspectus_document_duration_seconds_bucket{le="1"} 2
conspectus_document_duration_seconds_bucket{le="+Inf"} 6
# TYPE conspectus_queue_documents gauge
conspectus_queue_documents 4
# TYPE conspectus_queue_oldest_seconds gauge
conspectus_queue_oldest_seconds 12.5
# TYPE conspectus_documents_under_way gauge
conspectus_documents_under_way 2
# TYPE conspectus_model_calls_total counter
conspectus_model_calls_total{model="a",outcome="answered"} 10
conspectus_model_calls_total{model="b",outcome="answered"} 1
conspectus_model_calls_total{model="b",outcome="timed_out"} 2
conspectus_model_calls_total{model="b",outcome="failed"} 1
# TYPE conspectus_model_tokens_total counter
conspectus_model_tokens_total{kind="input",model="a"} 1000
conspectus_model_tokens_total{kind="output",model="a"} 100
# TYPE conspectus_model_cost_usd_total counter
conspectus_model_cost_usd_total{model="a"} 0.25
conspectus_model_cost_usd_total{model="b"} 0.5
# TYPE conspectus_model_saved_usd_total counter
conspectus_model_saved_usd_total{model="a"} 1.5
# TYPE conspectus_cache_lookups_total counter
conspectus_cache_lookups_total{result="hit",tier="memory"} 3
conspectus_cache_lookups_total{result="miss",tier="memory"} 1
conspectus_cache_lookups_total{result="hit",tier="sqlite"} 1
# TYPE process_cpu_seconds_total counter
process_cpu_seconds_total 3.5
# TYPE process_resident_memory_bytes gauge
process_resident_memory_bytes 1e+08
# TYPE conspectus_component_up gauge
conspectus_component_up{component="database"} 1
conspectus_component_up{component="llm_api"} 0.5
# TYPE something_else gauge
something_else 1
"""


async def _figures(at: Door, chosen: str = "15m") -> dict[str, Any]:
    answer = await at.client.get(f"/ui/dashboard/figures/?range={chosen}")
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_figures_are_read_from_every_name_of_the_metrics() -> None:
    """Sums over models and routes; probes, streams and the dashboard itself do not count."""
    found = {
        one.name if math.isnan(one.bound) else (one.name, one.bound): value
        for one, value in figures(EXPOSITION).items()
    }
    assert found == {
        "requests": 12,
        "refused": 3,
        "errors": 2,
        ("answer_seconds", 0.1): 5,
        ("answer_seconds", math.inf): 7,
        "documents_succeeded": 5,
        "documents_failed": 1,
        "documents_cancelled": 0,
        ("document_seconds", 1.0): 2,
        ("document_seconds", math.inf): 6,
        "waiting": 4,
        "oldest": 12.5,
        "under_way": 2,
        "calls_answered": 11,
        "calls_unanswered": 3,
        "tokens_input": 1000,
        "tokens_output": 100,
        "cost": 0.75,
        "saved": 1.5,
        **{f"cache_{tier}_{kind}": 0 for tier in ("redis", "job") for kind in ("hits", "misses")},
        "cache_memory_hits": 3,
        "cache_memory_misses": 1,
        "cache_sqlite_hits": 1,
        "cache_sqlite_misses": 0,
        "up_database": 1,
        "up_llm_api": 0.5,
        "processor": 3.5,
        "memory": 1e8,
    }
    assert {rule.figure.name for rule in RULES} <= set(found)


def test_what_is_not_measured_is_missing() -> None:
    """And is no zero."""
    assert figures("") == {}
    assert {one.name for one in figures("conspectus_queue_documents 1\n")} == {"waiting"}
    none = figures("# TYPE conspectus_model_cost_usd_total counter\n")
    assert {one.name: value for one, value in none.items()} == {"cost": 0}


def test_the_dashboard_tells_the_figures_of_the_metrics(tmp_path: Path) -> None:
    """What was counted since it was first looked at is the difference of `/metrics/`."""

    async def work(at: Door) -> None:
        before = _requests((await at.client.get("/metrics/")).text)
        await _figures(at)
        await at.ended((await at.batch(text(0), text(1))).json()["job_id"])
        for _ in range(3):
            assert (await at.client.get("/jobs/none/status/")).status_code == 404
        after = _requests((await at.client.get("/metrics/")).text)
        told = await _until(at, lambda found: found["tiles"]["requests"])
        assert told["tiles"]["requests"] == after - before == 5
        assert [line[-1] for line in told["charts"]["requests"]] == [5, 3, 0]
        assert told["tiles"]["errors"] == 0
        exposition = (await at.client.get("/metrics/")).text
        made = re.search(
            r'^conspectus_documents_total\{status="succeeded"\} (.+)$', exposition, re.M
        )
        assert made
        assert told["tiles"]["made"] == float(made[1]) == 2
        assert told["charts"]["documents"][0][-1] == 2

    visit(tmp_path)(work)


def _requests(exposition: str) -> int:
    """Count, by another way, what somebody asked for."""
    found = re.findall(r"^conspectus_http_requests_total\{(.*)\} (\S+)$", exposition, re.M)
    probes = re.compile(r'route="((/v1)?/(metrics|health|livez|readyz)/|/ui/dashboard/.*)"')
    return sum(int(float(value)) for labels, value in found if not probes.search(labels))


async def _until(at: Door, holds: Callable[[dict[str, Any]], Any]) -> dict[str, Any]:
    """Look again until something holds: a sample serves all for a second."""
    for _ in range(50):
        if holds(told := await _figures(at)):
            return told
        await asyncio.sleep(0.1)
    raise AssertionError(told)


def test_probes_are_not_what_people_ask_for() -> None:
    """Whatever stands before or behind them."""
    for route in ("/v1/health/", "/static/{name}", "/ui/dashboard/", "/ui/dashboard/figures/"):
        assert not asked({"route": route})
    for route in ("/v1/jobs/", "/ui/", "none"):
        assert asked({"route": route})


def test_one_sample_serves_all_who_look_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many screens show the dashboard, figures are taken once in a while."""

    async def work(at: Door) -> None:
        taken = 0

        class Counted:
            async def text(self) -> bytes:
                nonlocal taken
                taken += 1
                return EXPOSITION.encode()

        object.__setattr__(at.desk, "metrics", Counted())
        monkeypatch.setattr("conspectus.web.figures.FRESH_SECONDS", 60)
        for chosen in (*RANGES, *RANGES, "nonsense"):
            told = await _figures(at, chosen)
            assert told["range"] == (chosen if chosen in RANGES else "1h")
            assert told["charts"].keys() == {chart.id for chart in CHARTS}
        assert taken == 1

    visit(tmp_path)(work)


def test_only_who_may_see_the_metrics_sees_the_dashboard(tmp_path: Path) -> None:
    """A key of scope admin; the menu leads nobody else there."""

    async def work(at: Door) -> None:
        for scope in ("read", "write", "admin"):
            _, secret = await at.desk.keys.create("main", scope, scope)  # type: ignore[arg-type]
            head = {"Authorization": f"Bearer {secret}"}
            allowed = scope == "admin"
            for path in ("/ui/dashboard/", "/ui/dashboard/figures/", "/metrics/"):
                answer = await at.client.get(path, headers=head)
                assert answer.status_code == (200 if allowed else 403), path
            jobs = (await at.client.get("/ui/jobs/", headers=head)).text
            assert ("Dashboard" in jobs) is allowed
        assert (await at.client.get("/ui/dashboard/figures/")).status_code == 401

    visit(tmp_path, policy=Policy(auth=True))(work)


def test_the_page_is_small_and_runs_nothing_of_its_own(tmp_path: Path) -> None:
    """The strict policy holds, and every file that it names is there, beneath a path too."""

    async def work(at: Door) -> None:
        page = await at.client.get("/sub/ui/dashboard/?range=6h")
        assert page.headers["Content-Security-Policy"] == POLICY
        assert not re.search(r"<style|\sstyle=|<script>|\son\w+=", page.text)
        assert 'data-range="6h" aria-current="true"' in page.text
        size = len(page.content)
        for path in re.findall(r'(?:href|src)="(/[^"]+)"', page.text):
            answer = await at.client.get(path)
            assert answer.status_code == 200, path
            size += len(answer.content) if "/static/" in path else 0
        assert size < 200_000

    visit(tmp_path, root_path="/sub")(work)


def test_each_component_is_told_with_its_reason(tmp_path: Path) -> None:
    """What to do about it, too; and of what is well now, until when it was not."""

    async def frozen() -> Component:
        return Component("unhealthy", "It does not answer.", "Look at host db1.")

    async def well() -> Component:
        return Component("healthy", "5 answer.")

    async def work(at: Door) -> None:
        health = Health({"database": frozen, "workers": well})
        await health.look()
        object.__setattr__(at.desk, "health", health)
        begun = time.time() - 300
        for place in range(30):
            ill = place < 10
            at.desk.history.add(begun + 10 * place, {level("workers"): 0.5 if ill else 1.0})
        told = (await _figures(at))["health"]
        database, workers = told["components"]
        assert told["status"] == database["status"] == "unhealthy"
        assert (database["name"], database["reason"]) == ("Database", "It does not answer.")
        assert database["advice"] == "Look at host db1."
        assert workers["reason"] == "5 answer."
        assert begun + 30 < workers["unwell"] < begun + 160

    visit(tmp_path)(work)


@pytest.mark.parametrize("chosen", RANGES)
def test_an_empty_history_is_told_as_nothing(tmp_path: Path, chosen: str) -> None:
    """Before there is anything to tell, no chart has a point and no number is made up."""

    async def work(at: Door) -> None:
        object.__setattr__(at.desk, "history", History())
        told = await _figures(at, chosen)
        assert told["tiles"]["requests"] is None
        assert {point for line in told["charts"]["latency"] for point in line} == {None}

    visit(tmp_path)(work)
