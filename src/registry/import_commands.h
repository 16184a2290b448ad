// Units of other crediting programmes, expiry, and what leaves the buffer. Data only.
#pragma once

#include <string>
#include <vector>

#include "registry/commands.h"

namespace sumi::registry {

struct BatchImported {
  BatchNumber batch;
  std::string grammar;  // "" = opaque: the serial is kept as one block
  std::string origin;  // what names the block there; with its numbers never imported twice
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "batch", s.batch);
    v(Part::open, "grammar", s.grammar);
    v(Part::open, "origin", s.origin);
  }
};
// type 34. A block of another programme comes in under its own serial.
struct ImportUnits {
  using Outcome = BatchImported;
  BatchAttributes attributes;
  std::string serial;  // as the other registry prints it, byte for byte
  std::uint64_t first = 0;  // theirs, where the serial can be read; else 1
  std::uint64_t end = 0;
  Date issued_on;  // there
  Hash document;  // what shows that the units were taken out of circulation there
  std::vector<Allocation> allocations;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "attributes", s.attributes);
    v(Part::open, "serial", s.serial);
    v(Part::open, "first", s.first);
    v(Part::open, "end", s.end);
    v(Part::open, "issued_on", s.issued_on);
    v(Part::open, "document", s.document);
    v(Part::party, "allocations", s.allocations);
  }
};
// type 35. Credits carried over whose time is over by the rulebook.
struct ExpireUnits {
  using Outcome = Nothing;
  std::vector<PublicRange> ranges;
  std::string rule;  // key of the rulebook's expiries
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "rule", s.rule);
  }
};
// type 36. Once the years of permanence have passed: what the buffer still holds of the project goes to its holder.
struct ReleaseBuffer {
  using Outcome = Nothing;
  ProjectNumber project;
  std::vector<PublicRange> ranges;
  AccountNumber to;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "ranges", s.ranges);
    v(Part::party, "to", s.to);
  }
};

}  // namespace sumi::registry
