#include "journal/entry.h"

#include <algorithm>

#include "base/limits.h"
#include "base/sha256.h"
#include "journal/seal.h"
#include "journal/testing.h"

namespace sumi::journal {
namespace {

using testing::error_name;
using testing::plain_entry;
using testing::Random;
using testing::random_entry;

std::string hex(BytesView bytes) {
  std::string text;
  char pair[3];
  for (const auto b : bytes) {
    std::snprintf(pair, sizeof pair, "%02x", b);
    text += pair;
  }
  return text;
}

// Written by hand from the comment of entry.h: 1795305600000 = 0x1a2008d7400 in groups of seven bits, 20779 zigzag = 41558.
TEST(Entry, BytesAreThoseOfTheFormat) {
  Entry e = plain_entry(40, "PUB", "PARTY", 0x11);
  e.header.delegation = 300;
  e.header.organisation_is_party = true;
  e.header.group_index = 1;
  e.header.group_count = 200;
  const auto bytes = encode_entry(e);
  ASSERT_TRUE(bytes);
  const std::string sixteen_a(32, 'a');
  const std::string sixteen_1(32, '1');
  // length 19 | flags 3, type 40, version 1 | time | date | adoption 1 | group 1 of 200 | PUB
  EXPECT_EQ(hex(*bytes), "13" "03" "28" "01" "80e8b584a034" "d6c402" "01" "01" "c801" "505542" + sixteen_1 +
                             // length 40 | actor | organisation 7 | delegation 300 | key | PARTY
                             "28" + sixteen_a + "07" "ac02" + sixteen_1 + "5041525459");
}

TEST(Entry, AHeaderOutOfRangeIsRefusedByItsField) {
  struct Case {
    const char* field;
    void (*spoil)(EntryHeader&);
  };
  for (const Case& c : {Case{"type", [](EntryHeader& h) { h.type = 0; }}, Case{"version", [](EntryHeader& h) { h.version = 0; }}, Case{"time", [](EntryHeader& h) { h.time.ms = -1; }},
                        Case{"group_index", [](EntryHeader& h) { h.group_index = 1; }}, Case{"group_index", [](EntryHeader& h) { h.group_count = h.group_index = 2; }}}) {
    Entry e = plain_entry(40, "PUB", "PARTY", 0x11);
    ASSERT_TRUE(encode_entry(e));
    c.spoil(e.header);
    const auto refused = encode_entry(e);
    EXPECT_EQ(error_name(refused), "entry_header") << c.field;
    ASSERT_FALSE(refused);
    EXPECT_NE(describe_error(refused.error(), Language::en).find(c.field), std::string::npos) << describe_error(refused.error(), Language::en);
  }
}

TEST(Entry, OrganisationStandsInThePartItBelongsTo) {
  Entry e = plain_entry(40, "", "", 0x11);
  const auto open = encode_entry(e);
  e.header.organisation_is_party = true;
  const auto party = encode_entry(e);
  ASSERT_TRUE(open && party);
  EXPECT_EQ(open->size(), party->size());
  const auto open_view = decode_entry(*open);
  const auto party_view = decode_entry(*party);
  ASSERT_TRUE(open_view && party_view);
  EXPECT_EQ(open_view->public_bytes.size(), party_view->public_bytes.size() + 1);
  // Whoever has the public bytes only does not learn the organisation, the person, the delegation or the key.
  const auto seen = decode_public_part(party_view->public_bytes);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->header.on_behalf_of.value, 0U);
  EXPECT_TRUE(seen->header.actor.is_nil());
  EXPECT_TRUE(seen->header.key.is_nil());
  EXPECT_EQ(decode_public_part(open_view->public_bytes)->header.on_behalf_of.value, 7U);
}

// What the header of an act with party organisation costs. With the bodies of a transfer the whole must stay within
// limits::typical_transfer_bytes_max, which the scheme's own test holds.
TEST(Entry, HeaderLeavesRoomForATransfer) {
  Entry e = plain_entry(40, "", "", 0x11);
  e.header.organisation_is_party = true;
  e.header.on_behalf_of.value = 12'000;
  const auto bytes = encode_entry(e);
  ASSERT_TRUE(bytes);
  EXPECT_EQ(bytes->size(), 1U + 13U + 16U + 1U + 35U);
  EXPECT_LE(bytes->size() + 50, limits::typical_transfer_bytes_max);
}

TEST(Entry, RandomEntriesRoundTrip) {
  Random random(1);
  ByteWriter run;
  std::vector<Entry> entries;
  for (int i = 0; i < 5000; ++i) {
    const Entry e = random_entry(random);
    const auto bytes = encode_entry(e);
    ASSERT_TRUE(bytes);
    const auto view = decode_entry(*bytes);
    ASSERT_TRUE(view) << describe_error(view.error(), Language::en);
    EXPECT_EQ(view->to_entry(), e);
    const auto leaf = append_entry(run, e.header, e.public_body, e.party_body, e.salt);
    ASSERT_TRUE(leaf);
    EXPECT_EQ(*leaf, view->leaf_hash());
    entries.push_back(e);
  }
  ByteReader reader(run.bytes());
  for (const Entry& e : entries) EXPECT_EQ(read_entry(reader).to_entry(), e);
  EXPECT_TRUE(reader.at_end());
}

TEST(Entry, LeafHashIsSha256OfPublicBytesAndCommitment) {
  const Entry e = plain_entry(30, "public", "party", 0x22);
  const auto bytes = encode_entry(e);
  const auto view = decode_entry(*bytes);
  ASSERT_TRUE(view);
  Bytes party{0x02};
  party.insert(party.end(), e.salt.begin(), e.salt.end());
  party.insert(party.end(), view->party_bytes.begin(), view->party_bytes.end());
  const Hash commitment = sha256(BytesView(party));
  EXPECT_EQ(party_commitment(e.salt, view->party_bytes), commitment);
  Bytes leaf{0x00};
  leaf.insert(leaf.end(), view->public_bytes.begin(), view->public_bytes.end());
  leaf.insert(leaf.end(), commitment.bytes.begin(), commitment.bytes.end());
  EXPECT_EQ(view->leaf_hash(), sha256(BytesView(leaf)));
}

TEST(Entry, CutOffOrLengthenedBytesAreRefused) {
  const auto bytes = encode_entry(plain_entry(40, "PUB", "PARTY", 0x11));
  ASSERT_TRUE(bytes);
  for (std::size_t n = 0; n < bytes->size(); ++n) {
    EXPECT_EQ(error_name(decode_entry(BytesView(*bytes).first(n))), "entry_bytes") << n;
  }
  for (const int extra : {0, 1, 255}) {
    Bytes longer = *bytes;
    longer.push_back(static_cast<std::uint8_t>(extra));
    EXPECT_EQ(error_name(decode_entry(longer)), "entry_bytes");
  }
}

// Whatever bytes are read as an entry are the bytes that this entry is written as: there is no second encoding of anything.
TEST(Entry, ChangedBytesAreRefusedOrMeanAnotherEntry) {
  Random random(2);
  std::size_t refused = 0;
  for (int i = 0; i < 300; ++i) {
    const Entry e = random_entry(random);
    const auto bytes = encode_entry(e);
    ASSERT_TRUE(bytes);
    const Hash leaf = decode_entry(*bytes)->leaf_hash();
    for (std::size_t at = 0; at < bytes->size(); ++at) {
      Bytes changed = *bytes;
      changed[at] ^= static_cast<std::uint8_t>(1 + random.below(255));
      const auto view = decode_entry(changed);
      if (!view) {
        ++refused;
        continue;
      }
      EXPECT_EQ(encode_entry(view->to_entry()).value(), changed);
      EXPECT_NE(view->leaf_hash(), leaf);
    }
  }
  EXPECT_GT(refused, 0U);
}

TEST(Entry, UnknownFormsAndLongVarintsAreRefused) {
  const auto good = encode_entry(plain_entry(40, "PUB", "PARTY", 0x11));
  ASSERT_TRUE(good);
  for (int flag = 2; flag < 8; ++flag) {
    Bytes unknown = *good;
    unknown[1] |= static_cast<std::uint8_t>(1 << flag);
    const auto result = decode_entry(unknown);
    EXPECT_EQ(error_name(result), "entry_bytes");
    EXPECT_EQ(result.error().args[0].second, "2");  // the offset after the flags
  }
  // type 40 as two bytes, a8 00
  Bytes longer = *good;
  longer[0] += 1;
  longer[2] = 0xa8;
  longer.insert(longer.begin() + 3, 0x00);
  EXPECT_EQ(error_name(decode_entry(longer)), "entry_bytes");
  // type 0, version 0
  Bytes zero = *good;
  zero[2] = 0;
  EXPECT_EQ(error_name(decode_entry(zero)), "entry_bytes");
  zero = *good;
  zero[3] = 0;
  EXPECT_EQ(error_name(decode_entry(zero)), "entry_bytes");
}

TEST(Entry, HeaderFieldsOutOfRangeAreRefused) {
  const Entry good = plain_entry(40, "", "", 1);
  const auto refusal = [&](auto change) {
    Entry e = good;
    change(e.header);
    ByteWriter out;
    out.u8(9);
    const auto result = append_entry(out, e.header, e.public_body, e.party_body, e.salt);
    EXPECT_EQ(out.size() == 1, !result);
    return result ? std::string() : result.error().args[0].second;
  };
  EXPECT_EQ(refusal([](EntryHeader&) {}), "");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.type = 0; }), "type");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.version = 0; }), "version");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.time.ms = -1; }), "time");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.time.ms = 253'402'300'800'000; }), "time");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.business_date = Date::from_days(-37'232); }), "business_date");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.business_date = Date::from_days(2'932'897); }), "business_date");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.group_index = 1; }), "group_index");
  EXPECT_EQ(refusal([](EntryHeader& h) { h.group_index = h.group_count = 3; }), "group_index");
}

TEST(Entry, AnEntryOf64KiBPassesAndOneByteMoreDoesNot) {
  Entry e = plain_entry(40, "", "", 1);
  const std::size_t empty = encode_entry(e)->size();
  // The length of the party part takes two bytes more than in the empty entry.
  e.party_body.resize(limits::entry_bytes_max - empty - 2);
  const auto largest = encode_entry(e);
  ASSERT_TRUE(largest);
  EXPECT_EQ(largest->size(), limits::entry_bytes_max);
  EXPECT_TRUE(decode_entry(*largest));
  e.party_body.push_back(0);
  EXPECT_EQ(error_name(encode_entry(e)), "entry_too_large");
  Bytes longer = *largest;
  longer.push_back(0);
  EXPECT_EQ(error_name(decode_entry(longer)), "entry_too_large");
}

// printf '\003AAAAAAAAAAAAAAAAname' | sha256sum
TEST(Seal, IsSha256OfPrefixSaltAndValue) {
  Salt salt;
  salt.fill('A');
  const std::string value = "name";
  const Bytes bytes(value.begin(), value.end());
  EXPECT_EQ(seal(salt, bytes).to_hex(), "99ad11c717c4075cecd6f46d9ae17e0b11fce89cb2b10425e5f04d8748e45017");
  EXPECT_NE(seal(salt, bytes), party_commitment(salt, bytes));
}

TEST(Seal, SaltsDoNotRepeat) {
  SaltSource source;
  std::vector<Salt> salts;
  for (int i = 0; i < 2000; ++i) salts.push_back(source.next());
  std::sort(salts.begin(), salts.end());
  EXPECT_EQ(std::adjacent_find(salts.begin(), salts.end()), salts.end());
}

}  // namespace
}  // namespace sumi::journal
