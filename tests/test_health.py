"""How the service is: alive, ready, well, and why not."""

import asyncio
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from bench.postgres import HASTY
from bench.postgres import running as postgres_running

from conspectus.adapters.observe_models import IN_A_ROW, PAST_SECONDS, ModelWatch
from conspectus.domain.errors import StorageError, StorageFull
from conspectus.domain.happenings import Happening, Work
from conspectus.service import looks
from conspectus.service.health import VITAL, Component, Health, Look
from conspectus.testing import MemoryArchive, MemoryEngine, MemoryRecords, SlowModel
from doors import Door, visit
from frozen import frozen, pids_of
from openai_server import empty, openai_server
from postgres_server import migrate_all
from redis_server import running as redis_running
from served import environment, served

MODEL = "openai:m"


def run(work: Callable[[], Awaitable[Any]]) -> Any:
    """Run an asynchronous test."""
    return asyncio.run(asyncio.wait_for(work(), 60))


def looked(component: Component) -> Look:
    """Return a look that always sees the same."""

    async def look() -> Component:
        return component

    return look


@pytest.mark.parametrize("ill", ["healthy", "degraded", "unhealthy"])
@pytest.mark.parametrize("name", ["database", "llm_api", "cache", "archive", "workers", "disk"])
def test_the_whole_is_as_well_as_what_is_vital(name: str, ill: Any) -> None:
    """A vital component that is ill makes all of it ill; any that is less than well degrades."""

    async def work() -> None:
        seen = {one: looked(Component()) for one in ("database", "llm_api", "disk")}
        health = Health({**seen, name: looked(Component(ill, "Why."))})
        await health.look()
        expected = "unhealthy" if ill == "unhealthy" and name in VITAL else "degraded"
        assert health.status == ("healthy" if ill == "healthy" else expected)
        assert health.ready is (health.status != "unhealthy")
        health.drain()
        assert not health.ready

    run(work)


def test_an_error_is_told_without_its_words() -> None:
    """Whoever asks for the health has shown no key; whoever runs the service reads them."""
    errors = [StorageError("at 10.0.0.1"), StorageFull("at 10.0.0.1"), ValueError("at 10.0.0.1")]

    async def work() -> None:
        for error in errors:

            async def ill(error: Exception = error) -> Component:
                raise error

            health = Health({"database": ill})
            await health.look()
            (seen,) = health.components.values()
            assert seen.status == "unhealthy"
            assert "10.0.0.1" not in seen.reason
            assert "10.0.0.1" in seen.advice

    run(work)


def test_what_is_frozen_is_asked_once_and_seen_again_when_it_answers() -> None:
    """The first question waits for its answer; no other is put meanwhile, nobody is held up."""

    async def work() -> None:
        asked, wake = Counter[str](), asyncio.Event()

        async def slow() -> Component:
            asked["slow"] += 1
            await wake.wait()
            return Component()

        async def quick() -> Component:
            asked["quick"] += 1
            return Component()

        async with Health({"database": slow, "cache": quick}, 0.01, 0.02) as health:
            assert health.status == "unhealthy"
            while asked["quick"] < 5:
                await asyncio.sleep(0.01)
            assert asked["slow"] == 1
            wake.set()
            while health.status != "healthy":
                await asyncio.sleep(0.01)

    run(work)


@pytest.mark.parametrize("freeze", [True, False])
def test_of_ill_records_no_model_is_blamed(freeze: bool) -> None:
    """What other workers know is not heard then; what this process knows of its models holds."""

    class Ill(MemoryRecords):
        async def alive(self, within: float) -> Any:
            if freeze:
                await asyncio.sleep(60)
            raise StorageError("It is gone.")

    async def work() -> None:
        watch = ModelWatch()
        health = Health({"llm_api": looks.models(Ill(), watch, [MODEL], MODEL)})
        await health.look()
        assert health.components["llm_api"] == Component(reason="Not asked lately.")
        watch.happened(Happening("breaker", MODEL, 1))
        await health.look()
        assert health.components["llm_api"].status == "unhealthy"

    run(work)


def test_probes_ask_nobody(tmp_path: Path) -> None:
    """However many ask, each component is looked at no more often than its time allows."""

    async def work(at: Door) -> None:
        asked = Counter[str]()

        def counted(name: str) -> Look:
            async def look() -> Component:
                asked[name] += 1
                return Component()

            return look

        names = ("database", "llm_api", "cache", "archive", "workers", "disk")
        began = time.monotonic()
        async with Health({name: counted(name) for name in names}, look_seconds=0.5) as health:
            object.__setattr__(at.desk, "health", health)
            for n in range(10_000):
                path = ("/livez", "/readyz", "/health/")[n % 3]
                assert await _status(at, path) == 200
        rounds = 1 + (time.monotonic() - began) / 0.5
        assert asked.keys() == {*names}
        assert max(asked.values()) <= rounds
        assert model.calls == 0

    model = SlowModel()
    visit(tmp_path, model=model)(work)


async def _status(at: Door, path: str) -> int:
    """Ask the application itself, with no client between."""
    told: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            told.append(message["status"])

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "scheme": "http",
        "http_version": "1.1",
    }
    await at.app(scope, receive, send)
    return told[0]


@pytest.mark.parametrize(
    ("outcomes", "failing", "faltering"),
    [
        ("", False, False),
        ("+", False, False),
        ("-", False, True),
        ("+" * 9 + "-" * IN_A_ROW, True, False),
        ("-" * 9 + "+", False, True),
        ("-+" * 5, False, False),
    ],
)
def test_a_model_is_as_its_last_calls_went(outcomes: str, failing: bool, faltering: bool) -> None:
    """Several failures in a row mean that it fails; what is long ago means nothing."""
    now = [0.0]
    watch = ModelWatch(lambda: now[0])
    for sign in outcomes:
        with watch.during(work := Work("call", MODEL)):
            work.outcome = "answered" if sign == "+" else "timed_out"
    assert watch.failing() == ((MODEL,) if failing else ())
    assert watch.faltering() == ((MODEL,) if faltering else ())
    assert watch.asked() is bool(outcomes)
    now[0] += PAST_SECONDS + 1
    assert (watch.failing(), watch.faltering(), watch.asked()) == ((), (), False)


def test_a_model_that_is_left_alone_fails_until_it_is_called_again() -> None:
    """The breaker counts whatever the last calls were."""
    watch = ModelWatch()
    watch.happened(Happening("breaker", MODEL, 1.0))
    watch.happened(Happening("breaker", "redis", 1.0))
    assert watch.failing() == (MODEL,)
    watch.happened(Happening("breaker", MODEL, 0.0))
    assert watch.failing() == ()


def test_models_are_judged_by_what_all_workers_saw() -> None:
    """Ill when the main one fails anywhere; degraded when another does; well when none is used."""

    async def status(asked: tuple[str, ...], main: str, records: MemoryRecords) -> str:
        return (await looks.models(records, ModelWatch(), asked, main)()).status

    async def work() -> None:
        records = MemoryRecords()
        await records.beat("here", ())
        assert await status((MODEL,), MODEL, records) == "healthy"
        await records.beat("there", (MODEL,))
        assert await status((MODEL,), MODEL, records) == "unhealthy"
        assert await status((MODEL, "openai:other"), "openai:other", records) == "degraded"
        assert await status((), "", records) == "healthy"

    run(work)


def test_workers_are_counted_by_their_heartbeats() -> None:
    """None is a warning from outside; the own one that has ended, or cannot write, is ill."""

    async def work() -> None:
        records, ill = MemoryRecords(), StorageFull("Free some space.")
        assert (await looks.workers(records)()).status == "degraded"
        await records.beat("there", ())
        assert (await looks.workers(records)()).status == "healthy"
        for own, status in (
            (looks.OwnWorker(lambda: True, lambda: None), "healthy"),
            (looks.OwnWorker(lambda: False, lambda: None), "unhealthy"),
            (looks.OwnWorker(lambda: True, lambda: ill), "unhealthy"),
        ):
            assert (await looks.workers(records, own)()).status == status

    run(work)


def test_the_stand_ins_are_well(tmp_path: Path) -> None:
    """Database, archive, cache and disk are asked something small."""

    async def ailing(*tiers: str) -> list[str]:
        return [*tiers]

    async def work() -> None:
        assert (await looks.database(MemoryRecords(), MemoryEngine())()).status == "healthy"
        assert (await looks.archive(MemoryArchive())()).status == "healthy"
        assert (await looks.cache(ailing)()).status == "healthy"
        assert (await looks.cache(lambda: ailing("redis"))()).status == "degraded"
        assert (await looks.cache(lambda: ailing("redis"), used=False)()).status == "healthy"
        assert (await looks.disk(tmp_path)()).reason.endswith("GB free.")

    run(work)


def test_probes_are_answered_while_every_server_is_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real PostgreSQL and Redis hear and do not answer; the service says so, and recovers."""
    with ExitStack() as open_:
        postgres = open_.enter_context(postgres_running(*HASTY))
        redis, llm = open_.enter_context(redis_running()), open_.enter_context(openai_server(empty))
        url = postgres.database()
        asyncio.run(migrate_all(url))
        monkeypatch.setenv("REDIS_URL", redis.url)
        model = f"openai-compatible:m@{llm.url}"
        at, _ = open_.enter_context(served(tmp_path, database_url=url, model=model))
        client = open_.enter_context(httpx.Client(base_url=at, timeout=5))
        assert client.get("/readyz").status_code == 200
        with frozen(redis.process.pid, *pids_of(postgres)):
            _until(lambda: client.get("/readyz").status_code == 503)
            for _ in range(100):
                assert client.get("/livez").status_code == 200
                told = client.get("/health/").json()["components"]
            assert told["database"]["status"] == "unhealthy"
            assert told["cache"]["status"] == "degraded"
        _until(lambda: client.get("/readyz").status_code == 200)
        assert llm.bodies == []


def test_a_server_that_is_told_to_stop_is_not_ready_and_serves_on(tmp_path: Path) -> None:
    """What was begun is ended, what comes meanwhile is served, and then it ends with code 0."""
    with served(tmp_path, "--workers", "2", drain_seconds="2") as (url, process):
        process.send_signal(signal.SIGTERM)
        _until(lambda: httpx.get(f"{url}/readyz").status_code == 503)
        told = httpx.get(f"{url}/health/")
        assert (told.status_code, told.json()["draining"]) == (200, True)
        assert httpx.get(f"{url}/plugins/").status_code == 200
        assert process.wait(30) == 0


def test_doctor_tells_what_the_service_tells_and_what_to_do(tmp_path: Path) -> None:
    """Each component with its state; an archive that cannot be used is an error."""
    with served(tmp_path):
        pass
    command = [sys.executable, "-m", "conspectus", "doctor"]
    env = environment(tmp_path) | {"COLUMNS": "160"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    for name in ("database", "llm_api", "cache", "archive", "workers", "disk"):
        assert f"│ {name} " in done.stdout
    assert "No worker lives." in done.stdout
    assert "conspectus worker" in done.stdout
    assert done.returncode == 0
    env |= {"REDIS_URL": "redis://127.0.0.1:1/0", "CONSPECTUS_MODEL": "ollama:nobody"}
    ill = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert "Not usable: redis." in ill.stdout
    assert "Check REDIS_URL" in ill.stdout


def _until(holds: Callable[[], bool]) -> None:
    """Wait for what must come; fail after twenty seconds."""
    until = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.02)
