"""Jobs against plain asyncio, and the speed of queueing and looking (`make bench-jobs`)."""

import asyncio
import gc
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bench import pace
from bench.measure import Figure
from bench.office import Parrot, form, incoming, opened, plugin, settings
from conspectus.adapters.model_slots import SlottedModel
from conspectus.adapters.records_sql import LeaseEngine, SqliteDatabase, SqlRecords, migrate
from conspectus.domain.job import ENDED, Job, Order
from conspectus.domain.source import Upload
from conspectus.service import Service
from conspectus.service.intake import documents_of, job_id
from conspectus.service.relay import offer
from conspectus.service.views import status_data

DOCUMENTS, SLOTS, MANY, LOOKS, ROUNDS = 200, 32, 5_000, 100, 2


def figures() -> Iterator[Figure]:
    """Measure on SQLite and a local folder."""
    with tempfile.TemporaryDirectory() as folder:
        queued, looked = asyncio.run(_queueing(Path(folder)))
    yield Figure(f"queue {MANY} documents", queued, MANY / 5_000, "s")
    yield Figure(f"status of a job of {MANY} documents, p95", looked, 20, "ms")
    pairs = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            pairs.append(asyncio.run(_makespans(Path(folder))))
    ratio = min(worked for worked, _ in pairs) / min(plain for _, plain in pairs)
    name = f"{DOCUMENTS} documents, {SLOTS} calls at once, against plain asyncio"
    yield Figure(name, ratio, 1.05, "x")


async def _queueing(folder: Path) -> tuple[float, float]:
    """Return the seconds to submit and enqueue, and the p95 of a status in milliseconds."""
    async with SqliteDatabase(folder / "records.db") as database:
        await migrate(database)
        records, engine = SqlRecords(database), LeaseEngine(database)
        id_ = job_id()
        documents = documents_of(id_, [(f"form{n}.txt", f"{n:064x}") for n in range(MANY)])
        await records.hold("w", [document.sha256 for document in documents])
        job = Job(id_, "w", Order(plugin.id, {}, "parrot"), counts={"queued": MANY})
        started = perf_counter()
        await records.submit(job, documents)
        await offer(records, engine)
        queued = perf_counter() - started
        gc.freeze()  # as the service does once it is built
        looks = []
        for _ in range(LOOKS):
            started = perf_counter()
            found = await records.job("w", id_)
            assert found
            status_data(found, await records.glances("w", id_))
            looks.append(perf_counter() - started)
        return queued, quantiles(looks, n=20)[-1] * 1000


async def _makespans(folder: Path) -> tuple[float, float]:
    """Return the seconds of a batch through the worker, and of the same by plain asyncio."""
    async with opened(settings(folder, SLOTS), Parrot()) as (service, works):
        order = works.jobs.order(plugin.id)
        job = await works.jobs.submit("w", order, incoming(DOCUMENTS))
        started = perf_counter()
        stop = asyncio.Event()
        work = asyncio.create_task(works.worker.run(stop))
        while (found := await works.jobs.job("w", job.id)).status not in ENDED:
            await asyncio.sleep(0.02)
        worked = perf_counter() - started
        stop.set()
        await work
        assert found.status == "succeeded", found
        assert found.usage.calls == 6 * DOCUMENTS, found.usage
        return worked, await _plain(service)


async def _plain(service: Service) -> float:
    model = SlottedModel(Parrot(), asyncio.Semaphore(SLOTS))
    started = perf_counter()

    async def one(number: int) -> bytes:
        upload = Upload(f"form{number}.txt", form(number).encode())
        result = await service.generate(upload, plugin.id, model=model)
        return service.written(result.report)

    await asyncio.gather(*map(one, range(DOCUMENTS)))
    return perf_counter() - started


if __name__ == "__main__":
    missed = 0
    for figure in chain(pace.figures(), figures()):
        missed += not figure.reached
        print(figure, flush=True)
    sys.exit(1 if missed else 0)
