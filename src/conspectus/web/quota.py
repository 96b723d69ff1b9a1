"""How many requests a key may make."""

import math
import time

from limits import parse
from limits.aio.storage import MemoryStorage, Storage
from limits.aio.strategies import MovingWindowRateLimiter

from conspectus.domain.errors import UsageError
from conspectus.web.problems import Refusal


class Quota:
    """`rate` as in `600/minute`; none means no limit. Counts in `storage`, by default in memory."""

    def __init__(self, rate: str | None = None, storage: Storage | None = None) -> None:
        self._limiter = MovingWindowRateLimiter(storage or MemoryStorage())
        try:
            self._rate = parse(rate) if rate else None
        except ValueError as error:
            raise UsageError(
                f"CONSPECTUS_RATE_LIMIT '{rate}': give a number and a time, as in 600/minute."
            ) from error

    async def spend(self, who: str) -> None:
        """Count one request. Raises Refusal with Retry-After when it is one too many."""
        if self._rate is None or await self._limiter.hit(self._rate, who):
            return
        window = await self._limiter.get_window_stats(self._rate, who)
        pause = max(1, math.ceil(window.reset_time - time.time()))
        told = f"More than {self._rate}. Ask again in {pause} s."
        raise Refusal("rate-limited", told, {"Retry-After": str(pause)})
