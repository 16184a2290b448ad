// What a Rulebook holds. Only rulebook.cc and look_up.cc include it.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"

namespace sumi::rulebook {

struct LoadedTable {
  TableInfo info;
  const Pack* pack = nullptr;  // in Rulebook::Data::packs
  std::string shown_file;
  std::vector<Row> rows;
  std::map<std::vector<std::string>, std::vector<std::uint32_t>> by_key;  // indices of rows, oldest validity first
  void index_rows();
};

struct Rulebook::Data {
  std::vector<Pack> packs;          // by family
  std::vector<LoadedTable> tables;  // by name
  std::vector<TableInfo> infos;
  std::vector<Source> sources;  // by id
  std::vector<std::pair<std::string, std::shared_ptr<const Methodology>>> methodologies;
  std::string manifest_text;
  Hash manifest;
  [[nodiscard]] const LoadedTable* find(std::string_view name) const;
};

}  // namespace sumi::rulebook
