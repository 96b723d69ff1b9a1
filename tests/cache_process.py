"""A process of its own with 64 identical requests at once; prints how many calls it made.

Run with the file of answers, the address of a Redis or "-", and the seconds that a call takes. It
says "ready", and begins when it is told a line.
"""

import asyncio
import sys
from contextlib import AsyncExitStack
from pathlib import Path

from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import FarStore, TieredAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.testing import SlowModel
from kept_answers import request

LEASE_SECONDS = 1.0


async def main(path: str, url: str, seconds: float) -> None:
    """Ask, and print the calls."""
    seal, model = HmacSeal("a secret"), SlowModel(seconds)
    async with AsyncExitStack() as closing:
        far: list[FarStore] = [
            await closing.enter_async_context(SqliteAnswers(Path(path), seal)),
        ]
        if url != "-":
            from conspectus.adapters.answers_redis import RedisAnswers  # slow to load: on demand

            redis = RedisAnswers(url, seal, patience=2)
            far.insert(0, await closing.enter_async_context(redis))
        tiers = TieredAnswers(MemoryAnswers(1_000_000), far)
        store = await closing.enter_async_context(tiers)
        cached = CachedModel(model, store, lease_seconds=LEASE_SECONDS)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.readline)
        await asyncio.gather(*(cached.ask(request()) for _ in range(64)))
    sys.stdout.write(f"{model.calls}\n")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
