"""Hits of each tier, the full path with statistics, against the barest thing one could do."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Iterator, Sequence
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from uuid import uuid4

import orjson
from redis.asyncio import Redis
from tests.redis_server import running

from bench.cache_load import Case, PreparedModel, cases, ratio
from bench.measure import Figure
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers, sql
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.adapters.model_cached.key import key_of
from conspectus.domain.answers import Kept, Tags
from conspectus.domain.request import Request
from conspectus.ports import AnswerStore

KEPT, READ = 20_000, 2_000
"""So many answers are kept, so many are read: each once a round, as by a process that begins."""

SEAL = HmacSeal()


def figures() -> Iterator[Figure]:
    """Measure memory, SQLite and Redis."""
    made = cases(READ)
    order = Random(1).sample(range(READ), READ)
    yield Figure(
        "memory hit, against dumps + sha256 + dict + loads",
        asyncio.run(memory(made, order)),
        2,
        "x",
    )
    with TemporaryDirectory() as folder:
        found = asyncio.run(file(made, order, Path(folder) / "answers.db"))
        yield Figure(f"SQLite hit, {KEPT:,} answers, against a bare SELECT", found, 5, "x")
    with running() as server:
        found = asyncio.run(redis(made, order, server.url))
        yield Figure("Redis hit, against a bare async GET", found, 1.3, "x")


async def memory(made: Sequence[Case], order: Sequence[int]) -> float:
    """Return the ratio of the memory tier."""
    values = {case.bare_key: case.value for case in made}

    async def bare(number: int) -> object:
        return orjson.loads(values[made[number].bare_key])

    cached = await _filled(made, MemoryAnswers(1 << 30))
    return await ratio(lambda n: _ask(cached, n), bare, order, made)


async def file(made: Sequence[Case], order: Sequence[int], path: Path) -> float:
    """Return the ratio of the SQLite tier, in a file with many other answers."""
    keys = [key_of(case.shape) for case in made]
    async with SqliteAnswers(path, SEAL) as store:
        with closing(sqlite3.connect(path)) as bare:
            fill(bare, made)
            cached = CachedModel(PreparedModel(made), store)

            async def select(number: int) -> object:
                query = "SELECT value FROM answers WHERE key = ?"
                return bare.execute(query, (keys[number],)).fetchone()[0]

            return await ratio(lambda n: _ask(cached, n), select, order, made)


def fill(db: sqlite3.Connection, made: Sequence[Case]) -> None:
    """Write as many answers as a file in use may hold, in no order; those that are read too."""
    rows = []
    for number in range(KEPT):
        case = made[number % len(made)]
        key = key_of(case.shape) if number < len(made) else uuid4().hex + uuid4().hex
        kept = Kept(case.answer, Tags("ki 1.0", "maker:model", uuid4().hex * 2), 1.0)
        rows.append((key, SEAL.close(key, kept), 1.0, None, *astuple(kept.tags)))
    Random(2).shuffle(rows)
    with db:
        db.executemany(sql.PUT, rows)


async def redis(made: Sequence[Case], order: Sequence[int], url: str) -> float:
    """Return the ratio of the Redis tier."""
    async with RedisAnswers(url, SEAL, patience=5) as store, Redis.from_url(url) as bare:
        cached = await _filled(made, store)
        for number, case in enumerate(made):
            await bare.set(f"bare:{number}", case.value)
        return await ratio(lambda n: _ask(cached, n), lambda n: bare.get(f"bare:{n}"), order, made)


async def _filled(made: Sequence[Case], store: AnswerStore) -> CachedModel:
    cached = CachedModel(PreparedModel(made), store)
    for number in range(len(made)):
        await _ask(cached, number)
    return cached


REQUESTS = [Request((), (), document=str(number)) for number in range(READ)]


def _ask(cached: CachedModel, number: int) -> Awaitable[object]:
    return cached.ask(REQUESTS[number])
