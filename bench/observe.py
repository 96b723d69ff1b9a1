"""`python -m bench.observe`: what watching costs, and how probes fare while all is frozen."""

import asyncio
import json
import os
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, redirect_stderr
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from bench.asking import BOUNDARY
from bench.forms import EXAMPLES
from bench.measure import Figure
from conspectus.adapters.observe_log import LogObserver
from conspectus.adapters.observe_several import SeveralObservers
from conspectus.asgi import open_desk
from conspectus.ports import SILENCE, Observer
from conspectus.service.health import LOOK_SECONDS, Component, Health, Look
from conspectus.settings import Settings
from conspectus.web import Desk, create

ROUNDS, PROBES = 300, 10_000


def figures() -> Iterator[Figure]:
    """Measure one after the other."""
    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as nowhere:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = f"{folder}/metrics"
        with redirect_stderr(nowhere):
            told = asyncio.run(_watched(Settings(data_dir=Path(folder), rate_limit=None)))
    yield from told


async def _watched(settings: Settings) -> list[Figure]:
    async with _opened(settings) as (app, desk):
        probed = await _probed(app, desk)
        watching = _Watching(app, desk)
        # a socket that names TCP, as `serve` has it: else small answers wait for 40 ms
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.bind(("127.0.0.1", 0))
        config = uvicorn.Config(watching, lifespan="off", log_config=None, access_log=False)
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        port = listening.getsockname()[1]
        asks = (
            ("a form seen before, counted", "POST /generate/", _form(), "counted"),
            ("a form seen before, counted and logged", "POST /generate/", _form(), "on"),
            ("a list of jobs, counted", "GET /jobs/", b"", "counted"),
            ("a list of jobs, counted and logged", "GET /jobs/", b"", "on"),
        )
        shares = [await _share(name, port, ask, body, how) for name, ask, body, how in asks]
        server.should_exit = True
        await serving
        return [*shares, *probed]


async def _share(name: str, port: int, ask: str, body: bytes, how: str) -> Figure:
    """Return by how much a request takes longer when it is watched, in percent."""
    words = [sys.executable, "-m", "bench.asking", str(port), *ask.split(" "), str(ROUNDS), how]
    pipes = {"stdin": asyncio.subprocess.PIPE, "stdout": asyncio.subprocess.PIPE}
    client = await asyncio.create_subprocess_exec(*words, **pipes)
    told, _ = await client.communicate(body)
    took = json.loads(told)
    pairs = zip(took[how], took["off"], strict=True)
    ratio = median(on / off for on, off in pairs)
    sys.stdout.write(f"{name}: {1e6 * median(took['off']):.0f} us unwatched\n")
    return Figure(name, 100 * (ratio - 1), 5, "%")


class _Watching:
    """The application; `x-watched` turns observers `on`, `off`, or on without log: `counted`."""

    def __init__(self, app: FastAPI, desk: Desk) -> None:
        self._app = app
        self._desk = desk
        self._outer, self._inner = desk.observer, desk.service.observer
        several = [one for one in (self._outer, self._inner) if isinstance(one, SeveralObservers)]
        self._each = [(one, one._observers) for one in several]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        self._turn(dict(scope["headers"]).get(b"x-watched", b"on"))
        await self._app(scope, receive, send)

    def _turn(self, how: bytes) -> None:
        for one, observers in self._each:
            told = tuple(o for o in observers if how == b"on" or not isinstance(o, LogObserver))
            one._observers = told if how != b"off" else ()
        outer: Observer = self._outer if how != b"off" else SILENCE
        object.__setattr__(self._desk, "observer", outer)
        self._desk.service.observer = self._inner if how != b"off" else SILENCE


async def _probed(app: FastAPI, desk: Desk) -> list[Figure]:
    """Probe, and count how often each component is looked at."""
    looked, began = Counter[str](), perf_counter()

    def counted(name: str) -> Look:
        async def look() -> Component:
            looked[name] += 1
            return Component()

        return look

    usual = desk.health
    async with Health({name: counted(name) for name in usual.components}) as health:
        object.__setattr__(desk, "health", health)
        for n in range(PROBES):
            await _asked(app, "GET", ("/readyz", "/livez", "/health/")[n % 3])
    object.__setattr__(desk, "health", usual)
    rounds = 1 + (perf_counter() - began) / LOOK_SECONDS
    most = max(looked.values()) / rounds
    return [Figure(f"looks at a component for {PROBES:,} probes, a time to live", most, 1, "")]


async def _asked(app: FastAPI, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
    """Ask the application itself, with no client between."""
    told: list[Any] = []
    sent = False

    async def receive() -> dict[str, Any]:
        nonlocal sent
        if sent:
            await asyncio.Event().wait()
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        told.append(message)

    kind = f"multipart/form-data; boundary={BOUNDARY}".encode()
    head = [(b"host", b"127.0.0.1"), (b"content-type", kind)] if body else [(b"host", b"127.0.0.1")]
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [*head, (b"content-length", str(len(body)).encode())],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
        "scheme": "http",
        "http_version": "1.1",
    }
    await app(scope, receive, send)
    return told[0]["status"], b"".join(one.get("body", b"") for one in told[1:])


@asynccontextmanager
async def _opened(settings: Settings) -> AsyncIterator[tuple[FastAPI, Desk]]:
    app = create(lambda: open_desk(settings))
    async with app.router.lifespan_context(app):
        yield app, app.state.desk


def _form() -> bytes:
    head = 'Content-Disposition: form-data; name="file"; filename="form.pdf"'
    field = 'Content-Disposition: form-data; name="plugin_id"\r\n\r\ninformed-consent-ki'
    parts = (
        f"--{BOUNDARY}\r\n{field}\r\n--{BOUNDARY}\r\n{head}\r\n\r\n".encode(),
        EXAMPLES[0].read_bytes(),
        f"\r\n--{BOUNDARY}--\r\n".encode(),
    )
    return b"".join(parts)


def frozen() -> Iterator[Figure]:
    """Probe a real server while a real PostgreSQL and Redis hear and do not answer."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
    from bench.postgres import HASTY, running
    from frozen import frozen as stopped  # the stand-ins of the tests
    from frozen import pids_of
    from postgres_server import migrate_all
    from redis_server import running as redis_running
    from served import served

    with ExitStack() as open_, tempfile.TemporaryDirectory() as folder:
        postgres, redis = open_.enter_context(running(*HASTY)), open_.enter_context(redis_running())
        url = postgres.database()
        asyncio.run(migrate_all(url))
        os.environ["REDIS_URL"] = redis.url
        at, _ = open_.enter_context(served(Path(folder), database_url=url, model="ollama:nobody"))
        client = open_.enter_context(httpx.Client(base_url=at, timeout=30))
        with stopped(redis.process.pid, *pids_of(postgres)):
            took, until = [], perf_counter() + 4 * LOOK_SECONDS
            while perf_counter() < until:
                began = perf_counter()
                client.get("/readyz")
                took.append(perf_counter() - began)
            told = client.get("/health/").json()["components"]
            assert told["database"]["status"] == "unhealthy", told
        p99 = quantiles(took, n=100)[-1]
        yield Figure("/readyz while PostgreSQL and Redis are frozen, p99", 1000 * p99, 1000, "ms")


if __name__ == "__main__":
    for figure in (*figures(), *frozen()):
        print(figure, flush=True)
