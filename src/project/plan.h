// The project plan (プロジェクト計画書), normal type (排出削減プロジェクト用) and programme type (プログラム型排出削減プロジェクト用): what a proponent
// writes, before anything of it is checked. What only the programme type's form asks stands in `programme`.
//
// The fields follow the official form. Of the normal type's form the public plans show sections 1 and 2.1; from section 2.2 on the layout of
// the programme type's form (Ver.4.0) is taken, and inferred_fields() names what is inferred so. Sections 2.1 (methodology) to 2.3, 8 to
// 12 and the expected reductions stand once per methodology and place, as one `activity`: the form repeats them too.
//
// Here everything a person measures or counts is text: "0.96 GJ/GJ_HHV", "10000 thousand_yen", "2017年5月". Empty text means: not given.
// checked_plan.h parses all of it, and says with the field's path what is wrong. A path counts list items from 0: activities[0].monitoring[2].unit.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/codec.h"
#include "base/describe.h"

namespace sumi::project {

// Each family of forms has versions of its own; a plan stores both.
enum class FormFamily : std::uint8_t { normal = 1, programme = 2, forest = 3 };
// 更新プロジェクトのみ / 新設プロジェクトのみ / 双方を対象とする
enum class BaselineChoice : std::uint8_t { renewal = 1, new_installation = 2, both = 3 };
// 算定を行う / モニタリングを省略し影響度により評価する / 算定を省略する
enum class IncidentalChoice : std::uint8_t { calculate = 1, by_ratio = 2, leave_out = 3 };
enum class EmissionSide : std::uint8_t { baseline = 1, project = 2 };
// Activity data A (slips and bills), B (measured), C (estimated); coefficients I (measured), II (third party), III (default).
enum class MonitoringClass : std::uint8_t { a = 1, b = 2, c = 3, i = 4, ii = 5, iii = 6 };
// 特定計量器 / それ以外の計量器
enum class InstrumentKind : std::uint8_t { specified_meter = 1, other_meter = 2 };
// How 累計会員数 counts: everybody who ever joined, or those who are still in their own period. Registered plans of 2024 have both.
enum class MemberTotal : std::uint8_t { ever_joined = 1, in_own_period = 2 };

struct PlanForm {
  FormFamily family = FormFamily::normal;
  std::string version;  // "4.0"
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "family", s.family);
    v(Part::open, "version", s.version);
  }
};
struct PlanCover {
  std::string validation_application_date;    // 妥当性確認申請日
  std::string registration_application_date;  // プロジェクト登録申請日: R2 and R3 count from it
  std::string plan_version;                   // "1.0.0"
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "validation_application_date", s.validation_application_date);
    v(Part::open, "registration_application_date", s.registration_application_date);
    v(Part::open, "plan_version", s.plan_version);
  }
};
// Section 1. The first proponent is the representative (代表実施者). Legal entities and municipalities only.
struct PlanParty {
  std::string kana;              // フリガナ
  std::string name;
  std::string corporate_number;  // 13 digits with check digit; "" where the entity has none
  std::string postal_code;
  std::string prefecture;
  std::string municipality;
  std::string street;            // 市区町村以降の住所
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kana", s.kana);
    v(Part::open, "name", s.name);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "postal_code", s.postal_code);
    v(Part::open, "prefecture", s.prefecture);
    v(Part::open, "municipality", s.municipality);
    v(Part::open, "street", s.street);
  }
};
// Section 2.1, what belongs to the whole project.
struct PlanProject {
  std::string name;
  std::string number;    // プロジェクト番号: the secretariat gives it at registration
  std::string purpose;   // 目的
  std::string summary;   // 概要（削減方法）
  std::string credit_income_claim;  // how it is shown that a seller of the credits no longer claims the reduction (R9)
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "number", s.number);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "summary", s.summary);
    v(Part::open, "credit_income_claim", s.credit_income_claim);
  }
};
// 実施事業所. R1 asks whether it lies in Japan.
struct PlanPlace {
  std::string site;          // name of the site
  std::string country = "JP";  // ISO 3166 alpha-2
  std::string prefecture;
  std::string municipality;
  std::string street;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "site", s.site);
    v(Part::open, "country", s.country);
    v(Part::open, "prefecture", s.prefecture);
    v(Part::open, "municipality", s.municipality);
    v(Part::open, "street", s.street);
  }
};
// Section 2.3: how one condition of the methodology is met. `id` is the methodology's name of the condition.
struct PlanCondition {
  std::string id;
  bool met = false;
  std::string how;       // 適合の説明
  std::string evidence;  // document, or its SHA-256
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "met", s.met);
    v(Part::open, "how", s.how);
    v(Part::open, "evidence", s.evidence);
  }
};
// Section 8: one piece of equipment, before or after the project.
struct PlanEquipment {
  std::string name;
  std::string maker;
  std::string model;
  std::string serial_number;
  std::string capacity;           // quantity: "2 t/h"
  std::string introduction_date;  // a day, or as far as the evidence says: "1998年度"
  std::string start_date;         // 稼働開始日: the same
  std::string statutory_life;     // quantity: "15 year"
  std::string efficiency;         // quantity: "0.96 GJ/GJ_LHV"
  std::string fuel;
  std::string use;
  std::string evidence;           // completion report, contract, ledger of fixed assets
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "maker", s.maker);
    v(Part::open, "model", s.model);
    v(Part::open, "serial_number", s.serial_number);
    v(Part::open, "capacity", s.capacity);
    v(Part::open, "introduction_date", s.introduction_date);
    v(Part::open, "start_date", s.start_date);
    v(Part::open, "statutory_life", s.statutory_life);
    v(Part::open, "efficiency", s.efficiency);
    v(Part::open, "fuel", s.fuel);
    v(Part::open, "use", s.use);
    v(Part::open, "evidence", s.evidence);
  }
};
// A line of the running costs, before and after at the same level of activity.
struct PlanRunningCost {
  std::string item;               // "都市ガス"
  std::string use_before;         // quantity: "80 thousand_m3N/year"
  std::string unit_price_before;  // quantity: "90 thousand_yen/thousand_m3N"; average of the year before the project
  std::string use_after;
  std::string unit_price_after;   // contract price right after the project
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "item", s.item);
    v(Part::open, "use_before", s.use_before);
    v(Part::open, "unit_price_before", s.unit_price_before);
    v(Part::open, "use_after", s.use_after);
    v(Part::open, "unit_price_after", s.unit_price_after);
  }
};
// Section 9. Income from credits is left out of all of it.
struct PlanAdditionality {
  std::string exemption;              // id of the methodology's exemption that is claimed; "" = the test is made
  std::string investment;             // "10000 thousand_yen"
  std::string subsidy;                // "5000 thousand_yen"; "0 yen" where there is none
  std::string subsidy_name;
  std::string running_cost_before;    // "1000 thousand_yen/year"
  std::string running_cost_after;
  std::string price_basis_before;     // 実施前1年間の平均単価
  std::string price_basis_after;      // 実施直後の契約単価
  std::string activity_level_before;  // quantity; both are given or neither, and they are equal
  std::string activity_level_after;
  std::vector<PlanRunningCost> costs; // where given, they sum to the two totals
  std::string evidence;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "exemption", s.exemption);
    v(Part::open, "investment", s.investment);
    v(Part::open, "subsidy", s.subsidy);
    v(Part::open, "subsidy_name", s.subsidy_name);
    v(Part::open, "running_cost_before", s.running_cost_before);
    v(Part::open, "running_cost_after", s.running_cost_after);
    v(Part::open, "price_basis_before", s.price_basis_before);
    v(Part::open, "price_basis_after", s.price_basis_after);
    v(Part::open, "activity_level_before", s.activity_level_before);
    v(Part::open, "activity_level_after", s.activity_level_after);
    v(Part::open, "costs", s.costs);
    v(Part::open, "evidence", s.evidence);
  }
};
// A choice that the methodology leaves to the plan ("which fuel"), or a unit that the plan states itself.
struct PlanChoice {
  std::string name;
  std::string value;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "value", s.value);
  }
};
// A value that the plan gives once. Where it is no measurement (I) and no third party's value (II) it is a declared parameter, and whoever
// declares it is named; results that rest on it say so.
struct PlanParameter {
  std::string symbol;
  std::string row;          // label of the row, for parameters of a list
  std::string value;        // quantity "0.96", "72 kW"; a word for a fact
  std::string monitoring_class;  // "I", "II"; A, B, C for activity data; "" = declared
  std::string value_year;   // "FY2023": the year the value is of, where the methodology asks for it
  std::string evidence;
  std::string declared_by;  // post or organisation, no person's name
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "value", s.value);
    v(Part::open, "monitoring_class", s.monitoring_class);
    v(Part::open, "value_year", s.value_year);
    v(Part::open, "evidence", s.evidence);
    v(Part::open, "declared_by", s.declared_by);
  }
};
// A row of a list of the methodology ("one kind of lamp in one room").
struct PlanRow {
  std::string list;
  std::string label;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "list", s.list);
    v(Part::open, "label", s.label);
  }
};
// Section 10.2: one incidental source (付随的排出活動).
struct PlanIncidental {
  std::string id;        // of the methodology's source; "" for a source that it does not name
  std::string activity;  // 排出活動
  EmissionSide side = EmissionSide::project;
  std::string gas;       // 温室効果ガスの種類
  std::string emission;  // "0.4 tCO2/year"
  IncidentalChoice choice = IncidentalChoice::calculate;
  std::string grounds;   // why it may be left out, and the paper that shows it
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "id", s.id);
    v(Part::open, "activity", s.activity);
    v(Part::open, "side", s.side);
    v(Part::open, "gas", s.gas);
    v(Part::open, "emission", s.emission);
    v(Part::open, "choice", s.choice);
    v(Part::open, "grounds", s.grounds);
  }
};
// Section 11: a row of the monitoring plan, (1) activity data or (2) coefficients.
struct PlanMonitoring {
  std::string symbol;
  std::string row;          // label of the row, for parameters of a list; "" = all rows alike
  std::string definition;
  std::string unit;
  MonitoringClass monitoring_class = MonitoringClass::a;
  std::string description;  // 概要
  std::string frequency;    // 頻度: 検証申請時 ...
  std::string expected;     // 想定値: quantity per year, or a word
  std::string plausible_factor;  // own field: a value that many times above or below the expected one, or the median, is reported
  std::string grounds;      // 根拠
  std::string edition;      // of a default: 検証申請時に最新のものを使用 ...
  std::string remark;       // 備考
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "row", s.row);
    v(Part::open, "definition", s.definition);
    v(Part::open, "unit", s.unit);
    v(Part::open, "monitoring_class", s.monitoring_class);
    v(Part::open, "description", s.description);
    v(Part::open, "frequency", s.frequency);
    v(Part::open, "expected", s.expected);
    v(Part::open, "plausible_factor", s.plausible_factor);
    v(Part::open, "grounds", s.grounds);
    v(Part::open, "edition", s.edition);
    v(Part::open, "remark", s.remark);
  }
};
// Section 12.1: the instrument of a class B row.
struct PlanInstrument {
  std::string symbol;
  InstrumentKind kind = InstrumentKind::specified_meter;
  std::string instrument;            // 計量器の種類
  std::string serial_number;
  std::string point;                 // モニタリングポイント: number on the figure
  std::string verification_expires;  // 検定の有効期限, of a specified meter
  std::string calibration;           // 校正方法の説明, of another meter
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "kind", s.kind);
    v(Part::open, "instrument", s.instrument);
    v(Part::open, "serial_number", s.serial_number);
    v(Part::open, "point", s.point);
    v(Part::open, "verification_expires", s.verification_expires);
    v(Part::open, "calibration", s.calibration);
  }
};
// Sections 12.2 (class C) and 12.3 (class I): how a value is estimated or measured.
struct PlanMethod {
  std::string symbol;
  std::string definition;
  std::string method;
  std::string point;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "symbol", s.symbol);
    v(Part::open, "definition", s.definition);
    v(Part::open, "method", s.method);
    v(Part::open, "point", s.point);
  }
};
// Section 4.1: expected emissions of one fiscal year; the reduction is the floored difference.
struct PlanExpected {
  std::string fiscal_year;  // "FY2019", "2019年度"
  std::string baseline;     // "240.2 tCO2"
  std::string project;      // "163.3 tCO2"
  std::uint64_t reduction_t = 0;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "project", s.project);
    v(Part::open, "reduction_t", s.reduction_t);
  }
};
// One methodology at one place: what the form repeats.
struct PlanActivity {
  std::string name;                 // short, unique in the plan: monitoring data refer to it
  std::string methodology;          // "EN-S-001"
  std::string methodology_version;  // "1.0"
  std::string methodology_title;
  std::string monitored_item;       // 主要排出量の算定に用いる活動量のモニタリング項目
  BaselineChoice baseline = BaselineChoice::renewal;
  std::string told_apart;           // 双方 only: how renewal and new installation are told apart
  PlanPlace place;
  std::string situation_before;     // 2.2
  std::string situation_after;
  std::vector<PlanCondition> conditions;         // 2.3
  std::vector<PlanEquipment> equipment_before;   // 8.1 (1)
  std::string standard_equipment;                // 8.1 (2): of a new installation
  std::vector<PlanEquipment> equipment_after;    // 8.2
  PlanAdditionality additionality;               // 9
  std::string project_emission_idea;             // 10.3 考え方
  std::string baseline_emission_idea;            // 10.4 考え方
  std::vector<PlanChoice> choices;               // 10: what the methodology leaves to the plan
  std::vector<PlanRow> rows;
  std::vector<PlanParameter> parameters;
  std::string baseline_incidental_idea;          // 10.2 (1) 考え方
  std::string project_incidental_idea;           // 10.2 (2) 考え方
  std::vector<PlanIncidental> incidental;
  std::vector<PlanMonitoring> monitoring;        // 11 (1)
  std::vector<PlanMonitoring> coefficients;      // 11 (2)
  std::string data_collection;                   // 11: モニタリングデータの収集方法
  std::vector<PlanInstrument> instruments;       // 12.1
  std::vector<PlanMethod> estimates;             // 12.2
  std::vector<PlanMethod> measurements;          // 12.3
  std::vector<PlanExpected> expected;            // 4.1
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "name", s.name);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "methodology_version", s.methodology_version);
    v(Part::open, "methodology_title", s.methodology_title);
    v(Part::open, "monitored_item", s.monitored_item);
    v(Part::open, "baseline", s.baseline);
    v(Part::open, "told_apart", s.told_apart);
    v(Part::open, "place", s.place);
    v(Part::open, "situation_before", s.situation_before);
    v(Part::open, "situation_after", s.situation_after);
    v(Part::open, "conditions", s.conditions);
    v(Part::open, "equipment_before", s.equipment_before);
    v(Part::open, "standard_equipment", s.standard_equipment);
    v(Part::open, "equipment_after", s.equipment_after);
    v(Part::open, "additionality", s.additionality);
    v(Part::open, "project_emission_idea", s.project_emission_idea);
    v(Part::open, "baseline_emission_idea", s.baseline_emission_idea);
    v(Part::open, "choices", s.choices);
    v(Part::open, "rows", s.rows);
    v(Part::open, "parameters", s.parameters);
    v(Part::open, "baseline_incidental_idea", s.baseline_incidental_idea);
    v(Part::open, "project_incidental_idea", s.project_incidental_idea);
    v(Part::open, "incidental", s.incidental);
    v(Part::open, "monitoring", s.monitoring);
    v(Part::open, "coefficients", s.coefficients);
    v(Part::open, "data_collection", s.data_collection);
    v(Part::open, "instruments", s.instruments);
    v(Part::open, "estimates", s.estimates);
    v(Part::open, "measurements", s.measurements);
    v(Part::open, "expected", s.expected);
  }
};
// 認証対象期間.
struct PlanCreditingPeriod {
  std::string first_monitorable_day;  // from which monitoring is possible
  std::string start;                  // "" = the later of the application and the first monitorable day
  std::string end;                    // "" = the eve of the anniversary
  bool extended = false;              // the one extension, with the baseline set anew
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "first_monitorable_day", s.first_monitorable_day);
    v(Part::open, "start", s.start);
    v(Part::open, "end", s.end);
    v(Part::open, "extended", s.extended);
  }
};
// Section 6. Posts, no names; in principle two people.
struct PlanDataManagement {
  std::string responsible;  // データ管理責任者: organisation and post
  std::string monitoring;   // モニタリング担当者
  std::string method;       // 取得方法, 収集方法, 記録・保管方法
  std::string retention;    // "2 year" after the end of the crediting period
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "responsible", s.responsible);
    v(Part::open, "monitoring", s.monitoring);
    v(Part::open, "method", s.method);
    v(Part::open, "retention", s.retention);
  }
};
// Section 7.
struct PlanOtherMatters {
  bool reduction_at_risk = false;      // 7.1 有 / 無
  std::string risk;
  bool registered_elsewhere = false;   // 7.2 類似制度へ登録している
  std::string similar_scheme;
  std::string similar_scheme_period;   // "2020-04-01..2028-03-31"
  bool registered_in_this_scheme = false;  // the same activity, in another project of J-Credit (R4)
  bool legal_duty = false;             // 7.3 法令等の義務履行によるもの
  std::string permanence;              // how permanence is kept, where the methodology asks for it (R8)
  std::string registration_criterion;  // how the methodology's criterion for registration is met (R10)
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "reduction_at_risk", s.reduction_at_risk);
    v(Part::open, "risk", s.risk);
    v(Part::open, "registered_elsewhere", s.registered_elsewhere);
    v(Part::open, "similar_scheme", s.similar_scheme);
    v(Part::open, "similar_scheme_period", s.similar_scheme_period);
    v(Part::open, "registered_in_this_scheme", s.registered_in_this_scheme);
    v(Part::open, "legal_duty", s.legal_duty);
    v(Part::open, "permanence", s.permanence);
    v(Part::open, "registration_criterion", s.registration_criterion);
  }
};
// Of section 2.1. Not in the first edition of the plan's bytes, so they stand behind everything else.
struct PlanScope {
  std::string target;  // プロジェクト対象
  std::string area;    // 対象とする地域, of a programme
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "target", s.target);
    v(Part::open, "area", s.area);
  }
};
// 添付資料.
struct PlanAttachment {
  std::string title;
  std::string shows;  // what it is the ground of: "activities[0].incidental[0]"
  std::string file;   // a file name, or sha256: and 64 hex digits
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "title", s.title);
    v(Part::open, "shows", s.shows);
    v(Part::open, "file", s.file);
  }
};
// Section 1.2 of a programme: who brings the members together (削減活動を実施する会員をとりまとめる団体、組織、委員会名等).
struct PlanGroup {
  std::string kana;
  std::string name;
  std::string sites;    // 削減活動を実施する事業所名: usually "排出削減活動リスト参照"
  std::string address;  // 代表者住所
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "kana", s.kana);
    v(Part::open, "name", s.name);
    v(Part::open, "sites", s.sites);
    v(Part::open, "address", s.address);
  }
};
// Section 3.2: how the operator checks each point of each member, and with which papers.
struct PlanMemberChecks {
  std::string in_japan;             // 日本国内で実施されること
  std::string two_years;            // 入会申込日の2年前の日以降に実施されたものであること
  std::string additionality;        // 追加性を有すること
  std::string methodology;          // 本制度で承認された方法論に基づいて実施されること
  std::string double_in_scheme;     // 二重登録がないこと: Ｊ－クレジット制度の他のプロジェクト
  std::string double_elsewhere;     // 二重登録がないこと: 他の類似制度
  std::string common_methodology;   // 方法論が共通であること
  std::string common_item;          // モニタリング項目が共通であること
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "in_japan", s.in_japan);
    v(Part::open, "two_years", s.two_years);
    v(Part::open, "additionality", s.additionality);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "double_in_scheme", s.double_in_scheme);
    v(Part::open, "double_elsewhere", s.double_elsewhere);
    v(Part::open, "common_methodology", s.common_methodology);
    v(Part::open, "common_item", s.common_item);
  }
};
// Section 4.1 (活動数): one fiscal year.
struct PlanMemberYear {
  std::string fiscal_year;
  std::uint64_t joining = 0;  // 新規会員数
  std::uint64_t total = 0;    // 累計会員数, as `total_counts` says
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "fiscal_year", s.fiscal_year);
    v(Part::open, "joining", s.joining);
    v(Part::open, "total", s.total);
  }
};
// A list of reductions (排出削減活動リスト): fuel kind and class may differ between lists, never within one.
struct PlanMemberList {
  std::string key;    // as the member list's column `list` has it
  std::string title;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "key", s.key);
    v(Part::open, "title", s.title);
  }
};
// Section 5.2: the eight points, where sampling is used.
struct PlanSampling {
  bool used = false;
  std::string method;       // (1) 適用するサンプル抽出法
  std::string purpose;      // (2) サンプリングの目的
  std::string data;         // (3) 収集データ及び実測対象
  std::string population;   // (4) 母集団の構成・リスト及びその特性
  std::string grounds;      // (5) 利用が妥当であることの合理的な説明
  std::string formula;      // (6) サンプル数（評価式を含む）
  std::uint64_t population_size = 0;  // of (6)
  std::uint64_t sample_size = 0;      // of (6)
  std::string quality;      // (7) データ収集・管理・分析方法及び非標本誤差への対応方法
  std::string schedule;     // (8) 実施方法（スケジュールと対応者等）
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "used", s.used);
    v(Part::open, "method", s.method);
    v(Part::open, "purpose", s.purpose);
    v(Part::open, "data", s.data);
    v(Part::open, "population", s.population);
    v(Part::open, "grounds", s.grounds);
    v(Part::open, "formula", s.formula);
    v(Part::open, "population_size", s.population_size);
    v(Part::open, "sample_size", s.sample_size);
    v(Part::open, "quality", s.quality);
    v(Part::open, "schedule", s.schedule);
  }
};
// What only the programme type's form has. The operator (運営・管理者) is the first of `proponents`; the crediting period runs from the earliest
// start to the latest end of its members, and may be longer than eight years.
struct PlanProgramme {
  std::vector<PlanGroup> groups;          // 1.2
  std::string revenue_plan;               // 2.1 クレジット収益の配分／活用計画
  std::string management;                 // 3.1 運営・管理体制
  std::string agreement;                  // 3.1 削減活動の実施者との合意の方法／内容
  std::string collection;                 // 3.1 削減活動の実施者からの情報収集・管理方法
  PlanMemberChecks checks;                // 3.2
  std::string attribute;                  // 3.2 該当する属性: a, b, c, e or f
  std::string attribute_grounds;          // 3.2 該当する属性に関する説明
  MemberTotal total_counts = MemberTotal::ever_joined;
  std::vector<PlanMemberYear> members;    // 4.1 活動数
  std::vector<PlanMemberList> lists;
  bool uniform_sources = false;           // 5.1 全削減活動においてモニタリング・算定を実施する排出活動を統一する
  std::string other_sources;              // 5.1 その他
  std::string sources_grounds;            // 5.1 上記確認方法の妥当性に関する説明
  PlanSampling sampling;                  // 5.2
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "groups", s.groups);
    v(Part::open, "revenue_plan", s.revenue_plan);
    v(Part::open, "management", s.management);
    v(Part::open, "agreement", s.agreement);
    v(Part::open, "collection", s.collection);
    v(Part::open, "checks", s.checks);
    v(Part::open, "attribute", s.attribute);
    v(Part::open, "attribute_grounds", s.attribute_grounds);
    v(Part::open, "total_counts", s.total_counts);
    v(Part::open, "members", s.members);
    v(Part::open, "lists", s.lists);
    v(Part::open, "uniform_sources", s.uniform_sources);
    v(Part::open, "other_sources", s.other_sources);
    v(Part::open, "sources_grounds", s.sources_grounds);
    v(Part::open, "sampling", s.sampling);
  }
};
struct Plan {
  PlanForm form;
  PlanCover cover;
  PlanProject project;
  std::vector<PlanParty> proponents;      // 1.1 the representative, 1.2 the others
  std::vector<PlanParty> credit_holders;  // 1.3, if decided: at most one
  PlanCreditingPeriod crediting_period;   // 4.1
  PlanDataManagement data_management;     // 6
  PlanOtherMatters other_matters;         // 7
  std::vector<PlanActivity> activities;   // 2.1 to 2.3, 4.1, 8 to 12
  // From here on not in the first edition of the plan's bytes.
  PlanScope scope;                         // 2.1
  std::vector<PlanAttachment> attachments; // 添付資料
  std::optional<PlanProgramme> programme;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "form", s.form);
    v(Part::open, "cover", s.cover);
    v(Part::open, "project", s.project);
    v(Part::open, "proponents", s.proponents);
    v(Part::open, "credit_holders", s.credit_holders);
    v(Part::open, "crediting_period", s.crediting_period);
    v(Part::open, "data_management", s.data_management);
    v(Part::open, "other_matters", s.other_matters);
    v(Part::open, "activities", s.activities);
    v(Part::open, "scope", s.scope);
    v(Part::open, "attachments", s.attachments);
    v(Part::open, "programme", s.programme);
  }
};

// The plan as canonical bytes, and their SHA-256: what the journal cites as the plan. "sumi plan 1\n" and the fields up to `activities` where the
// plan has nothing of the later ones, so that the hash of a plan of the first edition stays; else "sumi plan 2\n" and every field.
[[nodiscard]] Bytes plan_bytes(const Plan& plan);
// Reads either edition back. Throws CodecError.
[[nodiscard]] Plan plan_from_bytes(BytesView bytes);
[[nodiscard]] Hash plan_hash(const Plan& plan);

// Paths of fields whose place in the normal type's form is inferred, without list indices ("activities.additionality.investment"),
// sorted. A path stands for everything below it.
[[nodiscard]] std::span<const std::string_view> inferred_fields();
[[nodiscard]] bool is_inferred(std::string_view path);

}  // namespace sumi::project
