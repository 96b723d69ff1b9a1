"""Records of jobs, and leases of their documents, in a SQL database."""

from conspectus.adapters.records_sql.access import SqlAudit, SqlKeyRing
from conspectus.adapters.records_sql.database import Database
from conspectus.adapters.records_sql.hooks import SqlHookBook
from conspectus.adapters.records_sql.leases import LeaseEngine
from conspectus.adapters.records_sql.migrate import migrate, missing
from conspectus.adapters.records_sql.records import SqlRecords
from conspectus.adapters.records_sql.reviews import SqlReviewBook
from conspectus.adapters.records_sql.sessions import SqlSessionBook
from conspectus.adapters.records_sql.sqlite import SqliteDatabase
from conspectus.adapters.records_sql.trail import SqlTrail

__all__ = [
    "Database",
    "LeaseEngine",
    "SqlAudit",
    "SqlHookBook",
    "SqlKeyRing",
    "SqlRecords",
    "SqlReviewBook",
    "SqlSessionBook",
    "SqlTrail",
    "SqliteDatabase",
    "migrate",
    "missing",
]
