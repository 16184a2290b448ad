// project find: what of a list of equipment could become credits. Beside commands.h, since its options are many.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace sumi::cli {

struct FindArguments {
  std::string list;         // CSV or XLSX
  bool make_map = false;    // guess the columns and write them
  std::string columns;      // MAP.toml
  std::string sheet;        // of a workbook; else the map's
  std::string on;           // planned day of the application; else the map's
  std::string programmes;   // CSV of registered programmes; else the store's, where one is named
  std::string operator_name;
  std::vector<std::string> prices;
  std::string output;       // of the map, or of the result as CSV
  std::string application;  // folder for the applications
};
int run_project_find(const Context&, const FindArguments&);

}  // namespace sumi::cli
