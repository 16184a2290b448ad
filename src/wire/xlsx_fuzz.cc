// Any bytes as a workbook. Besides, bytes without a ZIP's head are put into the sheet of a workbook that holds, so that the XML is reached too.
// fuzz: max_len=65536
#include "wire/xlsx.h"

#include <zip.h>

#include <array>
#include <cstdlib>
#include <string>

namespace {

void read(sumi::BytesView bytes) {
  const auto sheet = sumi::wire::read_xlsx(bytes, "fuzz");
  if (!sheet) {
    if (sumi::describe_error(sheet.error(), sumi::Language::ja).empty()) std::abort();
    return;
  }
  std::uint32_t line = 0;
  for (const auto& row : sheet->rows) {
    if (row.line <= line || row.cells.empty() || row.cells.back().text.empty()) std::abort();
    line = row.line;
  }
}

std::string archive_of(std::string_view sheet) {
  static constexpr std::string_view workbook = "<workbook><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";
  static constexpr std::string_view relations = "<R><R Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></R>";
  static constexpr std::string_view shared = "<sst><si><t>a</t></si><si><r><t>b</t></r><rPh><t>c</t></rPh></si></sst>";
  static constexpr std::string_view styles = "<s><numFmts><n numFmtId=\"170\" formatCode=\"yyyy/m\"/></numFmts><cellXfs><x numFmtId=\"0\"/><x numFmtId=\"14\"/><x numFmtId=\"170\"/></cellXfs></s>";
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (memory == nullptr) return {};
  zip_source_keep(memory);
  zip_t* archive = zip_open_from_source(memory, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) std::abort();
  const std::array<std::pair<const char*, std::string_view>, 5> parts{{{"xl/workbook.xml", workbook}, {"xl/_rels/workbook.xml.rels", relations},
      {"xl/sharedStrings.xml", shared}, {"xl/styles.xml", styles}, {"xl/worksheets/sheet1.xml", sheet}}};
  for (const auto& [name, text] : parts) {
    const zip_int64_t index = zip_file_add(archive, name, zip_source_buffer(archive, text.data(), text.size(), 0), 0);
    if (index < 0) std::abort();
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) != 0 || zip_source_open(memory) != 0) std::abort();
  zip_stat_t stat;
  zip_source_stat(memory, &stat);
  std::string bytes(stat.size, '\0');
  if (zip_source_read(memory, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) std::abort();
  zip_source_close(memory);
  zip_source_free(memory);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read({data, size});
  if (sumi::wire::looks_like_zip({data, size})) return 0;
  const std::string archive = archive_of({reinterpret_cast<const char*>(data), size});
  read({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()});
  return 0;
}
