// The questions: what a methodology's pack asks for, and what every plan is asked.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "project/errors.h"
#include "project/plan_checker.h"
#include "rulebook/formula_errors.h"
#include "service/errors.h"
#include "service/plan_start_parts.h"
#include "service/rules.h"

namespace sumi::service {

namespace {

using rulebook::Choice;
using rulebook::Given;
using rulebook::Parameter;
using rulebook::ParameterKind;

std::string table_of(const std::string& look_up) {
  const std::size_t open = look_up.find('"');
  const std::size_t close = open == std::string::npos ? open : look_up.find('"', open + 1);
  return close == std::string::npos ? std::string() : look_up.substr(open + 1, close - open - 1);
}

Bilingual both(const rulebook::BothLanguages& words) { return {words.ja, words.en}; }

Question question(std::string id, QuestionGroup group, QuestionKind kind, Bilingual text, std::string path, std::string rule = {}, Bilingual help = {}) {
  Question q;
  q.id = std::move(id);
  q.group = group;
  q.kind = kind;
  q.text = std::move(text);
  q.help = std::move(help);
  q.path = std::move(path);
  q.rule = std::move(rule);
  return q;
}

bool yes_or_no(const rulebook::Condition& condition) { return condition.how != rulebook::HowChecked::formula; }

}  // namespace

Result<StartBuilder> StartBuilder::make(const rulebook::Rulebook& book, Date today, const StartAsked& asked) {
  const auto* m = book.methodology(asked.methodology);
  if (m == nullptr) {
    std::string known;
    for (const auto& [number, pointer] : book.methodologies()) known += (known.empty() ? "" : ", ") + number;
    return fail(project::errors::plan_methodology_unknown, {{"path", "methodology"}, {"methodology", asked.methodology}, {"known", known.empty() ? "-" : known}});
  }
  StartBuilder builder(book, today, *m);
  for (const auto& a : asked.answers) builder.given_.insert_or_assign(a.id, trim(a.value));
  builder.find_year();
  builder.make_choices();
  SUMI_CHECK(builder.find_parameters());
  builder.ask_place_and_dates();
  builder.ask_choices();
  builder.ask_conditions();
  builder.ask_amounts();
  builder.ask_money();
  builder.ask_others();
  return builder;
}

bool StartBuilder::open(QuestionGroup group) const {
  return std::ranges::any_of(questions_, [&](const Question& q) { return q.group == group && !q.answered; });
}

bool StartBuilder::rests_on_amounts(const project::RuleFinding& finding) const {
  if (finding.rule != "R6") return false;
  return std::ranges::any_of(m_->conditions(), [&](const rulebook::Condition& c) { return !yes_or_no(c) && finding.reason_en.starts_with("Condition " + c.id + ":"); });
}

void StartBuilder::take_problems(const Error& error) {
  const auto take = [&](const Error& one) {
    std::string path;
    for (const auto& [name, value] : one.args) {
      if (name == "path") path = value;
    }
    if (path.empty()) return;
    for (Question& q : questions_) {
      if (q.path == path && q.answered) q.problem = Bilingual{sentence(one, Language::ja), sentence(one, Language::en)};
    }
  };
  take(error);
  for (const Error& also : error.also) take(also);
}

// The newest year that every yearly table of the methodology reaches.
void StartBuilder::find_year() {
  std::optional<std::int32_t> reached;
  const auto look_at = [&](const std::string& table) {
    const auto* info = book_->table(table);
    if (info == nullptr || info->validity != rulebook::ValidityKind::fiscal_year) return;
    std::int32_t newest = 0;
    for (const auto& row : book_->rows(table)) newest = std::max(newest, row.first.value_or(0));
    if (newest > 0) reached = std::min(reached.value_or(newest), newest);
  };
  for (const Choice& c : m_->choices()) look_at(c.table);
  for (const Parameter& p : m_->parameters()) look_at(table_of(p.default_lookup));
  if (reached) year_.number = *reached;
}

std::string StartBuilder::given(const std::string& id) const {
  const auto it = given_.find(id);
  return it == given_.end() ? std::string() : it->second;
}

std::string StartBuilder::answer(const std::string& id, const std::string& otherwise) const {
  const std::string text = given(id);
  return text.empty() ? otherwise : text;
}

std::vector<WordChoice> StartBuilder::options_of(const Choice& choice) const {
  std::vector<WordChoice> out;
  for (const auto& o : choice.options) out.push_back({o.value, both(o.title)});
  if (!out.empty()) return out;
  const auto* info = book_->table(choice.table);
  std::set<std::string> seen;
  for (const auto& row : book_->rows(choice.table)) {
    if (row.key.empty() || !seen.insert(row.key.front()).second) continue;
    Bilingual title{cell_text(*info, row, "title_ja"), cell_text(*info, row, "title_en")};
    if (title.ja.empty()) title.ja = row.key.front();
    if (title.en.empty()) title.en = row.key.front();
    out.push_back({row.key.front(), std::move(title)});
  }
  return out;
}

// What stands without an answer: the methodology's own default, or what another choice has.
std::string StartBuilder::standing_value(const Choice& choice) const {
  if (!choice.default_value.empty()) return choice.default_value;
  if (!choice.same_as.empty()) {
    const auto* other = inputs_.find(choice.same_as);
    if (other != nullptr) return std::get<std::string>(other->value);
  }
  return {};
}

// Every choice with its answer, else its standing value, else its first option; those that do not exist beside the others are taken out again.
void StartBuilder::make_choices() {
  for (const Choice& c : m_->choices()) {
    std::string value = answer("choice:" + c.name, standing_value(c));
    const auto options = options_of(c);
    const bool known = std::ranges::any_of(options, [&](const WordChoice& o) { return o.value == value; });
    if (!known && !options.empty()) value = options.front().value;
    inputs_.values.emplace_back(c.name, rulebook::InputValue{value, rulebook::Origin::plan, "", {}, ""});
  }
  const rulebook::RulebookTables tables(*book_);
  rulebook::CalculationOptions options;
  options.fiscal_year = year_;
  for (std::size_t round = 0; round < m_->choices().size() && !m_->parameters().empty(); ++round) {
    const auto probe = rulebook::parameter_unit(*m_, m_->parameters().front().symbol, inputs_, options, tables);
    if (probe || probe.error().def != &rulebook::errors::input_unknown) break;
    const std::string name = probe.error().args.front().second;
    if (std::erase_if(inputs_.values, [&](const rulebook::NamedInput& v) { return v.first == name; }) == 0) break;
  }
}

Result<void> StartBuilder::find_parameters() {
  SUMI_TRY(indices_, rulebook::parameters_for(*m_, inputs_));
  return {};
}

std::string StartBuilder::unit_of(const Parameter& p) const {
  const rulebook::RulebookTables tables(*book_);
  rulebook::CalculationOptions options;
  options.fiscal_year = year_;
  // A key may stand in some years only ("city_gas" in 2013): the nearest year that has it gives its unit.
  for (int away = 0; away <= limits::years_back_max; ++away) {
    for (const int sign : {-1, 1}) {
      options.fiscal_year = FiscalYear{year_.number + sign * away};
      if (const auto unit = rulebook::parameter_unit(*m_, p.symbol, inputs_, options, tables)) return unit->text;
    }
  }
  // "The unit of the product": the plan's monitoring row states it.
  const auto stated = [&](const rulebook::UnitVariable& v) { return v.symbol == p.unit && v.key.empty(); };
  if (p.kind != ParameterKind::fact && std::ranges::any_of(m_->unit_variables(), stated)) return "t";
  return p.unit.find_first_of("{_") == std::string::npos ? p.unit : std::string();
}

bool StartBuilder::only_incidental(const Parameter& p) const {
  const auto holds = [&](const rulebook::NamedFormula& f) { return project::formula_names(f.text, p.symbol); };
  return std::ranges::any_of(m_->incidental_sources(), [&](const auto& s) { return holds(s.emission); }) && std::ranges::none_of(m_->formulas(), holds);
}

// A parameter that the plan must give, or a monitored one that its calculation needs. Facts in words or figures are section 8's.
bool StartBuilder::asked_for(const Parameter& p) const {
  if (only_incidental(p)) return false;
  if (p.given == Given::monitored) return p.kind != ParameterKind::fact;
  const bool truth = p.unit == "truth", key = p.unit == "text" && !p.table.empty();
  if (p.kind == ParameterKind::fact) return (truth || key) && p.default_lookup.empty();
  return p.default_lookup.empty();
}

Question& StartBuilder::ask(Question q, const std::string& standing) {
  const std::string own = given(q.id);
  q.answer = own.empty() ? standing : own;
  q.answered = !q.answer.empty();
  const bool number = q.kind == QuestionKind::quantity || q.kind == QuestionKind::money;
  if (q.answered && number && !Decimal::parse(q.answer, true)) q.problem = Bilingual{"「" + q.answer + "」は数として読めません。", "\"" + q.answer + "\" is not a number."};
  if (q.answered && q.kind == QuestionKind::yes_no && q.answer != "yes" && q.answer != "no") q.answered = false, q.answer.clear();
  questions_.push_back(std::move(q));
  return questions_.back();
}

void StartBuilder::ask_place_and_dates() {
  using enum QuestionGroup;
  using enum QuestionKind;
  ask(question("in_japan", place, yes_no, {"削減する設備や場所は日本国内にありますか。", "Is the equipment or place in Japan?"}, "activities[0].place.country", "R1"));
  ask(question("application", dates, day, {"いつ登録を申請する予定ですか。", "When will the registration be applied for?"}, "cover.registration_application_date", "R2",
          {"2年前の要件と認証対象期間は、この日から数えます。", "The two-year rule and the crediting period count from this day."}),
      today_.to_string());
  Question& baseline = ask(question("baseline", dates, choice, {"設備の更新ですか、新設ですか。", "Does the equipment replace another, or is it new?"}, "activities[0].baseline", "R11", both(m_->baseline())));
  baseline.options = {{"renewal", words_of_value("BaselineChoice", "renewal")}, {"new", words_of_value("BaselineChoice", "new")}};
  ask(question("start", dates, partial_day, {"新しい設備(又は取組)はいつ動き始めましたか(動き始めますか)。", "When did (or will) the equipment or activity start?"}, "activities[0].equipment_after[0].start_date", "R2",
      {"分かるところまでで構いません: 2026-05-01、2026年5月、2026年度", "As far as is known: 2026-05-01, 2026-05, FY2026"}));
  ask(question("first_monitorable_day", dates, day, {"モニタリング(計測や請求書による記録)はいつからできますか。", "From which day can data be measured or gathered?"}, "crediting_period.first_monitorable_day", "R3"));
  if (given("baseline") == "new") {
    ask(question("standard_equipment", dates, text, {"比べる標準的な設備は何ですか。", "Which standard equipment is it compared with?"}, "activities[0].standard_equipment", "R11"));
  }
  if (!renewal() || m_->new_installation_cases().empty()) return;
  ask(question("before_introduction", dates, partial_day, {"今までの設備はいつ導入しましたか。", "When was the present equipment introduced?"}, "activities[0].equipment_before[0].introduction_date", "R11",
      {"分かるところまでで構いません: 2008年度", "As far as is known: FY2008"}));
  Question life = question("before_life", dates, quantity, {"今までの設備の法定耐用年数は何年ですか。", "What is the statutory life of the present equipment?"}, "activities[0].equipment_before[0].statutory_life", "R11");
  life.unit = "year";
  ask(std::move(life));
  // Some methodologies compare the capacities: section 8 has them.
  const auto wants = [&](std::string_view symbol) { return std::ranges::any_of(indices_, [&](std::size_t i) { return m_->parameters()[i].symbol == symbol; }); };
  const Bilingual example{"数と単位で書きます: 0.5 t/h、72 kW", "A number with its unit: 0.5 t/h, 72 kW"};
  if (wants("capacity_BL")) {
    ask(question("before_capacity", dates, text, {"今までの設備の定格能力はいくらですか。", "What is the rated capacity of the present equipment?"}, "activities[0].equipment_before[0].capacity", "R11", example));
  }
  if (wants("capacity_PJ")) {
    ask(question("after_capacity", dates, text, {"新しい設備の定格能力はいくらですか。", "What is the rated capacity of the new equipment?"}, "activities[0].equipment_after[0].capacity", "R11", example));
  }
}

void StartBuilder::ask_choices() {
  for (const Choice& c : m_->choices()) {
    if (inputs_.find(c.name) == nullptr) continue;  // not beside the others
    Question q = question("choice:" + c.name, QuestionGroup::methodology, QuestionKind::choice, both(c.title), "activities[0].choices");
    q.options = options_of(c);
    ask(std::move(q), standing_value(c));
  }
}

void StartBuilder::ask_conditions() {
  const rulebook::RulebookTables tables(*book_);
  rulebook::CalculationOptions options;
  options.fiscal_year = year_;
  // Only those of these choices: what the variant does not have is not asked.
  const auto here = rulebook::check_conditions(*m_, inputs_, options, tables);
  const auto counts = [&](const rulebook::Condition& c) { return !here || std::ranges::any_of(*here, [&](const auto& a) { return a.id == c.id; }); };
  for (const auto& c : m_->conditions()) {
    if (!yes_or_no(c) || !counts(c)) continue;
    ask(question("condition:" + c.id, QuestionGroup::conditions, QuestionKind::yes_no, both(c.text), "activities[0].conditions", "R6", both(c.evidence)));
  }
  if (!renewal()) return;
  for (const auto& c : m_->new_installation_cases()) {
    if (!yes_or_no(c)) continue;
    ask(question("condition:" + c.id, QuestionGroup::conditions, QuestionKind::yes_no, both(c.text), "activities[0].conditions", "R11", both(c.evidence)));
  }
}

void StartBuilder::ask_amounts() {
  std::size_t parameters = 0, activity = 0, coefficients = 0;
  for (const std::size_t i : indices_) {
    const Parameter& p = m_->parameters()[i];
    if (!asked_for(p)) continue;
    const bool monitored = p.given == Given::monitored;
    std::size_t& place = !monitored ? parameters : p.kind == ParameterKind::activity ? activity : coefficients;
    const char* list = !monitored ? "parameters" : p.kind == ParameterKind::activity ? "monitoring" : "coefficients";
    const std::string path = std::string("activities[0].") + list + "[" + std::to_string(place) + "]." + (monitored ? "expected" : "value");
    const auto rows = std::ranges::find(m_->row_lists(), p.rows, &rulebook::RowList::name);
    place += rows == m_->row_lists().end() ? 1 : std::max<std::size_t>(rows->minimum, 1);
    const bool truth = p.unit == "truth", key = p.unit == "text";
    Bilingual text{p.definition.ja + "(" + p.symbol + ")", p.definition.en + " (" + p.symbol + ")"};
    Bilingual help = both(p.method);
    if (monitored && p.kind == ParameterKind::activity) {
      help = {"一年分の想定値です。" + help.ja, "Expected for one year. " + help.en};
    }
    if (!p.rows.empty()) {
      help.ja += "(行1。他の行は計画書で加えます)";
      help.en += " (Row 1; further rows are added in the plan.)";
    }
    Question q = question((monitored ? "expected:" : "parameter:") + p.symbol, QuestionGroup::amounts, truth ? QuestionKind::yes_no : key ? QuestionKind::choice : QuestionKind::quantity, std::move(text), path,
        "", std::move(help));
    if (!truth && !key) q.unit = unit_of(p);
    if (key) {
      Choice choice;
      choice.table = p.table;
      q.options = options_of(choice);
    }
    ask(std::move(q));
  }
}

void StartBuilder::ask_money() {
  using enum QuestionGroup;
  const auto& e = m_->exceptions();
  if (!e.additionality_test_required && e.exemptions.empty()) return;
  if (!e.exemptions.empty()) {
    Question q = question("exemption", cost, QuestionKind::choice, {"追加性の評価を省略する場合にあたりますか。", "Is the additionality test left out on one of these grounds?"}, "activities[0].additionality.exemption", "R5");
    q.options.push_back({"none", {"あたらない(評価する)", "None: the test is made"}});
    for (const auto& one : e.exemptions) q.options.push_back({one.id, {one.text.ja, one.text.en}});
    ask(std::move(q));
    const std::string chosen = given("exemption");
    if (!chosen.empty() && chosen != "none") return;
  }
  const auto yen = [&](const char* id, const char* ja, const char* en, const char* field, const char* unit) {
    Question q = question(id, cost, QuestionKind::money, {ja, en}, std::string("activities[0].additionality.") + field, "R5");
    q.unit = unit;
    ask(std::move(q));
  };
  yen("investment", "設備投資額はいくらですか。", "How much is the investment?", "investment", "yen");
  yen("subsidy", "そのうち補助金はいくらですか(ないときは 0)。", "How much of it is a subsidy (0 where there is none)?", "subsidy", "yen");
  yen("cost_before", "実施前の年間ランニングコスト(燃料費・電気代など)はいくらですか。", "What were the yearly running costs (fuel, electricity) before?", "running_cost_before", "yen/year");
  yen("cost_after", "実施後の年間ランニングコストはいくらですか(クレジットの収入は入れません)。", "What are they after (income from credits left out)?", "running_cost_after", "yen/year");
}

void StartBuilder::ask_others() {
  using enum QuestionGroup;
  using enum QuestionKind;
  ask(question("registered_here", others, yes_no, {"同じ設備や取組を、この制度の他のプロジェクトに登録していますか。", "Is the same activity registered in another project of this scheme?"},
      "other_matters.registered_in_this_scheme", "R4"));
  ask(question("registered_elsewhere", others, yes_no, {"似た他の制度に登録していますか。", "Is it registered in a similar scheme?"}, "other_matters.registered_elsewhere", "R4"));
  ask(question("legal_duty", others, yes_no, {"法令の義務を果たすために行うものですか。", "Does it fulfil a legal duty?"}, "other_matters.legal_duty", "R5"));
  ask(question("claim", others, yes_no, {"クレジットを売った後、その削減を自らの削減として主張しないことに同意しますか。", "Do you agree not to claim the reduction any more once its credits are sold?"}, "project.credit_income_claim", "R9"));
  const auto& e = m_->exceptions();
  if (e.permanence_required) ask(question("permanence", others, text, {"永続性をどのように担保しますか。", "How is permanence kept?"}, "other_matters.permanence", "R8"));
  if (!e.registration_criterion.ja.empty()) {
    ask(question("criterion", others, text, {"プロジェクト登録基準にどのように適合しますか。", "How is the criterion for registration met?"}, "other_matters.registration_criterion", "R10", both(e.registration_criterion)));
  }
}

}  // namespace sumi::service
