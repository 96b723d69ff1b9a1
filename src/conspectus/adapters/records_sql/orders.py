"""What owners of jobs do: submit, cancel, retry, delete; and the uploads that come and go."""

from collections.abc import Callable, Collection, Iterable, Sequence
from secrets import token_hex

from conspectus.adapters.records_sql.database import Database, Transaction, marks
from conspectus.adapters.records_sql.moves import move
from conspectus.adapters.records_sql.rows import plain
from conspectus.domain.errors import OrderedOtherwise, StorageError
from conspectus.domain.job import Job, JobDocument, Once, State, report_key, upload_key

HOLD_SECONDS = 86_400
"""A hold that no job took over by then was left by a crash; no upload takes so long."""

LATEST_SECONDS = 7_200
"""What is due later than this was put off before the clock was set back."""

OFFER_SECONDS = 60
"""An engine is told again of a document that has waited so long since it was told."""

ONCE_SECONDS = 86_400
"""So long the key of an order is remembered."""

_HOLD = """
    INSERT INTO uploads (workspace, sha256, hold, holds, held_at) VALUES (?, ?, ?, 1, ?)
    ON CONFLICT (workspace, sha256)
    DO UPDATE SET holds = uploads.holds + 1, held_at = excluded.held_at RETURNING hold
"""
_RELEASE = "UPDATE uploads SET holds = holds - 1 WHERE workspace = ? AND sha256 = ? AND holds > 0"
_LOCK = "UPDATE uploads SET holds = holds WHERE workspace = ? AND sha256 = ?"
"""The statement after it sees whatever was submitted until the lock was had."""

_UNHELD = """
    DELETE FROM uploads WHERE (holds = 0 OR held_at < ?) AND workspace = ? AND sha256 = ?
    AND NOT EXISTS (
        SELECT 1 FROM documents d JOIN jobs j ON j.id = d.job
        WHERE d.sha256 = uploads.sha256 AND j.workspace = uploads.workspace
    ) RETURNING hold
"""
_SUBMIT = """
    INSERT INTO jobs
        (id, workspace, label, plugin, parameters, model, version, priority, traceparent, queued,
        queued_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
"""
_ONCE = """
    INSERT INTO once (workspace, key, digest, job, used_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (workspace, key) DO NOTHING RETURNING job
"""
_USED = "SELECT digest, job FROM once WHERE workspace = ? AND key = ?"
_DOCUMENT = """
    INSERT INTO documents (id, job, position, name, sha256, due, queued_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_UNOFFERED = """
    SELECT d.id, j.priority FROM documents d JOIN jobs j ON j.id = d.job
    WHERE d.status = 'queued' AND d.offered_at < ?
    AND (d.due <= ? OR d.attempts = 0 OR d.due > ?) ORDER BY d.id LIMIT ?
"""
_UNKEPT = """
    SELECT 1 FROM documents d WHERE d.job = ? AND NOT EXISTS (
        SELECT 1 FROM uploads u WHERE u.workspace = ? AND u.sha256 = d.sha256
    ) LIMIT 1
"""
_OWN = "SELECT 1 FROM jobs WHERE workspace = ? AND id = ?"
_CANCEL = """
    UPDATE documents SET status = 'cancelled', ended_at = ?, stage = ''
    WHERE job = ? AND status = ? RETURNING id, name
"""
_RETRY = """
    UPDATE documents SET status = 'queued', attempts = 0, losses = 0, stage = '', progress = 0,
        code = NULL, detail = NULL, retryable = NULL, ended_at = NULL, due = ?, offered_at = 0
    WHERE job = ? AND status = ?
"""
_DROP = "INSERT INTO dropped (key) VALUES (?) ON CONFLICT (key) DO NOTHING"
_STALE = "SELECT workspace, sha256 FROM uploads WHERE holds > 0 AND held_at < ?"


class Orders:
    """The part of Records that owners of jobs use."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock

    async def hold(self, workspace: str, digests: Sequence[str]) -> list[str]:
        """Return the archive key of each upload, and keep it from being dropped meanwhile."""
        now = self._clock()

        def work(tx: Transaction) -> list[str]:
            held = [tx.rows(_HOLD, workspace, one, token_hex(4), now)[0][0] for one in digests]
            return [upload_key(workspace, *pair) for pair in zip(digests, held, strict=True)]

        return await self._database.write(work)

    async def release(self, workspace: str, digests: Sequence[str]) -> None:
        """Give up holds that no job came of."""
        now = self._clock()

        def work(tx: Transaction) -> None:
            tx.each(_RELEASE, [(workspace, digest) for digest in digests])
            _drop_unheld(tx, [(workspace, digest) for digest in digests], now)

        await self._database.write(work)

    async def submit(
        self, job: Job, documents: Sequence[JobDocument], once: Once | None = None
    ) -> str:
        """Write down a job with its queued documents."""
        now, order = self._clock(), job.order
        head = (job.id, job.workspace, job.label, order.plugin, plain(order.parameters))
        rows = [(d.id, job.id, d.position, d.name, d.sha256, now, now) for d in documents]

        def work(tx: Transaction) -> str:
            tx.lasting()
            if once and (stands := _stands(tx, job, once, now)) != job.id:
                return stands
            tx.rows(_SUBMIT, *head, order.model, order.version, job.priority, job.parent, now)
            tx.each(_DOCUMENT, rows)
            tx.each(_RELEASE, [(job.workspace, d.sha256) for d in documents])
            if tx.rows(_UNKEPT, job.id, job.workspace):
                raise StorageError("The upload took so long that its files were let go.")
            move(tx, job.id, {"queued": len(documents)}, [], now)
            return job.id

        return await self._database.write(work)

    async def unoffered(self, most: int) -> list[tuple[str, int]]:
        """Return due documents, with priority, that the engine was not told of lately."""
        now = self._clock()
        due = (now, now + LATEST_SECONDS * 1000)
        rows = await self._database.read(_UNOFFERED, now - OFFER_SECONDS * 1000, *due, most)
        return [(document, priority) for document, priority in rows]

    async def offered(self, documents: Sequence[str]) -> None:
        """Note that the engine knows these."""
        now = self._clock()
        sql = "UPDATE documents SET offered_at = ? WHERE id = ?"
        await self._database.write(lambda tx: tx.each(sql, [(now, one) for one in documents]))

    async def cancel(self, workspace: str, job: str) -> bool:
        """Cancel what has not ended."""
        now = self._clock()

        def work(tx: Transaction) -> bool:
            tx.lasting()
            if not tx.rows(_OWN, workspace, job):
                return False
            moved: dict[State, int] = {"cancelled": 0}
            gone: list[tuple[str, str]] = []
            for state in ("queued", "running"):
                rows = tx.rows(_CANCEL, now, job, state)
                moved[state] = -len(rows)
                gone += [(id_, name) for id_, name in rows]
            moved["cancelled"] = len(gone)
            told = [("document", _ended(*one)) for one in sorted(gone)]
            if gone:
                move(tx, job, moved, told, now)
            return True

        return await self._database.write(work)

    async def retry(self, workspace: str, job: str, documents: Collection[str] = ()) -> bool:
        """Queue what failed or was cancelled."""
        now = self._clock()
        only = f" AND id IN ({marks([*documents])})" if documents else ""

        def work(tx: Transaction) -> bool:
            tx.lasting()
            if not tx.rows(_OWN, workspace, job):
                return False
            moved: dict[State, int] = {"queued": 0}
            told = []
            for state in ("failed", "cancelled"):
                sql = f"{_RETRY}{only} RETURNING id, name"
                rows = tx.rows(sql, now, job, state, *documents)
                moved[state] = -len(rows)
                moved["queued"] += len(rows)
                told += [("document", _ended(id_, name, "queued")) for id_, name in rows]
            if told:
                move(tx, job, moved, told, now)
            return True

        return await self._database.write(work)

    async def delete(self, workspace: str, job: str) -> bool:
        """Forget all of a job."""
        now = self._clock()

        def work(tx: Transaction) -> bool:
            tx.lasting()
            if not tx.rows(_OWN, workspace, job):
                return False
            # documents before their job, as everywhere: else two could wait for each other
            held = tx.rows("DELETE FROM documents WHERE job = ? RETURNING id, sha256", job)
            tx.rows("DELETE FROM jobs WHERE id = ?", job)
            tx.rows("DELETE FROM deliveries WHERE job = ?", job)
            tx.rows("DELETE FROM once WHERE workspace = ? AND job = ?", workspace, job)
            tx.each(_DROP, [(report_key(document),) for document, _ in held])
            _drop_unheld(tx, dict.fromkeys((workspace, digest) for _, digest in held), now)
            return True

        return await self._database.write(work)

    async def dropped(self, most: int) -> list[str]:
        """Return archive keys that nothing refers to any more."""
        now = self._clock()

        def work(tx: Transaction) -> list[str]:
            stale = tx.rows(_STALE, now - HOLD_SECONDS * 1000)
            _drop_unheld(tx, [(workspace, digest) for workspace, digest in stale], now)
            return [key for (key,) in tx.rows("SELECT key FROM dropped LIMIT ?", most)]

        return await self._database.write(work)

    async def forget(self, keys: Sequence[str]) -> None:
        """Note that these are deleted from the archive."""

        def work(tx: Transaction) -> None:
            tx.each("DELETE FROM dropped WHERE key = ?", [(key,) for key in keys])
            tx.wiping()

        await self._database.write(work)


def _stands(tx: Transaction, job: Job, once: Once, now: int) -> str:
    """Return the job that stands under a key: this one, unless there was one before."""
    tx.rows("DELETE FROM once WHERE used_at < ?", now - ONCE_SECONDS * 1000)
    if tx.rows(_ONCE, job.workspace, once.key, once.digest, job.id, now):
        return job.id
    digest, earlier = tx.rows(_USED, job.workspace, once.key)[0]
    if digest != once.digest:
        raise OrderedOtherwise("This Idempotency-Key was used for another request.")
    return str(earlier)


def _drop_unheld(tx: Transaction, uploads: Iterable[tuple[str, str]], now: int) -> None:
    for workspace, digest in uploads:
        tx.rows(_LOCK, workspace, digest)
        for (hold,) in tx.rows(_UNHELD, now - HOLD_SECONDS * 1000, workspace, digest):
            tx.rows(_DROP, upload_key(workspace, digest, hold))


def _ended(document: str, name: str, status: State = "cancelled") -> dict[str, object]:
    return {"document_id": document, "name": name, "status": status}
