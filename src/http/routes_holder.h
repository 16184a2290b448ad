// What the routes of an account holder share. Only for this room.
#pragma once

#include <string>

#include "http/route.h"

namespace sumi::http {

// Asked of every list: a page of it, its order ("-units": the other way round), or all of it as a file.
struct HolderList {
  service::PageQuery page;
  std::string sort;
  std::string format;  // json, csv, xlsx
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "sort", s.sort);
    v(Part::open, "format", s.format);
  }
};
struct AccountOnly {
  AccountNumber account;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "account", s.account); }
};

[[nodiscard]] Unexpected no_account(AccountNumber account);
// What one may not see is not there: http.not_found.
[[nodiscard]] Result<void> check_seen(const Call& call, AccountNumber account);

}  // namespace sumi::http
