#include "scheme/scheme.h"

namespace sumi::scheme {

Result<NoOutcome> State::decide_here(const CorrectEntry&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const CorrectEntry&, const NoOutcome&, const Act&) {}
Result<DeadlinesPassed> State::decide_here(const PassDeadlines&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const PassDeadlines&, const DeadlinesPassed&, const Act&) {}
Result<NoOutcome> State::decide_here(const RecordSuccession&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const RecordSuccession&, const NoOutcome&, const Act&) {}
Result<project::NoOutcome> State::decide_here(const project::SettleObligation&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const project::SettleObligation&, const project::NoOutcome&, const Act&) {}

}  // namespace sumi::scheme
