-- The units that a directive was given to, where it was not given to the issuer's whole branch. Belongs to units,
-- has the unit first in its key and is spread with the unit. Only added to.
CREATE TABLE recipient (
  unit BIGINT NOT NULL,
  directive INTEGER NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (unit, directive)
);
