// What words stand for while a case is played: numbers, persons, values, hashes.
//
//   A1              a number that an outcome gave, of its kind only
//   tanaka          a person
//   $boiler         a value
//   sha:TEXT        the SHA-256 of TEXT (a statement, a pack: whatever only its hash is needed of)
//   plan:P1         the hash of project P1's current plan; trace:P1/1 of its report 1's trace
//   B1:1-50         the serials 1 to 50 of batch B1, both included
#pragma once

#include <map>
#include <set>
#include <string>

#include "scenario/world.h"
#include "wire/tree_codec.h"

namespace sumi::scenario {

class Bindings final : public wire::Names {
 public:
  explicit Bindings(World& world) : world_(world) {}

  // Errors: scenario.name_taken.
  Result<void> bind(const std::string& name, std::string_view kind, std::uint64_t number, const Place& place);
  Result<void> bind_person(const std::string& name, const Place& place);
  void bind_value(const std::string& name, Tree value) { values_.insert_or_assign(name, std::move(value)); }

  // Replaces references, serials and bare words by what from_tree reads. Errors: scenario.value_unknown.
  [[nodiscard]] Result<Tree> resolve(const Tree& value) const;
  // One word as a number of that kind. Errors: scenario.name_unknown.
  [[nodiscard]] Result<std::uint64_t> number_of(std::string_view kind, const Tree& word) const;
  [[nodiscard]] Result<PersonId> person_of(const std::string& word, const Place& place) const;
  // Whether a word as written in the scenario stands for a value as the ledger prints it.
  [[nodiscard]] bool stands_for(const std::string& word, const std::string& printed) const;

  [[nodiscard]] std::optional<std::uint64_t> number(std::string_view kind, std::string_view word) const override;
  [[nodiscard]] std::optional<Id128> id(std::string_view word) const override;
  [[nodiscard]] std::optional<Hash> hash(std::string_view word) const override;
  [[nodiscard]] std::optional<Sealed> sealed(std::string_view) const override { return std::nullopt; }

 private:
  struct Bound {
    std::string kind;
    std::uint64_t number = 0;
  };
  Result<Tree> resolve(const Tree& value, unsigned depth) const;
  [[nodiscard]] std::optional<Hash> hash_in_state(std::string_view word) const;

  World& world_;
  std::map<std::string, Bound, std::less<>> numbers_;
  std::map<std::string, PersonId, std::less<>> persons_;
  std::map<std::string, Tree, std::less<>> values_;
};

// table.a.b = value; a list where the path has one, by its index. What stood there is replaced.
void set_path(Tree& table, std::string_view path, Tree value);
// nullptr where the path leads to nothing; list items by index: "names.0.name".
[[nodiscard]] const Tree* find_path(const Tree& tree, std::string_view path);

}  // namespace sumi::scenario
