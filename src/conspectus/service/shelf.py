"""What was made lately, kept at hand while there is room."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")


class Shelf(Generic[T]):
    """Holds things of at most `room` weight together; what was used longest ago goes first.

    A thing that many ask for at once is made once.
    """

    def __init__(self, room: int, weight: Callable[[T], int]) -> None:
        self._room = room
        self._weight = weight
        self._held: OrderedDict[Hashable, T] = OrderedDict()
        self._making: dict[Hashable, asyncio.Task[T]] = {}
        self.weight = 0

    async def get(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """Return what is kept under the key, or make it."""
        if key in self._held:
            self._held.move_to_end(key)
            return self._held[key]
        if key not in self._making:
            self._making[key] = asyncio.ensure_future(self._make(key, make))
        return await asyncio.shield(self._making[key])

    async def _make(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        try:
            made = await make()
        finally:
            del self._making[key]
        if self._weight(made) <= self._room:
            self._held[key] = made
            self.weight += self._weight(made)
        while self.weight > self._room:
            _, gone = self._held.popitem(last=False)
            self.weight -= self._weight(gone)
        return made
