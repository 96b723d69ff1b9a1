"""A model behind a model: the second is asked where the first fails."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from conspectus.domain.errors import BudgetExceeded, ModelError
from conspectus.domain.request import Answer, Request
from conspectus.ports import Model


class FallbackModel:
    """Asks the first model, and the second one when the first cannot answer.

    `tell` is told in one line when that happens, and why.
    """

    def __init__(
        self, first: Model, second: Model, tell: Callable[[str], None] = lambda line: None
    ) -> None:
        self._first = first
        self._second = second
        self._tell = tell
        self.name = f"{first.name}, else {second.name}"

    @property
    def most_words(self) -> int | None:
        """As many as both take."""
        both = [most for m in (self._first, self._second) if (most := m.most_words) is not None]
        return min(both, default=None)

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return what shapes the answer of either; each keeps its answers under its own shape."""
        return {"first": self._first.shape(request), "second": self._second.shape(request)}

    async def ask(self, request: Request) -> Answer:
        """Raise the second model's error when both fail, with what both took.

        An exceeded budget asks nobody else.
        """
        try:
            return await self._first.ask(request)
        except BudgetExceeded:
            raise
        except ModelError as error:
            spent = error.usage
            why = str(error).partition(". ")[0].rstrip(".")
            self._tell(f"{why}. {self._second.name} is asked instead.")
        try:
            answer = await self._second.ask(request)
        except ModelError as error:
            error.usage = spent + error.usage
            raise
        return replace(answer, usage=spent + answer.usage)
