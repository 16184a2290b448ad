#include "rulebook/diff.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/csv.h"
#include "base/text.h"

namespace sumi::rulebook {

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;  // in written order
struct Thing {
  std::string name;
  Fields fields;
};

const std::string* find(const Fields& fields, const std::string& name) {
  const auto it = std::ranges::find(fields, name, &std::pair<std::string, std::string>::first);
  return it == fields.end() ? nullptr : &it->second;
}

std::optional<ChangedThing> compare(const Thing& before, const Thing& after) {
  ChangedThing changed{Change::changed, after.name, {}};
  for (const auto& [name, value] : before.fields) {
    const std::string* now = find(after.fields, name);
    if (now == nullptr || *now != value) changed.fields.push_back({name, value, now == nullptr ? "" : *now});
  }
  for (const auto& [name, value] : after.fields) {
    if (find(before.fields, name) == nullptr) changed.fields.push_back({name, "", value});
  }
  if (changed.fields.empty()) return std::nullopt;
  return changed;
}

ChangedThing whole(Change change, const Thing& thing) {
  ChangedThing all{change, thing.name, {}};
  for (const auto& [name, value] : thing.fields) {
    if (!value.empty()) all.fields.push_back({name, change == Change::removed ? value : "", change == Change::added ? value : ""});
  }
  return all;
}

// Things of one name in their order: the second of a name is compared with the second.
ChangedSection compare(std::string section, const std::vector<Thing>& before, const std::vector<Thing>& after) {
  ChangedSection changes{std::move(section), {}};
  std::map<std::string, std::vector<const Thing*>> old;
  for (const Thing& thing : before) old[thing.name].push_back(&thing);
  std::map<std::string, std::size_t> taken;
  for (const Thing& thing : after) {
    const auto it = old.find(thing.name);
    const std::size_t index = taken[thing.name]++;
    if (it == old.end() || index >= it->second.size()) {
      changes.things.push_back(whole(Change::added, thing));
    } else if (auto changed = compare(*it->second[index], thing)) {
      changes.things.push_back(*std::move(changed));
    }
  }
  std::map<std::string, std::size_t> seen;
  for (const Thing& thing : before) {
    if (seen[thing.name]++ >= taken[thing.name]) changes.things.push_back(whole(Change::removed, thing));
  }
  return changes;
}

// ---- Trees: pack.toml and methodology.toml ----

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Everything below a table by its path: "title.ja", "option[fuel].title.en", "values.F_PJ".
void flatten(const Tree& tree, const std::string& path, Fields& fields);
std::string name_of_item(const Tree& item, std::size_t index) {
  for (const char* key : {"symbol", "name", "id", "value"}) {
    const Tree* value = item.is_table() ? item.find(key) : nullptr;
    if (value != nullptr && value->kind == Tree::Kind::string) return value->text;
  }
  return std::to_string(index + 1);
}
void flatten(const Tree& tree, const std::string& path, Fields& fields) {
  if (tree.is_table()) {
    for (const auto& [key, value] : tree.members) flatten(value, path.empty() ? key : path + "." + key, fields);
    return;
  }
  if (!tree.is_array()) {
    fields.emplace_back(path, one_line(tree.text));
    return;
  }
  const bool tables = !tree.items.empty() && tree.items.front().is_table();
  if (!tables) {
    std::string list;
    for (const Tree& item : tree.items) list += (list.empty() ? "" : ", ") + item.text;
    fields.emplace_back(path, list);
    return;
  }
  for (std::size_t i = 0; i < tree.items.size(); ++i) flatten(tree.items[i], path + "[" + name_of_item(tree.items[i], i) + "]", fields);
}

// The sections of a file: a list of tables is a section of things, a table one thing.
void sections_of(const Tree& root, std::vector<std::pair<std::string, std::vector<Thing>>>& sections) {
  for (const auto& [key, value] : root.members) {
    std::vector<Thing> things;
    if (value.is_array() && !value.items.empty() && value.items.front().is_table()) {
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        Thing thing{name_of_item(value.items[i], i), {}};
        flatten(value.items[i], "", thing.fields);
        things.push_back(std::move(thing));
      }
    } else {
      Thing thing{"", {}};
      flatten(value, value.is_table() ? "" : key, thing.fields);
      things.push_back(std::move(thing));
    }
    sections.emplace_back(key, std::move(things));
  }
}

void compare_trees(const Tree& before, const Tree& after, std::vector<ChangedSection>& out) {
  std::vector<std::pair<std::string, std::vector<Thing>>> old, now;
  sections_of(before, old);
  sections_of(after, now);
  const auto things = [](const auto& list, const std::string& key) {
    const auto it = std::ranges::find_if(list, [&](const auto& s) { return s.first == key; });
    return it == list.end() ? std::vector<Thing>{} : it->second;
  };
  const auto add = [&](const std::string& key) {
    ChangedSection section = compare(key, things(old, key), things(now, key));
    if (!section.things.empty()) out.push_back(std::move(section));
  };
  for (const auto& [key, unused] : now) add(key);
  for (const auto& [key, unused] : old) {
    if (things(now, key).empty()) add(key);
  }
}

// ---- Tables ----

struct TableText {
  std::string name;
  std::vector<Thing> rows;
};

std::vector<std::string> words_at(const Tree& tree, std::string_view key) {
  std::vector<std::string> words;
  const Tree* list = tree.find(key);
  for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) words.push_back(list->items[i].text);
  return words;
}
std::string word_at(const Tree& tree, std::string_view key) {
  const Tree* value = tree.find(key);
  return value == nullptr ? std::string() : value->text;
}

// A row is named by its key and, where it has one, the beginning of its validity: "kerosene 2024".
std::vector<TableText> tables_of(const Pack& pack) {
  std::vector<TableText> tables;
  const Tree* list = pack.tree().find("table");
  for (std::size_t t = 0; list != nullptr && t < list->items.size(); ++t) {
    const Tree& spec = list->items[t];
    const std::string* text = pack.file(word_at(spec, "file"));
    if (text == nullptr) continue;
    const auto csv = read_csv(*text, word_at(spec, "file"), true);
    if (!csv) continue;
    std::vector<std::string> naming = words_at(spec, "key");
    if (const Tree* validity = spec.find("validity")) {
      if (const std::string from = word_at(*validity, "from"); !from.empty()) naming.push_back(from);
    }
    TableText table{word_at(spec, "name"), {}};
    for (const auto& line : csv->rows) {
      Thing row;
      for (std::size_t i = 0; i < csv->header.size(); ++i) {
        const std::string& column = csv->header[i];
        if (std::ranges::find(naming, column) != naming.end()) continue;
        row.fields.emplace_back(column, line.fields[i]);
      }
      for (const std::string& column : naming) {
        const auto at = csv->column(column);
        if (at && !line.fields[*at].empty()) row.name += (row.name.empty() ? "" : " ") + line.fields[*at];
      }
      table.rows.push_back(std::move(row));
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

void compare_tables(const Pack& before, const Pack& after, std::vector<ChangedSection>& out) {
  const std::vector<TableText> old = tables_of(before), now = tables_of(after);
  const auto rows = [](const std::vector<TableText>& list, const std::string& name) {
    const auto it = std::ranges::find(list, name, &TableText::name);
    return it == list.end() ? std::vector<Thing>{} : it->rows;
  };
  const auto add = [&](const std::string& name) {
    ChangedSection section = compare("table " + name, rows(old, name), rows(now, name));
    if (!section.things.empty()) out.push_back(std::move(section));
  };
  for (const TableText& table : now) add(table.name);
  for (const TableText& table : old) {
    if (std::ranges::find(now, table.name, &TableText::name) == now.end()) add(table.name);
  }
}

Tree methodology_of(const Pack& pack) {
  const std::string* text = pack.file("methodology.toml");
  if (text == nullptr) return Tree::make_table();
  auto tree = parse_toml(*text, pack.shown_path("methodology.toml"));
  return tree ? *std::move(tree) : Tree::make_table();
}

std::string_view word_of(Change change) { return change == Change::added ? "added" : change == Change::removed ? "removed" : "changed"; }

}  // namespace

PackDiff diff_packs(const Pack& before, const Pack& after) {
  PackDiff diff{after.family(), before.head().edition, after.head().edition, before.hash().to_hex(), after.hash().to_hex(), {}};
  compare_trees(before.tree(), after.tree(), diff.sections);
  compare_trees(methodology_of(before), methodology_of(after), diff.sections);
  compare_tables(before, after, diff.sections);
  return diff;
}

std::vector<PackDiff> diff_rulebooks(std::span<const Pack> before, std::span<const Pack> after) {
  std::map<std::string, std::pair<const Pack*, const Pack*>> families;
  for (const Pack& pack : before) families[pack.family()].first = &pack;
  for (const Pack& pack : after) families[pack.family()].second = &pack;
  std::vector<PackDiff> diffs;
  for (const auto& [family, pair] : families) {
    const auto [old, now] = pair;
    if (old == nullptr) {
      diffs.push_back({family, "", now->head().edition, "", now->hash().to_hex(), {}});
    } else if (now == nullptr) {
      diffs.push_back({family, old->head().edition, "", old->hash().to_hex(), "", {}});
    } else if (old->hash() != now->hash()) {
      diffs.push_back(diff_packs(*old, *now));
    }
  }
  return diffs;
}

namespace {

class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  std::string write(const PackDiff& diff) {
    line("== " + diff.family + "  " + (diff.before.empty() ? say("(なし)", "(none)") : diff.before) + " -> " + (diff.after.empty() ? say("(なし)", "(none)") : diff.after));
    if (diff.hash_before == diff.hash_after) line(say("  違いはありません。", "  no difference."));
    else if (diff.before.empty()) line(say("  新しいパックです。", "  a new pack."));
    else if (diff.after.empty()) line(say("  なくなったパックです。", "  the pack is gone."));
    else if (diff.sections.empty()) line(say("  値と式に違いはありません(注釈や書き方だけが違います)。", "  values and formulas are the same; only comments or spelling differ."));
    for (const ChangedSection& section : diff.sections) write(section);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view ja, std::string_view en) const { return std::string(language_ == Language::ja ? ja : en); }
  void line(const std::string& s) { out_ += s + "\n"; }

  void write(const ChangedSection& section) {
    std::size_t added = 0, removed = 0, changed = 0;
    for (const ChangedThing& t : section.things) ++(t.change == Change::added ? added : t.change == Change::removed ? removed : changed);
    line("  " + section.name + "  +" + std::to_string(added) + " -" + std::to_string(removed) + " ~" + std::to_string(changed));
    for (const ChangedThing& thing : section.things) write(thing);
  }
  void write(const ChangedThing& thing) {
    const char* sign = thing.change == Change::added ? "+" : thing.change == Change::removed ? "-" : "~";
    if (!thing.name.empty()) line(std::string("    ") + sign + " " + thing.name);  // a section that is one table has no name
    std::size_t width = 0;
    for (const ChangedField& f : thing.fields) width = std::max(width, display_width(f.name));
    for (const ChangedField& f : thing.fields) {
      const std::string head = "        " + pad_right(f.name, width) + "  ";
      if (thing.change != Change::changed) line(head + (thing.change == Change::added ? f.after : f.before));
      else line(head + (f.before.empty() ? say("(なし)", "(none)") : f.before) + " -> " + (f.after.empty() ? say("(なし)", "(none)") : f.after));
    }
  }

  Language language_;
  std::string out_;
};

}  // namespace

std::string to_text(const PackDiff& diff, Language language) { return Writer(language).write(diff); }

Tree to_tree(const PackDiff& diff) {
  Tree t = Tree::make_table();
  t.add("family", Tree::make_string(diff.family));
  t.add("before", Tree::make_string(diff.before));
  t.add("after", Tree::make_string(diff.after));
  t.add("hash_before", Tree::make_string(diff.hash_before));
  t.add("hash_after", Tree::make_string(diff.hash_after));
  Tree& sections = t.add("sections", Tree::make_array());
  for (const ChangedSection& s : diff.sections) {
    Tree& section = sections.items.emplace_back(Tree::make_table());
    section.add("name", Tree::make_string(s.name));
    Tree& things = section.add("things", Tree::make_array());
    for (const ChangedThing& c : s.things) {
      Tree& thing = things.items.emplace_back(Tree::make_table());
      thing.add("change", Tree::make_string(std::string(word_of(c.change))));
      thing.add("name", Tree::make_string(c.name));
      Tree& fields = thing.add("fields", Tree::make_array());
      for (const ChangedField& f : c.fields) {
        Tree& field = fields.items.emplace_back(Tree::make_table());
        field.add("name", Tree::make_string(f.name));
        field.add("before", Tree::make_string(f.before));
        field.add("after", Tree::make_string(f.after));
      }
    }
  }
  return t;
}

}  // namespace sumi::rulebook
