#include "report/qr.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace sumi::report {

QrSquares qr_squares(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M), &QRcode_free);
  if (code == nullptr) throw std::runtime_error("the QR code could not be made");
  QrSquares out;
  out.side = static_cast<std::size_t>(code->width);
  for (std::size_t i = 0; i < out.side * out.side; ++i) out.dark.push_back((code->data[i] & 1U) != 0);
  return out;
}

}  // namespace sumi::report
