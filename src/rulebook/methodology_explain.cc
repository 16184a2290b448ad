// The page of a methodology for a reader: `sumi rules explain EN-S-001`.
#include <algorithm>

#include "base/text.h"
#include "rulebook/formula_parse.h"
#include "rulebook/methodology_data.h"

namespace sumi::rulebook {

namespace {

class Page {
 public:
  Page(const Methodology::Data& data, Language language) : data_(data), language_(language) {}

  std::string write() {
    head();
    choices();
    lists();
    conditions(data_.conditions, say("適用条件", "Applicability conditions"));
    baseline();
    parameters();
    formulas();
    checks();
    incidental();
    exceptions();
    examples();
    line(heading(say("端数処理", "Rounding")));
    line("  " + data_.rounding_rule + ": " + text(data_.rounding));
    line("");
    line(heading(say("出典", "Sources")));
    for (const auto& [id, title] : data_.source_titles) line("  " + id + ": " + title);
    for (const std::string& id : data_.sources) {
      if (!data_.source_titles.contains(id)) line("  " + id);
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(std::string_view ja, std::string_view en) const { return std::string(language_ == Language::ja ? ja : en); }
  [[nodiscard]] const std::string& text(const BothLanguages& both) const { return both.in(language_); }
  void line(std::string_view s) {
    out_ += s;
    out_ += '\n';
  }
  // A formula of several lines stays in its column.
  [[nodiscard]] static std::string one_line(std::string_view s) {
    std::string out;
    for (const char c : s) {
      const bool space = c == ' ' || c == '\n' || c == '\t';
      if (!space) {
        out += c;
      } else if (!out.empty() && out.back() != ' ') {
        out += ' ';
      }
    }
    return out;
  }
  [[nodiscard]] static std::string heading(const std::string& s) { return "== " + s; }
  [[nodiscard]] std::string basis_word(Basis basis) const {
    return basis == Basis::official ? say("公式文書による", "official text") : say("再構成（公式文書の本文は未確認）", "reconstructed: the official text is not at hand");
  }
  [[nodiscard]] std::string where(const std::string& when) const { return when.empty() ? "" : say("（条件: ", " (where ") + in_words(when) + say("）", ")"); }
  // A condition on choices with the titles of its options: 'boiler_PJ == "fuel"' is "boiler_PJ: fuel boiler".
  [[nodiscard]] std::string in_words(const std::string& when) const {
    const auto tree = parse_formula(when, {});
    return tree ? in_words(*tree) : one_line(when);
  }
  [[nodiscard]] std::string in_words(const Syntax& node) const {
    using Kind = Syntax::Kind;
    if (node.kind == Kind::compare && node.items.size() == 2 && node.items[0].kind == Kind::name && node.items[1].kind == Kind::text) {
      std::string title = node.items[1].text;
      const auto choice = std::ranges::find(data_.choices, node.items[0].text, &Choice::name);
      if (choice != data_.choices.end()) {
        const auto option = std::ranges::find(choice->options, node.items[1].text, &Choice::Option::value);
        if (option != choice->options.end()) title = text(option->title);
      }
      const bool equal = node.operators[0] == "==";
      return node.items[0].text + (equal ? say("が「", ": ") : say("が「", ": not ")) + title + (equal ? say("」", "") : say("」以外", ""));
    }
    if (node.kind == Kind::all_of || node.kind == Kind::any_of) {
      std::string out;
      for (const Syntax& item : node.items) {
        const bool mixed = item.kind == Kind::all_of || item.kind == Kind::any_of;
        const std::string one = mixed ? "(" + in_words(item) + ")" : in_words(item);
        out += (out.empty() ? "" : node.kind == Kind::all_of ? say("、かつ", " and ") : say("、又は", " or ")) + one;
      }
      return out;
    }
    if (node.kind == Kind::negation) return say("次でない: ", "not: ") + in_words(node.items[0]);
    return node.text;
  }
  // A long formula as its author broke it into lines, each below the one before it.
  [[nodiscard]] static std::string laid_out(const std::string& formula, const std::string& indent) {
    constexpr std::size_t width_max = 100;
    const std::string whole = one_line(formula);
    if (whole.size() <= width_max || trim(formula).find('\n') == std::string::npos) return whole;
    std::string out;
    for (std::size_t start = 0; start < formula.size();) {
      const std::size_t end = std::min(formula.find('\n', start), formula.size());
      const std::string line = one_line(formula.substr(start, end - start));
      if (!line.empty()) out += "\n" + indent + line;
      start = end + 1;
    }
    return out;
  }

  void head() {
    line(data_.number + " " + text(data_.title) + " (" + say("規則集の版 ", "edition ") + data_.version + ")");
    const std::string effect = data_.removal ? say("吸収・除去", "removal") : say("削減", "reduction");
    line(text(data_.sector) + say("、", ", ") + effect + say("、", ", ") + (data_.nature ? say("自然ベース", "nature-based") : say("技術ベース", "technology-based")));
    if (data_.valid_from || data_.valid_to) {
      line(say("有効期間: ", "Valid: ") + (data_.valid_from ? data_.valid_from->to_string() : "") + ".." + (data_.valid_to ? data_.valid_to->to_string() : ""));
    }
    if (data_.published) line(say("公表日: ", "Published: ") + data_.published->to_string());
    if (!text(data_.note).empty()) line(text(data_.note));
    line("");
  }

  void choices() {
    if (data_.choices.empty()) return;
    line(heading(say("計画書で選ぶ事項", "What the plan chooses")));
    for (const Choice& c : data_.choices) {
      line("  " + c.name + ": " + text(c.title) + where(c.when));
      for (const auto& option : c.options) line("    " + option.value + ": " + text(option.title));
      if (!c.table.empty()) line("    " + say("表のキー: ", "a key of the table ") + c.table);
      if (!c.default_value.empty()) line("    " + say("指定がないとき: ", "by default ") + c.default_value);
      if (!c.same_as.empty()) line("    " + say("指定がないとき同じ: ", "by default as ") + c.same_as);
    }
    line("");
  }

  // Lists that the plan fills, and units that follow from its choices.
  void lists() {
    if (data_.row_lists.empty() && data_.unit_variables.empty()) return;
    line(heading(say("一覧と単位", "Lists and units")));
    for (const RowList& list : data_.row_lists) {
      line("  " + list.name + ": " + text(list.title) + (list.minimum == 0 ? say("（行がなくてもよい）", " (may be empty)") : say("（1行以上）", " (one row at least)")) + where(list.when));
    }
    for (const UnitVariable& v : data_.unit_variables) {
      if (v.key.empty()) line("  " + v.symbol + ": " + say("計画書が定める単位", "a unit that the plan states"));
      else line("  " + v.symbol + ": " + say(v.key + " の単位（表 " + v.table + " の列 " + v.column + "）", "the unit of " + v.key + ", column " + v.column + " of the table " + v.table));
    }
    line("");
  }

  [[nodiscard]] std::string how_word(HowChecked how) const {
    switch (how) {
      case HowChecked::declared: return say("申告による", "declared");
      case HowChecked::formula: return say("計算式で判定", "by formula");
      case HowChecked::evidence: break;
    }
    return say("証拠書類による", "by evidence");
  }
  void conditions(const std::vector<Condition>& list, const std::string& title) {
    line(heading(title));
    for (const Condition& c : list) {
      line("  (" + c.id + ") " + text(c.text) + where(c.when));
      line("      " + how_word(c.how) + (c.formula.empty() ? "" : ": " + laid_out(c.formula, "          ")) + say("、", "; ") + basis_word(c.basis));
      if (!text(c.evidence).empty()) line("      " + say("証拠: ", "evidence: ") + text(c.evidence));
    }
    line("");
  }

  void baseline() {
    line(heading(say("ベースライン", "Baseline")));
    line("  " + text(data_.baseline));
    line("");
    if (!data_.cases.empty()) conditions(data_.cases, say("更新が新設として扱われる場合", "Cases in which a renewal counts as a new installation"));
  }

  void parameters() {
    line(heading(say("パラメータ", "Parameters")));
    std::size_t symbol_width = 0, unit_width = 0;
    for (const Parameter& p : data_.parameters) {
      symbol_width = std::max(symbol_width, display_width(p.symbol));
      unit_width = std::max(unit_width, display_width(p.unit));
    }
    for (const Parameter& p : data_.parameters) {
      std::string classes;
      for (const std::string& c : p.classes) classes += (classes.empty() ? "" : "/") + c;
      line("  " + pad_right(p.symbol, symbol_width) + "  " + pad_right(p.unit, unit_width) + "  " + pad_right(classes, 8) + "  " + text(p.definition));
      const std::string indent = "      ";
      line(indent + kind_word(p) + (p.rows.empty() ? "" : say("、一覧の行ごと: ", "; one per row of ") + p.rows) + where(p.when));
      if (!text(p.frequency).empty()) line(indent + say("頻度: ", "frequency: ") + text(p.frequency));
      if (!text(p.method).empty()) line(indent + text(p.method));
      if (!p.table.empty()) line(indent + say("表のキー: ", "a key of the table ") + p.table);
      if (!p.default_lookup.empty()) {
        line(indent + say("デフォルト値: ", "default: ") + p.default_lookup);
      } else if (p.kind == ParameterKind::coefficient) {
        line(indent + say("デフォルト値なし（宣言パラメータ）", "no default: a declared parameter"));
      }
      if (!p.minimum.empty() || !p.maximum.empty()) line(indent + say("範囲: ", "range: ") + range(p));
      if (p.needs_value_year) line(indent + say("宣言するときは値の年度を示す", "a declared value names the year it is of"));
    }
    line("");
  }
  [[nodiscard]] std::string range(const Parameter& p) const {
    if (p.maximum.empty()) return p.minimum + say(" 以上", " or more");
    if (p.minimum.empty()) return p.maximum + say(" 以下", " or less");
    return p.minimum + " .. " + p.maximum;
  }
  [[nodiscard]] std::string kind_word(const Parameter& p) const {
    const std::string kind = p.kind == ParameterKind::activity      ? say("活動量", "activity data")
                             : p.kind == ParameterKind::coefficient ? say("係数", "coefficient")
                                                                    : say("判定に用いる事実", "fact for conditions");
    return kind + (p.given == Given::plan ? say("、計画書で記載", ", given by the plan") : say("、期間ごとにモニタリング", ", monitored per period"));
  }

  void formulas() {
    line(heading(say("計算式", "Formulas")));
    for (const NamedFormula& f : data_.formulas) {
      line("  " + f.symbol + (f.rows.empty() ? "" : "[i in " + f.rows + "]") + " [" + f.unit + "] = " + laid_out(f.text, "          ") + where(f.when));
      line("      " + text(f.title) + say("、", "; ") + basis_word(f.basis));
    }
    line("  ER = " + data_.baseline_result + " - " + data_.project_result + (data_.incidental.empty() ? "" : say("（付随的な排出を加える）", ", each with its incidental emissions")));
    line("");
  }

  void checks() {
    if (data_.checks.empty()) return;
    line(heading(say("入力の検査（成り立たない計算は行わない）", "Checks of the inputs: a calculation that breaks one is refused")));
    for (const InputCheck& c : data_.checks) {
      line("  " + laid_out(c.formula, "          ") + where(c.when));
      line("      " + say("成り立たないとき: ", "where it does not hold: ") + text(c.text));
    }
    line("");
  }

  [[nodiscard]] static std::string shown(const InputValue& value) {
    if (const auto* quantity = std::get_if<Quantity>(&value.value)) return to_string(*quantity);
    if (const auto* truth = std::get_if<bool>(&value.value)) return *truth ? "true" : "false";
    return std::get<std::string>(value.value);
  }
  [[nodiscard]] static std::string shown(const std::vector<NamedInput>& values) {
    std::string out;
    for (const auto& [name, value] : values) out += (out.empty() ? "" : ", ") + name + " = " + shown(value);
    return out;
  }
  void examples() {
    line(heading(say("計算例", "Worked examples")));
    for (const ExampleCase& e : data_.example_cases) {
      line("  " + e.shown.name + " (" + e.options.fiscal_year.to_string() + (e.options.period ? ", " + e.options.period->to_string() : "") + ")");
      if (!e.plan.values.empty()) line("      " + say("入力: ", "given: ") + shown(e.plan.values));
      for (const auto& [list, rows] : e.plan.rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) line("      " + list + "[" + std::to_string(i + 1) + "]: " + shown(rows[i].values));
      }
      std::string figures;
      for (const auto& [name, value] : e.expected) figures += (figures.empty() ? "" : ", ") + name + " = " + value;
      line("      " + say("結果: ", "result: ") + figures);
      line("      " + say("求め方: ", "found by: ") + e.shown.source);
    }
    line("");
  }

  void incidental() {
    if (data_.incidental.empty()) return;
    line(heading(say("付随的な排出活動", "Incidental emissions")));
    for (const IncidentalSource& s : data_.incidental) {
      line("  (" + s.id + ") " + text(s.title) + (s.side == Side::baseline ? say("、ベースライン", ", baseline") : say("、プロジェクト実施後", ", project")) + where(s.when));
      line("      [tCO2] = " + laid_out(s.emission.text, "          ") + say("、", "; ") + basis_word(s.emission.basis));
    }
    line("  " + text(data_.incidental_rule.by_ratio.title));
    line("  " + say("算定が必要な影響度: ", "must be calculated from: ") + data_.incidental_rule.must_calculate_from);
    line("  " + say("モニタリングしない排出活動の合計: ", "all without monitoring stay below: ") + data_.incidental_rule.unmonitored_below);
    line("  " + say("影響度による評価: ", "by the ratio: ") + data_.incidental_rule.by_ratio.text);
    line("");
  }

  void exceptions() {
    const Exceptions& e = data_.exceptions;
    line(heading(say("登録要件の特例", "Exceptions to the rules of registration")));
    const auto yes_no = [&](bool b) { return b ? say("はい", "yes") : say("いいえ", "no"); };
    line("  " + say("2年ルールの適用除外: ", "exempt from the two-year rule: ") + yes_no(e.two_year_rule_exempt));
    line("  " + say("認証対象期間あり: ", "has a crediting period: ") + yes_no(e.has_certification_period));
    line("  " + say("永続性の担保が必要: ", "permanence to be kept: ") + yes_no(e.permanence_required));
    line("  " + say("追加性の評価が必要: ", "additionality test required: ") + yes_no(e.additionality_test_required));
    for (const auto& x : e.exemptions) {
      line("    (" + x.id + ") " + text(x.text) + " " + (x.from ? x.from->to_string() : "") + ".." + (x.to ? x.to->to_string() : ""));
    }
    const std::string criterion = e.registration_criterion_known == "stated" ? text(e.registration_criterion)
                                  : e.registration_criterion_known == "none" ? say("なし", "none")
                                                                             : say("情報なし", "no rule data");
    line("  " + say("プロジェクト登録基準: ", "registration criterion: ") + criterion);
    line("");
  }

  const Methodology::Data& data_;
  Language language_;
  std::string out_;
};

}  // namespace

std::string explain(const Methodology& methodology, Language language) { return Page(methodology.data(), language).write(); }

}  // namespace sumi::rulebook
