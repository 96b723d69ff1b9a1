"""How many requests a key may make."""

import math
import time

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage, Storage
from limits.aio.strategies import MovingWindowRateLimiter

from conspectus.web.problems import Refusal


class Quota:
    """`rate` as in `600/minute`; none means no limit. Counts in `storage`, by default in memory."""

    def __init__(self, rate: str | None = None, storage: Storage | None = None) -> None:
        self._limiter = MovingWindowRateLimiter(storage or MemoryStorage())
        self._rate = parse(rate) if rate else None

    async def spend(self, who: str) -> None:
        """Count one request. Raises Refusal with Retry-After when it is one too many."""
        if self._rate is not None and not await self._limiter.hit(self._rate, who):
            await self._refuse(self._rate, who)

    async def require(self, who: str) -> None:
        """Raise as `spend` would, and count nothing."""
        if self._rate is not None and not await self._limiter.test(self._rate, who):
            await self._refuse(self._rate, who)

    async def _refuse(self, rate: RateLimitItem, who: str) -> None:
        window = await self._limiter.get_window_stats(rate, who)
        pause = max(1, math.ceil(window.reset_time - time.time()))
        told = f"More than {rate}. Ask again in {pause} s."
        raise Refusal("rate-limited", told, {"Retry-After": str(pause)})
