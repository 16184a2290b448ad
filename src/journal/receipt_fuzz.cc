// A text that is read as a receipt, a checkpoint or a public key must be the text that it is written as, and none of them may be trusted for being readable.
#include <cstdlib>
#include <string_view>

#include "journal/receipt.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace sumi;
  using namespace sumi::journal;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto receipt = Receipt::parse(text)) {
    if (receipt->to_text() != text) std::abort();
    if (const auto verified = verify_receipt(*receipt)) {
      if (!receipt->key.verify(receipt->checkpoint.body(), receipt->checkpoint.signatures.at(0).signature)) std::abort();
    }
  }
  if (const auto checkpoint = Checkpoint::parse(text)) {
    if (checkpoint->to_text() != text) std::abort();
  }
  if (const auto key = PublicKey::parse(text)) {
    if (key->to_text() != text) std::abort();
  }
  (void)parse_pin(text);
  return 0;
}
