"""A breaker: what has just failed is left alone until it is well again."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress


class Breaker:
    """Opens at the first failure; tries `probe` in the background and closes when it passes.

    `tell` is told whether it is open when that changes.
    """

    def __init__(
        self,
        probe: Callable[[], Awaitable[bool]],
        seconds: float,
        tell: Callable[[bool], None] = lambda open_: None,
    ) -> None:
        self._tell = tell
        self._probe = probe
        self._seconds = seconds
        self._probing: asyncio.Task[None] | None = None

    @property
    def open(self) -> bool:
        """Whether the thing is to be left alone now."""
        return self._probing is not None

    def trip(self) -> None:
        """Note a failure."""
        if self._probing is None:
            self._probing = asyncio.create_task(self._until_well())
            self._tell(True)

    async def close(self) -> None:
        """Stop probing."""
        if self._probing:
            self._probing.cancel()
            with suppress(asyncio.CancelledError):
                await self._probing

    async def _until_well(self) -> None:
        well = False
        while not well:
            await asyncio.sleep(self._seconds)
            well = await self._probe()
        self._probing = None
        self._tell(False)
