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

PAGES, ROUNDS = 36, 3


def figures() -> Iterator[Figure]:
    """Measure without the start of processes: the file is read in the measured one."""
    command = [sys.executable, "-m", "bench.generate"]
    rounds = [
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(ROUNDS)
    ]
    yield Figure("generate, 36 pages, against raw extraction", min(rounds), 20, "x")


def once() -> float:
    """Return the ratio of one generation to the raw extraction of the same file."""
    *measured, warming = EXAMPLES
    data = long_form(PAGES, measured)
    floor = min(_seconds(data) for _ in range(5))
    return asyncio.run(_spent(long_form(PAGES, [warming]), data)) / floor


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
    print(once())
