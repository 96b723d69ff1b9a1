"""So many calls at once, each counted until its answer is safe."""

import asyncio
from collections.abc import Mapping

from conspectus.domain.request import Answer, Request
from conspectus.ports import Model


class SlottedModel:
    """Goes around a model that keeps its answers.

    A slot is free again only when the answer is kept: were it free before, all calls that end
    together could be lost together.
    """

    def __init__(self, model: Model, slots: asyncio.Semaphore) -> None:
        self._model = model
        self._slots = slots

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
        """Ask when a slot is free. Raise the model's error."""
        async with self._slots:
            return await self._model.ask(request)
