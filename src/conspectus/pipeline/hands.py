"""Work that keeps a processor busy, done beside the event loop.

A form of a thousand pages takes seconds: meanwhile its lease must be renewed, its progress written
down, and, where one process does everything, requests be answered.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Hands:
    """A thread for all documents that are made at once.

    One is enough: the interpreter runs one at a time, and each more would make the event loop wait
    longer for its turn.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "making")

    async def __call__(self, work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
        """Do the work in that thread, in the context of the caller; return what it returns."""
        loop, context = asyncio.get_running_loop(), copy_context()
        done = partial(context.run, work, *given, **named)
        return await loop.run_in_executor(self._thread, done)
