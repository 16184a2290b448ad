// The plan's form as the page draws it: sections in the order of the official form, each field with its words, its kind and its place in the plan.
//
// Fields, lists and choices follow from the plan's one description (project/plan.h); the words stand in plan_form_words.cc, and a test finds a field without them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "project/plan.h"
#include "service/view.h"

namespace sumi::service {

struct WordChoice {
  std::string value;
  Bilingual title;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "value", s.value);
    v(Part::open, "title", s.title);
  }
};

// text: one line; long_text: several; flag: yes or no; count: a whole number; choice: one of the options; group: its parts; list: any number of rows of its parts.
enum class FieldKind : std::uint8_t { text = 1, long_text, flag, count, choice, group, list };
[[nodiscard]] std::span<const std::pair<std::string_view, FieldKind>> enum_names(FieldKind);

struct FormField {
  std::string key;    // within its group
  std::string path;   // of the plan, without indices: "activities.place.site"
  FieldKind kind = FieldKind::text;
  Bilingual heading;  // of the form, printed before this field; "" = none
  Bilingual title;
  bool inferred = false;  // its place in the normal type's form is inferred
  std::vector<WordChoice> options;
  std::vector<FormField> parts;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "path", s.path);
    v(Part::open, "kind", s.kind);
    v(Part::open, "heading", s.heading);
    v(Part::open, "title", s.title);
    v(Part::open, "inferred", s.inferred);
    v(Part::open, "options", s.options);
    v(Part::open, "parts", s.parts);
  }
};
struct FormSection {
  std::string number;  // of the form: "2.1"
  Bilingual title;
  std::vector<FormField> parts;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "number", s.number);
    v(Part::open, "title", s.title);
    v(Part::open, "parts", s.parts);
  }
};
struct PlanFormView {
  std::vector<FormSection> sections;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "sections", s.sections); }
};
[[nodiscard]] PlanFormView plan_form(bool programme);

// Every field of the plan, in the order of its description.
[[nodiscard]] std::vector<FormField> plan_fields();
// The one of that path; nullptr where there is none.
[[nodiscard]] const FormField* field_of(const std::vector<FormField>& all, std::string_view path);

// The words of one field ("activities.place.site"), and of one value of an enumeration ("BaselineChoice", "renewal"); both languages are "" where there are none.
struct FieldWords {
  std::string_view path;
  std::string_view ja, en;
  bool long_text = false;
  std::string_view heading_ja = {}, heading_en = {};
};
[[nodiscard]] const FieldWords* words_of_field(std::string_view path);
[[nodiscard]] Bilingual words_of_value(std::string_view enumeration, std::string_view word);

}  // namespace sumi::service
