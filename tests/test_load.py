"""Many coordinators at a real server, in a short form of `make load`."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from served import served

LOCUSTFILE = Path(__file__).parents[1] / "bench" / "locustfile.py"
MANY_TIMES = 1000  # other tests share the machine: `make load` holds the pace to its bar

Load = Callable[[float], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Load]:
    """Give what lets two users come to a server, beside a batch."""
    folder = tmp_path_factory.mktemp("load")
    with served(folder, rate_limit="1000000/minute") as (url, _):
        command = [sys.executable, "-m", "locust", "--locustfile", str(LOCUSTFILE), "--headless"]
        command += ["--users", "2", "--spawn-rate", "2", "--run-time", "1s", "--host", url]
        command += ["--stop-timeout", "60s", "--before", "2", "--beside", "60", "--only-summary"]

        def run(slower: float) -> subprocess.CompletedProcess[str]:
            whole = [*command, "--slower", str(slower)]
            return subprocess.run(whole, capture_output=True, text=True, check=False, cwd=folder)

        yield run


def test_users_beside_a_batch_meet_no_error(load: Load) -> None:
    """They submit, poll, follow, fetch and come again; nothing fails, and the exit code says so."""
    done = load(MANY_TIMES)
    assert done.returncode == 0, done.stderr
    for kind in ("submit a form", "submit a form seen before", "stream its events", "fetch its"):
        assert kind in done.stderr


def test_a_missed_bar_sets_the_exit_code(load: Load) -> None:
    """As when submitting beside users is to be a thousand times faster than alone."""
    done = load(1 / MANY_TIMES)
    assert done.returncode == 1
    assert "submitting was" in done.stderr
