"""Between rows and nouns."""

import json
from collections.abc import Mapping
from typing import cast

from conspectus.adapters.records_sql.database import Row
from conspectus.domain.job import (
    STATES,
    Event,
    Failure,
    Job,
    JobDocument,
    JobState,
    Order,
    Tally,
    Times,
    status_of,
)
from conspectus.domain.usage import Usage

USAGE = "calls, cache_hits, coalesced, input_tokens, output_tokens, cost_usd, saved_usd, seconds"
COUNTS = ", ".join(STATES)
JOB = (
    f"id, workspace, plugin, parameters, model, version, priority, label, traceparent, "
    f"{COUNTS}, queued_at, running_at, ended_at, {USAGE}"
)
DOCUMENT = (
    "id, job, position, name, sha256, status, stage, progress, code, detail, retryable, attempts, "
    f"queued_at, running_at, ended_at, {USAGE}, findings, errors, words, grade"
)


def job_of(row: Row) -> Job:
    """Return the job of a row of JOB."""
    id_, workspace, plugin, parameters, model, version, priority, label, parent = row[:9]
    counts = dict(zip(STATES, row[9:14], strict=True))
    return Job(
        id_,
        workspace,
        Order(plugin, json.loads(parameters), model, version),
        priority,
        label,
        counts,
        _times(row[14:17], status_of(counts)),
        Usage(*row[17:]),
        parent,
    )


def document_of(row: Row) -> JobDocument:
    """Return the document of a row of DOCUMENT."""
    id_, job, position, name, sha256, status, stage, progress, code, detail, retryable = row[:11]
    return JobDocument(
        id_,
        job,
        position,
        name,
        sha256,
        status,
        stage,
        progress,
        failure=None if code is None else Failure(code, detail, bool(retryable)),
        attempts=row[11],
        times=_times(row[12:15], status),
        usage=Usage(*row[15:23]),
        tally=None if row[23] is None else Tally(*row[23:]),
    )


def event_of(row: Row) -> Event:
    """Return the event of a whole row of events."""
    job, number, kind, data, time = row
    return Event(job, number, kind, json.loads(data), time)


def plain(data: Mapping[str, object]) -> str:
    """Return JSON."""
    return json.dumps(dict(data), ensure_ascii=False, separators=(",", ":"))


def _times(row: Row, status: JobState) -> Times:
    queued, running, ended = row
    times = {"queued": queued, "running": running, status if ended else "": ended}
    return cast(Times, {state: at for state, at in times.items() if state and at is not None})
