#include "project/plan.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/sha256.h"

namespace sumi::project {

namespace {

constexpr std::string_view first_magic = "sumi plan 1\n";
constexpr std::string_view second_magic = "sumi plan 2\n";

bool later_field(const char* name) {
  constexpr std::array<std::string_view, 3> later{"scope", "attachments", "programme"};
  return std::ranges::find(later, std::string_view(name)) != later.end();
}
bool of_first_edition(const Plan& plan) { return plan.scope.target.empty() && plan.scope.area.empty() && plan.attachments.empty() && !plan.programme; }

struct FirstEditionEncoder {
  ByteWriter& w;
  template <class T> void operator()(Part, const char* name, const T& v) {
    if (!later_field(name)) encode_value(w, v);
  }
};
struct FirstEditionDecoder {
  ByteReader& r;
  template <class T> void operator()(Part, const char* name, T& v) {
    if (!later_field(name)) decode_value(r, v);
  }
};

}  // namespace

Bytes plan_bytes(const Plan& plan) {
  const bool first = of_first_edition(plan);
  const std::string_view magic = first ? first_magic : second_magic;
  ByteWriter w;
  w.raw({reinterpret_cast<const std::uint8_t*>(magic.data()), magic.size()});
  if (first) {
    FirstEditionEncoder encoder{w};
    Plan::fields(plan, encoder);
  } else {
    encode_value(w, plan);
  }
  return w.take();
}

Plan plan_from_bytes(BytesView bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const bool first = text.starts_with(first_magic);
  if (!first && !text.starts_with(second_magic)) throw CodecError("not a plan", 0);
  ByteReader reader(bytes.subspan(first_magic.size()));
  Plan plan;
  if (first) {
    FirstEditionDecoder decoder{reader};
    Plan::fields(plan, decoder);
  } else {
    decode_value(reader, plan);
    if (of_first_edition(plan)) throw CodecError("a plan of the first edition is written as one of the second", 0);
  }
  reader.expect_end();
  return plan;
}

Hash plan_hash(const Plan& plan) { return sha256(plan_bytes(plan)); }

std::span<const std::string_view> inferred_fields() {
  // Of the normal type's form only the cover, 1 and 2.1 were seen in print; from 2.2 on the programme type's form Ver.4.0 is the model.
  static constexpr std::array<std::string_view, 27> paths{
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
      "attachments",
      "cover.plan_version",
      "data_management",
      "other_matters",
      "project.number",
      "scope.target",
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
