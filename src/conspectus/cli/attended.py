"""A worker that another process watches over, joined to it by standard input and output.

The other end is `conspectus.adapters.worker_child`.
"""

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from conspectus.domain.errors import StorageError

NICENESS = 10
"""Requests come before documents: so much the worker, and its readers, step back."""

SWITCH_SECONDS = 0.0005
"""So soon a thread that computes lets another go on, such as one that holds the records' lock."""

LETTING_GO_SECONDS = 5.0
"""So long a worker whose parent is gone may take to hand its documents back."""


def leave_keys() -> None:
    """Leave the keys of the terminal, and its end, to the parent, which they reach as well."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def step_back() -> None:
    """Let others have the processor first, once all is opened: a start is waited for.

    On Linux that is for this thread and what it starts: threads that compute, and readers. The
    thread that writes the records goes on as before, as the server waits for its lock.
    """
    os.nice(NICENESS)
    sys.setswitchinterval(SWITCH_SECONDS)


def heed(rung: Callable[[], None], orphaned: Callable[[], object]) -> None:
    """Listen to the parent: call `rung` when something was queued, `orphaned` when it is gone.

    Both are called in the event loop. A thread listens, so that not even a loop that hangs keeps
    the process alive without its parent.
    """
    loop = asyncio.get_running_loop()
    os.set_blocking(sys.stdout.fileno(), False)

    def listen() -> None:
        with suppress(RuntimeError):  # the loop has ended by itself
            while os.read(sys.stdin.fileno(), 1 << 12):
                loop.call_soon_threadsafe(rung)
            loop.call_soon_threadsafe(orphaned)
        time.sleep(LETTING_GO_SECONDS)
        os._exit(1)

    threading.Thread(target=listen, name="parent", daemon=True).start()


def answer(ailment: StorageError | None) -> None:
    """Tell the parent that documents are taken, and what is wrong if anything is."""
    _say(f"ill {' '.join(str(ailment).split())}" if ailment else "well")


def tell(job: str) -> None:
    """Tell the parent that something happened in a job."""
    _say(f"news {job}")


def _say(line: str) -> None:
    """Say a line, unless nobody listens: a parent that is gone, or one that was frozen."""
    with suppress(BrokenPipeError, BlockingIOError):
        os.write(sys.stdout.fileno(), f"{line}\n".encode())
