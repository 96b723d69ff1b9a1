"""A real `conspectus serve` in a process of its own."""

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60


@contextmanager
def served(folder: Path, *options: str, **settings: str) -> Iterator[tuple[str, int]]:
    """Start a server on a free port over a data folder; give its URL and process id."""
    command = [sys.executable, "-m", "conspectus", "serve", "--port", "0", *options]
    process = subprocess.Popen(
        command, env=environment(folder, **settings), stderr=subprocess.PIPE, cwd=folder
    )
    try:
        yield _address(process), process.pid
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stderr
        process.stderr.close()


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return what a process over a data folder is to have in its environment."""
    kept = {name: value for name, value in os.environ.items() if "CONSPECTUS" not in name}
    given = {f"CONSPECTUS_{name.upper()}": value for name, value in settings.items()}
    return kept | {"CONSPECTUS_DATA_DIR": str(folder / "data"), "NO_COLOR": "1"} | given


def _address(process: subprocess.Popen[bytes]) -> str:
    """Return the address that the server tells, once it can be reached there."""
    assert process.stderr
    told, until = b"", time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if select.select([process.stderr], [], [], 0.2)[0]:
            line = os.read(process.stderr.fileno(), 4096)
            told += line
            if match := re.search(rb"Serves (http://[^/\s]+)", told):
                return match[1].decode()
            if not line:
                break
    raise AssertionError(f"The server did not start: {told.decode(errors='replace')}")
