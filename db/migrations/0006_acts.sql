-- Acts say how many rows they brought, and may bring what was staged before them.

-- rows: how many versions of reports and steps it brought; whoever follows takes it in when all of them are there.
-- import: the import that it made visible, if one.
ALTER TABLE act ADD COLUMN rows BIGINT NOT NULL DEFAULT 0;
ALTER TABLE act ADD COLUMN import BIGINT;
CREATE UNIQUE INDEX act_import ON act (import) WHERE import IS NOT NULL;
UPDATE act SET rows = (SELECT count(*) FROM report r WHERE r.sequence = act.sequence) + (SELECT count(*) FROM report_step s WHERE s.sequence = act.sequence);

-- Imports under way, and the second at which the last reports came by the database's clock; 0: given up, its reports are
-- being taken out. Its reports stand in report
-- with minus its number for a sequence and are seen by nobody until an act has the number in import; it takes the row out.
CREATE TABLE staging (
  number BIGINT NOT NULL PRIMARY KEY,
  touched BIGINT NOT NULL
);

-- Every version of every report, only added to. The highest version that is visible is the current one, so that none is
-- written again when the next one comes. sequence: of its act; below zero, minus the number of its import. It is part of
-- the key since two may be about to bring the same version; whoever is second is refused.
CREATE TABLE report_new (
  unit BIGINT NOT NULL,
  period TEXT NOT NULL,
  version INTEGER NOT NULL,
  form TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL,
  received INTEGER NOT NULL,
  by_whom TEXT NOT NULL,
  figures TEXT NOT NULL,
  reasons TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, period, version, sequence)
);
INSERT INTO report_new (unit, period, version, form, first_day, last_day, received, by_whom, figures, reasons, sequence)
  SELECT unit, period, version, form, first_day, last_day, received, by_whom, figures, reasons, sequence FROM report ORDER BY unit, period, version;
DROP TABLE report;
ALTER TABLE report_new RENAME TO report;
CREATE INDEX report_sequence ON report (sequence);
-- The order in which reports are read into the columns.
CREATE INDEX report_period ON report (first_day, last_day DESC, unit, period, version);
-- When a corrected report first came is asked of all of them whenever a nation is read into memory.
CREATE INDEX report_corrected ON report (unit, period) WHERE version = 2;

-- Answers that are over are found without looking at all others.
CREATE INDEX kept_answer_expires ON kept_answer (expires);
