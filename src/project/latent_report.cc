// Programmes, prices and what comes out of a report.
#include <algorithm>
#include <array>
#include <set>

#include "base/csv.h"
#include "base/spreadsheet.h"
#include "base/text.h"
#include "project/errors.h"
#include "project/latent.h"

namespace sumi::project {
namespace {

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> out;
  const std::string plain_text = nfkc(text);
  for (std::size_t at = 0; at <= plain_text.size();) {
    const std::size_t end = std::min(plain_text.find_first_of(";,", at), plain_text.size());
    if (std::string part = trim(std::string_view(plain_text).substr(at, end - at)); !part.empty()) out.push_back(std::move(part));
    at = end + 1;
  }
  return out;
}

struct ProgrammeColumn {
  std::string_view name, ja;
};
constexpr std::array<ProgrammeColumn, 8> programme_columns{{{"number", "プロジェクト番号"}, {"title", "プログラム名"}, {"operator", "運営・管理者"}, {"methodologies", "方法論"},
    {"prefectures", "対象地域"}, {"attributes", "活動属性"}, {"subsidy", "補助事業名"}, {"until", "受付終了日"}}};

}  // namespace

Result<std::vector<FindProgramme>> read_programmes(std::string_view utf8, const std::string& file_name, const FindRules& rules) {
  SUMI_TRY(const CsvTable table, read_csv(utf8, file_name, true));
  std::map<std::string_view, std::size_t> at;
  for (const auto& c : programme_columns) {
    auto column = table.column(c.name);
    if (!column) column = table.column(c.ja);
    if (column) at.emplace(c.name, *column);
  }
  for (const char* needed : {"title", "methodologies"}) {
    if (!at.contains(needed)) return fail(errors::find_programme, {{"column", needed}, {"text", ""}, {"example", "title,operator,methodologies,prefectures,attributes,subsidy,until"}}, {file_name, table.header_line});
  }
  std::vector<FindProgramme> programmes;
  for (const auto& row : table.rows) {
    const auto cell = [&](std::string_view name) { return at.contains(name) ? trim(row.fields[at[name]]) : std::string(); };
    const auto wrong = [&](std::string_view name, std::string text, std::string example) {
      return fail(errors::find_programme, {{"column", std::string(name)}, {"text", std::move(text)}, {"example", std::move(example)}},
                  {file_name, row.line, at.contains(name) ? static_cast<std::uint32_t>(at[name] + 1) : 0});
    };
    FindProgramme p{cell("number"), cell("title"), cell("operator"), split(cell("methodologies")), {}, "", cell("subsidy"), std::nullopt};
    if (p.methodologies.empty()) return wrong("methodologies", cell("methodologies"), "EN-R-002;EN-S-012");
    for (const auto& text : split(cell("prefectures"))) {
      const auto prefecture = text == "全国" ? std::optional<std::string>(text) : rules.word("prefecture", text);
      if (!prefecture) return wrong("prefectures", text, "東京都;千葉県 / 全国");
      p.prefectures.push_back(*prefecture);
    }
    for (const auto& text : split(cell("attributes"))) {
      for (const char c : text) {
        const char lower = static_cast<char>(c | 0x20);
        if (lower < 'a' || lower > 'f' || lower == 'd') return wrong("attributes", text, "a;e");
        p.attributes += lower;
      }
    }
    if (const std::string until = cell("until"); !until.empty()) {
      const auto day = Date::parse(until);
      if (!day) return wrong("until", until, "2027-03-31");
      p.until = *day;
    }
    programmes.push_back(std::move(p));
  }
  return programmes;
}

namespace {

Result<void> given_prices(FindPrices& prices, const std::vector<std::string>& given) {
  for (const auto& text : given) {
    const std::string plain_text = nfkc(text);
    const std::size_t equals = plain_text.rfind('=');
    const std::string category = equals == std::string::npos ? "" : trim(plain_text.substr(0, equals));
    const auto value = Decimal::parse(trim(equals == std::string::npos ? plain_text : plain_text.substr(equals + 1)), true);
    if (!value || value->sign() < 0) return fail(errors::find_price, {{"text", text}}, {"--price"});
    prices.insert_or_assign(category, FindPrice{Rational(*value), "指定された価格", "as given"});
  }
  return {};
}

// What the price in force says of a row: its text cells and its price.
struct PriceRow {
  const rulebook::Row* row = nullptr;
  Rational price;
};
std::optional<PriceRow> newest(const rulebook::Rulebook& book, const std::string& table, const std::string& market, const std::string& point, const std::string& kind, Date on) {
  const auto* info = book.table(table);
  const auto* column = info == nullptr ? nullptr : info->column("price");
  std::optional<PriceRow> best;
  for (const auto& row : book.rows(table)) {
    if (column == nullptr || row.key.size() < 3 || row.key[0] != market || row.key[1] != point || row.key[2] != kind) continue;
    const auto& cell = row.cells[static_cast<std::size_t>(column - info->columns.data())];
    const auto* price = cell ? std::get_if<Quantity>(&*cell) : nullptr;
    if (price == nullptr || !row.last || on.days() < *row.last) continue;  // known only when its span is over
    if (!best || *best->row->last < *row.last) best = PriceRow{&row, price->value};
  }
  return best;
}

}  // namespace

Result<FindPrices> find_prices(const rulebook::Rulebook& rulebook, const FindRules& rules, Date on, const std::vector<std::string>& given) {
  FindPrices prices;
  std::set<std::string> categories;
  for (const auto& k : rules.kinds) categories.insert(k.market_category);
  const auto* info = rulebook.table("sumi-find/prices");
  for (const auto& row : rulebook.rows("sumi-find/prices")) {
    if (!categories.contains(row.key[0])) continue;
    const auto cell = [&](std::string_view name) {
      const auto* c = info->column(name);
      const auto* text = c == nullptr || !row.cells[static_cast<std::size_t>(c - info->columns.data())] ? nullptr : std::get_if<std::string>(&*row.cells[static_cast<std::size_t>(c - info->columns.data())]);
      return text == nullptr ? std::string() : *text;
    };
    const auto found = newest(rulebook, cell("table"), cell("market"), cell("point"), cell("kind"), on);
    if (!found) continue;
    const rulebook::Source* source = found->row->sources.empty() ? nullptr : rulebook.source(found->row->sources[0]);
    const std::string title = source == nullptr ? "" : source->title;
    const bool average = cell("kind") == "average";
    const std::string span = found->row->key.size() > 3 ? found->row->key[3] : "";
    prices.insert_or_assign(row.key[0], FindPrice{found->price, (average ? "取引市場の平均 " : "取引市場の最初の基準値段 ") + span + " (" + title + ")",
                                                  (average ? "average of the market " : "first base price of the market ") + span + " (" + title + ")"});
  }
  FindPrices own;
  SUMI_CHECK(given_prices(own, given));
  if (own.contains("")) prices.clear();  // one price for everything
  for (auto& [category, price] : own) prices.insert_or_assign(category, std::move(price));
  return prices;
}

std::vector<FindGroup> groups_of(const FindReport& report) {
  std::map<std::tuple<std::string, std::string, std::string>, FindGroup> groups;
  for (std::size_t i = 0; i < report.lines.size(); ++i) {
    const FoundLine& line = report.lines[i];
    if (line.verdict != FindVerdict::together) continue;
    FindGroup& group = groups[{line.methodology, line.attribute, plain(line.attribute_detail)}];
    if (group.lines.empty()) group.methodology = line.methodology, group.attribute = line.attribute, group.detail = line.attribute_detail;
    group.lines.push_back(i);
    group.tonnes += line.tonnes.value_or(Rational(0));
  }
  std::vector<FindGroup> out;
  for (auto& [key, group] : groups) out.push_back(std::move(group));
  return out;
}

std::string members_csv(const FindReport& report, const FindGroup& group, const rulebook::Rulebook& rulebook, Date application) {
  const auto years = scheme_value(rulebook, "programme.member_period.years_max", "value", application);
  const auto count = years ? round_integer(years->value.quantity().value, Rounding::floor).to_i64() : std::nullopt;
  std::string out = "member,name,corporate_number,address,site,activity,list,applied_on,start,period,left_on,equipment,meter,consent,consent_until,evidence\n";
  for (const std::size_t i : group.lines) {
    const FoundLine& line = report.lines[i];
    const std::string number = line.value("corporate_number");
    const auto corporate = number.empty() ? Result<std::string>(std::string()) : parse_corporate_number(number);
    const std::string id = line.value("id").empty() ? "L" + std::to_string(line.line) : line.value("id");
    const std::string joined = line.value("joined");
    const auto day = joined.empty() ? Result<Date>(application) : Date::parse(joined);
    std::string address = line.value("address");
    const std::string place = line.value("prefecture") + line.value("municipality");
    if (!place.empty() && !plain(address).starts_with(plain(line.value("prefecture")))) address = place + address;
    // From the later of membership and start, as far as the start is known; empty where the rulebook does not say how long.
    const auto start = PartialDate::parse(line.value("start"));
    const std::string period = count && start ? crediting_period(day ? *day : application, start->latest, static_cast<int>(*count)).to_string() : "";
    for (const std::string& cell : {id, line.value("name"), corporate ? *corporate : number, address, line.value("site"), std::string(), std::string(), (day ? *day : application).to_string(),
                                    line.value("start"), period, std::string(), line.value("serial"), std::string(), std::string(), std::string(), std::string()}) {
      out += csv_field(cell) + ",";
    }
    out.back() = '\n';
  }
  return out;
}

Plan programme_draft(const FindReport& report, const FindGroup& group, const rulebook::Rulebook& rulebook, const FindRules& rules, Date application, const std::string& operator_name) {
  Plan plan;
  plan.form = {FormFamily::programme, "4.0"};
  plan.cover.registration_application_date = application.to_string();
  plan.cover.plan_version = "0.1";
  if (!operator_name.empty()) {
    PlanParty party;
    party.name = operator_name;
    plan.proponents.push_back(std::move(party));
  }
  const EquipmentKind* kind = nullptr;
  std::string kinds;
  std::set<std::string> seen;
  for (const std::size_t i : group.lines) {
    kind = rules.kind(report.lines[i].kind);
    if (kind != nullptr && seen.insert(kind->kind).second) kinds += (kinds.empty() ? "" : "、") + kind->title.ja;
  }
  PlanActivity activity;
  activity.name = "activity";
  activity.methodology = group.methodology;
  if (const auto* methodology = rulebook.methodology(group.methodology)) activity.methodology_version = methodology->version();
  if (kind != nullptr) activity.methodology_title = kind->methodology_title.ja, activity.monitored_item = kind->monitored.ja;
  activity.situation_after = kinds + "を" + std::to_string(group.lines.size()) + "件導入した。一件ごとの内容は排出削減活動リスト(members.csv)のとおり。";
  plan.project.name = (group.detail.empty() ? std::string() : group.detail + "による") + kinds + "の導入(プログラム型)";
  plan.project.summary = "設備一覧から作成した案。会員" + std::to_string(group.lines.size()) + "件、見積り" + round_places(group.tonnes, 1, Rounding::floor).to_string() +
                         " t-CO2/年(認証の計算によるものではない)。活動属性: " + group.attribute + (group.detail.empty() ? "" : " (" + group.detail + ")") + "。";
  plan.activities.push_back(std::move(activity));
  std::set<std::string> prefectures;
  for (const std::size_t i : group.lines) prefectures.insert(report.lines[i].prefecture);
  prefectures.erase("");
  for (const auto& prefecture : prefectures) plan.scope.area += (plan.scope.area.empty() ? "" : "、") + prefecture;
  PlanProgramme& programme = plan.programme.emplace();
  programme.attribute = group.attribute;
  if (!group.detail.empty()) programme.attribute_grounds = (group.attribute == "e" ? "同一の公的補助金の交付を受けた者: " : "") + group.detail;
  return plan;
}

namespace {

std::string joined_titles(const FoundLine& line, const FindRules& rules, Language language) {
  std::string out;
  for (const auto& field : line.needed) {
    const ListField* f = rules.field(field);
    const AssumptionField* a = rules.assumption(field);
    out += (out.empty() ? "" : "; ") + (f != nullptr ? f->title.in(language) : a != nullptr ? a->title.in(language) : field);
  }
  return out;
}

std::string answer_of(const FoundLine& line, std::string_view rule) {
  static constexpr std::array<std::pair<Answer, std::string_view>, 5> names{{{Answer::not_met, "not_met"}, {Answer::no_rule_data, "no_rule_data"}, {Answer::not_yet_knowable, "not_yet_knowable"},
      {Answer::declared, "declared"}, {Answer::met, "met"}}};
  for (const auto& [answer, name] : names) {
    for (const auto& f : line.findings) {
      if (f.rule == rule && f.answer == answer) return std::string(name);
    }
  }
  return "";
}

// The remedy with its placeholders filled, as `sentence` fills those of the sentence.
std::string remedy_of(const Error& error, Language language) {
  ErrorDef remedy = *error.def;
  remedy.ja = error.def->remedy_ja;
  remedy.en = error.def->remedy_en;
  return sentence(Error{&remedy, error.args, {}, {}}, language);
}

std::string reasons(const FoundLine& line, Language language, bool remedies) {
  std::string out;
  for (const auto& e : line.errors) {
    const std::string text = remedies ? remedy_of(e, language) : sentence(e, language);
    if (!text.empty() && out.find(text) == std::string::npos) out += (out.empty() ? "" : " ") + text;
  }
  for (const auto& f : line.findings) {
    if (f.answer == Answer::met || f.answer == Answer::declared) continue;
    const std::string& text = remedies ? (language == Language::ja ? f.remedy_ja : f.remedy_en) : (language == Language::ja ? f.reason_ja : f.reason_en);
    if (!text.empty()) out += (out.empty() ? "" : " ") + (remedies ? "" : f.rule + ": ") + text;
  }
  return out;
}

}  // namespace

std::string report_csv(const FindReport& report, const FindRules& rules, const std::vector<FindProgramme>& programmes, Language language) {
  const bool ja = language == Language::ja;
  std::string out = ja ? "行,管理番号,申請者名,設備,種類,方法論,判定,内容,単独のプロジェクト,参加できるプログラム,確かめれば参加できるプログラム,まとめる属性,属性の内容,見積りt-CO2/年,見積りの方法,根拠,円/年,R1,R2,R4,R5,R6,理由,改善策,必要な項目\n"
                       : "line,id,name,equipment,kind,methodology,verdict,meaning,own_project,programmes,programmes_if,attribute,attribute_detail,tCO2_per_year,estimate,ground,yen_per_year,R1,R2,R4,R5,R6,reasons,remedies,needed\n";
  for (const FoundLine& line : report.lines) {
    std::string sure, perhaps;
    for (const auto& c : line.programmes) {
      std::string& list = c.answer == Answer::met ? sure : perhaps;
      const FindProgramme& p = programmes[c.programme];
      list += (list.empty() ? "" : "; ") + (p.number.empty() ? p.title : p.number + " " + p.title) + (c.attribute == 0 ? "" : std::string(" (") + c.attribute + ")");
    }
    const EquipmentKind* kind = rules.kind(line.kind);
    const auto own = line.own == Answer::met ? "met" : line.own == Answer::not_met ? "not_met" : "not_yet_knowable";
    const std::string estimate = [&] {
      const auto it = std::ranges::find(rules.estimates, line.estimate, &Estimate::method);
      return it == rules.estimates.end() ? std::string() : it->title.in(language);
    }();
    const std::array<std::string, 25> cells{std::to_string(line.line), line.value("id"), line.value("name"), line.value("equipment"), kind == nullptr ? "" : kind->title.in(language), line.methodology,
        std::string(name_of(line.verdict)), std::string(title_of(line.verdict, language)), own, sure, perhaps, line.attribute, line.attribute_detail,
        line.tonnes ? round_places(*line.tonnes, 3, Rounding::half_even).to_string() : "", estimate, line.ground, line.yen ? round_places(*line.yen, 0, Rounding::half_even).to_string() : "",
        answer_of(line, "R1"), answer_of(line, "R2"), answer_of(line, "R4"), answer_of(line, "R5"), answer_of(line, "R6"), reasons(line, language, false), reasons(line, language, true),
        joined_titles(line, rules, language)};
    for (const auto& cell : cells) out += spreadsheet_field(cell) + ",";
    out.back() = '\n';
  }
  return out;
}

}  // namespace sumi::project
