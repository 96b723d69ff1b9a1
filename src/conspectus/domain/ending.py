"""Ending tasks for sure."""

import asyncio
from collections.abc import Iterable

AGAIN_SECONDS = 5.0
"""So long a task may take to clear up before it is cancelled once more."""


async def ended(
    tasks: Iterable[asyncio.Task[object]], again_seconds: float = AGAIN_SECONDS
) -> None:
    """Cancel tasks, and return when each has ended, however it did.

    A cancellation may be lost: `asyncio.wait_for` of Python 3.11 drops one that comes at the moment
    its wait ends (CPython issue 86296), and database drivers use it. So it is asked for again.
    """
    left = {*tasks}
    while left:
        for task in left:
            task.cancel()
        done, left = await asyncio.wait(left, timeout=again_seconds)
        for task in done:
            if not task.cancelled():
                task.exception()
