-- Version 5. An exclusion belongs to the environment in which it was made, for Practice and Live are two systems on either side. What an older file holds is taken for the
-- environment that the file has worked with; where it has worked with several, for those to practise in: nobody is left out of Live whom nobody left out there.

ALTER TABLE exclusion RENAME TO exclusion_before;

CREATE TABLE exclusion (
    environment TEXT NOT NULL,
    kind        TEXT NOT NULL,
    ident       TEXT NOT NULL,
    onefile_id  TEXT NOT NULL,
    reason      TEXT NOT NULL,
    actor       TEXT NOT NULL,
    at          TEXT NOT NULL,
    PRIMARY KEY (environment, kind, ident, onefile_id)
) STRICT;

WITH worked_with (environment) AS (
    SELECT environment FROM change
    UNION SELECT environment FROM link
    UNION SELECT environment FROM worklist
    UNION SELECT substr(world, 1, instr(world, '|') - 1) FROM watch WHERE instr(world, '|') > 0
    UNION SELECT substr(value, 1, instr(value, '|') - 1) FROM meta WHERE name = 'world' AND instr(value, '|') > 0
),
meant (environment) AS (
    SELECT environment FROM worked_with WHERE environment <> 'Live'
    UNION ALL SELECT 'Live' WHERE NOT EXISTS (SELECT 1 FROM worked_with WHERE environment <> 'Live')
)
INSERT INTO exclusion (environment, kind, ident, onefile_id, reason, actor, at)
SELECT meant.environment, kind, ident, onefile_id, reason, actor, at FROM exclusion_before, meant;

DROP TABLE exclusion_before;
