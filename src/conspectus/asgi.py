"""The application for any ASGI server: `uvicorn --factory conspectus.asgi:create_app`."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from ipaddress import ip_network

from fastapi import FastAPI

from conspectus.adapters.courier_http import HttpCourier
from conspectus.adapters.observe_metrics import Gatherer, MetricsObserver, joined
from conspectus.adapters.observe_several import SeveralObservers
from conspectus.domain.errors import UnknownModel
from conspectus.domain.hooks import Network
from conspectus.service.cache import AnswerCache
from conspectus.service.compare import Comparisons
from conspectus.service.health import UP, Health
from conspectus.service.hooks import Hooks
from conspectus.service.keys import Keys
from conspectus.service.looks import OwnWorker
from conspectus.service.originals import Originals
from conspectus.service.pulse import ALIVE_SECONDS
from conspectus.service.retention import Retention
from conspectus.service.review import Reviews
from conspectus.service.seen import Seen
from conspectus.service.sessions import Sessions
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.web import Desk, Policy, create
from conspectus.web.draining import draining
from conspectus.web.figures import look
from conspectus.web.metrics import Metrics
from conspectus.web.quota import Quota
from conspectus.wiring import open_cache, printer
from conspectus.wiring_health import components
from conspectus.wiring_jobs import open_works
from conspectus.wiring_models import OFFLINE, strangers, with_model
from conspectus.wiring_observe import open_told

EXPIRE_SECONDS, SEND_SECONDS, LOOK_SECONDS = 600.0, 1.0, 10.0
_log = logging.getLogger("conspectus")


def create_app() -> FastAPI:
    """Return the application that the settings describe."""
    settings = Settings()  # type: ignore[call-arg]  # all have defaults
    return create(lambda: open_desk(settings), settings.root_path)


@asynccontextmanager
async def open_desk(settings: Settings) -> AsyncIterator[Desk]:
    """Open everything the door needs, and work on queued documents until it is closed."""
    async with AsyncExitStack() as closing:
        told = (await closing.enter_async_context(open_told(settings, "info"))).observers
        counter = MetricsObserver(joined())
        observers = (*told, counter)
        works = await closing.enter_async_context(open_works(settings, observers=observers))
        stores = works.stores
        cache = await closing.enter_async_context(open_cache(settings))
        lasting = ("sqlite", "redis") if settings.redis_url else ("sqlite",)
        reading = works.service.reader, printer(settings)
        originals = Originals(stores.records, stores.archive, *reading)
        kept = (stores.records, stores.archive, stores.reviews)
        reviews = Reviews(*kept, works.service, originals.source)
        days = settings.retention_days or None
        retention = Retention(works.jobs, stores.records, stores.audit, cache.answers, days)
        working = await closing.enter_async_context(_working(works.worker))
        await closing.enter_async_context(_chore(EXPIRE_SECONDS, retention.expire))
        courier = await closing.enter_async_context(HttpCourier(networks(settings)))
        hooks = Hooks(stores.hooks, courier)
        await closing.enter_async_context(_chore(SEND_SECONDS, hooks.send))
        await closing.enter_async_context(_chore(LOOK_SECONDS, _beats(counter)))
        own = OwnWorker(lambda: not working.done(), lambda: works.worker.ailment)
        looks = components(settings, stores, cache, works.watch, own)
        health = await closing.enter_async_context(Health(looks))
        closing.enter_context(draining(health.drain, settings.drain_seconds))
        gather = Gatherer(
            counter,
            lambda: stores.records.stands(ALIVE_SECONDS),
            works.service.version,
            settings.data_dir,
            components=lambda: {name: UP[one.status] for name, one in health.components.items()},
            held=cache.held,
        )
        desk = Desk(
            service=works.service,
            jobs=works.jobs,
            originals=originals,
            reviews=reviews,
            comparisons=Comparisons(stores.records, stores.archive, originals.source),
            keys=Keys(stores.keys),
            sessions=Sessions(stores.sessions, stores.keys),
            hooks=hooks,
            retention=retention,
            cache=AnswerCache(cache.answers, cache.ledger.totals, lasting),
            policy=policy(settings),
            health=health,
            seen=Seen(stores.records, stores.archive, {OFFLINE}),
            metrics=Metrics(gather, works.service.version),
            observer=SeveralObservers(*observers),
            quota=Quota(settings.rate_limit if settings.auth or settings.open else None),
        )
        await closing.enter_async_context(_chore(LOOK_SECONDS, lambda: look(desk)))
        yield desk


def _beats(counter: MetricsObserver) -> Callable[[], Awaitable[None]]:
    async def beat() -> None:
        counter.beat()

    return beat


def policy(settings: Settings) -> Policy:
    """Return what the settings allow at the door."""
    return Policy(
        auth=settings.auth,
        open=settings.open,
        most_files=settings.max_files,
        most_bytes=settings.max_bytes,
        model=settings.model,
        models=settings.models,
        strangers=strangers(settings),
        abroad={name: _abroad(settings, model) for name, model in settings.models.items()},
    )


def _abroad(settings: Settings, model: str) -> tuple[str, ...]:
    try:
        return strangers(with_model(settings, model))
    except UnknownModel:
        return ()  # whoever asks for it is told


def networks(settings: Settings) -> list[Network]:
    """Return the networks that webhooks may reach though they are not public."""
    given = settings.webhook_networks.split(",")
    return [ip_network(one.strip()) for one in given if one]


@asynccontextmanager
async def _working(worker: Worker) -> AsyncIterator[asyncio.Task[None]]:
    """Let a worker run meanwhile; at the end it finishes what is under way, or hands it back."""
    stop = asyncio.Event()
    task = asyncio.create_task(worker.run(stop))
    try:
        yield task
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _chore(seconds: float, chore: Callable[[], Awaitable[object]]) -> AsyncIterator[None]:
    """Do a chore every so many seconds meanwhile."""

    async def run() -> None:
        while True:
            try:
                await chore()
            except Exception as error:  # noqa: BLE001  # what fails now may be well later
                _log.error("A chore failed; it is tried again.", extra={"raised": error})
            await asyncio.sleep(seconds)

    task = asyncio.create_task(run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
