"""The processes that a test left."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

import psutil

SECONDS = 20.0
"""What was killed ends much sooner, and what sleeps in a test sleeps longer."""


@contextmanager
def named_pipe(folder: Path) -> Iterator[Path]:
    """Make a named pipe; who reads it does not wait for ever that somebody opens it."""
    path = folder / "pipe"
    os.mkfifo(path)
    giving_up = Timer(SECONDS, _open, (path,))
    giving_up.start()
    yield path
    giving_up.cancel()
    giving_up.join()


def _open(path: Path) -> None:
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))


def children() -> set[int]:
    """Return the children of this process, the dead ones that nobody waited for as well."""
    return {child.pid for child in psutil.Process().children()}


def alone(seconds: float = SECONDS) -> bool:
    """Wait until no child has a child, dead or alive; what was killed may take its time to end."""
    until = time.monotonic() + seconds
    while [*_grandchildren()]:
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def ended(process: psutil.Process, seconds: float = SECONDS) -> bool:
    """Wait until a process has ended; a strange parent may not have waited for it."""
    until = time.monotonic() + seconds
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > until:
            return False
        time.sleep(0.01)
    return True


def _grandchildren() -> set[int]:
    own = psutil.Process()
    return {child.pid for child in own.children(recursive=True)} - children()
