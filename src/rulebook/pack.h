// A pack: a directory of text files with a pack.toml, the smallest thing an authority can adopt.
//
// A pack is read once, from a directory or from its archive, and never changes. Its archive is canonical: the magic "sumi pack 1\n",
// the number of files as a varint, then for each file in the byte order of its path: path (varint length, bytes), content (varint length,
// bytes). The pack's hash is SHA-256 of that archive, so two directories with equal files have equal hashes on every machine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/result.h"
#include "base/tree.h"

namespace sumi::rulebook {

// UTF-8; `path` is relative, with '/', made of ASCII letters, digits, '.', '_' and '-'; no part of it begins with '.'.
struct PackFile {
  std::string path;
  std::string text;
};

enum class PackKind : std::uint8_t { data, methodology };

// The head of pack.toml: `format = 1` and the table [pack]. Every other key of a data pack is checked by the table loader, of a methodology
// pack by the methodology loader.
struct PackHead {
  PackKind kind = PackKind::data;
  std::string family;   // "shk-fuels", "EN-S-001": what editions of the same thing share
  std::string edition;  // "2026-06": any text of letters, digits, '.', '_', '-'
  std::string
      authority;  // who may adopt it: "meti-moe" (the ministries of the SHK), "jcredit" (METI, MOE and MAFF), "sumi" (this program's own)
  std::string title_ja;
  std::string title_en;
  std::string description_ja;  // may be empty
  std::string description_en;
  std::string licence;  // under which terms the data is passed on; may be empty
};

class Pack {
 public:
  // Reads every file below the directory, hidden files aside. Errors: base.file_missing, rulebook.pack_path, pack_header and others with
  // their place. Places name files as `directory`/path.
  static Result<Pack> read(const std::string& directory);
  // Errors: rulebook.pack_archive where the bytes are not canonical. Places name files as family-free paths behind `name`.
  static Result<Pack> from_archive(BytesView archive, std::string name);
  static Result<Pack> from_files(std::vector<PackFile> files, std::string name);

  [[nodiscard]] const PackHead& head() const { return head_; }
  [[nodiscard]] const std::string& family() const { return head_.family; }
  [[nodiscard]] const std::vector<PackFile>& files() const { return files_; }  // sorted by path
  [[nodiscard]] const std::string* file(std::string_view path) const;          // its text, or nullptr
  // pack.toml as read, with the places of its values.
  [[nodiscard]] const Tree& tree() const { return tree_; }
  // How an error names a file of this pack.
  [[nodiscard]] std::string shown_path(std::string_view path) const;
  [[nodiscard]] Bytes archive() const;
  [[nodiscard]] const Hash& hash() const { return hash_; }

 private:
  std::string name_;
  std::vector<PackFile> files_;
  Tree tree_;
  PackHead head_;
  Hash hash_;
};

}  // namespace sumi::rulebook
