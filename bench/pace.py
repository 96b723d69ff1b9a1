"""The pace of one model over two processes that both want more (`make bench-jobs`)."""

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure
from bench.office import Parrot
from conspectus.adapters.model_paced import PacedModel
from conspectus.adapters.records_sql import SqliteDatabase, SqlRecords, migrate
from conspectus.domain.request import Answer, Request

PER_SECOND, SECONDS, ASKING = 40, 6.0, 30


def figures() -> Iterator[Figure]:
    """Count calls in every second of two processes' time together."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bench.pace", folder, str(time.time() + 3)]
        both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        told = [process.communicate()[0].split() for process in both]
    times = sorted(float(at) for one in told for at in one)
    most = max(sum(at <= other < at + 1 for other in times) for at in times)
    used = len(times) / (PER_SECOND * (times[-1] - times[0]))
    yield Figure("calls in any second, of those allowed", most / PER_SECOND, 1.05, "x")
    yield Figure("turns that were not used", 1 - used, 0.05, "x")


class Noting(Parrot):
    """Notes when it was asked."""

    def __init__(self) -> None:
        super().__init__(seconds=0)
        self.times: list[float] = []

    async def ask(self, request: Request) -> Answer:
        """Answer at once."""
        self.times.append(time.time())
        return Answer(())


async def _ask(folder: Path, start: float) -> list[float]:
    async with SqliteDatabase(folder / "records.db") as database:
        await migrate(database)
        model = Noting()
        paced = PacedModel(model, SqlRecords(database), 60 * PER_SECOND)
        await asyncio.sleep(start - time.time())

        async def always() -> None:
            while time.time() < start + SECONDS:
                await paced.ask(Request((), ()))

        await asyncio.gather(*(always() for _ in range(ASKING)))
        return [at for at in model.times if at < start + SECONDS]


if __name__ == "__main__":
    for at in asyncio.run(_ask(Path(sys.argv[1]), float(sys.argv[2]))):
        print(at)
