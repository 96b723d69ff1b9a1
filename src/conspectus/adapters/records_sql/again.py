"""Orders of what was made before."""

from conspectus.adapters.records_sql.database import Database
from conspectus.adapters.records_sql.rows import DOCUMENT, document_of, plain
from conspectus.domain.job import JobDocument, Order

_MADE = f"""
    SELECT {DOCUMENT} FROM documents
    WHERE sha256 = ? AND name = ? AND status = 'succeeded' AND ended_at >= ? AND EXISTS (
        SELECT 1 FROM jobs j WHERE j.id = documents.job AND j.workspace = ? AND j.plugin = ?
        AND j.parameters = ? AND j.model = ? AND j.version = ? AND j.succeeded = 1
        AND j.queued + j.running + j.failed + j.cancelled = 0
    ) ORDER BY id DESC LIMIT 1
"""


class Again:
    """The part of Records that finds what need not be made again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def made(
        self, workspace: str, order: Order, name: str, sha256: str, since: int
    ) -> JobDocument | None:
        """Return the latest document that is alone in its job and came of the same order."""
        about = (workspace, order.plugin, plain(order.parameters), order.model, order.version)
        rows = await self._database.read(_MADE, sha256, name, since, *about)
        return document_of(rows[0]) if rows else None
