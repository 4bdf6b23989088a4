-- The first schema. docs/formats/database.md explains it with an example.
--
-- The same text runs on SQLite and on PostgreSQL: BIGINT, INTEGER and TEXT only. A statement ends with a
-- semicolon at the end of a line. Days are counted from 1970-01-01. Numbers that may have decimals are TEXT,
-- exact. A unit is its slot number, which never changes; its code, name and parent come from unit_event.
--
-- Tables of units (report, goal) have the unit first in their key: what is of one unit lies together.

-- Whose database this is, and the version of its schema.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- The change sequence: one row for every act, in the order in which acts became visible.
CREATE TABLE act (
  sequence BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  day INTEGER NOT NULL,
  summary TEXT NOT NULL
);

-- What happened to units, as decided; one batch has one sequence. Trees and slots are computed from the rows
-- that stand (undone_by is null). Units are named by code here, because they are founded here.
CREATE TABLE unit_event (
  sequence BIGINT NOT NULL,
  ordinal INTEGER NOT NULL,
  day INTEGER NOT NULL,
  kind TEXT NOT NULL,
  unit TEXT NOT NULL,
  into_unit TEXT NOT NULL,
  parent TEXT NOT NULL,
  name TEXT NOT NULL,
  unit_kind TEXT NOT NULL,
  share TEXT,
  decision TEXT NOT NULL,
  undone_by BIGINT,
  PRIMARY KEY (sequence, ordinal)
);

-- Every version of every report; only current changes, from 1 to 0, when the next version comes.
CREATE TABLE report (
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
  current INTEGER NOT NULL,
  PRIMARY KEY (unit, period, version)
);

-- The order in which reports are read into the columns.
CREATE INDEX report_current ON report (first_day, last_day DESC, unit, period) WHERE current = 1;

-- Directives taken into work, with the whole text: the offsets of targets and citations refer to it.
CREATE TABLE directive (
  ordinal BIGINT NOT NULL PRIMARY KEY,
  issuer BIGINT NOT NULL,
  file TEXT NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  period TEXT NOT NULL,
  adopted INTEGER NOT NULL,
  text TEXT NOT NULL,
  sequence BIGINT NOT NULL
);

-- The targets of a directive, as a person confirmed them.
CREATE TABLE target (
  directive BIGINT NOT NULL REFERENCES directive (ordinal),
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL UNIQUE,
  quote TEXT NOT NULL,
  quote_begin BIGINT NOT NULL,
  quote_end BIGINT NOT NULL,
  comparator TEXT NOT NULL,
  value TEXT NOT NULL,
  value_max TEXT,
  quantity TEXT NOT NULL,
  noun TEXT NOT NULL,
  subject TEXT NOT NULL,
  measure TEXT NOT NULL,
  per_unit INTEGER NOT NULL,
  baseline_change INTEGER NOT NULL,
  starts INTEGER NOT NULL,
  due INTEGER NOT NULL,
  indicator TEXT NOT NULL,
  PRIMARY KEY (directive, ordinal)
);

-- The papers that a directive names. Null: the text does not say.
CREATE TABLE citation (
  directive BIGINT NOT NULL REFERENCES directive (ordinal),
  ordinal INTEGER NOT NULL,
  quote TEXT NOT NULL,
  quote_begin BIGINT NOT NULL,
  quote_end BIGINT NOT NULL,
  type TEXT NOT NULL,
  number TEXT,
  day INTEGER,
  issuer TEXT,
  title TEXT,
  PRIMARY KEY (directive, ordinal)
);

-- Targets given to units. The row with the highest sequence is in force. Null value: as inherited.
CREATE TABLE goal (
  unit BIGINT NOT NULL,
  target TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  value TEXT,
  PRIMARY KEY (unit, target, sequence)
);
