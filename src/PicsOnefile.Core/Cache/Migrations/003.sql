-- Version 3. What a person has to key into PICSWeb: kept when the cache is rebuilt. It holds IDs and no names of people; name is the title of a qualification that is
-- to be added. An item is never deleted, so that a list that comes back late is still understood.

CREATE TABLE worklist (
    item_id     TEXT NOT NULL PRIMARY KEY,
    environment TEXT NOT NULL,
    kind        TEXT NOT NULL,
    "key"       TEXT NOT NULL,
    field       TEXT NOT NULL,
    name        TEXT,
    old_value   TEXT,
    new_value   TEXT,
    at          TEXT NOT NULL,
    actor       TEXT NOT NULL,
    keyed_in_at TEXT,
    keyed_in_by TEXT,
    closed      TEXT              -- NULL while it waits; Seen or Withdrawn
) STRICT, WITHOUT ROWID;
CREATE INDEX worklist_open ON worklist (environment, closed);
