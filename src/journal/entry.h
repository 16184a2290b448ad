// One entry of the journal: a header, the accepted command and the events it led to. The bodies are opaque bytes here.
//
// Byte format (decision 1; varint = shortest LEB128, zigzag = signed varint, both of base/codec.h)
//
//   stored entry = varint n, n public bytes | 16 bytes salt | varint m, m party bytes
//
//   public bytes                                       party bytes
//     flags          1 byte                              actor          16 bytes
//     type           varint, 1..65535                    on_behalf_of   varint, only if flag bit 0 is set
//     version        varint, 1..65535                    delegation     varint, 0 = none
//     time           varint, UTC ms, year 1970..9999     key            16 bytes
//     business_date  zigzag, days since 1970-01-01       party body     the rest
//     adoption       varint, 0..2^32-1
//     on_behalf_of   varint, only if bit 0 is clear
//     group_index    varint, only if bit 1 is set
//     group_count    varint, only if bit 1 is set
//     public body    the rest
//
//   flags: bit 0 = the organisation is a party's matter, bit 1 = the entry belongs to a group; any other bit is refused, so a later
//   form of the header can be told from this one.
//
// An entry is valid if every number is in range and in its shortest form, group_index < group_count where there is a group, no
// byte follows, and the whole is at most limits::entry_bytes_max long. Then encoding what was decoded gives the same bytes.
//
//   leaf data = public bytes | SHA-256(0x02 | salt | party bytes)        leaf hash = SHA-256(0x00 | leaf data), RFC 6962
//
// The commitment has a fixed length at the end, so leaf data reads in one way only. The prefix 0x02 keeps it apart from leaves
// (0x00) and inner nodes (0x01) of the tree; sealed values use 0x03 (journal/seal.h).
//
// A public receipt shows the public bytes and the commitment; salt and party bytes stay with the parties and the auditor (decision 2).
#pragma once

#include <array>
#include <cstdint>

#include "base/codec.h"
#include "base/date.h"
#include "base/id.h"
#include "base/result.h"

namespace sumi::journal {

using Salt = std::array<std::uint8_t, 16>;  // random, never used twice

struct EntryHeader {
  std::uint16_t type = 0;     // 1.. ; numbers are given by the scheme and never reused
  std::uint16_t version = 0;  // 1.. ; of the type's fields
  Instant time;               // sets the state's now; 1970..9999
  Date business_date;         // the day of the act, in Japan
  PersonId actor;             // nil = the system itself
  OrganisationNumber on_behalf_of;
  std::uint64_t delegation = 0;  // 0 = none
  IdempotencyKey key;
  std::uint32_t adoption = 0;      // number of the rulebook adoption in force; 0 = none yet
  std::uint16_t group_index = 0;   // 0 .. group_count-1
  std::uint16_t group_count = 0;   // 0 = the entry stands alone
  bool organisation_is_party = false;  // on_behalf_of goes into the party part: the act itself is a party's
  friend bool operator==(const EntryHeader&, const EntryHeader&) = default;
};

struct Entry {
  EntryHeader header;
  Bytes public_body;
  Bytes party_body;
  Salt salt{};
  friend bool operator==(const Entry&, const Entry&) = default;
};

// A decoded entry that points into the bytes it was read from; they must outlive it.
struct EntryView {
  EntryHeader header;
  BytesView public_bytes;  // header and body
  BytesView party_bytes;   // header and body
  BytesView public_body;
  BytesView party_body;
  Salt salt{};
  [[nodiscard]] Entry to_entry() const;
  [[nodiscard]] Hash leaf_hash() const;
};

// Appends the stored form to `out` and returns the entry's leaf hash; allocates nothing but what `out` needs.
// journal.entry_header (a field out of range), journal.entry_too_large. On failure `out` is as before.
[[nodiscard]] Result<Hash> append_entry(ByteWriter& out, const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt);
[[nodiscard]] Result<Bytes> encode_entry(const Entry& entry);

// The same in two steps, so that another thread can hash what one wrote: where the parts of an entry lie in the bytes, and the leaf hash of what lies there.
struct EntryPlace {
  std::size_t public_at = 0, public_size = 0, salt_at = 0, party_at = 0, party_size = 0;
};
[[nodiscard]] Result<EntryPlace> write_entry(ByteWriter& out, const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt);
[[nodiscard]] Hash leaf_hash_at(BytesView bytes, const EntryPlace& place);

// Exactly one entry. journal.entry_bytes with the offset of the fault, journal.entry_too_large.
[[nodiscard]] Result<EntryView> decode_entry(BytesView stored);
// The next entry of a run of entries. Throws CodecError on bytes that are not canonical.
[[nodiscard]] EntryView read_entry(ByteReader& reader);

// The public part alone, as a receipt holds it: actor, delegation and key (and, where it is a party's, on_behalf_of) stay unset.
struct PublicPart {
  EntryHeader header;
  BytesView body;
};
[[nodiscard]] Result<PublicPart> decode_public_part(BytesView public_bytes);
// Fills the header's party fields in and returns the party body. `header` must come from the public part of the same entry.
[[nodiscard]] Result<BytesView> decode_party_part(BytesView party_bytes, EntryHeader& header);

// SHA-256(0x02 | salt | party bytes)
[[nodiscard]] Hash party_commitment(const Salt& salt, BytesView party_bytes);
// SHA-256(0x00 | public bytes | commitment)
[[nodiscard]] Hash entry_leaf_hash(BytesView public_bytes, const Hash& commitment);

}  // namespace sumi::journal
