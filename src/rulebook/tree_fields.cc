#include "rulebook/tree_fields.h"

#include <algorithm>

#include "base/limits.h"

namespace sumi::rulebook {

void Findings::add(Error error) {
  // A reading deeper down may have brought several of its own.
  std::vector<Error> also = std::move(error.also);
  error.also.clear();
  if (found_.size() < limits::rulebook_errors_max) found_.push_back(std::move(error));
  for (Error& e : also) add(std::move(e));
}

Error Findings::take() {
  Error first = std::move(found_.front());
  first.also.assign(std::make_move_iterator(found_.begin() + 1), std::make_move_iterator(found_.end()));
  found_.clear();
  return first;
}

const Tree* TreeFields::tree(std::string_view key) {
  asked_.emplace_back(key);
  return tree_.find(key);
}

void TreeFields::wrong(std::string_view key, std::string text, std::string_view expected_ja, std::string_view expected_en) {
  const Tree* value = tree_.find(key);
  findings_.add(make_error(errors::pack_value,
                           {{"key", std::string(key)},
                            {"text", std::move(text)},
                            {"expected_ja", std::string(expected_ja)},
                            {"expected_en", std::string(expected_en)}},
                           value != nullptr ? value->place : tree_.place));
}

void TreeFields::missing(std::string_view key) {
  findings_.add(make_error(errors::pack_key_missing, {{"key", std::string(key)}, {"where", where_}}, tree_.place));
}

std::string TreeFields::text(std::string_view key) {
  const Tree* value = tree(key);
  if (value == nullptr) {
    missing(key);
    return {};
  }
  if (value->kind == Tree::Kind::string && value->text.empty()) {
    findings_.add(make_error(errors::pack_text_empty, {{"key", std::string(key)}, {"where", where_}}, value->place));
    return {};
  }
  if (value->kind != Tree::Kind::string) {
    wrong(key, value->text, "引用符で囲んだ文字列を書いてください。", "Write a text in quotation marks.");
    return {};
  }
  return value->text;
}

std::string TreeFields::text_or(std::string_view key, std::string fallback) {
  if (tree_.find(key) != nullptr) return text(key);
  asked_.emplace_back(key);
  return fallback;
}

bool TreeFields::flag_or(std::string_view key, bool fallback) {
  const Tree* value = tree(key);
  if (value == nullptr) return fallback;
  if (value->kind != Tree::Kind::boolean) wrong(key, value->text, "true 又は false と書いてください。", "Write true or false.");
  return value->text == "true";
}

std::vector<std::string> TreeFields::texts_or_none(std::string_view key) {
  const Tree* value = tree(key);
  std::vector<std::string> result;
  if (value == nullptr) return result;
  const bool good =
      value->is_array() && std::ranges::all_of(value->items, [](const Tree& t) { return t.kind == Tree::Kind::string && !t.text.empty(); });
  if (!good) {
    wrong(key, value->text, "[\"a\", \"b\"] のように文字列の並びを書いてください。", "Write a list of texts, as in [\"a\", \"b\"].");
    return result;
  }
  for (const Tree& item : value->items) result.push_back(item.text);
  return result;
}

std::vector<std::string> TreeFields::texts(std::string_view key) {
  if (tree_.find(key) == nullptr) missing(key);
  return texts_or_none(key);
}

void TreeFields::both_languages(std::string_view key, std::string& ja, std::string& en, bool needed) {
  const Tree* value = tree(key);
  if (value == nullptr) {
    if (needed) missing(key);
    return;
  }
  if (!value->is_table()) {
    wrong(key, value->text, "{ ja = \"...\", en = \"...\" } のように書いてください。", "Write { ja = \"...\", en = \"...\" }.");
    return;
  }
  TreeFields inner(*value, where_ + " " + std::string(key), findings_);
  ja = inner.text("ja");
  en = inner.text("en");
  inner.expect_no_others();
}

void TreeFields::expect_no_others() {
  for (const auto& [key, value] : tree_.members) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    std::string known;
    for (const std::string& a : asked_) known += (known.empty() ? "" : ", ") + a;
    findings_.add(make_error(errors::pack_key_unknown, {{"key", key}, {"where", where_}, {"known", known}}, value.place));
  }
}

}  // namespace sumi::rulebook
