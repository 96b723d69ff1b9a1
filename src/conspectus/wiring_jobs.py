"""The composition root of jobs: records, engine and archive on this machine."""

import asyncio
import os
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from conspectus.adapters.answers_job import JobAnswers
from conspectus.adapters.archive_folder import FolderArchive
from conspectus.adapters.model_cached import CachedModel, HmacSeal, UnaskedModel
from conspectus.adapters.model_paced import PacedModel
from conspectus.adapters.model_slots import SlottedModel
from conspectus.adapters.records_sql import (
    LeaseEngine,
    SqlAudit,
    SqliteDatabase,
    SqlKeyRing,
    SqlRecords,
    migrate,
)
from conspectus.domain.job import Task
from conspectus.ports import Archive, Audit, JobEngine, KeyRing, Model, Records
from conspectus.service import Service
from conspectus.service.jobs import Jobs
from conspectus.service.worker import Worker
from conspectus.settings import Settings
from conspectus.wiring import OFFLINE, Around, model, open_service


@dataclass(frozen=True, slots=True)
class Works:
    """One document at a time, jobs of many, and who does the work of jobs in this process."""

    service: Service
    jobs: Jobs
    worker: Worker
    stores: "Stores"


@dataclass(frozen=True, slots=True)
class Stores:
    """Where the truth about jobs, their work, their files, and the keys to them lie."""

    records: Records
    engine: JobEngine
    archive: Archive
    keys: KeyRing
    audit: Audit


@asynccontextmanager
async def open_works(settings: Settings, service: Service | None = None) -> AsyncIterator[Works]:
    """Open records, archive and service; migrate; close all in reverse. A service may be brought.

    A pace that the settings set is kept by all processes on the same records together.
    """
    async with AsyncExitStack() as closing:
        database = await closing.enter_async_context(open_records(settings))
        records = SqlRecords(database)
        paced = _paced(settings, records)
        if service is None:
            opened = open_service(settings, paced=paced)
            service = await closing.enter_async_context(opened)
        engine = LeaseEngine(database, settings.lease_seconds)
        archive = FolderArchive(archive_folder(settings))
        models = Models(settings, service.model, records, paced, closing)
        jobs = Jobs(
            records,
            engine,
            archive,
            service,
            models.replaying,
            settings.model,
            settings.max_bytes,
            stamp(settings),
        )
        worker = Worker(records, engine, archive, service, models.asking, settings.slots)
        doors = SqlKeyRing(database), SqlAudit(database)
        yield Works(service, jobs, worker, Stores(records, engine, archive, *doors))


@asynccontextmanager
async def open_keys(settings: Settings) -> AsyncIterator[KeyRing]:
    """Open the keys alone."""
    async with open_records(settings) as database:
        yield SqlKeyRing(database)


def _paced(settings: Settings, records: Records) -> Around | None:
    pace = settings.model_per_minute
    return (lambda bare: PacedModel(bare, records, pace)) if pace else None


@asynccontextmanager
async def open_records(settings: Settings) -> AsyncIterator[SqliteDatabase]:
    """Open the database of the records, migrated."""
    async with SqliteDatabase(records_file(settings)) as database:
        await migrate(database)
        yield database


def records_file(settings: Settings) -> Path:
    """Return where the records lie."""
    return settings.data_dir / "records.db"


def archive_folder(settings: Settings) -> Path:
    """Return where uploads and reports lie."""
    return settings.data_dir / "archive"


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
    ) -> None:
        self._settings = settings
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
            kept = CachedModel(self._model(name), answers)
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
            settings = self._settings.model_copy(update={"model": name})
            self._bare[name] = model(settings, self._closing, lambda bare: bare, self._paced)
        return self._bare[name]

    def _slots_of(self, name: str) -> asyncio.Semaphore:
        many = (os.cpu_count() or 1) if name == OFFLINE else self._settings.model_at_once
        return self._slots.setdefault(name, asyncio.Semaphore(many))
