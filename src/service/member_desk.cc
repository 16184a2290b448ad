#include "service/member_desk.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "project/errors.h"
#include "project/member_keys.h"
#include "service/account_view.h"
#include "service/case_view.h"
#include "service/projects.h"
#include "service/report_desk.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

Bilingual words(project::MemberKeyKind kind) {
  switch (kind) {
    case project::MemberKeyKind::corporate_number: return {"法人番号が同じです", "The same corporate number"};
    case project::MemberKeyKind::address: return {"住所が同じです", "The same address"};
    case project::MemberKeyKind::equipment: return {"設備の番号が同じです", "The same equipment"};
    case project::MemberKeyKind::meter: return {"計器の番号が同じです", "The same meter"};
  }
  return {};
}

struct Shown {
  MemberView view;
  Sealed name, address;
};

Shown shown(std::uint64_t number, const project::RegisteredMember& row) {
  const auto& e = row.entry;
  return {{number, e.number, {}, {}, e.applied_on, e.start, e.period, e.list, row.status, row.ended_on, row.admitted_on, row.erased}, e.name, e.address};
}

Result<MemberView> named(const Ledger& ledger, Shown one) {
  if (!one.view.erased) {
    SUMI_TRY(one.view.name, unsealed(ledger, one.name));
    SUMI_TRY(one.view.address, unsealed(ledger, one.address));
  }
  return std::move(one.view);
}

}  // namespace

Result<std::vector<std::uint64_t>> members_asked(const Ledger& ledger, const MembersAsked& asked) {
  std::vector<std::pair<std::int32_t, std::uint64_t>> found;  // day, number
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& rows = state.cases().members.rows;
    for (auto it = rows.lower_bound({asked.project, 0}); it != rows.end() && it->first.project == asked.project; ++it) {
      const auto& row = it->second;
      if (!asked.status.empty() && project::name_of(row.status) != asked.status) continue;
      if (!asked.list.empty() && row.entry.list != asked.list) continue;
      if (!asked.text.empty() && row.entry.number.find(asked.text) == std::string::npos) continue;
      found.emplace_back(row.entry.applied_on.days(), it->first.member);
    }
  }));
  if (asked.sort.ends_with("applied_on")) std::ranges::sort(found);
  if (asked.sort.starts_with('-')) std::ranges::reverse(found);
  std::vector<std::uint64_t> out;
  out.reserve(found.size());
  for (const auto& [day, number] : found) out.push_back(number);
  return out;
}

Result<std::vector<MemberView>> member_views(const Ledger& ledger, ProjectNumber project, const std::vector<std::uint64_t>& members, std::size_t from, std::size_t limit) {
  std::vector<Shown> rows;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    for (std::size_t i = from; i < members.size() && rows.size() < limit; ++i) {
      if (const auto* row = state.cases().members.rows.find({project, members[i]})) rows.push_back(shown(members[i], *row));
    }
  }));
  std::vector<MemberView> out;
  for (auto& row : rows) {
    SUMI_TRY(auto view, named(ledger, std::move(row)));
    out.push_back(std::move(view));
  }
  return out;
}

Result<std::vector<MemberMatchView>> member_matches(const Ledger& ledger, ProjectNumber project, OrganisationNumber organisation, bool decides) {
  struct Pair {
    MemberMatchView view;
    Shown member;
    std::optional<Shown> other;
  };
  std::vector<Pair> found;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& cases = state.cases();
    const auto waiting = project::open_matches(cases, project);
    for (auto it = cases.members.matches.lower_bound({project, 0}); it != cases.members.matches.end() && it->first.project == project; ++it) {
      const auto& row = it->second;
      Pair pair;
      pair.view.match = it->first.match;
      pair.view.kind = row.match.kind;
      pair.view.kind_words = words(row.match.kind);
      pair.view.open = std::ranges::find(waiting, it->first.match) != waiting.end();
      pair.view.decision = row.decision;
      pair.view.ground = row.ground;
      pair.view.other_project = row.match.other_project;
      pair.view.other_member = row.match.other_member;
      // The register compares across operators; another one's member is for nobody else to see but for who decides.
      pair.view.other_is_own = is_proponent(state, row.match.other_project, organisation);
      const bool other_seen = pair.view.other_is_own || decides;
      if (const auto* member = cases.members.rows.find({project, row.match.member})) pair.member = shown(row.match.member, *member);
      const auto* other = other_seen ? cases.members.rows.find({row.match.other_project, row.match.other_member}) : nullptr;
      if (other != nullptr) pair.other = shown(row.match.other_member, *other);
      found.push_back(std::move(pair));
    }
  }));
  std::vector<MemberMatchView> out;
  for (auto& pair : found) {
    SUMI_TRY(pair.view.member, named(ledger, std::move(pair.member)));
    if (pair.other) {
      SUMI_TRY(pair.view.other, named(ledger, *std::move(pair.other)));
    }
    if (!pair.view.other) pair.view.other_member = 0;
    out.push_back(std::move(pair.view));
  }
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.open && !b.open; });
  return out;
}

namespace {

constexpr std::size_t rows_shown_max = 500;

// Findings of one reading: those with a line to their row, the others to the list.
void tell(ListReport& report, const Error& error, std::vector<ListRow>& rows) {
  const auto one = [&](const Error& e) {
    FieldFinding finding = finding_of(e, FindingWeight::refuses);
    if (finding.line == 0) {
      report.findings.push_back(std::move(finding));
      return;
    }
    auto row = std::ranges::find(rows, finding.line, &ListRow::line);
    if (row == rows.end()) {
      rows.push_back({finding.line, {}, false, {}});
      row = rows.end() - 1;
    }
    row->good = false;
    row->findings.push_back(std::move(finding));
  };
  one(error);
  for (const Error& e : error.also) one(e);
}

void show(ListReport& report, std::vector<ListRow> rows) {
  std::ranges::stable_sort(rows, [](const ListRow& a, const ListRow& b) { return a.good == b.good ? a.line < b.line : !a.good; });
  if (rows.size() > rows_shown_max) rows.resize(rows_shown_max);
  report.report = std::move(rows);
}

}  // namespace

Result<ListReport> member_list(Ledger& ledger, const ListAsked& asked, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  ListReport report;
  std::vector<ListRow> rows;
  SUMI_TRY(const auto book, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*book));
  SUMI_TRY(const auto csv, csv_of(asked.bytes, "list"));
  const auto list = project::read_member_list(csv, "list", rules.project.programme.member_years_max);
  if (!list) {
    tell(report, list.error(), rows);
    show(report, std::move(rows));
    return report;
  }
  report.rows = list->members.size();
  if (progress) progress(asked.take ? 0 : report.rows, report.rows);
  bool by_name = false;
  for (const auto& m : list->members) {
    ListRow row{m.place.line, m.member, true, {}};
    const bool hash = m.evidence.starts_with("sha256:") && Hash::from_hex(std::string_view(m.evidence).substr(7));
    if (!m.evidence.empty() && !hash) {
      const Error wrong = make_error(project::errors::member_value, {{"column", "evidence"}, {"text", m.evidence}, {"expected_ja", "根拠資料を先に預け、sha256: と64桁を書いてください。"},
                                                                        {"expected_en", "Upload the evidence first and write sha256: and its 64 digits."}}, m.place);
      row.good = false;
      row.findings.push_back(finding_of(wrong, FindingWeight::refuses));
      by_name = true;
    }
    rows.push_back(std::move(row));
  }
  if (asked.take && !by_name) {
    AdmitMembersRequest request;
    request.project = asked.project;
    request.actor = asked.person;
    request.on_behalf_of = asked.organisation;
    const auto admitted = admit_members(ledger, *list, request, progress);
    if (!admitted) {
      tell(report, admitted.error(), rows);
    } else {
      report.taken = admitted->members.size();
      report.repeated = admitted->repeated;
      report.matches = admitted->matches.size();
    }
  }
  show(report, std::move(rows));
  return report;
}

Result<Request> member_change(Ledger& ledger, ProjectNumber project, std::uint64_t member, const MemberChange& change) {
  project::ChangeMember command;
  command.project = project;
  command.member = member;
  command.kind = change.kind;
  command.on = change.on;
  command.to_project = change.to_project;
  command.evidence = change.evidence;
  project::MemberRow row;
  row.corporate_number = change.corporate_number;
  row.address = change.address;
  row.equipment = change.equipment;
  row.meters = change.meters;
  const bool compares = !row.corporate_number.empty() || !row.address.empty() || !row.equipment.empty() || !row.meters.empty();
  if (compares) {
    SUMI_TRY(const auto secrets, key_secrets(ledger));
    command.keys = keys_of(secrets, row);
    command.normaliser = project::normaliser_version;
  }
  Request request;
  request.commands.emplace_back(std::move(command));
  if (!change.name.empty()) request.sealed.push_back({0, "name", change.name});
  if (!change.address.empty()) request.sealed.push_back({0, "address", change.address});
  return request;
}

Result<ShareView> share_view(const Ledger& ledger, ProjectNumber project, const ShareAsked& asked) {
  ShareView view;
  auto rule = project::ShareRule::per_tonne;
  view.rule = {"削減量に応じて配分します。円未満は切り捨て、残りの円は端数の大きい会員から一円ずつ配ります。", "By each member's tonnes: whole yen, and what is left goes one by one to the largest remainders."};
  if (asked.rule == "equal") {
    rule = project::ShareRule::equal;
    view.rule = {"等しく配分します。残りの円は、表の先の会員から一円ずつ配ります。", "In equal parts; yen that are left go to whoever comes first."};
  } else if (asked.rule == "fixed") {
    rule = project::ShareRule::fixed;
    view.rule = {"会員ごとの定額です。残りは運営・管理者に残ります。", "A fixed amount for each; what is left stays with the operator."};
  }
  std::vector<project::ShareOf> members;
  for (const auto& m : asked.members) {
    project::ShareOf one{m.member, {}, m.fixed_yen};
    if (rule == project::ShareRule::per_tonne) {
      SUMI_TRY(one.tonnes, Rational::parse(m.tonnes));
    }
    members.push_back(std::move(one));
  }
  if (members.empty() && rule == project::ShareRule::equal) {
    SUMI_CHECK(ledger.read([&](const scheme::State& state) {
      const Date today = state.now().date_in_japan();
      for (const auto number : project::members_counting(state.cases(), project, {today, today})) {
        if (const auto* row = state.cases().members.rows.find({project, number})) members.push_back({row->entry.number, {}, 0});
      }
    }));
  }
  SUMI_TRY(const auto shares, project::share_revenue(asked.total_yen, rule, members));
  const auto yen = [](std::uint64_t n) { return Amount{std::to_string(n), "JPY"}; };
  view.total = yen(asked.total_yen);
  view.operators = yen(shares.operator_yen);
  for (const auto& s : shares.members) view.members.push_back({s.member, yen(s.yen)});
  SUMI_TRY(const auto book, ledger.rulebook());
  const auto plan = filed_plan(ledger, project, *book);
  if (plan && plan->plan.programme) view.plan = plan->plan.programme->revenue_plan;
  return view;
}

}  // namespace sumi::service
