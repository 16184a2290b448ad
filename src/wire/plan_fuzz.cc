// Any bytes as a plan: TOML, then the plan's fields. What is accepted is written as TOML and JSON and must come back with the same bytes.
#include <cstdint>
#include <cstdlib>

#include "project/names.h"
#include "project/plan.h"
#include "wire/json.h"
#include "wire/toml_writer.h"
#include "wire/tree_codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using sumi::project::Plan;
  const auto tree = sumi::parse_toml({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!tree) return 0;
  sumi::wire::PlaceMap places;
  const auto plan = sumi::wire::from_tree<Plan>(*tree, &places);
  if (!plan) {
    if (sumi::describe_error(plan.error(), sumi::Language::ja).empty()) std::abort();
    return 0;
  }
  const sumi::Bytes bytes = sumi::project::plan_bytes(*plan);
  const sumi::Tree written = sumi::wire::to_tree(*plan);
  const auto toml = sumi::wire::to_toml(written);
  if (!toml) std::abort();
  const auto from_toml = sumi::parse_toml(*toml, "toml");
  const auto from_json = sumi::wire::parse_json(sumi::wire::to_json(written, true), "json");
  if (!from_toml || !from_json) std::abort();
  for (const auto* text : {&*from_toml, &*from_json}) {
    const auto again = sumi::wire::from_tree<Plan>(*text);
    if (!again || sumi::project::plan_bytes(*again) != bytes) std::abort();
  }
  return 0;
}
