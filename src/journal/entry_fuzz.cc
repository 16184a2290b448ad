// Bytes that are read as an entry, a segment or a tree's edge must be the bytes that these are written as.
#include <algorithm>
#include <cstdlib>

#include "journal/entry.h"
#include "journal/segment.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sumi;
  using namespace sumi::journal;
  const BytesView bytes(data, size);
  const auto same = [&](const Bytes& written) { return written.size() == size && std::equal(written.begin(), written.end(), data); };
  if (const auto entry = decode_entry(bytes)) {
    const auto again = encode_entry(entry->to_entry());
    if (!again || !same(*again)) std::abort();
  }
  if (const auto segment = decode_segment(bytes)) {
    if (!same(encode_segment(*segment))) std::abort();
    TreeEdge edge;
    if (verify_segment(*segment, edge) && edge.head() != segment->head) std::abort();
  }
  ByteReader reader(bytes);
  if (const auto edge = TreeEdge::decode(reader)) {
    ByteWriter out;
    edge->encode(out);
    if (out.size() != reader.offset() || !std::equal(out.bytes().begin(), out.bytes().end(), data)) std::abort();
  }
  return 0;
}
