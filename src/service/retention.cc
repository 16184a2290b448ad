#include "service/retention.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/unit.h"
#include "service/documents.h"

namespace sumi::service {
namespace {

// What a project cites, and the plans whose promises count.
struct Citation {
  Hash hash;
  const char* kind;
};
struct Cited {
  ProjectNumber project;
  Date period_end;                 // the last day of any version's crediting period
  std::vector<Hash> plans;
  std::vector<Hash> data_sets;
  std::vector<Citation> documents;
};

void cite(Cited& cited, const Hash& hash, const char* kind) {
  if (!hash.is_zero()) cited.documents.push_back({hash, kind});
}

template <class Rows, class Low, class F>
void each_of(const Rows& rows, const Low& low, ProjectNumber project, F f) {
  for (auto it = rows.lower_bound(low); it != rows.end() && it->first.project == project; ++it) f(it->second);
}

Cited cited_by(const project::Cases& cases, ProjectNumber number) {
  Cited out;
  out.project = number;
  each_of(cases.plans, project::PlanKey{number, 0}, number, [&](const project::PlanVersionRow& row) {
    out.period_end = std::max(out.period_end, row.head.crediting_period.last);
    out.plans.push_back(row.head.plan);
    cite(out, row.head.plan, "plan");
    cite(out, row.statement, "statement");
  });
  each_of(cases.reports, project::ReportKey{number, 0}, number, [&](const project::ReportRow& row) {
    out.data_sets.push_back(row.data_set);
    cite(out, row.data_set, "data_set");
    cite(out, row.trace, "trace");
    cite(out, row.statement, "statement");
  });
  const auto& work = cases.conduct;
  each_of(work.findings, project::FindingKey{number, 0}, number, [&](const project::FindingRow& row) {
    for (const auto& remark : row.remarks) cite(out, remark.document, "finding");
  });
  each_of(work.visits, project::VisitKey{number, 0}, number, [&](const project::VisitRow& row) { cite(out, row.record, "visit"); });
  each_of(work.returns, project::ReturnKey{number, 0, 0}, number, [&](const project::ReturnRow& row) {
    cite(out, row.document, "return");
    cite(out, row.answer, "return");
  });
  each_of(work.changes, project::ChangeKey{number, 0}, number, [&](const project::ChangeRow& row) {
    cite(out, row.document, "change");
    cite(out, row.head.plan, "plan");
    cite(out, row.statement, "statement");
  });
  each_of(work.appeals, project::AppealKey{number, 0}, number, [&](const project::AppealRow& row) { cite(out, row.document, "appeal"); });
  for (const auto& [key, row] : work.interests) {
    if (key.review.project == number) cite(out, row.declaration, "declaration");
  }
  if (const auto* row = work.withdrawals.find(number)) cite(out, row->document, "withdrawal");
  each_of(work.holds, project::HoldKey{number, project::HoldKind{}}, number, [&](const project::HoldRow& row) { cite(out, row.document, "hold"); });
  return out;
}

// Whole years, rounded up: a promise is kept to the day.
int years_of(const Rational& years) {
  const auto whole = round_integer(years, Rounding::ceiling).to_u64();
  constexpr std::uint64_t longest = 1000;
  return static_cast<int>(std::min(whole.value_or(longest), longest));
}

int promised_years(const Ledger& ledger, const std::vector<Hash>& plans) {
  int years = 0;
  for (const auto& hash : plans) {
    const auto bytes = document(ledger, hash, "plan");
    if (!bytes) continue;
    const auto plan = plan_from(*bytes, hash);
    if (!plan) continue;
    const auto written = parse_quantity(plan->data_management.retention);
    const auto unit = parse_unit("year");
    if (!written || !unit) continue;
    const auto converted = convert(*written, *unit);
    if (converted && converted->value.sign() > 0) years = std::max(years, years_of(converted->value));
  }
  return years;
}

Result<int> scheme_years(const Ledger& ledger) {
  SUMI_TRY(const auto rulebook, ledger.rulebook());
  const std::vector<std::string> key{"data_retention.years"};
  SUMI_TRY(const auto values, rulebook->values("jcredit-scheme/rules", key, "value"));
  int years = 0;
  for (const auto& value : values) {
    if (value.is_quantity()) years = years_of(value.quantity().value);
  }
  return years;
}

// The names of the files that lie in the evidence, whoever's they are.
std::set<Hash> at_hand(const Ledger& ledger) {
  std::set<Hash> found;
  std::error_code ignored;
  for (std::filesystem::recursive_directory_iterator it(ledger.folder() + "/evidence", ignored), end; !ignored && it != end; it.increment(ignored)) {
    if (const auto hash = Hash::from_hex(it->path().filename().string())) found.insert(*hash);
  }
  return found;
}

}  // namespace

Result<std::vector<RetainedDocument>> retained_documents(const Ledger& ledger) {
  std::vector<Cited> projects;
  std::map<Hash, RetainedDocument> documents;
  const auto keep = [&](const Hash& hash, const char* kind, ProjectNumber project, Date until) {
    auto& row = documents[hash];
    row.hash = hash;
    if (row.kind.empty()) row.kind = kind;
    if (project) row.projects.insert(project);
    row.until = std::max(row.until.value_or(until), until);
  };
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.cases().projects) projects.push_back(cited_by(state.cases(), number));
    for (const auto& [key, row] : state.cases().conduct.accreditations) keep(row.certificate, "certificate", {}, row.valid_to);
  }));
  SUMI_TRY(const int principle, scheme_years(ledger));
  for (const auto& cited : projects) {
    const Date until = cited.period_end.plus_years(std::max(principle, promised_years(ledger, cited.plans)));
    for (const auto& [hash, kind] : cited.documents) keep(hash, kind, cited.project, until);
    for (const auto& data : cited.data_sets) {
      const auto text = document(ledger, data, "data set");
      if (!text) continue;
      for (const auto& bill : hashes_in(*text)) keep(bill, "evidence", cited.project, until);
    }
  }
  for (const auto& hash : at_hand(ledger)) {
    auto& row = documents[hash];
    row.hash = hash;
    row.at_hand = true;
  }
  std::vector<RetainedDocument> out;
  for (auto& [hash, row] : documents) out.push_back(std::move(row));
  std::stable_sort(out.begin(), out.end(), [](const RetainedDocument& a, const RetainedDocument& b) { return a.until < b.until; });
  return out;
}

}  // namespace sumi::service
