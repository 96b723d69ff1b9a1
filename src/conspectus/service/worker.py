"""The worker: takes documents from the engine, makes their reports, and writes down how it went."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial

from conspectus.domain.ending import ended
from conspectus.domain.errors import ConspectusError, NotKept, StorageError, StorageFull
from conspectus.domain.happenings import Happening, Work
from conspectus.domain.job import Attempt, Failure, Tally, Task, report_key
from conspectus.domain.report import Report
from conspectus.domain.source import Upload
from conspectus.domain.trace import follow, within
from conspectus.domain.usage import Usage
from conspectus.ports import Archive, JobEngine, Model, Records
from conspectus.service.failures import tell
from conspectus.service.generation import Result, Service
from conspectus.service.metering import MeteredModel
from conspectus.service.progress import Progress
from conspectus.service.pulse import BEAT_SECONDS, COUNT_SECONDS, Pulse
from conspectus.service.relay import offer, sweep

MOST_ATTEMPTS = 4
"""So often a document is tried whose failure may pass."""

MOST_LOSSES = 20
"""A document under which so many workers died is what kills them."""

FIRST_PAUSE, LONGEST_PAUSE = 2.0, 60.0
LONGEST_ASKED = 3_600.0
"""So long a document is put off at the most, however long a provider asks to wait."""

OFFER_SECONDS, WATCH_SECONDS, SWEEP_SECONDS = 0.25, 0.4, 60.0


class Worker:
    """Makes up to `slots` documents at once. `lend` gives the model that a task is to ask.

    Whatever was written down of a job, `tell` is called with its id.

    A failure that may pass is waited for: `first_pause` seconds, then twice as long each time.

    The report lies in the archive before the document is written down as succeeded: a crash
    between the two is harmless, the next attempt puts the same bytes there again.
    """

    def __init__(
        self,
        records: Records,
        engine: JobEngine,
        archive: Archive,
        service: Service,
        lend: Callable[[Task], Model],
        slots: int,
        first_pause: float = FIRST_PAUSE,
        pulse: Pulse | None = None,
        tell: Callable[[str], None] = lambda job: None,
    ) -> None:
        self._records = records
        self._engine = engine
        self._archive = archive
        self._service = service
        self._lend = lend
        self._slots = slots
        self._first_pause = first_pause
        self._pulse = pulse or Pulse(records)
        self._tell = tell
        self._under_way: dict[Attempt, asyncio.Task[None]] = {}
        self._ending: set[Attempt] = set()
        self._ailment: StorageError | None = None

    @property
    def ailment(self) -> StorageError | None:
        """Why the last document could not be written down, however it went; None when it was."""
        return self._ailment

    @property
    def busy(self) -> int:
        """The number of documents under way."""
        return len(self._under_way)

    async def run(self, stop: asyncio.Event) -> None:
        """Work until told to stop; then end what is under way, or hand it back."""
        chores = (
            asyncio.create_task(_always(OFFER_SECONDS, self._offer)),
            asyncio.create_task(_always(WATCH_SECONDS, self._watch)),
            asyncio.create_task(_always(SWEEP_SECONDS, self._sweep)),
            asyncio.create_task(_always(BEAT_SECONDS, self._pulse.beat)),
            asyncio.create_task(_always(COUNT_SECONDS, self._pulse.count)),
        )
        try:
            await self._engine.work(self.handle, self._slots, stop)
        finally:
            await ended(chores)
            await self._pulse.end()

    async def look(self) -> None:
        """Look at once for what another process queued, that would be seen a little later."""
        with suppress(StorageError):
            await self._offer()

    async def handle(self, document: str) -> None:
        """Make one document, unless it has ended. Raises StorageError when it is to be tried again.

        When this is cancelled, the document is queued again.
        """
        try:
            await self._handle(document)
        except StorageError as error:
            self._ailment = error
            raise
        self._ailment = None

    async def _handle(self, document: str) -> None:
        task = await self._records.begin(document)
        if task is None:
            return
        making = asyncio.create_task(self._work(task))
        self._under_way[task.attempt] = making
        try:
            await asyncio.wait((making,))
        except asyncio.CancelledError:
            await ended([making])
            await self._records.put_back(task.attempt)
            raise
        finally:
            del self._under_way[task.attempt]
            self._ending.discard(task.attempt)
            self._tell(task.job)
        if not making.cancelled():  # else the attempt no longer stands
            making.result()

    async def _work(self, task: Task) -> None:
        work = Work("document")
        trace = follow(task.parent, task.job, task.attempt.document)
        with within(trace), self._service.observer.during(work):
            work.outcome = await self._make(task)

    async def _make(self, task: Task) -> str:
        """Make it, and write down how it went; return that in a word."""
        if task.losses > MOST_LOSSES:
            lost = f"{task.losses} workers died while they made this document."
            return await self._end(task, Failure("worker-lost", lost))
        tell = partial(self._tell, task.job)
        progress = Progress(self._records, task.attempt, self._service.observer, tell)
        try:
            result = await self._generate(task, progress)
            await progress.settle()
            return await self._finish(task, result)
        except StorageError as error:
            if not isinstance(error, NotKept | StorageFull):
                raise
            await progress.settle()
            return await self._fail(task, error)
        except ConspectusError as error:
            await progress.settle()
            return await self._fail(task, error)
        except Exception as error:  # noqa: BLE001  # one document's failure never ends a worker
            told = f"Something failed that should not have ({type(error).__name__})."
            return await self._end(task, Failure("error", told), error)

    async def _generate(self, task: Task, progress: Progress) -> Result:
        lent, tallies = self._lend(task), self._pulse.tallies
        model = MeteredModel(lent, self._records, task.attempt.document, tallies)
        upload = Upload(task.name, await self._archive.get(task.upload))
        order = task.order
        return await self._service.generate(
            upload, order.plugin, order.parameters, task.workspace, model, progress
        )

    async def _finish(self, task: Task, result: Result) -> str:
        document = task.attempt.document
        self._ending.add(task.attempt)
        await self._archive.put(report_key(document), self._service.written(result.report))
        took = Usage(seconds=result.usage.seconds)
        done = await self._records.succeed(task.attempt, took, tally(result.report))
        if not done and await self._records.document(task.workspace, document) is None:
            await self._archive.delete(report_key(document))
        return "succeeded" if done else "cancelled"

    async def _fail(self, task: Task, error: ConspectusError) -> str:
        failure = Failure(error.code, " ".join(str(error).split()), error.retryable)
        self._ending.add(task.attempt)
        if not error.retryable or task.attempts >= MOST_ATTEMPTS:
            return await self._end(task, failure, error)
        grown = min(LONGEST_PAUSE, self._first_pause * 2 ** (task.attempts - 1))
        pause = min(LONGEST_ASKED, getattr(error, "after", None) or grown)
        pause *= random.uniform(1.0, 1.25)
        await self._records.postpone(task.attempt, failure, Usage(), pause)
        tell(error.code, task.attempts, error, again=True)
        return "postponed"

    async def _end(self, task: Task, failure: Failure, error: Exception | None = None) -> str:
        self._ending.add(task.attempt)
        if not await self._records.fail(task.attempt, failure, Usage()):
            return "cancelled"
        tell(failure.code, task.attempts, error)
        self._service.observer.happened(Happening("error", failure.code))
        return "failed"

    async def _offer(self) -> None:
        await offer(self._records, self._engine)

    async def _watch(self) -> None:
        """Stop work on what was cancelled, deleted, or begun elsewhere; not what ends by itself."""
        if watched := [*self._under_way]:
            standing = await self._records.standing(watched)
            for attempt in watched:
                making = self._under_way.get(attempt)
                if making and attempt not in standing and attempt not in self._ending:
                    making.cancel()

    async def _sweep(self) -> None:
        await sweep(self._records, self._archive)


def tally(report: Report) -> Tally:
    """Return what a list tells of a report."""
    measured = report.readability
    return Tally(
        len(report.findings),
        sum(finding.severity == "error" for finding in report.findings),
        int(measured.get("words", 0)),
        float(measured.get("flesch_kincaid_grade", 0.0)),
    )


async def _always(seconds: float, chore: Callable[[], Awaitable[None]]) -> None:
    """Do the chore again and again; records that cannot be used now may be so later."""
    while True:
        with suppress(StorageError):
            await chore()
        await asyncio.sleep(seconds)
