"""The worker of a server: a process that is watched, rung, started again, and never left behind."""

import asyncio
import json
import logging
import signal
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from conspectus.adapters import worker_child
from conspectus.adapters.worker_child import WorkerChild
from pdf_files import typeset
from served import LOG, served

WELL = "import sys; print('well', flush=True); "
ECHO = WELL + "[print('ill rung', flush=True) for _ in iter(sys.stdin.readline, '')]"


def _until(holds: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)


async def _sometime(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not holds():
            await asyncio.sleep(0.01)


def _run(code: str, work: Callable[[WorkerChild], Awaitable[None]]) -> None:
    """Do the work while there is a child that runs the code."""

    async def run() -> None:
        async with WorkerChild(("-c", code)) as child:
            await child.ready()
            await work(child)

    asyncio.run(run())


def _children() -> list[psutil.Process]:
    """Return those of this process that run code; tests beside may have others."""
    return [one for one in psutil.Process().children() if "-c" in one.cmdline()]


def test_a_child_is_rung_and_answers_and_goes_with_its_parent() -> None:
    """It works once it has said so; what it says is wrong is its ailment; it is gone at the end."""

    async def work(child: WorkerChild) -> None:
        assert (child.works, child.ailment) == (True, None)
        child.ring()
        await _sometime(lambda: str(child.ailment) == "rung")
        (process,) = _children()
        assert process.is_running()

    _run(ECHO, work)
    assert _children() == []


def test_a_child_tells_of_the_jobs_in_which_something_happened() -> None:
    """Each line with news calls what hears of them, and is no sign of health."""
    heard: list[str] = []

    async def run() -> None:
        code = "print('news 019a', flush=True); " + WELL + "print('news 019b', flush=True); input()"
        async with WorkerChild(("-c", code), heard.append) as child:
            await _sometime(lambda: len(heard) == 2)
            assert child.works

    asyncio.run(run())
    assert heard == ["019a", "019b"]


def test_a_child_that_dies_is_started_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Another one works; the log names how the first one ended."""
    monkeypatch.setattr(worker_child, "FIRST_PAUSE", 0.01)

    async def work(child: WorkerChild) -> None:
        (first,) = _children()
        first.kill()
        await _sometime(lambda: not child.works)
        assert child.returns
        await _sometime(lambda: child.works)
        (second,) = _children()
        assert second.pid != first.pid

    with caplog.at_level(logging.ERROR, "conspectus.worker"):
        _run(ECHO, work)
    assert [record.told["reason"] for record in caplog.records] == ["sigkill"]


def test_a_child_that_falls_silent_is_killed_and_started_again(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It hangs, though it has not died; one that answers again and again is left alone."""
    monkeypatch.setattr(worker_child, "FIRST_PAUSE", 0.01)

    async def silent(child: WorkerChild) -> None:
        (first,) = _children()
        monkeypatch.setattr(worker_child, "SILENT_SECONDS", 0.3)
        child.ring()  # its answer ends the longer wait
        await _sometime(lambda: caplog.records != [])
        assert not first.is_running()

    async def talking(child: WorkerChild) -> None:
        (first,) = _children()
        monkeypatch.setattr(worker_child, "SILENT_SECONDS", 1.0)
        await asyncio.sleep(3)
        assert _children() == [first]
        assert child.works

    with caplog.at_level(logging.ERROR, "conspectus.worker"):
        _run(ECHO, silent)
        assert caplog.records[0].told["reason"] == "silent"
        caplog.clear()
        monkeypatch.setattr(worker_child, "SILENT_SECONDS", 30.0)
        _run("import time\nwhile True: print('well', flush=True); time.sleep(0.05)", talking)
    assert caplog.records == []


def test_a_child_that_never_lives_is_tried_more_and_more_seldom(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The pauses double up to the longest; after some deaths nobody is told that it returns."""
    monkeypatch.setattr(worker_child, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(worker_child, "LONGEST_PAUSE", 0.03)

    async def work(child: WorkerChild) -> None:
        await _sometime(lambda: len(caplog.records) == 4)
        assert not child.works
        assert not child.returns

    with caplog.at_level(logging.ERROR, "conspectus.worker"):
        _run("raise SystemExit(3)", work)
    pauses = [record.told["seconds"] for record in caplog.records]
    assert pauses[:4] == [0.01, 0.02, 0.03, 0.03]
    assert caplog.records[0].told["reason"] == "exit-3"


def test_a_service_that_ends_starts_no_further_child(caplog: pytest.LogCaptureFixture) -> None:
    """A child that was told to stop together with its parent is not missed."""

    async def work(child: WorkerChild) -> None:
        child.leave()
        (process,) = _children()
        process.terminate()
        await _sometime(lambda: not child.works)

    _run(ECHO, work)
    assert caplog.records == []


def test_a_child_that_does_not_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has a while."""
    monkeypatch.setattr(worker_child, "STOP_SECONDS", 0.1)

    async def work(child: WorkerChild) -> None:
        assert child.works

    ignoring = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    _run(ignoring + ECHO, work)
    assert _children() == []


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int, Path]]:
    """Start a server; give where it is, its process id and its folder."""
    folder = tmp_path_factory.mktemp("server")
    with served(folder, lease_seconds="1") as (url, process):
        yield url, process.pid, folder


Server = tuple[str, int, Path]


def _worker(server: int) -> psutil.Process:
    (worker,) = psutil.Process(server).children()
    return worker


def _form(days: int) -> tuple[str, bytes]:
    words = ["You are asked to join a research study.", f"It lasts {days} days."]
    return "form.pdf", typeset([*words, "Being in it is voluntary."])


def test_a_server_has_a_worker_that_steps_back_for_it(url: Server) -> None:
    """One process beside it, less pressing than the server; it makes the documents."""
    at, pid, folder = url
    assert _worker(pid).nice() > psutil.Process(pid).nice()
    assert httpx.get(f"{at}/health/").json()["components"]["workers"]["status"] == "healthy"
    assert httpx.post(f"{at}/generate/", files={"file": _form(1)}, timeout=60).status_code == 200
    lines = [json.loads(line) for line in (folder / LOG).read_text("utf-8").splitlines()]
    made = [line for line in lines if line["message"] == "A document was worked on."]
    assert {line["process.pid"] for line in made} == {_worker(pid).pid}


def test_a_worker_that_is_killed_comes_again_and_loses_nothing(url: Server) -> None:
    """The server serves on, says so, and the documents are made by the next one."""
    at, pid, folder = url
    first = _worker(pid)
    files = [("files", _form(days)) for days in range(10, 16)]
    job = httpx.post(f"{at}/generate/batch/", files=files).json()["job_id"]
    first.kill()
    assert httpx.get(f"{at}/livez").status_code == 200
    status = httpx.get(f"{at}/jobs/{job}/status/?wait=60", timeout=90).json()
    assert (status["status"], status["counts"]["succeeded"]) == ("succeeded", 6)
    assert _worker(pid).pid != first.pid
    assert "The worker died; it is started again." in (folder / LOG).read_text("utf-8")


def test_an_interrupt_of_the_terminal_is_left_to_the_server(url: Server) -> None:
    """The keys of a terminal reach both; the worker ends when the server tells it."""
    _, pid, _ = url
    worker = _worker(pid)
    worker.send_signal(signal.SIGINT)
    worker.send_signal(signal.SIGHUP)
    time.sleep(0.3)
    assert _worker(pid).pid == worker.pid


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_worker_outlives_its_server(tmp_path: Path, how: signal.Signals) -> None:
    """However the server ended, in the middle of its work."""
    with served(tmp_path) as (at, process):
        workers = psutil.Process(process.pid).children()
        files = [("files", _form(days)) for days in range(8)]
        assert httpx.post(f"{at}/generate/batch/", files=files).status_code == 202
        process.send_signal(how)
        process.wait(30)
        _until(lambda: not any(one.is_running() for one in workers))
    assert workers


def test_a_server_without_slots_leaves_the_work_to_others(tmp_path: Path) -> None:
    """It has no worker, and says that none lives; it takes orders all the same."""
    with served(tmp_path, "--slots", "0") as (at, process):
        assert psutil.Process(process.pid).children() == []
        posted = httpx.post(f"{at}/generate/batch/", files={"files": _form(1)}).json()
        status = httpx.get(f"{at}/jobs/{posted['job_id']}/status/").json()
        assert status["counts"]["queued"] == 1
        told = httpx.get(f"{at}/health/").json()
        assert told["components"]["workers"]["status"] == "degraded"
        assert httpx.get(f"{at}/readyz").status_code == 200
