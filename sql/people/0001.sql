-- What must be correctable and erasable: persons, sealed values, the security log. The journal knows ids and commitments only.
CREATE TABLE persons (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A sealed value and its salt. Keyed by the request that brought it, so that a retry finds the salt it used.
CREATE TABLE sealed (
  commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
  organisation INTEGER NOT NULL,
  request BLOB NOT NULL CHECK (length(request) = 16),
  field INTEGER NOT NULL,
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  value BLOB,                -- NULL once erased
  UNIQUE (organisation, request, field)
) STRICT, WITHOUT ROWID;

-- Refused attempts to retire or to decide. Bounded: the oldest go first.
CREATE TABLE security_log (
  id INTEGER PRIMARY KEY,
  time_ms INTEGER NOT NULL,
  actor BLOB NOT NULL,
  organisation INTEGER NOT NULL,
  command TEXT NOT NULL,
  refusal TEXT NOT NULL
) STRICT;
