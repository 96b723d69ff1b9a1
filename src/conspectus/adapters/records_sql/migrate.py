"""Migrations: numbered files, each run once, in order.

Each only adds, so that a running older version goes on beside it.
"""

from importlib.resources import files

from conspectus.adapters.records_sql.database import Database, Transaction, now_ms
from conspectus.domain.errors import StorageError

_KNOWN = (
    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, run_at BIGINT NOT NULL)"
)
_RUN = "SELECT number FROM migrations"


async def migrate(database: Database) -> list[str]:
    """Run what was not run yet, all in one transaction; return the names of the files."""
    return await database.write(_run)


async def missing(database: Database) -> list[str]:
    """Return the names of the files that were not run yet."""
    try:
        run = {number for (number,) in await database.read(_RUN)}
    except StorageError:  # there is not even the table that names them
        run = set()
    return [name for number, (name, _) in _files().items() if number not in run]


def _files() -> dict[int, tuple[str, str]]:
    folder = files(__package__) / "migrations"
    found = [path for path in folder.iterdir() if path.name.endswith(".sql")]
    return {
        int(path.name.partition("_")[0]): (path.name, path.read_text("utf-8"))
        for path in sorted(found, key=lambda path: path.name)
    }


def _missing(tx: Transaction) -> dict[int, tuple[str, str]]:
    tx.alone()
    tx.rows(_KNOWN)
    run = {number for (number,) in tx.rows(_RUN)}
    return {number: file for number, file in _files().items() if number not in run}


def _run(tx: Transaction) -> list[str]:
    missing = _missing(tx)
    for number, (_, script) in missing.items():
        for statement in script.split(";\n"):
            if statement.strip():
                tx.rows(statement)
        tx.rows("INSERT INTO migrations VALUES (?, ?)", number, now_ms())
    return [name for name, _ in missing.values()]
