// What differs between two editions of packs, as a reader needs it: rows of tables cell by cell, and of methodologies the choices, parameters, formulas,
// conditions, exceptions. It reads texts as they are written, so that a pack that does not hold, or whose other packs are not at hand, can be compared too.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/tree.h"
#include "rulebook/pack.h"

namespace sumi::rulebook {

enum class Change : std::uint8_t { added, removed, changed };

struct ChangedField {
  std::string name;    // a column, or a key of methodology.toml
  std::string before;  // as written; empty: was not there
  std::string after;   // empty: is no more there
};
struct ChangedThing {
  Change change = Change::changed;
  std::string name;                  // "kerosene FY2024", "EM_BL_M", "1"
  std::vector<ChangedField> fields;  // of an added or removed thing: all that it has
};
struct ChangedSection {
  std::string name;  // "table factors", "parameter", "formula"
  std::vector<ChangedThing> things;
};
struct PackDiff {
  std::string family;
  std::string before, after;        // editions; empty: the pack is new, or gone
  std::string hash_before, hash_after;
  std::vector<ChangedSection> sections;  // empty with equal hashes: nothing changed
};

[[nodiscard]] PackDiff diff_packs(const Pack& before, const Pack& after);
// By family; only packs that differ.
[[nodiscard]] std::vector<PackDiff> diff_rulebooks(std::span<const Pack> before, std::span<const Pack> after);

// Lines for a reader, and the same as a tree for JSON.
[[nodiscard]] std::string to_text(const PackDiff& diff, Language language);
[[nodiscard]] Tree to_tree(const PackDiff& diff);

}  // namespace sumi::rulebook
