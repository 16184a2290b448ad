// project admit, members, sample, share: what an operator does with the members of its programme.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace sumi::cli {

int run_project_admit(const Context&, std::uint64_t project, const std::string& list, const std::string& on);
int run_project_members(const Context&, std::uint64_t project, bool names);

// The size of a sample by the scheme's formula.
int run_sample_size(const Context&, std::uint64_t population);
// Fixes the list of a period and commits to a seed, which is made and written to a file of mode 0600: it is published by `draw`.
int run_sample_fix(const Context&, std::uint64_t project, const std::string& period, const std::string& purpose, const std::string& seed_file, const std::string& on);
// `strata`: "home=12", "=49" for all members.
int run_sample_draw(const Context&, std::uint64_t project, std::uint64_t list, const std::string& seed_file, const std::vector<std::string>& strata, const std::string& on);
// Draws again from the fixed list and the seed (of the register, or as it was published in a file), and compares.
int run_sample_replay(const Context&, std::uint64_t project, std::uint64_t list, const std::string& seed_file);

// `file`: a CSV with member, and tonnes or yen. `rule`: per_tonne, equal, fixed.
int run_project_share(const Context&, const std::string& file, std::uint64_t yen, const std::string& rule, const std::string& output);

// The monitoring report's form: the plan's rows with the actual values. `data` may be empty: the rows alone.
int run_project_report_form(const Context&, const std::string& plan, const std::string& data, const std::string& period, const std::string& output);

}  // namespace sumi::cli
