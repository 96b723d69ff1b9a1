"""PostgreSQL: every transaction in a thread, on a connection of a pool that processes may share.

Statements whose rows nobody asked for are sent together with the next one, so that a short
transaction takes two or three trips to the server.
"""

import asyncio
import logging
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from types import TracebackType
from typing import Any, Self, TypeVar

import psycopg
from psycopg.errors import DeadlockDetected, DiskFull, ForeignKeyViolation, SerializationFailure
from psycopg.pq import TransactionStatus
from psycopg_pool import ConnectionPool, PoolTimeout

from conspectus.adapters.records_sql.database import Row, Transaction
from conspectus.domain.errors import StorageError, StorageFull

T = TypeVar("T")
Connection = psycopg.Connection[Any]

CONNECTIONS = 8
"""So many transactions of one process are under way at once; others wait their turn."""

CONNECT_SECONDS, WAIT_SECONDS, REST_SECONDS = 5, 30.0, 1.0
TRIES = 8
_LOCK = "SELECT pg_advisory_xact_lock(7071066117072)"
_IN_THE_WAY = (DeadlockDetected, SerializationFailure, ForeignKeyViolation)
"""What another transaction was the cause of; a row that was referred to may be gone meanwhile."""

logging.getLogger("psycopg").addHandler(logging.NullHandler())  # errors are told by raising


class PostgresDatabase:
    """A database that the processes of many machines share; an async context manager.

    The commit of a transaction that may be made again does not wait for the disk of the server,
    unless it asks for it: see `Transaction.lasting`.
    """

    def __init__(self, url: str, connections: int = CONNECTIONS) -> None:
        self._url = url
        self._threads = ThreadPoolExecutor(connections, "records")
        self._well = 0.0
        self._pool = ConnectionPool(
            url,
            min_size=1,
            max_size=connections,
            open=False,
            timeout=WAIT_SECONDS,
            check=self._check,
            kwargs={"autocommit": True, "connect_timeout": CONNECT_SECONDS},
            configure=_relax,
        )

    async def __aenter__(self) -> Self:
        try:
            await self._in_thread(self._open)
        except BaseException:
            self._threads.shutdown()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._in_thread(self._pool.close)
        self._threads.shutdown()

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of one short query."""
        return await self.run(sql, *values)

    async def run(self, sql: str, *values: object) -> list[Row]:
        """Run one statement as a transaction of its own, again when another was in its way."""
        return await self._in_thread(lambda: self._again(lambda db: _said(db, sql, values)))

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run the work as one transaction, again when another one was in its way."""
        return await self._in_thread(lambda: self._again(lambda db: _transact(db, work)))

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _open(self) -> None:
        with _failures():
            psycopg.connect(self._url, connect_timeout=CONNECT_SECONDS).close()
            self._pool.open()

    def _check(self, db: Connection) -> None:
        """Try a connection before it is used, unless the server was well a moment ago."""
        if time.monotonic() - self._well > REST_SECONDS:
            ConnectionPool.check_connection(db)

    def _again(self, work: Callable[[Connection], T]) -> T:
        """Do the work; do it again when it failed for a reason that may have passed."""
        for tried in range(1, TRIES + 1):
            with _failures():
                try:
                    with self._pool.connection() as db:
                        result = work(db)
                    self._well = time.monotonic()
                    return result
                except _IN_THE_WAY:
                    if tried == TRIES:
                        raise
            time.sleep(random.uniform(0, 0.005 * 2**tried))
        raise AssertionError


def _said(db: Connection, sql: str, values: Sequence[object]) -> list[Row]:
    cursor = db.execute(_translated(sql), _sent(values))
    return cursor.fetchall() if cursor.description else []


def _transact(db: Connection, work: Callable[[Transaction], T]) -> T:
    try:
        with db.pipeline():
            db.execute("BEGIN")
            result = work(_Transaction(db))
            db.execute("COMMIT")
        return result
    finally:
        if db.info.transaction_status not in (TransactionStatus.IDLE, TransactionStatus.UNKNOWN):
            with suppress(psycopg.Error):  # a connection that cannot even do that is thrown away
                db.execute("ROLLBACK")


class _Transaction:
    def __init__(self, db: Connection) -> None:
        self._db = db

    def rows(self, sql: str, *values: object) -> list[Row]:
        cursor = self._db.execute(_translated(sql), _sent(values))
        return cursor.fetchall() if _tells(sql) else []

    def each(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        rows = [_sent(row) for row in values]
        if len(rows) == 1:
            self._db.execute(_translated(sql), rows[0])
        elif rows:
            self._db.cursor().executemany(_translated(sql), rows)

    def alone(self) -> None:
        self._db.execute(_LOCK)

    def lasting(self) -> None:
        self._db.execute("SET LOCAL synchronous_commit = on")

    def wiping(self) -> None:
        """Do nothing: its log and what it has yet to vacuum are the server's own."""


def _relax(db: Connection) -> None:
    db.execute("SET synchronous_commit = off")


@lru_cache(maxsize=512)
def _translated(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


@lru_cache(maxsize=512)
def _tells(sql: str) -> bool:
    return "RETURNING" in sql or sql.lstrip().startswith("SELECT")


def _sent(values: Sequence[object]) -> Sequence[object]:
    """Return values as the server can hold them: no text of its own has a NUL in it."""
    if any(isinstance(value, str) and "\0" in value for value in values):
        return [v.replace("\0", "\ufffd") if isinstance(v, str) else v for v in values]
    return values


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except DiskFull as error:
        raise StorageFull("There is no room left for the records. Free some space.") from error
    except (psycopg.Error, PoolTimeout) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise StorageError(
            f"The records cannot be used ({reason}). Check CONSPECTUS_DATABASE_URL."
        ) from error
