#include "service/form_papers.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "project/names.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/papers.h"
#include "service/plan_form.h"
#include "service/programme_report.h"
#include "service/projects.h"
#include "wire/tree_codec.h"

namespace sumi::service {

namespace {

using report::Section;
using report::Table;
using report::Value;
using report::Words;

struct FormRow {
  std::string_view number, ja, en;
  std::vector<std::string_view> paths;
};
// In the order in which the form is printed. What stands below "activities." repeats for each of them.
const std::vector<FormRow>& form_rows() {
  static const std::vector<FormRow> rows{
      {"0", "表紙", "Cover", {"project.name", "cover.validation_application_date", "cover.registration_application_date", "cover.plan_version"}},
      {"1.1", "プロジェクト実施者", "Proponents", {"proponents"}},
      {"1.2", "会員をとりまとめる団体", "Who brings the members together", {"programme.groups"}},
      {"1.3", "J-クレジット保有者", "Holder of the credits", {"credit_holders"}},
      {"2.1", "プロジェクトの概要", "The project", {"project.name", "project.number", "project.purpose", "project.summary", "scope.target", "scope.area", "programme.revenue_plan", "project.credit_income_claim"}},
      {"2.1", "適用する方法論とプロジェクト実施場所", "Methodology and place", {"activities.methodology", "activities.methodology_version", "activities.methodology_title", "activities.monitored_item", "activities.baseline", "activities.told_apart", "activities.place"}},
      {"2.2", "プロジェクト実施前後の状況", "Before and after the project", {"activities.situation_before", "activities.situation_after"}},
      {"2.3", "方法論の適用条件への適合", "How the conditions are met", {"activities.conditions"}},
      {"3.1", "運営・管理体制", "Management", {"programme.management", "programme.agreement", "programme.collection"}},
      {"3.2", "各削減活動の要件の確認方法", "How each member is checked", {"programme.checks", "programme.attribute", "programme.attribute_grounds"}},
      {"4.1", "認証対象期間", "Crediting period", {"crediting_period"}},
      {"4.1", "活動数", "Members by year", {"programme.total_counts", "programme.members"}},
      {"4.1", "排出削減量", "Expected reductions", {"activities.expected"}},
      {"5.1", "モニタリング・算定を実施する排出活動", "Sources monitored", {"programme.uniform_sources", "programme.other_sources", "programme.sources_grounds"}},
      {"5.2", "サンプリング", "Sampling", {"programme.sampling"}},
      {"6", "データ管理", "Data management", {"data_management"}},
      {"7", "その他の事項", "Other matters", {"other_matters"}},
      {"8.1", "プロジェクト実施前の設備", "Equipment before", {"activities.equipment_before", "activities.standard_equipment"}},
      {"8.2", "プロジェクト実施後の設備", "Equipment after", {"activities.equipment_after"}},
      {"9", "追加性の評価", "Additionality", {"activities.additionality"}},
      {"10", "排出削減量の算定方法", "Calculation", {"activities.choices", "activities.rows", "activities.parameters", "activities.project_emission_idea", "activities.baseline_emission_idea"}},
      {"10.2", "付随的な排出活動", "Incidental sources", {"activities.baseline_incidental_idea", "activities.project_incidental_idea", "activities.incidental"}},
      {"11", "モニタリング計画", "Monitoring plan", {"activities.monitoring", "activities.coefficients", "activities.data_collection"}},
      {"12", "計量器・推定方法・実測方法", "Instruments and methods", {"activities.instruments", "activities.estimates", "activities.measurements"}},
      {"A", "添付資料", "Attachments", {"attachments"}},
  };
  return rows;
}

std::string key_of(std::string_view path) {
  std::string out;
  for (const char c : path) out += c == '.' || c == '[' ? '_' : c;
  std::erase(out, ']');
  return out;
}

Words words_of(const Bilingual& b) { return {b.ja, b.en}; }

Value value_of(const FormField& field, const Tree* tree) {
  if (tree == nullptr || tree->kind == Tree::Kind::null) return field.kind == FieldKind::flag ? Value(Words{"該当しない", "no"}) : Value("");
  if (field.kind == FieldKind::flag) return tree->text == "true" ? Value(Words{"該当する", "yes"}) : Value(Words{"該当しない", "no"});
  for (const auto& option : field.options) {
    if (option.value == tree->text) return Value(words_of(option.title));
  }
  return Value(tree->text);
}

bool scalar(const FormField& field) { return field.kind != FieldKind::group && field.kind != FieldKind::list; }

// One part of the form, filled: the plan's values at the places of its fields.
class Printer {
 public:
  Printer(std::vector<Section>& out, std::string number) : out_(out), number_(std::move(number)) {}

  void print(const FormField& field, const Tree* tree, const std::string& place, const Words& around) {
    if (scalar(field)) {
      section(around, place).fields.push_back({key_of(field.path), words_of(field.title), value_of(field, tree)});
    } else if (field.kind == FieldKind::group) {
      for (const auto& part : field.parts) print(part, tree == nullptr ? nullptr : tree->find(part.key), place, around);
    } else {
      list(field, tree, place, around);
    }
  }

 private:
  static constexpr std::size_t columns_max = 6;  // what an upright page holds

  Section& section(const Words& heading, const std::string& place) {
    if (!open_ || *open_ != place) {
      out_.push_back({"s" + std::to_string(out_.size() + 1), {number_ + " " + heading.ja, number_ + " " + heading.en}, {}, {}, {}});
      open_ = place;
    }
    return out_.back();
  }

  void list(const FormField& field, const Tree* tree, const std::string& place, const Words& around) {
    std::vector<const FormField*> columns;
    const std::size_t count = tree == nullptr ? 0 : tree->items.size();
    for (const auto& part : field.parts) {
      if (!scalar(part)) continue;
      bool used = false;
      for (std::size_t i = 0; i < count; ++i) {
        const Tree* cell = tree->items[i].find(part.key);
        used = used || (cell != nullptr && !cell->text.empty());
      }
      if (used) columns.push_back(&part);
    }
    if (columns.size() > columns_max) return items(field, *tree, place);
    Table table;
    table.key = key_of(field.path);
    table.caption = words_of(field.title);
    if (columns.empty()) {
      for (const auto& part : field.parts) {
        if (scalar(part) && columns.size() < 2) columns.push_back(&part);
      }
    }
    for (const auto* c : columns) table.columns.push_back({c->key, words_of(c->title), report::Align::left});
    for (std::size_t i = 0; i < count; ++i) {
      auto& row = table.rows.emplace_back();
      for (const auto* c : columns) row.push_back(value_of(*c, tree->items[i].find(c->key)));
    }
    section(around, place).tables.push_back(std::move(table));
  }

  // A list that is too wide for the page: each of its rows as a section of its own.
  void items(const FormField& field, const Tree& tree, const std::string& place) {
    for (std::size_t i = 0; i < tree.items.size(); ++i) {
      const std::string suffix = tree.items.size() > 1 ? " (" + std::to_string(i + 1) + ")" : "";
      const Words heading{field.title.ja + suffix, field.title.en + suffix};
      const std::string own = place + "/" + field.key + std::to_string(i);
      for (const auto& part : field.parts) {
        const Tree* value = tree.items[i].find(part.key);
        if (scalar(part) && (value == nullptr || value->text.empty())) continue;
        print(part, value, own, heading);
      }
    }
    open_.reset();
  }

  std::vector<Section>& out_;
  std::string number_;
  std::optional<std::string> open_;  // the place whose section is being filled
};

const Tree* at_path(const Tree& tree, std::string_view path) {
  const Tree* at = &tree;
  while (at != nullptr && !path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    at = at->find(path.substr(0, dot));
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return at;
}

void print_row(std::vector<Section>& out, const FormRow& row, const std::vector<FormField>& fields, const Tree& tree, bool programme) {
  constexpr std::string_view repeated = "activities.";
  const Words heading{std::string(row.ja), std::string(row.en)};
  Printer printer(out, std::string(row.number));
  if (row.paths.front().starts_with(repeated)) {
    const Tree* activities = tree.find("activities");
    for (std::size_t i = 0; activities != nullptr && i < activities->items.size(); ++i) {
      const Tree* name = activities->items[i].find("name");
      const std::string suffix = activities->items.size() > 1 && name != nullptr ? " (" + name->text + ")" : "";
      for (const auto path : row.paths) {
        const auto* field = field_of(fields, path);
        if (field != nullptr) printer.print(*field, at_path(activities->items[i], path.substr(repeated.size())), std::to_string(i), {heading.ja + suffix, heading.en + suffix});
      }
    }
    return;
  }
  for (const auto path : row.paths) {
    if (!programme && (path.starts_with("programme.") || path == "scope.area")) continue;
    const auto* field = field_of(fields, path);
    if (field != nullptr) printer.print(*field, at_path(tree, path), "", heading);
  }
}

std::vector<Section> plan_sections(const project::Plan& plan) {
  const auto fields = plan_fields();
  const Tree tree = wire::to_tree(plan);
  std::vector<Section> out;
  for (const FormRow& row : form_rows()) print_row(out, row, fields, tree, plan.programme.has_value());
  return out;
}

report::Document begin(std::string kind, Words title, const project::Plan& plan, const PaperHead& head) {
  report::Document d;
  d.kind = std::move(kind);
  d.title = std::move(title);
  if (head.sample) d.mark = {"見本", "SAMPLE"};
  d.issued_on = head.issued_on;
  d.issuer = {plan.proponents.empty() ? std::string() : plan.proponents.front().name, {}};
  if (head.official_number != 0) d.number = std::to_string(head.official_number);
  return d;
}

}  // namespace

report::Document plan_paper(const project::Plan& plan, const PaperHead& head) {
  const bool programme = plan.programme.has_value();
  Words title{programme ? "プロジェクト計画書(プログラム型排出削減プロジェクト用)" : "プロジェクト計画書(排出削減プロジェクト用)", programme ? "Project plan, programme type" : "Project plan, normal type"};
  auto d = begin("project_plan", std::move(title), plan, head);
  d.sections = plan_sections(plan);
  d.notes.push_back({"様式 Ver." + plan.form.version + "。計画書のハッシュ: " + project::plan_hash(plan).to_hex(), "Form Ver." + plan.form.version + ". Hash of the plan: " + project::plan_hash(plan).to_hex()});
  if (!programme) d.notes.push_back({"2.2以降の項目の位置は、プログラム型の様式 Ver.4.0 にならったものです。", "From 2.2 on, places of fields follow the programme type's form Ver.4.0."});
  return d;
}

wire::ListFile plan_sheet(const project::Plan& plan, Language language) {
  wire::ListFile sheet;
  const auto say = [&](const Words& w) { return language == Language::ja || w.en.empty() ? w.ja : w.en; };
  sheet.sheet = say({"プロジェクト計画書", "Project plan"});
  sheet.head = {say({"部", "Section"}), say({"項目", "Field"}), say({"値", "Value"})};
  for (const Section& section : plan_sections(plan)) {
    for (const auto& field : section.fields) sheet.rows.push_back({say(section.heading), say(field.label), say(field.value.text)});
    for (const auto& table : section.tables) {
      std::vector<std::string> head{say(section.heading) + " - " + say(table.caption)};
      for (const auto& column : table.columns) head.push_back(say(column.heading));
      sheet.rows.push_back(std::move(head));
      for (const auto& row : table.rows) {
        std::vector<std::string> cells{""};
        for (const auto& cell : row) cells.push_back(say(cell.text));
        sheet.rows.push_back(std::move(cells));
      }
    }
  }
  std::size_t width = sheet.head.size();
  for (const auto& row : sheet.rows) width = std::max(width, row.size());
  sheet.head.resize(width);
  for (auto& row : sheet.rows) row.resize(width);
  return sheet;
}

namespace {

struct Series {
  Rational sum;       // as it was written
  bool uniform = true;
  std::optional<Rational> least, most;
  Date first, last;
  std::size_t count = 0;
  std::string unit, classes;
};

// One row per series: what an amount adds up to over the days that were measured; of a coefficient its value, or the least and the largest.
Table results_table(const ReportPaper& report, bool activity) {
  Table t;
  t.key = activity ? "activity_data" : "coefficients";
  t.caption = activity ? Words{"B.2 モニタリング実績 (1) 活動量", "B.2 Monitoring results (1) activity data"} : Words{"B.2 モニタリング実績 (2) 係数", "B.2 Monitoring results (2) coefficients"};
  t.columns = {{"symbol", {"記号", "Symbol"}}, {"definition", {"定義", "Definition"}}, {"unit", {"単位", "Unit"}}, {"class", {"分類", "Class"}}, {"value", {"実績値", "Result"}, report::Align::right},
      {"period", {"計測対象期間", "Days measured"}}};
  for (const auto& a : report.plan.activities) {
    for (const auto& planned : activity ? a.monitoring : a.coefficients) {
      Series s;
      for (const auto& v : report.data.values) {
        if (v.activity != a.name || v.symbol != planned.symbol || (!planned.row.empty() && v.row != planned.row)) continue;
        const Rational& value = v.written.value;
        s.uniform = s.uniform && (s.count == 0 || s.unit == v.written.unit.text);
        s.unit = v.written.unit.text;
        s.sum += value;
        if (!s.least || value < *s.least) s.least = value;
        if (!s.most || *s.most < value) s.most = value;
        s.first = s.count == 0 ? v.period.first : std::min(s.first, v.period.first);
        s.last = s.count == 0 ? v.period.last : std::max(s.last, v.period.last);
        const std::string word(project::name_of(v.monitoring_class));
        if (s.classes.find(word) == std::string::npos) s.classes += (s.classes.empty() ? "" : ", ") + word;
        ++s.count;
      }
      const std::string symbol = planned.row.empty() ? planned.symbol : planned.symbol + " (" + planned.row + ")";
      std::string value = "-";
      if (!s.uniform) value = "*";  // in several units: the data have each
      else if (s.count > 0 && activity) value = s.sum.to_string();
      else if (s.count > 0) value = *s.least == *s.most ? s.least->to_string() : s.least->to_string() + " - " + s.most->to_string();
      t.rows.push_back({symbol, planned.definition, s.unit.empty() ? planned.unit : s.unit, s.classes.empty() ? std::string(project::name_of(planned.monitoring_class)) : s.classes, value,
          s.count == 0 ? std::string("-") : s.first.to_string() + " - " + s.last.to_string()});
    }
  }
  return t;
}

Table reductions_table(const ReportPaper& report) {
  Table t;
  t.key = "reductions";
  t.caption = {"排出削減量", "Reductions"};
  t.columns = {{"methodology", {"方法論", "Methodology"}}, {"vintage", {"年度", "Fiscal year"}}, {"em_bl", {"ベースライン排出量 (t-CO2)", "Baseline (t-CO2)"}, report::Align::right},
      {"em_pj", {"プロジェクト実施後排出量 (t-CO2)", "Project (t-CO2)"}, report::Align::right}, {"er", {"排出削減量 (t-CO2)", "Reduction (t-CO2)"}, report::Align::right}};
  std::uint64_t total = 0;
  const auto shown = [](const std::string& exact) {
    const auto value = Rational::parse(exact);
    return value ? round_places(*value, 1, Rounding::half_even).to_string() : exact;
  };
  for (const auto& line : report.lines) {
    total += line.er;
    t.rows.push_back({line.methodology, line.vintage.to_string(), Value(shown(line.em_bl)), Value(shown(line.em_pj)), Value(std::to_string(line.er))});
  }
  t.total = {Value(Words{"合計", "Total"}), Value(""), Value(""), Value(""), Value(std::to_string(total))};
  return t;
}

}  // namespace

report::Document report_paper(const ReportPaper& report, const PaperHead& head) {
  auto d = begin("monitoring_report", {"モニタリング報告書", "Monitoring report"}, report.plan, head);
  const auto fields = plan_fields();
  const Tree tree = wire::to_tree(report.plan);
  Section cover{"cover", {"表紙", "Cover"}, {}, {}, {}};
  cover.fields.push_back({"name", {"プロジェクト名", "Project"}, report.plan.project.name});
  cover.fields.push_back({"number", {"プロジェクト番号", "Project number"}, head.official_number == 0 ? std::string("-") : std::to_string(head.official_number)});
  cover.fields.push_back({"report", {"報告書の番号", "Report"}, std::to_string(report.report)});
  cover.fields.push_back({"period", {"モニタリング期間", "Monitoring period"}, report.period.first.to_string() + " - " + report.period.last.to_string()});
  cover.fields.push_back({"changed", {"計画変更", "Change of the plan"}, report.plan_changed ? Value(Words{"計画変更あり", "changed"}) : Value(Words{"計画変更なし", "not changed"})});
  d.sections.push_back(std::move(cover));
  for (const FormRow& row : form_rows()) {
    // What the report repeats of the plan: who, the methodology, data management, other matters, instruments.
    static constexpr std::array repeated{std::string_view("1.1"), std::string_view("6"), std::string_view("7"), std::string_view("12")};
    const bool methodology = row.paths.front() == "activities.methodology";
    if (methodology || std::ranges::find(repeated, row.number) != repeated.end()) print_row(d.sections, row, fields, tree, report.plan.programme.has_value());
  }
  for (std::size_t i = 1; i < d.sections.size(); ++i) d.sections[i].key = "s" + std::to_string(i);
  Section results{"results", {"報告書別紙 B.2 モニタリング実績", "Annex B.2 Monitoring results"}, {}, {}, {}};
  results.tables.push_back(results_table(report, true));
  results.tables.push_back(results_table(report, false));
  d.sections.push_back(std::move(results));
  Section reductions{"reductions", {"排出削減量の算定結果", "Result of the calculation"}, {}, {}, {}};
  reductions.paragraphs.push_back({"排出削減量は、ベースライン排出量とプロジェクト実施後排出量の差の小数点以下を、方法論と年度ごとに一度だけ切り捨てたものです。",
      "Reductions: the difference of baseline and project emissions, rounded down once per methodology and fiscal year."});
  reductions.tables.push_back(reductions_table(report));
  d.sections.push_back(std::move(reductions));
  return d;
}

Result<PaperHead> paper_head(const Ledger& ledger, ProjectNumber project) {
  PaperHead head;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    head.sample = state.meta().kind != scheme::StoreKind::production;
    head.issued_on = paper_day(state);
    head.operator_name = state.meta().operator_name;
    if (const auto* row = state.cases().project(project)) head.official_number = row->official_number;
  }));
  return head;
}

Result<ReportPaper> report_paper_of(const Ledger& ledger, ProjectNumber project, std::uint32_t report) {
  ReportPaper paper;
  std::optional<project::ReportRow> row;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* found = state.cases().report(project, report)) row = *found;
    if (const auto* plan = state.cases().plan_of_report(project, report)) paper.plan_changed = plan->change != 0;
  }));
  if (!row) return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", std::to_string(report)}});
  paper.period = row->period;
  paper.report = report;
  paper.lines = row->lines;
  SUMI_TRY(const auto bytes, document(ledger, row->plan, "plan"));
  SUMI_TRY(paper.plan, plan_from(bytes, row->plan));
  SUMI_TRY(const auto trace, document(ledger, row->trace, "trace"));
  if (is_programme_trace(trace)) return paper;  // its data are the members' own, in the annexed list
  SUMI_TRY(const auto book, rulebook_of_trace(ledger, project, report, row->submitted.on, trace));
  SUMI_TRY(const auto data, document(ledger, row->data_set, "data set"));
  SUMI_TRY(const auto checked, project::check_plan(paper.plan, *book));
  SUMI_TRY(paper.data, project::read_data_set(data, "data set", checked, row->period, *book));
  return paper;
}

}  // namespace sumi::service
