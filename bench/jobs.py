"""Jobs against plain asyncio, and the speed of queueing and looking (`make bench-jobs`)."""

import asyncio
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from bench import memory, pace, postgres
from bench.measure import Figure
from bench.office import Parrot, form, incoming, opened, plugin, settings
from conspectus.adapters.model_slots import SlottedModel
from conspectus.domain.job import ENDED, Job, Order
from conspectus.domain.source import Upload
from conspectus.service import Service
from conspectus.service.intake import documents_of, job_id
from conspectus.service.relay import offer
from conspectus.service.views import status_data
from conspectus.settings import Settings
from conspectus.wiring_stores import migrate_database, open_stores

DOCUMENTS, SLOTS, MANY, LOOKS, ROUNDS = 200, 32, 5_000, 100, 2


def figures() -> Iterator[Figure]:
    """Measure on SQLite, then on PostgreSQL; uploads and reports lie in a local folder."""
    yield from _figures("SQLite", 5_000, lambda: None)
    with postgres.running() as server:
        yield from _figures("PostgreSQL", 3_000, server.database)


def _figures(kind: str, a_second: int, database: Callable[[], str | None]) -> Iterator[Figure]:
    with _chosen(database()) as chosen:
        queued, looked = asyncio.run(_queueing(chosen))
    yield Figure(f"{kind}: queue {MANY} documents", queued, MANY / a_second, "s")
    yield Figure(f"{kind}: status of a job of {MANY} documents, p95", looked, 20, "ms")
    pairs = []
    for _ in range(ROUNDS):
        with _chosen(database()) as chosen:
            pairs.append(asyncio.run(_makespans(chosen)))
    ratio = min(worked for worked, _ in pairs) / min(plain for _, plain in pairs)
    name = f"{kind}: {DOCUMENTS} documents, {SLOTS} calls at once, against asyncio"
    yield Figure(name, ratio, 1.05, "x")


@contextmanager
def _chosen(database: str | None) -> Iterator[Settings]:
    with tempfile.TemporaryDirectory() as folder:
        chosen = settings(Path(folder), SLOTS, database=database)
        asyncio.run(migrate_database(chosen))
        yield chosen


async def _queueing(chosen: Settings) -> tuple[float, float]:
    """Return the seconds to submit and enqueue, and the p95 of a status in milliseconds."""
    async with open_stores(chosen) as stores:
        records, id_ = stores.records, job_id()
        documents = documents_of(id_, [(f"form{n}.txt", f"{n:064x}") for n in range(MANY)])
        await records.hold("w", [document.sha256 for document in documents])
        job = Job(id_, "w", Order(plugin.id, {}, "parrot"), counts={"queued": MANY})
        started = perf_counter()
        await records.submit(job, documents)
        await offer(records, stores.engine)
        queued = perf_counter() - started
        gc.freeze()  # as the service does once it is built
        looks = []
        for document in documents[:LOOKS]:
            await records.begin(document.id)
            started = perf_counter()
            found = await records.job("w", id_)
            assert found
            status_data(found, await records.glances("w", id_))
            looks.append(perf_counter() - started)
        return queued, quantiles(looks, n=20)[-1] * 1000


async def _makespans(chosen: Settings) -> tuple[float, float]:
    """Return the seconds of a batch through the worker, and of the same by plain asyncio."""
    async with opened(chosen, Parrot()) as (service, works):
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
    for figure in chain(pace.figures(), figures(), memory.figures()):
        missed += not figure.reached
        print(figure, flush=True)
    sys.exit(1 if missed else 0)
