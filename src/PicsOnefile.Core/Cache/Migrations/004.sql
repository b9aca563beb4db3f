-- Version 4. The centre that a learner is enrolled in: with several centres it decides which records an enrolment uses.

ALTER TABLE learner ADD COLUMN onefile_organisation TEXT;
