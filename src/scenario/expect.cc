#include "scenario/expect.h"

#include <algorithm>
#include <array>

#include "project/names.h"
#include "registry/names.h"
#include "scenario/errors.h"
#include "scenario/expect_work.h"
#include "scheme/names.h"
#include "wire/json.h"

namespace sumi::scenario {

namespace {

struct RowKind {
  std::string_view name;
  std::size_t words;  // the kind itself, and what names the row
};
constexpr std::array row_kinds{RowKind{"organisation", 2}, RowKind{"role", 4}, RowKind{"adoption", 2}, RowKind{"account", 2}, RowKind{"balance", 2},
    RowKind{"batch", 2}, RowKind{"total", 2}, RowKind{"retirement", 2}, RowKind{"holds", 2}, RowKind{"project", 2}, RowKind{"plan", 3},
    RowKind{"report", 3}, RowKind{"certification", 2}, RowKind{"proposal", 2}, RowKind{"abolition", 2}, RowKind{"member", 3}, RowKind{"match", 3}, RowKind{"member_list", 3}, RowKind{"ledger", 1}};

template <class Row> std::optional<Tree> tree_of(const Row* row) {
  if (row == nullptr) return std::nullopt;
  return wire::to_tree(*row);
}

Tree number_tree(std::uint64_t v) { return Tree::make_number(std::to_string(v)); }

Tree balance_tree(const registry::Registry::Balance& b) {
  Tree tree = Tree::make_table();
  tree.add("held", number_tree(b.held));
  tree.add("escrowed", number_tree(b.escrowed));
  tree.add("used", number_tree(b.used));
  return tree;
}

registry::BatchTotals sum_of_totals(const registry::Registry& r) {
  registry::BatchTotals sum;
  for (const auto& [batch, t] : r.totals()) {
    for (const auto field : {&registry::BatchTotals::opened, &registry::BatchTotals::issued, &registry::BatchTotals::imported, &registry::BatchTotals::held,
             &registry::BatchTotals::escrowed, &registry::BatchTotals::buffer, &registry::BatchTotals::retired, &registry::BatchTotals::retired_for_state,
             &registry::BatchTotals::cancelled, &registry::BatchTotals::expired, &registry::BatchTotals::exported}) {
      sum.*field += t.*field;
    }
  }
  return sum;
}

Tree ledger_tree(const scheme::State& s) {
  Tree tree = wire::to_tree(s.meta());
  tree.add("state_hash", Tree::make_string(s.state_hash().to_hex()));
  tree.add("organisations", number_tree(s.organisations().size()));
  tree.add("accounts", number_tree(s.registry().accounts().size()));
  tree.add("batches", number_tree(s.registry().batches().size()));
  tree.add("retirements", number_tree(s.registry().retirements().size()));
  tree.add("projects", number_tree(s.cases().projects.size()));
  tree.add("certifications", number_tree(s.cases().certifications.size()));
  tree.add("keys", number_tree(s.keys().size()));
  return tree;
}

// The numbers that name a row, each of the kind that stands there.
struct RowKey {
  std::string kind;
  std::vector<std::uint64_t> numbers;
  scheme::GrantKey grant;
  std::string name;  // of an abolition: the methodology's number
};

Result<RowKey> key_of(const std::vector<Tree>& words, const Bindings& bindings) {
  RowKey key{words[0].text, {}, {}, {}};
  const auto take = [&](std::string_view kind, std::size_t i) -> Result<void> {
    SUMI_TRY(const std::uint64_t n, bindings.number_of(kind, words[i]));
    key.numbers.push_back(n);
    return {};
  };
  if (work_row_words(key.kind)) {
    SUMI_TRY(key.numbers, work_row_key(words, bindings));
  } else if (key.kind == "role") {
    SUMI_TRY(key.grant.person, bindings.person_of(words[1].text, words[1].place));
    if (words[2].text != "store") {
      SUMI_TRY(const std::uint64_t n, bindings.number_of("organisation", words[2]));
      key.grant.organisation = {n};
    }
    SUMI_TRY(const Tree word, bindings.resolve(words[3]));
    SUMI_TRY(key.grant.role, wire::from_tree<scheme::Role>(word));
  } else if (key.kind == "balance" || key.kind == "holds") {
    SUMI_CHECK(take("account", 1));
  } else if (key.kind == "total") {
    if (words[1].text != "all") SUMI_CHECK(take("batch", 1));
  } else if (key.kind == "plan" || key.kind == "report" || key.kind == "member" || key.kind == "match" || key.kind == "member_list") {
    SUMI_CHECK(take("project", 1));
    SUMI_CHECK(take("", 2));
  } else if (key.kind == "abolition") {
    key.name = words[1].text;
  } else if (words.size() > 1) {
    SUMI_CHECK(take(key.kind, 1));
  }
  return key;
}

std::optional<Tree> look_up(const scheme::State& s, const RowKey& key) {
  const auto& r = s.registry();
  const auto& c = s.cases();
  const std::uint64_t n = key.numbers.empty() ? 0 : key.numbers[0];
  const auto second = static_cast<std::uint32_t>(key.numbers.size() > 1 ? key.numbers[1] : 0);
  if (work_row_words(key.kind)) return work_row(s, key.kind, key.numbers);
  if (key.kind == "ledger") return ledger_tree(s);
  if (key.kind == "organisation") return tree_of(s.organisations().find({n}));
  if (key.kind == "role") return tree_of(s.grants().find(key.grant));
  if (key.kind == "adoption") return tree_of(s.adoptions().find(static_cast<std::uint32_t>(n)));
  if (key.kind == "account") return tree_of(r.accounts().find({n}));
  if (key.kind == "batch") return tree_of(r.batches().find({n}));
  if (key.kind == "retirement") return tree_of(r.retirements().find({n}));
  if (key.kind == "total") return n == 0 ? std::optional(wire::to_tree(sum_of_totals(r))) : tree_of(r.totals().find({n}));
  if (key.kind == "proposal") return tree_of(s.proposals().find(static_cast<std::uint32_t>(n)));
  if (key.kind == "abolition") return tree_of(s.abolitions().find(key.name));
  if (key.kind == "project") return tree_of(c.project({n}));
  if (key.kind == "plan") return tree_of(c.plans.find({{n}, second}));
  if (key.kind == "report") return tree_of(c.report({n}, second));
  if (key.kind == "certification") return tree_of(c.certification({n}));
  if (key.kind == "member") return tree_of(c.members.rows.find({{n}, second}));
  if (key.kind == "match") return tree_of(c.members.matches.find({{n}, second}));
  if (key.kind == "member_list") return tree_of(c.members.lists.find({{n}, second}));
  if (r.accounts().find({n}) == nullptr) return std::nullopt;
  if (key.kind == "balance") return balance_tree(r.balance({n}));
  return wire::to_tree(r.free_ranges({n}));  // holds
}

std::string words_text(const std::vector<Tree>& words) {
  std::string out;
  for (const Tree& word : words) out += (out.empty() ? "" : " ") + word.text;
  return out;
}

std::string known_fields(const Tree& tree) {
  std::string out;
  for (const auto& [key, value] : tree.members) out += (out.empty() ? "" : ", ") + key;
  return out;
}

bool same_scalar(const Tree& expected, const Tree& actual, const Bindings& bindings) {
  return !actual.is_table() && !actual.is_array() && bindings.stands_for(expected.text, actual.text);
}

// `expected` is resolved. A table names the fields that matter; a list is compared whole; one value stands for a list of one.
bool matches(const Tree& expected, const Tree& actual, const Bindings& bindings) {
  if (expected.is_table()) {
    return actual.is_table() && std::all_of(expected.members.begin(), expected.members.end(), [&](const auto& member) {
      const Tree* field = actual.find(member.first);
      return field != nullptr && matches(member.second, *field, bindings);
    });
  }
  if (expected.is_array()) {
    if (!actual.is_array() || expected.items.size() != actual.items.size()) return false;
    for (std::size_t i = 0; i < expected.items.size(); ++i) {
      if (!matches(expected.items[i], actual.items[i], bindings)) return false;
    }
    return true;
  }
  if (actual.is_array()) return actual.items.size() == 1 && matches(expected, actual.items[0], bindings);
  return same_scalar(expected, actual, bindings);
}

// A hash may be given by its first 8 or more digits.
bool matches_state_hash(const std::string& expected, const std::string& actual) {
  constexpr std::size_t digits_min = 8;
  return expected.size() >= digits_min && actual.starts_with(expected);
}

}  // namespace

std::optional<std::size_t> row_words(std::string_view kind) {
  const auto it = std::find_if(row_kinds.begin(), row_kinds.end(), [&](const RowKind& k) { return k.name == kind; });
  if (it == row_kinds.end()) return work_row_words(kind);
  return it->words;
}

Result<Tree> row_tree(const std::vector<Tree>& words, const Bindings& bindings, World& world) {
  const auto count = words.empty() ? std::nullopt : row_words(words[0].text);
  if (!count || *count != words.size()) {
    return fail(errors::row_unknown, {{"text", words_text(words)}}, words.empty() ? Place{} : words[0].place);
  }
  SUMI_TRY(const RowKey key, key_of(words, bindings));
  std::optional<Tree> row;
  SUMI_CHECK(world.look([&](const scheme::State& state) { row = look_up(state, key); }));
  if (!row) return fail(errors::row_unknown, {{"text", words_text(words)}}, words[0].place);
  return *std::move(row);
}

Result<void> expect_fields(const std::vector<Tree::Member>& expected, const Tree& actual, const std::string& what, const Bindings& bindings) {
  for (const auto& [path, value] : expected) {
    const Tree* field = find_path(actual, path);
    SUMI_TRY(const Tree resolved, bindings.resolve(value));
    if (field == nullptr) {
      // What says "none" has no field in the tree.
      if (resolved.text == "none") continue;
      return fail(errors::field_unknown, {{"text", what}, {"path", path}, {"known", known_fields(actual)}}, value.place);
    }
    const bool holds = path == "state_hash" ? matches_state_hash(resolved.text, field->text) : matches(resolved, *field, bindings);
    if (!holds) {
      return fail(errors::differs, {{"what", what + " " + path}, {"expected", wire::to_json(resolved, false)}, {"actual", wire::to_json(*field, false)}},
          value.place);
    }
  }
  return {};
}

Result<void> expect(const Line& line, const Bindings& bindings, World& world) {
  std::vector<Tree> words = line.arguments;
  const bool none = words[0].text == "no";
  if (none) words.erase(words.begin());
  // "state_hash HEX" and "now TIME" are short for fields of the ledger.
  if (!none && words.size() == 2 && (words[0].text == "state_hash" || words[0].text == "now")) {
    std::vector<Tree::Member> fields{{words[0].text, words[1]}};
    Tree ledger = Tree::make_string("ledger");
    ledger.place = words[0].place;
    SUMI_TRY(const Tree row, row_tree({ledger}, bindings, world));
    return expect_fields(fields, row, "ledger", bindings);
  }
  const auto count = words.empty() ? std::nullopt : row_words(words[0].text);
  if (!count || words.size() < *count) return fail(errors::row_unknown, {{"text", words_text(words)}}, line.place);
  const std::vector<Tree> rest(words.begin() + static_cast<std::ptrdiff_t>(*count), words.end());
  words.resize(*count);
  auto row = row_tree(words, bindings, world);
  if (none) {
    if (row) return fail(errors::differs, {{"what", words_text(words)}, {"expected", "none"}, {"actual", wire::to_json(*row, false)}}, words[0].place);
    if (row.error().def != &errors::row_unknown) return fail(std::move(row).error());
    return {};
  }
  if (!row) return fail(std::move(row).error());
  if (words[0].text == "holds") {
    Tree serials = Tree::make_array();
    for (const Tree& word : rest) {
      if (word.is_array()) serials.items.insert(serials.items.end(), word.items.begin(), word.items.end());
      else serials.items.push_back(word);
    }
    SUMI_TRY(const Tree resolved, bindings.resolve(serials));
    if (matches(resolved, *row, bindings)) return {};
    return fail(errors::differs, {{"what", words_text(words)}, {"expected", wire::to_json(resolved, false)}, {"actual", wire::to_json(*row, false)}}, line.place);
  }
  // "held 200 escrowed 10" as well as "held=200 escrowed=10".
  std::vector<Tree::Member> fields = line.options;
  if (rest.size() % 2 != 0) return fail(errors::argument_count, {{"text", "expect"}, {"usage", std::string(find_verb("expect")->usage)}}, line.place);
  for (std::size_t i = 0; i < rest.size(); i += 2) fields.push_back({rest[i].text, rest[i + 1]});
  return expect_fields(fields, *row, words_text(words), bindings);
}

}  // namespace sumi::scenario
