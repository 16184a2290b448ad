// A segment: what one batch added to the journal, kept as one row (decision 6).
//
//   segment bytes = 0x01 (format) | varint first | varint count | varint length, entries | 32 bytes root
//
//   first    sequence number of the first entry; numbers begin at 1, and a segment begins where the one before ended
//   count    1 .. limits::batch_entries_max
//   entries  the stored entries (journal/entry.h) one after the other, at most limits::batch_bytes_max
//   root     root of the tree after the last entry; its size is first - 1 + count and is not written again
//
// A segment is valid after the tree edge E if first = size of E + 1, the entries parse canonically and are `count`, every group in
// it is whole (consecutive, from index 0 to the last), and E with their leaf hashes gives the root. A segment is written by one
// transaction of the store, so a crash leaves it whole or absent; a torn or altered one does not reach its root.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "base/codec.h"
#include "base/id.h"
#include "base/result.h"
#include "journal/entry.h"
#include "journal/merkle.h"

namespace sumi::journal {

struct Segment {
  SequenceNumber first;
  std::uint32_t count = 0;
  Bytes entries;
  TreeHead head;  // after the last entry
  [[nodiscard]] SequenceNumber last() const { return {first.value + count - 1}; }
  friend bool operator==(const Segment&, const Segment&) = default;
};

[[nodiscard]] Bytes encode_segment(const Segment& segment);
// Only the frame; the entries are looked at by verify_segment. journal.segment_bytes.
[[nodiscard]] Result<Segment> decode_segment(BytesView bytes);

// Everything of the comment above. On success `edge` has become the edge after the segment; on failure it is as before.
// `leaves`, if given, gets the leaf hashes appended. journal.segment_gap, segment_bytes, segment_count, segment_group, segment_root.
[[nodiscard]] Result<void> verify_segment(const Segment& segment, TreeEdge& edge, std::vector<Hash>* leaves = nullptr);

// Calls f for each entry in order and stops at its first error. The views point into the segment. journal.segment_bytes, segment_count.
[[nodiscard]] Result<void> for_each_entry(const Segment& segment, const std::function<Result<void>(SequenceNumber, const EntryView&)>& f);

// Collects one batch. Nothing is hashed before finish(), so a group that fails half-way is taken back cheaply, and another thread can do the hashing.
class SegmentBuilder {
 public:
  // `edge` is the tree before the batch.
  explicit SegmentBuilder(TreeEdge edge);
  // The batch after entry `last`, while the tree up to there is still being hashed: stand_on() brings it before finish().
  explicit SegmentBuilder(SequenceNumber last);
  // std::logic_error: the edge is not the one before this batch.
  void stand_on(TreeEdge edge);

  // The number the entry will have. journal.entry_header, entry_too_large; journal.segment_full (write this batch, then go on).
  [[nodiscard]] Result<SequenceNumber> append(const EntryHeader& header, BytesView public_body, BytesView party_body, const Salt& salt);
  [[nodiscard]] std::size_t entry_count() const { return places_.size(); }
  [[nodiscard]] std::size_t byte_count() const { return entries_.size(); }
  [[nodiscard]] bool empty() const { return places_.empty(); }
  // Takes back every entry after the first `entries`.
  void roll_back_to(std::size_t entries);
  // The leaf hashes of the entries so far, for the tree that makes proofs.
  [[nodiscard]] std::span<const Hash> leaves();

  // The segment; the builder then stands at the edge after it, empty. There must be at least one entry.
  [[nodiscard]] Segment finish();
  // The number of the last entry so far.
  [[nodiscard]] SequenceNumber last() const { return {before_ + places_.size()}; }
  // The edge before the entries collected now.
  [[nodiscard]] const TreeEdge& edge() const { return edge_; }

 private:
  TreeEdge edge_;
  std::uint64_t before_ = 0;  // entries before the batch; the edge may not be there yet
  ByteWriter entries_;
  std::vector<EntryPlace> places_;
  std::vector<std::size_t> ends_;  // end offset of each entry
  std::vector<Hash> leaves_;       // of the first entries, as far as they were asked for
};

}  // namespace sumi::journal
