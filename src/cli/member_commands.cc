#include "cli/member_commands.h"

#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "base/csv.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "outbound/errors.h"
#include "project/errors.h"
#include "project/names.h"
#include "project/report_form.h"
#include "project/revenue_share.h"
#include "project/sampling.h"
#include "service/members.h"
#include "service/projects.h"
#include "service/rules.h"

namespace sumi::cli {
namespace {

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

std::string kind_text(const Context& context, project::MemberKeyKind kind) {
  switch (kind) {
    case project::MemberKeyKind::corporate_number: return context.say("法人番号が同じ", "the same corporate number");
    case project::MemberKeyKind::address: return context.say("住所が同じ", "the same address");
    case project::MemberKeyKind::equipment: return context.say("設備番号が同じ", "the same equipment");
    case project::MemberKeyKind::meter: return context.say("計器番号が同じ", "the same meter");
  }
  return "?";
}
std::string status_text(const Context& context, project::MemberStatus status) {
  switch (status) {
    case project::MemberStatus::active: return context.say("会員", "active");
    case project::MemberStatus::left: return context.say("退会", "left");
    case project::MemberStatus::excluded: return context.say("除外(重複)", "left out (duplicate)");
  }
  return "?";
}

// What a command of the console is given for: the story's time on a demo or training store, the clock on a production store.
struct When {
  std::optional<Instant> time;
  std::optional<Date> business_date;
};
Result<When> when_of(const service::Ledger& ledger, const std::string& on) {
  When when;
  SUMI_TRY(when.business_date, day_of("--on", on));
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (state.meta().kind == scheme::StoreKind::production) return;
    when.time = state.now();
    // A story goes on to the day that is named.
    const auto day = when.business_date ? Instant::parse(when.business_date->to_string()) : Result<Instant>(state.now());
    if (day && state.now() < *day) when.time = *day;
  }));
  return when;
}

// The same over a server: what the outcome says is what is known of the list.
Result<Tree> submit_to_server(const Context& context, std::string_view name, const Tree& body, const std::string& on) {
  SUMI_TRY(const auto day, day_of("--on", on));
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const Tree done, remote.post("/commands/" + std::string(name) + (day ? "?business_date=" + day->to_string() : ""), body));
  const auto* outcomes = done.find("outcomes");
  return outcomes == nullptr || outcomes->items.empty() ? Tree::make_table() : outcomes->items.front();
}

Result<scheme::AnyOutcome> submit(const Context& context, service::Ledger& ledger, scheme::AnyCommand command, const std::string& on) {
  SUMI_TRY(const auto actor, actor_of(context, ledger));
  SUMI_TRY(const auto when, when_of(ledger, on));
  service::Request request;
  request.commands.push_back(std::move(command));
  request.actor = actor.person;
  request.on_behalf_of = actor.on_behalf_of;
  request.time = when.time;
  request.business_date = when.business_date;
  SUMI_TRY(auto accepted, ledger.submit(std::move(request)));
  return std::move(accepted.outcomes.front());
}

Result<project::ProjectRules> rules_of(const Context& context) {
  SUMI_TRY(const auto book, context.rulebook_for());
  SUMI_TRY(auto rules, service::rules_from(*book));
  return std::move(rules.project);
}

void print_matches(const Context& context, std::uint64_t project, const std::vector<project::MemberMatch>& matches) {
  for (const auto& m : matches) {
    print(context.say("一致 ", "match ") + std::to_string(m.match) + ": " + context.say("会員 ", "member ") + std::to_string(m.member) + context.say(" とプロジェクト ", " and project ") +
          std::to_string(m.other_project.value) + context.say(" の会員 ", ", member ") + std::to_string(m.other_member) + " (" + kind_text(context, m.kind) + ")\n");
  }
  if (!matches.empty()) print(context.say("認証の前に、別の会員か重複かを事務局が判断します: ", "the secretariat decides each before a certification: ") + "\n  sumi --as LOGIN --for N do 'do DecideMatch project=" + std::to_string(project) + " match=N decision=duplicate ground=double_registration'\n" + context.say("  別の会員なら decision=distinct ground=other", "  another member: decision=distinct ground=other") + "\n");
}

}  // namespace

namespace {

Result<void> admit_on_server(const Context& context, std::uint64_t project, const std::string& file) {
  SUMI_TRY(auto bytes, read_file(file));
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const Tree done, remote.upload_and_wait("/proponent/cases/" + std::to_string(project) + "/members/admit", "text/csv", std::move(bytes), "member_list"));
  SUMI_CHECK(list_refusals(done, file));
  if (context.json) {
    print_json(done);
    return {};
  }
  if (text_at(done, "repeated") == "true") print(context.say("この名簿は受付済みです。\n", "this list was taken before\n"));
  print(context.say("入会 ", "admitted ") + group_digits(text_at(done, "taken")) + context.say(" 人", " members") + "\n");
  if (text_at(done, "matches") != "0") print(context.say("一致 ", "matches ") + text_at(done, "matches") + context.say(" 件は、認証の前に事務局が判断します。\n", ": the secretariat decides each before a certification\n"));
  return {};
}

}  // namespace

int run_project_admit(const Context& context, std::uint64_t project, const std::string& file, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    // Only the operator of the programme admits, and --as does not tell for whom a person acts.
    if (context.on_behalf.empty()) {
      const std::string example = "sumi --store " + (context.store.empty() ? std::string("STORE") : context.store) + (context.as.empty() ? "" : " --as " + context.as) + " --for 4 project admit " + std::to_string(project) + " " + file;
      return fail(errors::for_missing, {{"example", example}});
    }
    if (context.remote()) return admit_on_server(context, project, file);
    SUMI_TRY(const auto bytes, read_file(file));
    SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, file));
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto book, ledger->rulebook());
    SUMI_TRY(const auto rules, service::rules_from(*book));
    SUMI_TRY(const auto list, project::read_member_list(decoded.utf8, file, rules.project.programme.member_years_max));
    SUMI_TRY(const auto actor, actor_of(context, *ledger));
    SUMI_TRY(const auto when, when_of(*ledger, on));
    service::AdmitMembersRequest request;
    request.project = {project};
    request.actor = actor.person;
    request.on_behalf_of = actor.on_behalf_of;
    request.time = when.time;
    request.business_date = when.business_date;
    request.folder = std::filesystem::path(file).parent_path().string();
    constexpr std::uint64_t worth_telling = 10'000;
    const bool tell = list.members.size() >= worth_telling && !context.json;
    SUMI_TRY(const auto admitted, service::admit_members(*ledger, list, request, [&](std::uint64_t done, std::uint64_t of) {
      if (tell) std::cerr << group_digits(std::to_string(done)) << " / " << group_digits(std::to_string(of)) << "\n";
    }));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("list", Tree::make_string(list.hash.to_hex()));
      t.add("entries", number(admitted.entries));
      t.add("repeated", Tree::make_boolean(admitted.repeated));
      auto& members = t.add("members", Tree::make_array());
      for (const auto& m : admitted.members) {
        Tree one = Tree::make_table();
        one.add("number", Tree::make_string(m.own));
        one.add("member", number(m.member));
        members.items.push_back(std::move(one));
      }
      t.add("matches", wire::to_tree(admitted.matches));
      print_json(t);
      return {};
    }
    if (admitted.repeated) print(context.say("この名簿は受付済みです。\n", "this list was taken before\n"));
    print(context.say("入会 ", "admitted ") + group_digits(std::to_string(admitted.members.size())) + context.say(" 人", " members"));
    if (!admitted.members.empty()) print(context.say("、番号 ", ", numbers ") + std::to_string(admitted.members.front().member) + " - " + std::to_string(admitted.members.back().member));
    print(context.say("、記帳 ", ", entries ") + std::to_string(admitted.entries) + "\n");
    print_matches(context, project, admitted.matches);
    return {};
  });
}

namespace {

// The API tells no consent and no own match of each; `sumi project members` of a store has both.
Result<void> members_served(const Context& context, std::uint64_t project, bool names) {
  SUMI_TRY(auto remote, Remote::open(context));
  SUMI_TRY(const auto members, remote.list("/proponent/cases/" + std::to_string(project) + "/members"));
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("members", Tree::make_array()).items = members;
    print_json(t);
    return {};
  }
  std::vector<std::string> columns{context.say("番号", "member"), context.say("会員番号", "own number"), context.say("状態", "status"), context.say("期間", "counts in"), context.say("区分", "list")};
  if (names) columns.insert(columns.end(), {context.say("氏名又は名称", "name"), context.say("住所", "address")});
  wire::TextTable table(columns);
  for (const Tree& m : members) {
    const auto status = wire::from_tree<project::MemberStatus>(Tree::make_string(text_at(m, "status")));
    const auto period = text_at(m, "period");
    std::vector<std::string> cells{text_at(m, "member"), text_at(m, "own"), status ? status_text(context, *status) : text_at(m, "status"), period.empty() ? "-" : period, text_at(m, "list")};
    if (names) cells.insert(cells.end(), {text_at(m, "erased") == "true" ? context.say("(消去済み)", "(erased)") : text_at(m, "name"), text_at(m, "address")});
    table.add(cells);
  }
  print(members.empty() ? context.say("会員はいません。\n", "no members\n") : table.to_string());
  return {};
}

}  // namespace

int run_project_members(const Context& context, std::uint64_t project, bool names) {
  return guarded(context, [&]() -> Result<void> {
    if (context.remote()) return members_served(context, project, names);
    SUMI_TRY(const auto ledger, context.open());
    std::vector<std::pair<std::uint64_t, project::RegisteredMember>> rows;
    std::vector<project::MemberMatch> open;
    bool known = false;
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      const auto& cases = state.cases();
      known = cases.project({project}) != nullptr;
      for (auto it = cases.members.rows.lower_bound({{project}, 0}); it != cases.members.rows.end() && it->first.project.value == project; ++it) rows.emplace_back(it->first.member, it->second);
      for (const auto match : project::open_matches(cases, {project})) open.push_back(cases.members.matches.at({{project}, match}).match);
    }));
    if (!known) return fail(project::errors::project_unknown, {{"project", std::to_string(project)}});
    std::map<std::uint64_t, std::string> matched;
    for (const auto& m : open) matched[m.member] += (matched[m.member].empty() ? "" : ", ") + std::to_string(m.match);
    std::vector<std::string> columns{context.say("番号", "member"), context.say("会員番号", "own number"), context.say("状態", "status"), context.say("期間", "counts in"), context.say("区分", "list"),
        context.say("同意", "consent until"), context.say("未判断の一致", "open matches")};
    if (names) columns.insert(columns.end(), {context.say("氏名又は名称", "name"), context.say("住所", "address")});
    wire::TextTable table(columns);
    Tree list = Tree::make_array();
    for (const auto& [n, row] : rows) {
      service::MemberNames told;
      if (names) {
        SUMI_TRY(told, service::member_names(*ledger, row));
      }
      const auto counts = row.counts_in();
      std::vector<std::string> cells{std::to_string(n), row.entry.number, status_text(context, row.status), counts ? counts->to_string() : "-", row.entry.list, row.entry.consent_until.to_string(), matched[n]};
      if (names) cells.insert(cells.end(), {row.erased ? context.say("(消去済み)", "(erased)") : told.name, told.address});
      table.add(cells);
      if (!context.json) continue;
      Tree one = Tree::make_table();
      one.add("member", number(n));
      one.add("number", Tree::make_string(row.entry.number));
      one.add("status", wire::to_tree(row.status));
      if (counts) one.add("counts_in", Tree::make_string(counts->to_string()));
      one.add("list", Tree::make_string(row.entry.list));
      one.add("applied_on", Tree::make_string(row.entry.applied_on.to_string()));
      one.add("consent", Tree::make_string(row.entry.consent));
      one.add("consent_until", Tree::make_string(row.entry.consent_until.to_string()));
      if (row.ended_on) one.add("ended_on", Tree::make_string(row.ended_on->to_string()));
      one.add("erased", Tree::make_boolean(row.erased));
      if (names && !row.erased) {
        one.add("name", Tree::make_string(told.name));
        one.add("address", Tree::make_string(told.address));
      }
      list.items.push_back(std::move(one));
    }
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("members", std::move(list));
      t.add("open_matches", wire::to_tree(open));
      print_json(t);
      return {};
    }
    print(rows.empty() ? context.say("会員はいません。\n", "no members\n") : table.to_string());
    print_matches(context, project, open);
    return {};
  });
}

int run_sample_size(const Context& context, std::uint64_t population) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto rules, rules_of(context));
    SUMI_TRY(const auto size, project::sample_size(population, rules.programme.sampling));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("population", number(population));
      t.add("size", number(size));
      print_json(t);
    } else {
      const auto& s = rules.programme.sampling;
      print("n >= N / ((CI / (2k))^2 x (N - 1) / S2 + 1), N = " + std::to_string(population) + ", k = " + s.k->to_string() + ", CI = " + s.interval->to_string() + ", S2 = " + s.variance->to_string() + "\n" +
            context.say("標本数 ", "size ") + std::to_string(size) + "\n");
    }
    return {};
  });
}

namespace {

Result<Hash> read_seed(const std::string& file) {
  SUMI_TRY(const auto text, read_file(file));
  const auto seed = Hash::from_hex(trim(text));
  if (!seed) return fail(errors::seed_unreadable, {{"path", file}});
  return *seed;
}

void print_sample(const Context& context, const project::FixedListRow& row, std::uint64_t list) {
  if (context.json) {
    Tree t = wire::to_tree(row);
    t.add("list", number(list));
    print_json(t);
    return;
  }
  print(context.say("名簿 ", "list ") + std::to_string(list) + ": " + row.period.to_string() + ", " + std::to_string(row.members.size()) + context.say(" 人、SHA-256 ", " members, SHA-256 ") +
        project::members_hash(row.members).to_hex() + "\n" + context.say("種の約束 ", "commitment ") + row.seed_commitment.to_hex() + "\n");
  if (!row.drawn) return;
  print(context.say("種 ", "seed ") + row.seed.to_hex() + "\n" + context.say("標本 ", "sample ") + std::to_string(row.sample.size()) + ":");
  for (const auto m : row.sample) print(" " + std::to_string(m));
  print("\n");
}

// Over a server, what the outcomes say: the drawn members, the fixed list.
void print_served_sample(const Context& context, const Tree& told, const Hash& seed) {
  if (context.json) {
    print_json(told);
    return;
  }
  print(context.say("種 ", "seed ") + seed.to_hex() + "\n" + context.say("標本 ", "sample ") + text_at(told, "size") + ":");
  if (const auto* members = told.find("members")) {
    for (const Tree& m : members->items) print(" " + m.text);
  }
  print("\n");
}
void print_served_list(const Context& context, const Tree& told, const project::FixMemberList& asked) {
  if (context.json) {
    print_json(told);
    return;
  }
  print(context.say("名簿 ", "list ") + text_at(told, "list") + ": " + asked.period.to_string() + ", " + text_at(told, "count") + context.say(" 人、SHA-256 ", " members, SHA-256 ") + text_at(told, "members") + "\n" +
        context.say("種の約束 ", "commitment ") + asked.seed_commitment.to_hex() + "\n");
}

Result<project::FixedListRow> fixed_list(const service::Ledger& ledger, std::uint64_t project, std::uint64_t list) {
  std::optional<project::FixedListRow> row;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* found = state.cases().members.lists.find({{project}, static_cast<std::uint32_t>(list)})) row = *found;
  }));
  if (!row) return fail(project::errors::list_unknown, {{"project", std::to_string(project)}, {"list", std::to_string(list)}});
  return *std::move(row);
}

}  // namespace

int run_sample_fix(const Context& context, std::uint64_t project, const std::string& period, const std::string& purpose, const std::string& seed_file, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    auto parsed = Period::parse(period);
    if (!parsed) return fail(std::move(parsed).error().at({"period"}));
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(seed_file, ignored))) return fail(errors::file_stands, {{"path", seed_file}});
    std::unique_ptr<service::Ledger> ledger;
    if (!context.remote()) {
      SUMI_TRY(ledger, context.open());
    }
    Hash seed;
    randombytes_buf(seed.bytes.data(), seed.bytes.size());
    // The seed first: a list whose seed is lost can never be drawn from.
    SUMI_CHECK(write_file_atomic(seed_file, seed.to_hex() + "\n"));
    std::filesystem::permissions(seed_file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    project::FixMemberList command{{project}, *parsed, *project::value_named<project::SamplePurpose>(purpose), project::seed_commitment(seed)};
    const auto told = context.remote() ? submit_to_server(context, "FixMemberList", wire::to_tree(command), on) : Result<Tree>(Tree{});
    const auto outcome = context.remote() ? Result<scheme::AnyOutcome>(scheme::NoOutcome{}) : submit(context, *ledger, command, on);
    // A seed whose list may stand is kept: what a broken connection left open is not known here.
    const bool open = !told && told.error().def == &outbound::errors::api_broken;
    if (!told || !outcome) {
      if (!open) std::filesystem::remove(seed_file, ignored);
      return fail(told ? outcome.error() : told.error());
    }
    if (context.remote()) {
      print_served_list(context, *told, command);
    } else {
      const auto fixed = std::get<project::MemberListFixed>(*outcome);
      SUMI_TRY(const auto row, fixed_list(*ledger, project, fixed.list));
      print_sample(context, row, fixed.list);
    }
    if (!context.json) print(context.say("種のファイル ", "seed file ") + seed_file + context.say(" は、抽出まで誰にも見せないでください。\n", ": show it to nobody before the sample is drawn\n"));
    return {};
  });
}

int run_sample_draw(const Context& context, std::uint64_t project, std::uint64_t list, const std::string& seed_file, const std::vector<std::string>& strata, const std::string& on) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto seed, read_seed(seed_file));
    project::DrawSample command{{project}, static_cast<std::uint32_t>(list), seed, {}};
    for (const auto& text : strata) {
      const auto equals = text.rfind('=');
      const auto size = equals == std::string::npos ? Result<Integer>(Integer(-1)) : Integer::parse(to_half_width(text.substr(equals + 1)));
      const auto value = size ? size->to_u64() : std::nullopt;
      if (!value || *value > ~std::uint32_t{0}) return fail(errors::number_syntax, {{"text", text}}, {"--stratum"});
      command.strata.push_back({text.substr(0, equals), static_cast<std::uint32_t>(*value)});
    }
    if (context.remote()) {
      SUMI_TRY(const Tree told, submit_to_server(context, "DrawSample", wire::to_tree(command), on));
      print_served_sample(context, told, seed);
      return {};
    }
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY([[maybe_unused]] const auto outcome, submit(context, *ledger, command, on));
    SUMI_TRY(const auto row, fixed_list(*ledger, project, list));
    print_sample(context, row, list);
    return {};
  });
}

int run_sample_replay(const Context& context, std::uint64_t project, std::uint64_t list, const std::string& seed_file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto row, fixed_list(*ledger, project, list));
    if (!row.drawn) {
      print_sample(context, row, list);
      return {};
    }
    // The strata of the fixed members, by their list: as the register has them.
    std::map<std::string, std::vector<std::uint64_t>> members{{"", row.members}};
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      for (const auto m : row.members) members[state.cases().members.rows.at({{project}, m}).entry.list].push_back(m);
    }));
    Hash seed = row.seed;
    if (!seed_file.empty()) {
      SUMI_TRY(seed, read_seed(seed_file));
    }
    members[""] = row.members;
    std::vector<std::uint64_t> again;
    auto strata = row.strata;
    if (strata.empty()) strata.push_back({"", static_cast<std::uint32_t>(row.sample.size())});
    for (const auto& s : strata) {
      const auto drawn = project::draw_sample(seed, members[s.list], s.size);
      again.insert(again.end(), drawn.begin(), drawn.end());
    }
    std::ranges::sort(again);
    if (again != row.sample || project::seed_commitment(seed) != row.seed_commitment) return fail(errors::sample_differs, {{"list", std::to_string(list)}});
    print_sample(context, row, list);
    if (!context.json) print(context.say("同じ標本を抽出し直しました。\n", "drawn again: the same sample\n"));
    return {};
  });
}

int run_project_share(const Context& context, const std::string& file, std::uint64_t yen, const std::string& rule, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto bytes, read_file(file));
    SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, file));
    SUMI_TRY(const auto table, read_csv(decoded.utf8, file, true));
    const auto which = rule == "equal" ? project::ShareRule::equal : rule == "fixed" ? project::ShareRule::fixed : project::ShareRule::per_tonne;
    const auto member = table.column("member"), tonnes = table.column("tonnes"), fixed = table.column("yen");
    const auto needed = which == project::ShareRule::per_tonne ? tonnes : which == project::ShareRule::fixed ? fixed : member;
    const char* names = which == project::ShareRule::per_tonne ? "member,tonnes" : which == project::ShareRule::fixed ? "member,yen" : "member";
    if (!member || !needed) return fail(project::errors::member_column_missing, {{"column", !member ? "member" : which == project::ShareRule::fixed ? "yen" : "tonnes"}, {"needed", names}}, {file, table.header_line, 0});
    std::vector<project::ShareOf> members;
    for (const auto& row : table.rows) {
      project::ShareOf one;
      one.member = trim(row.fields[*member]);
      const std::string text = trim(to_half_width(row.fields[*needed]));
      const auto value = which == project::ShareRule::equal ? Result<Rational>(Rational(1)) : Rational::parse(text);
      const auto whole = value && value->is_integer() ? value->numerator().to_u64() : std::nullopt;
      if (!value || (which == project::ShareRule::fixed && !whole)) {
        return fail(project::errors::member_value, {{"column", which == project::ShareRule::fixed ? "yen" : "tonnes"}, {"text", text}, {"expected_ja", "数で書いてください。"}, {"expected_en", "Give a number."}},
            {file, row.line, static_cast<std::uint32_t>(*needed + 1)});
      }
      one.tonnes = *value;
      one.fixed_yen = whole.value_or(0);
      members.push_back(std::move(one));
    }
    SUMI_TRY(const auto shares, project::share_revenue(yen, which, members));
    std::string csv = "member,yen\n";
    for (const auto& s : shares.members) csv += csv_field(s.member) + "," + std::to_string(s.yen) + "\n";
    if (!output.empty()) SUMI_CHECK(write_output(output, csv));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("yen", number(yen));
      t.add("rule", Tree::make_string(rule));
      t.add("operator_yen", number(shares.operator_yen));
      auto& list = t.add("members", Tree::make_array());
      for (const auto& s : shares.members) {
        Tree one = Tree::make_table();
        one.add("member", Tree::make_string(s.member));
        one.add("yen", number(s.yen));
        list.items.push_back(std::move(one));
      }
      print_json(t);
    } else if (output.empty()) {
      print(csv);
    } else {
      print(context.say("配分 ", "shared ") + group_digits(std::to_string(yen - shares.operator_yen)) + context.say(" 円、運営・管理者 ", " yen, to the operator ") + group_digits(std::to_string(shares.operator_yen)) + " -> " + output + "\n");
    }
    return {};
  });
}

int run_project_report_form(const Context& context, const std::string& plan, const std::string& data, const std::string& period, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto toml, read_file(plan, limits::toml_file_bytes_max));
    SUMI_TRY(const auto csv, read_file(data));
    SUMI_TRY(const auto book, context.rulebook_for());
    SUMI_TRY(const auto check, service::check_plan_text(toml, plan, *book));
    SUMI_TRY(const auto decoded, decode_text({reinterpret_cast<const std::uint8_t*>(csv.data()), csv.size()}, data));
    auto parsed = Period::parse(period);
    if (!parsed) return fail(std::move(parsed).error().at({"--period"}));
    SUMI_TRY(const auto set, project::read_data_set(decoded.utf8, data, check.plan, *parsed, *book));
    SUMI_TRY(const auto result, project::calculate(check.plan, set, *book));
    SUMI_TRY(const auto form, project::report_form(check.plan, set, result, *book));
    const std::string text = context.json ? wire::to_json(wire::to_tree(form), true) : project::report_form_text(form);
    if (output.empty()) {
      print(text);
    } else {
      SUMI_CHECK(write_output(output, text));
      if (!context.json) print(context.say("書きました: ", "wrote ") + output + "\n");
    }
    return {};
  });
}

}  // namespace sumi::cli
