"""Files on their way into one job."""

import time
from collections.abc import AsyncIterable, Iterable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from secrets import token_hex
from types import TracebackType
from typing import Self

from conspectus.domain.errors import UsageError
from conspectus.domain.job import Job, JobDocument, Once, Order, Received, State
from conspectus.domain.text.labels import labelled
from conspectus.domain.trace import begun, current
from conspectus.ports import Archive, Records


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file on its way in; its name is a label."""

    name: str
    chunks: AsyncIterable[bytes]


class Intake:
    """An async context: files that are not ordered by its end are let go.

    A file is streamed into the archive, whatever the order will be, and never in memory whole.
    """

    def __init__(self, records: Records, archive: Archive, workspace: str, most_bytes: int) -> None:
        self.held: list[tuple[str, str]] = []
        self._looked_at: list[tuple[str, Received]] = []
        self._closing = AsyncExitStack()
        self._records = records
        self._archive = archive
        self._workspace = workspace
        self._most = most_bytes

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._closing.aclose()
        if self.held:
            await self._records.release(self._workspace, [digest for _, digest in self.held])

    @property
    def files(self) -> list[tuple[str, str]]:
        """The name and the digest of each file that is here."""
        return self.held + [(name, received.sha256) for name, received in self._looked_at]

    async def look(self, file: Incoming) -> None:
        """Take a file in that is kept only once it is ordered. Raises as `take` does."""
        received = self._archive.receive(file.chunks, self._most)
        found = await self._closing.enter_async_context(received)
        self._looked_at.append((labelled(file.name), found))

    async def take(self, file: Incoming) -> None:
        """Take a file in. Raises SourceTooLarge or StorageError."""
        async with self._archive.receive(file.chunks, self._most) as received:
            await self._keep(labelled(file.name), received)

    async def order(
        self, order: Order, priority: int = 0, label: str = "", once: Once | None = None
    ) -> str:
        """Queue all that was taken in as one job, and return its id.

        It is the id of an earlier job when that was ordered with the same `once`. Raises
        UsageError when there is no file, and OrderedOtherwise.
        """
        while self._looked_at:
            await self._keep(*self._looked_at.pop())
        if not self.held:
            raise UsageError("A job needs at least one file.")
        id_ = job_id()
        parent = (current() or begun()).parent
        counts: dict[State, int] = {"queued": len(self.held)}
        job = Job(id_, self._workspace, order, priority, label, counts, parent=parent)
        stands = await self._records.submit(job, documents_of(id_, self.held), once)
        if stands == id_:
            self.held.clear()
        return stands

    async def _keep(self, name: str, received: Received) -> None:
        (key,) = await self._records.hold(self._workspace, [received.sha256])
        self.held.append((name, received.sha256))
        await self._archive.keep(received, key)


def job_id() -> str:
    """Return an id that sorts by the time it was made."""
    return f"{time.time_ns() // 1_000_000:012x}{token_hex(6)}"


def documents_of(job: str, files: Iterable[tuple[str, str]]) -> list[JobDocument]:
    """Return the queued documents of files, each a name and a digest."""
    return [
        JobDocument(document_id(job, position), job, position, name, digest)
        for position, (name, digest) in enumerate(files)
    ]


def document_id(job: str, position: int) -> str:
    """Return the id of the document at a position of a job."""
    return f"{job}-{position:06}"
