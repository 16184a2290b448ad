#include "project/latent_map.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "project/errors.h"

namespace sumi::project {
namespace {

// A basic string of TOML.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += "\\n";
    else if (c == '\t') out += "\\t";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += ' ';
    else out += c;
  }
  return out + "\"";
}

std::string known_fields(const FindRules& rules) {
  std::string out;
  for (const ListField& f : rules.fields) out += (out.empty() ? "" : ", ") + f.field;
  return out;
}

class Reader {
 public:
  Reader(const FindRules& rules, ListMap& map) : rules_(rules), map_(map) {}

  Result<void> top(const Tree& tree) {
    static const std::string known = "format, sheet, header_line, application, fuel_factors_of, columns, same_for_all, kinds, assumptions";
    for (const auto& [key, value] : tree.members) {
      if (key == "format" || key == "columns" || key == "same_for_all" || key == "kinds" || key == "assumptions") continue;
      if (value.text.empty()) continue;
      if (key == "sheet") {
        map_.sheet = value.text;
      } else if (key == "header_line") {
        const auto n = Integer::parse(value.text);
        const auto line = n ? n->to_i64() : std::nullopt;
        if (!line || *line < 1 || *line > 1'000'000) return bad("header_line", value, "1, 2, 3 ...");
        map_.header_line = static_cast<std::uint32_t>(*line);
      } else if (key == "application") {
        const auto day = Date::parse(value.text);
        if (!day) return bad(key, value, "2026-12-01");
        map_.application = *day;
      } else if (key == "fuel_factors_of") {
        const auto year = FiscalYear::parse(value.text);
        if (!year) return bad(key, value, "FY2013");
        map_.fuel_factors_of = *year;
      } else {
        return fail(errors::find_map_key, {{"key", key}, {"known", known}}, value.place);
      }
    }
    return {};
  }

  Result<void> columns(const Tree* tree) {
    if (tree == nullptr) return {};
    for (const auto& [key, value] : tree->members) {
      const ListField* field = rules_.field(key);
      if (field == nullptr) return fail(errors::find_map_key, {{"key", key}, {"known", known_fields(rules_)}}, value.place);
      MappedColumn column{key, value.text, std::nullopt, {}};
      if (value.is_table()) {
        const Tree *header = value.find("header"), *unit = value.find("unit");
        if (header == nullptr) return bad("columns." + key, value, "{ header = \"...\", unit = \"...\" }");
        column.header = header->text;
        if (unit != nullptr) column.unit_text = unit->text;
      }
      if (column.header.empty()) continue;
      if (field->kind == FieldKind::number) {
        if (column.unit_text.empty()) column.unit_text = unit_of_header(column.header);
        SUMI_CHECK(take_unit(column, *field, value));
      }
      map_.columns.push_back(std::move(column));
    }
    return {};
  }

  Result<void> same_for_all(const Tree* tree) {
    if (tree == nullptr) return {};
    for (const auto& [key, value] : tree->members) {
      if (rules_.field(key) == nullptr) return fail(errors::find_map_key, {{"key", key}, {"known", known_fields(rules_)}}, value.place);
      if (!value.text.empty()) map_.same_for_all.insert_or_assign(key, value.text);
    }
    return {};
  }

  Result<void> kinds(const Tree* tree) {
    if (tree == nullptr) return {};
    for (const auto& [key, value] : tree->members) {
      if (value.text != "-" && rules_.kind(value.text) == nullptr) {
        std::string known;
        for (const auto& k : rules_.kinds) known += k.kind + ", ";
        return fail(errors::find_map_key, {{"key", value.text}, {"known", known + "-"}}, value.place);
      }
      map_.kinds.insert_or_assign(plain(key), value.text);
    }
    return {};
  }

  Result<void> assumptions(const Tree* tree) {
    if (tree == nullptr) return {};
    for (const auto& [key, value] : tree->members) {
      const AssumptionField* a = rules_.assumption(key);
      if (a == nullptr) {
        std::string known;
        for (const auto& k : rules_.assumptions) known += (known.empty() ? "" : ", ") + k.assumption;
        return fail(errors::find_map_key, {{"key", key}, {"known", known}}, value.place);
      }
      const Tree* given = value.is_table() ? value.find("value") : &value;
      if (given == nullptr || given->text.empty()) continue;
      const auto quantity = parse_quantity(given->text);
      const auto converted = quantity ? convert(*quantity, a->unit) : quantity;
      if (!converted || converted->value.sign() < 0) return bad("assumptions." + key, *given, "\"... " + a->unit.text + "\"");
      Declared declared{*converted, std::nullopt};
      if (const Tree* year = value.is_table() ? value.find("year") : nullptr; year != nullptr && !year->text.empty()) {
        const auto parsed = FiscalYear::parse(year->text);
        if (!parsed) return bad("assumptions." + key + ".year", *year, "FY2021");
        declared.year = *parsed;
      }
      map_.declared.insert_or_assign(key, std::move(declared));
    }
    return {};
  }

 private:
  static Unexpected bad(const std::string& key, const Tree& value, std::string example) {
    return fail(errors::find_map_value, {{"key", key}, {"text", value.text}, {"example", std::move(example)}}, value.place);
  }
  Result<void> take_unit(MappedColumn& column, const ListField& field, const Tree& value) {
    if (column.unit_text.empty() || field.unit.starts_with("{")) return {};  // of a fuel: checked where the fuel is known
    const auto own = parse_unit(field.unit);
    if (!own) return fail(errors::find_pack, {{"what", field.field}});
    column.unit = unit_for(column.unit_text, *own);
    if (!column.unit) return fail(errors::find_map_value, {{"key", "columns." + field.field}, {"text", column.unit_text}, {"example", "\"" + field.unit + "\""}}, value.place);
    return {};
  }

  const FindRules& rules_;
  ListMap& map_;
};

struct Guess {
  std::size_t column = 0;
  std::string field;
  std::size_t length = 0;
};

std::vector<std::string> fields_of(const std::vector<std::string>& header, const FindRules& rules) {
  std::vector<Guess> guesses;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string text = plain_header(header[i]);
    for (const auto& [words, field] : rules.headers) {
      if (!text.empty() && text.find(words) != std::string::npos) guesses.push_back({i, field, words.size()});
    }
  }
  std::ranges::stable_sort(guesses, [](const Guess& a, const Guess& b) { return a.length > b.length; });
  std::vector<std::string> fields(header.size());
  std::set<std::string> taken;
  std::set<std::size_t> settled;  // a column whose best field is taken is better left to the person than given its second best
  for (const Guess& g : guesses) {
    if (!settled.insert(g.column).second) continue;
    if (taken.insert(g.field).second) fields[g.column] = g.field;
  }
  return fields;
}

// The year for which the rulebook has the most fuels.
std::optional<FiscalYear> fullest_fuel_year(const rulebook::Rulebook& book) {
  std::map<std::int32_t, int> counts;
  for (const auto& row : book.rows("jcredit-fuels/factors")) {
    if (row.first) ++counts[*row.first];
  }
  std::optional<FiscalYear> best;
  int most = 0;
  for (const auto& [year, count] : counts) {
    if (count >= most) most = count, best = FiscalYear{year};
  }
  return best;
}

void write_columns(std::string& out, const std::vector<std::string>& header, const std::vector<std::string>& fields, const FindRules& rules) {
  out += "\n# 項目 = 列名。数値の列は unit に単位を書く(空欄なら項目の単位)。誤りは直し、使わない列は行ごと消す。\n"
         "# Field = header. For numbers, `unit` is the list's unit. Correct what is wrong; take out what is not used.\n[columns]\n";
  for (const ListField& f : rules.fields) {
    const auto it = std::ranges::find(fields, f.field);
    if (it == fields.end()) continue;
    const std::string& text = header[static_cast<std::size_t>(it - fields.begin())];
    if (f.kind == FieldKind::number) out += f.field + " = { header = " + quoted(text) + ", unit = " + quoted(unit_of_header(text).empty() && !f.unit.starts_with("{") ? f.unit : unit_of_header(text)) + " }";
    else out += f.field + " = " + quoted(text);
    out += "  # " + f.title.ja + "\n";
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (fields[i].empty() && !trim(header[i]).empty()) out += "# ? = " + quoted(header[i]) + "  # 対応する項目が分からない / not recognised\n";
  }
  out += "# 一覧にない項目 / fields that the list does not have:";
  for (const ListField& f : rules.fields) {
    if (std::ranges::find(fields, f.field) == fields.end()) out += "\n#   " + f.field + "  " + f.title.ja + (f.unit.empty() ? "" : " [" + f.unit + "]");
  }
  out += "\n";
}

void write_kinds(std::string& out, const ListSample& sample, const GuessedHeader& header, const FindRules& rules) {
  out += "\n# 設備名から種類が決まらないものを、\"設備名\" = \"種類\" で書く(\"-\" は対象にしない)。\n# Names of equipment whose kind is not told by their words; \"-\" leaves them out.\n";
  for (const auto& k : rules.kinds) out += "#   " + k.kind + "  " + k.title.ja + "\n";
  out += "[kinds]\n";
  const auto at = std::ranges::find(header.fields, "equipment");
  if (at == header.fields.end()) return;
  const auto column = static_cast<std::size_t>(at - header.fields.begin());
  std::set<std::string> seen;
  for (std::size_t i = header.index + 1; i < sample.lines.size() && seen.size() < 200; ++i) {
    const auto& cells = sample.lines[i].second;
    const std::string name = column < cells.size() ? trim(cells[column]) : std::string();
    if (name.empty() || rules.kinds_of(name).size() == 1 || !seen.insert(name).second) continue;
    out += "# " + quoted(name) + " = \"\"\n";
  }
}

void write_assumptions(std::string& out, const FindRules& rules) {
  out += "\n# 申告する値: 公表された値がないか、年度を選ぶ必要のあるもの。確かめて直す。空欄のままの値に頼る見積りは行わない。\n"
         "# Declared values. Check and correct them; an estimate that needs one which is not given is not made.\n[assumptions]\n";
  for (const AssumptionField& a : rules.assumptions) {
    const std::string value = a.proposal ? to_string(*a.proposal) : "";
    out += (value.empty() ? "# " : "") + a.assumption + " = { value = " + quoted(value);
    if (a.proposal_year) out += ", year = " + quoted(a.proposal_year->to_string());
    out += " }  # " + a.title.ja + (a.unit.text.empty() ? "" : " [" + a.unit.text + "]") + (a.proposal ? "。規則集にある最も新しい値" : "") + "\n";
  }
}

}  // namespace

const MappedColumn* ListMap::column(std::string_view field) const {
  const auto it = std::ranges::find(columns, field, &MappedColumn::field);
  return it == columns.end() ? nullptr : &*it;
}

Result<ListMap> read_list_map(const Tree& tree, const FindRules& rules) {
  ListMap map;
  Reader reader(rules, map);
  SUMI_CHECK(reader.top(tree));
  SUMI_CHECK(reader.columns(tree.find("columns")));
  SUMI_CHECK(reader.same_for_all(tree.find("same_for_all")));
  SUMI_CHECK(reader.kinds(tree.find("kinds")));
  SUMI_CHECK(reader.assumptions(tree.find("assumptions")));
  for (const char* field : {"equipment", "start"}) {
    if (map.column(field) == nullptr && !map.same_for_all.contains(field)) {
      const ListField* f = rules.field(field);
      return fail(errors::find_map_short, {{"field", field}, {"title_ja", f == nullptr ? field : f->title.ja}, {"title_en", f == nullptr ? field : f->title.en}}, tree.place);
    }
  }
  return map;
}

std::optional<GuessedHeader> guess_header(const ListSample& sample, const FindRules& rules) {
  constexpr std::size_t lines_looked_at = 20;
  std::optional<GuessedHeader> best;
  std::size_t most = 1;
  for (std::size_t i = 0; i < std::min(lines_looked_at, sample.lines.size()); ++i) {
    GuessedHeader here{i, fields_of(sample.lines[i].second, rules)};
    const auto named = static_cast<std::size_t>(std::ranges::count_if(here.fields, [](const std::string& f) { return !f.empty(); }));
    if (named > most) most = named, best = std::move(here);
  }
  return best;
}

Result<std::string> guess_list_map(const ListSample& sample, const FindRules& rules, const rulebook::Rulebook& rulebook) {
  const auto header = guess_header(sample, rules);
  if (!header) return fail(errors::find_no_header, {}, {sample.file_name});
  std::string out = "# 設備一覧の読み方 (sumi project find --columns)。推測したものなので、確かめて直してから使う。\n"
                    "# How a list of equipment is read. These are guesses: check and correct them, then use the file for every list of this kind.\n"
                    "format = 1\n";
  out += "sheet = " + quoted(sample.sheet) + "  # Excelブックのシート名 / sheet of a workbook\n";
  out += "header_line = " + std::to_string(sample.lines[header->index].first) + "  # 列名のある行 / line with the headers\n";
  out += "application = \"\"  # プロジェクト登録又は入会の申請予定日(2年前の要件はこの日から数える): \"2026-12-01\" / planned day of the application\n";
  if (const auto year = fullest_fuel_year(rulebook)) {
    out += "fuel_factors_of = " + quoted(year->to_string()) + "  # 燃料の排出係数の年度。規則集で最もそろっている年度 / year of the fuel factors\n";
  }
  write_columns(out, sample.lines[header->index].second, header->fields, rules);
  out += "\n# 一覧の全部に共通のこと。subsidy_name = \"...\" など / what holds for the whole list\n[same_for_all]\n";
  write_kinds(out, sample, *header, rules);
  write_assumptions(out, rules);
  return out;
}

}  // namespace sumi::project
