-- Version 9. When a guarded list could last not be read at all, and with which error's ID: the outage must not be forgotten with the call that met it, for the
-- list of before is young enough to be used for an hour. A reading that comes clears both.

ALTER TABLE reading ADD COLUMN failed_at   TEXT;
ALTER TABLE reading ADD COLUMN failed_with TEXT;
