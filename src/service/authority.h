// The ledger's keys and what is erased: rotation of the log's key, new secrets behind the keys that compare, single sealed values.
#pragma once

#include <string>

#include "journal/checkpoint.h"
#include "service/ledger.h"

namespace sumi::service {

// What the old key signs when it hands over: "sumi log key rotation\n", the store's id (16 bytes), old key, new key (32 each), entries before (8, big-endian).
[[nodiscard]] std::string rotation_message(const Id128& store, const Hash& old_key, const Hash& new_key, std::uint64_t size);

struct ByWhom {
  PersonId actor;
  OrganisationNumber on_behalf_of;
  std::optional<Instant> time;  // demo and training stores
};

// From this entry on checkpoints are signed by `next`. `current` must be the log's key: service.log_key_wrong.
Result<Accepted> rotate_log_key(Ledger& ledger, const journal::SigningKey& current, const journal::PublicKey& next, const ByWhom& by);

// A new secret, and every key that compares made anew under it (the HMAC of the key before): one group. Answers how many keys; 0 where nothing compares yet,
// and then nothing is written.
Result<std::uint64_t> rekey(Ledger& ledger, const ByWhom& by);

// The key of a place for the place rule: the same as a member's address gives. Nothing where the text has no block number.
struct PlaceKey {
  Hash key;
  std::uint32_t version = 1;
};
Result<std::optional<PlaceKey>> place_key(Ledger& ledger, const std::string& address);

// Fills the keys by which places are compared from the addresses that are to be sealed: ApplyRetirement "place", RecordSite "address". An address without a
// block number gives none. Before submit(), wherever a command comes from. A key that a client gave is not taken, for nobody names a place by a hash; only a
// console's scenario may (`typed` kept), which tries what happens with one.
enum class TypedKeys { replaced, kept };
Result<void> name_places(Ledger& ledger, Request& request, TypedKeys typed = TypedKeys::replaced);

// The sealed value goes out of people.db once the entry that says so is durable. service.sealed_unknown, sealed_of_another.
Result<Accepted> erase_value(Ledger& ledger, const Hash& commitment, const std::string& ground, const ByWhom& by);

}  // namespace sumi::service
