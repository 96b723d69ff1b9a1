"""What one generation needs."""

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from conspectus.domain.answers import Kept, Purge, Size
from conspectus.domain.happenings import Happening, Work
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


class AnswerStore(Protocol):
    """Keeps answers by key, and says who is asking for one now.

    A store that is ill fails nobody: it finds nothing, keeps nothing, and grants every lease.
    """

    async def get(self, key: str) -> Kept | None:
        """Return the answer unless it is stale."""

    async def put(self, key: str, kept: Kept) -> None:
        """Keep an answer; it is committed on return."""

    async def lease(self, key: str, owner: str, seconds: float) -> bool:
        """Take or renew the right to ask; False while another owner holds it."""

    async def release(self, key: str, owner: str) -> None:
        """Give the right back if it is still held."""

    async def purge(self, purge: Purge) -> Mapping[str, int]:
        """Take answers away; return how many by tier."""

    async def sizes(self) -> Mapping[str, Size]:
        """Return what is held, by tier; a tier that is ill is left out."""


class Seal(Protocol):
    """Turns kept answers into bytes and back."""

    def close(self, key: str, kept: Kept) -> bytes: ...

    def open(self, key: str, sealed: bytes, tier: str = "") -> Kept | None:
        """Return None for bytes that were not closed under this key."""


class Renderer(Protocol):
    """Writes a report in one format. The same report gives the same bytes."""

    @property
    def media_type(self) -> str: ...

    def render(self, report: Report, usage: Usage | None = None) -> bytes: ...


class Observer(Protocol):
    """Is told what happens; never changes it, and never raises.

    An observer derives from this class and leaves out what is nothing to it.
    """

    def stage(self, name: str, done: int, total: int) -> None:
        """`done` of `total` steps of the stage `name` are finished."""
        return

    def section(self, name: str, done: int, total: int) -> None:
        """`done` of `total` sections are written, the last of them `name`."""
        return

    def during(self, work: Work) -> AbstractContextManager[object]:
        """Return what is entered when the work begins and left when it ends, however it does."""
        return nullcontext()

    def happened(self, what: Happening) -> None:
        """Something happened in a moment."""
        return


class _Silence(Observer):
    """Keeps what it is told to itself."""


SILENCE: Observer = _Silence()
