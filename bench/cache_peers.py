"""Hits of other libraries beside ours, as multiples of the same bare work, where installed.

`uv pip install --group peers` installs them. Each keeps the same requests and answers as a caller
of a language model would: the messages in, the text of the answer out.
"""

import asyncio
import json
import os
from collections.abc import Awaitable, Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
from tests.redis_server import running

from bench import cache_hits
from bench.cache_load import Case, cases, ratio
from bench.measure import Figure

READ = 200
Ask = Callable[[int], Awaitable[object]]


def figures() -> Iterator[Figure]:
    """Measure the memory and Redis hits of who is there; ours must be the fastest."""
    made = cases(READ)
    with TemporaryDirectory() as folder, running() as server:
        for tier in ("memory", "redis"):
            ours = asyncio.run(_ours(tier, made, server.url))
            for name, peer in PEERS.items():
                if find_spec(name):
                    theirs = asyncio.run(peer(tier, made, server.url, Path(folder)))
                    label = f"{tier} hit, ours {ours:.1f} x bare, {name} {theirs:.1f} x"
                    yield Figure(label, ours / theirs, 1, "x")


async def _ours(tier: str, made: Sequence[Case], url: str) -> float:
    order = range(READ)
    if tier == "memory":
        return await cache_hits.memory(made, order)
    return await cache_hits.redis(made, order, url)


async def _against_bare(tier: str, made: Sequence[Case], url: str, ask: Ask) -> float:
    if tier == "memory":
        values = {case.bare_key: case.value for case in made}

        async def bare(number: int) -> object:
            return orjson.loads(values[made[number].bare_key])

        return await ratio(ask, bare, range(READ), made)
    from redis.asyncio import Redis

    async with Redis.from_url(url) as redis:
        for number, case in enumerate(made):
            await redis.set(f"bare:{number}", case.value)
        return await ratio(ask, lambda number: redis.get(f"bare:{number}"), range(READ), made)


def _messages(case: Case) -> list[dict[str, Any]]:
    return [
        {"role": "system", "content": case.shape["instructions"]},
        {"role": "user", "content": case.shape["prompt"]},
    ]


async def _litellm(tier: str, made: Sequence[Case], url: str, folder: Path) -> float:
    os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"  # else it asks the network
    from litellm.caching.caching import Cache

    host, _, port = url.removeprefix("redis://").removesuffix("/0").partition(":")
    options: dict[str, Any] = {"host": host, "port": port} if tier == "redis" else {}
    cache: Any = Cache(type="redis" if tier == "redis" else "local", **options)  # type: ignore[arg-type]

    def given(number: int) -> dict[str, Any]:
        shape = made[number].shape
        return {
            "model": shape["model"],
            "messages": _messages(made[number]),
            "temperature": shape["temperature"],
            "response_format": shape["schema"],
        }

    for number in range(READ):
        await cache.async_add_cache({"text": made[number].value.decode()}, **given(number))
    assert await cache.async_get_cache(**given(0))
    return await _against_bare(tier, made, url, lambda n: cache.async_get_cache(**given(n)))


async def _langchain(tier: str, made: Sequence[Case], url: str, folder: Path) -> float:
    from langchain_community.cache import AsyncRedisCache
    from langchain_core.caches import InMemoryCache
    from langchain_core.load import dumps
    from langchain_core.messages import HumanMessage, SystemMessage
    from langchain_core.outputs import Generation
    from redis.asyncio import Redis

    cache: Any = AsyncRedisCache(Redis.from_url(url)) if tier == "redis" else InMemoryCache()

    def given(number: int) -> tuple[str, str]:
        shape = made[number].shape
        system, user = (message["content"] for message in _messages(made[number]))
        words = dumps([SystemMessage(system), HumanMessage(user)])
        settings = {"model": shape["model"], "response_format": shape["schema"]}
        return words, json.dumps(settings, sort_keys=True)

    for number in range(READ):
        await cache.aupdate(*given(number), [Generation(text=made[number].value.decode())])
    assert await cache.alookup(*given(0))
    return await _against_bare(tier, made, url, lambda n: cache.alookup(*given(n)))


async def _cashews(tier: str, made: Sequence[Case], url: str, folder: Path) -> float:
    from cashews import Cache

    cache = Cache()
    cache.setup(url if tier == "redis" else "mem://?size=100000")

    @cache(ttl="1h", key="{model}:{words:hash}:{schema:hash}")
    async def answer(model: str, words: str, schema: str, number: int) -> str:
        return made[number].value.decode()

    async def ask(number: int) -> str:
        shape = made[number].shape
        words = "".join(str(message["content"]) for message in _messages(made[number]))
        return str(await answer(str(shape["model"]), words, json.dumps(shape["schema"]), number))

    for number in range(READ):
        await ask(number)
    found = await _against_bare(tier, made, url, ask)
    await cache.close()
    return found


PEERS = {"litellm": _litellm, "langchain_community": _langchain, "cashews": _cashews}
