// What the journal costs per entry, without a disk: encoding with leaf hash, the tree, verification, a proof. Prints nanoseconds per entry.
#include <chrono>
#include <cstdio>

#include "journal/seal.h"
#include "journal/segment.h"

namespace {

using namespace sumi;
using namespace sumi::journal;

constexpr std::size_t batch_entries = 4096;
constexpr std::size_t batches = 100;

class Watch {
 public:
  void say(const char* what, std::size_t count) {
    const auto now = std::chrono::steady_clock::now();
    const double ns = std::chrono::duration<double, std::nano>(now - start_).count();
    std::printf("%-40s %8.0f ns\n", what, ns / static_cast<double>(count));
    start_ = std::chrono::steady_clock::now();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The size of a typical transfer: 66 bytes of header and frame, 40 of bodies.
EntryHeader some_header() {
  EntryHeader h;
  h.type = 40;
  h.version = 1;
  h.time.ms = 1'795'305'600'000;
  h.business_date = Date::from_days(20'779);
  h.on_behalf_of.value = 12'000;
  h.adoption = 1;
  h.organisation_is_party = true;
  return h;
}

}  // namespace

int main() {
  const EntryHeader header = some_header();
  const Bytes party(40, 0x33);
  SaltSource salts;
  SegmentBuilder builder{TreeEdge{}};
  MerkleTree tree;
  std::vector<Segment> segments;
  Watch watch;
  for (std::size_t b = 0; b < batches; ++b) {
    for (std::size_t i = 0; i < batch_entries; ++i) {
      if (!builder.append(header, {}, party, salts.next())) return 2;
    }
    segments.push_back(builder.finish());
  }
  const std::size_t entries = batches * batch_entries;
  watch.say("append: encode, leaf hash, tree edge", entries);
  TreeEdge edge;
  std::vector<Hash> leaves;
  for (const Segment& s : segments) {
    if (!verify_segment(s, edge, &leaves)) return 3;
  }
  watch.say("verify a segment", entries);
  for (const Hash& leaf : leaves) tree.append(leaf);
  watch.say("tree with all levels", entries);
  for (std::size_t i = 0; i < 1000; ++i) {
    if (!prove_inclusion(tree, i * 397 % entries, entries)) return 3;
  }
  watch.say("inclusion proof", 1000);
  std::printf("%-40s %8.1f bytes\n", "an entry in the journal", static_cast<double>(segments.front().entries.size()) / batch_entries);
}
