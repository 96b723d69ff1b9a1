"""What jobs need: the truth about them, hands for the work, and room for files."""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from conspectus.domain.job import (
    Attempt,
    Event,
    Failure,
    Glance,
    Job,
    JobDocument,
    Once,
    Order,
    Received,
    State,
    Tally,
    Task,
)
from conspectus.domain.totals import NOTHING, Counts, Standing
from conspectus.domain.usage import Usage


class Records(Protocol):
    """The truth about jobs. Every method is one transaction.

    A job of another workspace is as unknown as one that never was: None, or no rows.
    """

    async def hold(self, workspace: str, digests: Sequence[str]) -> list[str]:
        """Return the archive key of each upload, and keep it from being dropped meanwhile."""

    async def release(self, workspace: str, digests: Sequence[str]) -> None:
        """Give up holds that no job came of; what nobody needs any more is to be dropped."""

    async def submit(
        self, job: Job, documents: Sequence[JobDocument], once: Once | None = None
    ) -> str:
        """Write down a job with its queued documents; it takes over the holds of its uploads.

        Return its id, or that of an earlier job of the workspace with the same `once`, which then
        stands alone. Raises OrderedOtherwise when only the key is the same, and StorageError when
        an upload was let go meanwhile.
        """

    async def job(self, workspace: str, job: str) -> Job | None: ...

    async def jobs(
        self, workspace: str, label: str | None = None, before: str | None = None, most: int = 100
    ) -> list[Job]:
        """Return jobs, the latest first, those made before the job `before`."""

    async def traced(self, trace_id: str) -> list[Job]:
        """Return the jobs of all workspaces that belong to a trace, the latest first."""

    async def ended(self, before: int, most: int) -> list[tuple[str, str]]:
        """Return workspace and id of jobs of all workspaces that ended before a time."""

    async def documents(
        self,
        workspace: str,
        job: str,
        after: int = -1,
        most: int | None = None,
        states: Collection[State] = (),
    ) -> list[JobDocument]:
        """Return the documents at positions beyond `after`, in order; of `states` if any."""

    async def made(
        self, workspace: str, order: Order, name: str, sha256: str, since: int
    ) -> JobDocument | None:
        """Return the latest document made since a time, alone in its job, of such an order."""

    async def glances(self, workspace: str, job: str) -> list[Glance]:
        """Return what the status shows of each document, in order; quickly."""

    async def ahead(self, workspace: str, job: str) -> int:
        """Return how many queued documents of other jobs, of anyone, come before those of a job."""

    async def document(self, workspace: str, document: str) -> JobDocument | None: ...

    async def upload(self, workspace: str, document: str) -> str | None:
        """Return the archive key of a document's upload."""

    async def events(self, workspace: str, job: str, after: int, most: int) -> list[Event]:
        """Return the events with a number beyond `after`, in order."""

    async def unoffered(self, most: int) -> list[tuple[str, int]]:
        """Return due documents, with priority, that the engine was not told of yet."""

    async def offered(self, documents: Sequence[str]) -> None:
        """Note that the engine knows these."""

    async def begin(self, document: str) -> Task | None:
        """Start an attempt; all earlier ones of the document end. None when nothing is to do."""

    async def standing(self, attempts: Collection[Attempt]) -> set[Attempt]:
        """Return those that have not ended."""

    async def advance(
        self, attempt: Attempt, stage: str, progress: float, sections: Sequence[str] = ()
    ) -> bool:
        """Note how far it is, and the sections written since, each as an event of its own.

        This and the methods below do nothing after the attempt's end, and return whether it stood.
        """

    async def spend(self, document: str, usage: Usage, counts: Counts = NOTHING) -> None:
        """Add to what a document and its job took, whoever it was spent by, and to the totals."""

    async def succeed(self, attempt: Attempt, usage: Usage, tally: Tally) -> bool:
        """End the document with a report; `usage`, here and below, adds to what was spent."""

    async def fail(self, attempt: Attempt, failure: Failure, usage: Usage) -> bool: ...

    async def postpone(
        self, attempt: Attempt, failure: Failure, usage: Usage, seconds: float
    ) -> bool:
        """Queue the document again, due in so many seconds."""

    async def put_back(self, attempt: Attempt) -> bool:
        """Queue the document again as if the attempt had not been made."""

    async def cancel(self, workspace: str, job: str) -> bool:
        """Cancel what has not ended; False when there is no such job."""

    async def retry(self, workspace: str, job: str, documents: Collection[str] = ()) -> bool:
        """Queue what failed or was cancelled (only `documents` if any); False when no such job."""

    async def delete(self, workspace: str, job: str) -> bool:
        """Forget all of a job, its answers too; its files, and uploads only it had, are dropped."""

    async def dropped(self, most: int) -> list[str]:
        """Return archive keys that nothing refers to any more."""

    async def forget(self, keys: Sequence[str]) -> None:
        """Note that these are deleted from the archive."""

    async def answer(self, job: str, key: str) -> bytes | None:
        """Return an answer that was kept for a job."""

    async def keep_answer(self, job: str, key: str, sealed: bytes) -> None:
        """Keep an answer with its job; it is committed on return."""

    async def turn(self, name: str, per_minute: float) -> float:
        """Take the next turn of that name; return how many seconds to wait for it.

        Turns lie evenly, `per_minute` of them in a minute, whoever takes them.
        """

    async def count(self, counts: Counts) -> None:
        """Add to the totals. Documents that end are counted by the methods that end them."""

    async def beat(self, worker: str, ailing: Sequence[str]) -> None:
        """Note that a worker lives now, and which models fail it."""

    async def leave(self, worker: str) -> None:
        """Note that a worker has ended."""

    async def alive(self, seconds: float) -> Mapping[str, tuple[str, ...]]:
        """Return the workers that were heard of lately, each with the models that fail it."""

    async def stands(self, alive_seconds: float) -> Standing:
        """Return how all of it stands; workers that were heard of so lately live."""


Handle = Callable[[str], Awaitable[None]]


class JobEngine(Protocol):
    """Deals ids of documents out to workers, at least once each; knows nothing else of them."""

    async def enqueue(self, documents: Sequence[str], priority: int = 0) -> None:
        """Take ids in, higher priority first; one that waits or is worked on changes nothing."""

    async def withdraw(self, documents: Sequence[str]) -> None:
        """Take ids back that no worker need see any more."""

    async def work(self, handle: Handle, slots: int, stop: asyncio.Event) -> None:
        """Hand ids to `handle`, at most `slots` at once, until told to stop.

        One slot of several rests while somebody waits, see `conspectus.domain.slots`.
        An id is done when `handle` returns; when it raises, the id waits again. The ids of a
        worker that dies wait again after a while. Once told to stop, what is under way has a while
        to end; then it is cancelled and waits again.
        """

    async def waiting(self) -> int:
        """Return how many ids wait for a worker."""


class Archive(Protocol):
    """Keeps uploads and reports under keys such as `reports/ID`."""

    def receive(
        self, chunks: AsyncIterable[bytes], most: int
    ) -> AbstractAsyncContextManager[Received]:
        """Take in a stream; what is not kept by the end of the context is gone.

        Raises SourceTooLarge beyond `most` bytes, and StorageFull.
        """

    async def keep(self, received: Received, key: str) -> None:
        """Keep what was received."""

    async def put(self, key: str, data: bytes) -> None:
        """Keep bytes, whole or not at all. Raises StorageFull."""

    async def get(self, key: str) -> bytes:
        """Raise NotKept when there is nothing under the key."""

    async def delete(self, key: str) -> None:
        """Delete what is under the key, if anything is."""
