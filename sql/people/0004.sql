-- Mails that wait to be sent (src/store/mails.h). A row goes when its mail was taken by the mail server, or given up. Times are UTC milliseconds, 0 = not.
-- `checksum`: over the whole row (src/store/identities.cc).
CREATE TABLE mails (
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,           -- service::MailKind
  address TEXT NOT NULL,
  language INTEGER NOT NULL,       -- 0 Japanese, 1 English
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  message TEXT NOT NULL,           -- left of the "@" of its Message-ID: the same for each try
  made_ms INTEGER NOT NULL,
  next_ms INTEGER NOT NULL,        -- of the next try
  tries INTEGER NOT NULL,
  last_error TEXT NOT NULL,        -- "outbound.mail_deferred"
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT;
CREATE INDEX mails_by_next ON mails(next_ms);

-- How far mails have followed the journal: "entry" (the last one looked at), "digest" (the last day, in days since 1970, for which was told what waits).
CREATE TABLE mail_marks (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL,
  checksum BLOB NOT NULL CHECK (length(checksum) = 8)
) STRICT, WITHOUT ROWID;
