"""All SQL of the file of answers. Times are seconds since 1970."""

VERSION = 1
"""Of the tables, as PRAGMA user_version."""

OPEN = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",
)
"""A crash of the machine may lose the last answers, never the file; what is deleted is wiped."""

READER = "PRAGMA cache_size = -16384"
"""KiB of pages; eight times the default, since answers are read in no order."""

TABLES = (
    # The tags stand beside the sealed value so that a purge need not open it.
    """
    CREATE TABLE IF NOT EXISTS answers (
        key TEXT PRIMARY KEY, value BLOB NOT NULL, asked REAL NOT NULL, expires REAL,
        plugin TEXT NOT NULL, model TEXT NOT NULL, document TEXT NOT NULL, workspace TEXT NOT NULL
    )
    """,
    "CREATE INDEX IF NOT EXISTS answers_expire ON answers (expires) WHERE expires IS NOT NULL",
    "CREATE INDEX IF NOT EXISTS answers_of_document ON answers (document)",
    "CREATE TABLE IF NOT EXISTS leases "
    "(key TEXT PRIMARY KEY, owner TEXT NOT NULL, expires REAL NOT NULL)",
    """
    CREATE TABLE IF NOT EXISTS purges (
        id TEXT PRIMARY KEY, before REAL NOT NULL,
        plugin TEXT, model TEXT, document TEXT, workspace TEXT
    )
    """,
    "CREATE TABLE IF NOT EXISTS counts (name TEXT PRIMARY KEY, value INTEGER NOT NULL)",
)

GET = "SELECT value, expires FROM answers WHERE key = ?"

PUT = "REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

# A lease that ends far in the future was taken before the clock was set back.
LEASE = """
    INSERT INTO leases VALUES (:key, :owner, :now + :seconds)
    ON CONFLICT (key) DO UPDATE SET owner = excluded.owner, expires = excluded.expires
    WHERE owner = excluded.owner OR expires <= :now OR expires > :now + :seconds + 60
"""

RELEASE = "DELETE FROM leases WHERE key = ? AND owner = ?"

NOTE_PURGE = """
    INSERT INTO purges VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET before = excluded.before WHERE excluded.before < before
"""

FORGET_PURGES = "DELETE FROM purges WHERE rowid <= (SELECT max(rowid) FROM purges) - ?"

PURGES = "SELECT id, before, plugin, model, document, workspace FROM purges"

EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"
"""The write-ahead log holds what was written before it was deleted."""

PURGE = """
    DELETE FROM answers WHERE asked < :before
    AND (:plugin IS NULL OR substr(plugin || ' ', 1, length(:plugin) + 1) = :plugin || ' ')
    AND (:model IS NULL OR model = :model)
    AND (:document IS NULL OR document = :document)
    AND (:workspace IS NULL OR workspace = :workspace)
"""

PURGED = """
    DELETE FROM answers WHERE key = ? AND EXISTS (
        SELECT 1 FROM purges p WHERE asked < p.before
        AND (p.plugin IS NULL OR substr(answers.plugin || ' ', 1, length(p.plugin) + 1)
            = p.plugin || ' ')
        AND (p.model IS NULL OR answers.model = p.model)
        AND (p.document IS NULL OR answers.document = p.document)
        AND (p.workspace IS NULL OR answers.workspace = p.workspace)
    )
"""
"""A process that has not heard of a purge yet may keep what the purge has taken away."""

SWEEP = ("DELETE FROM answers WHERE expires <= ?", "DELETE FROM leases WHERE expires <= ?")

SIZE = "SELECT count(*), coalesce(sum(length(value)), 0) FROM answers"

COUNT = (
    "INSERT INTO counts VALUES (?, ?) "
    "ON CONFLICT (name) DO UPDATE SET value = value + excluded.value"
)

COUNTS = "SELECT name, value FROM counts"
