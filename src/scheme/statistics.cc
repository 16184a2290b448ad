#include "scheme/statistics.h"

#include <algorithm>
#include <set>

#include "base/number.h"
#include "registry/names.h"

namespace sumi::scheme {
namespace {

class Lines {
 public:
  StatisticsLine& at(const std::string& key) {
    auto& line = lines_[key];
    line.key = key;
    return line;
  }
  [[nodiscard]] std::vector<StatisticsLine> take() const {
    std::vector<StatisticsLine> out;
    for (const auto& [key, line] : lines_) out.push_back(line);
    return out;
  }

 private:
  std::map<std::string, StatisticsLine> lines_;
};

std::string sector_of(const StatisticsRules& rules, const std::string& methodology) {
  const auto it = rules.sectors.find(methodology);
  return it == rules.sectors.end() ? "?" : it->second;
}

std::string prefecture_of(const StatisticsRules& rules, const std::string& place) {
  std::string found;
  for (const auto& name : rules.prefectures) {
    if (place.find(name) == std::string::npos) continue;
    // 京都府 stands inside of no other name, but 東京都 and 京都府 share letters: whole names are compared.
    if (!found.empty()) return "several";
    found = name;
  }
  return found.empty() ? "?" : found;
}

std::vector<StatisticsLine> summed_up(const std::vector<StatisticsLine>& lines) {
  std::vector<StatisticsLine> out;
  StatisticsLine sum;
  for (const auto& line : lines) {
    sum.key = line.key;
    sum.projects += line.projects;
    sum.certifications += line.certifications;
    sum.certified_t += line.certified_t;
    out.push_back(sum);
  }
  return out;
}

Date registered_on(const State& state, ProjectNumber number, const project::PlanVersionRow& plan) {
  const auto* opened = state.opened_projects().find(number);
  return opened != nullptr ? opened->applied_on : plan.decided.on;
}

}  // namespace

Statistics statistics(const State& state, const StatisticsRules& rules, Date as_known) {
  Statistics out;
  out.as_known = as_known;
  out.total.key = "total";
  Lines types, methodologies, sectors, prefectures, vintages, years;
  const auto type_word = [](project::ProjectType t) { return t == project::ProjectType::programme ? "programme" : "normal"; };
  std::set<ProjectNumber> certified;
  for (const auto& [number, c] : state.cases().certifications) certified.insert(c.project);

  for (const auto& [number, row] : state.cases().projects) {
    if (row.stage == project::ProjectStage::withdrawn) ++out.withdrawn;
    if (row.stage != project::ProjectStage::registered) continue;
    // The version under which it was registered is the first that the committee approved; the current one says where and how it runs.
    const auto& plan = *state.cases().current_plan(number);
    ++out.total.projects;
    if (!certified.contains(number)) ++out.never_certified;
    ++types.at(type_word(row.type)).projects;
    ++prefectures.at(prefecture_of(rules, plan.head.place)).projects;
    ++years.at(FiscalYear::of(registered_on(state, number, plan)).to_string()).projects;
    std::set<std::string> of_project;
    for (const auto& use : plan.head.methodologies) {
      ++methodologies.at(use.number).projects;
      of_project.insert(sector_of(rules, use.number));
    }
    for (const auto& sector : of_project) ++sectors.at(sector).projects;
  }

  for (const auto& [number, c] : state.cases().certifications) {
    std::uint64_t tonnes = 0;
    std::set<std::string> of_methodology, of_sector, of_vintage;
    for (const auto& line : c.lines) {
      tonnes += line.tonnes;
      methodologies.at(line.methodology).certified_t += line.tonnes;
      sectors.at(sector_of(rules, line.methodology)).certified_t += line.tonnes;
      vintages.at(line.vintage.to_string()).certified_t += line.tonnes;
      of_methodology.insert(line.methodology);
      of_sector.insert(sector_of(rules, line.methodology));
      of_vintage.insert(line.vintage.to_string());
    }
    for (const auto& key : of_methodology) ++methodologies.at(key).certifications;
    for (const auto& key : of_sector) ++sectors.at(key).certifications;
    for (const auto& key : of_vintage) ++vintages.at(key).certifications;
    ++out.total.certifications;
    out.total.certified_t += tonnes;
    const auto count = [&](StatisticsLine& line) {
      ++line.certifications;
      line.certified_t += tonnes;
    };
    count(types.at(type_word(state.cases().projects.at(c.project).type)));
    count(prefectures.at(prefecture_of(rules, c.place)));
    count(years.at(FiscalYear::of(c.certified_on).to_string()));
  }
  out.by_type = types.take();
  out.by_methodology = methodologies.take();
  out.by_sector = sectors.take();
  out.by_prefecture = prefectures.take();
  out.by_vintage = vintages.take();
  out.by_year = years.take();
  out.cumulative = summed_up(out.by_year);

  std::map<std::pair<std::string, std::string>, UseLine> uses;
  for (const auto& [number, row] : state.registry().retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    std::string end_use;
    for (const auto& [word, value] : enum_names(registry::EndUse{})) {
      if (value == row.end_use) end_use = word;
    }
    auto& line = uses[{end_use, row.purpose}];
    line.end_use = end_use;
    line.purpose = row.purpose;
    ++line.uses;
    line.tonnes += row.amount();
  }
  for (const auto& [key, line] : uses) out.uses.push_back(line);
  for (const auto& [number, t] : state.registry().totals()) {
    if (state.registry().batches().at(number).attributes.unit_kind != registry::UnitKind::tco2) continue;
    out.units_t += t.in();
    out.held_t += t.held + t.escrowed + t.buffer;
    out.used_t += t.retired + t.retired_for_state + t.cancelled;
  }

  out.target_t = rules.target_t;
  out.target_year = rules.target_year;
  if (rules.target_t > out.total.certified_t) {
    out.left_t = rules.target_t - out.total.certified_t;
    const auto years_left = rules.target_year.number - FiscalYear::of(as_known).number + 1;
    if (years_left > 0) {
      out.needed_t_per_year = round_places(Rational(Integer::from_u64(out.left_t), Integer(years_left)), 1, Rounding::half_even).to_string();
    }
  }
  return out;
}

}  // namespace sumi::scheme
