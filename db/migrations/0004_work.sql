-- What people do with reports besides sending them. Every table here belongs to units and has the unit first
-- in its key. Instants are seconds since 1970-01-01 in UTC; account is null for the
-- console.

-- One row for each unit and period of which there ever was a draft: the number of its last revision outlives
-- the draft, so that no revision is taken for another. Nothing is open: figures, reasons and by_whom are empty.
CREATE TABLE report_draft (
  unit BIGINT NOT NULL,
  period TEXT NOT NULL,
  form TEXT NOT NULL,
  base INTEGER NOT NULL,
  figures TEXT NOT NULL,
  reasons TEXT NOT NULL,
  by_whom TEXT NOT NULL,
  account BIGINT,
  saved BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  is_open INTEGER NOT NULL,
  PRIMARY KEY (unit, period)
);

-- Only added to. cells: codes of the series returned, one blank between two; empty: the whole report.
CREATE TABLE report_step (
  unit BIGINT NOT NULL,
  period TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  account BIGINT,
  at BIGINT NOT NULL,
  note TEXT NOT NULL,
  cells TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, period, number)
);
CREATE INDEX report_step_sequence ON report_step (sequence);

-- What was signed by a step, and its SHA-256 (docs/formats/frozen-report.md). Only added to.
CREATE TABLE frozen_report (
  unit BIGINT NOT NULL,
  period TEXT NOT NULL,
  step INTEGER NOT NULL,
  text TEXT NOT NULL,
  digest TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, period, step)
);

-- More time for a unit and all below it. Only added to; of one unit the highest sequence holds.
CREATE TABLE extension (
  unit BIGINT NOT NULL,
  form TEXT NOT NULL,
  period TEXT NOT NULL,
  due INTEGER NOT NULL,
  account BIGINT,
  at BIGINT NOT NULL,
  reason TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, form, period, sequence)
);

-- Only added to.
CREATE TABLE reminder (
  unit BIGINT NOT NULL,
  form TEXT NOT NULL,
  period TEXT NOT NULL,
  account BIGINT,
  at BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, form, period, sequence)
);
CREATE INDEX reminder_at ON reminder (at);

-- When a corrected report first came is asked of all of them whenever a nation is read into memory.
CREATE INDEX report_corrected ON report (first_day, last_day DESC, unit, period)
  WHERE version = 1 AND current = 0;
