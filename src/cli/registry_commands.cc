#include "cli/registry_commands.h"

#include "base/number.h"
#include "base/text.h"
#include "cli/errors.h"
#include "registry/serials.h"

namespace sumi::cli {
namespace {

// What the row of a key calls it; the key where there is no such row.
std::string title_of(const Context& context, const rulebook::Rulebook& book, const char* table, const std::string& key) {
  const auto title = book.look_up({table, {key}, context.language == Language::ja ? "title_ja" : "title_en", {}, "", std::nullopt, true});
  return title ? title->text() : key;
}
std::string unit_of(const rulebook::Rulebook& book, const std::string& programme) {
  const auto kind = book.look_up({"serial-grammars/programmes", {programme}, "unit_kind", {}, "", std::nullopt, true});
  return kind ? kind->text() : std::string();
}

Result<void> check_programme(const rulebook::Rulebook& book, const std::string& programme) {
  std::string known;
  for (const auto& row : book.rows("serial-grammars/programmes")) {
    if (row.key.front() == programme) return {};
    known += (known.empty() ? "" : ", ") + row.key.front();
  }
  return fail(errors::argument_value, {{"name", "--programme"}, {"text", programme}, {"known", known}});
}

Result<std::string> slice_of(const registry::ParsedSerial& serial, const std::string& range) {
  const auto half = to_half_width(range);
  const auto dash = half.find('-');
  const auto number = [&](std::size_t from, std::size_t count) -> std::optional<std::uint64_t> {
    const auto parsed = Integer::parse(half.substr(from, count));
    return parsed ? parsed->to_u64() : std::nullopt;
  };
  const auto first = number(0, dash), last = dash == std::string::npos ? std::nullopt : number(dash + 1, std::string::npos);
  const auto slice = first && last ? registry::print_range(serial, *first, *last) : std::nullopt;
  if (slice) return *slice;
  const std::string within = serial.opaque() ? "1-N" : std::to_string(serial.first) + "-" + std::to_string(serial.last);
  return fail(errors::argument_value, {{"name", "--range"}, {"text", range}, {"known", within}});
}

struct PartLine {
  std::string part, title, text;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "part", s.part);
    v(Part::open, "title", s.title);
    v(Part::open, "text", s.text);
  }
};
struct SerialAnswer {
  std::string serial, programme, unit_kind, grammar, origin;
  bool opaque = false;
  std::vector<PartLine> parts;
  std::string vintage_from, vintage_to;  // empty where the serial does not say
  std::uint64_t first = 0, last = 0, quantity = 0;  // 0 of an opaque one
  std::string slice;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "serial", s.serial);
    v(Part::open, "programme", s.programme);
    v(Part::open, "unit_kind", s.unit_kind);
    v(Part::open, "grammar", s.grammar);
    v(Part::open, "opaque", s.opaque);
    v(Part::open, "parts", s.parts);
    v(Part::open, "vintage_from", s.vintage_from);
    v(Part::open, "vintage_to", s.vintage_to);
    v(Part::open, "first", s.first);
    v(Part::open, "last", s.last);
    v(Part::open, "quantity", s.quantity);
    v(Part::open, "origin", s.origin);
    v(Part::open, "slice", s.slice);
  }
};

SerialAnswer answer_of(const Context& context, const rulebook::Rulebook& book, const registry::ParsedSerial& serial) {
  SerialAnswer out;
  out.serial = registry::print_serial(serial);
  out.programme = serial.programme;
  out.unit_kind = unit_of(book, serial.programme);
  out.grammar = serial.grammar;
  out.origin = serial.origin;
  out.opaque = serial.opaque();
  for (const auto& part : serial.parts) out.parts.push_back({part.name, title_of(context, book, "serial-grammars/parts", part.name), part.text});
  if (const auto vintage = registry::serial_vintage(serial)) out.vintage_from = vintage->first.to_string(), out.vintage_to = vintage->second.to_string();
  if (!serial.opaque()) out.first = serial.first, out.last = serial.last, out.quantity = *serial.quantity();
  return out;
}

void print_answer(const Context& context, const rulebook::Rulebook& book, const SerialAnswer& answer) {
  const auto line = [](const std::string& name, const std::string& text) { print(pad_right(name, 26) + text + "\n"); };
  line(context.say("シリアル番号", "serial"), answer.serial);
  if (!answer.programme.empty()) line(context.say("制度", "programme"), title_of(context, book, "serial-grammars/programmes", answer.programme) + " (" + answer.programme + ")");
  if (answer.opaque) {
    line(context.say("書式", "grammar"), context.say("どの書式にも合いません。原文のまま一つのブロックとして扱います。数量はシリアル番号からは分かりません。",
                                             "fits none: kept verbatim as one block, its quantity is not in the serial"));
  } else {
    line(context.say("書式", "grammar"), answer.grammar);
    for (const auto& part : answer.parts) line("  " + part.title, part.text);
    if (!answer.vintage_from.empty()) line(context.say("削減の期間", "vintage"), answer.vintage_from + " .. " + answer.vintage_to);
    line(context.say("番号", "numbers"), group_digits(std::to_string(answer.first)) + " .. " + group_digits(std::to_string(answer.last)));
    line(context.say("数量", "quantity"), group_digits(std::to_string(answer.quantity)) + " " + std::string(answer.unit_kind == "kwh" ? "kWh" : answer.unit_kind == "gj" ? "GJ" : "t-CO2"));
  }
  line(context.say("由来のキー", "origin key"), answer.origin);
  if (!answer.slice.empty()) line(context.say("その一部", "part of it"), answer.slice);
}

}  // namespace

int run_registry_serial(const Context& context, const std::string& text, const std::string& programme, const std::string& range) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto book, context.rulebook_for());
    SUMI_TRY(const auto grammars, registry::serial_grammars_of(*book));
    if (!programme.empty()) SUMI_CHECK(check_programme(*book, programme));
    const auto serial = registry::parse_serial(grammars, programme, text);
    auto answer = answer_of(context, *book, serial);
    if (!range.empty()) {
      SUMI_TRY(answer.slice, slice_of(serial, range));
    }
    if (context.json) print_json_of(answer);
    else print_answer(context, *book, answer);
    return {};
  });
}

}  // namespace sumi::cli
