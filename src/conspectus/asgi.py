"""The application for any ASGI server: `uvicorn --factory conspectus.asgi:create_app`."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from ipaddress import ip_network

from fastapi import FastAPI

from conspectus.adapters.courier_http import HttpCourier
from conspectus.adapters.observe_metrics import Gatherer, MetricsObserver, joined
from conspectus.adapters.observe_several import SeveralObservers
from conspectus.adapters.worker_child import WorkerChild
from conspectus.domain.ending import ended
from conspectus.domain.errors import UnknownModel
from conspectus.domain.hooks import Network
from conspectus.ports import Observer, Printer
from conspectus.service.cache import AnswerCache
from conspectus.service.compare import Comparisons
from conspectus.service.health import UP, Health
from conspectus.service.hooks import Hooks
from conspectus.service.keys import Keys
from conspectus.service.looks import OwnWorker
from conspectus.service.news import News
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
from conspectus.wiring import Cache, open_cache, printer
from conspectus.wiring_health import components
from conspectus.wiring_jobs import Works, open_works
from conspectus.wiring_models import OFFLINE, strangers, with_model
from conspectus.wiring_observe import open_told

EXPIRE_SECONDS, SEND_SECONDS, LOOK_SECONDS = 600.0, 1.0, 10.0
_log = logging.getLogger("conspectus")


def create_app() -> FastAPI:
    """Return the application that the settings describe; it makes documents itself."""
    return _created(apart=False)


def create_served() -> FastAPI:
    """Return the application as `serve` has it: a process of its own makes documents for it."""
    return _created(apart=True)


def _created(apart: bool) -> FastAPI:
    settings = Settings()  # type: ignore[call-arg]  # all have defaults
    return create(lambda: open_desk(settings, apart), settings.root_path)


@asynccontextmanager
async def open_desk(settings: Settings, apart: bool = False) -> AsyncIterator[Desk]:
    """Open everything the door needs, and have queued documents made until it is closed.

    They are made in this process, or `apart` in one of its own; by others alone where the settings
    give no slots.
    """
    async with AsyncExitStack() as closing:
        enter = closing.enter_async_context
        told = (await enter(open_told(settings, "info"))).observers
        counter = MetricsObserver(joined())
        observers = (*told, counter)
        news = News()
        child = await enter(WorkerChild(heard=news.tell)) if apart and settings.slots else None
        ring = child.ring if child else None
        works = await enter(open_works(settings, observers=observers, ring=ring, news=news))
        cache = await enter(open_cache(settings))
        courier = await enter(HttpCourier(networks(settings)))
        own = await enter(_own_worker(works.worker, child)) if settings.slots else None
        looks = components(settings, works.stores, cache, works.watch, own)
        health = await enter(Health(looks))
        closing.enter_context(draining(partial(_drain, health, child), settings.drain_seconds))
        opened = (settings, works, cache, health, courier, printer(settings, closing))
        desk = _desk(*opened, counter, SeveralObservers(*observers))
        await enter(_chore(EXPIRE_SECONDS, desk.retention.expire))
        await enter(_chore(SEND_SECONDS, desk.hooks.send))
        await enter(_chore(LOOK_SECONDS, _beats(counter)))
        await enter(_chore(LOOK_SECONDS, lambda: look(desk)))
        yield desk


def _desk(
    settings: Settings,
    works: Works,
    cache: Cache,
    health: Health,
    courier: HttpCourier,
    press: Printer,
    counter: MetricsObserver,
    observer: Observer,
) -> Desk:
    """Put together what handlers ask."""
    stores, service = works.stores, works.service
    originals = Originals(stores.records, stores.archive, service.reader, press)
    kept = (stores.records, stores.archive, stores.reviews)
    days = settings.retention_days or None
    lasting = ("sqlite", "redis") if settings.redis_url else ("sqlite",)
    gather = Gatherer(
        counter,
        lambda: stores.records.stands(ALIVE_SECONDS),
        service.version,
        settings.data_dir,
        components=lambda: {name: UP[one.status] for name, one in health.components.items()},
        held=cache.held,
    )
    return Desk(
        service=service,
        jobs=works.jobs,
        originals=originals,
        reviews=Reviews(*kept, service, originals.source),
        comparisons=Comparisons(stores.records, stores.archive, originals.source),
        keys=Keys(stores.keys),
        sessions=Sessions(stores.sessions, stores.keys),
        hooks=Hooks(stores.hooks, courier),
        retention=Retention(works.jobs, stores.records, stores.audit, cache.answers, days),
        cache=AnswerCache(cache.answers, cache.ledger.totals, lasting),
        policy=policy(settings),
        health=health,
        seen=Seen(stores.records, stores.archive, {OFFLINE}),
        metrics=Metrics(gather, service.version),
        observer=observer,
        quota=Quota(settings.rate_limit if settings.auth or settings.open else None),
    )


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
async def _own_worker(worker: Worker, child: WorkerChild | None) -> AsyncIterator[OwnWorker]:
    """Have documents made meanwhile by the child, once it is ready, or else in this process.

    At the end the worker in this process finishes what is under way, or hands it back.
    """
    if child:
        await child.ready()
        yield OwnWorker(lambda: child.works, lambda: child.ailment, lambda: child.returns)
        return
    stop = asyncio.Event()
    task = asyncio.create_task(worker.run(stop))
    try:
        yield OwnWorker(lambda: not task.done(), lambda: worker.ailment)
    finally:
        stop.set()
        await asyncio.gather(task, return_exceptions=True)


def _drain(health: Health, child: WorkerChild | None) -> None:
    """Be ready no more, and start no further worker."""
    health.drain()
    if child:
        child.leave()


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
        await ended([task])
