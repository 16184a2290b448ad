// The administrator's own reads and what is no command: rule packs before they are adopted, backups, keys, mails, and the whole at a glance. People stand in
// routes_identity.cc; organisations, grants and revocations are commands.
#include <algorithm>

#include "base/limits.h"
#include "http/limits.h"
#include "http/list_route.h"
#include "http/queries.h"
#include "http/routes_audit.h"
#include "http/routes_desk.h"
#include "rulebook/rulebook.h"
#include "scheme/names.h"
#include "service/administration.h"
#include "service/config.h"
#include "service/public_view.h"
#include "service/support_view.h"
#include "wire/archive.h"

namespace sumi::http {

namespace {

using service::Page;
using service::PageQuery;
using Desk = std::shared_ptr<AuditDesk>;

struct PackQuery {
  Hash hash;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "hash", s.hash); }
};
struct AdoptBody {
  OrganisationNumber authority;  // as which one adopts it; absent: the organisation for which one acts
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "authority", s.authority); }
};
struct Adopted {
  SequenceNumber entry;
  std::uint32_t adoption = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entry", s.entry);
    v(Part::open, "adoption", s.adoption);
  }
};
struct OrganisationDesk {
  OrganisationNumber organisation;
  std::string name, name_kana, corporate_number;
  std::vector<scheme::DatedName> names;  // oldest first
  OrganisationNumber parent, predecessor;
  std::uint64_t people = 0, projects = 0, accounts = 0;
  // Others with the same corporate number or a name that reads the same: to be looked at, not a verdict.
  std::vector<service::OrganisationBrief> alike;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "organisation", s.organisation);
    v(Part::party, "name", s.name);
    v(Part::party, "name_kana", s.name_kana);
    v(Part::party, "corporate_number", s.corporate_number);
    v(Part::party, "names", s.names);
    v(Part::party, "parent", s.parent);
    v(Part::party, "predecessor", s.predecessor);
    v(Part::party, "people", s.people);
    v(Part::party, "projects", s.projects);
    v(Part::party, "accounts", s.accounts);
    v(Part::party, "alike", s.alike);
  }
};
struct OrganisationQuery {
  OrganisationNumber organisation;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "organisation", s.organisation); }
};
struct Glance {
  std::string operator_name;
  scheme::StoreKind kind = scheme::StoreKind::demo;
  SequenceNumber entries;
  std::uint64_t organisations = 0, grants = 0, jobs_open = 0, mails_waiting = 0;
  std::uint64_t packs_to_adopt = 0;   // editions at hand that differ from those in force
  bool mail_enabled = false, signs = false;
  std::string backups_folder;         // "": none is set
  std::optional<service::BackupLine> last_backup;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "operator_name", s.operator_name);
    v(Part::party, "kind", s.kind);
    v(Part::party, "entries", s.entries);
    v(Part::party, "organisations", s.organisations);
    v(Part::party, "grants", s.grants);
    v(Part::party, "jobs_open", s.jobs_open);
    v(Part::party, "mails_waiting", s.mails_waiting);
    v(Part::party, "packs_to_adopt", s.packs_to_adopt);
    v(Part::party, "mail_enabled", s.mail_enabled);
    v(Part::party, "signs", s.signs);
    v(Part::party, "backups_folder", s.backups_folder);
    v(Part::party, "last_backup", s.last_backup);
  }
};
struct BackupsView {
  std::string folder;
  std::vector<service::BackupLine> backups;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "folder", s.folder);
    v(Part::party, "backups", s.backups);
  }
};
struct KeysView {
  std::vector<service::LogKeyLine> keys;
  std::string verifier_key;    // of the key with which this server signs; "": it signs nothing
  std::string file;            // where the configuration says it lies
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "keys", s.keys);
    v(Part::party, "verifier_key", s.verifier_key);
    v(Part::party, "file", s.file);
  }
};

std::string backups_folder(const Call& call) { return call.office.config == nullptr ? std::string() : call.office.config->store.backups; }
std::vector<rulebook::Pack> shipped(const Call& call) {
  return call.office.config == nullptr || call.office.config->store.rulebook.empty() ? std::vector<rulebook::Pack>{} : service::packs_below(call.office.config->store.rulebook);
}

Result<std::vector<service::PackOffer>> offers(const Desk& desk, const Call& call) {
  SUMI_TRY(const auto book, call.ledger().rulebook());
  return service::pack_offers(*book, shipped(call), desk->uploaded());
}

struct Chosen {
  rulebook::Pack pack;
  service::PackOffer offer;
};
Result<Chosen> chosen(const Desk& desk, const Call& call, const Hash& hash) {
  SUMI_TRY(const auto all, offers(desk, call));
  auto packs = desk->uploaded();
  for (auto& pack : shipped(call)) packs.push_back(std::move(pack));
  const auto pack = std::find_if(packs.begin(), packs.end(), [&](const auto& p) { return p.hash() == hash; });
  const auto offer = std::find_if(all.begin(), all.end(), [&](const auto& o) { return o.hash == hash; });
  if (pack == packs.end() || offer == all.end()) return fail(errors::not_found, {{"what_ja", "このハッシュのパック"}, {"what_en", "pack of that hash"}});
  return Chosen{std::move(*pack), *offer};
}

// A ZIP of a pack's folder (or of the folder itself in it), or a pack's own archive.
Result<rulebook::Pack> pack_of(std::string_view body) {
  constexpr std::string_view archive = "sumi pack 1\n";
  const std::string name = "upload";
  if (body.starts_with(archive)) return rulebook::Pack::from_archive({reinterpret_cast<const std::uint8_t*>(body.data()), body.size()}, name);
  auto files = wire::read_zip(body, limits::pack_files_max, limits::pack_bytes_max);
  if (!files) return fail(errors::pack_file);
  std::string root;
  bool found = false;
  for (const auto& [path, text] : *files) {
    if (path != "pack.toml" && !path.ends_with("/pack.toml")) continue;
    if (found && path.size() - 9 >= root.size()) continue;
    root = path.substr(0, path.size() - 9);
    found = true;
  }
  if (!found) return fail(errors::pack_file);
  std::vector<rulebook::PackFile> inside;
  for (auto& [path, text] : *files) {
    if (!path.starts_with(root)) continue;
    const std::string below = path.substr(root.size());
    if (below.starts_with('.') || below.find("/.") != std::string::npos) continue;  // hidden files, as when a folder is read
    inside.push_back({below, std::move(text)});
  }
  return rulebook::Pack::from_files(std::move(inside), name);
}

Result<service::PackChange> upload_pack(const Desk& desk, const Call& call, const Nothing&, std::string_view body) {
  SUMI_CHECK(service::Identity::sensitive(call.who()));
  SUMI_TRY(auto pack, pack_of(body));
  const auto hash = pack.hash();
  desk->keep(std::move(pack));
  SUMI_TRY(const auto one, chosen(desk, call, hash));
  return service::pack_change(call.ledger(), one.pack, one.offer);
}

// The administrator looks after packs; who may adopt one is the scheme's own to say, and is asked of the person for that authority.
Result<Adopted> adopt(const Desk& desk, const Call& call, const PackQuery& query, const AdoptBody& body) {
  const auto authority = body.authority ? body.authority : call.organisation();
  SUMI_CHECK(service::Identity::may_command(call.who(), "AdoptRulebook", authority));
  SUMI_TRY(const auto one, chosen(desk, call, query.hash));
  SUMI_TRY(const auto accepted, call.ledger().adopt(one.pack, call.person(), authority));
  Adopted out{accepted.first, 0};
  if (const auto* outcome = std::get_if<scheme::RulebookAdopted>(&accepted.outcomes.front())) out.adoption = outcome->adoption;
  return out;
}

Result<Glance> glance(const Desk& desk, const Call& call, const Nothing&) {
  Glance view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    view.operator_name = state.meta().operator_name;
    view.kind = state.meta().kind;
    for ([[maybe_unused]] const auto& [number, row] : state.organisations()) ++view.organisations;
    for ([[maybe_unused]] const auto& [key, row] : state.grants()) ++view.grants;
  }));
  view.entries = call.ledger().last();
  for (const auto& job : desk->jobs(call).all()) view.jobs_open += job.state == service::JobState::waiting || job.state == service::JobState::running ? 1U : 0U;
  view.mail_enabled = call.office.config != nullptr && call.office.config->mail.enabled;
  view.mails_waiting = call.office.mail == nullptr ? 0 : call.office.mail->waiting().size();
  SUMI_TRY(const auto packs, offers(desk, call));
  for (const auto& offer : packs) view.packs_to_adopt += offer.in_force ? 0U : 1U;
  view.signs = call.office.key != nullptr;
  view.backups_folder = backups_folder(call);
  auto backups = service::backups_in(view.backups_folder);
  std::erase_if(backups, [](const auto& b) { return !b.whole; });
  if (!backups.empty()) view.last_backup = backups.front();
  return view;
}

Result<JobView> begin_backup(const Desk& desk, const Call& call, const Nothing&, const Nothing&) {
  const auto folder = backups_folder(call);
  if (folder.empty()) return fail(errors::backups_not_set);
  // 2026-11-22T23:05:44.000Z -> 20261122-230544
  std::string name;
  for (const char c : call.office.clock.now().to_string().substr(0, 19)) {
    if (c >= '0' && c <= '9') name += c;
    else if (c == 'T') name += '-';
  }
  return job_view(desk->jobs(call).begin("backup", {"控えを作る", "Make a backup"}, call.person(), call.who().login, service::backup_work(call.ledger(), folder, name)));
}

std::vector<service::OrganisationBrief> alike_to(const scheme::State& state, OrganisationNumber number, const scheme::OrganisationRow& row) {
  std::vector<service::OrganisationBrief> out;
  const Date today = state.now().date_in_japan();
  const auto name = service::folded_name(row.name_on(today));
  for (const auto& [other, candidate] : state.organisations()) {
    if (other == number) continue;
    const bool same_number = !row.corporate_number.empty() && candidate.corporate_number == row.corporate_number;
    if (same_number || service::folded_name(candidate.name_on(today)) == name) out.push_back(service::brief_of(state, other));
  }
  return out;
}

Result<OrganisationDesk> organisation(const Call& call, const OrganisationQuery& query) {
  std::optional<OrganisationDesk> view;
  SUMI_CHECK(call.ledger().read([&](const scheme::State& state) {
    const auto* row = state.organisations().find(query.organisation);
    if (row == nullptr) return;
    OrganisationDesk o;
    o.organisation = query.organisation;
    o.name = row->name_on(state.now().date_in_japan());
    o.name_kana = row->name_kana;
    o.corporate_number = row->corporate_number;
    o.names = row->names;
    o.parent = row->parent;
    o.predecessor = row->predecessor;
    std::vector<PersonId> people;
    for (const auto& [key, grant] : state.grants()) {
      if (key.organisation == query.organisation && (people.empty() || people.back() != key.person)) people.push_back(key.person);
    }
    o.people = people.size();
    o.projects = service::projects_of(state, query.organisation).size();
    for (const auto& [number, account] : state.registry().accounts()) o.accounts += account.organisation == query.organisation ? 1U : 0U;
    o.alike = alike_to(state, query.organisation, *row);
    view = std::move(o);
  }));
  if (!view) return fail(errors::not_found, {{"what_ja", "事業者" + std::to_string(query.organisation.value)}, {"what_en", "organisation " + std::to_string(query.organisation.value)}});
  return *std::move(view);
}

}  // namespace

void AuditDesk::keep(rulebook::Pack pack) {
  const std::lock_guard lock(mutex_);
  constexpr std::size_t kept = 8;
  std::erase_if(packs_, [&](const auto& p) { return p.hash() == pack.hash(); });
  if (packs_.size() == kept) packs_.erase(packs_.begin());
  packs_.push_back(std::move(pack));
}

std::vector<rulebook::Pack> AuditDesk::uploaded() {
  const std::lock_guard lock(mutex_);
  return packs_;
}

void add_admin_routes(Routes& routes, const Desk& desk) {
  const std::string base = "/api/v1/administration";
  routes.get<Nothing, Glance>(base, {"管理の概況", "The administration at a glance"}, "administration", Right::administer, [desk](const Call& call, const Nothing& n) { return glance(desk, call, n); });
  routes.get<OrganisationQuery, OrganisationDesk>(base + "/organisations/{organisation}", {"事業者の登録内容", "What is registered of an organisation"}, "administration", Right::manage_people, organisation);
  using P = service::PackOffer;
  add_list<ListQuery, P>(routes, base + "/packs", {"規則パックの版", "Editions of rule packs"}, "administration", Right::adopt_rules, {"規則パックの版", "packs"},
      {{"規則", "Family", [](const P& p, Language) { return p.family; }, false, "family"}, {"名称", "Title", [](const P& p, Language l) { return l == Language::ja ? p.title.ja : p.title.en; }, false, "title"},
          {"版", "Edition", [](const P& p, Language) { return p.edition; }, false, "edition"}, {"定めた機関", "Authority", [](const P& p, Language) { return p.authority; }, false, "authority"},
          {"採用中の版", "Edition in force", [](const P& p, Language) { return p.edition_in_force; }, false, "edition_in_force"},
          {"採用中", "In force", [](const P& p, Language l) { return std::string(p.in_force ? (l == Language::ja ? "採用中" : "in force") : ""); }, false, "in_force"},
          {"SHA-256", "SHA-256", [](const P& p, Language) { return p.hash.to_hex(); }}},
      [desk](const Call& call, const ListQuery&) { return offers(desk, call); }, [](const P& p) { return p.hash.to_hex(); });
  routes.get<PackQuery, service::PackChange>(base + "/packs/{hash}", {"採用すると変わること", "What adopting a pack would change"}, "administration", Right::adopt_rules,
      [desk](const Call& call, const PackQuery& query) -> Result<service::PackChange> {
        SUMI_TRY(const auto one, chosen(desk, call, query.hash));
        return service::pack_change(call.ledger(), one.pack, one.offer);
      });
  routes.upload<Nothing, service::PackChange>(base + "/packs", {"パックを読み込んで違いを見る", "Upload a pack and see what it would change"}, "administration", Right::adopt_rules, "application/zip", limits::pack_bytes_max,
      [desk](const Call& call, const Nothing& query, std::string_view body) { return upload_pack(desk, call, query, body); });
  routes.post<PackQuery, AdoptBody, Adopted>(base + "/packs/{hash}/adopt", {"パックを採用する", "Adopt a pack"}, "administration", Right::adopt_rules,
      [desk](const Call& call, const PackQuery& query, const AdoptBody& body) { return adopt(desk, call, query, body); });
  routes.want_key();
  // A ministry enters what its letters say (Article 6, a methodology it proposes), and has no desk of its own to keep them at.
  routes.upload<Nothing, KeptDocument>(base + "/documents", {"所管省庁の書類を預ける", "Keeps a paper of a ministry"}, "administration", Right::adopt_rules, "application/octet-stream",
      ::sumi::limits::evidence_file_bytes_max, [](const Call& call, const Nothing&, std::string_view body) { return keep_document(call, body); });
  using A = service::AdoptionView;
  add_list<ListQuery, A>(routes, base + "/adoptions", {"採用の履歴", "The history of adoptions"}, "administration", Right::adopt_rules, {"採用の履歴", "adoptions"},
      {{"採用番号", "Adoption", [](const A& a, Language) { return std::to_string(a.adoption); }, true, "number"}, {"規則", "Family", [](const A& a, Language) { return a.family; }, false, "family"},
          {"版", "Edition", [](const A& a, Language) { return a.edition; }, false, "edition"}, {"効力の始まる日", "Effective", [](const A& a, Language) { return a.effective.to_string(); }, false, "effective"},
          {"採用した時刻", "Adopted", [](const A& a, Language) { return a.adopted.to_string(); }, false, "adopted"}, {"採用した機関", "Authority", [](const A& a, Language) { return a.authority.name; }, false, "authority"},
          {"SHA-256", "SHA-256", [](const A& a, Language) { return a.pack.to_hex(); }}},
      [](const Call& call, const ListQuery&) -> Result<std::vector<A>> {
        std::vector<A> all;
        SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { all = service::adoptions_of(state); }));
        return all;
      },
      [](const A& a) { return std::to_string(a.adoption); });
  routes.get<Nothing, BackupsView>(base + "/backups", {"控えの一覧", "Backups"}, "administration", Right::administer,
      [](const Call& call, const Nothing&) -> Result<BackupsView> { return BackupsView{backups_folder(call), service::backups_in(backups_folder(call))}; });
  routes.post<Nothing, Nothing, JobView>(base + "/backups", {"控えを作り始める", "Begin a backup"}, "administration", Right::administer,
      [desk](const Call& call, const Nothing& query, const Nothing& body) { return begin_backup(desk, call, query, body); });
  routes.get<Nothing, KeysView>(base + "/keys", {"台帳の署名鍵とその履歴", "The log's keys and their history"}, "administration", Right::administer, [](const Call& call, const Nothing&) -> Result<KeysView> {
    KeysView view;
    const auto* signs = call.office.key == nullptr ? nullptr : &call.office.key->public_key();
    SUMI_CHECK(call.ledger().read([&](const scheme::State& state) { view.keys = service::log_keys_view(state, signs); }));
    if (signs != nullptr) view.verifier_key = signs->to_text();
    if (call.office.config != nullptr) view.file = call.office.config->store.signing_key;
    return view;
  });
  routes.get<Nothing, service::MailsView>(base + "/mails", {"送信を待つメール", "Mails that wait to be sent"}, "administration", Right::administer, [](const Call& call, const Nothing&) -> Result<service::MailsView> {
    return service::mails_view(call.office.mail, call.office.config != nullptr && call.office.config->mail.enabled);
  });
}

}  // namespace sumi::http
