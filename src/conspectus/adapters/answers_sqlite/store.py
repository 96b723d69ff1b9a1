"""The SQLite store: reads in the event loop, writes in one thread of their own.

A read by key takes microseconds, far less than a hop to a thread; a write may wait for the disk
or for another process, so it never runs in the loop.
"""

import asyncio
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, fields
from pathlib import Path
from types import TracebackType
from typing import Self

from conspectus.adapters.answers_sqlite import sql
from conspectus.adapters.answers_sqlite.file import Writer, reader
from conspectus.domain.answers import Kept, Purge, Size, purge_of
from conspectus.domain.happenings import Happening
from conspectus.ports import SILENCE, Observer, Seal

TIER = "sqlite"
REFUSED = Happening("refused", TIER)

FLUSH_SECONDS = 1.0
"""So much of the statistics may be lost when the process is killed."""

SWEEP_FLUSHES = 1800
"""So many flushes lie between two sweeps of what is stale."""

MOST_PURGES = 1000
"""So many past purges are remembered for those who were away."""

MOST_WAITING = 1000
"""So many answers that could not be written wait for the next flush."""

MOST = 2**63 - 1

FIELDS = [field.name for field in fields(Purge)]


class SqliteAnswers:
    """An AnswerStore, an async context manager, and the ledger of `counts` over all runs."""

    def __init__(
        self,
        path: Path,
        seal: Seal,
        counts: Counter[str] | None = None,
        clock: Callable[[], float] = time.time,
        observer: Observer = SILENCE,
    ) -> None:
        self._observer = observer
        self._path = path
        self._seal = seal
        self._counts = Counter[str]() if counts is None else counts
        self._flushed = Counter(self._counts)
        self._clock = clock
        self._writer = Writer(path, self._failed)
        self._reader: sqlite3.Connection | None = None
        self._flushing: asyncio.Task[None] | None = None
        self._stopping = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self._waiting: dict[str, Kept] = {}

    async def __aenter__(self) -> Self:
        await self._writer.run(lambda _: None, None)
        self._flushing = asyncio.create_task(self._flush_always())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        if self._flushing:
            await self._flushing
        await self._writer.close()
        if self._reader:
            self._reader.close()

    async def get(self, key: str) -> Kept | None:
        """Return the answer unless it is stale or not what was written."""
        if self._reader is None and not self._writer.ready:
            return None
        try:
            if self._reader is None:
                self._reader = reader(self._path)
            row = self._reader.execute(sql.GET, (key,)).fetchone()
        except sqlite3.Error:
            self._failed()
            return None
        if row is None:
            return None
        kept = self._seal.open(key, row[0], TIER) if isinstance(row[0], bytes) else None
        if kept is None:
            self._counts["refused"] += 1
            self._observer.happened(REFUSED)
        # the column beside it is for the sweep: who writes to the file can change it
        elif kept.expires is not None and kept.expires <= self._clock():
            return None
        return kept

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer; it is committed on return. What fails is tried once more, soon."""
        if not await self._written({key: kept}) and len(self._waiting) < MOST_WAITING:
            self._waiting[key] = kept

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take or renew the right to ask."""
        terms = {"key": key, "owner": owner, "seconds": seconds, "now": self._clock()}
        return await self._writer.run(lambda db: db.execute(sql.LEASE, terms).rowcount == 1, True)

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""
        await self._writer.run(lambda db: db.execute(sql.RELEASE, (key, owner)), None)

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away, once, and remember it for other processes."""

        def work(db: sqlite3.Connection) -> Mapping[str, int]:
            with db:
                db.execute("BEGIN IMMEDIATE")
                if not db.execute(sql.NOTE_PURGE, astuple(purge)).rowcount:
                    return {TIER: 0}
                db.execute(sql.FORGET_PURGES, (MOST_PURGES,))
                gone = db.execute(sql.PURGE, asdict(purge)).rowcount
            db.execute(sql.EMPTY_LOG).fetchone()
            return {TIER: gone}

        self._waiting = {key: kept for key, kept in self._waiting.items() if not purge.takes(kept)}
        return await self._writer.run(work, {})

    async def purges(self) -> list[Purge]:
        """Return the purges that are remembered."""
        rows = await self._all(sql.PURGES)
        notes = (purge_of(dict(zip(FIELDS, row, strict=True))) for row in rows)
        return [note for note in notes if note]

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held."""
        return await self._writer.run(lambda db: {TIER: Size(*db.execute(sql.SIZE).fetchone())}, {})

    async def well(self) -> bool:
        """Tell whether the file can be used."""
        return await self._writer.run(
            lambda db: db.execute(sql.COUNTS).fetchall() is not None, False
        )

    def held(self) -> int | None:
        """Return the bytes of the file and its log; None when there is none."""
        found = [path for end in ("", "-wal") if (path := Path(f"{self._path}{end}")).exists()]
        return sum(path.stat().st_size for path in found) if found else None

    async def totals(self) -> Mapping[str, int]:
        """Return the statistics of all runs."""
        await self._flush()
        rows = await self._all(sql.COUNTS)
        return {name: n for name, n in rows if isinstance(name, str) and isinstance(n, int)}

    async def _all(self, query: str) -> list[tuple[object, ...]]:
        return await self._writer.run(lambda db: db.execute(query).fetchall(), [])

    def _failed(self) -> None:
        self._counts["failures_sqlite"] += 1

    async def _flush_always(self) -> None:
        flushes = 0
        while not self._stopping.is_set():
            if flushes % SWEEP_FLUSHES == 0:
                await self._writer.run(self._sweep, None)
            flushes += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), FLUSH_SECONDS)
            waiting, self._waiting = self._waiting, {}
            if waiting:
                await self._written(waiting)
            await self._flush()

    async def _written(self, answers: Mapping[str, Kept]) -> bool:
        rows = [
            (key, self._seal.close(key, kept), kept.asked, kept.expires, *astuple(kept.tags))
            for key, kept in answers.items()
        ]

        def work(db: sqlite3.Connection) -> bool:
            with db:
                db.execute("BEGIN IMMEDIATE")
                db.executemany(sql.PUT, rows)
                db.executemany(sql.PURGED, [(key,) for key in answers])
            return True

        return await self._writer.run(work, False)

    def _sweep(self, db: sqlite3.Connection) -> None:
        for statement in sql.SWEEP:
            db.execute(statement, (self._clock(),))

    async def _flush(self) -> None:
        async with self._one_at_a_time:
            added = self._counts - self._flushed
            if not added:
                return

            def work(db: sqlite3.Connection) -> bool:
                with db:
                    db.execute("BEGIN IMMEDIATE")
                    rows = ((name, min(count, MOST)) for name, count in added.items())
                    db.executemany(sql.COUNT, rows)
                return True

            written = await self._writer.run(work, False)
            if written:
                self._flushed += added
