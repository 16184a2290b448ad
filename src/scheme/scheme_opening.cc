#include "scheme/scheme.h"

namespace sumi::scheme {

Result<ProjectOpened> State::decide_here(const OpenProject&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const OpenProject&, const ProjectOpened&, const Act&) {}
Result<CertificationOpened> State::decide_here(const OpenCertification&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const OpenCertification&, const CertificationOpened&, const Act&) {}
Result<NoOutcome> State::decide_here(const CloseOpening&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const CloseOpening&, const NoOutcome&, const Act&) {}
Result<registry::BatchOpened> State::decide_here(const registry::OpenBatch&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const registry::OpenBatch&, const registry::BatchOpened&, const Act&) {}
Result<registry::RetirementOpened> State::decide_here(const registry::OpenRetirement&, const Act&, const Rules&) const { return fail(errors::store_not_open); }  // TODO
void State::apply_here(const registry::OpenRetirement&, const registry::RetirementOpened&, const Act&) {}

}  // namespace sumi::scheme
