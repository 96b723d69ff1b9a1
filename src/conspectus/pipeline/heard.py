"""Which model gave the answers, where it is and how it was set: for the provenance."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from conspectus.domain.request import Answer, Request
from conspectus.ports import Model


class HeardModel:
    """Goes around a model and notes which models answered: behind one name there may be two."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._answered: set[str] = set()

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
        """Ask, and note who answered. Raise the model's error."""
        answer = await self._model.ask(request)
        self._answered.add(answer.model)
        return answer

    def provenance(self, blank: Request) -> dict[str, str]:
        """Return who answered, if the name leaves that open, at which host and temperature.

        `blank` is any request; nothing for a model without an address.
        """
        shapes = list(_addressed(self._model.shape(blank)))
        if not shapes:
            return {}
        told = {
            "model_host": ", ".join(urlsplit(str(shape["base_url"])).netloc for shape in shapes),
            "temperature": ", ".join(str(shape.get("temperature")) for shape in shapes),
        }
        if answered := ", ".join(sorted(self._answered - {"", self.name})):
            told["answered_by"] = answered
        return told


def _addressed(shape: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    """Yield the shapes with an address: the shape itself, or those of the models within."""
    if "base_url" in shape:
        yield shape
        return
    for part in shape.values():
        if isinstance(part, Mapping):
            yield from _addressed(part)
