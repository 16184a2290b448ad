#include "rulebook/rulebook.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "base/sha256.h"
#include "rulebook/rulebook_data.h"
#include "rulebook/table_reader.h"

namespace sumi::rulebook {

namespace {

// The directories directly below, by name, so that findings come in the same order everywhere.
std::vector<std::string> directories_below(const std::string& directory) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  std::error_code failed;
  for (fs::directory_iterator entry(directory, failed); !failed && entry != fs::directory_iterator(); entry.increment(failed)) {
    if (entry->is_directory() && !entry->path().filename().string().starts_with('.')) found.push_back(entry->path().string());
  }
  std::ranges::sort(found);
  return found;
}

// What lies in `directory` is of the family that the directory is named after: so one look at the tree shows what there is.
void read_packs(const std::string& directory, PackKind kind, std::vector<Pack>& packs, Findings& findings) {
  for (const std::string& path : directories_below(directory)) {
    std::error_code failed;
    if (std::filesystem::is_empty(path, failed)) continue;  // left over when a pack was taken out: version control keeps no empty directory
    Result<Pack> pack = Pack::read(path);
    if (!pack) {
      findings.add(std::move(pack).error());
      continue;
    }
    const std::string name = std::filesystem::path(path).filename().string();
    if (pack->family() != name || pack->head().kind != kind) {
      findings.add(make_error(errors::pack_value,
                              {{"key", "family"},
                               {"text", pack->family()},
                               {"expected_ja", "family はフォルダ名と同じにし、データは packs/、方法論は methodology/ に置いてください。"},
                               {"expected_en", "The family is the directory's name; data lies in packs/, methodologies in methodology/."}},
                              {pack->shown_path("pack.toml"), 0, 0}));
    }
    packs.push_back(*std::move(pack));
  }
}

class Loader {
 public:
  explicit Loader(std::vector<Pack> packs, Findings findings) : findings_(std::move(findings)) {
    std::ranges::stable_sort(packs, {}, [](const Pack& p) { return p.family(); });
    data_->packs = std::move(packs);
  }

  Result<std::shared_ptr<Rulebook::Data>> run() {
    check_families();
    for (const Pack& pack : data_->packs) {
      if (pack.head().kind == PackKind::data) read_tables(pack);
    }
    check_sources();
    if (!findings_.empty()) return fail(findings_.take());
    std::ranges::sort(data_->tables, {}, [](const LoadedTable& t) { return t.info.name; });
    for (LoadedTable& table : data_->tables) {
      table.index_rows();
      data_->infos.push_back(table.info);
    }
    write_manifest();
    return data_;
  }

 private:
  void check_families() {
    const std::vector<Pack>& packs = data_->packs;
    for (std::size_t i = 1; i < packs.size(); ++i) {
      if (packs[i].family() != packs[i - 1].family()) continue;
      findings_.add(make_error(errors::pack_family_twice, {{"family", packs[i].family()}, {"first", packs[i - 1].shown_path("pack.toml")}},
                               {packs[i].shown_path("pack.toml"), 0, 0}));
    }
  }

  void read_tables(const Pack& pack) {
    for (TableSpec& spec : read_table_specs(pack, findings_)) {
      if (spec.sources) {
        for (Source& source : read_sources(pack, spec, findings_)) data_->sources.push_back(std::move(source));
        continue;
      }
      LoadedTable table;
      table.pack = &pack;
      table.rows = read_rows(pack, spec, findings_);
      const std::string shown_file = pack.shown_path(spec.file);
      check_validities(spec, table.rows, shown_file, findings_);
      table.info = std::move(spec.info);
      table.info.row_count = table.rows.size();
      table.shown_file = shown_file;
      data_->tables.push_back(std::move(table));
    }
  }

  void check_sources() {
    std::vector<Source>& sources = data_->sources;
    std::ranges::stable_sort(sources, {}, &Source::id);
    for (std::size_t i = 1; i < sources.size(); ++i) {
      if (sources[i].id != sources[i - 1].id) continue;
      findings_.add(make_error(errors::source_twice, {{"source", sources[i].id}, {"first", sources[i - 1].title}}));
    }
    for (const LoadedTable& table : data_->tables) {
      for (const Row& row : table.rows) {
        for (const std::string& id : row.sources) {
          if (std::ranges::binary_search(sources, id, {}, &Source::id)) continue;
          findings_.add(make_error(errors::source_unknown, {{"source", id}}, {table.shown_file, row.place.line, 0}));
        }
      }
    }
  }

  void write_manifest() {
    std::vector<std::string> lines;
    for (const Pack& pack : data_->packs) lines.push_back(pack.family() + " " + pack.head().edition + " " + pack.hash().to_hex() + "\n");
    std::ranges::sort(lines);
    for (const std::string& line : lines) data_->manifest_text += line;
    data_->manifest = sha256(data_->manifest_text);
  }

  std::shared_ptr<Rulebook::Data> data_ = std::make_shared<Rulebook::Data>();
  Findings findings_;
};

}  // namespace

void LoadedTable::index_rows() {
  for (std::uint32_t i = 0; i < rows.size(); ++i) by_key[rows[i].key].push_back(i);
  // Oldest validity first, then oldest publication.
  for (auto& [key, indices] : by_key) {
    std::ranges::stable_sort(indices, [this](std::uint32_t a, std::uint32_t b) {
      return std::pair(rows[a].first, rows[a].published) < std::pair(rows[b].first, rows[b].published);
    });
  }
  info.key_count = by_key.size();
}

const LoadedTable* Rulebook::Data::find(std::string_view name) const {
  const auto found = std::ranges::lower_bound(tables, name, {}, [](const LoadedTable& t) -> std::string_view { return t.info.name; });
  return found != tables.end() && found->info.name == name ? &*found : nullptr;
}

std::string_view name_of(Confidence confidence) {
  switch (confidence) {
    case Confidence::high: return "high";
    case Confidence::med: return "med";
    case Confidence::low: break;
  }
  return "low";
}

const ColumnInfo* TableInfo::column(std::string_view column_name) const {
  const auto found = std::ranges::find(columns, column_name, &ColumnInfo::name);
  return found == columns.end() ? nullptr : &*found;
}

std::string Value::to_string() const {
  if (const auto* quantity_value = std::get_if<Quantity>(&value)) return sumi::to_string(*quantity_value);
  if (const auto* day = std::get_if<Date>(&value)) return day->to_string();
  return std::get<std::string>(value);
}

Result<Rulebook> Rulebook::build(std::vector<Pack> packs, Findings findings, const MethodologyReader& reader) {
  SUMI_TRY(const std::shared_ptr<Data> data, Loader(std::move(packs), std::move(findings)).run());
  Rulebook rulebook;
  rulebook.data_ = data;
  if (!reader) return rulebook;
  Findings later;
  std::vector<std::pair<std::string, std::shared_ptr<const Methodology>>> methodologies;
  for (const Pack& pack : data->packs) {
    if (pack.head().kind != PackKind::methodology) continue;
    Result<std::shared_ptr<const Methodology>> methodology = reader(pack, rulebook);
    if (methodology)
      methodologies.emplace_back(pack.family(), *std::move(methodology));
    else
      later.add(std::move(methodology).error());
  }
  if (!later.empty()) return fail(later.take());
  // Only now: while the methodologies were read, nobody else held the data.
  data->methodologies = std::move(methodologies);
  return rulebook;
}

Result<Rulebook> Rulebook::load(const std::string& directory, const MethodologyReader& reader) {
  if (!std::filesystem::is_directory(directory + "/packs")) {
    return fail(sumi::errors::file_missing, {{"file", directory + "/packs"}}, {directory + "/packs", 0, 0});
  }
  std::vector<Pack> packs;
  Findings findings;
  read_packs(directory + "/packs", PackKind::data, packs, findings);
  read_packs(directory + "/methodology", PackKind::methodology, packs, findings);
  return build(std::move(packs), std::move(findings), reader);
}

Result<Rulebook> Rulebook::from_packs(std::vector<Pack> packs, const MethodologyReader& reader) {
  return build(std::move(packs), {}, reader);
}

const std::vector<TableInfo>& Rulebook::tables() const { return data_->infos; }

const TableInfo* Rulebook::table(std::string_view name) const {
  const LoadedTable* found = data_->find(name);
  return found == nullptr ? nullptr : &found->info;
}

std::span<const Row> Rulebook::rows(std::string_view table) const {
  const LoadedTable* found = data_->find(table);
  return found == nullptr ? std::span<const Row>() : std::span<const Row>(found->rows);
}

const std::vector<Source>& Rulebook::sources() const { return data_->sources; }

const Source* Rulebook::source(std::string_view id) const {
  const auto found = std::ranges::lower_bound(data_->sources, id, {}, [](const Source& s) -> std::string_view { return s.id; });
  return found != data_->sources.end() && found->id == id ? &*found : nullptr;
}

const std::vector<Pack>& Rulebook::packs() const { return data_->packs; }

const Pack* Rulebook::pack(std::string_view family) const {
  const auto found = std::ranges::find(data_->packs, family, [](const Pack& p) -> std::string_view { return p.family(); });
  return found == data_->packs.end() ? nullptr : &*found;
}

const std::vector<std::pair<std::string, std::shared_ptr<const Methodology>>>& Rulebook::methodologies() const {
  return data_->methodologies;
}

const Methodology* Rulebook::methodology(std::string_view number) const {
  const auto found = std::ranges::find(data_->methodologies, number, [](const auto& m) -> std::string_view { return m.first; });
  return found == data_->methodologies.end() ? nullptr : found->second.get();
}

const std::string& Rulebook::manifest_text() const { return data_->manifest_text; }
const Hash& Rulebook::manifest() const { return data_->manifest; }

}  // namespace sumi::rulebook
