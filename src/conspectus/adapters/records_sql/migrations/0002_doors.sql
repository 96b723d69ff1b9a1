-- Who may come in, what was ordered only once, and whom to tell.

-- No reference to jobs: a key that was used stays used when its job is deleted.
CREATE TABLE once (
    workspace TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    job TEXT NOT NULL,
    used_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, key)
);

CREATE INDEX once_by_age ON once (used_at);
CREATE INDEX jobs_by_end ON jobs (ended_at);

-- `digest` is the SHA-256 of a secret of 256 random bits.
CREATE TABLE keys (
    id TEXT PRIMARY KEY,
    workspace TEXT NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    digest TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX keys_of_workspace ON keys (workspace, id);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    workspace TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    data TEXT NOT NULL,
    time BIGINT NOT NULL
);

CREATE INDEX audit_of_workspace ON audit (workspace, number);

CREATE TABLE hooks (
    id TEXT PRIMARY KEY,
    workspace TEXT NOT NULL,
    url TEXT NOT NULL,
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- One delivery for each end of a job (a retry may end it again). `due` is also its lease.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    hook TEXT NOT NULL REFERENCES hooks (id) ON DELETE CASCADE,
    job TEXT NOT NULL,
    ended_at BIGINT NOT NULL,
    body TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'waiting',
    attempts INTEGER NOT NULL DEFAULT 0,
    due BIGINT NOT NULL,
    answer TEXT NOT NULL DEFAULT '',
    UNIQUE (hook, job, ended_at)
);

CREATE INDEX deliveries_due ON deliveries (due) WHERE status = 'waiting';
