"""`conspectus worker`."""

import asyncio
import logging
import signal
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager

from rich.console import Console

from conspectus.adapters.observe_metrics import MetricsObserver, joined, told_at
from conspectus.cli.open import count_in, settings
from conspectus.cli.sending import announce
from conspectus.domain.errors import StorageError
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.wiring_jobs import open_works
from conspectus.wiring_observe import open_told
from conspectus.wiring_stores import places

LOOK_SECONDS, BEAT_SECONDS = 0.5, 5.0
_log = logging.getLogger("conspectus.cli")


def run(slots: int | None, metrics: tuple[str, int] | None) -> int:
    """Work until told to stop; return the exit code."""
    asyncio.run(_work(slots, metrics))
    return 0


async def _work(slots: int | None, metrics: tuple[str, int] | None) -> None:
    chosen = settings(slots=str(slots) if slots else None)
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as closing:
        told = await closing.enter_async_context(open_told(chosen, "info"))
        counter = closing.enter_context(_counted(chosen, metrics))
        observers = (*told.observers, counter)
        works = await closing.enter_async_context(open_works(chosen, observers=observers))
        announce(Console(stderr=True), "queued documents", chosen, told.pretty)
        _say(f"Working on {' and '.join(places(chosen))}", told.pretty)
        watching = asyncio.create_task(_watch(works.worker, told.pretty))
        beating = asyncio.create_task(_beat(counter))
        await works.worker.run(stop)
        watching.cancel()
        beating.cancel()


@contextmanager
def _counted(chosen: Settings, metrics: tuple[str, int] | None) -> Iterator[MetricsObserver]:
    """Count at a port of its own, or else together with the processes of the data folder."""
    if metrics is None:
        count_in(chosen)
        yield MetricsObserver(joined())
        return
    counter = MetricsObserver()
    with told_at(*metrics, counter):
        yield counter


async def _beat(counter: MetricsObserver) -> None:
    while True:
        counter.beat()
        await asyncio.sleep(BEAT_SECONDS)


def _say(line: str, pretty: bool) -> None:
    """Say a line to a person; a log is told that there is a worker, and no more."""
    if pretty:
        Console(stderr=True).print(line, soft_wrap=True, markup=False, highlight=False)
    else:
        _log.info("The worker takes documents.")


async def _watch(worker: Worker, pretty: bool) -> None:
    """Say once why nothing can be written down; the work is tried again all the same."""
    told = ""
    while True:
        ailment = worker.ailment
        if ailment and str(ailment) != told:
            _say_ill(ailment, pretty)
        told = str(ailment or "")
        await asyncio.sleep(LOOK_SECONDS)


def _say_ill(ailment: StorageError, pretty: bool) -> None:
    if pretty:
        Console(stderr=True).print(str(ailment), soft_wrap=True, markup=False, highlight=False)
    else:
        _log.error("Nothing can be written down.", extra={"raised": ailment})
