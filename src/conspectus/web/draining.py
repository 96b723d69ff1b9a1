"""From the word to stop until the server stops: it serves on, and says that it is not ready."""

import asyncio
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_STOPS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def draining(told: Callable[[], None], seconds: float) -> Iterator[None]:
    """Call `told` at once when the process is told to stop, and its own handler later.

    So a balancer has a while to send requests elsewhere. A second word stops it now.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    loop, told_once = asyncio.get_running_loop(), False
    before = {number: signal.getsignal(number) for number in _STOPS}

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal told_once
        handler, first = before[signal.Signals(number)], not told_once
        told_once = True
        loop.call_soon_threadsafe(told)
        if not callable(handler):
            signal.signal(number, handler or signal.SIG_DFL)
            signal.raise_signal(number)
        elif first and seconds:
            loop.call_soon_threadsafe(loop.call_later, seconds, handler, number, frame)
        else:
            handler(number, frame)

    for number in _STOPS:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
