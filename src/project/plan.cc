#include "project/plan.h"

#include <array>

#include "base/sha256.h"

namespace sumi::project {

Bytes plan_bytes(const Plan& plan) {
  constexpr std::string_view magic = "sumi plan 1\n";
  ByteWriter w;
  w.raw({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()});
  encode_value(w, plan);
  return w.take();
}

Hash plan_hash(const Plan& plan) { return sha256(plan_bytes(plan)); }

std::span<const std::string_view> inferred_fields() {
  // Of the normal type's form only the cover, 1 and 2.1 were seen in print; from 2.2 on the programme type's form Ver.4.0 is the model.
  static constexpr std::array<std::string_view, 25> paths{
      "activities.additionality",
      "activities.baseline_emission_idea",
      "activities.baseline_incidental_idea",
      "activities.coefficients",
      "activities.conditions",
      "activities.data_collection",
      "activities.equipment_after",
      "activities.equipment_before",
      "activities.estimates",
      "activities.expected",
      "activities.incidental",
      "activities.instruments",
      "activities.measurements",
      "activities.monitored_item",
      "activities.monitoring",
      "activities.project_emission_idea",
      "activities.project_incidental_idea",
      "activities.situation_after",
      "activities.situation_before",
      "activities.standard_equipment",
      "activities.told_apart",
      "cover.plan_version",
      "data_management",
      "other_matters",
      "project.number",
  };
  return paths;
}

bool is_inferred(std::string_view path) {
  std::string plain;
  bool inside = false;
  for (const char c : path) {
    if (c == '[') inside = true;
    if (!inside) plain += c;
    if (c == ']') inside = false;
  }
  for (const std::string_view p : inferred_fields()) {
    if (plain.starts_with(p) && (plain.size() == p.size() || plain[p.size()] == '.')) return true;
  }
  return false;
}

}  // namespace sumi::project
