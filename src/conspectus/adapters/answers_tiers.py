"""Stores in tiers: the nearest first. What a farther one has is brought nearer.

A purge is noted by every far tier, and every process reads those notes each second: it empties its
own memory accordingly, tells the tiers that were away, and no longer believes a far answer that an
already known purge takes, wherever it may have been copied meanwhile.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from types import TracebackType
from typing import Protocol, Self

from conspectus.domain.answers import Kept, Purge, Size
from conspectus.ports import AnswerStore

WATCH_SECONDS = 1.0
"""So long an answer may live on in the memory of another process after its purge."""

AHEAD_SECONDS = 60.0
"""So far ahead another machine's clock may be; a later time of a purge is a clock gone wrong."""


class FarStore(AnswerStore, Protocol):
    """A store that outlives the process and remembers purges."""

    async def purges(self) -> list[Purge]:
        """Return the purges that are remembered."""


class TieredAnswers:
    """An AnswerStore and an async context manager; who opens it closes its tiers.

    `far` is in the order of reading. The last must be the most local one: leases are taken from
    it first.
    """

    def __init__(
        self,
        near: AnswerStore,
        far: Sequence[FarStore],
        watch_seconds: float = WATCH_SECONDS,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._near = near
        self._far = far
        self._watch_seconds = watch_seconds
        self._clock = clock
        self._known: dict[str, Purge] = {}
        self._told: set[tuple[int, Purge]] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        await self._learn()
        self._later(self._watch())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def get(self, key: str) -> Kept | None:
        """Return the answer of the nearest tier that has it."""
        kept = await self._near.get(key)
        if kept is not None:
            return kept
        for place, store in enumerate(self._far):
            kept = await store.get(key)
            if kept is not None and not self._purged(kept):
                await self._near.put(key, kept)
                for nearer in self._far[:place]:
                    self._later(nearer.put(key, kept))
                return kept
        return None

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer in every tier."""
        if not self._purged(kept):
            await asyncio.gather(*(store.put(key, kept) for store in (self._near, *self._far)))

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take or renew the right to ask, first of this machine, then of all."""
        for place, store in enumerate(reversed(self._far)):
            if not await store.lease(key, owner, seconds):
                for held in self._far[len(self._far) - place :]:
                    await held.release(key, owner)
                return False
        return True

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""
        await asyncio.gather(*(store.release(key, owner) for store in self._far))

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away from all tiers."""
        self._known[purge.id] = purge
        gone: dict[str, int] = {}
        for store in self._far:
            gone |= await self._tell(store, purge)
        gone |= await self._near.purge(purge)
        return gone

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held in each tier."""
        return {
            tier: size
            for store in (self._near, *self._far)
            for tier, size in (await store.sizes()).items()
        }

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self._watch_seconds)
            await self._learn()

    async def _learn(self) -> None:
        """Note the purges of every far tier, and tell the tiers that do not know them."""
        noted = [{purge.id: purge for purge in await store.purges()} for store in self._far]
        for id_ in {id_ for some in noted for id_ in some}:
            purge = self._in_time([some[id_] for some in (self._known, *noted) if id_ in some])
            if self._known.get(id_) != purge:
                self._known[id_] = purge
                await self._near.purge(purge)
            for store, known in zip(self._far, noted, strict=True):
                # the most local store notes, once, what a time from the future was taken for
                ahead = store is self._far[-1] and known.get(id_, purge) != purge
                if (id_ not in known or ahead) and (id(store), purge) not in self._told:
                    await self._tell(store, purge)

    def _in_time(self, noted: Sequence[Purge]) -> Purge:
        """Return the earliest note of a purge; what it takes was asked until now at the latest."""
        purge, now = min(noted, key=lambda one: one.before), self._clock()
        return replace(purge, before=now) if purge.before > now + AHEAD_SECONDS else purge

    async def _tell(self, store: FarStore, purge: Purge) -> Mapping[str, int]:
        """Let a tier take answers away; one that is ill now is told again later."""
        gone = await store.purge(purge)
        if gone:
            self._told.add((id(store), purge))
        return gone

    def _purged(self, kept: Kept) -> bool:
        return any(purge.takes(kept) for purge in self._known.values())

    def _later(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
