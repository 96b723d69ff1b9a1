"""The audit trail: one chain of lines, whoever adds to it."""

from collections.abc import Sequence

from conspectus.adapters.records_sql.database import Database, Row, Transaction
from conspectus.domain.access import Deed
from conspectus.domain.trail import Head, Line, Words, line_of, sealed

LINE = "number, workspace, actor, action, subject, data, time, previous, hash"
_HEAD = "SELECT number, hash FROM heads WHERE name = 'audit'"
_UNSEALED = f"SELECT {LINE} FROM audit WHERE number > ? AND hash = '' ORDER BY number"
_SEAL = "UPDATE audit SET previous = ?, hash = ? WHERE number = ?"
_ADD = f"INSERT INTO audit ({LINE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
_NOTE = """
    INSERT INTO heads (name, number, hash) VALUES ('audit', ?, ?)
    ON CONFLICT (name) DO UPDATE SET number = excluded.number, hash = excluded.hash
"""
_LINES = f"SELECT {LINE} FROM audit WHERE number > ? ORDER BY number LIMIT ?"
_WORDS = "SELECT line, document, number, words FROM acts WHERE line > ?"


def append(tx: Transaction, deed: Deed, now: int) -> Line:
    """Add a sealed line, and note it as the head; only one transaction at once does so.

    The head says what comes next, not the last line: a line that was taken away leaves a gap.
    Lines that an older version wrote since are sealed first.
    """
    tx.lasting()
    tx.alone()
    head = Head(*next(iter(tx.rows(_HEAD)), (0, "")))
    for row in tx.rows(_UNSEALED, head.number):
        line = sealed(Line(*row), head)
        tx.rows(_SEAL, line.previous, line.hash, line.number)
        head = Head(line.number, line.hash)
    line = sealed(line_of(deed, head.number + 1, now), head)
    tx.rows(_ADD, *_row(line))
    tx.rows(_NOTE, line.number, line.hash)
    return line


def _row(line: Line) -> Row:
    told = (line.workspace, line.actor, line.action, line.subject, line.data, line.time)
    return (line.number, *told, line.previous, line.hash)


class SqlTrail:
    """Fills the port over any Database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def head(self) -> Head:
        """Return what is noted of the last sealed line."""
        rows = await self._database.read(_HEAD)
        return Head(*rows[0]) if rows else Head()

    async def lines(self, after: int, most: int) -> Sequence[Line]:
        """Return lines with a number beyond `after`, in order."""
        return [Line(*row) for row in await self._database.read(_LINES, after, most)]

    async def words(self, after: int, until: int | None) -> Sequence[Words]:
        """Return the words of acts on lines beyond `after`, to `until` if any, in order."""
        sql, bounds = (
            (_WORDS, [after]) if until is None else (f"{_WORDS} AND line <= ?", [after, until])
        )
        rows = await self._database.read(f"{sql} ORDER BY line", *bounds)
        return [Words(*row) for row in rows]
