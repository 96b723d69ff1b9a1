"""The Redis store: every operation is short or is given up, and then left alone for a while."""

import json
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import asdict
from types import TracebackType
from typing import Any, Self

import orjson
from redis.exceptions import RedisError, ResponseError

from conspectus.adapters.answers_redis.breaker import Breaker
from conspectus.adapters.answers_redis.lines import Lines
from conspectus.domain.answers import Kept, Purge, Size, purge_of
from conspectus.domain.happenings import Happening
from conspectus.ports import SILENCE, Observer, Seal

TIER = "redis"
REFUSED = Happening("refused", TIER)
ANSWER, LEASE = "conspectus:answer:", "conspectus:lease:"
PURGES, FINISHED = "conspectus:purges", "conspectus:purges:finished"

PATIENCE = 0.15
"""Seconds that one operation may take."""

PROBE_SECONDS = 1.0
"""So often a Redis that is ill is tried again."""

MOST_PURGES = 1000
BATCH = 200

AGAIN_SECONDS = 60.0
"""So long after it was begun a purge that was never finished is done again."""

LATEST = 253_402_300_799
"""The last second of the year 9999; what lives longer is kept without a time."""

TAKE = """
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""

GIVE = (
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0"
)


class _IllError(Exception):
    """Redis did not do what it was told."""


class RedisAnswers:
    """An AnswerStore and an async context manager. `patience` is in seconds.

    Raises UsageError for a URL of another kind; whether a Redis is there shows later.
    """

    def __init__(
        self,
        url: str,
        seal: Seal,
        counts: Counter[str] | None = None,
        clock: Callable[[], float] = time.time,
        patience: float = PATIENCE,
        probe_seconds: float = PROBE_SECONDS,
        observer: Observer = SILENCE,
    ) -> None:
        self._observer = observer
        self._seal = seal
        self._counts = Counter[str]() if counts is None else counts
        self._clock = clock
        self._lines = Lines(url, patience)
        self._breaker = Breaker(self.well, probe_seconds, self._told)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._breaker.close()
        await self._lines.close()

    async def get(self, key: str) -> Kept | None:
        """Return the answer unless it is stale or not what was written."""
        sealed = await self._do(None, "GET", ANSWER + key)
        if sealed is None:
            return None
        kept = self._seal.open(key, sealed, TIER)
        if kept is None:
            self._counts["refused"] += 1
            self._observer.happened(REFUSED)
        elif kept.expires is not None and kept.expires <= self._clock():
            return None
        return kept

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer; the server has it on return."""
        lasting = kept.expires is None or kept.expires > LATEST
        until = () if lasting else ("PXAT", int((kept.expires or 0) * 1000))
        await self._do(None, "SET", ANSWER + key, self._seal.close(key, kept), *until)

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take or renew the right to ask."""
        return bool(await self._do(1, "EVAL", TAKE, 1, LEASE + key, owner, int(seconds * 1000)))

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""
        await self._do(None, "EVAL", GIVE, 1, LEASE + key, owner)

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away, once, and remember it for other machines; {} when not all went."""
        note = json.dumps(asdict(purge))
        await self._first_in_a_while(purge)
        try:
            await self._must("ZADD", PURGES, "NX", purge.before, note)
            await self._must("ZREMRANGEBYRANK", PURGES, 0, -MOST_PURGES - 1)
            if await self._must("ZSCORE", FINISHED, purge.id) is not None:
                return {TIER: 0}
        except _IllError:
            return {}
        return await self._take_away(purge)

    async def purges(self) -> list[Purge]:
        """Return the purges that are remembered, and do those that were begun and not finished."""
        noted = [_read(note) for note in await self._do((), "ZRANGE", PURGES, 0, -1)]
        known = [purge for purge in noted if purge]
        finished = set(await self._do((), "ZRANGE", FINISHED, 0, -1)) if known else set()
        for purge in known:
            if purge.id.encode() not in finished and await self._first_in_a_while(purge):
                await self._take_away(purge)
        return known

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held."""
        entries = held = 0
        try:
            async for found in self._batches():
                entries += len(found)
                held += sum(len(sealed) for _, sealed in found)
        except _IllError:
            return {}
        return {TIER: Size(entries, held)}

    async def held(self) -> int | None:
        """Return the bytes of memory that the whole Redis takes; None when it is ill."""
        told = await self._do(b"", "INFO", "memory")
        found = re.search(rb"^used_memory:([0-9]+)", told, re.MULTILINE)
        return int(found[1]) if found else None

    async def _take_away(self, purge: Purge) -> Mapping[str, int]:
        gone = 0
        try:
            async for found in self._batches():
                taken = [key for key, sealed in found if self._takes(purge, key, sealed)]
                gone += await self._must("UNLINK", *taken) if taken else 0
            await self._must("ZADD", FINISHED, purge.before, purge.id)
            await self._must("ZREMRANGEBYRANK", FINISHED, 0, -MOST_PURGES - 1)
        except _IllError:
            return {}
        return {TIER: gone}

    async def _first_in_a_while(self, purge: Purge) -> bool:
        """Whether nobody else has begun this purge lately."""
        begun = await self._do(
            None, "SET", f"{LEASE}purge:{purge.id}", 1, "NX", "PX", int(AGAIN_SECONDS * 1000)
        )
        return begun is not None

    async def _batches(self) -> AsyncIterator[list[tuple[bytes, bytes]]]:
        cursor = None
        while cursor != 0:
            told, keys = await self._must(
                "SCAN", cursor or 0, "MATCH", f"{ANSWER}*", "COUNT", BATCH
            )
            cursor = int(told)
            values = await self._must("MGET", *keys) if keys else []
            yield [pair for pair in zip(keys, values, strict=True) if pair[1] is not None]

    def _takes(self, purge: Purge, key: bytes, sealed: bytes) -> bool:
        kept = self._seal.open(key.decode(errors="replace").removeprefix(ANSWER), sealed)
        return purge.everything if kept is None else purge.takes(kept)

    async def _do(self, otherwise: Any, *command: object) -> Any:
        """Do what Redis can do now; else give `otherwise` and leave it alone for a while."""
        try:
            return await self._must(*command)
        except _IllError:
            return otherwise

    async def _must(self, *command: object) -> Any:
        if self._breaker.open:
            raise _IllError
        try:
            return await self._lines.command(*command)
        except ResponseError as error:  # it is well but refuses: no rights or memory, a copy
            self._failed()
            raise _IllError from error
        except (RedisError, OSError, TimeoutError) as error:
            self._failed()
            self._breaker.trip()
            raise _IllError from error

    def _told(self, open_: bool) -> None:
        self._observer.happened(Happening("breaker", TIER, float(open_)))

    def _failed(self) -> None:
        self._counts["failures_redis"] += 1

    async def well(self) -> bool:
        """Tell whether Redis answers."""
        try:
            return bool(await self._lines.command("PING"))
        except (RedisError, OSError, TimeoutError):
            return False


def _read(note: bytes) -> Purge | None:
    try:
        return purge_of(orjson.loads(note))
    except ValueError:
        return None
