"""`conspectus worker`."""

import asyncio
import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from functools import partial
from math import inf
from time import monotonic

from rich.console import Console

from conspectus.adapters.observe_metrics import MetricsObserver, joined, told_at
from conspectus.cli.attended import answer, heed, leave_keys, step_back, tell
from conspectus.cli.open import count_in, require_slots, settings
from conspectus.cli.sending import announce
from conspectus.domain.errors import StorageError
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.wiring_jobs import open_works
from conspectus.wiring_observe import open_told
from conspectus.wiring_stores import places

LOOK_SECONDS, BEAT_SECONDS = 0.5, 5.0
_log = logging.getLogger("conspectus.cli")


def run(slots: int | None, metrics: tuple[str, int] | None, attended: bool = False) -> int:
    """Work until told to stop, or until whoever attends is gone; return the exit code."""
    chosen = settings(slots=str(slots) if slots else None)
    require_slots(chosen, "--slots")
    if attended:
        leave_keys()
    with suppress(asyncio.CancelledError):  # the work was handed back
        asyncio.run(_work(chosen, metrics, attended))
    return 0


async def _work(chosen: Settings, metrics: tuple[str, int] | None, attended: bool) -> None:
    stop, rung, work = _stopping(attended), asyncio.Event(), asyncio.current_task()
    assert work
    if attended:
        heed(rung.set, work.cancel)
    async with AsyncExitStack() as closing:
        told = await closing.enter_async_context(open_told(chosen, "info"))
        counter = closing.enter_context(_counted(chosen, metrics))
        observers = (*told.observers, counter)
        opened = open_works(chosen, observers=observers, tell=tell if attended else None)
        works = await closing.enter_async_context(opened)
        chores = [_beat(counter)]
        if attended:
            step_back()
            chores += [_watch(works.worker, answer, BEAT_SECONDS), _look(works.worker, rung)]
        else:
            announce(Console(stderr=True), "queued documents", chosen, told.pretty)
            _say(f"Working on {' and '.join(places(chosen))}", told.pretty)
            chores += [_watch(works.worker, partial(_say_ill, pretty=told.pretty))]
        tasks = [asyncio.create_task(chore) for chore in chores]
        try:
            await works.worker.run(stop)
        finally:
            for task in tasks:
                task.cancel()


def _stopping(attended: bool) -> asyncio.Event:
    """Return what is set when the process is told to stop."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    numbers = (signal.SIGTERM,) if attended else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    for number in numbers:
        loop.add_signal_handler(number, stop.set)
    return stop


async def _look(worker: Worker, rung: asyncio.Event) -> None:
    """Look for work whenever the parent rings."""
    while True:
        await rung.wait()
        rung.clear()
        await worker.look()


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


async def _watch(
    worker: Worker, say: Callable[[StorageError | None], None], again: float = inf
) -> None:
    """Say why nothing can be written down, each reason once, or `again` after so many seconds.

    It is tried again all the same.
    """
    told, said = None, -inf
    while True:
        ailment = str(worker.ailment or "")
        if ailment != told or monotonic() - said >= again:
            say(worker.ailment)
            told, said = ailment, monotonic()
        await asyncio.sleep(LOOK_SECONDS)


def _say_ill(ailment: StorageError | None, pretty: bool) -> None:
    if ailment is None:
        return
    if pretty:
        Console(stderr=True).print(str(ailment), soft_wrap=True, markup=False, highlight=False)
    else:
        _log.error("Nothing can be written down.", extra={"raised": ailment})
