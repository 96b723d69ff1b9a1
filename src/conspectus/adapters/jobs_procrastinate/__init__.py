"""A JobEngine on Procrastinate, in a PostgreSQL database."""

from conspectus.adapters.jobs_procrastinate.engine import ProcrastinateEngine
from conspectus.adapters.jobs_procrastinate.schema import migrate_engine, missing_of_engine

__all__ = ["ProcrastinateEngine", "migrate_engine", "missing_of_engine"]
