#include "service/plan_desk.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/sha256.h"
#include "project/calculate.h"
#include "project/names.h"
#include "service/citing.h"
#include "service/errors.h"
#include "service/projects.h"
#include "store/identities.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

Result<store::Drafts> drafts_of(Ledger& ledger) {
  SUMI_TRY(auto* identities, ledger.people().identities());
  return identities->drafts();
}

Error missing(store::DraftNumber number) { return make_error(errors::draft_missing, {{"draft", std::to_string(number.value)}}); }

DraftView view_of(const store::DraftRow& row) { return {row.id, row.title, row.methodology, row.project, row.handed_in, row.version, row.made, row.changed, {}}; }

std::string methodology_of(const project::Plan& plan) { return plan.activities.empty() ? std::string() : plan.activities.front().methodology; }

Result<project::Plan> plan_of(const std::string& body) {
  SUMI_TRY(const Tree tree, wire::parse_json(body, "draft"));
  return wire::from_tree<project::Plan>(tree);
}

std::string without_indices(std::string_view path) {
  std::string out;
  bool inside = false;
  for (const char c : path) {
    if (c == '[') inside = true;
    if (!inside) out += c;
    if (c == ']') inside = false;
  }
  return out;
}
Bilingual title_of_field(std::string_view path) {
  const auto* words = words_of_field(without_indices(path));
  return words == nullptr ? Bilingual{} : Bilingual{std::string(words->ja), std::string(words->en)};
}

// A plan's scalars by their path.
void flatten(const Tree& tree, const std::string& path, std::map<std::string, std::string>& out, std::vector<std::string>& order) {
  if (tree.is_table()) {
    for (const auto& [key, value] : tree.members) flatten(value, path.empty() ? key : path + "." + key, out, order);
  } else if (tree.is_array()) {
    for (std::size_t i = 0; i < tree.items.size(); ++i) flatten(tree.items[i], path + "[" + std::to_string(i) + "]", out, order);
  } else if (!tree.text.empty()) {
    if (out.emplace(path, tree.text).second) order.push_back(path);
  }
}

std::vector<YearView> years_of(const project::ExpectedResult& expected) {
  std::vector<YearView> out;
  const auto shown = [](const Rational& t) { return Amount{round_places(t, 3, Rounding::half_even).to_string(), "t-CO2"}; };
  for (const auto& y : expected.years) out.push_back({y.fiscal_year, shown(y.baseline_tCO2), shown(y.project_tCO2), {std::to_string(y.reduction_t), "t-CO2"}});
  return out;
}

}  // namespace

std::span<const std::pair<std::string_view, FindingWeight>> enum_names(FindingWeight) {
  static constexpr std::array names{std::pair{std::string_view("refuses"), FindingWeight::refuses}, std::pair{std::string_view("remark"), FindingWeight::remark}};
  return names;
}

FieldFinding finding_of(const Error& error, FindingWeight weight) {
  FieldFinding f;
  for (const auto& [name, value] : error.args) {
    if (name == "path" || name == "key") f.path = value;
  }
  const auto filled = [&](std::string_view pattern) {
    std::string out(pattern);
    for (const auto& [name, value] : error.args) {
      const std::string mark = "{" + name + "}";
      for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at + value.size())) out.replace(at, mark.size(), value);
    }
    return out;
  };
  f.weight = weight;
  f.code = qualified_name(*error.def);
  f.title = title_of_field(f.path);
  // A reader knows the field by its name, not by its place in the plan.
  const auto named = [&](std::string text, const std::string& title) {
    if (f.path.empty() || title.empty()) return text;
    for (auto at = text.find(f.path); at != std::string::npos; at = text.find(f.path, at + title.size())) text.replace(at, f.path.size(), title);
    return text;
  };
  f.text = {named(sentence(error, Language::ja), f.title.ja), named(sentence(error, Language::en), f.title.en)};
  f.remedy = {filled(error.def->remedy_ja), filled(error.def->remedy_en)};
  f.source = error.def->source;
  f.line = error.place.line;
  return f;
}

std::vector<FieldFinding> findings_of(const Error& error) {
  std::vector<FieldFinding> out{finding_of(error, FindingWeight::refuses)};
  for (const Error& one : error.also) out.push_back(finding_of(one, FindingWeight::refuses));
  return out;
}

Result<store::DraftRow> PlanDesk::row(store::DraftNumber number) const {
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(auto found, drafts.one(number));
  if (!found || found->organisation != organisation_) return fail(missing(number));
  return *std::move(found);
}

Result<store::DraftVersionRow> PlanDesk::version(store::DraftNumber number, std::uint32_t version) const {
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(auto found, drafts.version(number, version));
  if (!found) return fail(errors::draft_version_missing, {{"draft", std::to_string(number.value)}, {"version", std::to_string(version)}});
  return *std::move(found);
}

Result<std::vector<DraftView>> PlanDesk::list() const {
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(const auto rows, drafts.of(organisation_));
  std::vector<DraftView> out;
  for (const auto& r : rows) out.push_back(view_of(r));
  return out;
}

Result<DraftView> PlanDesk::draft(store::DraftNumber number) const {
  SUMI_TRY(const auto found, row(number));
  SUMI_TRY(const auto newest, version(number, found.version));
  DraftView view = view_of(found);
  SUMI_TRY(view.plan, wire::parse_json(newest.body, "draft"));
  return view;
}

Result<project::Plan> PlanDesk::plan(store::DraftNumber number) const {
  SUMI_TRY(const auto found, row(number));
  SUMI_TRY(const auto newest, version(number, found.version));
  return plan_of(newest.body);
}

Result<DraftView> PlanDesk::make_plan(const project::Plan& plan, Instant now, ProjectNumber project) const {
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  store::DraftRow fresh;
  fresh.organisation = organisation_;
  fresh.title = plan.project.name;
  fresh.methodology = methodology_of(plan);
  fresh.project = project;
  fresh.made = fresh.changed = now;
  SUMI_TRY(const auto made, drafts.make(fresh, person_, wire::to_json(wire::to_tree(plan), false)));
  return draft(made.id);
}

Result<DraftView> PlanDesk::make(const Tree& tree, Instant now) const {
  SUMI_TRY(const auto plan, wire::from_tree<project::Plan>(tree));
  return make_plan(plan, now, {});
}

Result<DraftView> PlanDesk::make_from(const StartAsked& asked, bool programme, Instant now) const {
  SUMI_TRY(const auto book, ledger_.rulebook());
  SUMI_TRY(auto plan, plan_of_start(*book, now.date_in_japan(), asked, programme));
  // Who writes it is its first proponent.
  SUMI_CHECK(ledger_.read([&](const scheme::State& state) {
    const auto* own = state.organisations().find(organisation_);
    if (own == nullptr || plan.proponents.empty()) return;
    plan.proponents.front().name = own->name_on(now.date_in_japan());
    plan.proponents.front().kana = own->name_kana;
    plan.proponents.front().corporate_number = own->corporate_number;
  }));
  return make_plan(plan, now, {});
}

Result<DraftView> PlanDesk::make_of(ProjectNumber project, Instant now) const {
  SUMI_TRY(const auto book, ledger_.rulebook());
  SUMI_TRY(const auto filed, filed_plan(ledger_, project, *book));
  return make_plan(filed.plan, now, project);
}

Result<DraftView> PlanDesk::save(store::DraftNumber number, std::uint32_t from, const Tree& tree, Instant now) const {
  SUMI_TRY(const auto before, row(number));
  SUMI_TRY(const auto plan, wire::from_tree<project::Plan>(tree));
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(const auto saved, drafts.save(number, from, person_, now, plan.project.name, methodology_of(plan), wire::to_json(wire::to_tree(plan), false)));
  if (!saved) return fail(errors::draft_stale, {{"version", std::to_string(before.version)}});
  return draft(number);
}

Result<DraftView> PlanDesk::restore(store::DraftNumber number, std::uint32_t from, std::uint32_t which, Instant now) const {
  SUMI_TRY(const auto before, row(number));
  SUMI_TRY(const auto old, version(number, which));
  SUMI_TRY(const auto plan, plan_of(old.body));
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(const auto saved, drafts.save(number, from, person_, now, plan.project.name, methodology_of(plan), old.body, which));
  if (!saved) return fail(errors::draft_stale, {{"version", std::to_string(before.version)}});
  return draft(number);
}

Result<std::vector<DraftVersionView>> PlanDesk::versions(store::DraftNumber number) const {
  SUMI_CHECK(row(number));
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_TRY(const auto rows, drafts.versions(number));
  std::vector<DraftVersionView> out;
  for (const auto& r : rows) {
    SUMI_TRY(const auto person, ledger_.people().person_by_id(r.editor));
    out.push_back({r.version, person ? person->name : std::string(), r.saved, r.restored});
  }
  std::ranges::reverse(out);
  return out;
}

Result<std::vector<PlanDifference>> PlanDesk::compare(store::DraftNumber number, std::uint32_t before, std::uint32_t after) const {
  SUMI_CHECK(row(number));
  SUMI_TRY(const auto old, version(number, before));
  SUMI_TRY(const auto young, version(number, after));
  SUMI_TRY(const auto a, plan_of(old.body));
  SUMI_TRY(const auto b, plan_of(young.body));
  return plan_differences(a, b);
}

std::vector<PlanDifference> plan_differences(const project::Plan& before, const project::Plan& after) {
  std::map<std::string, std::string> a, b;
  std::vector<std::string> order_a, order_b;
  flatten(wire::to_tree(before), "", a, order_a);
  flatten(wire::to_tree(after), "", b, order_b);
  std::vector<PlanDifference> out;
  const auto text = [](const std::map<std::string, std::string>& all, const std::string& path) {
    const auto it = all.find(path);
    return it == all.end() ? std::string() : it->second;
  };
  for (const auto& path : order_b) {
    if (text(a, path) != b.at(path)) out.push_back({path, title_of_field(path), text(a, path), b.at(path)});
  }
  for (const auto& path : order_a) {
    if (!b.contains(path)) out.push_back({path, title_of_field(path), a.at(path), {}});
  }
  return out;
}

Result<void> PlanDesk::remove(store::DraftNumber number) const {
  SUMI_CHECK(row(number));
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  return drafts.remove(number);
}

Result<DraftCheck> PlanDesk::check(store::DraftNumber number) const {
  SUMI_TRY(auto written, plan(number));
  SUMI_TRY(const auto book, ledger_.rulebook());
  DraftCheck check;
  const auto checked = project::check_plan(std::move(written), *book);
  if (!checked) {
    check.findings = findings_of(checked.error());
    return check;
  }
  for (const auto& remark : checked->findings) check.findings.push_back(finding_of(remark, FindingWeight::remark));
  check.complete = checked->crediting_period.has_value();
  check.crediting_period = checked->crediting_period;
  const auto eligibility = project::check_eligibility(*checked, *book);
  check.rules = eligibility.findings;
  check.answers = eligibility.answers();
  if (!checked->crediting_period || checked->plan.programme) return check;
  const auto expected = project::expected_reductions(*checked, *book, FiscalYear::of(checked->crediting_period->first));
  if (expected) {
    check.years = years_of(*expected);
    for (const auto& remark : expected->findings) check.findings.push_back(finding_of(remark, FindingWeight::remark));
  } else {
    check.findings.push_back(finding_of(expected.error(), FindingWeight::remark));
  }
  return check;
}

Result<HandedIn> PlanDesk::hand_in(store::DraftNumber number, std::uint32_t from, ProjectNumber project, std::optional<Date> on, std::optional<PlanChange> change) const {
  SUMI_TRY(const auto found, row(number));
  if (found.version != from) return fail(errors::draft_stale, {{"version", std::to_string(found.version)}});
  SUMI_TRY(auto written, plan(number));
  SUMI_TRY(const auto book, ledger_.rulebook());
  SUMI_TRY(const auto checked, project::check_plan(std::move(written), *book));
  SUMI_TRY(auto head, file_plan(ledger_, checked, organisation_));
  Request request;
  request.actor = person_;
  request.on_behalf_of = organisation_;
  request.business_date = on;
  const Hash key = sha256("plan draft " + std::to_string(number.value) + " version " + std::to_string(from) + " project " + std::to_string(project.value) + " plan " + checked.hash.to_hex() +
                          (on ? " on " + on->to_string() : "") + (change ? " change " + wire::word_of(change->kind) + " " + change->document.to_hex() : ""));
  std::copy_n(key.bytes.begin(), request.key.bytes.size(), request.key.bytes.begin());
  if (change) request.commands.emplace_back(project::ProposeChange{project, change->kind, std::move(head), change->document});
  else if (project) request.commands.emplace_back(project::RevisePlan{project, std::move(head)});
  else request.commands.emplace_back(project::DraftProject{std::move(head)});
  SUMI_CHECK(file_cited(ledger_, organisation_, request.commands));
  SUMI_TRY(const auto accepted, ledger_.submit(std::move(request)));
  HandedIn done{project, from, accepted.first, accepted.repeated};
  if (!project) done.project = std::get<project::ProjectDrafted>(accepted.outcomes.at(0)).project;
  SUMI_TRY(auto drafts, drafts_of(ledger_));
  SUMI_CHECK(drafts.handed_in(number, from, done.project));
  return done;
}

}  // namespace sumi::service
