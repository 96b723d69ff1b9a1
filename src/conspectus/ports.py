"""Seams: what the pipeline needs of the world. Adapters fill them, `testing` has stand-ins."""

from collections.abc import Mapping
from typing import Protocol

from conspectus.domain.report import Report
from conspectus.domain.request import Answer, Request
from conspectus.domain.source import Source, Upload
from conspectus.domain.usage import Usage


class Reader(Protocol):
    """Turns an upload into a source."""

    async def read(self, upload: Upload) -> Source:
        """Raise a SourceError when the upload cannot be read."""


class Model(Protocol):
    """Answers questions from passages."""

    @property
    def name(self) -> str:
        """Provider and model, as the report names it."""

    @property
    def most_words(self) -> int | None:
        """Words of passages that one request may hold; None when it may hold the whole source."""

    def shape(self, request: Request) -> Mapping[str, object]:
        """Return, as plain data, everything that shapes the answer.

        That is the words sent, their schema, the model, its address and settings; not what leaves
        the answer as it is (time-outs, retries, ids).
        """

    async def ask(self, request: Request) -> Answer:
        """Raise a ModelError when no answer can be had."""


class Renderer(Protocol):
    """Writes a report in one format. The same report gives the same bytes."""

    @property
    def media_type(self) -> str: ...

    def render(self, report: Report, usage: Usage | None = None) -> bytes: ...


class Observer(Protocol):
    """Is told what happens; never changes it."""

    def stage(self, name: str, done: int, total: int) -> None:
        """`done` of `total` steps of the stage `name` are finished."""
