// A text that is read as a proof, a cosigned note, what a witness keeps or the evidence of a fork must be the text that it is written as; and none of
// them may be trusted for being readable. Tiles of any bytes lead to a root or to an error.
#include <cstdlib>
#include <string_view>

#include "journal/cosignature.h"
#include "journal/proof.h"
#include "journal/tiles.h"
#include "journal/witness.h"

namespace {

using namespace sumi;
using namespace sumi::journal;

// A key that nobody can sign with: 32 zero bytes are a point of small order.
PublicKey nobody(const std::string& name) {
  PublicKey key;
  key.name = name;
  return key;
}

void read_tiles(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, data + size);
  const std::uint64_t leaves = size == 0 ? 0 : std::uint64_t{data[0]} * data[0] * 37;
  const TileFetch fetch = [&](const std::string&) -> Result<std::optional<Bytes>> { return bytes; };
  const TileNodes nodes(leaves, fetch);
  (void)root_at(nodes, leaves);
  (void)prove_inclusion(nodes, leaves / 2, leaves);
  (void)TileWriter::resume(leaves, fetch);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_tiles(data, size);
  if (const auto proof = InclusionProof::parse(text)) {
    if (proof->to_text() != text) std::abort();
    for (const NoteSignature& s : proof->checkpoint.signatures) {
      if (verify_inclusion_proof(*proof, nobody(s.name))) std::abort();
    }
  }
  if (const auto proof = ConsistencyProof::parse(text)) {
    if (proof->to_text() != text) std::abort();
    WitnessState state;
    if (state.accept(*proof)) std::abort();
    (void)state.trust(proof->checkpoint.origin, nobody(proof->checkpoint.signatures.front().name), false);
    if (state.accept(*proof)) std::abort();
  }
  if (const auto state = WitnessState::parse(text)) {
    if (state->to_text() != text) std::abort();
  }
  if (const auto evidence = ForkEvidence::parse(text)) {
    if (evidence->to_text() != text) std::abort();
  }
  if (const auto checkpoint = Checkpoint::parse(text)) {
    for (const NoteSignature& s : checkpoint->signatures) {
      if (verify_witness(*checkpoint, {nobody(s.name), true})) std::abort();
    }
  }
  if (const auto witness = WitnessKey::parse(text)) {
    if (witness->to_text() != text) std::abort();
  }
  return 0;
}
