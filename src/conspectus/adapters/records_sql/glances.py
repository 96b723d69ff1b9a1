"""What the status of a job shows, kept at hand between two looks.

A job of thousands of documents is looked at often, and few of them have changed meanwhile. Every
change is told by an event, so only documents that later events name are read again.
"""

import json
from collections import OrderedDict
from dataclasses import dataclass

from conspectus.adapters.records_sql.database import Database, marks
from conspectus.domain.job import Glance

JOBS_AT_HAND = 4
MOST_EVENTS = 500
"""After more than so many events all documents are read again."""

_FIELDS = ", ".join(Glance._fields)
_LAST = "SELECT events FROM jobs WHERE workspace = ? AND id = ?"
_ALL = f"SELECT {_FIELDS} FROM documents WHERE job = ? ORDER BY position"
_SINCE = "SELECT number, data FROM events WHERE job = ? AND number > ? ORDER BY number"


@dataclass(slots=True)
class _Seen:
    """The documents of a job in order, as of one of its events or later."""

    last: int
    glances: dict[str, Glance]


class Glances:
    """Looks at the documents of jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: OrderedDict[str, _Seen] = OrderedDict()

    async def of(self, workspace: str, job: str) -> list[Glance]:
        """Return what the status shows of each document, in order, as it is now."""
        rows = await self._database.read(_LAST, workspace, job)
        if not rows:
            return []
        last, seen = int(rows[0][0]), self._seen.get(job)
        if seen is None or last - seen.last > MOST_EVENTS:
            seen = _Seen(last, await self._read(_ALL, job))
        elif last > seen.last:
            await self._follow(job, seen)
        self._seen[job] = seen
        self._seen.move_to_end(job)
        if len(self._seen) > JOBS_AT_HAND:
            self._seen.popitem(last=False)
        return [*seen.glances.values()]

    async def _follow(self, job: str, seen: _Seen) -> None:
        """Read what changed. What it is and as of when is set at once: two may do this."""
        events = await self._database.read(_SINCE, job, seen.last)
        told = [json.loads(data) for _, data in events]
        changed = list({one["document_id"] for one in told if "document_id" in one})
        if changed:
            sql = f"SELECT {_FIELDS} FROM documents WHERE id IN ({marks(changed)})"
            seen.glances.update(await self._read(sql, *changed))
        if events:
            seen.last = int(events[-1][0])

    async def _read(self, sql: str, *values: object) -> dict[str, Glance]:
        return {row[0]: Glance._make(row) for row in await self._database.read(sql, *values)}
