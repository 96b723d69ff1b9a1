"""Many processes and machines make one call."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from time import sleep

import pytest

import redis_server

WORKER = Path(__file__).with_name("cache_process.py")


@contextmanager
def _process(path: Path, url: str, seconds: float) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, str(WORKER), str(path), url, str(seconds)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _begin(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()


def _calls(*processes: subprocess.Popen[str]) -> list[int]:
    _begin(*processes)
    return [int(process.communicate(timeout=60)[0]) for process in processes]


@pytest.mark.parametrize("seconds", [0.1, 1.7])
def test_two_processes_of_one_machine_make_one_call(tmp_path: Path, seconds: float) -> None:
    """64 identical requests in each, also when the call takes longer than the lease."""
    with ExitStack() as running:
        processes = [
            running.enter_context(_process(tmp_path / "answers.db", "-", seconds)) for _ in range(2)
        ]
        assert sum(_calls(*processes)) == 1


@pytest.mark.parametrize("seconds", [0.1, 1.7])
def test_two_machines_with_one_redis_make_one_call(tmp_path: Path, seconds: float) -> None:
    """Each with a file of its own."""
    with redis_server.running() as server, ExitStack() as running:
        processes = [
            running.enter_context(_process(tmp_path / f"{name}.db", server.url, seconds))
            for name in ("one", "other")
        ]
        assert sum(_calls(*processes)) == 1


def test_a_killed_process_hands_over(tmp_path: Path) -> None:
    """Another one, which waited for it, asks when the lease of the dead has expired."""
    path = tmp_path / "answers.db"
    with _process(path, "-", 60) as dying, _process(path, "-", 0) as waiting:
        _begin(dying)
        while not _leases(path):
            sleep(0.02)
        dying.kill()
        assert _calls(waiting) == [1]


def _leases(path: Path) -> int:
    with closing(sqlite3.connect(path, timeout=5)) as file:
        return int(file.execute("SELECT count(*) FROM leases").fetchone()[0])
