"""Records in a SQL database."""

from collections.abc import Callable, Collection

from conspectus.adapters.records_sql.again import Again
from conspectus.adapters.records_sql.attempts import Attempts
from conspectus.adapters.records_sql.database import Database, marks, now_ms
from conspectus.adapters.records_sql.glances import Glances
from conspectus.adapters.records_sql.orders import Orders
from conspectus.adapters.records_sql.rows import DOCUMENT, JOB, document_of, event_of, job_of
from conspectus.adapters.records_sql.totals import Totals
from conspectus.domain.job import Event, Glance, Job, JobDocument, State, upload_key

_IN_JOB = """
    FROM documents WHERE EXISTS (SELECT 1 FROM jobs WHERE workspace = ? AND id = ?) AND job = ?
"""
_IN_WORKSPACE = "WHERE job IN (SELECT id FROM jobs WHERE workspace = ?) AND id = ?"
_AHEAD = """
    SELECT coalesce(sum(o.queued), 0) FROM jobs o JOIN jobs j
    ON o.priority > j.priority OR (o.priority = j.priority AND o.id < j.id)
    WHERE j.workspace = ? AND j.id = ? AND o.queued > 0
"""
_EVENTS = """
    SELECT e.job, e.number, e.kind, e.data, e.time FROM events e JOIN jobs j ON j.id = e.job
    WHERE j.workspace = ? AND e.job = ? AND e.number > ? ORDER BY e.number LIMIT ?
"""
_UPLOAD = """
    SELECT u.sha256, u.hold FROM documents d JOIN jobs j ON j.id = d.job
    JOIN uploads u ON u.workspace = j.workspace AND u.sha256 = d.sha256
    WHERE j.workspace = ? AND d.id = ?
"""
_KEEP = """
    INSERT INTO answers (job, key, sealed) SELECT id, ?, ? FROM jobs WHERE id = ?
    ON CONFLICT (job, key) DO UPDATE SET sealed = excluded.sealed
"""
_TURN = """
    INSERT INTO turns (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next =
        CASE WHEN turns.next < ? THEN excluded.next ELSE turns.next + ? END
    RETURNING next
"""


class SqlRecords(Orders, Attempts, Totals, Again):
    """Fills the port over any Database. What it shows is what is committed."""

    def __init__(self, database: Database, clock: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock = clock
        self._glances = Glances(database)

    async def job(self, workspace: str, job: str) -> Job | None:
        """Return a job."""
        sql = f"SELECT {JOB} FROM jobs WHERE workspace = ? AND id = ?"
        rows = await self._database.read(sql, workspace, job)
        return job_of(rows[0]) if rows else None

    async def jobs(
        self, workspace: str, label: str | None = None, before: str | None = None, most: int = 100
    ) -> list[Job]:
        """Return jobs, the latest first."""
        sql, values = f"SELECT {JOB} FROM jobs WHERE workspace = ?", [workspace]
        if label is not None:
            sql, values = f"{sql} AND label = ?", [*values, label]
        if before is not None:
            sql, values = f"{sql} AND id < ?", [*values, before]
        rows = await self._database.read(f"{sql} ORDER BY id DESC LIMIT ?", *values, most)
        return [job_of(row) for row in rows]

    async def traced(self, trace_id: str) -> list[Job]:
        """Return the jobs of all workspaces that belong to a trace, the latest first."""
        sql = f"SELECT {JOB} FROM jobs WHERE substr(traceparent, 4, 32) = ? ORDER BY id DESC"
        return [job_of(row) for row in await self._database.read(sql, trace_id)]

    async def ended(self, before: int, most: int) -> list[tuple[str, str]]:
        """Return workspace and id of jobs that ended before a time."""
        sql = "SELECT workspace, id FROM jobs WHERE ended_at < ? ORDER BY ended_at LIMIT ?"
        return [(row[0], row[1]) for row in await self._database.read(sql, before, most)]

    async def documents(
        self,
        workspace: str,
        job: str,
        after: int = -1,
        most: int | None = None,
        states: Collection[State] = (),
    ) -> list[JobDocument]:
        """Return the documents at positions beyond `after`, in order."""
        sql = f"SELECT {DOCUMENT} {_IN_JOB} AND position > ?"
        if states:
            sql += f" AND status IN ({marks([*states])})"
        sql += " ORDER BY position" + ("" if most is None else " LIMIT ?")
        bounds = () if most is None else (most,)
        rows = await self._database.read(sql, workspace, job, job, after, *states, *bounds)
        return [document_of(row) for row in rows]

    async def glances(self, workspace: str, job: str) -> list[Glance]:
        """Return what the status shows of each document, in order."""
        return await self._glances.of(workspace, job)

    async def ahead(self, workspace: str, job: str) -> int:
        """Return how many queued documents of other jobs come before those of a job."""
        return int((await self._database.read(_AHEAD, workspace, job))[0][0])

    async def document(self, workspace: str, document: str) -> JobDocument | None:
        """Return a document."""
        sql = f"SELECT {DOCUMENT} FROM documents {_IN_WORKSPACE}"
        rows = await self._database.read(sql, workspace, document)
        return document_of(rows[0]) if rows else None

    async def upload(self, workspace: str, document: str) -> str | None:
        """Return the archive key of a document's upload."""
        rows = await self._database.read(_UPLOAD, workspace, document)
        return upload_key(workspace, *rows[0]) if rows else None

    async def events(self, workspace: str, job: str, after: int, most: int) -> list[Event]:
        """Return the events with a number beyond `after`, in order."""
        rows = await self._database.read(_EVENTS, workspace, job, after, most)
        return [event_of(row) for row in rows]

    async def answer(self, job: str, key: str) -> bytes | None:
        """Return an answer that was kept for a job."""
        sql = "SELECT sealed FROM answers WHERE job = ? AND key = ?"
        rows = await self._database.read(sql, job, key)
        return bytes(rows[0][0]) if rows else None

    async def keep_answer(self, job: str, key: str, sealed: bytes) -> None:
        """Keep an answer with its job, unless that was deleted meanwhile."""
        await self._database.run(_KEEP, key, sealed, job)

    async def turn(self, name: str, per_minute: float) -> float:
        """Take the next turn of that name; return how many seconds to wait for it."""
        now, apart = self._clock(), 60_000 / per_minute
        rows = await self._database.run(_TURN, name, now + apart, now, apart)
        return max(0.0, float(rows[0][0] - apart - self._clock()) / 1000)
