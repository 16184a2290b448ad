#include "store/drafts.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/sha256.h"

namespace sumi::store {
namespace {

// First 8 bytes of SHA-256 over the table's name and every column.
template <class Row>
Bytes checksum_of(const Row& row) {
  ByteWriter w;
  w.string(Row::table);
  encode_value(w, row);
  const auto hash = sha256(BytesView(w.bytes()));
  return {hash.bytes.begin(), hash.bytes.begin() + 8};
}

constexpr const char* draft_columns = "SELECT id, organisation, title, methodology, project, handed_in, version, made_ms, changed_ms, checksum FROM drafts";
constexpr const char* version_columns = "SELECT draft, version, editor, saved_ms, restored, body, checksum FROM draft_versions";

DraftRow read_draft(const Statement& s) {
  DraftRow row;
  row.id.value = static_cast<std::uint64_t>(s.integer(0));
  row.organisation.value = static_cast<std::uint64_t>(s.integer(1));
  row.title = s.text(2);
  row.methodology = s.text(3);
  row.project.value = static_cast<std::uint64_t>(s.integer(4));
  row.handed_in = static_cast<std::uint32_t>(s.integer(5));
  row.version = static_cast<std::uint32_t>(s.integer(6));
  row.made.ms = s.integer(7);
  row.changed.ms = s.integer(8);
  return row;
}

DraftVersionRow read_version(const Statement& s) {
  DraftVersionRow row;
  row.draft.value = static_cast<std::uint64_t>(s.integer(0));
  row.version = static_cast<std::uint32_t>(s.integer(1));
  const auto editor = s.blob(2);
  if (editor.size() == row.editor.bytes.size()) std::copy(editor.begin(), editor.end(), row.editor.bytes.begin());
  row.saved.ms = s.integer(3);
  row.restored = static_cast<std::uint32_t>(s.integer(4));
  row.body = s.text(5);
  return row;
}

std::int64_t number(std::uint64_t n) { return static_cast<std::int64_t>(n); }

// All that f writes, or nothing where it fails.
Result<void> together(Database& database, const std::function<Result<void>()>& f) {
  SUMI_CHECK(database.execute("BEGIN IMMEDIATE"));
  auto done = f();
  if (done) done = database.execute("COMMIT");
  if (!done) static_cast<void>(database.execute("ROLLBACK"));
  return done;
}

}  // namespace

Result<void> Drafts::put(const DraftRow& row) {
  // No INSERT OR REPLACE: replacing a row would take its versions with it.
  auto insert = database_.prepare(
      "INSERT INTO drafts(id, organisation, title, methodology, project, handed_in, version, made_ms, changed_ms, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) "
      "ON CONFLICT(id) DO UPDATE SET title = ?3, methodology = ?4, project = ?5, handed_in = ?6, version = ?7, changed_ms = ?9, checksum = ?10");
  const auto sum = checksum_of(row);
  insert.bind(1, number(row.id.value)).bind(2, number(row.organisation.value)).bind(3, std::string_view(row.title)).bind(4, std::string_view(row.methodology));
  insert.bind(5, number(row.project.value)).bind(6, number(row.handed_in)).bind(7, number(row.version)).bind(8, row.made.ms).bind(9, row.changed.ms).bind(10, BytesView(sum));
  return insert.run();
}

Result<void> Drafts::put(const DraftVersionRow& row) {
  auto insert = database_.prepare("INSERT INTO draft_versions(draft, version, editor, saved_ms, restored, body, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
  const auto sum = checksum_of(row);
  insert.bind(1, number(row.draft.value)).bind(2, number(row.version)).bind(3, BytesView(row.editor.bytes)).bind(4, row.saved.ms).bind(5, number(row.restored));
  insert.bind(6, std::string_view(row.body)).bind(7, BytesView(sum));
  return insert.run();
}

Result<DraftRow> Drafts::make(DraftRow row, PersonId editor, const std::string& body) {
  const std::lock_guard lock(mutex_);
  SUMI_CHECK(together(database_, [&]() -> Result<void> {
    auto newest = database_.prepare("SELECT coalesce(max(id), 0) + 1 FROM drafts");
    SUMI_TRY(const bool there, newest.step());
    row.id.value = there ? static_cast<std::uint64_t>(newest.integer(0)) : 1;
    row.version = 1;
    SUMI_CHECK(put(row));
    return put(DraftVersionRow{row.id, 1, editor, row.changed, 0, body});
  }));
  return row;
}

Result<std::vector<DraftRow>> Drafts::of(OrganisationNumber organisation) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare(std::string(draft_columns) + " WHERE organisation = ?1 ORDER BY changed_ms DESC, id DESC");
  select.bind(1, number(organisation.value));
  std::vector<DraftRow> out;
  for (;;) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return out;
    out.push_back(read_draft(select));
  }
}

Result<std::optional<DraftRow>> Drafts::one(DraftNumber id) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare(std::string(draft_columns) + " WHERE id = ?1");
  select.bind(1, number(id.value));
  SUMI_TRY(const bool row, select.step());
  if (!row) return std::nullopt;
  return read_draft(select);
}

Result<std::optional<DraftRow>> Drafts::save(DraftNumber id, std::uint32_t from, PersonId editor, Instant now, const std::string& title, const std::string& methodology, const std::string& body,
                                             std::uint32_t restored) {
  const std::lock_guard lock(mutex_);
  SUMI_TRY(auto row, one(id));
  if (!row || row->version != from) return std::nullopt;
  SUMI_TRY(const auto before, version(id, from));
  if (before && before->body == body) return row;
  row->version = from + 1;
  row->title = title;
  row->methodology = methodology;
  row->changed = now;
  SUMI_CHECK(together(database_, [&]() -> Result<void> {
    SUMI_CHECK(put(DraftVersionRow{id, row->version, editor, now, restored, body}));
    return put(*row);
  }));
  return row;
}

Result<void> Drafts::handed_in(DraftNumber id, std::uint32_t version, ProjectNumber project) {
  const std::lock_guard lock(mutex_);
  SUMI_TRY(auto row, one(id));
  if (!row) return {};
  row->handed_in = version;
  row->project = project;
  return put(*row);
}

Result<std::vector<DraftVersionRow>> Drafts::versions(DraftNumber id) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare("SELECT draft, version, editor, saved_ms, restored, '' FROM draft_versions WHERE draft = ?1 ORDER BY version");
  select.bind(1, number(id.value));
  std::vector<DraftVersionRow> out;
  for (;;) {
    SUMI_TRY(const bool row, select.step());
    if (!row) return out;
    out.push_back(read_version(select));
  }
}

Result<std::optional<DraftVersionRow>> Drafts::version(DraftNumber id, std::uint32_t version) {
  const std::lock_guard lock(mutex_);
  auto select = database_.prepare(std::string(version_columns) + " WHERE draft = ?1 AND version = ?2");
  select.bind(1, number(id.value)).bind(2, number(version));
  SUMI_TRY(const bool row, select.step());
  if (!row) return std::nullopt;
  return read_version(select);
}

Result<void> Drafts::remove(DraftNumber id) {
  const std::lock_guard lock(mutex_);
  auto erase = database_.prepare("DELETE FROM drafts WHERE id = ?1");
  erase.bind(1, number(id.value));
  return erase.run();
}

Result<void> Drafts::check(std::vector<std::string>& findings) {
  const std::lock_guard lock(mutex_);
  const auto look = [&](Statement& select, int column, const char* table, const std::function<Bytes()>& expected) -> Result<void> {
    for (std::size_t place = 1;; ++place) {
      SUMI_TRY(const bool there, select.step());
      if (!there) return {};
      const auto sum = expected();
      const auto stands = select.blob(column);
      if (!std::equal(sum.begin(), sum.end(), stands.begin(), stands.end())) findings.push_back(std::string("the row of ") + table + " at place " + std::to_string(place) + " has been altered");
    }
  };
  auto drafts = database_.prepare(draft_columns);
  SUMI_CHECK(look(drafts, 9, DraftRow::table, [&] { return checksum_of(read_draft(drafts)); }));
  auto versions = database_.prepare(version_columns);
  return look(versions, 6, DraftVersionRow::table, [&] { return checksum_of(read_version(versions)); });
}

}  // namespace sumi::store
