#include "project/checked_programme.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/sampling.h"

namespace sumi::project {

namespace {

class ProgrammeChecker {
 public:
  ProgrammeChecker(PlanChecker& checker, CheckedPlan& checked) : c_(checker), checked_(checked), p_(*checked.plan.programme) {}

  void check() {
    needed_texts();
    attribute();
    members();
    lists();
    sources_and_sampling();
    combination();
    horizon();
  }

 private:
  static std::string field(std::string_view name) { return below("programme", name); }

  void needed_texts() {
    c_.need("scope.area", checked_.plan.scope.area);
    const std::initializer_list<std::pair<const char*, const std::string*>> texts{{"revenue_plan", &p_.revenue_plan}, {"management", &p_.management}, {"agreement", &p_.agreement}, {"collection", &p_.collection},
        {"checks.in_japan", &p_.checks.in_japan}, {"checks.two_years", &p_.checks.two_years}, {"checks.additionality", &p_.checks.additionality},
        {"checks.methodology", &p_.checks.methodology}, {"checks.double_in_scheme", &p_.checks.double_in_scheme},
        {"checks.double_elsewhere", &p_.checks.double_elsewhere}, {"checks.common_methodology", &p_.checks.common_methodology},
        {"checks.common_item", &p_.checks.common_item}, {"attribute_grounds", &p_.attribute_grounds}, {"sources_grounds", &p_.sources_grounds}};
    for (const auto& [name, text] : texts) c_.need(field(name), *text);
    for (std::size_t i = 0; i < p_.groups.size(); ++i) c_.need(below(at_index(field("groups"), i), "name"), p_.groups[i].name);
  }

  // The codes are rows of jcredit-scheme/classes; d is listed there as void.
  void attribute() {
    const std::string path = field("attribute");
    if (!c_.need(path, p_.attribute)) return;
    const std::string code = trim(to_half_width(p_.attribute));
    const std::vector<std::string> key{"programme_attribute", code};
    if (!c_.rulebook().has_key("jcredit-scheme/classes", key)) return c_.note(errors::plan_attribute_unknown, path, {{"text", p_.attribute}});
    if (code == "d") c_.note(errors::plan_attribute_void, path);
  }

  [[nodiscard]] std::optional<Date> horizon_day() const {
    const Date on = checked_.application.value_or(checked_.crediting_period ? checked_.crediting_period->first : Date{});
    const auto day = scheme_value(c_.rulebook(), "programme.period.horizon", "date", on, c_.options());
    if (!day) return std::nullopt;
    return day->value.date();
  }

  void members() {
    constexpr FiscalYear first{2013};  // of the form's rows
    const auto last_day = horizon_day();
    std::optional<FiscalYear> previous;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < p_.members.size(); ++i) {
      const PlanMemberYear& row = p_.members[i];
      const std::string at = at_index(field("members"), i);
      c_.need(below(at, "fiscal_year"), row.fiscal_year);
      const auto year = c_.fiscal_year(below(at, "fiscal_year"), row.fiscal_year);
      if (!year) continue;
      if (previous && !(*previous < *year)) c_.note(errors::plan_members_order, below(at, "fiscal_year"), {{"year", year->to_string()}});
      previous = year;
      if (*year < first || (last_day && FiscalYear::of(*last_day) < *year)) {
        c_.note(errors::plan_members_horizon, below(at, "fiscal_year"), {{"year", year->to_string()}, {"last", last_day ? FiscalYear::of(*last_day).to_string() : "?"}});
      }
      sum += std::min(row.joining, ~std::uint64_t{0} - sum);
      const bool fits = p_.total_counts == MemberTotal::ever_joined ? row.total == sum : row.total <= sum;
      if (!fits) c_.note(errors::plan_members_total, below(at, "total"), {{"given", std::to_string(row.total)}, {"expected", std::to_string(sum)}});
    }
  }

  void lists() {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < p_.lists.size(); ++i) {
      const std::string path = below(at_index(field("lists"), i), "key");
      if (c_.need(path, p_.lists[i].key) && !seen.insert(p_.lists[i].key).second) c_.note(errors::plan_list_twice, path, {{"name", p_.lists[i].key}});
    }
  }

  [[nodiscard]] SamplingRules sampling_rules() const {
    const Date on = checked_.application.value_or(checked_.crediting_period ? checked_.crediting_period->first : Date{});
    const auto value = [&](std::string_view key) -> std::optional<Rational> {
      const auto found = scheme_value(c_.rulebook(), key, "value", on, c_.options());
      if (!found) return std::nullopt;
      return found->value.quantity().value;
    };
    return {value("sampling.k"), value("sampling.interval"), value("sampling.variance")};
  }

  void sources_and_sampling() {
    if (!p_.uniform_sources) c_.need(field("other_sources"), p_.other_sources);
    const PlanSampling& s = p_.sampling;
    if (!s.used) return;
    if (!p_.uniform_sources) c_.note(errors::plan_sampling_uniform, field("sampling.used"));
    const std::initializer_list<std::pair<const char*, const std::string*>> points{{"method", &s.method}, {"purpose", &s.purpose}, {"data", &s.data}, {"population", &s.population}, {"grounds", &s.grounds},
        {"formula", &s.formula}, {"quality", &s.quality}, {"schedule", &s.schedule}};
    for (const auto& [name, text] : points) c_.need(below(field("sampling"), name), *text);
    const auto needed = sample_size(s.population_size, sampling_rules());
    if (!needed) return c_.note(needed.error(), field("sampling.sample_size"));
    if (s.population_size == 0 || s.sample_size < *needed || s.sample_size > s.population_size) {
      c_.note(errors::plan_sampling_size, field("sampling.sample_size"),
              {{"given", std::to_string(s.sample_size)}, {"population", std::to_string(s.population_size)}, {"needed", std::to_string(*needed)}});
    }
  }

  // One methodology, or several that one allowed combination holds all of.
  void combination() {
    std::set<std::string> used;
    for (const PlanActivity& a : checked_.plan.activities) used.insert(a.methodology);
    if (used.size() < 2) return;
    constexpr std::string_view table = "jcredit-scheme/programme_combinations";
    std::map<std::string, std::set<std::string>> allowed;
    for (const rulebook::Row& row : c_.rulebook().rows(table)) allowed[row.key[0]].insert(row.key[1]);
    std::string known;
    for (const auto& [name, methodologies] : allowed) {
      if (std::ranges::includes(methodologies, used)) return remark_conditions(table, name, used);
      known += (known.empty() ? "" : " / ") + joined_names({methodologies.begin(), methodologies.end()});
    }
    c_.note(errors::plan_combination, "activities", {{"methodologies", joined_names({used.begin(), used.end()})}, {"known", known.empty() ? "-" : known}});
  }

  void remark_conditions(std::string_view table, const std::string& combination, const std::set<std::string>& used) {
    const auto text = [&](const std::string& methodology, const char* column) {
      rulebook::Query query;
      query.table = std::string(table);
      query.key = {combination, methodology};
      query.column = column;
      const auto found = c_.rulebook().look_up(query);
      return found ? found->text() : std::string();
    };
    for (const std::string& methodology : used) {
      const std::string ja = text(methodology, "condition_ja");
      if (!ja.empty()) c_.remark(errors::finding_combination_condition, "activities", {{"methodology", methodology}, {"condition_ja", ja}, {"condition_en", text(methodology, "condition_en")}});
    }
  }

  void horizon() {
    c_.need("crediting_period.end", checked_.plan.crediting_period.end);
    const auto last = horizon_day();
    if (!checked_.crediting_period || !last || checked_.crediting_period->last <= *last) return;
    c_.note(errors::plan_horizon, "crediting_period.end", {{"end", checked_.crediting_period->last.to_string()}, {"last", last->to_string()}});
  }

  PlanChecker& c_;
  CheckedPlan& checked_;
  const PlanProgramme& p_;
};

}  // namespace

void check_programme(PlanChecker& checker, CheckedPlan& checked) {
  const bool programme = checked.plan.form.family == FormFamily::programme;
  if (programme != checked.plan.programme.has_value()) {
    return checker.note(programme ? errors::plan_programme_missing : errors::plan_programme_unasked, programme ? "form.family" : "programme");
  }
  if (programme) ProgrammeChecker(checker, checked).check();
}

}  // namespace sumi::project
