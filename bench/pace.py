"""The pace of one model over two processes that both want more (`make bench-jobs`)."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench import postgres
from bench.measure import Figure
from bench.office import Parrot, settings
from conspectus.domain.request import Answer, Request
from conspectus.wiring_jobs import paced
from conspectus.wiring_stores import migrate_database, open_stores

PER_SECOND, SECONDS, ASKING = 40, 6.0, 30


def figures() -> Iterator[Figure]:
    """Count calls in every second of two processes' time together, on either database."""
    yield from _figures("SQLite")
    with postgres.running() as server:
        yield from _figures("PostgreSQL", server.database())


def _figures(kind: str, *database: str) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(migrate_database(settings(Path(folder), 1, 5.0, *database)))
        command = [sys.executable, "-m", "bench.pace", folder, *database]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        both = [subprocess.Popen(command, text=True, **pipes) for _ in range(2)]
        for process in both:
            assert process.stdout
            process.stdout.readline()
        start = f"{time.time() + 0.5}\n"
        for process in both:
            assert process.stdin
            process.stdin.write(start)
            process.stdin.flush()
        told = [process.communicate()[0].split() for process in both]
    times = sorted(float(at) for one in told for at in one)
    most = max(sum(at <= other < at + 1 for other in times) for at in times)
    used = len(times) / (PER_SECOND * (times[-1] - times[0]))
    yield Figure(f"{kind}: calls in any second, of those allowed", most / PER_SECOND, 1.05, "x")
    yield Figure(f"{kind}: turns that were not used", 1 - used, 0.05, "x")


class Noting(Parrot):
    """Notes when it was asked."""

    def __init__(self) -> None:
        super().__init__(seconds=0)
        self.times: list[float] = []

    async def ask(self, request: Request) -> Answer:
        """Answer at once."""
        self.times.append(time.time())
        return Answer(())


async def _ask(folder: Path, *database: str) -> list[float]:
    chosen = settings(folder, 1, 5.0, *database)
    chosen = chosen.model_copy(update={"model_per_minute": 60 * PER_SECOND})
    async with open_stores(chosen) as stores:
        model = Noting()
        around = paced(chosen, stores.records)
        assert around
        asked = around(model)
        await stores.records.turn(model.name, 60 * PER_SECOND)
        print("ready", flush=True)
        start = float(sys.stdin.readline())
        await asyncio.sleep(start - time.time())

        async def always() -> None:
            while time.time() < start + SECONDS:
                await asked.ask(Request((), ()))

        await asyncio.gather(*(always() for _ in range(ASKING)))
        return [at for at in model.times if at < start + SECONDS]


if __name__ == "__main__":
    for at in asyncio.run(_ask(Path(sys.argv[1]), *sys.argv[2:])):
        print(at)
