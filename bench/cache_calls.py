"""How many calls the cache lets through, what a second run takes, and what an ill Redis costs."""

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.redis_server import Server, running

from bench.forms import EXAMPLES
from bench.measure import Figure
from conspectus.adapters.answers_memory import MemoryAnswers
from conspectus.adapters.answers_redis import RedisAnswers
from conspectus.adapters.answers_sqlite import SqliteAnswers
from conspectus.adapters.answers_tiers import TieredAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal
from conspectus.adapters.model_patient import Patience, PatientModel
from conspectus.adapters.observe_silent import SilentObserver
from conspectus.adapters.read_direct import DirectReader
from conspectus.adapters.read_pdf import PdfParser
from conspectus.adapters.sniff import PDF, sniff
from conspectus.domain.request import Request
from conspectus.domain.source import Upload
from conspectus.pipeline.generate import Parts, generate
from conspectus.plugins.informed_consent_ki import plugin
from conspectus.ports import Model
from conspectus.service.parameters import complete
from conspectus.testing import SlowModel

SEAL = HmacSeal("a secret")
PROCESS = Path(__file__).parents[1] / "tests" / "cache_process.py"
LONG = 30.0


def figures() -> Iterator[Figure]:
    """Measure shared calls, a second run, and a Redis that is frozen."""
    yield from together()
    yield from asyncio.run(second_run())
    with running() as server:
        yield from asyncio.run(frozen(server))


def together() -> Iterator[Figure]:
    """Count the calls for identical requests at once, in one process and in two."""
    model = SlowModel(0.2)

    async def ask() -> None:
        cached = CachedModel(model, MemoryAnswers(1 << 20))
        await asyncio.gather(*(cached.ask(Request((), ())) for _ in range(64)))

    asyncio.run(ask())
    yield Figure("calls for 64 identical requests at once", model.calls, 1, "")
    with TemporaryDirectory() as folder, running() as server:
        for seconds in (0.2, LONG):
            for name, url, files in (
                ("SQLite", "-", ("both", "both")),
                ("Redis", server.url, ("one", "other")),
            ):
                paths = [Path(folder) / f"{name}{seconds:g}{file}.db" for file in files]
                if url != "-":
                    server.empty()
                calls = _calls(paths, url, seconds)
                yield Figure(f"calls for 2 x 64, {name}, {seconds:g} s a call", calls, 1, "")


def _calls(paths: list[Path], url: str, seconds: float) -> int:
    processes = [
        subprocess.Popen(
            [sys.executable, str(PROCESS), str(path), url, str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for path in paths
    ]
    for process in processes:
        assert process.stdout
        process.stdout.readline()
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return sum(int(process.communicate()[0]) for process in processes)


async def second_run() -> list[Figure]:
    """Run a form twice against 200 ms a call, four at once; each time with an empty memory."""
    model = SlowModel(0.2, most_words=1_500)
    data = EXAMPLES[-1].read_bytes()
    await _generate(data, SlowModel(0, most_words=1_500))  # imports and patterns are warm
    times, calls = [], []
    with TemporaryDirectory() as folder:
        for _ in range(2):
            before, started = model.calls, perf_counter()
            async with (
                SqliteAnswers(Path(folder) / "answers.db", SEAL) as file,
                TieredAnswers(MemoryAnswers(1 << 26), [file]) as store,
            ):
                await _generate(data, CachedModel(PatientModel(model, Patience()), store))
            times.append(perf_counter() - started)
            calls.append(model.calls - before)
    return [
        Figure(f"calls of a second run (first: {calls[0]})", calls[1], 0, ""),
        Figure("time of a second run, against the first", times[1] / times[0], 0.5, "x"),
    ]


async def _generate(data: bytes, model: Model) -> None:
    reader = DirectReader({PDF: PdfParser(max_pages=100)}, sniff)
    parts = Parts(reader, model, SilentObserver())
    await generate(Upload("form.pdf", data), plugin, complete(plugin, {}), parts, "bench")


async def frozen(server: Server) -> list[Figure]:
    """Stop the server's process between two requests, and wake it later."""
    counts, failed = Counter[str](), 0
    with TemporaryDirectory() as folder:
        async with (
            RedisAnswers(server.url, SEAL, counts) as redis,
            SqliteAnswers(Path(folder) / "answers.db", SEAL) as file,
            TieredAnswers(MemoryAnswers(1 << 20), [redis, file]) as store,
        ):
            cached = CachedModel(SlowModel(0), store)

            async def ask(number: int) -> float:
                nonlocal failed
                started = perf_counter()
                try:
                    await cached.ask(Request((), (), workspace=f"{number}"))
                except Exception:  # noqa: BLE001  # whatever it is, it is counted
                    failed += 1
                return (perf_counter() - started) * 1000

            usual = min([await ask(number) for number in range(50)])
            server.freeze()
            first, *rest = [await ask(number) for number in range(50, 150)]
            server.wake()
            woken, number = perf_counter(), 150
            while not (await redis.sizes()):
                number += 1
                await ask(number)
                await asyncio.sleep(0.01)
            back = perf_counter() - woken
    return [
        Figure("Redis frozen: extra of the first request", first - usual, 250, "ms"),
        Figure("Redis frozen: extra of the following ones, median", _median(rest) - usual, 5, "ms"),
        Figure("Redis frozen: failed requests", failed, 0, ""),
        Figure("Redis woken: until it is used again", back, 10, "s"),
    ]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]
