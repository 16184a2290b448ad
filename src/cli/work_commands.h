// project package, recalculate, accept: the verifier's way without a store. project retention, letter: what is kept until when, and the data of a letter.
#pragma once

#include <cstdint>
#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct RecalculateOptions {
  std::string package;
  std::string figures;   // CSV of the verifier's own figures
  std::string sign;      // key file
  std::uint64_t verifier = 0;
  std::string output;    // of the return
};

int run_project_package(const Context&, std::uint64_t project, std::uint64_t report, const std::string& output);
int run_project_recalculate(const Context&, const RecalculateOptions&);
int run_project_accept(const Context&, const std::string& file);
int run_project_retention(const Context&, const std::string& on);
int run_project_letter(const Context&, std::uint64_t project, std::uint64_t report);

}  // namespace sumi::cli
