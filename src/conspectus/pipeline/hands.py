"""Work that keeps a processor busy, done beside the event loop.

One such thread is enough: the interpreter runs one at a time, and each more would make the event
loop wait longer for its turn.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_HANDS = ThreadPoolExecutor(1, "making")


async def aside(work: Callable[P, T], *given: P.args, **named: P.kwargs) -> T:
    """Do the work in that thread, in the context of the caller; return what it returns."""
    loop, context = asyncio.get_running_loop(), copy_context()
    return await loop.run_in_executor(_HANDS, partial(context.run, work, *given, **named))
