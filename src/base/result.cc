#include "base/result.h"

namespace sumi {

namespace {

// Fills {name} from the arguments. What nobody gave is shown as an ellipsis: a message is still better than none.
std::string fill(std::string_view pattern, const Error& error) {
  std::string out;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) {
      out += pattern;
      break;
    }
    out += pattern.substr(0, open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    std::string_view value = "…";
    for (const auto& [key, text] : error.args) {
      if (key == name) {
        value = text;
        break;
      }
    }
    out += value;
    pattern.remove_prefix(close + 1);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string place_prefix(const Place& place) {
  std::string out = place.file;
  const auto append = [&out](std::uint32_t n) {
    if (n == 0) return;
    if (!out.empty()) out += ':';
    out += std::to_string(n);
  };
  append(place.line);
  if (place.line != 0) append(place.column);
  if (!out.empty()) out += ": ";
  return out;
}

// Further findings may have further findings; three levels are more than any reader makes.
void describe(const Error& error, Language language, int depth, std::string& out) {
  out += place_prefix(error.place);
  if (error.def == nullptr) {
    out += language == Language::ja ? "理由の記録されていない拒否です。" : "Refused without a recorded reason.";
    return;
  }
  const bool ja = language == Language::ja;
  out += sentence(error, language);
  out += " (" + qualified_name(*error.def) + ")";
  const std::string remedy = fill(ja ? error.def->remedy_ja : error.def->remedy_en, error);
  if (!remedy.empty()) out += "\n  " + remedy;
  if (!error.def->source.empty()) out += "\n  " + std::string(ja ? "根拠: " : "Source: ") + std::string(error.def->source);
  if (depth == 0) return;
  for (const Error& next : error.also) {
    out += '\n';
    describe(next, language, depth - 1, out);
  }
}

}  // namespace

std::string qualified_name(const ErrorDef& def) {
  std::string out(def.room);
  out += '.';
  out += def.name;
  return out;
}

std::string sentence(const Error& error, Language language) {
  if (error.def == nullptr) return {};
  return fill(language == Language::ja ? error.def->ja : error.def->en, error);
}

std::string describe_error(const Error& error, Language language) {
  std::string out;
  describe(error, language, 3, out);
  return out;
}

}  // namespace sumi
