"""Procrastinate's tables are made, and changed when it is upgraded, by the files that it ships.

Files named `pre` are safe beside an older version; those named `post` are not, and so are left to
the run after the one that ran the `pre` of the same version.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
from procrastinate.schema import SchemaManager
from psycopg.errors import UndefinedTable

from conspectus.domain.errors import StorageError

_FOLDER = Path(SchemaManager.get_migrations_path())
_ALONE = "SELECT pg_advisory_xact_lock(7071066117073)"
_KNOWN = "CREATE TABLE IF NOT EXISTS engine_migrations (name TEXT PRIMARY KEY)"
_NOTE = "INSERT INTO engine_migrations (name) VALUES (%s)"
_RUN = "SELECT name FROM engine_migrations"


async def migrate_engine(url: str) -> list[str]:
    """Run what was not run yet, all in one transaction; return the names of the files."""
    async with _connected(url) as db:
        await db.execute(_ALONE)
        await db.execute(_KNOWN)
        run = {name for (name,) in await (await db.execute(_RUN)).fetchall()}
        names = _missing(run)
        if not run:
            await db.execute(SchemaManager.get_schema())
        else:
            names = _before(names) or names
            for name in names:
                await db.execute((_FOLDER / name).read_text("utf-8"))
        for name in names:
            await db.execute(_NOTE, (name,))
        return names if run else ["procrastinate.sql"]


async def missing_of_engine(url: str) -> list[str]:
    """Return the names of files without which this version does not work."""
    async with _connected(url) as db:
        try:
            run = {name for (name,) in await (await db.execute(_RUN)).fetchall()}
        except UndefinedTable:
            run = set()
    return _before(_missing(run))


def _missing(run: set[str]) -> list[str]:
    return sorted(path.name for path in _FOLDER.glob("*.sql") if path.name not in run)


def _before(names: list[str]) -> list[str]:
    return [name for name in names if "_post_" not in name]


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[psycopg.AsyncConnection[Any]]:
    try:
        async with await psycopg.AsyncConnection.connect(url, connect_timeout=5) as db:
            yield db
    except psycopg.Error as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise StorageError(
            f"The queue cannot be used ({reason}). Check CONSPECTUS_DATABASE_URL."
        ) from error
