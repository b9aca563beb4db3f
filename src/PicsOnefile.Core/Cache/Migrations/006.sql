-- Version 6. How long each list was when it was last accepted, and the reading that is withheld because it was empty, much shorter or incomplete: an outage must not look like
-- readiness. Both are kept when the cache is rebuilt, for a dropped cache must not open the gate; they hold counts alone. Of the list itself the file knows since now where
-- it was read from, whether it was accepted, and whether a write of this module has made it old.

CREATE TABLE reading (
    world            TEXT    NOT NULL,
    list             TEXT    NOT NULL,
    scope            TEXT    NOT NULL,
    accepted_rows    INTEGER,          -- NULL: none was accepted yet
    accepted_missing INTEGER NOT NULL DEFAULT 0,
    accepted_at      TEXT,
    withheld_rows    INTEGER,          -- NULL: none is withheld
    withheld_missing INTEGER NOT NULL DEFAULT 0,
    withheld_at      TEXT,
    withheld_since   TEXT,
    PRIMARY KEY (world, list, scope)
) STRICT, WITHOUT ROWID;

ALTER TABLE refresh ADD COLUMN accepted     INTEGER NOT NULL DEFAULT 1;
ALTER TABLE refresh ADD COLUMN missing      INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refresh ADD COLUMN stale        INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refresh ADD COLUMN source       TEXT;
ALTER TABLE refresh ADD COLUMN file_path    TEXT;
ALTER TABLE refresh ADD COLUMN file_length  INTEGER;
ALTER TABLE refresh ADD COLUMN file_written TEXT;
ALTER TABLE refresh ADD COLUMN file_hash    TEXT;

-- What an older file has read is what later readings are compared with; a list that it read as empty was never accepted by anybody.
INSERT INTO reading (world, list, scope, accepted_rows, accepted_at, withheld_rows, withheld_at, withheld_since)
SELECT coalesce((SELECT value FROM meta WHERE name = 'world'), ''), list, scope,
       CASE WHEN rows > 0 THEN rows END, CASE WHEN rows > 0 THEN read_at END,
       CASE WHEN rows = 0 THEN 0 END, CASE WHEN rows = 0 THEN read_at END, CASE WHEN rows = 0 THEN read_at END
FROM refresh WHERE list IN ('officer', 'organisation', 'assessor', 'placement');
UPDATE refresh SET accepted = 0 WHERE rows = 0 AND list IN ('officer', 'organisation', 'assessor', 'placement');
