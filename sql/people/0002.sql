-- What the store keeps to itself: the key of the HMACs by which members are compared. Lost, no later member is found to match an earlier one.
CREATE TABLE secrets (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL CHECK (length(value) = 32),
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;
