// Samples of a programme's members: how many, and which.
//
// How many, by the scheme's formula (モニタリング・算定規程 2.7, as the registered plan of 津山市, EN-R-002, 2014-01, prints it):
//   n >= N / ((CI / (2k))^2 x (N - 1) / S2 + 1), the next whole number up        168 members: 49;  1,008: 64
//
// Which: first the list is fixed together with a commitment to a seed, SHA-256(0x05, seed); then the seed is published. Every member of a
// stratum gets SHA-256(seed, its number as 8 bytes, highest first); the members with the lowest hashes are the sample. Anybody who has the
// seed and the fixed list draws the same. The commitment keeps the list from being changed once the sample is known; it does not keep whoever fixes
// the list from trying seeds, so a verifier's sample is drawn from the verifier's own seed.
#pragma once

#include <span>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "project/programme_rules.h"

namespace sumi::project {

// At least 1 and at most `population`; 0 for nobody. project.rule_data_missing where the rulebook lacks a constant.
[[nodiscard]] Result<std::uint64_t> sample_size(std::uint64_t population, const SamplingRules& rules);
[[nodiscard]] Hash seed_commitment(const Hash& seed);
// SHA-256 over the members' numbers in order, each as 8 bytes, highest first.
[[nodiscard]] Hash members_hash(std::span<const std::uint64_t> members);
// `size` of the population, in the order of their numbers. size <= population.size().
[[nodiscard]] std::vector<std::uint64_t> draw_sample(const Hash& seed, std::span<const std::uint64_t> population, std::size_t size);

}  // namespace sumi::project
