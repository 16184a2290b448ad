// journal export, and journal replay of what it wrote.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct ExportArguments {
  std::string folder;           // that is made
  bool open = false;            // --public
  bool auditor = false;         // --auditor
  bool without_sealed = false;
};
int run_journal_export(const Context&, const ExportArguments&);

struct BundleReplayArguments {
  std::string folder;
  std::string public_key;  // key or fingerprint that came another way
  bool decide = false;
  bool sections = false;
};
int run_bundle_replay(const Context&, const BundleReplayArguments&);
// The sections of a state's dump, for people and as JSON.
void print_sections(const Context&, Tree& answer, const scheme::State& state);

}  // namespace sumi::cli
