"""The whole offline generation of a 36-page form against raw text extraction of its PDF.

Each round is a process of its own that has made another form before, as a service has: imports
and patterns are warm, but nothing of the measured form is known. Processor time is compared, so
that other work on the machine does not count.
"""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from time import process_time

from bench.forms import EXAMPLES, long_form, raw_text
from bench.measure import Figure
from conspectus.domain.source import Upload
from conspectus.settings import Settings
from conspectus.wiring import open_service

PAGES, ROUNDS = 36, 5


def figures() -> Iterator[Figure]:
    """Measure without the start of processes: the file is read in the measured one.

    Whole processes run slower than others on a machine that is shared: the fastest of all rounds
    stand for both.
    """
    command = [sys.executable, "-m", "bench.generate"]
    rounds = []
    for _ in range(ROUNDS):
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        rounds.append([float(seconds) for seconds in told.split()])
    floor, spent = map(min, zip(*rounds, strict=True))
    yield Figure("generate, 36 pages, against raw extraction", spent / floor, 20, "x")


def once() -> tuple[float, float]:
    """Return the seconds of the raw extraction of a file, and of one generation of the same."""
    *measured, warming = EXAMPLES
    data = long_form(PAGES, measured)
    floor = min(_seconds(data) for _ in range(5))
    return floor, asyncio.run(_spent(long_form(PAGES, [warming]), data))


def _seconds(data: bytes) -> float:
    started = process_time()
    raw_text(data)
    return process_time() - started


async def _spent(before: bytes, data: bytes) -> float:
    """Return the processor time of one generation by a service that has made another."""
    async with open_service(Settings(reader="direct")) as service:
        await service.generate(Upload("form.pdf", before), "informed-consent-ki")
        started = process_time()
        await service.generate(Upload("form.pdf", data), "informed-consent-ki")
        return process_time() - started


if __name__ == "__main__":
    print(*once())
