#include "service/act_view.h"

#include <algorithm>

namespace sumi::service {

namespace {

// The placeholders of a remedy are those of its sentence.
std::string filled(std::string_view pattern, const Error& error) {
  std::string out(pattern);
  for (const auto& [name, value] : error.args) {
    const std::string mark = "{" + name + "}";
    for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at + value.size())) out.replace(at, mark.size(), value);
  }
  return out;
}

}  // namespace

WhyNot why_not(const Error& error) {
  return {qualified_name(*error.def), sentence(error, Language::ja), sentence(error, Language::en), filled(error.def->remedy_ja, error), filled(error.def->remedy_en, error),
      std::string(error.def->source)};
}

Act act_of(const scheme::State& state, const Actor& actor, Instant clock) {
  const Instant now = std::max(clock, state.now());
  return {now, now.date_in_japan(), actor.person, actor.organisation, state.meta().adoption};
}

MayView may(const scheme::State& state, const scheme::AnyCommand& command, const Act& act, const scheme::Rules& rules) {
  const auto outcome = state.decide(command, act, rules);
  if (outcome) return {true, std::nullopt};
  return {false, why_not(outcome.error())};
}

}  // namespace sumi::service
