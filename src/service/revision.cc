#include "service/revision.h"

#include <algorithm>
#include <map>

#include "project/calculate.h"
#include "project/monitoring.h"
#include "rulebook/methodology.h"

namespace sumi::service {

namespace {

// A rulebook with one pack in the place of its family's.
Result<rulebook::Rulebook> with_pack(const rulebook::Rulebook& book, const rulebook::Pack& pack) {
  std::vector<rulebook::Pack> packs;
  for (const auto& p : book.packs()) {
    if (p.family() != pack.family()) packs.push_back(p);
  }
  packs.push_back(pack);
  return rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology);
}

bool looks_up(const rulebook::Rulebook& book, const std::string& methodology, const std::string& family) {
  const auto* pack = book.pack(methodology);
  const auto* text = pack == nullptr ? nullptr : pack->file("methodology.toml");
  return text != nullptr && text->find("\"" + family + "/") != std::string::npos;
}

// The report behind a certification, calculated from its evidence under another rulebook. The plan names the version of its own day; here it is asked
// what the new one would say.
Result<std::vector<project::ReductionLine>> calculate_again(const Ledger& ledger, const project::ReportRow& report, const rulebook::Rulebook& book) {
  SUMI_TRY(const auto bytes, ledger.get_evidence({}, report.plan));
  project::Plan plan = project::plan_from_bytes({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  for (auto& activity : plan.activities) {
    if (const auto* methodology = book.methodology(activity.methodology)) activity.methodology_version = methodology->version();
  }
  SUMI_TRY(const auto checked, project::check_plan(std::move(plan), book));
  SUMI_TRY(const auto csv, ledger.get_evidence({}, report.data_set));
  SUMI_TRY(const auto data, project::read_data_set(csv, "data set", checked, report.period, book));
  SUMI_TRY(auto result, project::calculate(checked, data, book));
  return std::move(result.lines);
}

struct Certified {
  CertificationNumber number;
  project::CertificationRow row;
  project::ReportRow report;
};

void add_lines(const Ledger& ledger, const Certified& certified, const rulebook::Pack& pack, RevisedProject& out) {
  const auto missing = [&](const Error& error) {
    out.reason_ja = sentence(error, Language::ja);
    out.reason_en = sentence(error, Language::en);
  };
  std::vector<project::ReductionLine> again;
  // Everything else as it was on the day of the report.
  auto base = ledger.rulebook_of_day(certified.report.submitted.on, {});
  auto book = base ? with_pack(**base, pack) : Result<rulebook::Rulebook>(fail(base.error()));
  try {
    auto lines = book ? calculate_again(ledger, certified.report, *book) : Result<std::vector<project::ReductionLine>>(fail(book.error()));
    if (lines) again = *std::move(lines);
    else missing(lines.error());
  } catch (const CodecError&) {
    out.reason_ja = "計画書の控えが読めません。";
    out.reason_en = "the plan that is kept cannot be read.";
  }
  for (const auto& line : certified.row.lines) {
    RevisedLine revised{certified.number, line.methodology, line.vintage, line.tonnes, {}};
    const auto same = std::ranges::find_if(again, [&](const auto& l) { return l.methodology == line.methodology && l.vintage == line.vintage; });
    if (same != again.end()) revised.under_new_t = std::to_string(same->er);
    out.lines.push_back(std::move(revised));
  }
}

}  // namespace

Result<std::shared_ptr<const rulebook::Rulebook>> as_registered(const Ledger& ledger, const project::PlanHead& plan, std::shared_ptr<const rulebook::Rulebook> base) {
  std::vector<rulebook::Pack> packs(base->packs());
  bool differs = false;
  for (const auto& use : plan.methodologies) {
    const auto in_force = std::ranges::find(packs, use.number, &rulebook::Pack::family);
    if (in_force == packs.end() || in_force->hash() == use.pack) continue;
    auto kept = ledger.pack(use.pack, use.number);
    if (!kept) continue;
    *in_force = *std::move(kept);
    differs = true;
  }
  if (!differs) return base;
  SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology));
  return std::make_shared<const rulebook::Rulebook>(std::move(book));
}

Result<std::vector<RevisedProject>> revision_impact(const Ledger& ledger, const rulebook::Pack& pack) {
  SUMI_TRY(const auto current, ledger.rulebook());
  SUMI_TRY([[maybe_unused]] const auto holds, with_pack(*current, pack));
  std::vector<RevisedProject> projects;
  std::map<ProjectNumber, std::vector<Certified>> certified;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.cases().projects) {
      const auto* plan = state.cases().current_plan(number);
      if (row.stage != project::ProjectStage::registered || plan == nullptr) continue;
      RevisedProject one;
      for (const auto& use : plan->head.methodologies) {
        const bool own = use.number == pack.family();
        if (!own && !looks_up(*current, use.number, pack.family())) continue;
        one.methodologies.push_back(use.number + " " + use.version);
        one.keeps = one.keeps || own;
      }
      if (one.methodologies.empty()) continue;
      one.project = number;
      one.programme = row.type == project::ProjectType::programme;
      one.official_number = row.official_number;
      one.title = plan->head.title;
      projects.push_back(std::move(one));
    }
    for (const auto& [number, row] : state.cases().certifications) {
      if (const auto* report = state.cases().report(row.project, row.report)) certified[row.project].push_back({number, row, *report});
    }
  }));
  for (auto& one : projects) {
    for (const auto& c : certified[one.project]) add_lines(ledger, c, pack, one);
  }
  return projects;
}

}  // namespace sumi::service
