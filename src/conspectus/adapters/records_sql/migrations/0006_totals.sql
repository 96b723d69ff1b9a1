-- Totals outlive the jobs they came of; workers say that they live.

-- A total is the sum of its shards: those who count at the same time seldom wait for each other.
CREATE TABLE totals (
    name TEXT NOT NULL,
    model TEXT NOT NULL,
    kind TEXT NOT NULL,
    shard INTEGER NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (name, model, kind, shard)
);

INSERT INTO totals SELECT 'documents', '', 'succeeded', 0, coalesce(sum(succeeded), 0) FROM jobs;

INSERT INTO totals SELECT 'documents', '', 'failed', 0, coalesce(sum(failed), 0) FROM jobs;

INSERT INTO totals SELECT 'documents', '', 'cancelled', 0, coalesce(sum(cancelled), 0) FROM jobs;

-- Jobs are counted by status at every look, and there may be many.
CREATE INDEX jobs_by_state ON jobs (queued, running, succeeded, failed, cancelled);

CREATE INDEX documents_waiting ON documents (due) WHERE status = 'queued';

-- `ailing` holds the names of the models that fail it, as a JSON list.
CREATE TABLE workers (id TEXT PRIMARY KEY, beat_at BIGINT NOT NULL, ailing TEXT NOT NULL);
