-- What must be correctable and erasable: persons, sealed values, the security log. The journal knows ids and commitments only.
-- `checksum`: the first 8 bytes of SHA-256 over the row (src/store/people.cc). It finds what a disk did, not what a hand with the program did.
CREATE TABLE persons (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

-- A sealed value and its salt, with the request that brought it, so that a retry finds the salt it used. One request may stand here with
-- two values: a first try that the journal never saw, and what was sent in its place.
CREATE TABLE sealed (
  commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
  organisation INTEGER NOT NULL,
  request BLOB NOT NULL CHECK (length(request) = 16),
  field INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  value BLOB,                -- NULL once erased
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;
CREATE INDEX sealed_by_request ON sealed(organisation, request, field);

-- Refused attempts to retire or to decide. Bounded: the oldest go first.
CREATE TABLE security_log (
  id INTEGER PRIMARY KEY,
  time_ms INTEGER NOT NULL,
  actor BLOB NOT NULL,
  organisation INTEGER NOT NULL,
  command TEXT NOT NULL,
  refusal TEXT NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
