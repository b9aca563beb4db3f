-- Version 8. How many records of an accepted list single reads say are gone, as a person accepted it: a server that has lost the right to single records answers 404 to each, and
-- a list that shows them all the same would be withheld again after every reading.

ALTER TABLE reading ADD COLUMN accepted_gone INTEGER NOT NULL DEFAULT 0;
