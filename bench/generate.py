"""The whole offline generation of a 36-page form against raw text extraction of its PDF."""

import asyncio
from collections.abc import Iterator

from bench.forms import long_form, raw_text
from bench.measure import Figure, ratio
from conspectus.domain.source import Upload
from conspectus.settings import Settings
from conspectus.wiring import open_service

PAGES = 36


def figures() -> Iterator[Figure]:
    """Measure without the start of processes: the file is read in this one."""
    data = long_form(PAGES)
    settings = Settings(reader="direct")
    with asyncio.Runner() as runner:

        async def generate() -> None:
            async with open_service(settings) as service:
                await service.generate(Upload("form.pdf", data), "informed-consent-ki")

        work = ratio(lambda: runner.run(generate()), lambda: raw_text(data))
    yield Figure("generate, 36 pages, against raw extraction", work, 20, "x")
