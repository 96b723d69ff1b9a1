"""A real `conspectus serve` in a process of its own."""

import os
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60
LOG = "server.log"


@contextmanager
def served(
    folder: Path, *options: str, **settings: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Start a server on a free port over a data folder; give its URL and process.

    What it says is in the file LOG of the folder.
    """
    command = [sys.executable, "-m", "conspectus", "serve", "--port", "0", *options]
    log = folder / LOG
    with log.open("wb") as told:
        env = environment(folder, **settings)
        process = subprocess.Popen(command, env=env, stderr=told, cwd=folder)
    try:
        yield _address(process, log), process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return what a process over a data folder is to have in its environment."""
    kept = {name: value for name, value in os.environ.items() if "CONSPECTUS" not in name}
    given = {f"CONSPECTUS_{name.upper()}": value for name, value in settings.items()}
    return kept | {"CONSPECTUS_DATA_DIR": str(folder / "data"), "NO_COLOR": "1"} | given


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Return the address that the server tells, once it answers there."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if match := re.search(rb"(?:Serves |\"url.full\":\")(http://[^/\s\"]+)", log.read_bytes()):
            url = match[1].decode()
            with urllib.request.urlopen(f"{url}/livez", timeout=START_SECONDS):
                return url
        time.sleep(0.05)
    raise AssertionError(f"The server did not start: {log.read_text('utf-8', 'replace')}")
