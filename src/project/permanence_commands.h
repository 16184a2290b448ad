// Forests: buffer, permanence, reversal. Data only: this header is also read by sumi-verify.
//
// Sources: 環境省 J-VER 2017-03-09 (buffer), Ｊ－クレジット制度 資料 2023-01 (ten years of permanence).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/commands.h"

namespace sumi::project {

enum class ReversalKind : std::uint8_t { natural_disturbance = 1, unavoidable_conversion = 2, own_act = 3 };
// type 110. Before the application for registration; for a project that came registered from elsewhere, once. The buffer's rate is data of the project
// (3 to 10 %). By when a year's report has to come is not in the sources at hand: the project declares it.
struct SetForestTerms {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::string buffer_rate;  // a share of 1: 0.03
  std::uint32_t permanence_years = 0;  // 10 in the scheme's rules
  std::uint32_t report_months = 0;     // within how many months after each of these years its report comes
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "buffer_rate", s.buffer_rate);
    v(Part::open, "permanence_years", s.permanence_years);
    v(Part::open, "report_months", s.report_months);
  }
};
// type 111.
struct ReportPermanence {
  using Outcome = NoOutcome;
  ProjectNumber project;
  std::uint32_t year = 0;  // 1 = the first year after the crediting period
  bool kept = false;  // the forest stands as it was certified
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "year", s.year);
    v(Part::open, "kept", s.kept);
    v(Part::open, "document", s.document);
  }
};
struct ReversalRecorded {
  std::uint32_t reversal = 0;  // counts within the project
  std::uint64_t from_buffer = 0;  // t that the buffer has to cover
  std::uint64_t obligation = 0;  // 0 = none: the buffer covers it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "reversal", s.reversal);
    v(Part::open, "from_buffer", s.from_buffer);
    v(Part::open, "obligation", s.obligation);
  }
};
// type 112. Natural disturbance and unavoidable conversion are covered by the buffer as far as it goes; what the holder did himself he compensates.
struct RecordReversal {
  using Outcome = ReversalRecorded;
  ProjectNumber project;
  ReversalKind kind = ReversalKind::natural_disturbance;
  Date happened_on;
  std::uint64_t tonnes = 0;
  Date due;  // of a compensation
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "kind", s.kind);
    v(Part::open, "happened_on", s.happened_on);
    v(Part::open, "tonnes", s.tonnes);
    v(Part::open, "due", s.due);
    v(Part::open, "document", s.document);
  }
};

}  // namespace sumi::project
