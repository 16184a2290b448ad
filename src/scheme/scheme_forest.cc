#include "scheme/scheme.h"

namespace sumi::scheme {

Result<registry::Nothing> State::decide_here(const registry::DrawBuffer&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const registry::DrawBuffer&, const registry::Nothing&, const Act&) {}
Result<project::ReversalRecorded> State::decide_here(const project::RecordReversal&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const project::RecordReversal&, const project::ReversalRecorded&, const Act&) {}

}  // namespace sumi::scheme
