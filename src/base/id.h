// Identifiers. Organisations, accounts, projects, certifications, batches have numbers that the state counts (strong types, never mixed);
// persons, sites and equipment have random 128-bit ids; a client gives a 128-bit idempotency key.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sumi {

// 0 = none. Counters begin at 1.
template <class Tag>
struct Number {
  std::uint64_t value = 0;
  [[nodiscard]] explicit operator bool() const { return value != 0; }
  friend auto operator<=>(const Number&, const Number&) = default;
};
using OrganisationNumber = Number<struct OrganisationTag>;
using AccountNumber = Number<struct AccountTag>;
using ProjectNumber = Number<struct ProjectTag>;
using CertificationNumber = Number<struct CertificationTag>;
using BatchNumber = Number<struct BatchTag>;
using RetirementNumber = Number<struct RetirementTag>;
using OfferNumber = Number<struct OfferTag>;
using ReturnNumber = Number<struct ReturnTag>;
using RestrictionNumber = Number<struct RestrictionTag>;
using AuthorisationNumber = Number<struct AuthorisationTag>;
using SequenceNumber = Number<struct SequenceTag>;  // of an entry; the first entry is 1

struct Id128 {
  std::array<std::uint8_t, 16> bytes{};
  friend auto operator<=>(const Id128&, const Id128&) = default;
  [[nodiscard]] bool is_nil() const { return *this == Id128{}; }
  [[nodiscard]] std::string to_hex() const;  // 32 lower-case digits
  static std::optional<Id128> from_hex(std::string_view text);
};
struct PersonId : Id128 {
  friend auto operator<=>(const PersonId&, const PersonId&) = default;
};
struct IdempotencyKey : Id128 {
  friend auto operator<=>(const IdempotencyKey&, const IdempotencyKey&) = default;
};

struct Hash {
  std::array<std::uint8_t, 32> bytes{};
  friend auto operator<=>(const Hash&, const Hash&) = default;
  [[nodiscard]] bool is_zero() const { return *this == Hash{}; }
  [[nodiscard]] std::string to_hex() const;
  static std::optional<Hash> from_hex(std::string_view text);
};

}  // namespace sumi
