// Reading a table of a TOML tree by its keys: what is missing, wrong or unknown becomes a finding with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tree.h"
#include "rulebook/errors.h"

namespace sumi::rulebook {

// Collects what is wrong with the packs, up to limits::rulebook_errors_max, so that an author sees all of it at once.
class Findings {
 public:
  void add(Error error);
  [[nodiscard]] bool empty() const { return found_.empty(); }
  [[nodiscard]] std::size_t size() const { return found_.size(); }
  // The first with the others behind it; only if there is one.
  [[nodiscard]] Error take();

 private:
  std::vector<Error> found_;
};

class TreeFields {
 public:
  // `where` names the table in messages: "[pack]".
  TreeFields(const Tree& tree, std::string where, Findings& findings) : tree_(tree), where_(std::move(where)), findings_(findings) {}

  // Missing or of another kind: a finding and an empty value.
  std::string text(std::string_view key);
  std::string text_or(std::string_view key, std::string fallback);
  bool flag_or(std::string_view key, bool fallback);
  std::vector<std::string> texts(std::string_view key);
  std::vector<std::string> texts_or_none(std::string_view key);
  // { ja = "...", en = "..." }; missing is a finding where `needed`.
  void both_languages(std::string_view key, std::string& ja, std::string& en, bool needed);
  const Tree* tree(std::string_view key);  // nullptr where missing
  void wrong(std::string_view key, std::string text, std::string_view expected_ja, std::string_view expected_en);
  void missing(std::string_view key);
  // Every key that nobody asked for is a finding.
  void expect_no_others();
  [[nodiscard]] const Place& place() const { return tree_.place; }

 private:
  const Tree& tree_;
  std::string where_;
  Findings& findings_;
  std::vector<std::string> asked_;
};

}  // namespace sumi::rulebook
