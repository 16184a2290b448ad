#include "journal/entry.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <string>

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::uint8_t flag_organisation_is_party = 1;
constexpr std::uint8_t flag_group = 2;
// 9999-12-31T23:59:59.999Z, and the days of base/date.h: 1868-01-25 to 9999-12-31.
constexpr std::int64_t time_ms_max = 253'402'300'799'999;
constexpr std::int32_t day_min = -37'231;
constexpr std::int32_t day_max = 2'932'896;
constexpr std::uint8_t party_prefix = 0x02;
constexpr std::uint8_t leaf_prefix = 0x00;

constexpr std::size_t varint_size(std::uint64_t v) { return (static_cast<std::size_t>(std::bit_width(v | 1)) + 6) / 7; }
constexpr std::uint64_t zigzagged(std::int64_t v) { return (static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63); }

// The name of the first field out of range, or null.
const char* bad_field(const EntryHeader& h) {
  if (h.type == 0) return "type";
  if (h.version == 0) return "version";
  if (h.time.ms < 0 || h.time.ms > time_ms_max) return "time";
  if (h.business_date.days() < day_min || h.business_date.days() > day_max) return "business_date";
  if (h.group_count == 0 ? h.group_index != 0 : h.group_index >= h.group_count) return "group_index";
  return nullptr;
}

std::string field_value(const EntryHeader& h, std::string_view field) {
  if (field == "type") return std::to_string(h.type);
  if (field == "version") return std::to_string(h.version);
  if (field == "time") return std::to_string(h.time.ms);
  if (field == "business_date") return std::to_string(h.business_date.days());
  return std::to_string(h.group_index) + "/" + std::to_string(h.group_count);
}

std::size_t public_header_size(const EntryHeader& h) {
  std::size_t n = 1 + varint_size(h.type) + varint_size(h.version) + varint_size(static_cast<std::uint64_t>(h.time.ms)) +
                  varint_size(zigzagged(h.business_date.days())) + varint_size(h.adoption);
  if (!h.organisation_is_party) n += varint_size(h.on_behalf_of.value);
  if (h.group_count != 0) n += varint_size(h.group_index) + varint_size(h.group_count);
  return n;
}

std::size_t party_header_size(const EntryHeader& h) {
  return h.actor.bytes.size() + h.key.bytes.size() + varint_size(h.delegation) + (h.organisation_is_party ? varint_size(h.on_behalf_of.value) : 0);
}

void write_public_header(ByteWriter& w, const EntryHeader& h) {
  w.u8(static_cast<std::uint8_t>((h.organisation_is_party ? flag_organisation_is_party : 0) | (h.group_count != 0 ? flag_group : 0)));
  w.varint(h.type);
  w.varint(h.version);
  w.varint(static_cast<std::uint64_t>(h.time.ms));
  w.zigzag(h.business_date.days());
  w.varint(h.adoption);
  if (!h.organisation_is_party) w.varint(h.on_behalf_of.value);
  if (h.group_count != 0) {
    w.varint(h.group_index);
    w.varint(h.group_count);
  }
}

void write_party_header(ByteWriter& w, const EntryHeader& h) {
  w.raw(h.actor.bytes);
  if (h.organisation_is_party) w.varint(h.on_behalf_of.value);
  w.varint(h.delegation);
  w.raw(h.key.bytes);
}

template <class T>
T narrow(std::uint64_t v, const ByteReader& r) {
  if (v > std::numeric_limits<T>::max()) throw CodecError("a number is too large", r.offset());
  return static_cast<T>(v);
}

BytesView rest_of(ByteReader& r, BytesView whole) { return r.raw(whole.size() - r.offset()); }

BytesView read_public(BytesView bytes, EntryHeader& h) {
  ByteReader r(bytes);
  const std::uint8_t flags = r.u8();
  if ((flags & ~(flag_organisation_is_party | flag_group)) != 0) throw CodecError("the entry is of a form this program does not know", r.offset());
  h.organisation_is_party = (flags & flag_organisation_is_party) != 0;
  h.type = narrow<std::uint16_t>(r.varint(), r);
  h.version = narrow<std::uint16_t>(r.varint(), r);
  const std::uint64_t ms = r.varint();
  if (ms > static_cast<std::uint64_t>(time_ms_max)) throw CodecError("a time after the year 9999", r.offset());
  h.time.ms = static_cast<std::int64_t>(ms);
  const std::int64_t days = r.zigzag();
  if (days < day_min || days > day_max) throw CodecError("a day out of range", r.offset());
  h.business_date = Date::from_days(static_cast<std::int32_t>(days));
  h.adoption = narrow<std::uint32_t>(r.varint(), r);
  if (!h.organisation_is_party) h.on_behalf_of.value = r.varint();
  if ((flags & flag_group) != 0) {
    h.group_index = narrow<std::uint16_t>(r.varint(), r);
    h.group_count = narrow<std::uint16_t>(r.varint(), r);
    if (h.group_count == 0) throw CodecError("a group of no entries", r.offset());
  }
  if (bad_field(h) != nullptr) throw CodecError("a header field out of range", r.offset());
  return rest_of(r, bytes);
}

BytesView read_party(BytesView bytes, EntryHeader& h) {
  ByteReader r(bytes);
  const auto copy = [](BytesView from, auto& to) { std::copy(from.begin(), from.end(), to.bytes.begin()); };
  copy(r.raw(h.actor.bytes.size()), h.actor);
  if (h.organisation_is_party) h.on_behalf_of.value = r.varint();
  h.delegation = r.varint();
  copy(r.raw(h.key.bytes.size()), h.key);
  return rest_of(r, bytes);
}

Unexpected unreadable(const CodecError& e) { return fail(errors::entry_bytes, {{"offset", std::to_string(e.offset)}, {"reason", e.what()}}); }

Unexpected too_large(std::size_t size) {
  return fail(errors::entry_too_large, {{"actual", std::to_string(size)}, {"limit", std::to_string(limits::entry_bytes_max)}});
}

Sha256& hasher() {
  thread_local Sha256 h;
  return h;
}

}  // namespace

Entry EntryView::to_entry() const {
  return {header, {public_body.begin(), public_body.end()}, {party_body.begin(), party_body.end()}, salt};
}

Hash EntryView::leaf_hash() const { return entry_leaf_hash(public_bytes, party_commitment(salt, party_bytes)); }

Hash party_commitment(const Salt& salt, BytesView party_bytes) {
  std::array<std::uint8_t, 1 + sizeof(Salt)> head{party_prefix};
  std::copy(salt.begin(), salt.end(), head.begin() + 1);
  Sha256& h = hasher();
  h.update(head);
  h.update(party_bytes);
  return h.finish();
}

Hash entry_leaf_hash(BytesView public_bytes, const Hash& commitment) {
  Sha256& h = hasher();
  h.update(BytesView(&leaf_prefix, 1));
  h.update(public_bytes);
  h.update(commitment.bytes);
  return h.finish();
}

Result<EntryPlace> write_entry(ByteWriter& out, const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt) {
  if (const char* field = bad_field(header)) return fail(errors::entry_header, {{"field", field}, {"value", field_value(header, field)}});
  const std::size_t public_size = public_header_size(header) + public_body.size();
  const std::size_t party_size = party_header_size(header) + party_body.size();
  const std::size_t size = varint_size(public_size) + public_size + salt.size() + varint_size(party_size) + party_size;
  if (size > limits::entry_bytes_max) return too_large(size);

  EntryPlace place;
  out.varint(public_size);
  place.public_at = out.size();
  place.public_size = public_size;
  write_public_header(out, header);
  out.raw(public_body);
  place.salt_at = out.size();
  out.raw(salt);
  out.varint(party_size);
  place.party_at = out.size();
  place.party_size = party_size;
  write_party_header(out, header);
  out.raw(party_body);

  return place;
}

Hash leaf_hash_at(BytesView bytes, const EntryPlace& place) {
  Salt salt;
  const auto stored = bytes.subspan(place.salt_at, salt.size());
  std::copy(stored.begin(), stored.end(), salt.begin());
  return entry_leaf_hash(bytes.subspan(place.public_at, place.public_size), party_commitment(salt, bytes.subspan(place.party_at, place.party_size)));
}

Result<Hash> append_entry(ByteWriter& out, const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt) {
  SUMI_TRY(const EntryPlace place, write_entry(out, header, public_body, party_body, salt));
  return leaf_hash_at(out.bytes(), place);
}

Result<Bytes> encode_entry(const Entry& entry) {
  ByteWriter out;
  SUMI_TRY([[maybe_unused]] const Hash leaf, append_entry(out, entry.header, entry.public_body, entry.party_body, entry.salt));
  return out.take();
}

EntryView read_entry(ByteReader& reader) {
  const std::size_t start = reader.offset();
  EntryView v;
  v.public_bytes = reader.blob();
  const std::size_t public_at = reader.offset() - v.public_bytes.size();
  const BytesView salt = reader.raw(v.salt.size());
  std::copy(salt.begin(), salt.end(), v.salt.begin());
  v.party_bytes = reader.blob();
  const std::size_t party_at = reader.offset() - v.party_bytes.size();
  if (reader.offset() - start > limits::entry_bytes_max) throw CodecError("the entry is longer than an entry may be", start);
  // Offsets inside a part become offsets of the whole.
  std::size_t part_at = public_at;
  try {
    v.public_body = read_public(v.public_bytes, v.header);
    part_at = party_at;
    v.party_body = read_party(v.party_bytes, v.header);
  } catch (const CodecError& e) {
    throw CodecError(e.what(), part_at + e.offset);
  }
  return v;
}

Result<EntryView> decode_entry(BytesView stored) {
  if (stored.size() > limits::entry_bytes_max) return too_large(stored.size());
  try {
    ByteReader reader(stored);
    EntryView v = read_entry(reader);
    reader.expect_end();
    return v;
  } catch (const CodecError& e) {
    return unreadable(e);
  }
}

Result<PublicPart> decode_public_part(BytesView public_bytes) {
  try {
    PublicPart part;
    part.body = read_public(public_bytes, part.header);
    return part;
  } catch (const CodecError& e) {
    return unreadable(e);
  }
}

Result<BytesView> decode_party_part(BytesView party_bytes, EntryHeader& header) {
  try {
    EntryHeader filled = header;
    const BytesView body = read_party(party_bytes, filled);
    header = filled;
    return body;
  } catch (const CodecError& e) {
    return unreadable(e);
  }
}

}  // namespace sumi::journal
