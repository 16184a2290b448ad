#include "service/plan_form.h"

#include <algorithm>
#include <array>

#include "project/names.h"

namespace sumi::service {
namespace {

// "sumi::project::BaselineChoice" -> "BaselineChoice".
template <class E>
std::string_view name_of_enumeration() {
  constexpr std::string_view whole = __PRETTY_FUNCTION__;
  const auto begin = whole.find("E = ") + 4;
  std::string_view name = whole.substr(begin, whole.find_first_of(";]", begin) - begin);
  if (const auto colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
  return name;
}

class FieldLister {
 public:
  FieldLister(std::vector<FormField>& out, std::string path) : out_(out), path_(std::move(path)) {}

  template <class T> void operator()(Part, const char* name, const T&) {
    FormField field;
    field.key = name;
    field.path = path_.empty() ? field.key : path_ + "." + field.key;
    field.inferred = project::is_inferred(field.path);
    bool long_text = false;
    if (const auto* words = words_of_field(field.path)) {
      field.title = {std::string(words->ja), std::string(words->en)};
      field.heading = {std::string(words->heading_ja), std::string(words->heading_en)};
      long_text = words->long_text;
    }
    describe<T>(field, long_text);
    out_.push_back(std::move(field));
  }

 private:
  template <class T> static void describe(FormField& field, bool long_text) {
    if constexpr (std::is_same_v<T, bool>) {
      field.kind = FieldKind::flag;
    } else if constexpr (std::is_enum_v<T>) {
      field.kind = FieldKind::choice;
      for (const auto& [word, value] : enum_names(T{})) field.options.push_back({std::string(word), words_of_value(name_of_enumeration<T>(), word)});
    } else if constexpr (std::is_integral_v<T>) {
      field.kind = FieldKind::count;
    } else if constexpr (std::is_same_v<T, std::string>) {
      field.kind = long_text ? FieldKind::long_text : FieldKind::text;
    } else if constexpr (is_vector<T>::value) {
      field.kind = FieldKind::list;
      below<typename T::value_type>(field);
    } else if constexpr (is_optional<T>::value) {
      field.kind = FieldKind::group;
      below<typename T::value_type>(field);
    } else {
      field.kind = FieldKind::group;
      below<T>(field);
    }
  }
  template <class T> static void below(FormField& field) {
    FieldLister lister(field.parts, field.path);
    const T value{};
    T::fields(value, lister);
  }
  std::vector<FormField>& out_;
  std::string path_;
};

struct SectionRow {
  std::string_view number, ja, en;
  std::vector<std::string_view> paths;
  bool programme_only = false;
};
// The form's order; of a normal plan what the programme type alone has is left out.
const std::vector<SectionRow>& section_rows() {
  static const std::vector<SectionRow> rows{
      {"0", "表紙", "Cover", {"project.name", "cover.validation_application_date", "cover.registration_application_date", "cover.plan_version"}},
      {"1.1", "プロジェクト実施者(最初が代表実施者。プログラム型では運営・管理者)", "Proponents (the first represents; of a programme: the operator)", {"proponents"}},
      {"1.2", "会員をとりまとめる団体", "Who brings the members together", {"programme.groups"}, true},
      {"1.3", "J-クレジット保有者(決まっている場合)", "Holder of the credits, if decided", {"credit_holders"}},
      {"2.1", "プロジェクトの概要", "The project", {"project.purpose", "project.summary", "scope.target", "scope.area", "project.credit_income_claim"}},
      {"2.1-3", "収益の配分", "Sharing of the income", {"programme.revenue_plan"}, true},
      {"3", "プログラムの運営", "How the programme is run", {"programme.management", "programme.agreement", "programme.collection", "programme.checks", "programme.attribute", "programme.attribute_grounds", "programme.lists"}, true},
      {"2-12", "方法論を適用する活動(2.1~2.3、4.1、8~12)", "Activities (sections 2.1 to 2.3, 4.1, 8 to 12)", {"activities"}},
      {"4.1", "認証対象期間", "Crediting period", {"crediting_period"}},
      {"4.1-2", "活動数", "Members by year", {"programme.total_counts", "programme.members"}, true},
      {"5", "算定する排出活動とサンプリング", "Sources and sampling", {"programme.uniform_sources", "programme.other_sources", "programme.sources_grounds", "programme.sampling"}, true},
      {"6", "データ管理", "Data management", {"data_management"}},
      {"7", "その他の事項", "Other matters", {"other_matters"}},
      {"A", "添付資料", "Attachments", {"attachments"}},
  };
  return rows;
}

}  // namespace

std::span<const std::pair<std::string_view, FieldKind>> enum_names(FieldKind) {
  static constexpr std::array names{std::pair{std::string_view("text"), FieldKind::text}, std::pair{std::string_view("long_text"), FieldKind::long_text},
      std::pair{std::string_view("flag"), FieldKind::flag}, std::pair{std::string_view("count"), FieldKind::count}, std::pair{std::string_view("choice"), FieldKind::choice},
      std::pair{std::string_view("group"), FieldKind::group}, std::pair{std::string_view("list"), FieldKind::list}};
  return names;
}

std::vector<FormField> plan_fields() {
  std::vector<FormField> all;
  FieldLister lister(all, "");
  const project::Plan plan;
  project::Plan::fields(plan, lister);
  return all;
}

const FormField* field_of(const std::vector<FormField>& all, std::string_view path) {
  for (const auto& field : all) {
    if (field.path == path) return &field;
    if (path.starts_with(field.path + ".")) return field_of(field.parts, path);
  }
  return nullptr;
}

PlanFormView plan_form(bool programme) {
  const auto all = plan_fields();
  PlanFormView view;
  for (const SectionRow& row : section_rows()) {
    if (row.programme_only && !programme) continue;
    FormSection section{std::string(row.number), {std::string(row.ja), std::string(row.en)}, {}};
    for (const auto path : row.paths) {
      if (!programme && path == "scope.area") continue;
      if (const FormField* field = field_of(all, path)) section.parts.push_back(*field);
    }
    view.sections.push_back(std::move(section));
  }
  return view;
}

}  // namespace sumi::service
