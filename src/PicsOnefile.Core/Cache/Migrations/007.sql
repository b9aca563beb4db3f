-- Version 7. Until when a run counts as under way without another sign of life, and whether it ended in order: what tells an intent that is being worked on from one that was left.
-- The runs of an older file have no row here: their intents are judged by their age.

CREATE TABLE run_lease (
    run_id  TEXT    NOT NULL PRIMARY KEY REFERENCES run (run_id),
    machine TEXT    NOT NULL,
    until   TEXT    NOT NULL,              -- of a run that ended in order: when it did
    ended   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which run an Undo-LinkChange takes back: a reason is a text that anybody may type.
CREATE TABLE reversal (
    run_id TEXT NOT NULL PRIMARY KEY REFERENCES run (run_id),
    undoes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who else means to write a value, or has written it.
CREATE INDEX change_value ON change (environment, field, new_value COLLATE NOCASE);
