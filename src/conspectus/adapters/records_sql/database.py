"""What the statements here need of a database; they are written once for all of them.

The SQL is what SQLite 3.35 and PostgreSQL have in common: `?` stands for a value, `RETURNING` and
`ON CONFLICT` are used freely, times are milliseconds since 1970 in BIGINT, JSON is TEXT.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

Row = tuple[Any, ...]
T = TypeVar("T")


class Transaction(Protocol):
    """A transaction under way, in the thread that writes."""

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Run one statement; return what it selects or returns."""

    def each(self, sql: str, values: Iterable[Sequence[object]]) -> None:
        """Run one statement for each row of values."""

    def alone(self) -> None:
        """Wait until no other transaction that asked to be alone is under way."""

    def lasting(self) -> None:
        """Commit only when not even the loss of power would undo it, where that is dear."""

    def wiping(self) -> None:
        """Leave nothing in the files of this machine of what was deleted until now."""


class Database(Protocol):
    """One database. All failures are StorageErrors."""

    async def read(self, sql: str, *values: object) -> list[Row]:
        """Return the rows of one short query."""

    async def run(self, sql: str, *values: object) -> list[Row]:
        """Run one statement as a transaction of its own; return what it returns."""

    async def write(self, work: Callable[[Transaction], T]) -> T:
        """Run the work, off the event loop, as one transaction; it is committed on return.

        Nothing is written when it raises. It may be run again when others were in its way, so it
        changes nothing but the database.
        """


def now_ms() -> int:
    """Return the time as it is kept here."""
    return time.time_ns() // 1_000_000


def marks(values: Sequence[object]) -> str:
    """Return the place holders of a list of values."""
    return ", ".join("?" * len(values))
