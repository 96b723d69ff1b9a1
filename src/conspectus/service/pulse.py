"""That a worker lives, and what was counted in its process: written down again and again."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from secrets import token_hex

from conspectus.domain.errors import StorageError
from conspectus.domain.totals import Tallies
from conspectus.ports import Records

BEAT_SECONDS, COUNT_SECONDS = 5.0, 1.0

ALIVE_SECONDS = 3.5 * BEAT_SECONDS
"""A worker that was not heard of for so long is taken for dead."""


class Pulse:
    """`ailing` names the models that fail this process now."""

    def __init__(
        self,
        records: Records,
        tallies: Tallies | None = None,
        ailing: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self.tallies = tallies or Tallies()
        self._records = records
        self._ailing = ailing
        self._worker = token_hex(8)

    async def beat(self) -> None:
        """Say that the worker lives."""
        await self._records.beat(self._worker, self._ailing())

    async def count(self) -> None:
        """Write down what was counted and went with no document."""
        counts = self.tallies.take()
        try:
            await self._records.count(counts)
        except BaseException:
            self.tallies.give_back(counts)
            raise

    async def end(self) -> None:
        """Sign off."""
        with suppress(StorageError):
            await self.count()
            await self._records.leave(self._worker)
