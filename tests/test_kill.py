"""A real worker, killed with a real SIGKILL in the middle of its work."""

import asyncio
import time
from pathlib import Path

import pytest
from bench.chaos import Site, again, ended, faults, ordered, ready, worker

from postgres_server import migrated_database


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_killed_worker_loses_nothing_and_pays_for_nothing_twice(
    kind: str, tmp_path: Path
) -> None:
    """The next one ends the batch; each document has its right report and succeeded once."""
    site = Site(tmp_path, migrated_database() if kind == "postgres" else None)

    async def work() -> None:
        log = tmp_path / "calls"
        async with ordered(site, 24) as (service, jobs, job):
            kills = []
            for calls in (10, 60):
                with worker(site) as victim:
                    await ready(victim)
                    while not log.exists() or log.read_text().count("told") < calls:
                        await asyncio.sleep(0.01)
                    victim.kill()
                    kills.append(time.time())
            assert not await ended(jobs, job)
            with worker(site):
                while not await ended(jobs, job):
                    await asyncio.sleep(0.05)
            assert await faults(service, jobs, job) == (0, 0)
            assert (await jobs.job("", job.id)).status == "succeeded"
            assert again(log.read_text().splitlines(), kills) == 0

    asyncio.run(asyncio.wait_for(work(), 60))
