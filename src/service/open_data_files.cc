#include "service/open_data_files.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "wire/list_file.h"

namespace sumi::service {

namespace fs = std::filesystem;

namespace {

// A folder of its own that goes when its owner does.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "sumi-open-data-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string inside(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace

Result<OpenDataFiles> open_data_files(const Ledger& ledger) {
  const TemporaryFolder folder;
  const auto dump = folder.inside("open-data");
  SUMI_TRY(const auto written, write_open_data(ledger, dump));
  OpenDataFiles out;
  out.entry = written.entry;
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(dump)) names.push_back(file.path().filename().string());
  // manifest.json says what the others are: it comes last, as it was written.
  std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return std::pair(a == "manifest.json", a) < std::pair(b == "manifest.json", b); });
  std::vector<std::pair<std::string, std::string>> packed;
  for (const auto& name : names) {
    SUMI_TRY(auto text, read_file(dump + "/" + name));
    packed.emplace_back("sumi-open-data/" + name, text);
    out.files.emplace_back(name, std::move(text));
  }
  out.zip = wire::make_zip(packed);
  return out;
}

}  // namespace sumi::service
