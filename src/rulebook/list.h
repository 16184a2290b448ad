// What `sumi rules check | list | show` prints: plain structs, described once, for text and JSON alike.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.h"
#include "rulebook/rulebook.h"

namespace sumi::rulebook {

struct PackLine {
  std::string family;
  std::string kind;  // data, methodology
  std::string edition;
  std::string authority;
  std::string title_ja;
  std::string title_en;
  Hash hash;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t tables = 0;
  std::uint64_t rows = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "kind", s.kind);
    v(Part::open, "edition", s.edition);
    v(Part::open, "authority", s.authority);
    v(Part::open, "title_ja", s.title_ja);
    v(Part::open, "title_en", s.title_en);
    v(Part::open, "hash", s.hash);
    v(Part::open, "files", s.files);
    v(Part::open, "bytes", s.bytes);
    v(Part::open, "tables", s.tables);
    v(Part::open, "rows", s.rows);
  }
};

struct TableLine {
  std::string name;
  std::string title_ja;
  std::string title_en;
  std::string validity;           // always, fiscal_year, day
  std::vector<std::string> axes;  // names of the years
  std::vector<std::string> keys;
  std::vector<std::string> columns;  // "gcv [GJ_HHV/{unit}]"
  std::uint64_t rows = 0;
  std::uint64_t distinct_keys = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "title_ja", s.title_ja);
    v(Part::open, "title_en", s.title_en);
    v(Part::open, "validity", s.validity);
    v(Part::open, "axes", s.axes);
    v(Part::open, "keys", s.keys);
    v(Part::open, "columns", s.columns);
    v(Part::open, "rows", s.rows);
    v(Part::open, "distinct_keys", s.distinct_keys);
  }
};

struct RulesList {
  Hash manifest;
  std::uint64_t sources = 0;
  std::vector<PackLine> packs;
  std::vector<TableLine> tables;
  std::vector<std::string> methodologies;  // numbers of the methodology packs
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "manifest", s.manifest);
    v(Part::open, "sources", s.sources);
    v(Part::open, "packs", s.packs);
    v(Part::open, "tables", s.tables);
    v(Part::open, "methodologies", s.methodologies);
  }
};

struct SourceLine {
  std::string id;
  std::string basis;
  std::string title;
  std::string publisher;
  std::string published;
  std::string updated;
  std::string address;
  std::string note;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "basis", s.basis);
    v(Part::open, "title", s.title);
    v(Part::open, "publisher", s.publisher);
    v(Part::open, "published", s.published);
    v(Part::open, "updated", s.updated);
    v(Part::open, "address", s.address);
    v(Part::open, "note", s.note);
  }
};

struct CellLine {
  std::string column;
  std::string value;  // without unit
  std::string unit;   // empty: text, or dimensionless
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "column", s.column);
    v(Part::open, "value", s.value);
    v(Part::open, "unit", s.unit);
  }
};

struct RowLine {
  std::string table;
  std::vector<std::string> key;
  std::string valid_from;       // empty: no beginning is known, or it holds always
  std::string valid_to;         // empty: still valid
  std::vector<CellLine> cells;  // those that have a value
  std::string confidence;
  std::optional<Date> published;
  bool published_assumed = false;  // no date of publication is known
  std::optional<Date> corrected_on;
  std::vector<std::string> sources;
  std::string note;
  std::string file;
  std::uint32_t line = 0;
  bool applies = false;  // holds on the day that was asked for, as known on that day
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "table", s.table);
    v(Part::open, "key", s.key);
    v(Part::open, "valid_from", s.valid_from);
    v(Part::open, "valid_to", s.valid_to);
    v(Part::open, "cells", s.cells);
    v(Part::open, "confidence", s.confidence);
    v(Part::open, "published", s.published);
    v(Part::open, "published_assumed", s.published_assumed);
    v(Part::open, "corrected_on", s.corrected_on);
    v(Part::open, "sources", s.sources);
    v(Part::open, "note", s.note);
    v(Part::open, "file", s.file);
    v(Part::open, "line", s.line);
    v(Part::open, "applies", s.applies);
  }
};

struct RulesShow {
  std::vector<RowLine> rows;
  std::vector<SourceLine> sources;  // those that the rows name
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "rows", s.rows);
    v(Part::open, "sources", s.sources);
  }
};

[[nodiscard]] RulesList list_rules(const Rulebook& rulebook);

// `name`: "shk-fuels/factors" (a whole table), "shk-fuels/factors kerosene", "shk-fuels/factors/kerosene", or a key alone, "kerosene",
// "A0269", "two_year_rule.years": then every table with that key part. `on` marks the rows that apply on that day (a fiscal-year
// table: in its fiscal year, by the table's first axis) and, with `as_known`, leaves out what was not published by then.
// Refusals: table_unknown, key_unknown with the nearest keys.
[[nodiscard]] Result<RulesShow> show_rules(const Rulebook& rulebook, std::string_view name, std::optional<Date> on = {},
                                           std::optional<Date> as_known = {});

}  // namespace sumi::rulebook
