"""Figures of several processes: their sum is what truly happened, whoever lived to tell."""

import json
import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from bench.forms import EXAMPLES
from prometheus_client.metrics_core import Metric as Family

from conspectus.adapters.observe_metrics import Folder
from conspectus.adapters.observe_metrics.folder import VARIABLE
from counting_process import happenings
from openai_server import empty, openai_server
from redis_server import free_port
from served import environment, served

PROCESS = Path(__file__).with_name("counting_process.py")
TIMES = 500
Process = subprocess.Popen[str]


@contextmanager
def counting(folder: Path, seed: int) -> Iterator[Process]:
    """Start a process that counts, and wait until it has."""
    env = {**os.environ, VARIABLE: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(PROCESS), str(seed), str(TIMES)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=env, **pipes) as process:
        yield process
        process.kill()


def truth(*seeds: int) -> Counter[str]:
    """Return how often each kind of thing was told."""
    return Counter(one.kind for seed in seeds for one in happenings(seed, TIMES))


def told(families: list[Family]) -> dict[str, float]:
    """Return the same as the figures tell it."""
    sums: dict[str, float] = {}
    for family in families:
        for one in family.samples:
            if one.name.endswith("_total"):
                name = one.labels.get("result", one.name)
                sums[name] = sums.get(name, 0.0) + one.value
            elif one.name.endswith("_count") and "route" in one.labels:
                sums[one.labels["route"]] = sums.get(one.labels["route"], 0.0) + one.value
    return sums


NAMES = {
    "hit": "hit",
    "miss": "miss",
    "coalesced": "conspectus_cache_coalesced_total",
    "refused": "conspectus_cache_refused_total",
    "retry": "conspectus_model_retries_total",
    "stopped": "conspectus_budget_stops_total",
    "unread": "conspectus_read_failures_total",
    "error": "conspectus_errors_total",
}


@pytest.mark.parametrize("many", [1, 4, 8])
def test_the_sum_is_the_truth(many: int, tmp_path: Path) -> None:
    """While they live, after half of them were killed, and after others came in their place."""
    folder = Folder(tmp_path)
    with ExitStack() as running:
        started = [running.enter_context(counting(tmp_path, seed)) for seed in range(many)]
        for one in started:
            assert one.stdout
            assert one.stdout.readline() == "done\n"
        _same(folder, *range(many))
        for one in started[: (many + 1) // 2]:
            one.kill()
            one.wait()
        _same(folder, *range(many))
        with counting(tmp_path, 100) as late:
            assert late.stdout
            assert late.stdout.readline() == "done\n"
            _same(folder, *range(many), 100)
    _same(folder, *range(many), 100)
    names = {path.name.partition("_")[2] for path in tmp_path.glob("counter_*.db")}
    assert names == {f"{folder.name}.db", "past.db"}


def _same(folder: Folder, *seeds: int) -> None:
    found = told(folder.families())
    for kind, number in truth(*seeds).items():
        assert found[NAMES[kind]] == number
        assert found[f"/{kind}/"] == number


def test_an_abandoned_folder_is_emptied(tmp_path: Path) -> None:
    """Counts of a time when nobody lives any more are not told: figures begin anew."""
    with counting(tmp_path, 1) as process:
        assert process.stdout
        assert process.stdout.readline() == "done\n"
    assert told(Folder(tmp_path).families()) == {}


def test_a_folder_that_cannot_be_written_costs_only_the_sum(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each process counts by itself then, and goes on."""
    (tmp_path / "file").write_text("")
    with counting(tmp_path / "file" / "folder", 1) as process:
        assert process.stdout
        assert process.stdout.readline() == "done\n"


def figures(url: str) -> dict[str, float]:
    """Return the samples of a server, by name and labels."""
    text = httpx.get(f"{url}/metrics/", timeout=30).text
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def total(found: dict[str, float], name: str, **labels: str) -> float:
    """Return the sum of the samples with these labels."""
    wanted = [f'{label}="{value}"' for label, value in labels.items()]
    return sum(
        value
        for sample, value in found.items()
        if re.split(r"\{", sample)[0] == name and all(one in sample for one in wanted)
    )


def test_servers_and_workers_tell_the_truth_together(tmp_path: Path) -> None:
    """Two web processes and a worker: requests, documents, calls and tokens, to the last one.

    What the records keep is the same after all of them were started anew.
    """
    with openai_server(empty) as llm, ExitStack() as running:
        model = f"openai-compatible:m@{llm.url}"
        given = {"model": model, "slots": "2", "lease_seconds": "60"}
        env = environment(tmp_path, **given)
        with served(tmp_path, "--workers", "2", **given) as (url, _):
            running.enter_context(_worker(env))
            _until(lambda: figures(url).get("conspectus_workers") == 3)
            job = _batch(url, 6)
            for _ in range(60):
                assert httpx.get(f"{url}/plugins/", timeout=30).status_code == 200
            status = _ended(url, job)
            assert status["counts"] == {
                **dict.fromkeys(status["counts"], 0),
                "succeeded": 5,
                "failed": 1,
            }
            found = figures(url)
            calls = len(llm.bodies)
            assert total(found, "conspectus_http_requests_total", route="/plugins/") == 60
            seconds = "conspectus_http_request_duration_seconds_count"
            assert total(found, seconds, route="/plugins/") == 60
            assert total(found, "conspectus_documents_total", status="succeeded") == 5
            assert total(found, "conspectus_documents_total", status="failed") == 1
            assert total(found, "conspectus_document_duration_seconds_count") == 6
            assert total(found, "conspectus_stage_duration_seconds_count", stage="read") == 6
            assert total(found, "conspectus_read_failures_total") == 1
            assert total(found, "conspectus_errors_total") == 1
            _durable(found, calls, status)
        with served(tmp_path, **given) as (url, _):
            _durable(figures(url), calls, status)
            shown = httpx.get(f"{url}/metrics/", headers={"Accept": "application/json"}).json()
            assert shown["application"]["llm_call_count"] == calls
            assert shown["application"]["documents"]["succeeded"] == 5


def _durable(found: dict[str, float], calls: int, status: dict[str, Any]) -> None:
    usage = status["usage"]
    assert total(found, "conspectus_model_calls_total", outcome="answered") == calls
    assert total(found, "conspectus_model_tokens_total", kind="input") == 1000 * calls
    assert total(found, "conspectus_model_tokens_total", kind="input") == usage["input_tokens"]
    assert total(found, "conspectus_model_tokens_total", kind="output") == usage["output_tokens"]
    assert total(found, "conspectus_documents_total", status="succeeded") == 5


def test_a_worker_tells_its_own_figures_at_a_port(tmp_path: Path) -> None:
    """Then it counts nowhere else: who adds up both counts nothing twice."""
    port = free_port()
    with served(tmp_path, slots="1") as (url, _), ExitStack() as running:
        env = environment(tmp_path, slots="8")
        running.enter_context(_worker(env, "--metrics-port", str(port)))
        _until(lambda: figures(url).get("conspectus_workers") == 2)
        job = _batch(url, 4)
        assert _ended(url, job)["status"] == "partly_failed"
        own = httpx.get(f"http://127.0.0.1:{port}/metrics").text
        lines = dict(line.rsplit(" ", 1) for line in own.splitlines() if line[0] != "#")
        name = "conspectus_document_duration_seconds_count"
        assert float(lines[name]) + figures(url)[name] == 4
        assert "conspectus_documents_total" not in own


@contextmanager
def _worker(env: dict[str, str], *options: str) -> Iterator[None]:
    command = [sys.executable, "-m", "conspectus", "worker", *options]
    with subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


def _batch(url: str, many: int) -> str:
    """Post some forms, of which the last cannot be read; return the job."""
    form = EXAMPLES[0].read_bytes()
    files = [("files", (f"{n}.pdf", form + b"\n" * n)) for n in range(many - 1)]
    files.append(("files", ("bad.pdf", b"%PDF-1.4 nothing")))
    job: str = httpx.post(f"{url}/generate/batch/", files=files, timeout=60).json()["job_id"]
    return job


def _ended(url: str, job: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = []

    def ended() -> bool:
        answer = httpx.get(f"{url}/jobs/{job}/status/?wait=20", timeout=60)
        found.append(json.loads(answer.text))
        return bool(found[-1]["progress"] == 1)

    _until(ended)
    return found[-1]


def _until(holds: Callable[[], bool]) -> None:
    """Wait for what must come; fail after a minute and a half."""
    until = time.monotonic() + 90
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)
