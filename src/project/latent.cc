#include "project/latent.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "project/errors.h"
#include "project/latent_line.h"
#include "project/member_keys.h"

namespace sumi::project {
namespace {

constexpr std::string_view explanatory = "J-クレジット制度について (制度説明資料) (2023-01)";

// Everything that is the same for all lines.
struct Judge {
  const rulebook::Rulebook& book;
  const FindRules& rules;
  const ListMap& map;
  const std::vector<FindProgramme>& programmes;
  const FindOptions& options;
  const LineReader& reader;
  const rulebook::RulebookTables& tables;
  Result<SchemeValue> two_years, payback_years, support_min;
  std::map<std::string, std::uint32_t, std::less<>> seen;  // key of the equipment -> the first line that has it

  RuleFinding& add(FoundLine& out, const char* rule, Answer answer, std::string ja, std::string en, std::string source) const {
    out.findings.push_back({rule, "", answer, std::move(ja), std::move(en), std::move(source), "", "", ""});
    return out.findings.back();
  }
  void need(FoundLine& out, const std::string& field) const {
    if (std::ranges::find(out.needed, field) == out.needed.end()) out.needed.push_back(field);
  }
  [[nodiscard]] std::string title(std::string_view field, Language language) const {
    if (const ListField* f = rules.field(field)) return f->title.in(language);
    const AssumptionField* a = rules.assumption(field);
    return a == nullptr ? std::string(field) : a->title.in(language);
  }
  // A finding that waits for a column.
  void ask(FoundLine& out, const char* rule, const std::string& field, const std::string& source) const {
    RuleFinding& f = add(out, rule, Answer::not_yet_knowable, "「" + title(field, Language::ja) + "」がこの行にありません。", "The line does not give \"" + title(field, Language::en) + "\".", source);
    f.remedy_ja = "「" + title(field, Language::ja) + "」を書いてください。";
    f.remedy_en = "Give \"" + title(field, Language::en) + "\".";
    f.path = field;
    need(out, field);
  }
  void no_data(FoundLine& out, const char* rule, const Error& error) const {
    add(out, rule, Answer::no_rule_data, sentence(error, Language::ja), sentence(error, Language::en), "");
  }
};

std::string yen(const Rational& value) { return group_digits(round_places(value, 0, Rounding::half_even).to_string()); }

// ---- The rules ----

void rule_place(const Judge& j, const LineValues& v, FoundLine& out) {
  if (!v.has("prefecture")) return j.ask(out, "R1", "prefecture", std::string(explanatory));
  j.add(out, "R1", Answer::met, v.word("prefecture") + "で実施します。", "It takes place in " + v.word("prefecture") + ".", std::string(explanatory));
}

void rule_two_years(const Judge& j, const LineValues& v, const rulebook::Methodology* methodology, FoundLine& out) {
  if (methodology != nullptr && methodology->exceptions().two_year_rule_exempt) {
    j.add(out, "R2", Answer::met, "この方法論に2年前の要件はありません。", "The two-year rule does not apply to this methodology.", "");
    return;
  }
  if (!j.two_years) return j.no_data(out, "R2", j.two_years.error());
  const auto start = v.dates.find("start");
  if (start == v.dates.end()) return j.ask(out, "R2", "start", j.two_years->source);
  const int years = static_cast<int>(round_integer(j.two_years->value.quantity().value, Rounding::floor).to_i64().value_or(0));
  const Date limit = two_year_limit(j.options.application, years);
  const Answer answer = later_than(start->second, limit);
  const std::string first = limit.plus_days(1).to_string(), until = j.options.application.to_string();
  const std::string written = start->second.text.empty() ? start->second.earliest.to_string() : start->second.text;
  if (answer == Answer::met) {
    j.add(out, "R2", answer, "稼働開始(" + written + ")は、申請日(" + until + ")の2年前の日より後です。", "It started (" + written + ") later than 2 years before the application (" + until + ").", j.two_years->source);
    return;
  }
  const bool open = answer == Answer::not_yet_knowable;
  RuleFinding& f = j.add(out, "R2", answer, "稼働開始(" + written + ")が" + first + (open ? "以後かどうかは、日付がそろわないと決まりません。" : "より前です。"),
                         "The start (" + written + ") " + (open ? "may lie before or after " : "lies before ") + first + ".", j.two_years->source);
  f.path = "start";
  if (open) {
    f.remedy_ja = "稼働開始日を日まで書いてください(完了届、契約書などで分かります)。";
    f.remedy_en = "Give the day of the start, from a completion report or a contract.";
    j.need(out, "start");
    return;
  }
  const Date last = start->second.latest.plus_years(years);
  f.remedy_ja = last > j.options.application ? "" : "この設備は対象になりません。" + last.to_string() + "より前の申請であれば適合していました。";
  f.remedy_en = last > j.options.application ? "" : "This equipment cannot take part; an application before " + last.to_string() + " would have passed.";
}

// The same equipment twice in the list, by its serial number, else by who, where, what and when.
std::string equipment_key(const FoundLine& line) {
  const auto value = [&](const char* field) { return plain(line.value(field)); };
  const auto normal = [&](MemberKeyKind kind, const char* field) { return key_text(kind, line.value(field)).value_or(value(field)); };
  const std::string serial = normal(MemberKeyKind::equipment, "serial");
  if (!serial.empty()) return "s|" + value("maker") + "|" + value("model") + "|" + serial;
  const std::string who = value("corporate_number").empty() ? value("name") : value("corporate_number");
  if (who.empty() || value("address").empty()) return {};
  return "w|" + who + "|" + normal(MemberKeyKind::address, "address") + "|" + value("equipment") + "|" + value("model") + "|" + value("start") + "|" + value("capacity");
}

// What stands in a store by its members' keys. The same place may hold other equipment: that is for a person to decide.
bool registered_in_store(const Judge& j, FoundLine& out) {
  if (!j.options.registered) return false;
  MemberRow row;
  row.address = out.value("address");
  row.site = out.value("site");
  if (!out.value("serial").empty()) row.equipment.push_back(out.value("serial"));
  const auto hit = j.options.registered(row);
  if (!hit) return false;
  const std::string number = std::to_string(hit->project);
  RuleFinding& f = j.add(out, "R4", hit->equipment ? Answer::not_met : Answer::not_yet_knowable,
                         hit->equipment ? "この設備は、プロジェクト" + number + "の会員の設備として登録されています。" : "プロジェクト" + number + "に同じ場所の会員がいます。同じ設備かどうかを確かめてください。",
                         hit->equipment ? "This equipment is registered as a member's of project " + number + "." : "Project " + number + " has a member at this place: find out whether the equipment is the same.",
                         std::string(explanatory));
  f.path = hit->equipment ? "serial" : "address";
  if (!hit->equipment) {
    f.remedy_ja = "製造番号を書き、会員の設備と見比べてください。";
    f.remedy_en = "Give the serial number and compare it with the member's.";
    j.need(out, "serial");
  }
  return true;
}

void rule_once(Judge& j, const LineValues& v, FoundLine& out) {
  const std::string source(explanatory);
  if (const std::string key = equipment_key(out); !key.empty()) {
    const auto [first, fresh] = j.seen.emplace(key, out.line);
    if (!fresh) {
      RuleFinding& f = j.add(out, "R4", Answer::not_met, "同じ設備が" + std::to_string(first->second) + "行目にもあります。", "The same equipment stands on line " + std::to_string(first->second) + ".", source);
      f.remedy_ja = "別の設備であれば製造番号を書き、同じ設備であればこの行を除いてください。";
      f.remedy_en = "Give the serial numbers if they are two; take the line out if they are one.";
      f.path = "serial";
      return;
    }
  }
  if (registered_in_store(j, out)) return;
  const std::string registered = v.word("registered");
  if (registered.empty()) {
    RuleFinding& f = j.add(out, "R4", Answer::declared, "他の制度への登録の有無は書かれていません。申込みのときに確かめます。", "Whether it is registered elsewhere is not said: ask when it applies.", source);
    f.path = "registered";
    return;
  }
  if (registered == "no") {
    j.add(out, "R4", Answer::declared, "他に登録していないと書かれています。", "The list says that it is registered nowhere else.", source);
    return;
  }
  RuleFinding& f = j.add(out, "R4", Answer::not_met, "同じ削減活動が既に登録されています。", "The same activity is registered already.", source);
  f.remedy_ja = "他の登録を取り消すまで、対象にできません。";
  f.remedy_en = "It cannot take part until the other registration is withdrawn.";
  f.path = "registered";
}

// An exemption that needs no claim: nothing else is asked of the methodology on that day.
bool exempt_from_test(const Judge& j, const EquipmentKind& kind, const rulebook::Methodology* methodology, FoundLine& out) {
  if (methodology != nullptr && !methodology->exceptions().additionality_test_required) {
    j.add(out, "R5", Answer::met, "この方法論に追加性の評価は不要です。", "The methodology needs no additionality test.", "");
    return true;
  }
  const rulebook::Query query{"jcredit-scheme/exemptions", {kind.methodology}, "ground", j.options.application, "", std::nullopt, false};
  const auto ground = j.book.look_up(query);
  if (!ground || ground->text() != "general_practice_barrier") return false;
  j.add(out, "R5", Answer::met, "追加性の評価を要しない方法論として掲載されています(一般慣行障壁)。", "The methodology is listed as one that needs no test (general practice barrier).", "");
  return true;
}

void rule_additionality(const Judge& j, const EquipmentKind& kind, const rulebook::Methodology* methodology, const LineValues& v, FoundLine& out) {
  if (v.word("legal_duty") == "yes") {
    RuleFinding& f = j.add(out, "R5", Answer::not_met, "法令等の義務を果たすための活動には追加性がありません。", "An activity that only fulfils a legal duty is not additional.", std::string(explanatory));
    f.remedy_ja = "義務を超える部分だけが対象になります。";
    f.remedy_en = "Only what goes beyond the duty can take part.";
    f.path = "legal_duty";
    return;
  }
  if (exempt_from_test(j, kind, methodology, out)) return;
  if (!j.payback_years) return j.no_data(out, "R5", j.payback_years.error());
  const std::string& source = j.payback_years->source;
  const auto number = [&](const char* field) { return v.numbers.find(field); };
  const auto none = v.numbers.end();
  if (number("investment") == none) return j.ask(out, "R5", "investment", source);
  if (number("subsidy") == none) return j.ask(out, "R5", "subsidy", source);
  const bool both = number("cost_before") != none && number("cost_after") != none;
  if (!both && number("saving") == none) return j.ask(out, "R5", "saving", source);
  const Rational before = both ? number("cost_before")->second : number("saving")->second, after = both ? number("cost_after")->second : Rational(0);
  const Rational &investment = number("investment")->second, &subsidy = number("subsidy")->second;
  const Payback p = payback(investment, subsidy, before, after);
  const Rational& years = j.payback_years->value.quantity().value;
  const bool passes = p.passes(years);
  const std::string shown = p.years ? "(" + yen(investment) + " - " + yen(subsidy) + ") / " + yen(p.saving_yen_per_year) + " = " + p.shown() : "-";
  if (!p.years) {
    j.add(out, "R5", Answer::met, "年間のランニングコストが下がらないため、追加性があります。", "Running costs do not fall: additional.", source);
    return;
  }
  RuleFinding& f = j.add(out, "R5", passes ? Answer::met : Answer::not_met, "投資回収年数 " + shown + "年、" + years.to_string() + "年以上が必要です。",
                         "Payback " + shown + " years; " + years.to_string() + " or more are needed.", source);
  f.path = "investment";
  if (passes) return;
  f.remedy_ja = "補助金を除く投資額が" + yen(years * p.saving_yen_per_year) + "円以上であれば適合します。";
  f.remedy_en = "An investment of " + yen(years * p.saving_yen_per_year) + " yen or more, subsidies taken off, would pass.";
}

// ---- What it is ----

const EquipmentKind* kind_of(const Judge& j, FoundLine& out) {
  const std::string name = out.value("equipment");
  if (name.empty()) {
    j.ask(out, "R6", "equipment", "");
    return nullptr;
  }
  if (const auto it = j.map.kinds.find(plain(name)); it != j.map.kinds.end()) {
    if (it->second != "-") return j.rules.kind(it->second);
    RuleFinding& f = j.add(out, "R6", Answer::not_met, "対応表で対象外としています。", "The map leaves it out.", "");
    f.path = "equipment";
    return nullptr;
  }
  const auto kinds = j.rules.kinds_of(name);
  if (kinds.size() == 1) return kinds[0];
  std::string titles_ja, titles_en;
  for (const auto* k : kinds) titles_ja += (titles_ja.empty() ? "" : "、") + k->title.ja, titles_en += (titles_en.empty() ? "" : ", ") + k->title.en;
  RuleFinding& f = j.add(out, "R6", Answer::not_yet_knowable, kinds.empty() ? "設備名「" + name + "」から種類が分かりません。" : "設備名「" + name + "」は、" + titles_ja + "のどれか分かりません。",
                         kinds.empty() ? "The name \"" + name + "\" does not tell what it is." : "The name \"" + name + "\" may be any of: " + titles_en + ".", "");
  f.remedy_ja = "対応表の [kinds] に \"" + name + "\" = \"種類\" を加えてください。";
  f.remedy_en = "Add \"" + name + "\" = \"KIND\" to [kinds] of the map.";
  f.path = "equipment";
  j.need(out, "equipment");
  return nullptr;
}

bool rule_methodology(const Judge& j, const EquipmentKind& kind, FoundLine& out) {
  const std::string source = "J-クレジット制度 方法論一覧 (2026-03)";
  if (kind.methodology.empty() || kind.abolished) {
    RuleFinding& f = j.add(out, "R6", Answer::not_met, kind.title.ja + (kind.abolished ? "の方法論" + kind.methodology + "は廃止されています。" : "だけを対象とする方法論は、一覧に見当たりません。"),
                           kind.abolished ? "The methodology " + kind.methodology + " is abolished." : "No methodology of the list covers this by itself: " + kind.title.en + ".", source);
    f.path = "equipment";
    return false;
  }
  j.add(out, "R6", Answer::declared, kind.methodology + "「" + kind.methodology_title.ja + "」の対象です。適用条件は申込みのときに確かめます。",
        "Covered by " + kind.methodology + ", " + kind.methodology_title.en + "; its conditions are checked when it applies.", source);
  return true;
}

// A volume of gas is there, but of which temperature and pressure is not.
void ask_condition(const Judge& j, const std::string& field, FoundLine& out) {
  RuleFinding& f = j.add(out, "t", Answer::not_yet_knowable, "「" + j.title(field, Language::ja) + "」のm3が、標準状態(m3N)か、25℃・1バール(m3SATP)か書かれていません。",
                         "\"" + j.title(field, Language::en) + "\" is in m3 and does not say of which condition, m3N or m3SATP.", "");
  f.remedy_ja = "ガス会社に確かめ、m3Nかm3SATPに直した量を、その単位で書いてください。";
  f.remedy_en = "Ask the gas supplier, and give the amount in m3N or m3SATP.";
  f.path = field;
  j.need(out, field);
}

void take_estimate(const Judge& j, const EquipmentKind& kind, const LineValues& v, FoundLine& out) {
  const Estimated estimated = estimate_line(kind, v, j.rules, j.map, j.reader, j.tables);
  if (estimated.estimate == nullptr) {
    if (estimated.error) j.no_data(out, "t", *estimated.error);
    const auto stated = [&](const std::string& field) { return !v.without_condition.contains(field); };
    for (const auto& field : estimated.needed) {
      if (!stated(field)) ask_condition(j, field, out);
    }
    if (const auto first = std::ranges::find_if(estimated.needed, stated); first != estimated.needed.end()) j.ask(out, "t", *first, "");
    for (const auto& field : estimated.needed) j.need(out, field);
    return;
  }
  out.estimate = estimated.estimate->method;
  out.ground = estimated.estimate->ground;
  out.tonnes = estimated.baseline - estimated.project;
  if (out.tonnes->sign() <= 0) {
    RuleFinding& f = j.add(out, "t", Answer::not_met, "この行の数値では排出量が減りません。", "By the figures of this line emissions do not fall.", "");
    f.remedy_ja = "導入前後の数値を確かめてください。";
    f.remedy_en = "Check the figures before and after.";
    return;
  }
  const auto price = j.options.prices.find(kind.market_category);
  const auto any = j.options.prices.find("");
  if (price != j.options.prices.end()) out.yen = *out.tonnes * price->second.yen_per_t;
  else if (any != j.options.prices.end()) out.yen = *out.tonnes * any->second.yen_per_t;
}

// ---- Which way ----

// Does the line fit this attribute? `detail`: the operator's or the subsidy's name.
Answer fits(char attribute, const std::string& operator_name, const std::string& subsidy, const LineValues& v, const FoundLine& line, std::vector<std::string>& needed) {
  const auto by_name = [&](const char* field, const std::string& wanted) {
    const std::string given = plain(line.value(field));
    if (given.empty() || wanted.empty()) {
      if (given.empty()) needed.emplace_back(field);
      return Answer::not_yet_knowable;
    }
    return given == plain(wanted) ? Answer::met : Answer::not_met;
  };
  const auto by_word = [&](const char* field, const char* wanted) {
    const std::string given = v.word(field);
    if (given.empty()) {
      needed.emplace_back(field);
      return Answer::not_yet_knowable;
    }
    return given == wanted ? Answer::met : Answer::not_met;
  };
  switch (attribute) {
    case 'a': return by_word("owner", "household");
    case 'b': return by_name("member_of", operator_name);
    case 'c': return by_name("supplier", operator_name);
    case 'e': return by_name("subsidy_name", subsidy);
    case 'f': return by_word("ict", "yes");
    default: return Answer::not_met;
  }
}

std::optional<ProgrammeChance> chance_of(std::size_t index, const FindProgramme& p, const LineValues& v, const FoundLine& line, Date application) {
  if (std::ranges::find(p.methodologies, line.methodology) == p.methodologies.end()) return std::nullopt;
  if (p.until && *p.until < application) return std::nullopt;
  ProgrammeChance chance{index, Answer::met, 0, {}};
  const bool everywhere = std::ranges::find(p.prefectures, "全国") != p.prefectures.end();
  if (!everywhere && !p.prefectures.empty()) {
    const std::string place = v.word("prefecture");
    if (place.empty()) chance.needed.emplace_back("prefecture"), chance.answer = Answer::not_yet_knowable;
    else if (std::ranges::find(p.prefectures, place) == p.prefectures.end()) return std::nullopt;
  } else if (!everywhere) {
    chance.answer = Answer::not_yet_knowable;  // the programme does not say its area
  }
  bool possible = p.attributes.empty();
  if (possible) chance.answer = Answer::not_yet_knowable;
  for (const char attribute : p.attributes) {
    std::vector<std::string> needed;
    const Answer answer = fits(attribute, p.operator_name, p.subsidy, v, line, needed);
    if (answer == Answer::not_met) continue;
    if (answer == Answer::met) {
      chance.attribute = attribute;
      return chance;
    }
    possible = true;
    chance.needed.insert(chance.needed.end(), needed.begin(), needed.end());
  }
  if (!possible) return std::nullopt;
  chance.answer = Answer::not_yet_knowable;
  return chance;
}

// What the lines of a new programme could have in common, the same subsidy first: it is what the list's keeper knows best.
void common_attribute(const Judge& j, const LineValues& v, FoundLine& out) {
  std::vector<std::string> ignored;
  const std::string subsidy = trim(out.value("subsidy_name"));
  const auto subsidy_paid = v.numbers.find("subsidy");
  const bool paid = subsidy_paid == v.numbers.end() || subsidy_paid->second.sign() > 0;
  if (!subsidy.empty() && paid) {
    out.attribute = "e";
    out.attribute_detail = subsidy;
    return;
  }
  for (const char attribute : {'a', 'b', 'c', 'f'}) {
    if (fits(attribute, j.options.operator_name, "", v, out, ignored) != Answer::met) continue;
    out.attribute = std::string(1, attribute);
    out.attribute_detail = attribute == 'b' || attribute == 'c' ? j.options.operator_name : "";
    return;
  }
}

// A project of the normal type: a legal entity or a municipality, and at least a whole tonne a year after rounding down.
Answer own_project(const LineValues& v, const FoundLine& line) {
  if (line.tonnes && round_integer(*line.tonnes, Rounding::floor).sign() <= 0) return Answer::not_met;
  const std::string owner = v.word("owner");
  if (owner == "household") return Answer::not_met;
  if (owner.empty() && trim(line.value("corporate_number")).empty()) return Answer::not_yet_knowable;
  return line.tonnes ? Answer::met : Answer::not_yet_knowable;
}

void choose(const Judge& j, const LineValues& v, FoundLine& out) {
  const auto has = [&](Answer answer) { return std::ranges::any_of(out.findings, [&](const RuleFinding& f) { return f.answer == answer; }); };
  if (!out.errors.empty()) {
    out.verdict = FindVerdict::unreadable;
    return;
  }
  if (has(Answer::not_met)) {
    out.verdict = FindVerdict::not_possible;
    return;
  }
  out.own = own_project(v, out);
  for (std::size_t i = 0; i < j.programmes.size() && !out.methodology.empty(); ++i) {
    if (auto chance = chance_of(i, j.programmes[i], v, out, j.options.application)) out.programmes.push_back(*std::move(chance));
  }
  std::ranges::stable_sort(out.programmes, [](const auto& a, const auto& b) { return a.answer < b.answer; });
  common_attribute(j, v, out);
  if (has(Answer::not_yet_knowable) || has(Answer::no_rule_data)) {
    out.verdict = FindVerdict::open;
    return;
  }
  const bool joins = !out.programmes.empty() && out.programmes.front().answer == Answer::met;
  // From where the scheme itself helps a project of its own, it is worth the way alone.
  const bool large = j.support_min && out.tonnes && j.support_min->value.quantity().value <= *out.tonnes;
  if (joins) out.verdict = FindVerdict::join;
  else if (out.own == Answer::met && (large || out.attribute.empty())) out.verdict = FindVerdict::own;
  else if (!out.attribute.empty()) out.verdict = FindVerdict::together;
  else {
    out.verdict = FindVerdict::open;
    if (out.own == Answer::not_yet_knowable) j.need(out, "owner");
    for (const char* field : {"subsidy_name", "member_of", "supplier", "ict"}) {
      if (out.value(field).empty()) j.need(out, field);
    }
  }
}

FoundLine judge_line(Judge& j, const ListLine& line) {
  FoundLine out;
  const LineValues v = j.reader.read(line, out);
  if (line.unreadable) {
    out.verdict = FindVerdict::unreadable;
    return out;
  }
  out.prefecture = v.word("prefecture");
  rule_place(j, v, out);
  const EquipmentKind* kind = kind_of(j, out);
  if (kind != nullptr) out.kind = kind->kind, out.methodology = kind->abolished ? "" : kind->methodology;
  const bool covered = kind != nullptr && rule_methodology(j, *kind, out);
  const rulebook::Methodology* methodology = covered ? j.book.methodology(kind->methodology) : nullptr;
  rule_two_years(j, v, methodology, out);
  rule_once(j, v, out);
  if (covered) {
    rule_additionality(j, *kind, methodology, v, out);
    const auto investment = v.numbers.find("investment"), subsidy = v.numbers.find("subsidy");
    if (investment != v.numbers.end() && subsidy != v.numbers.end() && investment->second < subsidy->second) {
      out.errors.push_back(make_error(errors::find_subsidy_above, {{"subsidy", yen(subsidy->second)}, {"investment", yen(investment->second)}}, j.reader.place(out, "subsidy")));
    }
    take_estimate(j, *kind, v, out);
  }
  choose(j, v, out);
  return out;
}

Result<ListColumns> columns_of(const FindRules& rules, const ListMap& map, const std::string& file_name, const std::vector<std::string>& header) {
  ListColumns columns;
  columns.headers = header;
  columns.fields.resize(header.size());
  for (const MappedColumn& c : map.columns) {
    const std::string wanted = plain_header(c.header);
    // The text as it stands before its plain form: two headers may differ in their unit only.
    auto it = std::ranges::find_if(header, [&](const std::string& h) { return trim(h) == trim(c.header); });
    if (it == header.end()) it = std::ranges::find_if(header, [&](const std::string& h) { return plain_header(h) == wanted; });
    if (it == header.end()) {
      std::string known;
      for (const auto& h : header) known += (known.empty() ? "" : ", ") + h;
      return fail(errors::find_column_unknown, {{"column", c.header}, {"field", c.field}, {"known", known}}, {file_name, map.header_line});
    }
    const auto index = static_cast<std::size_t>(it - header.begin());
    columns.fields[index] = c.field;
    columns.column_of.insert_or_assign(c.field, index);
  }
  (void)rules;
  return columns;
}

constexpr std::array<std::pair<FindVerdict, std::array<std::string_view, 3>>, 6> verdicts{{
    {FindVerdict::join, {"join", "登録済みプログラムに参加できる", "could join a registered programme"}},
    {FindVerdict::own, {"own", "単独のプロジェクトにできる", "could be a project of its own"}},
    {FindVerdict::together, {"together", "他の行とまとめて申請できる", "could apply together with others"}},
    {FindVerdict::open, {"open", "項目が足りず、まだ判断できない", "open: something is missing"}},
    {FindVerdict::not_possible, {"not_possible", "対象にならない", "not possible"}},
    {FindVerdict::unreadable, {"unreadable", "行の訂正が必要", "the line has to be corrected"}},
}};

}  // namespace

std::string_view name_of(FindVerdict verdict) {
  for (const auto& [value, names] : verdicts) {
    if (value == verdict) return names[0];
  }
  return {};
}
std::string_view title_of(FindVerdict verdict, Language language) {
  for (const auto& [value, names] : verdicts) {
    if (value == verdict) return names[language == Language::ja ? 1 : 2];
  }
  return {};
}

std::string FoundLine::value(std::string_view field) const {
  const auto it = values.find(field);
  return it == values.end() ? std::string() : it->second;
}

Result<FindReport> find_latent(const rulebook::Rulebook& rulebook, const FindRules& rules, const ListMap& map, const std::string& file_name,
                               const std::vector<std::string>& header, const std::vector<ListLine>& lines, const std::vector<FindProgramme>& programmes,
                               const FindOptions& options) {
  SUMI_TRY(const ListColumns columns, columns_of(rules, map, file_name, header));
  const LineReader reader(rules, map, columns, file_name, rulebook);
  const rulebook::RulebookTables tables(rulebook);
  const auto scheme = [&](const char* key) { return scheme_value(rulebook, key, "value", options.application); };
  Judge judge{rulebook, rules, map, programmes, options, reader, tables, scheme("two_year_rule.years"), scheme("payback.years_min"), scheme("support.reduction_min"), {}};
  FindReport report;
  report.lines.reserve(lines.size());
  for (const ListLine& line : lines) {
    FoundLine found = judge_line(judge, line);
    ++report.counts[found.verdict];
    if (found.tonnes && found.tonnes->sign() > 0) {
      report.tonnes[found.verdict] += *found.tonnes;
      if (found.yen) report.yen[found.verdict] += *found.yen;
      else if (found.verdict != FindVerdict::not_possible && found.verdict != FindVerdict::unreadable) ++report.without_price, report.tonnes_without_price += *found.tonnes;
    }
    report.lines.push_back(std::move(found));
    if (options.progress && report.lines.size() % 1000 == 0) options.progress(report.lines.size());
  }
  return report;
}

}  // namespace sumi::project
