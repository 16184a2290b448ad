#include "project/template.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/number.h"
#include "base/unit.h"
#include "project/errors.h"
#include "project/plan.h"
#include "project/plan_checker.h"
#include "rulebook/formula_errors.h"
#include "rulebook/methodology.h"

namespace sumi::project {

namespace {

using rulebook::Choice;
using rulebook::Given;
using rulebook::Inputs;
using rulebook::InputValue;
using rulebook::Methodology;
using rulebook::Origin;
using rulebook::Parameter;
using rulebook::ParameterKind;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') out += ' ';
    else out += c;
  }
  return out + "\"";
}

// Lines of a TOML file with their comments.
class Page {
 public:
  void comment(std::string_view text) {
    text_ += "# ";
    for (const char c : text) text_ += c == '\n' ? ' ' : c;
    text_ += '\n';
  }
  void blank() { text_ += '\n'; }
  // A heading of the form; `path` decides whether its place there is inferred.
  void section(std::string_view heading, std::string_view path) {
    blank();
    comment("---- " + std::string(heading) + (is_inferred(path) ? "  [様式での位置は推定 / inferred]" : "") + " ----");
  }
  void table(std::string_view name) { text_ += "[" + std::string(name) + "]\n"; }
  void item(std::string_view name) { text_ += "[[" + std::string(name) + "]]\n"; }
  void text(std::string_view key, std::string_view value, std::string_view note = {}) { line(key, quoted(value), note); }
  void flag(std::string_view key, bool value, std::string_view note = {}) { line(key, value ? "true" : "false", note); }
  void number(std::string_view key, std::string_view value, std::string_view note = {}) { line(key, std::string(value), note); }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void line(std::string_view key, const std::string& value, std::string_view note) {
    text_ += std::string(key) + " = " + value;
    if (!note.empty()) text_ += "  # " + std::string(note);
    text_ += '\n';
  }
  std::string text_;
};

class Template {
 public:
  Template(const rulebook::Rulebook& rulebook, const Methodology& methodology, bool programme)
      : rulebook_(rulebook), m_(methodology), tables_(rulebook), programme_(programme) {
    find_year();
    make_choices();
  }

  Result<std::string> write() {
    SUMI_TRY(indices_, rulebook::parameters_for(m_, inputs_));
    head();
    project();
    parties();
    period_and_management();
    scope();
    if (programme_) programme();
    activity();
    conditions();
    equipment();
    additionality();
    choices_and_rows();
    parameters();
    incidental();
    SUMI_CHECK(monitoring());
    instruments();
    methods();
    expected();
    return page_.take();
  }

 private:
  // ---- A year and choices for which the rulebook has values ----

  static std::string table_of(const std::string& look_up) {
    const std::size_t open = look_up.find('"');
    const std::size_t close = open == std::string::npos ? open : look_up.find('"', open + 1);
    return close == std::string::npos ? std::string() : look_up.substr(open + 1, close - open - 1);
  }

  void find_year() {
    std::int32_t newest = 0;
    const auto look_at = [&](const std::string& table) {
      const rulebook::TableInfo* info = rulebook_.table(table);
      if (info == nullptr || info->validity != rulebook::ValidityKind::fiscal_year) return;
      for (const rulebook::Row& row : rulebook_.rows(table)) newest = std::max(newest, row.first.value_or(0));
    };
    for (const Choice& c : m_.choices()) look_at(c.table);
    for (const Parameter& p : m_.parameters()) look_at(table_of(p.default_lookup));
    if (newest > 0) year_.number = newest;
  }

  [[nodiscard]] std::string example_value(const Choice& choice) const {
    if (!choice.default_value.empty()) return choice.default_value;
    if (!choice.options.empty()) return choice.options.front().value;
    for (const rulebook::Row& row : rulebook_.rows(choice.table)) {
      if (row.first == year_.number && !row.key.empty()) return row.key.front();
    }
    const auto rows = rulebook_.rows(choice.table);
    return rows.empty() || rows.front().key.empty() ? "" : rows.front().key.front();
  }

  // Every choice with its example value; those that do not exist beside the others are taken out again.
  void make_choices() {
    for (const Choice& c : m_.choices()) inputs_.values.emplace_back(c.name, InputValue{example_value(c), Origin::plan, "", {}, ""});
    rulebook::CalculationOptions options;
    options.fiscal_year = year_;
    for (std::size_t round = 0; round < m_.choices().size() && !m_.parameters().empty(); ++round) {
      const auto probe = rulebook::parameter_unit(m_, m_.parameters().front().symbol, inputs_, options, tables_);
      if (probe || probe.error().def != &rulebook::errors::input_unknown) break;
      const std::string name = probe.error().args.front().second;
      if (std::erase_if(inputs_.values, [&](const rulebook::NamedInput& v) { return v.first == name; }) == 0) break;
    }
  }

  [[nodiscard]] std::string unit_of(const Parameter& p) const {
    rulebook::CalculationOptions options;
    options.fiscal_year = year_;
    const auto unit = rulebook::parameter_unit(m_, p.symbol, inputs_, options, tables_);
    if (unit) return unit->text;
    // "The unit of the product": the plan's monitoring row states it, so the template does too.
    const auto stated = [&](const rulebook::UnitVariable& v) { return v.symbol == p.unit && v.key.empty(); };
    if (p.kind != ParameterKind::fact && std::ranges::any_of(m_.unit_variables(), stated)) return "t";
    return p.unit.find_first_of("{_") == std::string::npos ? p.unit : std::string();
  }

  [[nodiscard]] std::string day(const char* month_and_day) const { return std::to_string(year_.number) + "-" + month_and_day; }

  // ---- Sections ----

  void head() {
    page_.comment(programme_ ? "プロジェクト計画書 (プログラム型排出削減プロジェクト用) / project plan, programme type"
                             : "プロジェクト計画書 (排出削減プロジェクト用、通常型) / project plan, normal type");
    page_.comment("方法論 " + m_.number() + " " + m_.title().ja + " / " + m_.title().en);
    page_.comment("書かれている値はすべて記入例です。実際の値に書き換えてください。空にする項目は \"\" とします。");
    page_.comment("All values here are examples: replace them. An empty field is \"\".");
    page_.comment("量は「数 単位」と書きます: \"0.96 GJ/GJ_LHV\", \"10000 thousand_yen\"。日付は 2019-05-01 又は 令和元年5月1日。");
    page_.comment("[様式での位置は推定 / inferred] とある部分は、通常型の様式を確認できず、プログラム型の様式 Ver.4.0 にならったものです。");
    page_.comment("確認: sumi project check このファイル");
    page_.blank();
    page_.table("form");
    page_.text("family", programme_ ? "programme" : "normal", programme_ ? "様式の種類。プログラム型" : "様式の種類。通常型");
    page_.text("version", "4.0", "様式の版");
    page_.section("表紙 / cover", "cover");
    page_.table("cover");
    page_.text("validation_application_date", day("04-20"), "妥当性確認申請日");
    page_.text("registration_application_date", day("05-10"), "プロジェクト登録申請日。2年前の要件と認証対象期間の起算日");
    page_.text("plan_version", "1.0.0", "計画書の版 [推定]");
  }

  void project() {
    page_.section("2.1 プロジェクトの概要 / project", "project");
    page_.table("project");
    page_.text("name", "工場における" + m_.title().ja + "プロジェクト", "プロジェクト名");
    page_.text("number", "", "プロジェクト番号。登録時に事務局が記入 [推定]");
    page_.text("purpose", "エネルギー使用量とCO2排出量を減らす。", "目的");
    page_.text("summary", "既存の設備を高効率の設備に更新し、排出量を削減する。", "概要（削減方法）");
    page_.text("credit_income_claim", "譲渡したクレジットに係る削減分を、自らの削減として主張しない。", "R9");
  }

  void party(bool holder) {
    page_.item(holder ? "credit_holders" : "proponents");
    page_.text("kana", "レイショクヒンカブシキガイシャ", "フリガナ");
    page_.text("name", "例食品株式会社", "名称");
    page_.text("corporate_number", "", "法人番号13桁。ないときは空");
    page_.text("postal_code", "952-0000", "郵便番号");
    page_.text("prefecture", "新潟県", "都道府県");
    page_.text("municipality", "佐渡市", "市区町村");
    page_.text("street", "例町1-1", "市区町村以降の住所");
  }

  void parties() {
    page_.section("1.1 プロジェクト実施者 (最初が代表実施者。1.2 他の実施者は [[proponents]] をくり返す) / proponents", "proponents");
    party(false);
    page_.section("1.3 J-クレジット保有者 (決まっている場合) / credit holder, if decided", "credit_holders");
    party(true);
  }

  void period_and_management() {
    page_.section("4.1 認証対象期間 / crediting period", "crediting_period");
    page_.table("crediting_period");
    page_.text("first_monitorable_day", day("06-01"), "モニタリングが可能となる日");
    page_.text("start", "", "空の場合は、申請日とモニタリング可能日の遅い方");
    if (programme_) page_.text("end", std::to_string(year_.number + 17) + "-03-31", "会員の期間の最も遅い終わり。2050年度の末日まで");
    else page_.text("end", "", "空の場合は、開始日から規定の年数を経過する日");
    page_.flag("extended", false, "期間を延長したか");
    page_.section("6 データ管理 / data management (役職で書き、個人名は書かない。原則として二人)", "data_management");
    page_.table("data_management");
    page_.text("responsible", "例食品株式会社 工場長", "データ管理責任者");
    page_.text("monitoring", "例食品株式会社 設備課長", "モニタリング担当者");
    page_.text("method", "供給会社の請求書を毎月集め、電子ファイルで保管する。", "取得・収集・記録・保管の方法");
    page_.text("retention", "2 year", "認証対象期間終了後の保存期間。原則2年");
    page_.section("7 その他 / other matters", "other_matters");
    page_.table("other_matters");
    page_.flag("reduction_at_risk", false, "7.1 削減の持続を妨げるおそれ 有 true / 無 false");
    page_.text("risk", "", "有の場合、その内容");
    page_.flag("registered_elsewhere", false, "7.2 類似制度に登録している");
    page_.text("similar_scheme", "", "類似制度名");
    page_.text("similar_scheme_period", "", "類似制度での認証予定期間 2020-04-01..2028-03-31");
    page_.flag("registered_in_this_scheme", false, "同じ活動が本制度の他のプロジェクトに登録されている");
    page_.flag("legal_duty", false, "7.3 法令等の義務の履行によるものである");
    page_.text("permanence", "", "永続性担保の措置 (方法論が求める場合)");
    page_.text("registration_criterion", "", "プロジェクト登録基準への適合 (方法論が定める場合)");
  }

  void activity() {
    page_.section("2.1 適用する方法論と実施場所 (複数のときは [[activities]] から下をくり返す) / methodology and place", "activities");
    page_.item("activities");
    page_.text("name", "A1", "活動の名前。モニタリングデータがこの名前を使う");
    page_.text("methodology", m_.number(), m_.title().ja);
    page_.text("methodology_version", m_.version(), "方法論の版");
    page_.text("methodology_title", m_.title().ja);
    page_.text("monitored_item", m_.main_monitored_symbol(), "主要排出量の算定に用いる活動量 [推定]");
    page_.text("baseline", "renewal", "renewal 更新 / new 新設。双方を含むときは活動を分ける");
    page_.text("situation_before", "既存の設備を使用している。", "2.2 実施前の状況 [推定]");
    page_.text("situation_after", "高効率の設備を使用する。", "2.2 実施後の状況 [推定]");
    page_.text("standard_equipment", "", "8.1 (2) 新設の場合の標準的な設備 [推定]");
    page_.text("project_emission_idea", "実施後の使用量から算定する。", "10.3 考え方 [推定]");
    page_.text("baseline_emission_idea", m_.baseline().ja, "10.4 考え方 [推定]");
    page_.text("baseline_incidental_idea", "", "10.2 (1) 考え方 [推定]");
    page_.text("project_incidental_idea", "", "10.2 (2) 考え方 [推定]");
    page_.text("data_collection", "請求書を月ごとに表に入力する。", "11 (3) モニタリングデータの収集方法 [推定]");
    page_.blank();
    page_.table("activities.place");
    page_.text("site", "佐渡工場", "実施事業所");
    page_.text("country", "JP");
    page_.text("prefecture", "新潟県");
    page_.text("municipality", "佐渡市");
    page_.text("street", "例町1-1");
  }

  void conditions() {
    page_.section("2.3 方法論の適用条件への適合 / how each condition is met", "activities.conditions");
    const auto write = [&](const rulebook::Condition& c, bool met) {
      page_.comment(c.text.ja + " / " + c.text.en);
      if (c.how == rulebook::HowChecked::formula) {
        page_.comment("  -> 計画書の値から判定します / answered from the plan's values: " + c.formula);
        return;
      }
      page_.item("activities.conditions");
      page_.text("id", c.id);
      page_.flag("met", met);
      page_.text("how", met ? "設備の仕様書で確認した。" : "該当しない。");
      page_.text("evidence", "仕様書.pdf");
    };
    for (const rulebook::Condition& c : m_.conditions()) write(c, true);
    if (m_.new_installation_cases().empty()) return;
    page_.comment("次のいずれかにあたる更新は、新設として扱います (あたる場合 met = true)。 / a renewal in one of these cases counts as new");
    for (const rulebook::Condition& c : m_.new_installation_cases()) write(c, false);
  }

  void one_equipment(bool before) {
    page_.item(before ? "activities.equipment_before" : "activities.equipment_after");
    page_.text("name", before ? "既存の設備" : "導入する設備");
    page_.text("maker", "例機械", "メーカー");
    page_.text("model", before ? "OLD-1" : "NEW-1", "型番");
    page_.text("serial_number", before ? "1001" : "2001", "機器製造番号");
    page_.text("capacity", "2 t/h", "出力 (定格能力)");
    page_.text("introduction_date", std::to_string(year_.number - (before ? 13 : 0)) + (before ? "年度" : "-04-01"), "導入日。分かる範囲で: 2008年度、2008年4月");
    page_.text("start_date", std::to_string(year_.number - (before ? 13 : 0)) + (before ? "年度" : "-04-15"), "稼働開始日。分かる範囲で");
    page_.text("statutory_life", "15 year", "法定耐用年数");
    page_.text("efficiency", before ? "80 %" : "90 %", "効率");
    page_.text("fuel", "", "燃料");
    page_.text("use", "", "用途");
    page_.text("evidence", before ? "固定資産台帳.pdf" : "完了報告書.pdf", "根拠資料");
  }

  void equipment() {
    page_.section("8.1 (1) 既存設備 / equipment before", "activities.equipment_before");
    page_.comment("新設のときは baseline を new とし、standard_equipment を書き、8.1 (1) を消します / new installation: baseline = \"new\", standard_equipment, and no equipment before");
    one_equipment(true);
    page_.section("8.2 導入設備 / equipment after", "activities.equipment_after");
    one_equipment(false);
  }

  void additionality() {
    page_.section("9 追加性の評価 / additionality: (投資額 - 補助金) / 年間ランニングコストの差 が規定の年数以上", "activities.additionality");
    page_.table("activities.additionality");
    page_.text("exemption", "", "評価を省略する根拠。通常は空");
    for (const auto& e : m_.exceptions().exemptions) page_.comment("  " + e.id + ": " + e.text.ja);
    page_.text("investment", "10000 thousand_yen", "投資額");
    page_.text("subsidy", "5000 thousand_yen", "補助金。ないときは 0 yen");
    page_.text("subsidy_name", "省エネルギー設備導入補助金");
    page_.text("running_cost_before", "1000 thousand_yen/year", "実施前の年間ランニングコスト");
    page_.text("running_cost_after", "300 thousand_yen/year", "実施後。クレジットの収入は含めない");
    page_.text("price_basis_before", "実施前1年間の平均単価");
    page_.text("price_basis_after", "実施直後の契約単価");
    page_.text("activity_level_before", "", "比較した活動量。前後で同じにする");
    page_.text("activity_level_after", "");
    page_.text("evidence", "見積書.pdf、補助金交付決定通知書.pdf");
    page_.comment("内訳を書く場合 (合計と一致させる): [[activities.additionality.costs]] item, use_before, unit_price_before, use_after, unit_price_after");
  }

  void choices_and_rows() {
    if (!m_.choices().empty()) page_.section("10 算定方法の選択 / choices of the methodology", "activities.monitoring");
    for (const Choice& c : m_.choices()) {
      std::string options;
      for (const Choice::Option& o : c.options) options += (options.empty() ? "" : "、") + o.value + " " + o.title.ja;
      page_.comment(c.title.ja + ": " + (options.empty() ? c.table + " のキー (sumi rules list で一覧)" : options));
      const InputValue* value = inputs_.find(c.name);
      if (value == nullptr) {
        page_.comment("  (この選択では使いません / not with these choices: " + c.name + ")");
        continue;
      }
      page_.item("activities.choices");
      page_.text("name", c.name);
      page_.text("value", std::get<std::string>(value->value));
    }
    for (const rulebook::RowList& list : m_.row_lists()) {
      page_.section(list.title.ja + " / " + list.title.en, "activities.monitoring");
      for (std::size_t i = 0; i < std::max<std::size_t>(list.minimum, 1); ++i) {
        page_.item("activities.rows");
        page_.text("list", list.name);
        page_.text("label", row_label(i));
      }
    }
  }

  static std::string row_label(std::size_t i) { return "行" + std::to_string(i + 1); }
  [[nodiscard]] std::vector<std::string> labels_of(const Parameter& p) const {
    if (p.rows.empty()) return {""};
    std::vector<std::string> labels;
    const auto list = std::ranges::find(m_.row_lists(), p.rows, &rulebook::RowList::name);
    const std::size_t n = list == m_.row_lists().end() ? 1 : std::max<std::size_t>(list->minimum, 1);
    for (std::size_t i = 0; i < n; ++i) labels.push_back(row_label(i));
    return labels;
  }

  [[nodiscard]] std::string first_key(const std::string& table) const {
    const auto rows = rulebook_.rows(table);
    return rows.empty() || rows.front().key.empty() ? "" : rows.front().key.front();
  }
  // A figure within the parameter's bounds; the baseline's is the worse of two.
  static std::string example_figure(const Parameter& p) {
    const bool baseline = p.symbol.ends_with("_BL");
    const auto most = Rational::parse(p.maximum.substr(0, p.maximum.find(' ')));
    if (!most || p.maximum.empty()) return baseline ? "80" : "40";
    // A bound well above one is that of a coefficient of performance, or of a distance per litre: no plan comes near it.
    const Rational top = Rational(4) < *most ? *most * Rational(Integer(1), Integer(5)) : std::min(*most, Rational(1));
    return (top * Rational(Integer(baseline ? 8 : 9), Integer(10))).to_string();
  }

  // A value that the plan need not give, as lines that are ready to be taken out of their comments.
  void behind_comments(const Parameter& p, const std::string& label, const std::string& unit, bool fact) {
    const std::string table = table_of(p.default_lookup);
    const rulebook::TableInfo* info = rulebook_.table(table);
    const bool yearly = info != nullptr && info->validity == rulebook::ValidityKind::fiscal_year;
    if (!table.empty()) page_.comment("  規則集の値 / the rulebook's value: sumi rules show " + table);
    const auto line = [&](std::string_view key, const std::string& value) { page_.comment(std::string(key) + " = " + quoted(value)); };
    page_.comment("[[activities.parameters]]");
    line("symbol", p.symbol);
    if (!label.empty()) line("row", label);
    line("value", unit.empty() ? "" : "? " + unit);
    if (fact) return;
    if (p.needs_value_year || yearly) line("value_year", "FY" + std::to_string(year_.number));
    line("evidence", "");
    line("declared_by", "例食品株式会社 設備課長");
  }

  void one_parameter(const Parameter& p, const std::string& label, const std::string& value, bool commented) {
    const std::string unit = p.unit == "truth" || p.unit == "text" ? "" : unit_of(p);
    const bool fact = p.kind == ParameterKind::fact;
    std::string cls;
    for (const std::string& c : p.classes) {
      // The example's evidence is a catalogue: a value of a third party, where the methodology takes one.
      if (c == "II" || (cls.empty() && c != "III")) cls = c;
    }
    page_.comment(p.symbol + " " + p.definition.ja + (unit.empty() ? "" : " [" + unit + "]") + " / " + p.definition.en);
    if (commented) {
      behind_comments(p, label, unit, fact);
      return;
    }
    page_.item("activities.parameters");
    page_.text("symbol", p.symbol);
    if (!label.empty()) page_.text("row", label);
    page_.text("value", unit.empty() ? value : value + " " + unit);
    if (fact) return;
    const bool activity = p.kind == ParameterKind::activity;
    page_.text("monitoring_class", cls, std::string(activity ? "A 伝票、B 計量器、C 概算等" : "I 実測、II 第三者提供値") + "。申告による値は空とし、declared_by を書く");
    page_.text("evidence", activity ? "納品書.pdf" : "カタログ.pdf", "根拠資料");
    page_.text("declared_by", cls.empty() ? "例食品株式会社 設備課長" : "", "申告者 (組織と役職)");
  }

  void parameters() {
    page_.section("10 計画書で与える値 / values that the plan gives", "activities.monitoring");
    page_.comment("設備の使用年数・法定耐用年数・定格能力は、ここに書かなければ 8 の設備から求めます / age, life and capacity are taken from section 8");
    page_.comment("先頭に # のある [[activities.parameters]] は、書かなければ規則集の値を使います。宣言するときは、行の先頭の # を取り、値と根拠を書きます。");
    page_.comment("規則集の値は年度ごとです。報告する年度の値がないときは、宣言が必要です。");
    page_.comment("What stands behind # is the rulebook's unless declared: take the # away, give value and evidence. Needed where the rulebook has no value for the year reported.");
    for (const std::size_t i : indices_) {
      const Parameter& p = m_.parameters()[i];
      if (p.given == Given::monitored) continue;
      const bool truth = p.unit == "truth", key = p.unit == "text" && !p.table.empty();
      if (p.kind == ParameterKind::fact && !truth && !key) {
        one_parameter(p, "", "", true);
        continue;
      }
      const std::string value = truth ? "false" : key ? first_key(p.table) : example_figure(p);
      for (const std::string& label : labels_of(p)) one_parameter(p, label, value, !p.default_lookup.empty());
    }
  }

  void incidental() {
    page_.section("10.2 付随的な排出活動 / incidental sources: calculate 算定する、by_ratio 影響度により評価、leave_out 省略", "activities.incidental");
    if (m_.incidental_sources().empty()) page_.comment("この方法論にはありません / none in this methodology");
    for (const rulebook::IncidentalSource& s : m_.incidental_sources()) {
      page_.comment(s.title.ja + " / " + s.title.en);
      page_.item("activities.incidental");
      page_.text("id", s.id);
      page_.text("activity", s.title.ja, "排出活動");
      page_.text("side", s.side == rulebook::Side::baseline ? "baseline" : "project");
      page_.text("gas", "CO2", "温室効果ガスの種類");
      page_.text("emission", "0.3 tCO2/year", "排出量");
      page_.text("choice", "leave_out");
      page_.text("grounds", "影響度が規定の割合に満たない。試算.xlsx", "省略又は影響度による評価の根拠");
    }
  }

  // What only serves an incidental source that the template leaves out needs no row.
  [[nodiscard]] bool only_incidental(const Parameter& p) const {
    const auto holds = [&](const rulebook::NamedFormula& f) { return formula_names(f.text, p.symbol); };
    const bool incidental = std::ranges::any_of(m_.incidental_sources(), [&](const rulebook::IncidentalSource& s) { return holds(s.emission); });
    return incidental && std::ranges::none_of(m_.formulas(), holds);
  }

  Result<void> monitoring() {
    page_.section("11 モニタリング計画 / monitoring plan: A 伝票、B 計量器、C 概算等、I 実測、II 第三者提供値、III デフォルト値", "activities.monitoring");
    page_.comment("選択を変えると、測る項目も変わります (sumi rules explain " + m_.number() + ") / other choices, other items");
    page_.comment("データの表(CSV)の見出し: 記号,期間,値,単位,分類,根拠資料 / columns of the data file: parameter,period,value,unit,class,evidence");
    for (const std::size_t i : indices_) {
      const Parameter& p = m_.parameters()[i];
      if (p.given != Given::monitored || p.kind == ParameterKind::fact || only_incidental(p)) continue;
      const std::string unit = unit_of(p);
      const std::string cls = p.classes.empty() ? "A" : p.classes.front();
      if (cls == "B") measured_.push_back(p.symbol);
      if (cls == "C") estimated_.push_back(p.symbol);
      if (cls == "I") measured_coefficients_.push_back(p.symbol);
      page_.item(p.kind == ParameterKind::activity ? "activities.monitoring" : "activities.coefficients");
      page_.text("symbol", p.symbol, "記号");
      page_.text("definition", p.definition.ja, "定義");
      page_.text("unit", unit, "単位");
      page_.text("monitoring_class", cls, "分類");
      page_.text("description", p.method.ja, "概要");
      page_.text("frequency", p.frequency.ja, "頻度");
      const std::string expected = p.maximum.empty() ? "100" : "0.4";  // a share, of which two may stand beside each other
      page_.text("expected", unit.empty() ? expected : expected + " " + unit, "想定値。活動量は一年分");
      page_.text("plausible_factor", "3", "想定値からこの倍数を超えて離れた値を知らせる (様式外)");
      page_.text("grounds", "前年度の実績", "根拠");
      page_.text("edition", "", "デフォルト値の版: 検証申請時に最新のものを使用 など");
      page_.text("remark", "", "備考");
    }
    return {};
  }

  void instruments() {
    if (measured_.empty()) {
      page_.comment("分類Bの項目には 12.1 計量器 [[activities.instruments]] (symbol, kind = specified_meter / other_meter, instrument, serial_number, point,");
      page_.comment("verification_expires 検定の有効期限, calibration 校正方法)、分類Cには 12.2 [[activities.estimates]]、分類Iには 12.3 [[activities.measurements]] を書く");
      return;
    }
    page_.section("12.1 計量器 / instruments of class B", "activities.instruments");
    for (const std::string& symbol : measured_) {
      page_.item("activities.instruments");
      page_.text("symbol", symbol);
      page_.text("kind", "specified_meter", "specified_meter 特定計量器 / other_meter それ以外");
      page_.text("instrument", "計量器");
      page_.text("serial_number", "M-1");
      page_.text("point", "1", "モニタリングポイント");
      page_.text("verification_expires", std::to_string(year_.number + 9) + "-03-31", "検定の有効期限");
      page_.text("calibration", "", "特定計量器以外: 校正方法");
    }
  }

  // 12.2 and 12.3, where a row of the monitoring plan has the class C or I.
  void methods() {
    for (const auto& [heading, table, symbols] : {std::tuple{"12.2 推定・概算方法 / how class C is estimated", "activities.estimates", &estimated_},
             {"12.3 実測方法 / how class I is measured", "activities.measurements", &measured_coefficients_}}) {
      if (symbols->empty()) continue;
      page_.section(heading, table);
      for (const std::string& symbol : *symbols) {
        page_.item(table);
        page_.text("symbol", symbol);
        page_.text("definition", "", "定義");
        page_.text("method", "記録から推計する。", "方法");
        page_.text("point", "", "モニタリングポイント");
      }
    }
  }

  void scope() {
    page_.section("2.1 プロジェクト対象" + std::string(programme_ ? "と対象とする地域 / what and where" : " / what the project is about"), "scope.target");
    page_.table("scope");
    page_.text("target", m_.title().ja, "プロジェクト対象");
    if (programme_) page_.text("area", "岡山県津山市", "対象とする地域");
    page_.section("添付資料 / attachments", "attachments");
    page_.item("attachments");
    page_.text("title", "付随的な排出活動の試算", "資料の名称");
    page_.text("shows", "activities[0].incidental", "何の根拠か");
    page_.text("file", "試算.xlsx", "ファイル名、又は sha256: と64桁");
  }

  void programme() {
    page_.section("1.2 会員をとりまとめる団体 / who brings the members together", "programme.groups");
    page_.item("programme.groups");
    page_.text("kana", "レイカンキョウカイ", "フリガナ");
    page_.text("name", "例環境会", "名称");
    page_.text("sites", "排出削減活動リスト参照", "削減活動を実施する事業所名");
    page_.text("address", "岡山県津山市例町1-1", "代表者住所");
    page_.section("2.1, 3, 5 プログラムの運営 / how the programme is run", "programme.management");
    page_.table("programme");
    page_.text("revenue_plan", "経費を除き、削減量に応じて会員に配分する。", "2.1 クレジット収益の配分／活用計画");
    page_.text("management", "運営・管理者が会員を募り、データを集めて報告書を作る。", "3.1 運営・管理体制");
    page_.text("agreement", "入会届と規約により、情報の提供、申請とクレジットの取得を委ねること、他に登録していないこと、虚偽のないこと、削減を主張しないこと、収益の配分に合意する。", "3.1 合意の方法／内容");
    page_.text("collection", "入会時に入会届と設備の書類、モニタリング時に検針票の写しを集める。", "3.1 情報収集・管理方法");
    page_.comment("属性: a 家庭部門、b 運営・管理者又はその構成者、c 供給を受ける者、e 同一の補助金の受給者、f ICTによる自動収集 (d は欠項)");
    page_.text("attribute", "a", "3.2 該当する属性。会員全員が該当する一つ");
    page_.text("attribute_grounds", "会員はすべて家庭である。", "3.2 該当する属性に関する説明");
    page_.text("total_counts", "ever_joined", "累計会員数の数え方: ever_joined 入会者の累計 / in_own_period 自らの期間にある会員");
    page_.flag("uniform_sources", true, "5.1 全削減活動で算定する排出活動を統一する");
    page_.text("other_sources", "", "5.1 その他のとき、その方法");
    page_.text("sources_grounds", "会員の設備はすべて同じ種類で、同じ計器で測る。", "5.1 確認方法の妥当性");
    page_.blank();
    page_.table("programme.checks");
    page_.text("in_japan", "入会届の住所と設置写真で確かめる。", "3.2 日本国内で実施されること");
    page_.text("two_years", "契約書の日付で確かめる。", "3.2 入会申込日の2年前の日以降に実施されたものであること");
    page_.text("additionality", "様式9の方法で確かめる。", "3.2 追加性を有すること");
    page_.text("methodology", "設備の型番で確かめる。", "3.2 承認された方法論に基づくこと");
    page_.text("double_in_scheme", "入会届の規約と、住所・設備番号の照合で確かめる。", "3.2 二重登録がないこと (本制度の他のプロジェクト)");
    page_.text("double_elsewhere", "入会届の規約で確かめる。", "3.2 二重登録がないこと (他の類似制度)");
    page_.text("common_methodology", "すべて" + m_.number() + "による。", "3.2 方法論が共通であること");
    page_.text("common_item", "すべて" + m_.main_monitored_symbol() + "を測る。", "3.2 モニタリング項目が共通であること");
    page_.section("4.1 活動数 / members by fiscal year", "programme.members");
    for (std::int32_t i = 0; i < 2; ++i) {
      page_.item("programme.members");
      page_.text("fiscal_year", FiscalYear{year_.number + i}.to_string(), "年度");
      page_.number("joining", i == 0 ? "100" : "68", "新規会員数");
      page_.number("total", i == 0 ? "100" : "168", "累計会員数");
    }
    page_.section("排出削減活動リストの区分 / lists: fuel kind and class may differ between lists only", "programme.lists");
    page_.item("programme.lists");
    page_.text("key", "home", "会員名簿の list 列の値");
    page_.text("title", "家庭", "区分の名称");
    page_.section("5.2 サンプリング / sampling: 使うときは8項目すべてを書く", "programme.sampling");
    page_.table("programme.sampling");
    page_.flag("used", false, "利用する true / 利用しない false");
    for (const auto& [key, note] : {std::pair{"method", "(1) 適用するサンプル抽出法"}, {"purpose", "(2) サンプリングの目的"}, {"data", "(3) 収集データ及び実測対象"},
             {"population", "(4) 母集団の構成・リスト及びその特性"}, {"grounds", "(5) 利用が妥当であることの合理的な説明"}, {"formula", "(6) 評価式"}}) {
      page_.text(key, "", note);
    }
    page_.number("population_size", "0", "(6) 母集団の数");
    page_.number("sample_size", "0", "(6) サンプル数。sumi project sample size 人数 で求められる");
    page_.text("quality", "", "(7) データ収集・管理・分析方法及び非標本誤差への対応方法");
    page_.text("schedule", "", "(8) 実施方法（スケジュールと対応者等）");
  }

  void expected() {
    page_.section("4.1 排出削減見込量 / expected reductions: 年度ごとに小数点以下を切り捨て、その後に合計する", "activities.expected");
    page_.item("activities.expected");
    page_.text("fiscal_year", year_.to_string(), "年度");
    page_.text("baseline", "240.2 tCO2", "ベースライン排出量");
    page_.text("project", "163.3 tCO2", "プロジェクト実施後排出量");
    page_.number("reduction_t", "76", "排出削減量 (t-CO2)。240.2 - 163.3 = 76.9 を切り捨て");
  }

  const rulebook::Rulebook& rulebook_;
  const Methodology& m_;
  rulebook::RulebookTables tables_;
  bool programme_;
  FiscalYear year_{2024};  // of the example's dates, where the rulebook's tables name none
  Inputs inputs_;
  std::vector<std::size_t> indices_;
  std::vector<std::string> measured_;
  std::vector<std::string> estimated_;
  std::vector<std::string> measured_coefficients_;
  Page page_;
};

}  // namespace

Result<std::string> plan_template(const rulebook::Rulebook& rulebook, std::string_view methodology, bool programme) {
  const rulebook::Methodology* m = rulebook.methodology(methodology);
  if (m == nullptr) {
    std::string known;
    for (const auto& [number, pointer] : rulebook.methodologies()) known += (known.empty() ? "" : ", ") + number;
    return fail(errors::plan_methodology_unknown, {{"path", "sumi project new"}, {"methodology", std::string(methodology)}, {"known", known.empty() ? "-" : known}});
  }
  return Template(rulebook, *m, programme).write();
}

}  // namespace sumi::project
