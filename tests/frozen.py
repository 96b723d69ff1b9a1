"""Servers that hear and do not answer."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.postgres import Server as Postgres


@contextmanager
def frozen(*pids: int) -> Iterator[None]:
    """Stop processes, by their ids, and let them go on at the end."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in pids:
            os.kill(pid, signal.SIGCONT)


def pids_of(server: Postgres) -> list[int]:
    """Return the ids of all processes of a PostgreSQL, its main one first."""
    main = int((server.folder / "data" / "postmaster.pid").read_text().split()[0])
    return [
        main,
        *(int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if _of(path, main)),
    ]


def _of(path: Path, parent: int) -> bool:
    try:
        return int(path.read_text().rpartition(")")[2].split()[1]) == parent
    except OSError:
        return False
