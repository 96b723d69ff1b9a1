"""Ending cleanly when the machine says so."""

import asyncio
import signal
from collections.abc import Coroutine
from typing import Any, TypeVar

from conspectus.domain.errors import ConspectusError

T = TypeVar("T")
_ENDS = (signal.SIGTERM, signal.SIGHUP)


def until_told(work: Coroutine[Any, Any, T]) -> T:
    """Run the work to its end; on SIGTERM or SIGHUP, let it put away what it holds.

    Raise ConspectusError then. A signal that is ignored (`nohup`) stays so.
    """
    told: list[signal.Signals] = []

    async def listen() -> T:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None

        def stop(number: signal.Signals) -> None:
            told.append(number)
            task.cancel()

        for number in _ENDS:
            if signal.getsignal(number) is signal.SIG_DFL:
                loop.add_signal_handler(number, stop, number)
        return await work

    try:
        return asyncio.run(listen())
    except asyncio.CancelledError:
        if not told:
            raise
        raise ConspectusError(f"Stopped by {told[0].name}.") from None
