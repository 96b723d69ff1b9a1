"""The composition root of jobs: who asks for them, who makes them, and by which models."""

import asyncio
import os
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256

from conspectus.adapters.answers_job import JobAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal, UnaskedModel
from conspectus.adapters.model_paced import PacedModel
from conspectus.adapters.model_slots import SlottedModel
from conspectus.adapters.observe_models import ModelWatch
from conspectus.adapters.observe_several import SeveralObservers
from conspectus.adapters.observe_totals import TotalsObserver
from conspectus.domain.job import Task
from conspectus.domain.totals import Tallies
from conspectus.ports import KeyRing, Model, Observer, Records
from conspectus.service import Service
from conspectus.service.jobs import Jobs
from conspectus.service.news import News
from conspectus.service.pulse import Pulse
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.wiring import OBSERVERS, open_service
from conspectus.wiring_models import OFFLINE, Around, model, with_model
from conspectus.wiring_stores import Stores, open_stores


@dataclass(frozen=True, slots=True)
class Works:
    """One document at a time, jobs of many, and who does the work of jobs in this process."""

    service: Service
    jobs: Jobs
    worker: Worker
    stores: Stores
    watch: ModelWatch


@asynccontextmanager
async def open_works(
    settings: Settings,
    service: Service | None = None,
    counts: Counter[str] | None = None,
    observers: Sequence[Observer] = (),
    ring: Callable[[], None] | None = None,
    news: News | None = None,
    tell: Callable[[str], None] | None = None,
) -> AsyncIterator[Works]:
    """Open stores and service; close all in reverse. A service may be brought, and observers.

    Where the worker is another process, `ring` has it look for what is queued, and `news` come from
    it; there `tell` sends them.
    A pace that the settings set is kept by all processes on the same records together.
    """
    async with AsyncExitStack() as closing:
        stores = await closing.enter_async_context(open_stores(settings))
        records = stores.records
        pace = paced(settings, records)
        tallies, watch = Tallies(), ModelWatch()
        counting = (TotalsObserver(tallies), watch, *observers)
        observer = SeveralObservers(OBSERVERS[settings.observer](), *counting)
        if service is None:
            opened = open_service(settings, observer, paced=pace, counts=counts)
            service = await closing.enter_async_context(opened)
        models = Models(settings, service.model, records, pace, closing, observer)
        held = (records, stores.engine, stores.archive, service)
        policy = (settings.model, settings.max_bytes, stamp(settings))
        news = news or News()
        jobs = Jobs(*held, models.replaying, *policy, ring=ring, news=news)
        pulse = Pulse(records, tallies, watch.failing)
        many, told = at_once(settings), tell or news.tell
        worker = Worker(*held, models.asking, many, pulse=pulse, tell=told)
        yield Works(service, jobs, worker, stores, watch)


def at_once(settings: Settings) -> int:
    """Return how many documents a worker makes at once.

    The built-in model computes all the time: where it makes all of them, more than there are
    processors would only take them from each other, and from the requests.
    """
    computed = settings.model == OFFLINE and not settings.models
    return min(settings.slots, os.cpu_count() or 1) if computed else settings.slots


@asynccontextmanager
async def open_keys(settings: Settings) -> AsyncIterator[KeyRing]:
    """Open the keys alone."""
    async with open_stores(settings) as stores:
        yield stores.keys


SHARE = 0.97
"""Of the pace allowed so much is used: calls that begin a little late never crowd one second."""


def paced(settings: Settings, records: Records) -> Around | None:
    """Return what keeps a model to the pace of the settings; None when they set none."""
    most = settings.model_per_minute
    return (lambda bare: PacedModel(bare, records, SHARE * most)) if most else None


def stamp(settings: Settings) -> str:
    """Name, in a few digits, all settings that shape a report beside plugin and model."""
    shaping = (
        settings.fallback_model,
        settings.model_words,
        settings.wording,
        settings.ocr,
        settings.max_pages,
    )
    digest = sha256(repr(shaping).encode())
    for path in settings.rules:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


JOBS_AT_HAND = 64
"""So many jobs share a model with themselves, so that identical requests of a job are one."""


class Models:
    """The models that orders name, each around with the answers of its job."""

    def __init__(
        self,
        settings: Settings,
        given: Model,
        records: Records,
        paced: Around | None,
        closing: AsyncExitStack,
        observer: Observer,
    ) -> None:
        self._settings = settings
        self._observer = observer
        self._records = records
        self._paced = paced
        self._closing = closing
        self._bare = {settings.model: given}
        self._slots: dict[str, asyncio.Semaphore] = {}
        self._lent: OrderedDict[tuple[str, str], Model] = OrderedDict()
        secret = settings.cache_secret
        self._seal = HmacSeal(secret.get_secret_value() if secret else "")

    def asking(self, task: Task) -> Model:
        """Return the model of a task. Raises UnknownModel or MissingKey."""
        name, key = task.order.model, (task.order.model, task.job)
        if key not in self._lent:
            answers = JobAnswers(self._records, task.job, self._seal)
            inner, observer = self._model(name), self._observer
            kept = CachedModel(inner, answers, observer=observer, tiers=("job",))
            self._lent[key] = SlottedModel(kept, self._slots_of(name))
            while len(self._lent) > JOBS_AT_HAND:
                self._lent.popitem(last=False)
        self._lent.move_to_end(key)
        return self._lent[key]

    def replaying(self, name: str, job: str) -> Model:
        """Return a model that knows only the answers of a job."""
        answers = JobAnswers(self._records, job, self._seal)
        return CachedModel(UnaskedModel(self._model(name)), answers)

    def _model(self, name: str) -> Model:
        if name not in self._bare:
            settings = with_model(self._settings, name)
            around = (self._closing, lambda bare: bare, self._paced)
            self._bare[name] = model(settings, *around, observer=self._observer)
        return self._bare[name]

    def _slots_of(self, name: str) -> asyncio.Semaphore:
        many = (os.cpu_count() or 1) if name == OFFLINE else self._settings.model_at_once
        return self._slots.setdefault(name, asyncio.Semaphore(many))
