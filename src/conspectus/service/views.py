"""Jobs as plain data: the shapes of the public contract."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from conspectus.domain.envelope import usage_data
from conspectus.domain.job import STATES, Event, Failure, Glance, Job, JobDocument, Times
from conspectus.domain.moments import moment as moment

Data = dict[str, Any]

SUMMARY = ("document", "status", "findings", "errors", "words", "grade", "calls", "cost_usd")
"""The columns of a summary, before `review`, `result` and `reason`."""


def job_data(job: Job) -> Data:
    """Return a job as a list shows it."""
    return {
        "job_id": job.id,
        "status": job.status,
        "plugin_id": job.order.plugin,
        "parameters": dict(job.order.parameters),
        "model": job.order.model,
        "priority": job.priority,
        "total_documents": job.total,
        "counts": {state: job.counts.get(state, 0) for state in STATES},
        "progress": round(job.progress, 4),
        "timestamps": times_data(job.times),
        "trace_id": job.trace_id or None,
        "usage": usage_data(job.usage),
    }


def status_data(job: Job, documents: Iterable[Glance]) -> Data:
    """Return a job with the state of each document."""
    return {
        **job_data(job),
        "documents": [
            {
                "document_id": id_,
                "name": name,
                "status": status,
                "stage": stage or None,
                "progress": progress,
                "error": code and {"code": code, "detail": detail, "retryable": bool(retryable)},
            }
            for id_, name, status, stage, progress, code, detail, retryable in documents
        ],
    }


def result_data(document: JobDocument, report: Data | None) -> Data:
    """Return what became of a document."""
    return {
        "document_id": document.id,
        "name": document.name,
        "status": document.status,
        "report": report,
        "usage": usage_data(document.usage),
        "error": failure_data(document.failure),
    }


def failure_data(failure: Failure | None) -> Data | None:
    """Return why there is no report."""
    if failure is None:
        return None
    return {"code": failure.code, "detail": failure.detail, "retryable": failure.retryable}


def event_data(event: Event) -> Data:
    """Return an event."""
    return {
        "number": event.number,
        "kind": event.kind,
        "time": moment(event.time),
        **event.data,
    }


def times_data(times: Times) -> dict[str, str]:
    """Return the time of each state that was reached."""
    return {state: moment(at) for state, at in times.items()}


def summary_row(document: JobDocument, result: str, review: str = "draft") -> tuple[object, ...]:
    """Return a document's line of a summary; `result` names the file of its report, if any."""
    tally, usage = document.tally, document.usage
    told = (tally.findings, tally.errors, tally.words, tally.grade) if tally else ("",) * 4
    cost = "" if usage.cost_usd is None else round(usage.cost_usd, 6)
    reason = document.failure.detail if document.failure else ""
    stands = review if result else ""
    return (document.name, document.status, *told, usage.calls, cost, stands, result, reason)


def summary_csv(rows: Iterable[Sequence[object]]) -> bytes:
    """Return a summary as CSV that a spreadsheet opens; no cell can be read as a formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow((*SUMMARY, "review", "result", "reason"))
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
