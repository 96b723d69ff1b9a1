"""`conspectus worker`."""

import asyncio
import signal

from rich.console import Console

from conspectus.cli.open import settings
from conspectus.cli.sending import announce
from conspectus.service.worker import Worker
from conspectus.wiring_jobs import open_works
from conspectus.wiring_stores import places

LOOK_SECONDS = 0.5


def run(slots: int | None) -> int:
    """Work until told to stop; return the exit code."""
    asyncio.run(_work(slots))
    return 0


async def _work(slots: int | None) -> None:
    chosen = settings(slots=str(slots) if slots else None)
    console = Console(stderr=True)
    announce(console, "queued documents", chosen)
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    async with open_works(chosen) as works:
        told = f"Working on {' and '.join(places(chosen))}"
        console.print(told, soft_wrap=True, markup=False, highlight=False)
        watching = asyncio.create_task(_watch(works.worker, console))
        await works.worker.run(stop)
        watching.cancel()


async def _watch(worker: Worker, console: Console) -> None:
    """Say once why nothing can be written down; the work is tried again all the same."""
    told = ""
    while True:
        if (ailment := str(worker.ailment or "")) not in ("", told):
            console.print(ailment, soft_wrap=True, markup=False, highlight=False)
        told = ailment
        await asyncio.sleep(LOOK_SECONDS)
