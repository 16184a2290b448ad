// What several routes are asked: the parameters of a list, and of one thing by its number.
#pragma once

#include <string>

#include "base/describe.h"
#include "base/id.h"
#include "service/view.h"

namespace sumi::http {

// A list that is only paged.
struct PagesQuery {
  service::PageQuery page;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
  }
};
// And saved as a file, and sorted (list_route.h).
struct ListQuery {
  service::PageQuery page;
  std::string format, sort;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "limit", s.page.limit);
    v(Part::open, "cursor", s.page.cursor);
    v(Part::open, "format", s.format);
    v(Part::open, "sort", s.sort);
  }
};
struct ProjectQuery {
  ProjectNumber project;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "project", s.project); }
};
struct ReportQuery {
  ProjectNumber project;
  std::uint32_t report = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "project", s.project);
    v(Part::open, "report", s.report);
  }
};
struct EntryQuery {
  SequenceNumber entry;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "entry", s.entry); }
};
struct RetirementQuery {
  RetirementNumber retirement;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "retirement", s.retirement); }
};

}  // namespace sumi::http
