-- Version 2. When a record was first seen, when it came into or went out of use, and how its link stood before: what -Since tells. It is kept when the cache is
-- rebuilt, and it holds IDs and no names: of somebody who has left nothing else stays here.

CREATE TABLE sighting (
    world        TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    id           TEXT    NOT NULL,
    first_seen   TEXT,              -- NULL: it was there when the module looked for the first time
    live         INTEGER,           -- NULL: not looked at yet
    live_since   TEXT,              -- NULL: it was so when it was first seen
    state        TEXT,
    state_before TEXT,
    state_since  TEXT,              -- NULL: it was so when it was first seen
    partner      TEXT    NOT NULL,
    PRIMARY KEY (world, kind, id)
) STRICT, WITHOUT ROWID;

-- Since when records of a kind are watched: what came or went before is not known.
CREATE TABLE watch (
    world TEXT NOT NULL,
    kind  TEXT NOT NULL,
    began TEXT NOT NULL,
    PRIMARY KEY (world, kind)
) STRICT, WITHOUT ROWID;

-- What an older file has in its lists was there before; whatever the next reading lacks of it has gone since.
INSERT OR IGNORE INTO sighting (world, kind, id, partner) SELECT meta.value, 'Officer', officer_ident, '' FROM officer, meta WHERE meta.name = 'world';
INSERT OR IGNORE INTO sighting (world, kind, id, partner) SELECT meta.value, 'Organisation', organisation_ident, '' FROM organisation, meta WHERE meta.name = 'world';
INSERT OR IGNORE INTO sighting (world, kind, id, partner) SELECT meta.value, 'Assessor', assessor_id, '' FROM assessor, meta WHERE meta.name = 'world';
INSERT OR IGNORE INTO sighting (world, kind, id, partner) SELECT meta.value, 'Placement', placement_id, '' FROM placement, meta WHERE meta.name = 'world';
