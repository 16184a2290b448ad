// The subcommands. Each returns the exit code: 0 done, 1 refused by a rule, 2 bad input or usage, 3 store damaged, 4 busy.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/context.h"
#include "rulebook/methodology.h"
#include "rulebook/rulebook.h"

namespace sumi::cli {

struct InitOptions {
  std::string kind = "demo";
  std::string operator_name;
  std::string corporate_number;
  std::string administrator = "admin";
  std::string time;  // when a demo or training store begins; empty: now
};
int run_init(const Context&, const InitOptions&);
int run_keys_new(const Context&, const std::string& file, const std::string& name);
int run_keys_show(const Context&, const std::string& file);
int run_person_add(const Context&, const std::string& login, const std::string& name);
int run_person_list(const Context&);

int run_status(const Context&);
// The organisations of a store with their numbers, which --for takes.
int run_organisations(const Context&);
int run_holdings(const Context&, std::uint64_t account);
int run_check(const Context&, bool full);
int run_receipt(const Context&, std::uint64_t entry, bool party, const std::string& output);
int run_receipt_verify(const Context&, const std::string& file, const std::string& public_key);
int run_journal_show(const Context&, std::uint64_t from, std::uint64_t count);
int run_journal_replay(const Context&, std::uint64_t to, bool sections);
int run_snapshot(const Context&);

// `directory`: a whole rulebook, or one pack among those of the rulebook.
int run_rules_check(const Context&, const std::string& directory);
int run_rules_new(const Context&, const std::string& number, const std::string& folder);
// Each side: a folder of a pack or of a rulebook, a family of the store (or of the shipped rulebook), "FAMILY@DAY" or "@DAY" as a store had adopted it.
int run_rules_diff(const Context&, const std::string& before, const std::string& after);
int run_rules_list(const Context&, const std::string& what);
int run_rules_show(const Context&, const std::string& key, const std::string& on, const std::string& as_known, const std::string& adopted);
int run_rules_explain(const Context&, const std::string& methodology);
int run_rules_adopt(const Context&, const std::string& directory);

// A pack that lies in a folder, read with the other packs of the rulebook (the store's, or the shipped one) and checked as its author is told.
struct PackAmongOthers {
  rulebook::Pack pack;
  rulebook::Rulebook rulebook;
  std::shared_ptr<const rulebook::Methodology> methodology;  // of a methodology pack
};
Result<PackAmongOthers> read_among_others(const Context&, const std::string& folder);

int run_project_new(const Context&, const std::string& methodology, const std::string& output, bool programme);
// `low_confidence`: values of confidence "low" may be used; what used one says so.
int run_project_check(const Context&, const std::string& plan, const std::string& on, bool low_confidence);
// An empty table of the data that a plan monitors, a line for each series and month of `period`.
int run_project_data(const Context&, const std::string& plan, const std::string& period, const std::string& output);
int run_project_calculate(const Context&, const std::string& plan, const std::string& data, const std::string& period, const std::string& trace, bool low_confidence);
int run_project_list(const Context&);

int run_migrate(const Context&, const std::string& folder, bool dry_run, const std::string& report);
int run_statistics(const Context&, const std::string& as_known, const std::string& by, bool csv);

// One line of the scenario language, or several, against the store.
int run_do(const Context&, const std::vector<std::string>& words);
int run_play(const Context&, const std::string& file, bool trace);

}  // namespace sumi::cli
