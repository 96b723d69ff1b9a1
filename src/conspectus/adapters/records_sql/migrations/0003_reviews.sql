-- Lines of the audit trail are chained; the words of reviews lie apart, and go with their document.

-- `hash` seals the line over `previous`, the hash of the line before.
ALTER TABLE audit ADD COLUMN previous TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN hash TEXT NOT NULL DEFAULT '';

-- The last sealed line, noted apart from the lines: so a cut-off end shows.
CREATE TABLE heads (name TEXT PRIMARY KEY, number INTEGER NOT NULL, hash TEXT NOT NULL);

-- The line of an act holds the SHA-256 of `words`, which begin with a random salt.
CREATE TABLE acts (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (document, number)
);

CREATE UNIQUE INDEX acts_by_line ON acts (line);
