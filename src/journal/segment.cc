#include "journal/segment.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "base/limits.h"
#include "journal/errors.h"

namespace sumi::journal {

namespace {

constexpr std::uint8_t format = 0x01;

Unexpected unreadable(const CodecError& e) { return fail(errors::segment_bytes, {{"offset", std::to_string(e.offset)}, {"reason", e.what()}}); }

// The first and last numbers must be numbers that a tree can have.
bool numbers_in_range(std::uint64_t first, std::uint64_t count) {
  constexpr std::uint64_t last_max = std::uint64_t{1} << limits::tree_levels_max;
  return first >= 1 && count >= 1 && count <= limits::batch_entries_max && first <= last_max - count + 1;
}

Unexpected wrong_count(const Segment& segment, std::uint64_t actual) {
  return fail(errors::segment_count,
              {{"sequence", std::to_string(segment.first.value)}, {"expected", std::to_string(segment.count)}, {"actual", std::to_string(actual)}});
}

// Groups are consecutive and begin and end within one batch.
class GroupWatch {
 public:
  // False if the entry does not continue what came before.
  bool accept(const EntryHeader& h) {
    if (h.group_index != next_ || (next_ != 0 && h.group_count != count_)) return false;
    count_ = h.group_count;
    next_ = h.group_count == 0 || h.group_index + 1 == h.group_count ? 0 : h.group_index + 1U;
    return true;
  }
  [[nodiscard]] bool complete() const { return next_ == 0; }

 private:
  unsigned next_ = 0;
  unsigned count_ = 0;
};

}  // namespace

Bytes encode_segment(const Segment& segment) {
  ByteWriter w;
  w.u8(format);
  w.varint(segment.first.value);
  w.varint(segment.count);
  w.blob(segment.entries);
  w.raw(segment.head.root.bytes);
  return w.take();
}

Result<Segment> decode_segment(BytesView bytes) {
  try {
    ByteReader r(bytes);
    if (r.u8() != format) throw CodecError("a segment of a form this program does not know", r.offset());
    Segment s;
    s.first.value = r.varint();
    const std::uint64_t count = r.varint();
    if (!numbers_in_range(s.first.value, count)) throw CodecError("sequence numbers out of range", r.offset());
    s.count = static_cast<std::uint32_t>(count);
    const BytesView entries = r.blob();
    if (entries.size() > limits::batch_bytes_max) throw CodecError("the entries are longer than a batch may be", r.offset());
    s.entries.assign(entries.begin(), entries.end());
    const BytesView root = r.raw(s.head.root.bytes.size());
    std::copy(root.begin(), root.end(), s.head.root.bytes.begin());
    s.head.size = s.first.value - 1 + count;
    r.expect_end();
    return s;
  } catch (const CodecError& e) {
    return unreadable(e);
  }
}

Result<void> verify_segment(const Segment& segment, TreeEdge& edge, std::vector<Hash>* leaves) {
  if (segment.first.value != edge.size() + 1) {
    return fail(errors::segment_gap, {{"expected", std::to_string(edge.size() + 1)}, {"actual", std::to_string(segment.first.value)}});
  }
  if (!numbers_in_range(segment.first.value, segment.count)) return wrong_count(segment, 0);
  if (segment.entries.size() > limits::batch_bytes_max) return unreadable(CodecError("the entries are longer than a batch may be", 0));
  TreeEdge after = edge;
  std::vector<Hash> hashes;
  hashes.reserve(segment.count);
  GroupWatch groups;
  const auto look = [&](SequenceNumber number, const EntryView& entry) -> Result<void> {
    if (!groups.accept(entry.header)) return fail(errors::segment_group, {{"sequence", std::to_string(number.value)}});
    hashes.push_back(entry.leaf_hash());
    after.append(hashes.back());
    return {};
  };
  SUMI_CHECK(for_each_entry(segment, look));
  if (!groups.complete()) return fail(errors::segment_group, {{"sequence", std::to_string(segment.last().value)}});
  if (after.head() != segment.head) {
    return fail(errors::segment_root, {{"sequence", std::to_string(segment.last().value)}, {"expected", segment.head.root.to_hex()},
                                       {"actual", after.root().to_hex()}});
  }
  edge = std::move(after);
  if (leaves != nullptr) leaves->insert(leaves->end(), hashes.begin(), hashes.end());
  return {};
}

Result<void> for_each_entry(const Segment& segment, const std::function<Result<void>(SequenceNumber, const EntryView&)>& f) {
  ByteReader reader(segment.entries);
  std::uint64_t seen = 0;
  while (!reader.at_end()) {
    if (seen == segment.count) return wrong_count(segment, seen + 1);
    EntryView entry;
    try {
      entry = read_entry(reader);
    } catch (const CodecError& e) {
      return unreadable(e);
    }
    SUMI_CHECK(f(SequenceNumber{segment.first.value + seen}, entry));
    ++seen;
  }
  if (seen != segment.count) return wrong_count(segment, seen);
  return {};
}

SegmentBuilder::SegmentBuilder(TreeEdge edge) : edge_(std::move(edge)), before_(edge_.size()) {}

SegmentBuilder::SegmentBuilder(SequenceNumber last) : before_(last.value) {}

void SegmentBuilder::stand_on(TreeEdge edge) {
  if (edge.size() != before_) throw std::logic_error("a segment does not follow the tree");
  edge_ = std::move(edge);
}

Result<SequenceNumber> SegmentBuilder::append(const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt) {
  // Asked before the entry is written: whatever its size, one more of the largest must fit.
  if (places_.size() >= limits::batch_entries_max) return fail(errors::segment_full, {{"limit", std::to_string(limits::batch_entries_max)}});
  if (entries_.size() + limits::entry_bytes_max > limits::batch_bytes_max) {
    return fail(errors::segment_full, {{"limit", std::to_string(limits::batch_bytes_max)}});
  }
  SUMI_TRY(const EntryPlace place, write_entry(entries_, header, public_body, party_body, salt));
  places_.push_back(place);
  ends_.push_back(entries_.size());
  return SequenceNumber{before_ + places_.size()};
}

void SegmentBuilder::roll_back_to(std::size_t entries) {
  if (entries >= places_.size()) return;
  entries_.truncate(entries == 0 ? 0 : ends_[entries - 1]);
  places_.resize(entries);
  ends_.resize(entries);
  if (leaves_.size() > entries) leaves_.resize(entries);
}

std::span<const Hash> SegmentBuilder::leaves() {
  leaves_.reserve(places_.size());
  while (leaves_.size() < places_.size()) leaves_.push_back(leaf_hash_at(entries_.bytes(), places_[leaves_.size()]));
  return leaves_;
}

Segment SegmentBuilder::finish() {
  if (places_.empty()) throw std::logic_error("a segment without entries");
  if (edge_.size() != before_) throw std::logic_error("a segment does not follow the tree");
  Segment s;
  s.first.value = before_ + 1;
  s.count = static_cast<std::uint32_t>(places_.size());
  for (const Hash& leaf : leaves()) edge_.append(leaf);
  s.head = edge_.head();
  before_ = edge_.size();
  s.entries = entries_.take();
  entries_ = ByteWriter();
  entries_.reserve(s.entries.size());  // the next batch will be about as long
  places_.clear();
  leaves_.clear();
  ends_.clear();
  return s;
}

}  // namespace sumi::journal
