"""Jobs and a worker over stand-ins or SQLite, with a model of the test's own."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from conspectus.adapters.answers_job import JobAnswers
from conspectus.adapters.model_cached import CachedModel, HmacSeal, UnaskedModel
from conspectus.adapters.render_json import JsonRenderer
from conspectus.domain.job import Task
from conspectus.ports import Model
from conspectus.service import Service
from conspectus.service.intake import Incoming
from conspectus.service.jobs import Jobs
from conspectus.service.worker import Worker
from conspectus.testing import DataRenderer, ListObserver, TextReader
from plugins import FORM, plugin
from stores import Stores


@dataclass
class Office:
    """What doors ask, who works, and what is underneath."""

    jobs: Jobs
    worker: Worker
    service: Service
    stores: Stores


def office(stores: Stores, model: Model, slots: int = 4) -> Office:
    """Build it; models are lent with the answers of the job around them."""
    service = Service(
        TextReader(),
        model,
        {"json": JsonRenderer(), "data": DataRenderer()},
        {plugin.id: plugin},
        ListObserver(),
        "9.9.9",
    )
    seal = HmacSeal()

    def asking(task: Task) -> Model:
        return CachedModel(model, JobAnswers(stores.records, task.job, seal))

    def replaying(name: str, job: str) -> Model:
        return CachedModel(UnaskedModel(model), JobAnswers(stores.records, job, seal))

    parts = (stores.records, stores.engine, stores.archive, service)
    jobs = Jobs(*parts, replaying, model.name, 100_000)
    return Office(jobs, Worker(*parts, asking, slots, first_pause=0.01), service, stores)


def text(number: int) -> str:
    """Return a form that differs from all others."""
    return FORM.replace("$20", f"${20 + number}")


def incoming(*texts: str, name: Callable[[int], str] = lambda n: f"form{n}.txt") -> list[Incoming]:
    """Return texts as files on their way in."""

    async def chunks(data: bytes) -> AsyncIterator[bytes]:
        yield data

    return [Incoming(name(n), chunks(one.encode())) for n, one in enumerate(texts)]
