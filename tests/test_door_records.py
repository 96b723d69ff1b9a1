"""The contract of what doors keep in the records, over every adapter."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conspectus.domain.errors import OrderedOtherwise
from conspectus.domain.job import Job, Once
from conspectus.service.intake import documents_of, job_id
from stores import KINDS, ORDER, Stores, Work, over

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the records of every kind."""
    return over(request.param, tmp_path)


def test_an_order_under_a_key_comes_once(stores: Over) -> None:
    """The same key and digest give the first job, another digest is refused, others are free."""

    async def work(s: Stores) -> None:
        async def order(once: Once, workspace: str = "w") -> str:
            id_ = job_id()
            await s.records.hold(workspace, ["a"])
            job = Job(id_, workspace, ORDER, counts={"queued": 1})
            return await s.records.submit(job, documents_of(id_, [("a", "a")]), once)

        first = await order(Once("k", "d"))
        assert await order(Once("k", "d")) == first
        assert len(await s.records.jobs("w")) == 1
        with pytest.raises(OrderedOtherwise):
            await order(Once("k", "other"))
        assert await order(Once("k", "d"), "another workspace") != first
        await s.records.delete("w", first)
        assert await order(Once("k", "d")) == first

    stores(work)
