#include "wire/archive.h"

#include <zip.h>

#include <memory>

namespace sumi::wire {

namespace {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

std::optional<std::string> content_of(zip_t* archive, zip_uint64_t index, std::size_t bytes_max) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0 || stat.size > bytes_max) return std::nullopt;
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) return std::nullopt;
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  if (file == nullptr) return std::nullopt;
  std::string bytes(stat.size, '\0');
  const zip_int64_t got = zip_fread(file, bytes.data(), bytes.size());
  char beyond = 0;
  const bool more = zip_fread(file, &beyond, 1) > 0;  // the archive's head lied about the size
  const bool whole = zip_fclose(file) == 0;
  if (got < 0 || static_cast<std::size_t>(got) != bytes.size() || more || !whole) return std::nullopt;
  return bytes;
}

}  // namespace

std::optional<std::vector<std::pair<std::string, std::string>>> read_zip(std::string_view bytes, std::size_t files_max, std::size_t bytes_max) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_error_fini(&error);
  if (source == nullptr) return std::nullopt;
  const Archive archive(zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr));
  if (!archive) {
    zip_source_free(source);
    return std::nullopt;
  }
  const auto count = zip_get_num_entries(archive.get(), 0);
  if (count < 0 || static_cast<std::size_t>(count) > files_max) return std::nullopt;
  std::vector<std::pair<std::string, std::string>> files;
  std::size_t left = bytes_max;
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    const char* name = zip_get_name(archive.get(), i, ZIP_FL_ENC_GUESS);
    if (name == nullptr) return std::nullopt;
    if (std::string_view(name).ends_with('/')) continue;
    auto content = content_of(archive.get(), i, left);
    if (!content) return std::nullopt;
    left -= content->size();
    files.emplace_back(name, *std::move(content));
  }
  return files;
}

bool zip_files(const std::string& folder, std::span<const std::string> files, const std::string& path) {
  int failed = 0;
  Archive archive(zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, &failed));
  if (!archive) return false;
  for (const auto& name : files) {
    zip_source_t* part = zip_source_file(archive.get(), (folder + "/" + name).c_str(), 0, -1);
    if (part == nullptr) return false;
    const auto index = zip_file_add(archive.get(), name.c_str(), part, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
      zip_source_free(part);
      return false;
    }
  }
  if (zip_close(archive.get()) != 0) return false;
  static_cast<void>(archive.release());
  return true;
}

}  // namespace sumi::wire
