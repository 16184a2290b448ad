// What a list of transfers is answered with. Only for routes_transfers.cc and routes_jobs.cc.
#pragma once

#include <string>
#include <vector>

#include "service/bulk_transfer.h"
#include "service/transfers_view.h"

namespace sumi::http {

struct BulkLineView {
  std::uint32_t line = 0;
  std::string result;        // moved, waits_for_second, waits_for_transferee, judged, not_judged, or the refusal's name
  bool fits = false;
  std::string message;       // of a refusal, in the language that was asked for
  SequenceNumber entry;
  std::vector<registry::SerialRange> ranges;
  std::uint64_t units = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "line", s.line);
    v(Part::open, "result", s.result);
    v(Part::open, "fits", s.fits);
    v(Part::open, "message", s.message);
    v(Part::open, "entry", s.entry);
    v(Part::open, "ranges", s.ranges);
    v(Part::open, "units", s.units);
  }
};
struct BulkView {
  bool entered = false, repeated = false, fits = false;  // fits: every line could be entered
  std::uint32_t lines_in_all = 0, refused = 0;
  std::uint64_t units = 0;  // of the lines that fit
  std::vector<BulkLineView> lines;
  std::vector<service::WhyNot> findings;  // of the list as a whole: no line to stand at
  std::string report;                     // CSV: line, result, entry, serials, message
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "entered", s.entered);
    v(Part::open, "repeated", s.repeated);
    v(Part::open, "fits", s.fits);
    v(Part::open, "lines_in_all", s.lines_in_all);
    v(Part::open, "refused", s.refused);
    v(Part::open, "units", s.units);
    v(Part::open, "lines", s.lines);
    v(Part::open, "findings", s.findings);
    v(Part::open, "report", s.report);
  }
};

}  // namespace sumi::http
