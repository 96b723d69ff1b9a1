"""Jobs: what a door may ask of them. Everything is asked for a workspace and shows only its own."""

import json
from collections.abc import AsyncGenerator, Callable, Collection, Iterable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import TypeVar

from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import (
    ENDED,
    Event,
    Glance,
    Job,
    JobDocument,
    Order,
    State,
    report_key,
)
from conspectus.domain.opened import opened
from conspectus.domain.source import Upload
from conspectus.ports import Archive, JobEngine, Model, Records
from conspectus.service.generation import Result, Service
from conspectus.service.intake import Incoming, Intake
from conspectus.service.news import News
from conspectus.service.parameters import complete
from conspectus.service.relay import offer, sweep
from conspectus.service.views import Data, result_data, status_data

T = TypeVar("T")

MOST = 1000


@dataclass(frozen=True, slots=True)
class Replay:
    """A report that was made again from the answers of its job, and whether it is the same."""

    report: bytes
    same: bool


class Jobs:
    """Built by `wiring`, or from `testing` in a test. Unknown ids raise UnknownJob.

    `model` is asked when an order names none; `lend` gives the model of an order with the answers
    of its job and nothing behind them; `stamp` names all settings that shape a report; `ring`
    has the worker of another process look for what is queued; `news` come from workers.
    """

    def __init__(
        self,
        records: Records,
        engine: JobEngine,
        archive: Archive,
        service: Service,
        lend: Callable[[str, str], Model],
        model: str,
        most_bytes: int,
        stamp: str = "",
        ring: Callable[[], None] | None = None,
        news: News | None = None,
    ) -> None:
        self._records = records
        self._engine = engine
        self._archive = archive
        self._service = service
        self._lend = lend
        self._model = model
        self._most = most_bytes
        self._stamp = stamp
        self._ring = ring
        self.news = news or News()

    def order(
        self, plugin_id: str, parameters: Mapping[str, object] | None = None, model: str = ""
    ) -> Order:
        """Return a whole order. Raises UnknownPlugin or InvalidParameters."""
        plugin = self._service.plugin(plugin_id)
        version = f"{self._service.version} {plugin.version} {self._stamp}".strip()
        return Order(plugin_id, complete(plugin, parameters or {}), model or self._model, version)

    async def submit(
        self,
        workspace: str,
        order: Order,
        files: Iterable[Incoming],
        priority: int = 0,
        label: str = "",
    ) -> Job:
        """Take the files in and queue them as one job; all of them or none.

        Raises SourceTooLarge, StorageError, or UsageError when there is no file.
        """
        async with self.intake(workspace) as intake:
            for file in files:
                await intake.take(file)
            id_ = await intake.order(order, priority, label)
        await self.offer()
        return await self.job(workspace, id_)

    def intake(self, workspace: str) -> Intake:
        """Return what takes files in one by one; tell the workers of the job with `offer`."""
        return Intake(self._records, self._archive, workspace, self._most)

    async def offer(self) -> None:
        """Tell the workers of what is queued; they hear of it anyway, but later."""
        if self._ring:
            self._ring()
        else:
            await offer(self._records, self._engine)

    async def job(self, workspace: str, job: str) -> Job:
        """Return a job."""
        return _known(await self._records.job(workspace, job))

    async def jobs(
        self, workspace: str, label: str | None = None, before: str | None = None, most: int = 100
    ) -> list[Job]:
        """Return jobs, the latest first; a page begins `before` the last job of the one before."""
        return await self._records.jobs(workspace, label, before, most)

    async def traced(self, trace_id: str) -> list[Job]:
        """Return the jobs of all workspaces that belong to a trace, the latest first."""
        return await self._records.traced(trace_id)

    async def documents(
        self,
        workspace: str,
        job: str,
        after: int = -1,
        most: int | None = None,
        states: Collection[State] = (),
    ) -> list[JobDocument]:
        """Return the documents of a job at positions beyond `after`; of `states` if any."""
        return await self._records.documents(workspace, job, after, most, states)

    async def glances(self, workspace: str, job: str) -> list[Glance]:
        """Return what a status shows of each document of a job."""
        return await self._records.glances(workspace, job)

    async def ahead(self, workspace: str, job: str) -> int:
        """Return how many queued documents of other jobs come before those of a job."""
        return await self._records.ahead(workspace, job)

    async def status(self, workspace: str, job: str) -> Data:
        """Return the state of a job and of each document, as the contract shows it."""
        known = await self.job(workspace, job)
        return status_data(known, await self._records.glances(workspace, job))

    async def results(
        self, workspace: str, job: str, after: int = -1, most: int | None = None
    ) -> Data:
        """Return a page of results, as the contract shows it; `next` is the `after` of the next."""
        await self.job(workspace, job)
        documents = await self._records.documents(workspace, job, after, most)
        return {
            "documents": [result_data(one, await self._report(one)) for one in documents],
            "next": documents[-1].position if most and len(documents) == most else None,
        }

    async def document(self, workspace: str, document: str) -> JobDocument:
        """Return a document of any job."""
        return _known(await self._records.document(workspace, document))

    async def result(self, workspace: str, document: str) -> Data:
        """Return what became of a document, as the contract shows it."""
        known = await self.document(workspace, document)
        return result_data(known, await self._report(known))

    async def rendered(self, workspace: str, document: str, form: str) -> bytes:
        """Return the report of a document in one format. Raises NotKept when it has none."""
        known = await self.document(workspace, document)
        report = opened(json.loads(await self._archive.get(report_key(known.id)))["report"])
        return self._service.render(Result(report, known.usage), form)

    async def events(
        self, workspace: str, job: str, after: int = 0, most: int = MOST
    ) -> list[Event]:
        """Return what happened beyond the event `after`."""
        return await self._records.events(workspace, job, after, most)

    async def follow(self, workspace: str, job: str, after: int = 0) -> AsyncGenerator[Event, None]:
        """Yield what happened beyond the event `after`, and go on until the job has ended."""
        async with aclosing(self.news.looks(job)) as looks:
            async for _ in looks:
                ended = (await self.job(workspace, job)).status in ENDED
                while found := await self.events(workspace, job, after):
                    for event in found:
                        after = event.number
                        yield event
                if ended:
                    return

    async def cancel(self, workspace: str, job: str) -> Job:
        """Cancel what has not ended, and keep what has."""
        _known(await self._records.cancel(workspace, job) or None)
        gone = await self._records.documents(workspace, job, states={"cancelled"})
        await self._engine.withdraw([document.id for document in gone])
        self.news.tell(job)
        return await self.job(workspace, job)

    async def retry(self, workspace: str, job: str, documents: Collection[str] = ()) -> Job:
        """Queue again what failed or was cancelled."""
        again = await self._records.documents(workspace, job, states={"failed", "cancelled"})
        ids = [one.id for one in again if not documents or one.id in documents]
        await self._engine.withdraw(ids)  # whose worker may not have let go of them yet
        _known(await self._records.retry(workspace, job, documents) or None)
        await self.offer()
        return await self.job(workspace, job)

    async def delete(self, workspace: str, job: str) -> None:
        """Delete a job with its reports, answers, and the uploads that no other job needs."""
        documents = await self._records.documents(workspace, job)
        _known(await self._records.delete(workspace, job) or None)
        await self._engine.withdraw([document.id for document in documents])
        await sweep(self._records, self._archive)

    async def replay(self, workspace: str, document: str) -> Replay:
        """Make a report again from the answers of its job, with no model behind them.

        Raises AnswerMissing when one was not kept, NotKept when there is no report.
        """
        known = await self.document(workspace, document)
        order = (await self.job(workspace, known.job)).order
        kept = await self._archive.get(report_key(document))
        key = _known(await self._records.upload(workspace, document))
        upload = Upload(known.name, await self._archive.get(key))
        model = self._lend(order.model, known.job)
        result = await self._service.generate(
            upload, order.plugin, order.parameters, workspace, model
        )
        again = self._service.written(result.report)
        return Replay(again, again == kept)

    async def _report(self, document: JobDocument) -> Data | None:
        if document.status != "succeeded":
            return None
        kept = json.loads(await self._archive.get(report_key(document.id)))
        report: Data = kept["report"]
        return report


def _known(found: T | None) -> T:
    if found is None:
        raise UnknownJob("There is no such job or document.")
    return found
