"""Killing workers with SIGKILL, at random moments and for good (`make chaos`).

Nothing may be lost or done twice, and no answer that was delivered more than a second before a
kill may be asked for again. Each worker is a process of its own, ended by its own id.
"""

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bench import postgres
from bench.measure import Figure
from bench.office import Parrot, form, incoming, opened, plugin, settings
from conspectus.domain.job import ENDED, Job
from conspectus.domain.source import Upload
from conspectus.service import Service
from conspectus.service.jobs import Jobs
from conspectus.settings import Settings
from conspectus.wiring_stores import migrate_database

DOCUMENTS, SLOTS, KILLS, LEASE_SECONDS = 200, 16, 20, 2.0
LONGEST = 300.0
"""Seconds after which a run is given up."""

LATE = 1.0
"""An answer delivered so long before a kill must not be asked for again."""


def figures(seed: int) -> Iterator[Figure]:
    """Kill at random moments; then kill one of two workers for good. On either database."""
    chance = random.Random(seed)
    yield from _figures("SQLite", chance, lambda: None)
    with postgres.running() as server:
        yield from _figures("PostgreSQL", chance, server.database)


def _figures(
    kind: str, chance: random.Random, database: Callable[[], str | None]
) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        figures = asyncio.run(_at_random(Site(Path(folder), database()), chance))
    with tempfile.TemporaryDirectory() as folder:
        figures.append(asyncio.run(_for_good(Site(Path(folder), database()))))
    for figure in figures:
        yield replace(figure, name=f"{kind}: {figure.name}")


@dataclass(frozen=True)
class Site:
    """Where workers meet: a folder of this machine, and a PostgreSQL database if any."""

    folder: Path
    database: str | None = None

    @property
    def settings(self) -> Settings:
        """What all of them are told."""
        return settings(self.folder, SLOTS, LEASE_SECONDS, self.database)


async def _at_random(site: Site, chance: random.Random) -> list[Figure]:
    async with ordered(site, DOCUMENTS) as (service, jobs, job):
        kills: list[float] = []
        deadline = time.monotonic() + LONGEST
        while len(kills) < KILLS and not await ended(jobs, job):
            with worker(site) as victim:
                await ready(victim)
                await asyncio.sleep(chance.uniform(0.05, 1.2))
                victim.kill()
                kills.append(time.time())
        with worker(site):
            while not await ended(jobs, job) and time.monotonic() < deadline:
                await asyncio.sleep(0.1)
        lost, twice = await faults(service, jobs, job)
        log = (site.folder / "calls").read_text().splitlines()
        return [
            Figure("kills at random moments, fewer than meant", KILLS - len(kills), 0, ""),
            Figure(f"documents of {DOCUMENTS} lost", lost, 0, ""),
            Figure("documents done twice", twice, 0, ""),
            Figure("answers asked for again that were safe", again(log, kills), 0, ""),
            Figure("calls, of those needed", _calls(log) / (6 * DOCUMENTS), 1.5, "x"),
        ]


async def _for_good(site: Site) -> Figure:
    """Return how long after its death the documents of a worker are begun by the other."""
    async with ordered(site, DOCUMENTS) as (_, jobs, job):
        with worker(site) as one, worker(site) as two:
            await ready(one)
            await ready(two)
            await asyncio.sleep(1.0)
            begun = Counter[str]()
            one.kill()
            killed = time.time() * 1000
            deadline = time.monotonic() + LONGEST
            while not await ended(jobs, job) and time.monotonic() < deadline:
                await asyncio.sleep(0.1)
            longest = 0.0
            for event in await jobs.events("", job.id, most=10**6):
                fresh = event.kind == "document" and event.data["status"] == "running"
                if fresh and "stage" not in event.data:
                    id_ = str(event.data["document_id"])
                    begun[id_] += 1
                    if begun[id_] == 2:
                        longest = max(longest, event.time - killed)
            assert longest, "the worker that was killed had nothing in hand"
            name = "the other worker takes over, at most"
            return Figure(name, longest / 1000, LEASE_SECONDS + 2, "s")


@asynccontextmanager
async def ordered(site: Site, many: int) -> AsyncIterator[tuple[Service, Jobs, Job]]:
    """Queue the batch; nothing in this process works on it."""
    await migrate_database(site.settings)
    async with opened(site.settings, Parrot()) as (service, works):
        order = works.jobs.order(plugin.id)
        yield service, works.jobs, await works.jobs.submit("", order, incoming(many))


async def ended(jobs: Jobs, job: Job) -> bool:
    """Whether all is done."""
    return (await jobs.job("", job.id)).status in ENDED


async def faults(service: Service, jobs: Jobs, job: Job) -> tuple[int, int]:
    """Count documents without their right report, and those that succeeded more than once."""
    model = Parrot(seconds=0)
    lost = 0
    results = await jobs.results("", job.id)
    for number, result in enumerate(results["documents"]):
        upload = Upload(f"form{number}.txt", form(number).encode())
        meant = await service.generate(upload, plugin.id, model=model)
        lost += result["report"] != json.loads(service.written(meant.report))["report"]
    succeeded = Counter(
        event.data["document_id"]
        for event in await jobs.events("", job.id, most=10**6)
        if event.kind == "document" and event.data["status"] == "succeeded"
    )
    return lost, sum(times > 1 for times in succeeded.values())


def again(log: list[str], kills: list[float]) -> int:
    """Count calls for an answer that had been delivered, unless a kill came within LATE of it."""
    told: dict[str, float] = {}
    wrong = 0
    for line in log:
        what, key, at, _ = line.split()
        if what == "told":
            told.setdefault(key, float(at))
        elif key in told:
            wrong += not any(told[key] <= kill <= told[key] + LATE for kill in kills)
    return wrong


def _calls(log: list[str]) -> int:
    return sum(line.startswith("asked") for line in log)


@contextmanager
def worker(site: Site) -> Iterator[subprocess.Popen[bytes]]:
    """Start a worker; it says a line when it is ready, and is gone at the end."""
    command = [sys.executable, "-m", "bench.chaos", "worker", str(site.folder)]
    if site.database:
        command.append(site.database)
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


async def ready(process: subprocess.Popen[bytes]) -> None:
    """Wait until a worker says that it is."""
    assert process.stdout is not None
    await asyncio.to_thread(process.stdout.readline)


async def _work(site: Site) -> None:
    model = Parrot(site.folder / "calls")
    async with opened(site.settings, model) as (_, works):
        print("ready", flush=True)
        await works.worker.run(asyncio.Event())


if __name__ == "__main__":
    if sys.argv[1:2] == ["worker"]:
        asyncio.run(_work(Site(Path(sys.argv[2]), *sys.argv[3:])))
        sys.exit()
    missed = 0
    for figure in figures(int(sys.argv[1]) if sys.argv[1:] else time.time_ns()):
        missed += not figure.reached
        print(figure, flush=True)
    sys.exit(1 if missed else 0)
