"""The answer cache: its hits, the calls it saves, its memory and what it adds."""

import asyncio
import tracemalloc
from collections.abc import Iterator
from importlib.metadata import requires

from bench import cache_calls, cache_hits, cache_peers
from bench.measure import Figure
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.domain.answers import Kept, Tags, footprint
from conspectus.domain.request import Answer, Citation, Claim, Reply

LIMIT, INSERTS = 4_000_000, 100_000


def figures() -> Iterator[Figure]:
    """Measure all of it; other libraries beside ours where they are installed."""
    yield from cache_hits.figures()
    yield from cache_peers.figures()
    yield from cache_calls.figures()
    yield Figure(f"memory over {INSERTS:,} inserts, of its limit", asyncio.run(memory()), 1.1, "x")
    added = {"redis", "hiredis"} | {_name(one) for one in requires("redis") or () if ";" not in one}
    yield Figure("packages that the cache adds", len(added), 8, "")


async def memory() -> float:
    """Return the most that the allocator gave, of the limit."""
    store, most = MemoryAnswers(LIMIT), 0
    tracemalloc.start()
    for number in range(INSERTS):
        await store.put(f"{number:064}", _kept(number))
        if number % 1_000 == 999:
            most = max(most, tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return most / LIMIT


def _kept(number: int) -> Kept:
    words = f"{number} " * (1 + number % 40)
    claims = tuple(Claim(f"{n}{words}", (Citation(n, f"{n}{words}"),)) for n in range(number % 7))
    answer = Answer((Reply(f"question {number}", claims),))
    return Kept(answer, Tags(), 0.0, None, footprint(answer))


def _name(requirement: str) -> str:
    return requirement.partition(">")[0].partition("=")[0].strip()
