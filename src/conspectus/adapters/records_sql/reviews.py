"""Reviews: each act is a line of the audit trail; its words lie apart, with the document."""

from collections.abc import Callable

from conspectus.adapters.records_sql.database import Database, Transaction, now_ms
from conspectus.adapters.records_sql.trail import LINE, append
from conspectus.domain.access import Deed
from conspectus.domain.errors import UnknownJob
from conspectus.domain.review.acts import ActedMeanwhile
from conspectus.domain.review.review import Standing
from conspectus.domain.trail import Entry, Line

_ENTRIES = f"""
    SELECT c.number, {", ".join(f"a.{name}" for name in LINE.split(", "))}, c.words
    FROM acts c JOIN audit a ON a.number = c.line
    JOIN documents d ON d.id = c.document JOIN jobs j ON j.id = d.job
    WHERE j.workspace = ? AND c.document = ? ORDER BY c.number
"""
_STANDINGS = """
    SELECT c.document, c.number, a.action = 'review.sign'
    FROM documents d JOIN jobs j ON j.id = d.job
    JOIN acts c ON c.document = d.id JOIN audit a ON a.number = c.line
    WHERE j.workspace = ? AND j.id = ?
    AND c.number = (SELECT max(number) FROM acts WHERE document = d.id)
"""
_OWN = """
    SELECT 1 FROM documents d JOIN jobs j ON j.id = d.job WHERE j.workspace = ? AND d.id = ?
"""
_LAST = "SELECT coalesce(max(number), 0) FROM acts WHERE document = ?"
_ADD = "INSERT INTO acts (document, number, line, words) VALUES (?, ?, ?, ?)"


class SqlReviewBook:
    """Fills the port over any Database."""

    def __init__(self, database: Database, clock: Callable[[], int] = now_ms) -> None:
        self._database = database
        self._clock = clock

    async def entries(self, workspace: str, document: str) -> list[Entry]:
        """Return the acts on a document in their order."""
        rows = await self._database.read(_ENTRIES, workspace, document)
        return [Entry(row[0], Line(*row[1:-1]), row[-1]) for row in rows]

    async def standings(self, workspace: str, job: str) -> dict[str, Standing]:
        """Return by id each document of a job on which anybody has acted."""
        rows = await self._database.read(_STANDINGS, workspace, job)
        return {id_: Standing(acts, "signed" if signed else "draft") for id_, acts, signed in rows}

    async def add(self, deed: Deed, seen: int, words: str) -> Entry:
        """Write an act down: line and words, or neither."""
        now = self._clock()

        def work(tx: Transaction) -> Entry:
            tx.alone()
            if not tx.rows(_OWN, deed.workspace, deed.subject):
                raise UnknownJob(f"There is no job or document '{deed.subject}'.")
            ((last,),) = tx.rows(_LAST, deed.subject)
            if last != seen:
                raise ActedMeanwhile(f"There have been {last} acts, and you have seen {seen}.")
            line = append(tx, deed, now)
            tx.rows(_ADD, deed.subject, seen + 1, line.number, words)
            return Entry(seen + 1, line, words)

        return await self._database.write(work)
