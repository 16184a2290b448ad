// The registry's papers and its public view.
#pragma once

#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct PaperArguments {
  std::string what;    // notice, certificates, certificate, history, statement, totals, area, article6
  std::uint64_t number = 0;  // of a retirement or an account
  std::string on;      // a day
  std::string year;    // FY2026; a calendar year of article6
  std::string area, party;
  std::string format = "text";  // text, json, pdf
  std::string output;  // a file; empty: standard output (not for pdf)
};
int run_paper(const Context&, const PaperArguments&);

struct SearchArguments {
  std::string text, serial, user, purpose, from, to;
  std::uint64_t project = 0;
};
int run_search(const Context&, const SearchArguments&);
// `check`: compares a dump that stands with the ledger, writes nothing.
int run_open_data(const Context&, const std::string& folder, bool check);
// The receipt that a paper's code leads to.
int run_code_receipt(const Context&, const std::string& code, const std::string& output);

// The log's next key, new secrets behind the keys that compare, one sealed value less.
int run_keys_rotate(const Context&, const std::string& next_key_file);
int run_rekey(const Context&);
int run_erase(const Context&, const std::string& commitment, const std::string& ground);

}  // namespace sumi::cli
