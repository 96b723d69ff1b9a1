"""What is counted over all jobs, and who works on them."""

import json
import random
from collections.abc import Callable, Mapping, Sequence

from conspectus.adapters.records_sql.database import Database, Transaction
from conspectus.domain.job import ENDED, STATES, State, status_of
from conspectus.domain.totals import Counts, Standing, Total

SHARDS = 16

FORGET_SECONDS = 3600
"""A worker that was not heard of for so long is taken off the list."""

_COUNT = """
    INSERT INTO totals (name, model, kind, shard, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (name, model, kind, shard) DO UPDATE SET value = totals.value + excluded.value
"""
_TOTALS = "SELECT name, model, kind, sum(value) FROM totals GROUP BY name, model, kind"
_COUNTS = ", ".join(STATES)
_JOBS = f"SELECT {_COUNTS}, count(*) FROM jobs GROUP BY {_COUNTS}"
_OLDEST = "SELECT min(due) FROM documents WHERE status = 'queued'"
_BEAT = """
    INSERT INTO workers (id, beat_at, ailing) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET beat_at = excluded.beat_at, ailing = excluded.ailing
"""
_WORKERS = "SELECT id, ailing FROM workers WHERE beat_at > ? ORDER BY id"


def count(tx: Transaction, counts: Counts) -> None:
    """Add to totals; always in the same order, so that no two wait for each other."""
    if counts:
        shard = random.randrange(SHARDS)
        tx.each(_COUNT, [(*total, shard, counts[total]) for total in sorted(counts)])


class Totals:
    """The part of Records that counts."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock

    async def count(self, counts: Counts) -> None:
        """Add to the totals."""
        if counts:
            await self._database.write(lambda tx: count(tx, counts))

    async def beat(self, worker: str, ailing: Sequence[str]) -> None:
        """Note that a worker lives now."""
        now = self._clock()

        def work(tx: Transaction) -> None:
            tx.rows("DELETE FROM workers WHERE beat_at < ?", now - FORGET_SECONDS * 1000)
            tx.rows(_BEAT, worker, now, json.dumps([*ailing]))

        await self._database.write(work)

    async def leave(self, worker: str) -> None:
        """Note that a worker has ended."""
        await self._database.run("DELETE FROM workers WHERE id = ?", worker)

    async def alive(self, seconds: float) -> dict[str, tuple[str, ...]]:
        """Return the workers that were heard of lately."""
        rows = await self._database.read(_WORKERS, self._clock() - round(seconds * 1000))
        return {id_: tuple(json.loads(ailing)) for id_, ailing in rows}

    async def stands(self, alive_seconds: float) -> Standing:
        """Return how all of it stands."""
        read, now = self._database.read, self._clock()
        totals = {Total(*row[:3]): int(row[3]) for row in await read(_TOTALS)}
        jobs: dict[str, int] = {}
        waiting = under_way = 0
        for row in await read(_JOBS):
            *counts, number = row
            alike = dict(zip(STATES, counts, strict=True))
            status = status_of(alike)
            jobs[status] = jobs.get(status, 0) + number
            waiting += number * alike["queued"]
            under_way += number * alike["running"]
        oldest = (await read(_OLDEST))[0][0] if waiting else None
        return Standing(
            totals,
            jobs,
            waiting,
            under_way,
            0.0 if oldest is None else max(0.0, (now - oldest) / 1000),
            await self.alive(alive_seconds),
        )


def ended(moved: Mapping[State, int]) -> Counts:
    """Return what a change of a job adds to the totals: the documents that ended by it."""
    return {
        Total("documents", "", state): number
        for state, number in moved.items()
        if state in ENDED and number > 0
    }
