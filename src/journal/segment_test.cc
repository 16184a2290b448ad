#include "journal/segment.h"

#include "base/limits.h"
#include "journal/testing.h"

namespace sumi::journal {
namespace {

using testing::add;
using testing::error_name;
using testing::plain_entry;
using testing::Random;
using testing::random_entry;

Entry group_entry(std::uint16_t index, std::uint16_t count) {
  Entry e = plain_entry(40, "p", "q", static_cast<std::uint8_t>(index));
  e.header.group_index = index;
  e.header.group_count = count;
  return e;
}

Segment segment_of(const std::vector<Entry>& entries, TreeEdge edge = {}) {
  SegmentBuilder builder(std::move(edge));
  for (const Entry& e : entries) EXPECT_TRUE(add(builder, e));
  return builder.finish();
}

TEST(Segment, ARunOfSegmentsIsOneTree) {
  Random random(5);
  SegmentBuilder builder(TreeEdge{});
  MerkleTree tree;
  TreeEdge reader_edge;
  std::vector<Hash> leaves;
  std::uint64_t next = 1;
  for (int batch = 0; batch < 50; ++batch) {
    std::vector<Entry> entries(1 + random.below(60));
    for (Entry& e : entries) {
      e = random_entry(random);
      e.header.group_index = e.header.group_count = 0;
      const auto number = add(builder, e);
      ASSERT_TRUE(number);
      EXPECT_EQ(number->value, next++);
    }
    for (const Hash& leaf : builder.leaves()) tree.append(leaf);
    const Segment segment = builder.finish();
    EXPECT_EQ(segment.head, tree.head());
    EXPECT_EQ(segment.last().value, next - 1);
    const auto again = decode_segment(encode_segment(segment));
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, segment);
    ASSERT_TRUE(verify_segment(*again, reader_edge, &leaves));
    EXPECT_EQ(reader_edge, tree.edge());
    std::size_t i = 0;
    ASSERT_TRUE(for_each_entry(segment, [&](SequenceNumber number, const EntryView& view) -> Result<void> {
      EXPECT_EQ(number.value, segment.first.value + i);
      EXPECT_EQ(view.to_entry(), entries[i++]);
      return {};
    }));
    EXPECT_EQ(i, entries.size());
  }
  EXPECT_EQ(leaves.size(), next - 1);
}

// One changed byte anywhere in a segment is found, by the frame or by the root.
TEST(Segment, AnyChangedByteIsFound) {
  const Segment segment = segment_of({plain_entry(1, "a", "b", 1), group_entry(0, 2), group_entry(1, 2), plain_entry(30, "c", "d", 2)});
  const Bytes bytes = encode_segment(segment);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (int change = 1; change < 256; ++change) {
      Bytes changed = bytes;
      changed[at] ^= static_cast<std::uint8_t>(change);
      const auto decoded = decode_segment(changed);
      if (!decoded) continue;
      TreeEdge edge;
      EXPECT_FALSE(verify_segment(*decoded, edge)) << at;
      EXPECT_EQ(edge, TreeEdge{});
    }
  }
  for (std::size_t n = 0; n < bytes.size(); ++n) EXPECT_EQ(error_name(decode_segment(BytesView(bytes).first(n))), "segment_bytes");
  Bytes longer = bytes;
  longer.push_back(0);
  EXPECT_EQ(error_name(decode_segment(longer)), "segment_bytes");
}

TEST(Segment, FaultsAreNamedInTheirOrder) {
  const Segment good = segment_of({plain_entry(1, "a", "b", 1), plain_entry(2, "a", "b", 2)});
  const auto fault = [](const Segment& s) {
    TreeEdge edge;
    return error_name(verify_segment(s, edge));
  };
  EXPECT_EQ(fault(good), "");
  Segment s = good;
  s.first.value = 2;
  EXPECT_EQ(fault(s), "segment_gap");
  for (const std::uint32_t count : {0U, 1U, 3U, 9000U}) {
    s = good;
    s.count = count;
    EXPECT_EQ(fault(s), "segment_count") << count;
  }
  s = good;
  s.entries.pop_back();
  EXPECT_EQ(fault(s), "segment_bytes");
  s = good;
  s.entries.back() ^= 1;
  EXPECT_EQ(fault(s), "segment_root");
  s = good;
  s.head.root.bytes[5] ^= 1;
  EXPECT_EQ(fault(s), "segment_root");
  s = good;
  s.head.size = 3;
  EXPECT_EQ(fault(s), "segment_root");
}

TEST(Segment, GroupsMustBeWhole) {
  const auto fault = [](const std::vector<Entry>& entries) {
    TreeEdge edge;
    return error_name(verify_segment(segment_of(entries), edge));
  };
  const Entry alone = plain_entry(7, "", "", 9);
  EXPECT_EQ(fault({alone, group_entry(0, 1), group_entry(0, 3), group_entry(1, 3), group_entry(2, 3), alone}), "");
  EXPECT_EQ(fault({group_entry(1, 2)}), "segment_group");
  EXPECT_EQ(fault({group_entry(0, 2)}), "segment_group");
  EXPECT_EQ(fault({group_entry(0, 2), alone, group_entry(1, 2)}), "segment_group");
  EXPECT_EQ(fault({group_entry(0, 2), group_entry(1, 3), group_entry(2, 3)}), "segment_group");
  EXPECT_EQ(fault({group_entry(0, 3), group_entry(2, 3)}), "segment_group");
  EXPECT_EQ(fault({group_entry(0, 2), group_entry(0, 2)}), "segment_group");
}

TEST(Segment, AGroupCanBeTakenBack) {
  SegmentBuilder builder(TreeEdge{});
  const Entry first = plain_entry(1, "a", "b", 1);
  const Entry last = plain_entry(2, "c", "d", 2);
  ASSERT_TRUE(add(builder, first));
  ASSERT_TRUE(add(builder, group_entry(0, 2)));
  builder.roll_back_to(1);
  EXPECT_EQ(add(builder, last)->value, 2U);
  EXPECT_EQ(builder.finish(), segment_of({first, last}));
  EXPECT_TRUE(builder.empty());
  ASSERT_TRUE(add(builder, last));
  builder.roll_back_to(0);
  EXPECT_EQ(builder.byte_count(), 0U);
  EXPECT_THROW((void)builder.finish(), std::logic_error);
}

TEST(Segment, ABatchHasLimits) {
  SegmentBuilder many(TreeEdge{});
  const Entry small = plain_entry(1, "", "", 1);
  for (std::size_t i = 0; i < limits::batch_entries_max; ++i) ASSERT_TRUE(add(many, small));
  EXPECT_EQ(error_name(add(many, small)), "segment_full");
  SegmentBuilder large(TreeEdge{});
  Entry big = small;
  big.party_body.resize(60'000);
  std::string refusal;
  while (refusal.empty()) refusal = error_name(add(large, big));
  EXPECT_EQ(refusal, "segment_full");
  EXPECT_LE(large.byte_count(), limits::batch_bytes_max);
  TreeEdge edge;
  EXPECT_TRUE(verify_segment(decode_segment(encode_segment(large.finish())).value(), edge));
}

}  // namespace
}  // namespace sumi::journal
