// Any bytes as a unit and as a quantity: read or refused, never more; and what was read reads back from its normal form.
#include <cstdlib>

#include "base/errors.h"
#include "base/limits.h"
#include "base/unit.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_unit(const sumi::Unit& unit) {
  require(unit.scale.sign() > 0);
  // A normal form may be longer than what was written (百万円), up to the limit of the parser.
  if (unit.text.size() > sumi::limits::unit_text_bytes_max) return;
  const auto again = sumi::parse_unit(unit.text);
  require(again.has_value());
  require(again->dimension == unit.dimension && again->scale == unit.scale && again->text == unit.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto unit = sumi::parse_unit(text)) {
    check_unit(*unit);
  } else {
    require(!sumi::describe_error(unit.error(), sumi::Language::ja).empty());
  }
  if (const auto quantity = sumi::parse_quantity(text)) {
    check_unit(quantity->unit);
    if (quantity->unit.text.size() <= sumi::limits::unit_text_bytes_max) {
      const auto again = sumi::parse_quantity(sumi::to_string(*quantity));
      require(again.has_value() && again->value == quantity->value && again->unit.dimension == quantity->unit.dimension);
    }
  }
  return 0;
}
