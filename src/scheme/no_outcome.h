// What a command leads to that gives no number and picks nothing.
#pragma once

namespace sumi::scheme {

struct NoOutcome {
  template <class Self, class V> static void fields(Self&, V&) {}
};

}  // namespace sumi::scheme
