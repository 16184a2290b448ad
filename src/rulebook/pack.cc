#include "rulebook/pack.h"

#include <algorithm>
#include <filesystem>

#include "base/errors.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "base/text.h"
#include "rulebook/tree_fields.h"

namespace sumi::rulebook {

namespace {

constexpr std::string_view archive_magic = "sumi pack 1\n";

bool good_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

// What may be a part of a path: so an unpacked archive cannot leave its directory, on any system.
bool good_name(std::string_view name) { return !name.empty() && name.front() != '.' && std::ranges::all_of(name, good_name_character); }

bool good_path(std::string_view path) {
  while (true) {
    const std::size_t slash = path.find('/');
    if (!good_name(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

PackHead read_head(const Tree& tree, Findings& findings) {
  PackHead head;
  TreeFields top(tree, "pack.toml", findings);
  const Tree* format = top.tree("format");
  if (format == nullptr) {
    top.missing("format");
  } else if (format->text != "1" || format->kind != Tree::Kind::number) {
    findings.add(make_error(errors::pack_format, {{"text", format->text}}, format->place));
  }
  const Tree* section = top.tree("pack");
  if (section == nullptr || !section->is_table()) {
    top.missing("pack");
    return head;
  }
  TreeFields pack(*section, "[pack]", findings);
  const std::string kind = pack.text("kind");
  head.kind = kind == "methodology" ? PackKind::methodology : PackKind::data;
  if (!kind.empty() && kind != "data" && kind != "methodology") {
    pack.wrong("kind", kind, "data 又は methodology と書いてください。", "Write data or methodology.");
  }
  const auto name = [&](std::string_view key) {
    std::string value = pack.text(key);
    if (!value.empty() && !good_name(value)) {
      pack.wrong(key, value, "半角の英数字、ピリオド、下線、ハイフンで書いてください。", "Use ASCII letters, digits, '.', '_' and '-'.");
    }
    return value;
  };
  head.family = name("family");
  head.edition = name("edition");
  head.authority = name("authority");
  pack.both_languages("title", head.title_ja, head.title_en, true);
  pack.both_languages("description", head.description_ja, head.description_en, false);
  head.licence = pack.text_or("licence", "");
  pack.expect_no_others();
  if (head.kind == PackKind::data) {
    (void)top.tree("table");
  }
  top.expect_no_others();
  return head;
}

}  // namespace

Result<Pack> Pack::read(const std::string& directory) {
  namespace fs = std::filesystem;
  std::error_code failed;
  if (!fs::is_directory(directory, failed)) return fail(sumi::errors::file_missing, {{"file", directory}}, {directory, 0, 0});
  std::vector<PackFile> files;
  fs::recursive_directory_iterator entry(directory, failed);
  for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    const std::string path = entry->path().lexically_relative(directory).generic_string();
    if (entry->path().filename().string().starts_with('.')) {
      if (entry->is_directory()) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file()) continue;
    SUMI_TRY(std::string text, read_file(entry->path().string(), limits::pack_bytes_max));
    files.push_back({path, std::move(text)});
  }
  if (failed) return fail(sumi::errors::file_unreadable, {{"file", directory}, {"reason", failed.message()}}, {directory, 0, 0});
  return from_files(std::move(files), directory);
}

Result<Pack> Pack::from_archive(BytesView archive, std::string name) {
  const auto damaged = [&](std::string reason) { return fail(errors::pack_archive, {{"reason", std::move(reason)}}, {name, 0, 0}); };
  std::vector<PackFile> files;
  try {
    ByteReader reader(archive);
    const BytesView magic = reader.raw(archive_magic.size());
    if (!std::ranges::equal(magic, archive_magic, [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); }))
      return damaged("magic");
    const std::uint64_t count = reader.varint();
    for (std::uint64_t i = 0; i < count; ++i) {
      PackFile file;
      file.path = reader.string();
      file.text = reader.string();
      if (!files.empty() && !(files.back().path < file.path)) return damaged("the files are not in order");
      files.push_back(std::move(file));
    }
    reader.expect_end();
  } catch (const CodecError& error) {
    return damaged(std::string(error.what()) + ", byte " + std::to_string(error.offset));
  }
  return from_files(std::move(files), std::move(name));
}

Result<Pack> Pack::from_files(std::vector<PackFile> files, std::string name) {
  Pack pack;
  pack.name_ = std::move(name);
  std::ranges::sort(files, {}, &PackFile::path);
  pack.files_ = std::move(files);
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < pack.files_.size(); ++i) {
    const PackFile& file = pack.files_[i];
    const Place place{pack.shown_path(file.path), 0, 0};
    if (!good_path(file.path) || (i > 0 && pack.files_[i - 1].path == file.path))
      return fail(errors::pack_path, {{"path", file.path}}, place);
    if (!valid_utf8(file.text)) return fail(sumi::errors::text_encoding, {}, place);
    bytes += file.text.size();
    if (bytes > limits::pack_bytes_max) {
      return fail(sumi::errors::file_too_large, {{"file", pack.name_}, {"limit", std::to_string(limits::pack_bytes_max)}}, place);
    }
  }
  const std::string* head = pack.file("pack.toml");
  if (head == nullptr) return fail(errors::pack_file_missing, {{"path", "pack.toml"}}, {pack.name_, 0, 0});
  SUMI_TRY(pack.tree_, parse_toml(*head, pack.shown_path("pack.toml")));
  Findings findings;
  pack.head_ = read_head(pack.tree_, findings);
  if (!findings.empty()) return fail(findings.take());
  pack.hash_ = sha256(pack.archive());
  return pack;
}

const std::string* Pack::file(std::string_view path) const {
  const auto found = std::ranges::lower_bound(files_, path, {}, &PackFile::path);
  return found != files_.end() && found->path == path ? &found->text : nullptr;
}

std::string Pack::shown_path(std::string_view path) const { return name_.empty() ? std::string(path) : name_ + "/" + std::string(path); }

Bytes Pack::archive() const {
  ByteWriter writer;
  writer.raw({reinterpret_cast<const std::uint8_t*>(archive_magic.data()), archive_magic.size()});
  writer.varint(files_.size());
  for (const PackFile& file : files_) {
    writer.string(file.path);
    writer.string(file.text);
  }
  return writer.take();
}

}  // namespace sumi::rulebook
