"""What one document may cost, and what is left of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from conspectus.domain.errors import BudgetExceeded


class Budget:
    """US dollars that the calls for one document may cost together.

    A call is made only while what was spent, what calls under way may cost at the most, and what
    this one may cost at the most fit into the limit: it is never exceeded.
    """

    def __init__(self, limit_usd: float) -> None:
        self.limit_usd = limit_usd
        self.spent_usd = 0.0
        self._held = 0.0
        self._settled = asyncio.Condition()

    @asynccontextmanager
    async def hold(self, most_usd: float) -> AsyncIterator["Hold"]:
        """Set aside what a call may cost; wait for those under way when that is too much now.

        Raises BudgetExceeded when it is too much even after them.
        """
        async with self._settled:
            await self._settled.wait_for(lambda: not self._held or self._fits(most_usd))
            if not self._fits(most_usd):
                raise BudgetExceeded(
                    f"${self.spent_usd:.4f} of the budget of ${self.limit_usd:g} are spent, and "
                    f"the next call may cost ${most_usd:.4f}. Raise CONSPECTUS_BUDGET_USD."
                )
            self._held += most_usd
        hold = Hold()
        try:
            yield hold
        finally:
            self._held = max(0.0, self._held - most_usd)
            self.spent_usd += hold.spent_usd
            async with self._settled:
                self._settled.notify_all()

    def _fits(self, most_usd: float) -> bool:
        return self.spent_usd + self._held + most_usd <= self.limit_usd


class Hold:
    """One call; whoever makes it says what it did cost."""

    spent_usd = 0.0
