// What the administrator looks after: editions of rule packs and what adopting one would change, backups, the log's keys, mails that wait.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rulebook/diff.h"
#include "service/account_view.h"
#include "service/ledger.h"
#include "service/mail.h"

namespace sumi::service {

// A pack that may be adopted, beside the edition of its family that is in force. `hash` names it.
struct PackOffer {
  std::string family, edition;
  Bilingual title;
  std::string authority;
  Hash hash;
  bool methodology = false;
  bool uploaded = false;          // else it came with the program
  std::string edition_in_force;   // "": no pack of this family was ever adopted
  Hash hash_in_force;
  bool in_force = false;          // it is the one in force
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "edition", s.edition);
    v(Part::open, "title", s.title);
    v(Part::open, "authority", s.authority);
    v(Part::open, "hash", s.hash);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "uploaded", s.uploaded);
    v(Part::open, "edition_in_force", s.edition_in_force);
    v(Part::open, "hash_in_force", s.hash_in_force);
    v(Part::open, "in_force", s.in_force);
  }
};
// The packs below a rulebook's folder, as they lie there. One that cannot be read is left out.
[[nodiscard]] std::vector<rulebook::Pack> packs_below(const std::string& folder);
// Those that differ from what is in force first, then by family.
[[nodiscard]] std::vector<PackOffer> pack_offers(const rulebook::Rulebook& in_force, const std::vector<rulebook::Pack>& shipped, const std::vector<rulebook::Pack>& uploaded);

struct ChangedFieldView {
  std::string name, before, after;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "before", s.before);
    v(Part::open, "after", s.after);
  }
};
struct ChangedThingView {
  std::string change;  // added, removed, changed
  std::string name;
  std::vector<ChangedFieldView> fields_changed;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "change", s.change);
    v(Part::open, "name", s.name);
    v(Part::open, "fields", s.fields_changed);
  }
};
struct ChangedSectionView {
  std::string name;
  std::uint64_t added = 0, removed = 0, changed = 0;
  std::vector<ChangedThingView> things;  // at most pack_things_shown
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "added", s.added);
    v(Part::open, "removed", s.removed);
    v(Part::open, "changed", s.changed);
    v(Part::open, "things", s.things);
  }
};
// Rows of one table that are listed: more than anybody reads; the counts are of all of them.
inline constexpr std::size_t pack_things_shown = 500;

struct TouchedLine {
  CertificationNumber certification;
  std::string methodology;
  FiscalYear vintage;
  Amount certified;
  std::optional<Amount> under_new;  // absent: it could not be calculated again
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "certification", s.certification);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "vintage", s.vintage);
    v(Part::open, "certified", s.certified);
    v(Part::open, "under_new", s.under_new);
  }
};
struct TouchedProject {
  ProjectNumber project;
  std::uint64_t official_number = 0;
  std::string title;
  bool keeps = false;   // goes on under the version of its registration
  std::vector<TouchedLine> lines;
  Bilingual reason;     // why figures are missing; empty: none is
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "official_number", s.official_number);
    v(Part::open, "title", s.title);
    v(Part::open, "keeps", s.keeps);
    v(Part::open, "lines", s.lines);
    v(Part::open, "reason", s.reason);
  }
};
struct PackChange {
  PackOffer pack;
  std::vector<ChangedSectionView> sections;
  std::vector<TouchedProject> projects;
  Bilingual obstacle;   // why it does not hold together with the packs in force; empty: it does
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "pack", s.pack);
    v(Part::open, "sections", s.sections);
    v(Part::open, "projects", s.projects);
    v(Part::open, "obstacle", s.obstacle);
  }
};
// What adopting it would change: its texts beside those in force, and what the new pack would have made of what is certified. Calculates again, so it is not quick.
[[nodiscard]] Result<PackChange> pack_change(const Ledger& ledger, const rulebook::Pack& pack, PackOffer offer);

struct BackupLine {
  std::string name;
  Instant made;
  std::uint64_t entries = 0, files = 0, bytes = 0;
  Hash root;
  bool whole = true;    // false: its manifest cannot be read, or a broken-off one (NAME.part)
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "made", s.made);
    v(Part::open, "entries", s.entries);
    v(Part::open, "files", s.files);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "root", s.root);
    v(Part::open, "whole", s.whole);
  }
};
// The newest first. A folder that is not there has none.
[[nodiscard]] std::vector<BackupLine> backups_in(const std::string& folder);

struct LogKeyLine {
  std::uint32_t number = 0;   // 1: the key with which the store was made
  Hash public_key;            // its 32 bytes: what the journal holds
  std::optional<Hash> fingerprint;  // that people compare; it is of the key's name too, which the journal does not hold: only of the key that this server signs with
  std::optional<Instant> since;  // absent: since the store was made
  std::uint64_t entries = 0;     // of the journal when it began
  bool present = false;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "public_key", s.public_key);
    v(Part::open, "fingerprint", s.fingerprint);
    v(Part::open, "since", s.since);
    v(Part::open, "entries", s.entries);
    v(Part::open, "present", s.present);
  }
};
// The present one last. `signs`: the key that this server signs with; nullptr: it signs nothing.
[[nodiscard]] std::vector<LogKeyLine> log_keys_view(const scheme::State& state, const journal::PublicKey* signs);

struct WaitingMail {
  std::uint64_t id = 0;
  MailKind kind = MailKind::waits;
  std::string address, subject;
  Instant made, next;
  std::uint32_t tries = 0;
  std::string last_error;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "id", s.id);
    v(Part::party, "kind", s.kind);
    v(Part::party, "address", s.address);
    v(Part::party, "subject", s.subject);
    v(Part::party, "made", s.made);
    v(Part::party, "next", s.next);
    v(Part::party, "tries", s.tries);
    v(Part::party, "last_error", s.last_error);
  }
};
struct MailsView {
  bool enabled = false;
  std::uint64_t sent = 0, deferred = 0, given_up = 0;  // since the server started
  std::vector<WaitingMail> waiting;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "enabled", s.enabled);
    v(Part::party, "sent", s.sent);
    v(Part::party, "deferred", s.deferred);
    v(Part::party, "given_up", s.given_up);
    v(Part::party, "waiting", s.waiting);
  }
};
[[nodiscard]] MailsView mails_view(const MailRoom* mail, bool enabled);

}  // namespace sumi::service
