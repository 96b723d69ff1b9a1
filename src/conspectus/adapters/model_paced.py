"""Calls at a pace that all workers keep together."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from conspectus.domain.request import Answer, Request
from conspectus.ports import Model, Records


class PacedModel:
    """Asks a model when its turn has come; the records deal out the turns of all processes."""

    def __init__(
        self,
        model: Model,
        records: Records,
        per_minute: float,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._model = model
        self._records = records
        self._per_minute = per_minute
        self._sleep = sleep

    @property
    def name(self) -> str:
        """The name of the model inside."""
        return self._model.name

    @property
    def most_words(self) -> int | None:
        """As many words as the model inside takes."""
        return self._model.most_words

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return what shapes the answer of the model inside."""
        return self._model.shape(request)

    async def ask(self, request: Request) -> Answer:
        """Wait for a turn, then ask. Raise the model's error."""
        await self._sleep(await self._records.turn(self.name, self._per_minute))
        return await self._model.ask(request)
