"""A model that is not asked: what the answers that are kept cannot say is an error."""

from collections.abc import Mapping

from conspectus.domain.errors import AnswerMissing
from conspectus.domain.request import Answer, Request
from conspectus.ports import Model


class UnaskedModel:
    """Lends a model's name and shapes; inside a CachedModel it makes a report again."""

    def __init__(self, model: Model) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The name of the model that is not asked."""
        return self._model.name

    @property
    def most_words(self) -> int | None:
        """As many words as that model takes: requests must be the same."""
        return self._model.most_words

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return what would shape that model's answer."""
        return self._model.shape(request)

    async def ask(self, request: Request) -> Answer:
        """Raise AnswerMissing."""
        names = ", ".join(question.name for question in request.questions)
        raise AnswerMissing(
            f"There is no kept answer of {self.name} to this request ({names}). Generate the "
            "document again with the model."
        )
