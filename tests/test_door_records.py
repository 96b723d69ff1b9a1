"""The contract of what doors keep in the records, over every adapter."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conspectus.domain.access import Deed, Forbidden, Key, Session, Unauthenticated
from conspectus.domain.errors import OrderedOtherwise, UsageError
from conspectus.domain.job import Job, Once
from conspectus.service.intake import documents_of, job_id
from conspectus.service.keys import Keys
from conspectus.testing import MemoryKeyRing
from stores import KINDS, ORDER, Stores, Work, over

Over = Callable[[Work], Any]


@pytest.fixture(params=KINDS)
def stores(request: pytest.FixtureRequest, tmp_path: Path) -> Over:
    """Run a test over the records of every kind."""
    return over(request.param, tmp_path)


def test_an_order_under_a_key_comes_once(stores: Over) -> None:
    """The same key and digest give the first job, another digest is refused, others are free.

    A key goes with its job.
    """

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
        assert await order(Once("k", "d")) != first

    stores(work)


def test_keys_are_found_until_they_are_revoked(stores: Over) -> None:
    """A revoked one is still listed, with its time; it cannot be revoked again."""

    async def work(s: Stores) -> None:
        ring = s.keys
        first = Key("a", "w", "one", "read", "d", 1)
        await ring.add(first)
        await ring.add(Key("b", "v", "two", "admin", "e", 2))
        assert await ring.find("a") == first
        assert await ring.find("c") is None
        assert [key.id for key in await ring.all()] == ["a", "b"]
        assert [key.id for key in await ring.all("v")] == ["b"]
        assert await ring.revoke("a")
        assert not await ring.revoke("a")
        assert not await ring.revoke("c")
        found = await ring.find("a")
        assert found
        assert found.revoked is not None

    stores(work)


def test_sessions_are_kept_until_they_end(stores: Over) -> None:
    """They are only ever put off, never brought back; those that expired go together."""

    async def work(s: Stores) -> None:
        await s.keys.add(Key("a", "w", "one", "read", "d", 1))
        book, one = s.sessions, Session("x", "a", "w", 1, 10)
        await book.add(one)
        await book.add(Session("y", "a", "w", 1, 20))
        assert await book.find("x") == one
        assert await book.find("z") is None
        await book.extend("x", 5)
        assert await book.find("x") == one
        await book.extend("x", 30)
        await book.extend("z", 30)
        assert await book.find("x") == Session("x", "a", "w", 1, 30)
        await book.expire(20)
        assert await book.find("y") is None
        await book.end("x")
        await book.extend("x", 99)
        assert await book.find("x") is None

    stores(work)


def test_the_audit_trail_grows_by_lines(stores: Over) -> None:
    """Each workspace reads its own, in order, from where it left off."""

    async def work(s: Stores) -> None:
        audit = s.audit
        for n in range(3):
            await audit.write(Deed("w", "me", "delete", str(n), {"documents": n}))
            await audit.write(Deed("v", "you", "delete", str(n)))
        lines = await audit.deeds("w", 1, 10)
        assert [(one.subject, one.data) for one in lines] == [
            ("1", {"documents": 1}),
            ("2", {"documents": 2}),
        ]
        assert all(one.time > 0 for one in lines)

    stores(work)


def test_a_secret_opens_only_what_its_key_reaches() -> None:
    """The ring never sees it, and names of workspaces that could be mistaken are refused."""

    async def work() -> None:
        ring = MemoryKeyRing()
        keys = Keys(ring)
        key, secret = await keys.create("mine", "w", "write")
        assert secret not in repr(ring)
        assert await keys.admit(secret, "read") == key
        with pytest.raises(Forbidden):
            await keys.admit(secret, "admin")
        for wrong in ("", "ck_", f"ck_{key.id}", secret[:-1], secret.replace("ck_", "")):
            with pytest.raises(Unauthenticated):
                await keys.admit(wrong, "read")
        for name in ("own", "", "a b", "../x", "é"):
            with pytest.raises(UsageError):
                await keys.create("n", name, "read")

    asyncio.run(work())
