"""Answers in the memory of this process, bounded in bytes; the longest unused goes first."""

import sys
import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace

from conspectus.domain.answers import Kept, Purge, Size, footprint
from conspectus.domain.happenings import Happening
from conspectus.ports import SILENCE, Observer

TIER = "memory"
EVICTED = Happening("evicted", TIER)

ENTRY = 320
"""Bytes of a place in the dictionary and of the entry around an answer, beside key and answer."""


class MemoryAnswers:
    """What it keeps is frozen to the depth, so that the same objects may be given to many."""

    def __init__(
        self,
        most_bytes: int,
        counts: Counter[str] | None = None,
        clock: Callable[[], float] = time.time,
        observer: Observer = SILENCE,
    ) -> None:
        self._observer = observer
        self._most = most_bytes
        self._counts = Counter[str]() if counts is None else counts
        self._clock = clock
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._leases: dict[str, tuple[str, float]] = {}
        self._bytes = 0

    async def get(self, key: str) -> Kept | None:
        """Return the answer unless it is stale."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if kept.expires is not None and kept.expires <= self._clock():
            self._drop(key)
            self._held()
            return None
        self._kept.move_to_end(key)
        return kept

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer; others make room for it. One that is larger than all room is not kept."""
        size = kept.size or footprint(kept.answer)
        if key in self._kept:
            self._drop(key)
        if self._cost(key, size) > self._most:
            return
        self._kept[key] = replace(kept, size=size, tier=TIER)
        self._bytes += self._cost(key, size)
        while self._bytes > self._most:
            self._drop(next(iter(self._kept)))
            self._counts["evictions"] += 1
            self._observer.happened(EVICTED)
        self._held()

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take or renew the right to ask."""
        now = self._clock()
        holder, until = self._leases.get(key, (owner, 0.0))
        # one that ends far in the future was taken before the clock was set back
        if holder != owner and now < until <= now + seconds + 60:
            return False
        self._leases[key] = owner, now + seconds
        return True

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""
        if self._leases.get(key, ("",))[0] == owner:
            del self._leases[key]

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away."""
        gone = [key for key, kept in self._kept.items() if purge.takes(kept)]
        for key in gone:
            self._drop(key)
        self._held()
        return {TIER: len(gone)}

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held."""
        return {TIER: Size(len(self._kept), self._bytes)}

    def _held(self) -> None:
        self._observer.happened(Happening("held", TIER, self._bytes))

    def _drop(self, key: str) -> None:
        self._bytes -= self._cost(key, self._kept.pop(key).size)

    @staticmethod
    def _cost(key: str, size: int) -> int:
        return ENTRY + sys.getsizeof(key) + size
