// The QR code of a text, as squares.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sumi::report {

struct QrSquares {
  std::size_t side = 0;      // modules along one side, without the quiet zone of 4
  std::vector<bool> dark;    // side x side, row by row
};
// Bytes as they are, error correction M (15 % may be lost). `text` has 1 to 2,331 bytes; else, or where memory ends, std::runtime_error.
[[nodiscard]] QrSquares qr_squares(std::string_view text);

}  // namespace sumi::report
