#include "verify/epoch.h"

#include "base/describe.h"
#include "scheme/commands.h"

namespace sumi::verify {

std::optional<journal::EpochHeads> epoch_heads(const journal::VerifiedReceipt& entry) {
  std::optional<journal::EpochHeads> heads;
  scheme::with_command_type(entry.header.type, entry.header.version, [&](const auto& known) {
    using Command = std::decay_t<decltype(known)>;
    if constexpr (std::is_same_v<Command, scheme::NewEpoch>) {
      scheme::NewEpoch epoch;
      scheme::NewEpoch::Outcome outcome;
      try {
        ByteReader reader(entry.public_body);
        PartDecoder decoder{reader, Part::open};
        scheme::NewEpoch::fields(epoch, decoder);
        scheme::NewEpoch::Outcome::fields(outcome, decoder);
        reader.expect_end();
      } catch (const CodecError&) {
        return;
      }
      heads = {{epoch.abandoned_size, epoch.abandoned_root}, {epoch.kept_size, epoch.kept_root}};
    }
  });
  return heads;
}

}  // namespace sumi::verify
