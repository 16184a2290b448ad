#include "scenario/expect_work.h"

#include <algorithm>
#include <array>

#include "project/names.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "wire/tree_codec.h"

namespace sumi::scenario {

namespace {

// What stands behind the kind: the kind of each number; "" = it has no name, "hold" = a word of HoldKind.
struct WorkKind {
  std::string_view name;
  std::array<std::string_view, 3> numbers;
  std::size_t count;
};
constexpr std::array kinds{WorkKind{"round", {""}, 1}, WorkKind{"item", {"", ""}, 2}, WorkKind{"accreditation", {"organisation", ""}, 2},
    WorkKind{"interests", {"project", "", "organisation"}, 3}, WorkKind{"finding", {"project", ""}, 2}, WorkKind{"visit", {"project", ""}, 2},
    WorkKind{"return", {"project", "", ""}, 3}, WorkKind{"change", {"project", ""}, 2}, WorkKind{"withdrawal", {"project"}, 1},
    WorkKind{"appeal", {"project", ""}, 2}, WorkKind{"obligation", {""}, 1}, WorkKind{"hold", {"project", "hold"}, 2},
    WorkKind{"succession", {"organisation", "organisation"}, 2},
    // Of the registry.
    WorkKind{"documents", {"account"}, 1}, WorkKind{"control", {"account"}, 1}, WorkKind{"agent", {"account", "organisation"}, 2}, WorkKind{"offer", {"offer"}, 1},
    WorkKind{"returned", {"return"}, 1}, WorkKind{"restriction", {"restriction"}, 1}, WorkKind{"use", {"retirement"}, 1}, WorkKind{"certificates", {""}, 1},
    WorkKind{"import", {"batch"}, 1}, WorkKind{"authorisation", {"authorisation"}, 1}, WorkKind{"first_transfer", {"authorisation", ""}, 2},
    WorkKind{"delegation", {""}, 1}, WorkKind{"log_key", {""}, 1}, WorkKind{"epoch", {""}, 1}};

const WorkKind* find_kind(std::string_view name) {
  const auto it = std::find_if(kinds.begin(), kinds.end(), [&](const WorkKind& k) { return k.name == name; });
  return it == kinds.end() ? nullptr : &*it;
}

template <class Row> std::optional<Tree> tree_of(const Row* row) {
  if (row == nullptr) return std::nullopt;
  return wire::to_tree(*row);
}

}  // namespace

std::optional<std::size_t> work_row_words(std::string_view kind) {
  const WorkKind* known = find_kind(kind);
  return known == nullptr ? std::nullopt : std::optional(known->count + 1);
}

Result<std::vector<std::uint64_t>> work_row_key(const std::vector<Tree>& words, const Bindings& bindings) {
  const WorkKind& kind = *find_kind(words[0].text);
  std::vector<std::uint64_t> numbers;
  for (std::size_t i = 0; i < kind.count; ++i) {
    if (kind.numbers[i] == "hold") {
      SUMI_TRY(const Tree word, bindings.resolve(words[i + 1]));
      SUMI_TRY(const auto hold, wire::from_tree<project::HoldKind>(word));
      numbers.push_back(static_cast<std::uint64_t>(hold));
    } else {
      SUMI_TRY(const std::uint64_t n, bindings.number_of(kind.numbers[i], words[i + 1]));
      numbers.push_back(n);
    }
  }
  return numbers;
}

std::optional<Tree> work_row(const scheme::State& state, std::string_view kind, const std::vector<std::uint64_t>& n) {
  const auto& c = state.cases().conduct;
  const auto small = [&](std::size_t i) { return static_cast<std::uint32_t>(n[i]); };
  if (kind == "round") return tree_of(c.rounds.find(small(0)));
  if (kind == "item") return tree_of(c.docket.find({small(0), small(1)}));
  if (kind == "accreditation") return tree_of(c.accreditations.find({{n[0]}, small(1)}));
  if (kind == "interests") return tree_of(c.interests.find({{{n[0]}, small(1), 0}, {n[2]}}));
  if (kind == "finding") return tree_of(c.findings.find({{n[0]}, small(1)}));
  if (kind == "visit") return tree_of(c.visits.find({{n[0]}, small(1)}));
  if (kind == "return") return tree_of(c.returns.find({{n[0]}, small(1), small(2)}));
  if (kind == "change") return tree_of(c.changes.find({{n[0]}, small(1)}));
  if (kind == "withdrawal") return tree_of(c.withdrawals.find({n[0]}));
  if (kind == "appeal") return tree_of(c.appeals.find({{n[0]}, small(1)}));
  if (kind == "obligation") return tree_of(c.obligations.find(n[0]));
  if (kind == "hold") return tree_of(c.holds.find({{n[0]}, static_cast<project::HoldKind>(n[1])}));
  if (kind == "succession") return tree_of(c.successions.find({{n[0]}, {n[1]}}));
  const auto& registry = state.registry();
  if (kind == "documents") return tree_of(registry.account_book().documents.find({n[0]}));
  if (kind == "control") return tree_of(registry.account_book().controls.find({n[0]}));
  if (kind == "agent") return tree_of(registry.account_book().agents.find({{n[0]}, {n[1]}}));
  if (kind == "offer") return tree_of(registry.offers().offers.find({n[0]}));
  if (kind == "returned") return tree_of(registry.offers().returns.find({n[0]}));
  if (kind == "restriction") return tree_of(registry.offers().restrictions.find({n[0]}));
  if (kind == "use") return tree_of(registry.uses().uses.find({n[0]}));
  if (kind == "certificates") return tree_of(registry.uses().certificates.find(n[0]));
  if (kind == "import") return tree_of(registry.imports().imports.find({n[0]}));
  if (kind == "authorisation") return tree_of(registry.article6().authorisations.find({n[0]}));
  if (kind == "first_transfer") return tree_of(registry.article6().first_transfers.find({{n[0]}, small(1)}));
  if (kind == "delegation") return tree_of(state.authority().delegations.find(n[0]));
  if (kind == "log_key") return tree_of(state.authority().log_keys.find(small(0)));
  return tree_of(state.authority().epochs.find(small(0)));
}

}  // namespace sumi::scenario
