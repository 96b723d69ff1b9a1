"""Who follows a job looks when something is told, and now and then where nobody tells."""

import asyncio
from contextlib import aclosing

import pytest

from conspectus.service import news as module
from conspectus.service.news import News


def test_a_look_follows_at_once_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also what was told between two looks; news of other jobs wake nobody."""
    monkeypatch.setattr(module, "FIRST_LOOK", 60.0)
    monkeypatch.setattr(module, "LOOK_SECONDS", 60.0)

    async def work() -> None:
        news = News()
        async with aclosing(news.looks("019a")) as looks:
            await anext(looks)
            news.tell("019a")
            await asyncio.wait_for(anext(looks), 10)
            second = asyncio.ensure_future(anext(looks))
            await asyncio.sleep(0)
            news.tell("019b")
            await asyncio.sleep(0.05)
            assert not second.done()
            news.tell("019a")
            await asyncio.wait_for(second, 10)

    asyncio.run(work())


def test_it_is_looked_also_where_nobody_tells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker on another machine writes, and says nothing here."""
    monkeypatch.setattr(module, "FIRST_LOOK", 0.001)
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.002)

    async def work() -> None:
        async with aclosing(News().looks("019a")) as looks:
            for _ in range(5):
                await asyncio.wait_for(anext(looks), 10)

    asyncio.run(work())


def test_nothing_is_remembered_of_who_has_gone() -> None:
    """However many followed a job."""

    async def work() -> None:
        news = News()
        async with aclosing(news.looks("019a")) as one, aclosing(news.looks("019a")) as two:
            await anext(one)
            await anext(two)
            assert len(news._waiting["019a"]) == 2
        assert news._waiting == {}

    asyncio.run(work())
