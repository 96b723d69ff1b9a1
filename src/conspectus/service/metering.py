"""What a model takes is written down call by call, so that no crash hides a cost."""

from collections.abc import Mapping

from conspectus.domain.errors import ModelError
from conspectus.domain.request import Answer, Request
from conspectus.domain.totals import Tallies
from conspectus.domain.usage import Usage
from conspectus.ports import Model, Records


class MeteredModel:
    """Goes around the model of one document; failed calls are counted too."""

    def __init__(
        self, model: Model, records: Records, document: str, tallies: Tallies | None = None
    ) -> None:
        self._model = model
        self._records = records
        self._document = document
        self._tallies = tallies or Tallies()

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
        """Ask, and write down what it took. Raise the model's error."""
        try:
            answer = await self._model.ask(request)
        except ModelError as error:
            await self._spend(error.usage)
            raise
        await self._spend(answer.usage)
        return answer

    async def _spend(self, usage: Usage) -> None:
        """Write down what it took, and in the same transaction what was counted meanwhile."""
        counts = self._tallies.take()
        try:
            await self._records.spend(self._document, usage, counts)
        except BaseException:
            self._tallies.give_back(counts)
            raise
