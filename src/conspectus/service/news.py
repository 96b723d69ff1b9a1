"""News of jobs: whoever follows one looks at once when something happened in it."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import suppress

FIRST_LOOK, LOOK_SECONDS = 0.02, 0.2
"""So often is looked where nobody tells of anything, at first and in the long run."""


class News:
    """Workers of this process and its child tell; those of other machines are looked after."""

    def __init__(self) -> None:
        self._waiting: dict[str, set[asyncio.Event]] = {}

    def tell(self, job: str) -> None:
        """Let all that follow a job look."""
        for heard in self._waiting.get(job, ()):
            heard.set()

    async def looks(self, job: str) -> AsyncGenerator[None, None]:
        """Yield whenever it is time to look: now, then at once when told, or else after a while."""
        heard, pause = asyncio.Event(), FIRST_LOOK
        followers = self._waiting.setdefault(job, set())
        followers.add(heard)
        try:
            while True:
                yield
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await heard.wait()
                heard.clear()
                pause = min(LOOK_SECONDS, 2 * pause)
        finally:
            followers.discard(heard)
            if not followers and self._waiting.get(job) is followers:
                del self._waiting[job]
