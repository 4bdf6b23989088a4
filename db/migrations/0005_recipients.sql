-- The units that a directive was given to, where it was not given to the issuer's whole branch. Only added to.
CREATE TABLE recipient (
  unit BIGINT NOT NULL,
  directive INTEGER NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, directive)
);
