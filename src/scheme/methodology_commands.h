// A methodology's own way: proposed, reviewed, laid open for comment, adopted, revised, abolished. Data only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.h"
#include "scheme/no_outcome.h"

namespace sumi::scheme {

struct MethodologyProposed {
  std::uint32_t proposal = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "proposal", s.proposal);
  }
};
// type 125.
struct ProposeMethodology {
  using Outcome = MethodologyProposed;
  std::string number;  // "" while it has none
  std::string title_ja;
  std::string title_en;
  bool revision = false;  // of an adopted methodology
  Hash document;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "title_ja", s.title_ja);
    v(Part::open, "title_en", s.title_en);
    v(Part::open, "revision", s.revision);
    v(Part::open, "document", s.document);
  }
};
// type 126.
struct ReviewMethodology {
  using Outcome = NoOutcome;
  std::uint32_t proposal = 0;
  bool positive = false;
  Hash opinion;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "positive", s.positive);
    v(Part::open, "opinion", s.opinion);
  }
};
// type 127.
struct OpenComment {
  using Outcome = NoOutcome;
  std::uint32_t proposal = 0;
  Period period;
  Hash draft;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "period", s.period);
    v(Part::open, "draft", s.draft);
  }
};
// type 128.
struct CloseComment {
  using Outcome = NoOutcome;
  std::uint32_t proposal = 0;
  std::uint32_t comments = 0;
  Hash answers;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "comments", s.comments);
    v(Part::open, "answers", s.answers);
  }
};
// type 129. Approved: the pack may be adopted by its authority.
struct DecideMethodology {
  using Outcome = NoOutcome;
  std::uint32_t proposal = 0;
  std::uint32_t round = 0;
  bool approved = false;
  std::string number;
  Hash pack;  // the rule pack to be adopted; zero where it was refused
  std::string ground;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "proposal", s.proposal);
    v(Part::open, "round", s.round);
    v(Part::open, "approved", s.approved);
    v(Part::open, "number", s.number);
    v(Part::open, "pack", s.pack);
    v(Part::open, "ground", s.ground);
  }
};
// type 124. Registered projects keep it; no new plan may use it from that day.
struct AbolishMethodology {
  using Outcome = NoOutcome;
  std::string number;
  std::uint32_t round = 0;
  Date from;
  std::string merged_into;  // another methodology; "" = none
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "round", s.round);
    v(Part::open, "from", s.from);
    v(Part::open, "merged_into", s.merged_into);
  }
};

}  // namespace sumi::scheme
