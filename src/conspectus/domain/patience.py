"""Waiting for an answer only so long."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from conspectus.domain.ending import ended

T = TypeVar("T")


class Patience(Generic[T]):
    """Puts a question, and lets everybody who asks wait for its answer for so many `seconds`.

    One that was not answered in time stays put, and no other is put meanwhile. It is not given up:
    of what is frozen, the end of a question is waited for as long as its answer. An answer that
    comes when nobody waits for it is nobody's.
    """

    def __init__(self, question: Callable[[], Awaitable[T]], seconds: float) -> None:
        self._question = question
        self._seconds = seconds
        self._asked: asyncio.Task[T] | None = None

    async def __call__(self) -> T:
        """Return the answer. Raises TimeoutError when it does not come in time."""
        task = self._asked
        if task is None:
            task = self._asked = asyncio.create_task(self._ask())
            task.add_done_callback(self._answered)
        done, _ = await asyncio.wait((task,), timeout=self._seconds)
        if not done:
            raise TimeoutError
        return task.result()

    async def close(self) -> None:
        """Give the question up, if there is one, and wait until it has ended."""
        if self._asked:
            await ended([self._asked])

    async def _ask(self) -> T:
        return await self._question()

    def _answered(self, task: "asyncio.Task[T]") -> None:
        self._asked = None
        if not task.cancelled():
            task.exception()  # looked at: that nobody waits for it any more is no error
