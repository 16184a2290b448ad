#include "service/migrate.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/sha256.h"
#include "base/text.h"
#include "service/errors.h"

namespace sumi::service {
namespace {

constexpr std::size_t group_size = 1000;  // entries that are entered together; a batch holds eight times as many

IdempotencyKey opening_key(const Hash& report, const char* what, std::size_t from) {
  Sha256 hash;
  hash.update("sumi migrate ");
  hash.update(report.to_hex());
  hash.update(what);
  hash.update(std::to_string(from));
  const auto digest = hash.finish();
  IdempotencyKey k;
  std::copy_n(digest.bytes.begin(), k.bytes.size(), k.bytes.begin());
  return k;
}

// Sends commands in groups, and keeps their outcomes in order.
class Sender {
 public:
  Sender(Ledger& ledger, PersonId actor, OrganisationNumber secretariat, const Hash& report, std::uint64_t of,
         const std::function<void(std::uint64_t, std::uint64_t)>& progress)
      : ledger_(ledger), actor_(actor), secretariat_(secretariat), report_(report), of_(of), progress_(progress) {}

  // The outcomes of these commands, in their order.
  template <class Outcome>
  Result<std::vector<Outcome>> send(std::vector<scheme::AnyCommand> commands, const char* what) {
    std::vector<Outcome> out;
    for (std::size_t i = 0; i < commands.size(); i += group_size) {
      Request request;
      request.commands.assign(commands.begin() + static_cast<std::ptrdiff_t>(i), commands.begin() + static_cast<std::ptrdiff_t>(std::min(i + group_size, commands.size())));
      request.actor = actor_;
      request.on_behalf_of = secretariat_;
      request.key = opening_key(report_, what, i);
      SUMI_TRY(const auto accepted, ledger_.submit(std::move(request)));
      for (const auto& o : accepted.outcomes) out.push_back(std::get<Outcome>(o));
      entries_ += accepted.count;
      if (progress_) progress_(entries_, std::max(entries_, of_));
    }
    return out;
  }
  [[nodiscard]] std::uint64_t entries() const { return entries_; }

 private:
  Ledger& ledger_;
  PersonId actor_;
  OrganisationNumber secretariat_;
  Hash report_;
  std::uint64_t of_;
  const std::function<void(std::uint64_t, std::uint64_t)>& progress_;
  std::uint64_t entries_ = 0;
};

void add_lines(std::string& out, const std::vector<Error>& errors, Language language) {
  for (const auto& e : errors) out += "  " + describe_error(e, language) + "\n";
}

// "  3  service.migrate_...": how often each kind of remark was made, the most frequent first.
void add_kinds(std::string& out, const std::vector<Error>& errors) {
  std::map<std::string, std::size_t> kinds;
  for (const auto& e : errors) ++kinds[qualified_name(*e.def)];
  std::vector<std::pair<std::string, std::size_t>> counted(kinds.begin(), kinds.end());
  std::ranges::stable_sort(counted, [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [kind, count] : counted) out += "  " + pad_left(group_digits(std::to_string(count)), 7) + "  " + kind + "\n";
}

// Which of the organisations stood in the store before this opening, by corporate number. What an earlier run of the same files registered comes
// back by its keys instead.
Result<std::vector<OrganisationNumber>> known_organisations(const Ledger& ledger, const OpeningModel& model, const Hash& report) {
  std::set<IdempotencyKey> own;
  for (std::size_t i = 0; i < model.organisations.size(); i += group_size) own.insert(opening_key(report, "organisations", i));
  std::set<OrganisationNumber> registered;
  SUMI_CHECK(ledger.records({1}, [&](const Record& record) -> Result<void> {
    const auto* outcome = std::get_if<scheme::OrganisationRegistered>(&record.outcome);
    if (outcome != nullptr && own.contains(record.header.key)) registered.insert(outcome->organisation);
    return {};
  }));
  std::vector<OrganisationNumber> numbers(model.organisations.size());
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const auto& corporate = model.organisations[i].corporate_number;
      const auto found = corporate.empty() ? std::nullopt : state.organisation_by_corporate_number(corporate);
      if (found && !registered.contains(*found)) numbers[i] = *found;
    }
  }));
  return numbers;
}

}  // namespace

std::string opening_report(const OpeningModel& model, Language language) {
  const bool ja = language == Language::ja;
  std::string out = "sumi migrate 1\n";
  out += std::string(ja ? "出典: " : "source: ") + model.source_title + ", " + model.source_date.to_string() + ", " + model.source_address + "\n";
  out += std::string(ja ? "読んだ行: " : "rows read: ") + std::to_string(model.rows) + "\n";
  for (const auto& t : model.computed) {
    const auto given = std::find_if(model.controls.begin(), model.controls.end(), [&](const auto& g) { return g.name == t.name; });
    out += "  " + pad_right(t.name, 22) + pad_left(group_digits(std::to_string(t.value)), 14) +
           (given == model.controls.end() ? "  -" : given->value == t.value ? "  =" : "  <> " + std::to_string(given->value)) + "\n";
  }
  out += std::string(ja ? "受け付けない: " : "refused: ") + std::to_string(model.refused.size()) + "\n";
  add_lines(out, model.refused, language);
  out += std::string(ja ? "注意: " : "remarks: ") + std::to_string(model.remarks.size()) + "\n";
  add_kinds(out, model.remarks);
  add_lines(out, model.remarks, language);
  if (model.refused.empty()) out += ja ? "合計が一致し、拒まれた行はありません。記帳できます。\n" : "Reconciled, and no row is refused: it may be entered.\n";
  else out += ja ? "一致しないか拒まれた行があります。直すまで記帳できません。\n" : "Not reconciled, or rows are refused: it may not be entered until they are mended.\n";
  return out;
}

Result<Migrated> enter_opening(Ledger& ledger, const OpeningModel& model, PersonId actor, OrganisationNumber secretariat,
                               const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  if (!model.refused.empty()) {
    Error error = make_error(errors::migrate_not_reconciled, {{"count", std::to_string(model.refused.size())}});
    error.also = model.refused;
    return fail(std::move(error));
  }
  const auto report = opening_report(model, Language::ja);
  Migrated done;
  SUMI_TRY(done.report, ledger.put_evidence({}, report));
  const auto total = model.organisations.size() + model.projects.size() + model.certifications.size() + model.blocks.size() + model.uses.size() + 1;
  Sender sender(ledger, actor, secretariat, done.report, total, progress);
  using Commands = std::vector<scheme::AnyCommand>;

  // Organisations, and an account for each that holds something.
  SUMI_TRY(auto numbers, known_organisations(ledger, model, done.report));
  Commands commands;
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i]) continue;
    fresh.push_back(i);
    commands.emplace_back(scheme::RegisterOrganisation{model.organisations[i].corporate_number, model.organisations[i].name, {}, {}, {}});
  }
  SUMI_TRY(const auto registered, sender.send<scheme::OrganisationRegistered>(std::move(commands), "organisations"));
  for (std::size_t i = 0; i < fresh.size(); ++i) numbers[fresh[i]] = registered[i].organisation;
  done.organisations = registered.size();

  std::map<std::pair<std::size_t, bool>, AccountNumber> accounts;
  for (const auto& b : model.blocks) {
    for (const auto& part : b.parts) accounts.try_emplace({part.holder, part.buffer});
  }
  commands.clear();
  for (const auto& [key, number] : accounts) {
    commands.emplace_back(registry::RequestAccount{numbers[key.first], key.second ? registry::AccountKind::buffer : registry::AccountKind::holding, {}, false});
  }
  SUMI_TRY(const auto opened, sender.send<registry::AccountOpened>(std::move(commands), "accounts"));
  commands.clear();
  std::size_t at = 0;
  for (auto& [key, number] : accounts) {
    number = opened[at++].account;
    commands.emplace_back(registry::DecideAccount{number, true, {}});
  }
  SUMI_CHECK(sender.send<registry::Nothing>(std::move(commands), "account decisions"));
  done.accounts = opened.size();

  commands.clear();
  for (const auto& p : model.projects) {
    auto c = p.command;
    if (p.implementer) c.proponents.push_back(numbers[*p.implementer]);
    commands.emplace_back(std::move(c));
  }
  SUMI_TRY(const auto projects, sender.send<scheme::ProjectOpened>(std::move(commands), "projects"));
  done.projects = projects.size();

  commands.clear();
  for (const auto& c : model.certifications) {
    auto command = c.command;
    command.project = projects[c.project].project;
    commands.emplace_back(std::move(command));
  }
  SUMI_TRY(const auto certifications, sender.send<scheme::CertificationOpened>(std::move(commands), "certifications"));
  done.certifications = certifications.size();

  commands.clear();
  for (const auto& b : model.blocks) {
    const auto& certification = model.certifications[b.certification];
    const auto& project = model.projects[certification.project];
    registry::OpenBatch c;
    auto& a = c.attributes;
    a.crediting_programme = "J-Credit";
    a.programme_code = certification.command.programme_code;
    a.credit_type = certification.command.credit_type;
    a.project = projects[certification.project].project;
    a.certification = certifications[b.certification].certification;
    a.methodology = b.methodology;
    for (const auto& use : project.command.methodologies) {
      if (use.number != b.methodology) continue;
      a.methodology_version = use.version;
      a.effect = use.removal ? registry::Effect::removal : registry::Effect::reduction;
      a.basis = use.nature ? registry::Basis::nature : registry::Basis::technology;
    }
    a.vintage = b.vintage;
    a.place = project.command.place;
    if (project.implementer) a.makers.push_back({numbers[*project.implementer], {}, 1});
    c.first = b.first;
    c.end = b.end;
    c.issued_on = b.issued_on;
    auto from = b.first;
    for (const auto& part : b.parts) {
      c.allocations.push_back({accounts.at({part.holder, part.buffer}), part.end - from});
      from = part.end;
    }
    commands.emplace_back(std::move(c));
  }
  SUMI_TRY(const auto batches, sender.send<registry::BatchOpened>(std::move(commands), "blocks"));
  done.batches = batches.size();

  commands.clear();
  for (const auto& u : model.uses) {
    registry::OpenRetirement c;
    c.account = accounts.at({u.holder, false});
    c.ranges.push_back({batches[u.block].batch, u.first, u.end});
    c.end_use = u.end_use;
    c.purpose = u.purpose;
    if (u.user) c.user = numbers[*u.user];
    c.fiscal_year = u.fiscal_year;
    c.used_on = u.used_on;
    commands.emplace_back(std::move(c));
  }
  SUMI_TRY(const auto uses, sender.send<registry::RetirementOpened>(std::move(commands), "uses"));
  done.uses = uses.size();

  commands.clear();
  commands.emplace_back(scheme::CloseOpening{model.controls, model.source_title, model.source_date, model.source_address, model.refused.size(), done.report});
  SUMI_CHECK(sender.send<scheme::NoOutcome>(std::move(commands), "close"));
  done.entries = sender.entries();
  return done;
}

}  // namespace sumi::service
