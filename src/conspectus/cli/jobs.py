"""`conspectus jobs` and `conspectus replay`."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from rich.console import Console
from rich.markup import escape
from rich.table import Column, Table

from conspectus.cli.open import settings
from conspectus.cli.output import write_out
from conspectus.domain.errors import UnknownJob
from conspectus.domain.job import Job
from conspectus.service.jobs import Jobs
from conspectus.service.retention import Retention
from conspectus.service.views import moment
from conspectus.wiring_jobs import open_works
from conspectus.wiring_models import OFFLINE

T = TypeVar("T")
OWN = ""


def show_all(most: int) -> None:
    """Print a table of the latest jobs."""
    columns = [Column(name, no_wrap=True) for name in ("job", "status", "done", "queued")]
    table = Table(*columns, "plugin", Column("model", overflow="fold"), "from")
    for job in _ask(lambda jobs: jobs.jobs(OWN, most=most)):
        done = f"{round(job.progress * job.total)}/{job.total}"
        order, queued = job.order, moment(job.times["queued"])[:16].replace("T", " ")
        told = (job.status, done, queued, order.plugin, order.model, job.label)
        table.add_row(job.id, *map(escape, told))
    Console().print(table)


def show(job: str, as_json: bool) -> None:
    """Print a job and its documents."""
    status = _ask(lambda jobs: jobs.status(OWN, job))
    if as_json:
        write_out(json.dumps(status, indent=2).encode() + b"\n")
        return
    _print(status)


def show_traced(trace_id: str) -> None:
    """Print the jobs of a trace and their documents, of whatever workspace they are."""

    async def traced(jobs: Jobs) -> list[dict[str, Any]]:
        return [await jobs.status(job.workspace, job.id) for job in await jobs.traced(trace_id)]

    found = _ask(traced)
    if not found:
        raise UnknownJob("No job belongs to this trace. Look for the id in the log.")
    for status in found:
        _print(status)


def _print(status: Mapping[str, Any]) -> None:
    table = Table(
        Column("document", no_wrap=True),
        Column("name", overflow="fold"),
        "status",
        "stage",
        "reason",
    )
    for one in status["documents"]:
        reason = one["error"]["detail"] if one["error"] else ""
        cells = (one["name"], one["status"], one["stage"] or "", reason)
        table.add_row(one["document_id"], *map(escape, cells))
    counts = ", ".join(f"{n} {state}" for state, n in status["counts"].items() if n)
    job = f"{status['job_id']}: {status['status']} ({counts})"
    Console().print(job, table, highlight=False)


def cancel(job: str) -> None:
    """Cancel a job."""
    _tell(_ask(lambda jobs: jobs.cancel(OWN, job)))


def retry(job: str) -> None:
    """Queue again what failed or was cancelled."""
    _tell(_ask(lambda jobs: jobs.retry(OWN, job)))


def delete(job: str) -> None:
    """Delete a job; a line of the audit trail stays."""

    async def work() -> None:
        async with open_works(settings(model=OFFLINE)) as works:
            stores = works.stores
            await Retention(works.jobs, stores.records, stores.audit).delete(OWN, job, "owner")

    asyncio.run(work())
    Console(stderr=True).print(f"{job} is deleted", highlight=False)


def replay(job: str, document: str) -> int:
    """Print a report made again; return 1 when it is not the same."""

    async def work(jobs: Jobs) -> tuple[bytes, bool]:
        await jobs.job(OWN, job)
        whole = document if document.startswith(job) else f"{job}-{int(document):06}"
        replayed = await jobs.replay(OWN, whole)
        return replayed.report, replayed.same

    report, same = _ask(work, None)
    write_out(report)
    told = "the same, byte for byte" if same else "NOT the same as the one that is kept"
    Console(stderr=True).print(f"The report is {told}.", highlight=False)
    return 0 if same else 1


def _tell(job: Job) -> None:
    counts = ", ".join(f"{n} {state}" for state, n in job.counts.items() if n)
    Console(stderr=True).print(f"{job.id} is {job.status} ({counts})", highlight=False)


def _ask(work: Callable[[Jobs], Awaitable[T]], model: str | None = OFFLINE) -> T:
    """Open the jobs and ask; most questions need no model, and so not its key."""

    async def opened() -> T:
        chosen = settings(model=model)
        async with open_works(chosen) as works:
            return await work(works.jobs)

    return asyncio.run(opened())
