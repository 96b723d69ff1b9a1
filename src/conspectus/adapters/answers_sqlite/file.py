"""The file itself: who may open it, and the one thread that writes to it."""

import asyncio
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from conspectus.adapters.answers_sqlite import sql

T = TypeVar("T")

BUSY_SECONDS = 2.0
"""So long a write waits for another process that is writing."""

READ_SECONDS = 0.05
"""So long a read waits, in the event loop; readers and writers do not wait for each other."""


def reader(path: Path) -> sqlite3.Connection:
    """Return a connection for the thread of the event loop."""
    db = sqlite3.connect(path, timeout=READ_SECONDS, isolation_level=None)
    db.execute(sql.READER)
    return db


class Writer:
    """One thread with the only connection of this process that writes.

    `failed` is called when the file is broken, full, locked for too long or not writable.
    """

    def __init__(self, path: Path, failed: Callable[[], None]) -> None:
        self._path = path
        self._failed = failed
        self._thread = ThreadPoolExecutor(1, "answers")
        self._db: sqlite3.Connection | None = None

    @property
    def ready(self) -> bool:
        """Whether the file has been opened, and so made and found sound."""
        return self._db is not None

    async def run(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Run in the thread; an ill file gives `otherwise`. It is opened again each time."""
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._thread, self._opened, work
            )
        except (sqlite3.Error, OSError, OverflowError, UnicodeError):
            self._failed()
            return otherwise

    async def close(self) -> None:
        """Close file and thread."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)
        self._thread.shutdown()

    def _opened(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._db is None:
            self._db = _open(self._path)
        return work(self._db)

    def _close(self) -> None:
        if self._db:
            self._db.close()


def _open(path: Path) -> sqlite3.Connection:
    """Open the file, and make it where there is none; only its owner may read it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        _prepare(db)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection) -> None:
    found = db.execute("PRAGMA user_version").fetchone()[0]
    if found > sql.VERSION:
        raise sqlite3.DatabaseError("the file was made by a later version")
    for setting in sql.OPEN:
        db.execute(setting)
    if found < sql.VERSION:
        with db:
            db.execute("BEGIN IMMEDIATE")
            for table in sql.TABLES:
                db.execute(table)
            db.execute(f"PRAGMA user_version = {sql.VERSION}")
