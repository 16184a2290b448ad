-- Drafts of plans and every version of them that was saved (src/store/drafts.h). They are nobody's but the organisation's: nothing of them is in the journal
-- until the plan is handed in. Times are UTC milliseconds. `checksum`: over the whole row (src/store/drafts.cc).
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY,
  organisation INTEGER NOT NULL,
  title TEXT NOT NULL,
  methodology TEXT NOT NULL,
  project INTEGER NOT NULL,        -- that it was handed in for; 0 = none yet
  handed_in INTEGER NOT NULL,      -- the version that was handed in last; 0 = none
  version INTEGER NOT NULL,        -- the newest one
  made_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
CREATE INDEX drafts_by_organisation ON drafts(organisation);

CREATE TABLE draft_versions (
  draft INTEGER NOT NULL REFERENCES drafts(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  editor BLOB NOT NULL CHECK (length(editor) = 16),
  saved_ms INTEGER NOT NULL,
  restored INTEGER NOT NULL,       -- the version that it brings back; 0 = none
  body TEXT NOT NULL,              -- the plan as JSON
  checksum BLOB NOT NULL CHECK (length(checksum) = 8),
  PRIMARY KEY (draft, version)
) STRICT, WITHOUT ROWID;
