"""Ending tasks for sure."""

import asyncio

from conspectus.domain.ending import ended


def test_a_task_that_drops_a_cancellation_is_asked_again() -> None:
    """As a driver does whose wait ends at the moment it is cancelled; then it goes on for ever."""

    async def work() -> int:
        dropped = 0

        async def chore() -> None:
            nonlocal dropped
            while True:
                try:
                    await asyncio.sleep(3600)
                except asyncio.CancelledError:
                    if dropped == 2:
                        raise
                    dropped += 1

        task = asyncio.create_task(chore())
        await asyncio.sleep(0)
        async with asyncio.timeout(60):
            await ended([task], 0.01)
        assert task.cancelled()
        return dropped

    assert asyncio.run(work()) == 2


def test_a_failure_on_the_way_out_is_nobodys_and_none_is_left_behind() -> None:
    """What a task raises at its end does not keep the others from ending; ended ones are fine."""

    async def work() -> list[bool]:
        async def bad() -> None:
            try:
                await asyncio.sleep(3600)
            finally:
                raise ValueError("at the end")

        async def done() -> None:
            return

        tasks = [asyncio.create_task(one()) for one in (bad, done, bad)]
        await asyncio.sleep(0)
        await ended(tasks)
        await ended(())
        return [task.done() for task in tasks]

    assert asyncio.run(work()) == [True] * 3
