#include "scheme/scheme.h"

namespace sumi::scheme {

Result<MethodologyProposed> State::decide_here(const ProposeMethodology&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const ProposeMethodology&, const MethodologyProposed&, const Act&) {}
Result<NoOutcome> State::decide_here(const ReviewMethodology&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const ReviewMethodology&, const NoOutcome&, const Act&) {}
Result<NoOutcome> State::decide_here(const OpenComment&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const OpenComment&, const NoOutcome&, const Act&) {}
Result<NoOutcome> State::decide_here(const CloseComment&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const CloseComment&, const NoOutcome&, const Act&) {}
Result<NoOutcome> State::decide_here(const DecideMethodology&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const DecideMethodology&, const NoOutcome&, const Act&) {}
Result<NoOutcome> State::decide_here(const AbolishMethodology&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const AbolishMethodology&, const NoOutcome&, const Act&) {}

}  // namespace sumi::scheme
