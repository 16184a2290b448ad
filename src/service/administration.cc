#include "service/administration.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "registry/names.h"
#include "service/backup.h"
#include "service/revision.h"

namespace sumi::service {
namespace fs = std::filesystem;

namespace {

PackOffer offer_of(const rulebook::Pack& pack, const rulebook::Rulebook& in_force, bool uploaded) {
  const auto& head = pack.head();
  PackOffer offer;
  offer.family = head.family;
  offer.edition = head.edition;
  offer.title = {head.title_ja, head.title_en};
  offer.authority = head.authority;
  offer.hash = pack.hash();
  offer.methodology = head.kind == rulebook::PackKind::methodology;
  offer.uploaded = uploaded;
  for (const auto& known : in_force.packs()) {
    if (known.family() != head.family) continue;
    offer.edition_in_force = known.head().edition;
    offer.hash_in_force = known.hash();
  }
  offer.in_force = offer.hash == offer.hash_in_force;
  return offer;
}

std::string_view word_of_change(rulebook::Change change) {
  switch (change) {
    case rulebook::Change::added: return "added";
    case rulebook::Change::removed: return "removed";
    case rulebook::Change::changed: return "changed";
  }
  return "changed";
}

ChangedSectionView section_view(const rulebook::ChangedSection& section) {
  ChangedSectionView view;
  view.name = section.name;
  for (const auto& thing : section.things) {
    (thing.change == rulebook::Change::added ? view.added : thing.change == rulebook::Change::removed ? view.removed : view.changed) += 1;
    if (view.things.size() == pack_things_shown) continue;
    auto& out = view.things.emplace_back();
    out.change = word_of_change(thing.change);
    out.name = thing.name;
    for (const auto& field : thing.fields) out.fields_changed.push_back({field.name, field.before, field.after});
  }
  return view;
}

TouchedProject touched(RevisedProject p) {
  TouchedProject out{p.project, p.official_number, std::move(p.title), p.keeps, {}, {std::move(p.reason_ja), std::move(p.reason_en)}};
  for (auto& line : p.lines) {
    std::optional<Amount> under_new;
    if (!line.under_new_t.empty()) under_new = Amount{std::move(line.under_new_t), "t-CO2"};
    out.lines.push_back({line.certification, std::move(line.methodology), line.vintage, amount_of(line.certified_t), std::move(under_new)});
  }
  return out;
}

}  // namespace

std::vector<rulebook::Pack> packs_below(const std::string& folder) {
  std::vector<rulebook::Pack> out;
  for (const char* below : {"packs", "methodology"}) {
    std::error_code failed;
    for (fs::directory_iterator it(folder + "/" + below, failed), end; !failed && it != end; it.increment(failed)) {
      std::error_code ignored;
      if (!fs::is_regular_file(it->path() / "pack.toml", ignored)) continue;
      if (auto pack = rulebook::Pack::read(it->path().string())) out.push_back(*std::move(pack));
    }
  }
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.family() < b.family(); });
  return out;
}

std::vector<PackOffer> pack_offers(const rulebook::Rulebook& in_force, const std::vector<rulebook::Pack>& shipped, const std::vector<rulebook::Pack>& uploaded) {
  std::vector<PackOffer> out;
  for (const auto& pack : uploaded) out.push_back(offer_of(pack, in_force, true));
  for (const auto& pack : shipped) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const PackOffer& o) { return o.hash == pack.hash(); });
    if (!known) out.push_back(offer_of(pack, in_force, false));
  }
  std::stable_sort(out.begin(), out.end(), [](const PackOffer& a, const PackOffer& b) { return std::tie(a.in_force, a.family) < std::tie(b.in_force, b.family); });
  return out;
}

Result<PackChange> pack_change(const Ledger& ledger, const rulebook::Pack& pack, PackOffer offer) {
  SUMI_TRY(const auto book, ledger.rulebook());
  PackChange out;
  out.pack = std::move(offer);
  std::vector<rulebook::Pack> before;
  for (const auto& known : book->packs()) {
    if (known.family() == pack.family()) before.push_back(known);
  }
  const std::vector<rulebook::Pack> after{pack};
  for (const auto& diff : rulebook::diff_rulebooks(before, after)) {
    for (const auto& section : diff.sections) out.sections.push_back(section_view(section));
  }
  if (out.pack.in_force) return out;
  auto impact = revision_impact(ledger, pack);
  if (!impact) {
    out.obstacle = {describe_error(impact.error(), Language::ja), describe_error(impact.error(), Language::en)};
    return out;
  }
  for (auto& project : *impact) out.projects.push_back(touched(std::move(project)));
  return out;
}

std::vector<BackupLine> backups_in(const std::string& folder) {
  std::vector<BackupLine> out;
  std::error_code failed;
  if (folder.empty()) return out;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) {
    std::error_code ignored;
    if (!it->is_directory(ignored)) continue;
    BackupLine line;
    line.name = it->path().filename().string();
    const std::string file = it->path().string() + "/backup.txt";
    const auto text = read_file(file);
    const auto manifest = text ? BackupManifest::parse(*text, file) : Result<BackupManifest>(Unexpected(text.error()));
    line.whole = manifest.has_value() && !line.name.ends_with(".part");
    if (manifest) {
      line.made = manifest->made;
      line.entries = manifest->head.size;
      line.root = manifest->head.root;
      line.files = manifest->files.size();
      line.bytes = manifest->bytes();
    }
    out.push_back(std::move(line));
  }
  std::sort(out.begin(), out.end(), [](const BackupLine& a, const BackupLine& b) { return std::tie(b.made.ms, b.name) < std::tie(a.made.ms, a.name); });
  return out;
}

std::vector<LogKeyLine> log_keys_view(const scheme::State& state, const journal::PublicKey* signs) {
  std::vector<LogKeyLine> out;
  for (const auto& [number, row] : state.authority().log_keys) {
    LogKeyLine line{number, row.key, std::nullopt, std::nullopt, row.size, false};
    if (number > 1) line.since = row.since;
    out.push_back(line);
  }
  if (out.empty()) out.push_back({1, state.meta().log_key, std::nullopt, std::nullopt, 0, false});
  out.back().present = true;
  if (signs != nullptr && signs->bytes == out.back().public_key.bytes) out.back().fingerprint = signs->fingerprint();
  return out;
}

MailsView mails_view(const MailRoom* mail, bool enabled) {
  MailsView view;
  view.enabled = enabled;
  if (mail == nullptr) return view;
  const auto counts = mail->counts();
  view.sent = counts.sent;
  view.deferred = counts.deferred;
  view.given_up = counts.given_up;
  for (const auto& row : mail->waiting()) {
    view.waiting.push_back({row.id, static_cast<MailKind>(row.kind), row.address, row.subject, row.made, row.next, row.tries, row.last_error});
  }
  return view;
}

}  // namespace sumi::service
