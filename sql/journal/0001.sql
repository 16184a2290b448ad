-- The journal: one row per batch (decision 6). `bytes` is a whole segment; first and count are repeated only to find it.
CREATE TABLE segments (
  first INTEGER PRIMARY KEY CHECK (first >= 1),
  count INTEGER NOT NULL CHECK (count >= 1),
  bytes BLOB NOT NULL
) STRICT;
