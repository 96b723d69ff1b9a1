"""`conspectus batch`: many files, durably."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from rich.console import Console

from conspectus.cli.batch_results import Results
from conspectus.cli.generate import read
from conspectus.cli.open import require_slots, settings
from conspectus.cli.progress import Meter
from conspectus.cli.sending import ailing, announce
from conspectus.cli.signals import until_told
from conspectus.cli.targets import Target, targets
from conspectus.domain.errors import ConspectusError, SourceError, StorageFull, UsageError
from conspectus.domain.job import ENDED, JobDocument, Order
from conspectus.domain.text.counting import counted
from conspectus.domain.text.labels import labelled
from conspectus.service.intake import Incoming
from conspectus.service.jobs import Jobs
from conspectus.service.parameters import parse
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.wiring_jobs import open_works

OWN = ""
"""The workspace of whoever owns the machine."""

LOOK_SECONDS = 0.2
MOST_JOBS = 1000

Key = tuple[str, str]
"""Name and SHA-256 of a source: where both are equal, so are the reports."""


def run(
    sources: Sequence[Path],
    output: Path,
    plugin: str,
    form: str,
    model: str | None,
    pairs: list[str],
    at_once: int | None,
) -> int:
    """Make what is missing, and return the exit code."""
    if plugin.endswith(".py"):
        raise UsageError("A batch may be taken up by other workers: install the plugin first.")
    chosen = settings(model=model, slots=str(at_once) if at_once else None)
    require_slots(chosen, "--jobs")
    planned = targets(sources, output, form)
    with Meter(Console(stderr=True)) as meter:
        announce(meter.console, counted(len(planned), "file"), chosen)
        results, counts = Results(output, form, planned, meter), Counter[str]()
        with results.kept():
            try:
                until_told(_batch(results, plugin, pairs, chosen, counts))
            except KeyboardInterrupt:
                raise ConspectusError("Stopped. The same command again does the rest.") from None
        if told := ailing(counts):
            meter.console.print(told, highlight=False, soft_wrap=True)
    return results.exit_code()


async def _batch(
    results: Results, plugin: str, pairs: list[str], chosen: Settings, counts: Counter[str]
) -> None:
    async with open_works(chosen, counts=counts) as works:
        order = works.jobs.order(plugin, parse(works.service.plugin(plugin), pairs))
        batch = Batch(works.jobs, works.worker, order, results, chosen.max_bytes)
        await batch.submit()
        async with working(works.worker):
            await batch.finish()


@asynccontextmanager
async def working(worker: Worker) -> AsyncIterator[None]:
    """Work in this process meanwhile; what is under way at the end is handed back."""
    work = asyncio.create_task(worker.run(asyncio.Event()))
    try:
        yield
    finally:
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)


class Batch:
    """The jobs of one folder of results: all that were ever ordered for it, alike in their order.

    What one of them has made, or is about to make, is not ordered again.
    """

    def __init__(
        self, jobs: Jobs, worker: Worker, order: Order, results: Results, most: int
    ) -> None:
        self._jobs = jobs
        self._worker = worker
        self._order = order
        self._results = results
        self._most = most
        self._label = f"batch {results.folder}"
        self._open: dict[str, dict[str, list[Target]]] = {}

    async def submit(self) -> None:
        """Order what is missing, and try again what failed."""
        known, wanted = await self._known(), await self._wanted()
        failed: dict[str, list[str]] = {}
        for key in wanted.keys() & known.keys():
            document = known[key]
            self._open.setdefault(document.job, {})[document.id] = wanted[key]
            if document.status in ("failed", "cancelled"):
                failed.setdefault(document.job, []).append(document.id)
        for job, documents in failed.items():
            await self._jobs.retry(OWN, job, documents)
        missing = [key for key in wanted if key not in known]
        if missing:
            files = [Incoming(key[0], self._chunks(wanted[key][0].source)) for key in missing]
            made = await self._jobs.submit(OWN, self._order, files, label=self._label)
            documents_ = await self._jobs.documents(OWN, made.id)
            pairs = zip(documents_, missing, strict=True)
            self._open[made.id] = {document.id: wanted[key] for document, key in pairs}

    async def finish(self) -> None:
        """Write each result as it is done, until all have ended.

        Raises StorageFull when there is no room even for the reason why a document failed.
        """
        seen = dict.fromkeys(self._open, 0)
        for job in self._open:
            for document in await self._jobs.documents(OWN, job):
                await self._settle(document)
        while any(self._open.values()):
            for job in self._open:
                for event in await self._jobs.events(OWN, job, seen[job]):
                    seen[job] = event.number
                    id_ = str(event.data.get("document_id", ""))
                    if id_ in self._open[job] and event.data.get("status") in ENDED:
                        await self._settle(await self._jobs.document(OWN, id_))
            if isinstance(self._worker.ailment, StorageFull):
                raise self._worker.ailment
            await asyncio.sleep(LOOK_SECONDS)

    async def _settle(self, document: JobDocument) -> None:
        """Write the result of a document that has ended, wherever it is wanted."""
        if document.status not in ENDED:
            return
        for target in self._open[document.job].pop(document.id, []):
            if document.status == "succeeded" and not self._results.has(target, document):
                form = self._results.form
                data = await self._jobs.rendered(OWN, document.id, form)
                await asyncio.to_thread(self._results.write, target, document, data)
            self._results.note(target, document)

    async def _known(self) -> dict[Key, JobDocument]:
        """Return the documents that were ordered before, the best of each source."""
        found: dict[Key, JobDocument] = {}
        rank = {"succeeded": 0, "running": 1, "queued": 1, "failed": 2, "cancelled": 2}
        for job in await self._jobs.jobs(OWN, label=self._label, most=MOST_JOBS):
            if job.order == self._order:
                for document in await self._jobs.documents(OWN, job.id):
                    key = document.name, document.sha256
                    if key not in found or rank[document.status] < rank[found[key].status]:
                        found[key] = document
        return found

    async def _wanted(self) -> dict[Key, list[Target]]:
        """Return the sources that can be opened; the others have failed already."""
        wanted: dict[Key, list[Target]] = {}
        for target in self._results.planned:
            try:
                upload = await asyncio.to_thread(read, target.source, self._most)
            except SourceError as error:
                self._results.refuse(target, error)
            else:
                wanted.setdefault((labelled(upload.name), upload.digest), []).append(target)
        return wanted

    async def _chunks(self, source: Path) -> AsyncIterator[bytes]:
        yield (await asyncio.to_thread(read, source, self._most)).data
