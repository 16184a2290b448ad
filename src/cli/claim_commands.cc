#include "cli/claim_commands.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"
#include "claim/eligibility.h"
#include "registry/errors.h"
#include "scheme/errors.h"
#include "service/rules.h"

namespace sumi::cli {
namespace {

using claim::Verdict;
using registry::SerialRange;

Tree text(std::string_view value) { return Tree::make_string(std::string(value)); }
Tree number(std::uint64_t value) { return Tree::make_number(std::to_string(value)); }
std::string shown(const SerialRange& r) { return std::to_string(r.batch.value) + ":" + std::to_string(r.first) + "-" + std::to_string(r.end - 1); }

std::optional<std::uint64_t> whole(std::string_view word) {
  const auto parsed = Integer::parse(to_half_width(word));
  const auto value = parsed ? parsed->to_u64() : std::nullopt;
  return value && *value != 0 ? value : std::nullopt;
}

Result<SerialRange> range_of(const scheme::State& state, BatchNumber batch, std::uint64_t first, std::uint64_t last) {
  const auto* row = state.registry().batches().find(batch);
  const SerialRange range{batch, first, last + 1};
  if (row == nullptr) return fail(registry::errors::batch_unknown, {{"batch", std::to_string(batch.value)}});
  if (first > last || last == ~std::uint64_t{0}) return fail(registry::errors::range_empty, {{"range", std::to_string(first) + "-" + std::to_string(last)}});
  if (first < row->first || range.end > row->end) {
    return fail(registry::errors::range_outside_batch, {{"range", shown(range)}, {"batch", std::to_string(batch.value)}, {"serials", std::to_string(row->first) + "-" + std::to_string(row->end - 1)}});
  }
  return range;
}

// "1:1-100", "B1:1-100"
std::optional<std::array<std::uint64_t, 3>> batch_and_serials(std::string_view word) {
  if (word.starts_with('B')) word.remove_prefix(1);
  const auto colon = word.find(':');
  const auto dash = word.find('-', colon == std::string_view::npos ? 0 : colon);
  if (colon == std::string_view::npos || dash == std::string_view::npos) return std::nullopt;
  const auto batch = whole(word.substr(0, colon)), first = whole(word.substr(colon + 1, dash - colon - 1)), last = whole(word.substr(dash + 1));
  if (!batch || !first || !last) return std::nullopt;
  return std::array{*batch, *first, *last};
}

// Serials as the rulebook's template prints them: what stands around the two serials in each batch's own print.
std::optional<SerialRange> printed(const rulebook::Rulebook& book, const scheme::State& state, std::string_view word) {
  constexpr std::uint64_t first_mark = 9'000'000'000'000'000'001, last_mark = 9'000'000'000'000'000'002;  // no serial of a real batch
  for (const auto& [batch, row] : state.registry().batches()) {
    const auto print = printed_serial(book, state, batch, first_mark, last_mark + 1);
    const auto first_at = print.find(std::to_string(first_mark)), last_at = print.find(std::to_string(last_mark));
    const std::size_t width = std::to_string(first_mark).size();
    if (first_at == std::string::npos || last_at == std::string::npos || last_at < first_at + width) continue;
    const std::string_view before = std::string_view(print).substr(0, first_at), after = std::string_view(print).substr(last_at + width);
    const std::string_view between = std::string_view(print).substr(first_at + width, last_at - first_at - width);
    if (!word.starts_with(before) || !word.ends_with(after) || word.size() < before.size() + after.size()) continue;
    const auto serials = word.substr(before.size(), word.size() - before.size() - after.size());
    const auto split = between.empty() ? std::string_view::npos : serials.find(between);
    if (split == std::string_view::npos) continue;
    const auto first = whole(serials.substr(0, split)), last = whole(serials.substr(split + between.size()));
    if (first && last && *first <= *last && *first >= row.first && *last < row.end) return SerialRange{batch, *first, *last + 1};
  }
  return std::nullopt;
}

struct Units {
  std::vector<SerialRange> ranges;
  OrganisationNumber holder;  // of the one account that was named
};

Result<void> add_units(const rulebook::Rulebook& book, const scheme::State& state, const std::string& word, Units& units) {
  if (const auto parts = batch_and_serials(word)) {
    SUMI_TRY(const auto range, range_of(state, {(*parts)[0]}, (*parts)[1], (*parts)[2]));
    units.ranges.push_back(range);
    return {};
  }
  if (const auto account = whole(word)) {
    const auto* row = state.registry().accounts().find({*account});
    if (row == nullptr) return fail(registry::errors::account_unknown, {{"account", word}});
    units.holder = row->organisation;
    const auto free = state.registry().free_ranges({*account});
    units.ranges.insert(units.ranges.end(), free.begin(), free.end());
    return {};
  }
  const auto range = printed(book, state, word);
  if (!range) return fail(claim::errors::serials_unreadable, {{"text", word}});
  units.ranges.push_back(*range);
  return {};
}

// A purpose of the rulebook, or a scheme by its key.
struct Asked {
  std::string name, title;
  claim::Question question;
};

std::vector<Asked> everything(const rulebook::Rulebook& book, const scheme::Rules& rules, Language language) {
  std::vector<Asked> out;
  if (const auto* table = book.table("jcredit-registry/purposes")) {
    for (const auto& row : book.rows(table->name)) {
      const auto purpose = rules.registry.purposes.find(row.key.front());
      if (purpose == rules.registry.purposes.end()) continue;
      if (purpose->second.schemes.empty() && purpose->second.jcredit_use.empty()) continue;
      out.push_back({purpose->first, service::cell_text(*table, row, language == Language::ja ? "title_ja" : "title_en"), claim::question_of(purpose->second, {}, {})});
    }
  }
  std::set<std::string> told;
  for (const auto& row : rules.eligibility.schemes) {
    if (told.insert(row.scheme).second) out.push_back({row.scheme, language == Language::ja ? row.scheme_ja : row.scheme_en, {{row.scheme}, "", {}, {}}});
  }
  return out;
}

std::string joined(const std::set<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

Result<std::vector<Asked>> asked(const rulebook::Rulebook& book, const scheme::Rules& rules, const EligibleArguments& arguments, Language language) {
  auto all = everything(book, rules, language);
  if (arguments.all) return all;
  std::set<std::string> purposes;
  for (const auto& [name, purpose] : rules.registry.purposes) purposes.insert(name);
  const auto schemes = rules.eligibility.scheme_keys();
  // A purpose goes before a scheme of the same name: it also knows the table of uses.
  const auto it = std::ranges::find_if(all, [&](const Asked& a) { return a.name == arguments.purpose; });
  if (it != all.end()) return std::vector{*it};
  if (purposes.contains(arguments.purpose)) return std::vector{Asked{arguments.purpose, arguments.purpose, {}}};
  return fail(claim::errors::purpose_unknown, {{"text", arguments.purpose}, {"purposes", joined(purposes)}, {"schemes", joined(schemes)}}, {"--for", 0, 0});
}

Tree row_tree(const claim::EligibilityRow& row) {
  Tree t = Tree::make_table();
  t.add("scheme", text(row.scheme));
  t.add("credit", text(row.credit));
  t.add("limit", text(row.limit_en));
  t.add("condition_ja", text(row.condition_ja));
  t.add("condition_en", text(row.condition_en));
  auto& sources = t.add("sources", Tree::make_array());
  for (const auto& source : row.sources) sources.items.push_back(text(source));
  t.add("confidence", text(rulebook::name_of(row.confidence)));
  return t;
}

class Report {
 public:
  explicit Report(const Context& context)
      : context_(context), table_({context.say("用途", "purpose"), context.say("シリアル番号", "serials"), context.say("数量", "amount"), context.say("答え", "answer"), context.say("上限", "limit"), context.say("理由", "why")}) {}
  void add(const Asked& asked, const claim::Piece& piece, const claim::Judgement& judgement) {
    const auto language = context_.language;
    const auto amount = piece.range.count();
    if (judgement.verdict != Verdict::met && judgement.verdict != Verdict::conditional) without_ += amount;
    const std::string limit = judgement.rows.empty() ? "" : language == Language::ja ? judgement.rows.front()->limit_ja : judgement.rows.front()->limit_en;
    table_.add({asked.name, shown(piece.range), std::to_string(amount), std::string(word_of(judgement.verdict, language)), limit, reason(judgement, language)});
    Tree t = Tree::make_table();
    t.add("purpose", text(asked.name));
    t.add("title", text(asked.title));
    t.add("batch", number(piece.range.batch.value));
    t.add("first", number(piece.range.first));
    t.add("last", number(piece.range.end - 1));
    t.add("amount", number(amount));
    t.add("verdict", text(name_of(judgement.verdict)));
    auto& points = t.add("points", Tree::make_array());
    for (const auto point : judgement.points) points.items.push_back(text(name_of(point)));
    auto& rows = t.add("rows", Tree::make_array());
    for (const auto* row : judgement.rows) rows.items.push_back(row_tree(*row));
    t.add("reason", text(reason(judgement, language)));
    list_.items.push_back(std::move(t));
  }
  void show() const {
    if (context_.json) print_json(list_);
    else if (table_.empty()) print(context_.say("指定されたクレジットはありません。\n", "no units are named\n"));
    else print(table_.to_string());
  }
  [[nodiscard]] std::uint64_t without() const { return without_; }

 private:
  const Context& context_;
  wire::TextTable table_;
  Tree list_ = Tree::make_array();
  std::uint64_t without_ = 0;  // units that may not, or of which it is not known
};

}  // namespace

int run_claim_eligible(const Context& context, const EligibleArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto on, day_of("--on", arguments.on));
    FiscalYear year;
    if (!arguments.year.empty()) {
      SUMI_TRY(year, FiscalYear::parse(arguments.year));
    }
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto book, ledger->rulebook());
    SUMI_TRY(const auto rules, service::rules_from(*book));
    if (rules.eligibility.empty()) return fail(claim::errors::rules_missing);
    SUMI_TRY(auto questions, asked(*book, rules, arguments, context.language));
    Report shown_report(context);
    Result<void> done;
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      Units units;
      for (const auto& word : arguments.units) {
        done = add_units(*book, state, word, units);
        if (!done) return;
      }
      const OrganisationNumber user = arguments.user != 0 ? OrganisationNumber{arguments.user} : units.holder;
      if (user && state.organisations().find(user) == nullptr) {
        done = fail(scheme::errors::organisation_unknown, {{"organisation", std::to_string(user.value)}}, {"--user", 0, 0});
        return;
      }
      for (auto& asked_one : questions) {
        asked_one.question.on = on.value_or(state.now().date_in_japan());
        asked_one.question.year = year;
        for (const auto& range : units.ranges) {
          for (const auto& piece : claim::pieces_of(state.registry(), range, user, asked_one.question.on)) shown_report.add(asked_one, piece, claim::judge(piece.facts, asked_one.question, rules.eligibility));
        }
      }
    }));
    SUMI_CHECK(done);
    shown_report.show();
    if (!arguments.all && shown_report.without() != 0) return fail(claim::errors::some_may_not, {{"count", std::to_string(shown_report.without())}, {"purpose", arguments.purpose}});
    return {};
  });
}

}  // namespace sumi::cli
