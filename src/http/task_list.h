// The columns of a list of tasks, for its file and its orders: one's own inbox and the secretariat's list of everything that waits.
#pragma once

#include <string>
#include <vector>

#include "scheme/words.h"
#include "http/list_route.h"
#include "scheme/names.h"
#include "service/inbox.h"
#include "wire/tree_codec.h"

namespace sumi::http {

inline std::vector<ListColumn<service::Task>> task_columns() {
  using T = service::Task;
  return {{"期日", "Due", [](const T& t, Language) { return t.due ? t.due->to_string() : std::string(); }, false, "due"},
      {"遅れ", "Overdue", [](const T& t, Language) { return std::string(t.overdue ? "1" : "0"); }, true, "overdue"},
      {"仕事", "Task", [](const T& t, Language l) { return l == Language::ja ? t.ja : t.en; }, false, "task"},
      {"件名", "About", [](const T& t, Language) { return t.about; }, false, "about"},
      {"案件", "Project", [](const T& t, Language) { return t.project ? std::to_string(t.project.value) : std::string(); }, true, "project"},
      {"担当", "For", [](const T& t, Language l) { return said(words_of(t.role), l); }, false, "role"},
      {"から", "Since", [](const T& t, Language) { return t.since.to_string(); }, false, "since"}};
}

}  // namespace sumi::http
