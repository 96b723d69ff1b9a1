"""One real PostgreSQL for the tests of a process; databases in it are made from a ready one."""

import asyncio
import atexit
from functools import cache

from bench.postgres import HASTY, Server, start

from conspectus.adapters.jobs_procrastinate import migrate_engine
from conspectus.adapters.records_sql import migrate
from conspectus.adapters.records_sql.postgres import PostgresDatabase


@cache
def server() -> Server:
    """Return the server of these tests, stopped when they end."""
    started = start(*HASTY)
    atexit.register(started.stop)
    return started


def migrated_database() -> str:
    """Return the URL of a fresh database with all tables. It may take a while."""
    return server().database(_template())


async def migrate_all(url: str) -> None:
    """Make all tables."""
    async with PostgresDatabase(url) as database:
        await migrate(database)
    await migrate_engine(url)


@cache
def _template() -> str:
    url = server().database()
    asyncio.run(migrate_all(url))
    return url.rpartition("/")[2]
