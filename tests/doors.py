"""The HTTP door over stand-ins or SQLite, with a worker behind it, in this process."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from conspectus.adapters.model_offline import OfflineModel
from conspectus.adapters.observe_metrics import Gatherer, MetricsObserver
from conspectus.adapters.render_html import HtmlRenderer
from conspectus.adapters.render_markdown import MarkdownRenderer
from conspectus.ports import Model
from conspectus.service import looks
from conspectus.service.cache import AnswerCache
from conspectus.service.compare import Comparisons
from conspectus.service.health import Health
from conspectus.service.hooks import Hooks
from conspectus.service.keys import Keys
from conspectus.service.originals import Originals
from conspectus.service.retention import Retention
from conspectus.service.review import Reviews
from conspectus.service.seen import Seen
from conspectus.service.sessions import Sessions
from conspectus.testing import BlankPrinter, DictAnswers, ListCourier, TextReader
from conspectus.web import Desk, Policy, create
from conspectus.web.metrics import Metrics
from conspectus.web.quota import Quota
from offices import Office, office, text
from plugins import plugin
from stores import opened

URL = "http://127.0.0.1"


@dataclass
class Door:
    """A client of the application, and what stands behind it."""

    client: httpx.AsyncClient
    app: FastAPI
    desk: Desk
    office: Office
    answers: DictAnswers

    async def ended(self, job: str) -> dict[str, Any]:
        """Return the status of a job once it has ended."""
        answer = await self.client.get(f"/jobs/{job}/status/?wait=20")
        status: dict[str, Any] = answer.json()
        assert status["progress"] == 1, status
        return status

    async def batch(self, *texts: str, **headers: str) -> httpx.Response:
        """Post texts as the files of a batch."""
        given = [("files", (f"form{n}.txt", one.encode())) for n, one in enumerate(texts)]
        data = {"plugin_id": plugin.id}
        return await self.client.post("/generate/batch/", data=data, files=given, headers=headers)

    async def generate(self, given: str | bytes = "", **more: Any) -> httpx.Response:
        """Post one text."""
        data = given if isinstance(given, bytes) else (given or text(0)).encode()
        form = {"plugin_id": plugin.id, **more.pop("data", {})}
        files = {"file": (more.pop("name", "form.txt"), data)}
        return await self.client.post("/generate/", data=form, files=files, **more)


@asynccontextmanager
async def door(
    folder: Path,
    kind: str = "memory",
    policy: Policy | None = None,
    model: Model | None = None,
    rate: str | None = None,
    tries: str | None = None,
    root_path: str = "",
    working: bool = True,
) -> AsyncIterator[Door]:
    """Open a door; a worker takes documents up unless told otherwise."""
    async with opened(kind, folder) as stores:
        behind = office(stores, model or OfflineModel())
        behind.service.renderers = {
            **behind.service.renderers,
            "html": HtmlRenderer(),
            "md": MarkdownRenderer(),
        }
        answers = DictAnswers()

        async def totals() -> dict[str, int]:
            return {"misses": 3, "millionths_saved": 1_500_000}

        originals = Originals(stores.records, stores.archive, TextReader(), BlankPrinter())
        kept = (stores.records, stores.archive, stores.reviews)
        health = Health({"database": looks.database(stores.records, stores.engine)})
        await health.look()
        counter = MetricsObserver()
        gather = Gatherer(counter, lambda: stores.records.stands(20), "9.9.9", folder)
        desk = Desk(
            service=behind.service,
            jobs=behind.jobs,
            originals=originals,
            reviews=Reviews(*kept, behind.service, originals.source),
            comparisons=Comparisons(stores.records, stores.archive, originals.source),
            keys=Keys(stores.keys),
            sessions=Sessions(stores.sessions, stores.keys),
            hooks=Hooks(stores.hooks, ListCourier()),
            retention=Retention(behind.jobs, stores.records, stores.audit, answers, days=1),
            cache=AnswerCache(answers, totals),
            policy=policy or Policy(models={"fast": "a-model"}),
            health=health,
            seen=Seen(stores.records, stores.archive, {"offline"}, stores.clock),
            metrics=Metrics(gather, "9.9.9"),
            observer=counter,
            quota=Quota(rate),
            tries=Quota(tries),
        )

        @asynccontextmanager
        async def open_desk() -> AsyncIterator[Desk]:
            stop = asyncio.Event()
            work = asyncio.create_task(behind.worker.run(stop)) if working else None
            yield desk
            stop.set()
            if work:
                await work

        app = create(open_desk, root_path)
        transport = httpx.ASGITransport(app, client=("127.0.0.1", 1))
        async with (
            app.router.lifespan_context(app),
            httpx.AsyncClient(transport=transport, base_url=URL) as client,
        ):
            yield Door(client, app, desk, behind, answers)


Visit = Callable[[Door], Awaitable[Any]]


def visit(folder: Path, **given: Any) -> Callable[[Visit], Any]:
    """Return what runs an asynchronous test at a door."""

    def run(work: Visit) -> Any:
        async def within() -> Any:
            async with door(folder, **given) as found:
                return await asyncio.wait_for(work(found), 60)

        return asyncio.run(within())

    return run
