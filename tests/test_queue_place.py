"""What comes before a job in the queue, over every adapter of Records."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stores import KINDS, Stores, Work, over, submitted

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the records of every kind."""
    return over(request.param, tmp_path)


def test_what_was_ordered_before_or_with_priority_comes_first(stores: Over) -> None:
    """Counted over all workspaces; what runs or has ended waits no more."""

    async def work(s: Stores) -> None:
        first, documents = await submitted(s.records, "aa", "bb")
        second, _ = await submitted(s.records, "cc")
        urgent, _ = await submitted(s.records, "dd", "ee", "ff", priority=3)
        found = [await s.records.ahead("w", job.id) for job in (first, second, urgent)]
        earlier = 2 if first.id < second.id else 0
        assert found == [3 + (0 if earlier else 1), 3 + earlier, 0]
        await s.records.begin(documents[0].id)
        await s.records.cancel("w", urgent.id)
        assert await s.records.ahead("w", second.id) == (1 if earlier else 0)

    stores(work)


def test_nothing_is_told_of_a_job_of_somebody_else(stores: Over) -> None:
    """It is as unknown as one that never was."""

    async def work(s: Stores) -> None:
        await submitted(s.records, "aa")
        second, _ = await submitted(s.records, "bb")
        assert await s.records.ahead("v", second.id) == 0
        assert await s.records.ahead("w", "none") == 0

    stores(work)
