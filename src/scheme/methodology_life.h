// A methodology's own way: proposed, reviewed, laid open for comment, decided by a committee round, adopted as a rule pack by its authority, abolished.
//
//   proposed -> reviewed -> commenting -> commented -> approved -> adopted
//
// A negative review ends in not_taken_up, the committee's no in refused; a new proposal may follow. A revision may go from its review to the committee
// without public comment: which revisions need one the text of 方法論策定規程, which was not at hand, would say. What the committee approved is one pack,
// by its hash; the family's authority adopts that pack and no other (AdoptRulebook) while the proposal is the latest word on its number.
#pragma once

#include <optional>
#include <string>

#include "base/describe.h"
#include "project/step.h"

namespace sumi::scheme {

enum class ProposalStage : std::uint8_t {
  proposed = 1, reviewed = 2, commenting = 3, commented = 4, approved = 5, adopted = 6, not_taken_up = 7, refused = 8
};

struct ProposalRow {
  std::string number;  // "" while it has none
  std::string title_ja;
  std::string title_en;
  bool revision = false;
  ProposalStage stage = ProposalStage::proposed;
  Hash document;
  project::Step proposed;
  project::Step reviewed;
  Hash opinion;
  std::optional<Period> comment_period;
  Hash draft;
  std::uint32_t comments = 0;
  Hash answers;
  project::Step decided;
  std::uint32_t round = 0;
  std::string ground;
  Hash pack;                    // approved
  std::uint32_t adoption = 0;   // the adoption that put it in force
  Date last_step_on;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "title_ja", s.title_ja);
    v(Part::open, "title_en", s.title_en);
    v(Part::open, "revision", s.revision);
    v(Part::open, "stage", s.stage);
    v(Part::open, "document", s.document);
    v(Part::open, "proposed", s.proposed);
    v(Part::open, "reviewed", s.reviewed);
    v(Part::open, "opinion", s.opinion);
    v(Part::open, "comment_period", s.comment_period);
    v(Part::open, "draft", s.draft);
    v(Part::open, "comments", s.comments);
    v(Part::open, "answers", s.answers);
    v(Part::open, "decided", s.decided);
    v(Part::open, "round", s.round);
    v(Part::open, "ground", s.ground);
    v(Part::open, "pack", s.pack);
    v(Part::open, "adoption", s.adoption);
    v(Part::open, "last_step_on", s.last_step_on);
  }
};
// Registered projects keep an abolished methodology; from that day no plan is drafted, applied for or extended under it.
struct AbolitionRow {
  Date from;
  std::string merged_into;  // "" = none
  std::uint32_t round = 0;
  project::Step decided;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "from", s.from);
    v(Part::open, "merged_into", s.merged_into);
    v(Part::open, "round", s.round);
    v(Part::open, "decided", s.decided);
  }
};

}  // namespace sumi::scheme
