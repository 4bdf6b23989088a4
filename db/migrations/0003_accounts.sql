-- Accounts, the offices they hold at units, what lets them in, and who did what.
--
-- Of units only office is: it has the unit first in its key. The audit log is one chain.
-- Instants are seconds since 1970-01-01 in UTC. Digests are 64 hexadecimal digits of SHA-256.

CREATE TABLE account (
  id BIGINT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  pass_phrase TEXT NOT NULL,
  totp_secret TEXT,
  totp_step BIGINT NOT NULL,
  made_by BIGINT,
  made BIGINT NOT NULL,
  closed BIGINT
);

-- Those not yet used.
CREATE TABLE recovery_code (
  account BIGINT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (account, digest)
);

-- Terms, [from_day, to_day); null: until further notice.
CREATE TABLE office (
  unit BIGINT NOT NULL,
  role TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  account BIGINT NOT NULL,
  to_day INTEGER,
  PRIMARY KEY (unit, role, from_day, account)
);
CREATE INDEX office_account ON office (account);

CREATE TABLE session (
  digest TEXT NOT NULL PRIMARY KEY,
  account BIGINT NOT NULL,
  created BIGINT NOT NULL,
  last_seen BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  address TEXT NOT NULL,
  user_agent TEXT NOT NULL
);
CREATE INDEX session_account ON session (account);

CREATE TABLE access_token (
  account BIGINT NOT NULL,
  name TEXT NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  made BIGINT NOT NULL,
  expires BIGINT NOT NULL,
  may_write INTEGER NOT NULL,
  PRIMARY KEY (account, name)
);

-- Those not yet used. Without account: makes the first administrator.
CREATE TABLE one_time_link (
  digest TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  account BIGINT,
  made BIGINT NOT NULL,
  expires BIGINT NOT NULL
);

CREATE TABLE kept_answer (
  account BIGINT NOT NULL,
  request_key TEXT NOT NULL,
  request TEXT NOT NULL,
  answer TEXT NOT NULL,
  expires BIGINT NOT NULL,
  PRIMARY KEY (account, request_key)
);

-- Only added to. hash seals the entry with the hash of the one before (account/audit.hpp).
CREATE TABLE audit (
  sequence BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  account BIGINT,
  address TEXT NOT NULL,
  deed TEXT NOT NULL,
  thing TEXT NOT NULL,
  unit BIGINT,
  summary TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);
