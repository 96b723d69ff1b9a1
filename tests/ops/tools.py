"""Programs of an operator, found where the machine or `make test-ops` has put them."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PATHS = os.pathsep.join(
    (
        str(ROOT / ".venv/debian/usr/bin"),
        str(ROOT / ".venv/bin"),
        os.environ.get("PATH", ""),
        "/usr/sbin:/sbin",  # debootstrap and what it calls, which a short PATH leaves out
    )
)
PATIENCE = 60.0


def tool(name: str) -> str:
    """Return the path of a program; without it, the test is skipped and says what is missing."""
    found = shutil.which(name, path=PATHS)
    if found is None:
        pytest.skip(f"There is no {name} here: `make test-ops` fetches it where it can.")
    return found


def run(name: str, *arguments: object) -> str:
    """Return what a program says to standard output; it must succeed."""
    command = [tool(name), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def running(folder: Path, name: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Let a program run; it is stopped by its own pid."""
    with (folder / f"{name}.log").open("wb") as log:
        process = subprocess.Popen([tool(name), *arguments], stdout=log, stderr=log, cwd=folder)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(url: str, **given: str) -> object:
    """Return the JSON of an address."""
    with urlopen(f"{url}?{urlencode(given)}" if given else url, timeout=PATIENCE) as answer:
        return json.load(answer)


def until(found: Callable[[], object], seconds: float = PATIENCE) -> object:
    """Return what is found as soon as it is something; fail when it never is."""
    end = time.monotonic() + seconds
    while True:
        try:
            if value := found():
                return value
        except (URLError, ConnectionError):
            pass
        assert time.monotonic() < end, "It did not come."
        time.sleep(0.2)
