// sumi witness: keeps the last checkpoint of each journal that it watches, signs what continues it, and refuses and keeps what contradicts it. It needs
// no store (journal/witness.h, docs/proofs.md).
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct WitnessArguments {
  std::string state;   // the file that it keeps
  std::string origin;  // trust
  std::string key;     // trust: the log's public key
  bool replace = false;
  std::string proof;   // cosign: a proof of consistency with the new checkpoint
  std::string epoch;   // cosign: proof of a new epoch's first entry
  std::string output;  // cosign: the checkpoint with the witness's signature
};

int run_witness_trust(const Context&, const WitnessArguments&);
int run_witness_cosign(const Context&, const WitnessArguments&);
int run_witness_list(const Context&, const WitnessArguments&);
// The witness's own public keys, with and without a time in the signature.
int run_witness_key(const Context&);

}  // namespace sumi::cli
