// Any bytes as a serial of another programme: kept or read, and printed back byte for byte; what is read can be cut in two, and both halves are read
// as parts of the same numbering. The first byte chooses the programme.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "registry/serials.h"

namespace {

using namespace sumi;
using namespace sumi::registry;

void require(bool holds) {
  if (!holds) std::abort();
}

// The forms of the pack serial-grammars that differ in their elements; a fuzz target reads no files.
std::vector<SerialGrammar> make() {
  std::vector<SerialGrammar> out;
  const auto add = [&](const char* programme, const char* origin, std::vector<std::string> identity, const char* pattern) {
    auto grammar = compile_serial_grammar(programme, std::string(programme) + std::to_string(out.size()), origin, std::move(identity), pattern);
    require(grammar.has_value());
    out.push_back(*std::move(grammar));
  };
  add("verra", "verra", {"batch"}, "{batch:digits}-{first}-{last}-VCS-VCU-{verifier:digits}-VER-{country:letters}-{start:ddmmyyyy}-{flag:digits}");
  add("cdm", "kyoto", {"party", "period"}, "{party:letters}-{type:digits}-{first}-{period:digits} - {party}-{type}-{last}-{period}");
  add("car", "car", {"kind", "batch"}, "CAR-{kind:word}-{vintage:year}-{batch:digits}-{first} to {last}");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const auto grammars = make();
  static constexpr std::string_view programmes[] = {"", "verra", "cdm", "car", "green_power_certificate"};
  if (size == 0) return 0;
  const auto programme = programmes[bytes[0] % std::size(programmes)];
  const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  const auto serial = parse_serial(grammars, programme, text);
  require(print_serial(serial) == text && !serial.origin.empty());
  if (serial.opaque()) {
    require(!serial.quantity() && serial.parts.empty());
    return 0;
  }
  require(serial.first <= serial.last && *serial.quantity() == serial.last - serial.first + 1);
  const auto middle = serial.first + (serial.last - serial.first) / 2;
  for (const auto& [from, to] : {std::pair(serial.first, middle), std::pair(middle, serial.last)}) {
    const auto printed = print_range(serial, from, to);
    require(printed.has_value());
    const auto slice = parse_serial(grammars, serial.programme, *printed);
    require(slice.grammar == serial.grammar && slice.origin == serial.origin && slice.first == from && slice.last == to);
  }
  static_cast<void>(serial_vintage(serial));
  return 0;
}
