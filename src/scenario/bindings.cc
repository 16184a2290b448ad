#include "scenario/bindings.h"

#include <algorithm>
#include <charconv>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/sampling.h"
#include "scenario/errors.h"

namespace sumi::scenario {

namespace {

std::optional<std::uint64_t> digits(std::string_view text) {
  std::uint64_t v = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return v;
}

// "B1:1-50" -> {batch=B1 first=1 end=51}
std::optional<Tree> serials(const Tree& word) {
  const auto colon = word.text.find(':');
  const auto dash = word.text.find('-', colon == std::string::npos ? 0 : colon);
  if (colon == std::string::npos || dash == std::string::npos) return std::nullopt;
  const auto first = digits(std::string_view(word.text).substr(colon + 1, dash - colon - 1));
  const auto last = digits(std::string_view(word.text).substr(dash + 1));
  if (!first || !last || *last == ~std::uint64_t{0}) return std::nullopt;
  Tree table = Tree::make_table();
  table.place = word.place;
  for (auto [key, text] : {std::pair{"batch", word.text.substr(0, colon)}, {"first", std::to_string(*first)}, {"end", std::to_string(*last + 1)}}) {
    table.add(key, Tree::make_string(std::move(text))).place = word.place;
  }
  return table;
}

std::pair<std::string_view, std::string_view> split_path(std::string_view path) {
  const auto dot = path.find('.');
  return {path.substr(0, dot), dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1)};
}

}  // namespace

Result<void> Bindings::bind(const std::string& name, std::string_view kind, std::uint64_t number, const Place& place) {
  const bool fresh = !persons_.contains(name) && numbers_.try_emplace(name, Bound{std::string(kind), number}).second;
  if (!fresh) return fail(errors::name_taken, {{"text", name}}, place);
  return {};
}

Result<void> Bindings::bind_person(const std::string& name, const Place& place) {
  if (numbers_.contains(name)) return fail(errors::name_taken, {{"text", name}}, place);
  SUMI_TRY(const PersonId person, world_.person(name));
  persons_.insert_or_assign(name, person);
  return {};
}

Result<Tree> Bindings::resolve(const Tree& value) const { return resolve(value, 0); }

Result<Tree> Bindings::resolve(const Tree& value, unsigned depth) const {
  if (depth > limits::nesting_depth_max) return fail(errors::too_deep, {{"limit", std::to_string(limits::nesting_depth_max)}}, value.place);
  switch (value.kind) {
    case Tree::Kind::null: {
      const auto it = values_.find(value.text);
      if (it == values_.end()) return fail(errors::value_unknown, {{"name", value.text}}, value.place);
      return it->second;  // resolved when it was set
    }
    case Tree::Kind::number: {
      if (auto range = serials(value)) return *std::move(range);
      Tree word = value;
      word.kind = Tree::Kind::string;
      return word;
    }
    case Tree::Kind::array: {
      Tree list = Tree::make_array();
      list.place = value.place;
      for (const Tree& item : value.items) {
        SUMI_TRY(Tree resolved, resolve(item, depth + 1));
        list.items.push_back(std::move(resolved));
      }
      return list;
    }
    case Tree::Kind::table: {
      Tree table = Tree::make_table();
      table.place = value.place;
      for (const auto& [key, member] : value.members) {
        SUMI_TRY(Tree resolved, resolve(member, depth + 1));
        set_path(table, key, std::move(resolved));
      }
      return table;
    }
    default: return value;
  }
}

std::optional<std::uint64_t> Bindings::number(std::string_view kind, std::string_view word) const {
  const auto it = numbers_.find(word);
  if (it == numbers_.end() || it->second.kind != kind) return std::nullopt;
  return it->second.number;
}

std::optional<Id128> Bindings::id(std::string_view word) const {
  if (const auto it = persons_.find(word); it != persons_.end()) return it->second;
  return std::nullopt;
}

std::optional<Hash> Bindings::hash(std::string_view word) const {
  if (word.starts_with("sha:")) return sha256(word.substr(4));
  if (constexpr std::string_view commit = "commit:"; word.starts_with(commit)) return project::seed_commitment(sha256(word.substr(commit.size())));
  return hash_in_state(word);
}

std::optional<Hash> Bindings::hash_in_state(std::string_view word) const {
  const bool plan = word.starts_with("plan:"), trace = word.starts_with("trace:");
  if (!plan && !trace) return std::nullopt;
  word.remove_prefix(word.find(':') + 1);
  const auto slash = word.find('/');
  const std::string_view name = word.substr(0, slash);
  auto project = number("project", name);
  if (!project) project = digits(name);
  const auto report = slash == std::string_view::npos ? std::nullopt : digits(word.substr(slash + 1));
  if (!project || plan == (slash != std::string_view::npos) || (trace && !report)) return std::nullopt;
  const auto found = plan ? world_.plan_hash({*project}) : world_.trace_hash({*project}, static_cast<std::uint32_t>(*report));
  return found ? *found : std::nullopt;
}

Result<std::uint64_t> Bindings::number_of(std::string_view kind, const Tree& word) const {
  if (const auto known = number(kind, word.text)) return *known;
  if (const auto n = digits(word.text)) return *n;
  return fail(errors::name_unknown, {{"kind", std::string(kind)}, {"text", word.text}}, word.place);
}

Result<PersonId> Bindings::person_of(const std::string& word, const Place& place) const {
  if (const auto it = persons_.find(word); it != persons_.end()) return it->second;
  return fail(errors::name_unknown, {{"kind", "person"}, {"text", word}}, place);
}

bool Bindings::stands_for(const std::string& word, const std::string& printed) const {
  if (word == printed) return true;
  if (const auto it = numbers_.find(word); it != numbers_.end()) return std::to_string(it->second.number) == printed;
  if (const auto known = id(word)) return known->to_hex() == printed;
  if (const auto known = hash(word)) return known->to_hex() == printed;
  return false;
}

void set_path(Tree& table, std::string_view path, Tree value) {
  const auto [key, rest] = split_path(path);
  Tree* at = nullptr;
  if (table.is_array()) {
    const auto index = digits(key);
    if (index && *index < table.items.size()) at = &table.items[*index];
  } else {
    if (!table.is_table()) table = Tree::make_table();
    const auto it = std::find_if(table.members.begin(), table.members.end(), [k = key](const auto& m) { return m.first == k; });
    at = it != table.members.end() ? &it->second : &table.add(std::string(key), Tree{});
  }
  if (at == nullptr) return;
  if (rest.empty()) *at = std::move(value);
  else set_path(*at, rest, std::move(value));
}

const Tree* find_path(const Tree& tree, std::string_view path) {
  const auto [key, rest] = split_path(path);
  const Tree* at = nullptr;
  if (tree.is_array()) {
    const auto index = digits(key);
    if (index && *index < tree.items.size()) at = &tree.items[*index];
  } else {
    at = tree.find(key);
  }
  return at == nullptr || rest.empty() ? at : find_path(*at, rest);
}

}  // namespace sumi::scenario
