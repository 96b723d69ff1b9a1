"""SQLite: reads in the event loop, writes in one thread of their own.

A read by key takes microseconds, far less than a hop to a thread; a write may wait for the disk
or for another process, so it never runs in the loop.
"""

import asyncio
import os
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from conspectus.adapters.records_sql.database import Row, Transaction
from conspectus.domain.errors import StorageError, StorageFull

T = TypeVar("T")

BUSY_SECONDS = 30.0
"""So long a write waits for other processes that write."""

READ_SECONDS = 1.0
"""So long a read waits; readers and writers do not wait for each other but at a recovery."""

BEGIN_SECONDS = 0.01
"""So long who opens a new file waits before it looks again whether others have."""

LOG_SECONDS, AGAIN_SECONDS = 0.1, 1.0
"""So long emptying the log waits for who reads, and so much later it is tried again."""

_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
"""A disk is full; so is a quota, of which SQLite only knows that it could not write."""


class SqliteDatabase:
    """A file that the processes of one machine share; an async context manager."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(1, "records")
        self._writer: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._wipes_at: float | None = None

    async def __aenter__(self) -> Self:
        try:
            await self._in_thread(self._open)
            with _failures():
                self._reader = _connect(self.path, READ_SECONDS)
        except BaseException:
            await self._in_thread(self._close)
            self._thread.shutdown()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._reader:
            self._reader.close()
        await self._in_thread(self._close)
        self._thread.shutdown()

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of one short query."""
        assert self._reader is not None
        with _failures():
            return self._reader.execute(sql, values).fetchall()

    async def run(self, sql: str, *values: object) -> list[Row]:
        """Run one statement as a transaction of its own."""
        return await self.write(lambda tx: tx.rows(sql, *values))

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run the work as one transaction."""
        return await self._in_thread(lambda: self._run(work))

    async def copy(self, target: Path) -> None:
        """Write a copy of the database as it is now, while it is in use."""

        def work() -> None:
            with _failures(), closing(sqlite3.connect(self.path)) as db:
                db.execute("VACUUM INTO ?", (str(target),))

        await asyncio.to_thread(work)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _open(self) -> None:
        with _failures():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
            self._writer = _connect(self.path, BUSY_SECONDS)
            _emptied(self._writer)  # a process that was killed may have left it

    def _close(self) -> None:
        if self._writer:
            self._writer.close()

    def _run(self, work: Callable[[Transaction], T]) -> T:
        db = self._writer
        assert db is not None
        with _failures():
            db.execute("BEGIN IMMEDIATE")
            try:
                transaction = _Transaction(db)
                result = work(transaction)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            if transaction.lasts:
                _settle(self.path)
            now = time.monotonic()
            if transaction.wipes:
                self._wipes_at = now
            if self._wipes_at is not None and self._wipes_at <= now:
                self._wipes_at = None if _emptied(db) else now + AGAIN_SECONDS
            return result


class _Transaction:
    """A write transaction of SQLite is always alone."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.lasts = self.wipes = False

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self._db.execute(sql, values).fetchall()

    def each(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        self._db.executemany(sql, values)

    def alone(self) -> None:
        pass

    def lasting(self) -> None:
        self.lasts = True

    def wiping(self) -> None:
        self.wipes = True


def _connect(path: Path, timeout: float) -> sqlite3.Connection:
    """Connect; the loss of power may undo what was not asked to be lasting, never harm the file.

    What is deleted is overwritten, so that no participant's words stay in free pages.
    """
    db = sqlite3.connect(path, timeout=timeout, isolation_level=None)
    _log_ahead(db, timeout)
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA secure_delete = ON")
    return db


def _log_ahead(db: sqlite3.Connection, seconds: float) -> None:
    """Keep a write-ahead log. SQLite does not wait for others that begin one at the same moment."""
    until = time.monotonic() + seconds
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(BEGIN_SECONDS)


def _settle(path: Path) -> None:
    """Have all that was committed until now on the disk; the lock is free meanwhile.

    What is no longer in the log, SQLite has put into the file, and waited for the disk.
    """
    log = os.open(f"{path}-wal", os.O_RDWR)
    try:
        getattr(os, "fdatasync", os.fsync)(log)
    finally:
        os.close(log)


def _emptied(db: sqlite3.Connection) -> bool:
    """Empty the write-ahead log, which holds what was written before it was deleted.

    False when somebody reads in it now.
    """
    try:
        db.execute(f"PRAGMA busy_timeout = {LOG_SECONDS * 1000:.0f}")
        busy, _, _ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except sqlite3.Error:  # what was written stands nevertheless
        return False
    finally:
        db.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000:.0f}")


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", None) in _FULL:
            raise StorageFull("There is no room left for the records. Free some space.") from error
        raise StorageError(
            f"The records cannot be used ({error}). Check CONSPECTUS_DATA_DIR."
        ) from error
    except OSError as error:
        raise StorageError(
            f"The records cannot be opened ({error.strerror}). Check CONSPECTUS_DATA_DIR."
        ) from error
