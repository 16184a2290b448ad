#include "project/support_check.h"

#include <array>
#include <map>

#include "project/names.h"

namespace sumi::project {
namespace {

constexpr std::array kinds{SupportKind::plan_writing, SupportKind::validation_cost, SupportKind::verification_cost};

class Checker {
 public:
  Checker(const CheckedPlan& plan, const rulebook::Rulebook& book, const SupportQuestion& question) : plan_(plan), book_(book), question_(question) {}

  std::vector<RuleFinding> run() {
    on_ = question_.on ? question_.on : plan_.application;
    if (!on_) {
      RuleFinding& f = add("S1", Answer::not_yet_knowable, "支援の申請日が分かりません。", "The day of the application for support is not known.", "");
      f.remedy_ja = "--on で申請日を指定してください。";
      f.remedy_en = "Give the day with --on.";
      return std::move(findings_);
    }
    mean();
    body();
    once();
    cost();
    return std::move(findings_);
  }

 private:
  RuleFinding& add(const char* rule, Answer answer, std::string ja, std::string en, std::string source) {
    findings_.push_back({rule, "", answer, std::move(ja), std::move(en), std::move(source), "", "", ""});
    return findings_.back();
  }
  RuleFinding& no_data(const char* rule, const Error& error) { return add(rule, Answer::no_rule_data, sentence(error, Language::ja), sentence(error, Language::en), ""); }
  [[nodiscard]] std::string titles(const rulebook::Value& value) const {
    std::string out;
    for (const auto& id : value.provenance.sources) {
      const auto* source = book_.source(id);
      if (source != nullptr) out += (out.empty() ? "" : "; ") + source->title + (source->published.empty() ? "" : " (" + source->published + ")");
    }
    return out;
  }
  [[nodiscard]] Result<rulebook::Value> look_up(const char* table, std::string key, const char* column) const {
    return book_.look_up({table, {std::move(key)}, column, *on_, "", std::nullopt, false});
  }

  // Over all activities, the mean of the plan's years.
  void mean() {
    const auto least = look_up("jcredit-support/conditions", "reduction_min", "value");
    if (!least) {
      no_data("S1", least.error());
      return;
    }
    std::map<FiscalYear, Integer> years;
    for (const CheckedActivity& a : plan_.activities) {
      for (const auto& year : a.expected) years[year.fiscal_year] += Integer::from_u64(year.reduction_t);
    }
    if (years.empty()) {
      RuleFinding& f = add("S1", Answer::not_yet_knowable, "排出削減見込量が書かれていません。", "The plan gives no expected reductions.", titles(*least));
      f.remedy_ja = "年度ごとの排出削減見込量を書いてください。";
      f.remedy_en = "Give the expected reduction of each fiscal year.";
      f.path = "activities.expected";
      return;
    }
    Integer sum;
    for (const auto& [year, tonnes] : years) sum += tonnes;
    const Rational value(sum, Integer::from_u64(years.size()));
    const std::string shown = round_places(value, 1, Rounding::floor).to_string(), needed = least->quantity().value.to_string();
    const bool met = least->quantity().value <= value;
    RuleFinding& f = add("S1", met ? Answer::met : Answer::not_met, "年平均の排出削減見込量は" + shown + " t-CO2です。" + needed + " t-CO2以上が必要です。",
                         "The expected mean is " + shown + " tCO2 a year; " + needed + " or more are needed.", titles(*least));
    if (met) return;
    f.remedy_ja = "他の事業者の活動とまとめるプログラム型を検討してください(sumi project find)。";
    f.remedy_en = "Consider a programme together with others (sumi project find).";
  }

  void body() {
    if (!question_.body) {
      RuleFinding& f = add("S2", Answer::not_yet_knowable, "実施者が中小企業、地方公共団体、公益法人のどれに当たるかが分かりません。", "Whether the proponent is an SME, a local government or a public-interest body is not said.", "");
      f.remedy_ja = "--body small_company のように指定してください。";
      f.remedy_en = "Give --body small_company, for example.";
      return;
    }
    const std::string name(name_of(*question_.body));
    const auto supported = look_up("jcredit-support/bodies", name, "supported");
    const auto ja = look_up("jcredit-support/bodies", name, "text_ja"), en = look_up("jcredit-support/bodies", name, "text_en");
    if (!supported || !ja || !en) {
      no_data("S2", !supported ? supported.error() : !ja ? ja.error() : en.error());
      return;
    }
    const bool yes = supported->text() == "yes";
    add("S2", yes ? Answer::declared : Answer::not_met, ja->text() + (yes ? "として支援の対象です(申告による)。" : "は支援の対象ではありません。"),
        en->text() + (yes ? ": supported (as declared)." : ": not supported."), titles(*supported));
  }

  void once() {
    const auto times = look_up("jcredit-support/conditions", "once_per_operator_and_methodology", "value");
    if (!times) {
      no_data("S3", times.error());
      return;
    }
    if (!question_.had_before) {
      RuleFinding& f = add("S3", Answer::not_yet_knowable, "これまでに受けた支援は、台帳がないと分かりません。", "Which help was given before is not known without a store.", titles(*times));
      f.remedy_ja = "--store で台帳を指定してください。";
      f.remedy_en = "Name the store with --store.";
      return;
    }
    for (const SupportKind kind : kinds) {
      for (const CheckedActivity& a : plan_.activities) {
        const std::string& number = a.methodology->number();
        const bool had = question_.had_before(kind, number);
        const auto ja = look_up("jcredit-support/kinds", std::string(name_of(kind)), "text_ja"), en = look_up("jcredit-support/kinds", std::string(name_of(kind)), "text_en");
        const std::string title_ja = ja ? ja->text() : std::string(name_of(kind)), title_en = en ? en->text() : std::string(name_of(kind));
        add("S3", had ? Answer::not_met : Answer::met, title_ja + ": " + number + "についてこの支援を" + (had ? "既に受けているか、申請中です。" : "まだ受けていません。"),
            title_en + ": " + (had ? "given or applied for already for " : "not given yet for ") + number + ".", titles(*times))
            .activity = a.name;
      }
    }
  }

  void cost() {
    for (const SupportKind kind : kinds) {
      const std::string name(name_of(kind));
      const auto ja = look_up("jcredit-support/kinds", name, "text_ja"), en = look_up("jcredit-support/kinds", name, "text_en"), typical = look_up("jcredit-support/kinds", name, "typical_cost");
      if (!ja || !en) continue;
      if (typical) add("S4", Answer::declared, ja->text() + ": 費用の目安 " + typical->to_string(), en->text() + ": typically " + typical->to_string(), titles(*typical));
      else add("S4", Answer::no_rule_data, ja->text() + ": 費用の目安を示す資料がありません。", en->text() + ": no publication at hand gives a typical cost.", titles(*ja));
    }
  }

  const CheckedPlan& plan_;
  const rulebook::Rulebook& book_;
  const SupportQuestion& question_;
  std::optional<Date> on_;
  std::vector<RuleFinding> findings_;
};

}  // namespace

std::vector<RuleFinding> check_support(const CheckedPlan& plan, const rulebook::Rulebook& rulebook, const SupportQuestion& question) { return Checker(plan, rulebook, question).run(); }

}  // namespace sumi::project
