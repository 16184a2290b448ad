// Who is there already. Only for members*.cc.
#pragma once

#include "project/cases.h"

namespace sumi::project {

// The keys and periods that a comparison needs, of a member that is just being admitted or changed.
struct Comparing {
  MemberRef member;
  const std::vector<MemberKey>* keys = nullptr;
  std::optional<Period> counts_in;
};
// Compares with every member of the state that counts, and with those that were given to it before. Matches are numbered in the order found.
class Matcher {
 public:
  Matcher(const Cases& cases, std::uint64_t last_match) : cases_(cases), match_(last_match) {}
  // project.member_matches_too_many. Afterwards the member is one of those that others are compared with.
  Result<void> look(const Comparing& member);
  std::vector<MemberMatch> take() { return std::move(matches_); }

 private:
  void meet(const Comparing& member, MemberKeyKind kind, MemberRef other, bool other_has_address, std::map<MemberRef, MemberKeyKind>& found) const;
  const Cases& cases_;
  std::uint64_t match_;
  std::vector<MemberMatch> matches_;
  std::map<std::pair<MemberKeyKind, Hash>, std::vector<Comparing>> fresh_;
};

}  // namespace sumi::project
