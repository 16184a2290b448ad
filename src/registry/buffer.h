// The buffer of forests: what is set aside at the issue, and what a reversal takes of it.
//
// Sources: 環境省 (オフセット・クレジット(J-VER)制度), バッファー管理口座からのクレジット無効化について, 2017-03-09: removal that natural disturbance or an unavoidable
// conversion of land has undone is covered by as many units, which move from the buffer to the retirement account. Split at the issue: three published
// J-VER certifications (buffer_test.cc). That J-Credit does alike is assumed.
#pragma once

#include <cstdint>

#include "base/number.h"

namespace sumi::registry {

// floor(rate x certified): the buffer first, the holder has the rest. Of a certification as a whole, not per vintage.
[[nodiscard]] std::uint64_t buffer_units(const Rational& rate, std::uint64_t certified);

// What the reversal of a project asks of the buffer.
struct BufferNeed {
  std::uint64_t tonnes = 0;  // that the buffer covers; 0: none of it
  bool drawn = false;        // already
};

}  // namespace sumi::registry
