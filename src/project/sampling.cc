#include "project/sampling.h"

#include <algorithm>
#include <array>

#include "base/sha256.h"
#include "project/errors.h"

namespace sumi::project {

namespace {

std::array<std::uint8_t, 8> eight_bytes(std::uint64_t n) {
  std::array<std::uint8_t, 8> out{};
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = static_cast<std::uint8_t>(n >> (56 - 8 * i));
  return out;
}

}  // namespace

Result<std::uint64_t> sample_size(std::uint64_t population, const SamplingRules& rules) {
  if (population == 0) return 0;
  if (!rules.k || rules.k->sign() <= 0) return fail(errors::rule_data_missing, {{"key", "sampling.k"}});
  if (!rules.interval) return fail(errors::rule_data_missing, {{"key", "sampling.interval"}});
  if (!rules.variance || rules.variance->sign() <= 0) return fail(errors::rule_data_missing, {{"key", "sampling.variance"}});
  const Rational half = *rules.interval / (Rational(2) * *rules.k);
  const Rational n(Integer::from_u64(population));
  const Rational needed = n / (half * half * (n - Rational(1)) / *rules.variance + Rational(1));
  return round_integer(needed, Rounding::ceiling).to_u64().value_or(population);
}

Hash seed_commitment(const Hash& seed) {
  constexpr std::array<std::uint8_t, 1> prefix{0x05};
  Sha256 hash;
  hash.update(prefix);
  hash.update(seed.bytes);
  return hash.finish();
}

Hash members_hash(std::span<const std::uint64_t> members) {
  Sha256 hash;
  for (const std::uint64_t member : members) hash.update(eight_bytes(member));
  return hash.finish();
}

std::vector<std::uint64_t> draw_sample(const Hash& seed, std::span<const std::uint64_t> population, std::size_t size) {
  std::vector<std::pair<Hash, std::uint64_t>> lots;
  lots.reserve(population.size());
  for (const std::uint64_t member : population) {
    Sha256 hash;
    hash.update(seed.bytes);
    hash.update(eight_bytes(member));
    lots.emplace_back(hash.finish(), member);
  }
  size = std::min(size, lots.size());
  std::ranges::partial_sort(lots, lots.begin() + static_cast<std::ptrdiff_t>(size));
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < size; ++i) out.push_back(lots[i].second);
  std::ranges::sort(out);
  return out;
}

}  // namespace sumi::project
