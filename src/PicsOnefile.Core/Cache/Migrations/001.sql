-- Version 1. Times are ISO 8601 text in UTC with seven decimals, so that text order is time order. Enumerations are kept by name.
-- Every table is STRICT: a value of another type than the column's is an error, not a surprise when it is read.

-- What both systems said. It can be rebuilt at any time; key columns are not unique, because a list is kept as it was read.

CREATE TABLE meta (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE refresh (
    list    TEXT    NOT NULL,
    scope   TEXT    NOT NULL,
    read_at TEXT    NOT NULL,
    calls   INTEGER NOT NULL,
    rows    INTEGER NOT NULL,
    PRIMARY KEY (list, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE centre (
    scope     TEXT NOT NULL,
    read_at   TEXT NOT NULL,
    centre_id TEXT NOT NULL,
    name      TEXT NOT NULL
) STRICT;
CREATE INDEX centre_key ON centre (centre_id);
CREATE INDEX centre_scope ON centre (scope);

CREATE TABLE assessor (
    scope           TEXT    NOT NULL,
    read_at         TEXT    NOT NULL,
    assessor_id     TEXT    NOT NULL,
    centre_id       TEXT    NOT NULL,
    centre_name     TEXT,
    first_name      TEXT,
    last_name       TEXT,
    role            INTEGER NOT NULL,
    mis_id          TEXT,
    archived        INTEGER,
    email           TEXT,
    telephone       TEXT,
    last_modified   TEXT,
    details_read_at TEXT
) STRICT;
CREATE INDEX assessor_key ON assessor (assessor_id);
CREATE INDEX assessor_scope ON assessor (scope);

CREATE TABLE placement (
    scope           TEXT NOT NULL,
    read_at         TEXT NOT NULL,
    placement_id    TEXT NOT NULL,
    centre_id       TEXT NOT NULL,
    centre_name     TEXT,
    name            TEXT NOT NULL,
    mis_id          TEXT,
    active          INTEGER,
    address         TEXT,
    postcode        TEXT,
    email           TEXT,
    telephone       TEXT,
    website         TEXT,
    details_read_at TEXT
) STRICT;
CREATE INDEX placement_key ON placement (placement_id);
CREATE INDEX placement_scope ON placement (scope);

CREATE TABLE learning_aim (
    scope         TEXT NOT NULL,
    read_at       TEXT NOT NULL,
    standard_id   TEXT NOT NULL,
    centre_id     TEXT NOT NULL,
    title         TEXT NOT NULL,
    code          TEXT,
    standard_code TEXT,
    component     TEXT
) STRICT;
CREATE INDEX learning_aim_key ON learning_aim (standard_id, centre_id);
CREATE INDEX learning_aim_scope ON learning_aim (scope);

CREATE TABLE officer (
    scope         TEXT NOT NULL,
    read_at       TEXT NOT NULL,
    officer_ident TEXT NOT NULL,
    officer_id    TEXT NOT NULL,
    first_name    TEXT,
    surname       TEXT,
    email         TEXT,
    telephone     TEXT,
    mobile        TEXT,
    status        TEXT,
    additional_id TEXT
) STRICT;
CREATE INDEX officer_key ON officer (officer_ident);
CREATE INDEX officer_scope ON officer (scope);

CREATE TABLE organisation (
    scope              TEXT NOT NULL,
    read_at            TEXT NOT NULL,
    organisation_ident TEXT NOT NULL,
    organisation_id    TEXT NOT NULL,
    name               TEXT NOT NULL,
    address            TEXT,
    postcode           TEXT,
    email              TEXT,
    telephone          TEXT,
    website            TEXT,
    edrs               TEXT,
    status             TEXT,
    additional_id      TEXT
) STRICT;
CREATE INDEX organisation_key ON organisation (organisation_ident);
CREATE INDEX organisation_scope ON organisation (scope);

CREATE TABLE qualification (
    scope            TEXT NOT NULL,
    read_at          TEXT NOT NULL,
    qualification_id TEXT NOT NULL,
    vq_reference     TEXT,
    title            TEXT NOT NULL,
    level            TEXT,
    status           TEXT,
    has_units        INTEGER,
    standard_code    TEXT
) STRICT;
CREATE INDEX qualification_key ON qualification (qualification_id);
CREATE INDEX qualification_scope ON qualification (scope);

CREATE TABLE learner (
    scope              TEXT NOT NULL,
    read_at            TEXT NOT NULL,
    learner_ident      TEXT NOT NULL,
    first_name         TEXT,
    surname            TEXT,
    date_of_birth      TEXT,
    uln                TEXT,
    status             TEXT,
    onefile_id         TEXT,
    main_officer       TEXT,
    officers           TEXT,
    organisation_ident TEXT,
    vq_references      TEXT
) STRICT;
CREATE INDEX learner_key ON learner (learner_ident);
CREATE INDEX learner_scope ON learner (scope);

-- What people decided and what was linked: kept when the cache is rebuilt.

CREATE TABLE link (
    kind        TEXT    NOT NULL,
    ident       TEXT    NOT NULL,
    centre_id   TEXT    NOT NULL,
    environment TEXT    NOT NULL,
    onefile_id  TEXT    NOT NULL,
    link_by     TEXT    NOT NULL,
    since       TEXT    NOT NULL,
    linked_by   TEXT,
    pending     INTEGER NOT NULL,
    PRIMARY KEY (kind, ident, centre_id, environment)
) STRICT;

-- An empty ident or onefile_id stands for none: a primary key takes two NULLs for two different values.
CREATE TABLE exclusion (
    kind       TEXT NOT NULL,
    ident      TEXT NOT NULL,
    onefile_id TEXT NOT NULL,
    reason     TEXT NOT NULL,
    actor      TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (kind, ident, onefile_id)
) STRICT;

CREATE TABLE attestation (
    number  INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    subject TEXT    NOT NULL,
    value   TEXT    NOT NULL,
    actor   TEXT    NOT NULL,
    at      TEXT    NOT NULL
) STRICT;
CREATE INDEX attestation_subject ON attestation (subject, number);

CREATE TABLE fact (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the module did: append-only, and never dropped. The triggers keep honest programs honest; the hashes show the rest.

CREATE TABLE run (
    run_id     TEXT NOT NULL PRIMARY KEY,
    command    TEXT NOT NULL,
    started_at TEXT NOT NULL,
    actor      TEXT NOT NULL,
    machine    TEXT NOT NULL
) STRICT;

CREATE TRIGGER run_never_updated BEFORE UPDATE ON run
BEGIN
    SELECT RAISE(ABORT, 'a run is never altered');
END;

CREATE TRIGGER run_never_deleted BEFORE DELETE ON run
BEGIN
    SELECT RAISE(ABORT, 'a run is never deleted');
END;

-- INSERT OR REPLACE deletes without firing the trigger above.
CREATE TRIGGER run_never_replaced BEFORE INSERT ON run
WHEN EXISTS (SELECT 1 FROM run WHERE run_id = new.run_id)
BEGIN
    SELECT RAISE(ABORT, 'a run is never replaced');
END;

CREATE TABLE change (
    sequence    INTEGER NOT NULL PRIMARY KEY,
    run_id      TEXT    NOT NULL REFERENCES run (run_id),
    change_id   TEXT    NOT NULL,
    at          TEXT    NOT NULL,
    actor       TEXT    NOT NULL,
    machine     TEXT    NOT NULL,
    environment TEXT    NOT NULL,
    kind        TEXT    NOT NULL,
    "key"       TEXT    NOT NULL,
    field       TEXT    NOT NULL,
    old_value   TEXT,
    new_value   TEXT,
    ident       TEXT,
    centre_id   TEXT,
    state       TEXT    NOT NULL,
    reason      TEXT,
    error       TEXT,
    hash        TEXT    NOT NULL
) STRICT;
CREATE INDEX change_run ON change (run_id);
CREATE INDEX change_change ON change (change_id, state);
CREATE INDEX change_key ON change (kind, "key");

CREATE TRIGGER change_never_updated BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'the journal is never altered');
END;

CREATE TRIGGER change_never_deleted BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'the journal is never shortened');
END;

CREATE TRIGGER change_without_gap BEFORE INSERT ON change
WHEN new.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM change)
BEGIN
    SELECT RAISE(ABORT, 'the journal is numbered without a gap');
END;

-- The calls of the last minute, by all processes of this cache.

CREATE TABLE call (
    account TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;
CREATE INDEX call_account ON call (account, at);
CREATE INDEX call_at ON call (at);
