-- Jobs, their documents, what happened, and the answers they paid for.

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    workspace TEXT NOT NULL,
    label TEXT NOT NULL,
    plugin TEXT NOT NULL,
    parameters TEXT NOT NULL,
    model TEXT NOT NULL,
    version TEXT NOT NULL,
    priority INTEGER NOT NULL,
    queued INTEGER NOT NULL,
    running INTEGER NOT NULL DEFAULT 0,
    succeeded INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    events INTEGER NOT NULL DEFAULT 0,
    queued_at BIGINT NOT NULL,
    running_at BIGINT,
    ended_at BIGINT,
    calls INTEGER NOT NULL DEFAULT 0,
    cache_hits INTEGER NOT NULL DEFAULT 0,
    coalesced INTEGER NOT NULL DEFAULT 0,
    input_tokens BIGINT NOT NULL DEFAULT 0,
    output_tokens BIGINT NOT NULL DEFAULT 0,
    cost_usd DOUBLE PRECISION DEFAULT 0,
    saved_usd DOUBLE PRECISION DEFAULT 0,
    seconds DOUBLE PRECISION NOT NULL DEFAULT 0
);

CREATE INDEX jobs_of_workspace ON jobs (workspace, id);

-- `fence` numbers the attempts; `attempts` and `losses` begin anew with a retry.
-- An engine is told of a queued document when it is due, and again when it waits long.
CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'queued',
    stage TEXT NOT NULL DEFAULT '',
    progress DOUBLE PRECISION NOT NULL DEFAULT 0,
    code TEXT,
    detail TEXT,
    retryable INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    losses INTEGER NOT NULL DEFAULT 0,
    fence INTEGER NOT NULL DEFAULT 0,
    due BIGINT NOT NULL DEFAULT 0,
    offered_at BIGINT NOT NULL DEFAULT 0,
    queued_at BIGINT NOT NULL,
    running_at BIGINT,
    ended_at BIGINT,
    calls INTEGER NOT NULL DEFAULT 0,
    cache_hits INTEGER NOT NULL DEFAULT 0,
    coalesced INTEGER NOT NULL DEFAULT 0,
    input_tokens BIGINT NOT NULL DEFAULT 0,
    output_tokens BIGINT NOT NULL DEFAULT 0,
    cost_usd DOUBLE PRECISION DEFAULT 0,
    saved_usd DOUBLE PRECISION DEFAULT 0,
    seconds DOUBLE PRECISION NOT NULL DEFAULT 0,
    findings INTEGER,
    errors INTEGER,
    words INTEGER,
    grade DOUBLE PRECISION
);

CREATE UNIQUE INDEX documents_of_job ON documents (job, position);
CREATE INDEX documents_of_upload ON documents (sha256);
CREATE INDEX documents_to_offer ON documents (offered_at) WHERE status = 'queued';

CREATE TABLE events (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data TEXT NOT NULL,
    time BIGINT NOT NULL,
    PRIMARY KEY (job, number)
);

CREATE TABLE answers (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (job, key)
);

-- `hold` is part of the archive key, so that a file that is being dropped is never one that
-- is being kept; `holds` counts the submissions under way.
CREATE TABLE uploads (
    workspace TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    hold TEXT NOT NULL,
    holds INTEGER NOT NULL,
    held_at BIGINT NOT NULL,
    PRIMARY KEY (workspace, sha256)
);

CREATE TABLE dropped (key TEXT PRIMARY KEY);

-- What LeaseEngine deals out; nobody holds a lease whose `until` is past.
CREATE TABLE leases (
    document TEXT PRIMARY KEY,
    priority INTEGER NOT NULL,
    owner TEXT NOT NULL DEFAULT '',
    until BIGINT NOT NULL DEFAULT 0
);

CREATE INDEX leases_in_turn ON leases (priority DESC, document);

-- When the next turn of a model is, in milliseconds.
CREATE TABLE turns (name TEXT PRIMARY KEY, next DOUBLE PRECISION NOT NULL);
