"""One call on the way to a model, and all who wait for its answer."""

import asyncio
from collections.abc import Awaitable, Callable
from random import uniform
from secrets import token_hex

from conspectus.domain.answers import Kept
from conspectus.domain.ending import ended
from conspectus.ports import AnswerStore

LEASE_SECONDS = 15.0
"""So long others wait for a process that died while it asked."""

FIRST_LOOK, LAST_LOOK = 0.02, 0.25
"""Seconds between two looks for the answer that another process is asking for."""


class Flight:
    """Asks in a task of its own, so that it belongs to all who wait.

    One who is cancelled leaves the others their answer; when the last one leaves, the call ends.
    Other processes and machines wait for the lease of the key, which is renewed while the call
    runs; when its owner dies, it expires and another takes it. `waits` is called while that takes
    longer than a moment.
    """

    def __init__(
        self,
        key: str,
        ask: Callable[[], Awaitable[Kept]],
        store: AnswerStore,
        lease_seconds: float,
        waits: Callable[[], None],
        landed: Callable[[], None],
    ) -> None:
        self._key = key
        self._ask = ask
        self._store = store
        self._lease_seconds = lease_seconds
        self._waits = waits
        self._landed = landed
        self._owner = token_hex(16)
        self._waiting = 0
        self._billed = True
        self._task = asyncio.create_task(self._fly())

    async def join(self) -> Kept:
        """Wait for the answer. Raise what the call raised."""
        self._waiting += 1
        try:
            return await asyncio.shield(self._task)
        finally:
            self._waiting -= 1
            if not self._waiting and not self._task.done():
                self._landed()
                self._task.cancel()

    def take_bill(self) -> bool:
        """Whether the answer was paid for here and nobody has accounted for it yet."""
        billed, self._billed = self._billed, True
        return not billed

    async def _fly(self) -> Kept:
        try:
            return await self._leased() or await self._paid()
        finally:
            self._landed()
            await self._store.release(self._key, self._owner)

    async def _leased(self) -> Kept | None:
        """Take the lease; return the answer if somebody else had it meanwhile."""
        pause = FIRST_LOOK
        while not await self._renew():
            if pause == LAST_LOOK:
                self._waits()
            await asyncio.sleep(uniform(0.5, 1.0) * pause)
            pause = min(2 * pause, LAST_LOOK)
            if kept := await self._store.get(self._key):
                return kept
        return await self._store.get(self._key)

    async def _paid(self) -> Kept:
        renewing = asyncio.create_task(self._renew_always())
        try:
            kept = await self._ask()
            await self._store.put(self._key, kept)
        finally:
            await ended([renewing])
        self._billed = False
        return kept

    async def _renew(self) -> bool:
        return await self._store.lease(self._key, self._owner, self._lease_seconds)

    async def _renew_always(self) -> None:
        while True:
            await asyncio.sleep(self._lease_seconds / 3)
            await self._renew()
