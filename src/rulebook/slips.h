// How the checks of a methodology's author share what they find. Only for methodology_slips*.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rulebook/formula_parse.h"
#include "rulebook/methodology_data.h"
#include "rulebook/rulebook.h"
#include "rulebook/text_places.h"

namespace sumi::rulebook::detail {

using Slips = std::vector<Error>;

// What methodology.toml says by itself, before any formula is compiled: names, options, bounds, sources, texts.
void find_slips_of_text(const Tree& root, const TextPlaces& places, const Pack& pack, const Rulebook& rulebook, Slips& slips);
// What nothing uses. The pack's formulas must parse.
void find_unused(const Tree& root, Slips& slips);
// Examples: one at least, every figure as expected.
void find_slips_of_examples(const Methodology& methodology, const Tree& root, const TableSource& tables, Slips& slips);

// Every string of the file that is a formula, a condition or a look-up, with the table that holds it.
struct FormulaValue {
  const Tree* holder = nullptr;  // its [[formula]], [[condition]] ...
  std::string section;           // "formula"
  std::string key;               // "formula", "when", "default" ...
  const Tree* value = nullptr;
};
[[nodiscard]] std::vector<FormulaValue> formula_values(const Tree& root);

// The tables of [[section]]; none where it is missing or no list of tables.
[[nodiscard]] std::vector<const Tree*> tables_of(const Tree& root, std::string_view section);
// The text of a string value; empty where there is none.
[[nodiscard]] std::string text_at(const Tree& table, std::string_view key);

template <class F>
void walk(const Syntax& node, F&& f) {
  f(node);
  for (const Syntax& item : node.items) walk(item, f);
}

}  // namespace sumi::rulebook::detail
