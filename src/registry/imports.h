// Imported blocks as the state holds them.
#pragma once

#include "base/table.h"
#include "registry/import_commands.h"

namespace sumi::registry {

struct ImportRow {
  std::string serial;
  std::string grammar;
  std::string origin;
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::party, "serial", s.serial);
    v(Part::party, "grammar", s.grammar);
    v(Part::party, "origin", s.origin);
    v(Part::party, "document", s.document);
  }
};
struct Imports {
  Table<BatchNumber, ImportRow> imports;
  template <class Self, class F> static void each(Self& s, F&& f) { f("imports", s.imports); }
  // Derived, not dumped: where a block came from -> its batches, so that nothing is imported twice.
  Table<std::pair<std::string, BatchNumber>, Nothing> by_origin;
  template <class Self, class F> static void each_index(Self& s, F&& f) { f(s.by_origin); }
};

}  // namespace sumi::registry
