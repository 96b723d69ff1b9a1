"""Waiting for an answer only so long."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from conspectus.domain.patience import Patience


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run an asynchronous test."""
    asyncio.run(asyncio.wait_for(work(), 20))


class Asked:
    """A question that is answered when `wake` is set, with how often it was put."""

    def __init__(self) -> None:
        self.times, self.wake = 0, asyncio.Event()

    async def __call__(self) -> int:
        """Wait, and answer."""
        self.times += 1
        await self.wake.wait()
        return self.times


def test_many_who_wait_put_one_question() -> None:
    """All are given its answer; who asks later puts it again."""

    async def work() -> None:
        asked = Asked()
        patience = Patience(asked, 10)
        asyncio.get_running_loop().call_later(0.01, asked.wake.set)
        assert await asyncio.gather(*(patience() for _ in range(20))) == [1] * 20
        assert await patience() == 2

    run(work)


def test_what_does_not_answer_is_not_asked_again() -> None:
    """Until it has answered; that answer, of long ago, is given to nobody."""

    async def work() -> None:
        asked = Asked()
        patience = Patience(asked, 0.01)
        for _ in range(5):
            with pytest.raises(TimeoutError):
                await patience()
        assert asked.times == 1
        asked.wake.set()
        await asyncio.sleep(0.01)
        assert await patience() == 2

    run(work)


def test_an_error_is_raised_to_who_waits_and_else_to_nobody() -> None:
    """One that comes late is no error of the program."""

    async def work() -> None:
        wake = asyncio.Event()

        async def fails() -> None:
            await wake.wait()
            raise ValueError("Why.")

        patience, found = Patience(fails, 0.01), list[object]()
        asyncio.get_running_loop().set_exception_handler(lambda _, told: found.append(told))
        with pytest.raises(TimeoutError):
            await patience()
        wake.set()
        await asyncio.sleep(0.01)
        with pytest.raises(ValueError, match="Why"):
            await patience()
        assert found == []

    run(work)


def test_it_can_be_given_up() -> None:
    """A question under way is ended with it; without one there is nothing to end."""

    async def work() -> None:
        asked = Asked()
        patience = Patience(asked, 0.01)
        await patience.close()
        with pytest.raises(TimeoutError):
            await patience()
        await patience.close()
        asked.wake.set()
        assert await patience() == 2

    run(work)
