-- Who somebody is when they sign in (src/store/identities.h). Every secret that a person holds stands here as a hash; only the authenticator's secret must
-- be read again, and is sealed with a key of the store. Times are UTC milliseconds, 0 = not. `checksum`: over the whole row (src/store/identities.cc).
CREATE TABLE contacts (
  person BLOB PRIMARY KEY CHECK (length(person) = 16),
  email TEXT NOT NULL,
  language INTEGER NOT NULL,       -- 0 Japanese, 1 English
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_by_email ON contacts(email);

CREATE TABLE credentials (
  person BLOB PRIMARY KEY CHECK (length(person) = 16),
  hash TEXT NOT NULL,              -- Argon2id, as libsodium prints it
  changed_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

-- `pending` 1: begun, not shown yet; it takes the place of the other once a code of it was.
CREATE TABLE authenticators (
  person BLOB NOT NULL CHECK (length(person) = 16),
  pending INTEGER NOT NULL,
  secret BLOB NOT NULL,            -- 24 bytes nonce, XSalsa20-Poly1305 over the secret
  made_ms INTEGER NOT NULL,
  last_step INTEGER NOT NULL,      -- the newest 30 seconds whose code was taken: no code serves twice
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (person, pending)
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes (
  person BLOB NOT NULL CHECK (length(person) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  used_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (person, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),  -- SHA-256 of the token
  person BLOB NOT NULL,
  made_ms INTEGER NOT NULL,
  last_seen_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  second_factor_ms INTEGER NOT NULL,
  agent TEXT NOT NULL,
  revoked_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
CREATE INDEX sessions_by_person ON sessions(person);

-- Devices that signed in: their failures count for themselves alone.
CREATE TABLE devices (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  person BLOB NOT NULL,
  made_ms INTEGER NOT NULL,
  last_used_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_person ON devices(person);

CREATE TABLE api_tokens (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  person BLOB NOT NULL,
  organisation INTEGER NOT NULL,
  name TEXT NOT NULL,
  scopes TEXT NOT NULL,            -- words with a space between
  made_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  last_used_ms INTEGER NOT NULL,
  revoked_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
CREATE INDEX api_tokens_by_person ON api_tokens(person);

CREATE TABLE invitations (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  email TEXT NOT NULL,
  organisation INTEGER NOT NULL,
  roles TEXT NOT NULL,             -- numbers of scheme::Role with a space between
  inviter BLOB NOT NULL,
  made_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  used_ms INTEGER NOT NULL,
  person BLOB NOT NULL,            -- who accepted; zero = nobody yet
  granted_ms INTEGER NOT NULL,
  revoked_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;

CREATE TABLE password_resets (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  person BLOB NOT NULL,
  kind INTEGER NOT NULL,           -- 1 asked by mail, 2 given by an administrator, 3 the first start
  made_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  used_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

CREATE TABLE lost_authenticators (
  id INTEGER PRIMARY KEY,
  person BLOB NOT NULL,
  asked_by BLOB NOT NULL,
  asked_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  decided_by BLOB NOT NULL,        -- zero = not yet
  decided_ms INTEGER NOT NULL,
  approved INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;

-- Failures of signing in. `key`: a keyed hash of what is counted (login and peer, login, device), so that no address stands here.
CREATE TABLE sign_in_counters (
  key BLOB PRIMARY KEY CHECK (length(key) = 32),
  failures INTEGER NOT NULL,
  last_failure_ms INTEGER NOT NULL,
  last_success_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;

-- What happened around signing in. Bounded like security_log: the oldest go first.
CREATE TABLE identity_log (
  id INTEGER PRIMARY KEY,
  time_ms INTEGER NOT NULL,
  kind INTEGER NOT NULL,           -- store::SecurityKind
  person BLOB NOT NULL,            -- zero = not known
  actor BLOB NOT NULL,             -- zero = the person, or nobody
  detail TEXT NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
