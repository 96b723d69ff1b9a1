"""The work on documents: one attempt at a time, and only the latest may write."""

import json
from collections.abc import Callable, Collection, Sequence
from typing import Any

from conspectus.adapters.records_sql.database import Database, Transaction, marks
from conspectus.adapters.records_sql.moves import NOTHING, Happening, move, usage_row
from conspectus.adapters.records_sql.totals import count
from conspectus.domain.job import Attempt, Failure, Order, State, Tally, Task, upload_key
from conspectus.domain.totals import NOTHING as NONE
from conspectus.domain.totals import Counts
from conspectus.domain.usage import Usage

_BEGIN = """
    UPDATE documents SET status = 'running', attempts = attempts + 1, fence = fence + 1,
        losses = losses + ?, stage = '', running_at = ?, code = NULL, detail = NULL,
        retryable = NULL
    WHERE id = ? AND status = ? RETURNING job, name, sha256, fence, attempts, losses
"""
_TASK = """
    SELECT j.workspace, j.plugin, j.parameters, j.model, j.version, j.traceparent, u.hold
    FROM jobs j LEFT JOIN uploads u ON u.workspace = j.workspace AND u.sha256 = ? WHERE j.id = ?
"""
_STANDS = "id = ? AND fence = ? AND status = 'running'"
_ADVANCE = f"UPDATE documents SET stage = ?, progress = ? WHERE {_STANDS} RETURNING job, name"
_ADDED = """
    calls = calls + ?, cache_hits = cache_hits + ?, coalesced = coalesced + ?,
    input_tokens = input_tokens + ?, output_tokens = output_tokens + ?,
    cost_usd = cost_usd + ?, saved_usd = saved_usd + ?, seconds = seconds + ?
"""
_SPEND = f"UPDATE documents SET {_ADDED} WHERE id = ? RETURNING job"
_LEAVE = f"""
    UPDATE documents SET status = ?, ended_at = ?, due = ?, offered_at = 0, code = ?, detail = ?,
        retryable = ?, {_ADDED}
    WHERE {_STANDS} RETURNING job, name
"""
_SUCCEED = """
    UPDATE documents SET stage = '', progress = 1, findings = ?, errors = ?, words = ?, grade = ?
    WHERE id = ?
"""
_PUT_BACK = f"""
    UPDATE documents SET status = 'queued', attempts = attempts - 1, stage = ''
    WHERE {_STANDS} RETURNING job, name
"""


class Attempts:
    """The part of Records that workers use."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock

    async def begin(self, document: str) -> Task | None:
        """Start an attempt; all earlier ones of the document end. None when nothing is to do."""
        now = self._clock()

        def work(tx: Transaction) -> Task | None:
            for status in ("queued", "running"):
                lost = status == "running"
                if rows := tx.rows(_BEGIN, int(lost), now, document, status):
                    return _begun(tx, document, rows[0], lost, now)
            return None

        return await self._database.write(work)

    async def standing(self, attempts: Collection[Attempt]) -> set[Attempt]:
        """Return those that have not ended."""
        ids = [attempt.document for attempt in attempts]
        rows = await self._database.read(
            f"SELECT id, fence FROM documents WHERE status = 'running' AND id IN ({marks(ids)})",
            *ids,
        )
        return {Attempt(*row) for row in rows} & set(attempts)

    async def advance(
        self, attempt: Attempt, stage: str, progress: float, sections: Sequence[str] = ()
    ) -> bool:
        """Note how far it is, and the sections written since."""
        now = self._clock()

        def work(tx: Transaction) -> bool:
            rows = tx.rows(_ADVANCE, stage, progress, attempt.document, attempt.number)
            for job, name in rows:
                told = [_written(attempt, name, section) for section in sections]
                told.append(_told(attempt, name, "running", stage, progress))
                move(tx, job, {}, told, now)
            return bool(rows)

        return await self._database.write(work)

    async def spend(self, document: str, usage: Usage, counts: Counts = NONE) -> None:
        """Add to what a document and its job took, and to the totals."""
        now = self._clock()

        def work(tx: Transaction) -> None:
            for (job,) in tx.rows(_SPEND, *usage_row(usage), document):
                move(tx, job, {}, [], now, usage)
            count(tx, counts)

        await self._database.write(work)

    async def succeed(self, attempt: Attempt, usage: Usage, tally: Tally) -> bool:
        """End the document with a report."""

        def work(tx: Transaction) -> None:
            row = (tally.findings, tally.errors, tally.words, tally.grade, attempt.document)
            tx.rows(_SUCCEED, *row)

        return await self._leave(attempt, "succeeded", None, usage, also=work)

    async def fail(self, attempt: Attempt, failure: Failure, usage: Usage) -> bool:
        """End the document without one."""
        return await self._leave(attempt, "failed", failure, usage)

    async def postpone(
        self, attempt: Attempt, failure: Failure, usage: Usage, seconds: float
    ) -> bool:
        """Queue the document again, due in so many seconds."""
        return await self._leave(attempt, "queued", failure, usage, seconds)

    async def put_back(self, attempt: Attempt) -> bool:
        """Queue the document again as if the attempt had not been made."""
        now = self._clock()

        def work(tx: Transaction) -> bool:
            rows = tx.rows(_PUT_BACK, attempt.document, attempt.number)
            for job, name in rows:
                move(tx, job, _moved("queued"), [_told(attempt, name, "queued")], now)
            return bool(rows)

        return await self._database.write(work)

    async def _leave(
        self,
        attempt: Attempt,
        status: State,
        failure: Failure | None,
        usage: Usage,
        seconds: float = 0.0,
        also: Callable[[Transaction], None] = lambda tx: None,
    ) -> bool:
        now = self._clock()
        ended = None if status == "queued" else now
        reason = (failure.code, failure.detail, int(failure.retryable)) if failure else (None,) * 3
        head = (status, ended, now + round(seconds * 1000), *reason, *usage_row(usage))

        def work(tx: Transaction) -> bool:
            rows = tx.rows(_LEAVE, *head, attempt.document, attempt.number)
            for job, name in rows:
                also(tx)
                told = _told(attempt, name, status, failure=failure)
                move(tx, job, _moved(status), [told], now, usage)
            return bool(rows)

        return await self._database.write(work)


def _begun(tx: Transaction, document: str, row: Any, lost: bool, now: int) -> Task:
    job, name, sha256, fence, attempts, losses = row
    attempt = Attempt(document, fence)
    moved = {} if lost else {"running": 1, "queued": -1}
    move(tx, job, moved, [_told(attempt, name, "running")], now, NOTHING)  # type: ignore[arg-type]
    workspace, plugin, parameters, model, version, parent, hold = tx.rows(_TASK, sha256, job)[0]
    order = Order(plugin, json.loads(parameters), model, version)
    upload = upload_key(workspace, sha256, hold or "")
    return Task(attempt, job, workspace, order, name, upload, attempts, losses, parent)


def _moved(status: State) -> dict[State, int]:
    return {"running": -1, status: 1}


def _written(attempt: Attempt, name: str, section: str) -> Happening:
    return "section", {"document_id": attempt.document, "name": name, "section": section}


def _told(
    attempt: Attempt,
    name: str,
    status: State,
    stage: str = "",
    progress: float | None = None,
    failure: Failure | None = None,
) -> Happening:
    data: dict[str, object] = {"document_id": attempt.document, "name": name, "status": status}
    if stage:
        data |= {"stage": stage, "progress": progress}
    if failure:
        data["error"] = {
            "code": failure.code,
            "detail": failure.detail,
            "retryable": failure.retryable,
        }
    return "document", data
