// Papers to be laid out and read back by tests/report/run: sample PAPER LANGUAGES FORMAT, to stdout. A paper is notice, hostile, wide or history:ROWS.
#include <cstdio>
#include <string>

#include "report/render.h"

namespace {

using namespace sumi;
using namespace sumi::report;

Document notice() {
  Document d;
  d.kind = "retirement_notice";
  d.title = {"無効化通知書", "Notice of retirement"};
  d.mark = {"見本", "SAMPLE"};
  d.number = "RN-000012";
  d.issued_on = Date::parse("2026-11-22").value();
  d.addressee = {"墨田ボイラー工業株式会社 御中", "Sumida Boiler Works, Ltd."};
  d.issuer = {"J-クレジット登録簿(研修用)", "J-Credit registry (training)"};
  d.issuer_lines = {{"(公印省略)", "(no seal)"}};
  d.paragraphs = {{"下記のとおり、貴社の保有口座に記録されていたクレジットについて無効化の記録をしましたので、通知します。この記録は取り消すことができません。",
      "The credits named below, which were recorded in your holding account, have been recorded as retired. The record cannot be undone."}};
  Section what;
  what.key = "retirement";
  what.heading = {"無効化の内容", "What was retired"};
  what.fields = {{"retirement", {"無効化番号", "Retirement"}, "12"},
      {"quantity", {"無効化量", "Quantity"}, quantity("12345", "t-CO2")},
      {"completed", {"無効化の記録日", "Recorded on"}, day(Date::parse("2026-11-20").value())},
      {"purpose", {"目的", "Purpose"}, Words{"温対法における調整後温室効果ガス排出量の報告", "Report of adjusted emissions under the Act on Promotion of Global Warming Countermeasures"}},
      {"user", {"使用者", "User"}, Words{"墨田ボイラー工業株式会社", "Sumida Boiler Works, Ltd."}}};
  Table units;
  units.key = "units";
  units.caption = {"無効化したクレジット", "Units"};
  units.columns = {{"project", {"プロジェクト", "Project"}}, {"vintage", {"年度", "Vintage"}, Align::center}, {"serials", {"シリアル番号", "Serials"}}, {"quantity", {"数量(t-CO2)", "t-CO2"}, Align::right}};
  units.rows = {{Words{"ボイラーの更新", "Boilers renewed"}, "FY2024", "JCR-000001-0000001 〜 JCR-000001-0012000", quantity("12000")},
      {Words{"太陽光発電設備の導入", "Solar power"}, "FY2025", "JCR-000002-0000001 〜 JCR-000002-0000345", quantity("345")}};
  units.total = {Words{"合計", "Total"}, "", "", quantity("12345")};
  what.tables = {units};
  d.sections = {what};
  d.notes = {{"この通知書は、記録の内容を証するものであり、第三者に譲渡することはできません。", "This notice states what is recorded; it cannot be transferred."}};
  d.verification = Verification{"sumi-training/0123456789abcdef0123456789abcdef entry 4711 leaf 9f86d081884c7d65",
      {"右の記載と台帳の受領証を照合できます。受領証は sumi-verify で確かめます。", "The receipt of this entry proves the notice; sumi-verify checks it."},
      {{"origin", {"台帳", "Ledger"}, "sumi-training/0123456789abcdef0123456789abcdef"}, {"entry", {"記帳番号", "Entry"}, "4711"}}};
  return d;
}

Document history(int rows) {
  Document d;
  d.kind = "account_history";
  d.title = {"口座記録簿", "Account history"};
  d.number = "H-7";
  d.issued_on = Date::parse("2027-01-04").value();
  d.issuer = {"J-クレジット登録簿", "J-Credit registry"};
  Table table;
  table.key = "moves";
  table.columns = {{"day", {"日付", "Day"}}, {"entry", {"記帳", "Entry"}, Align::right}, {"what", {"事由", "What"}}, {"quantity", {"増減", "Change"}, Align::right}, {"balance", {"残高", "Balance"}, Align::right}};
  for (int i = 1; i <= rows; ++i) {
    table.rows.push_back({short_day(Date::parse("2026-01-01").value().plus_days(i % 365)), std::to_string(i), Words{"移転(相手方 墨田ボイラー工業株式会社)", "Transfer"},
        quantity(std::to_string(i)), quantity(std::to_string(i * 1000))});
  }
  Section section;
  section.key = "history";
  section.tables = {table};
  d.sections = {section};
  return d;
}

Document hostile() {
  Document d = notice();
  d.number = std::string("a<b>&amp;\x1b[31m\x00\"\\", 17);
  d.addressee = {"<span size=\"99999\">株式会社&lt;斜体&gt;</span> \xE2\x80\xAE逆\xff", {}};
  d.paragraphs = {{"長い語: " + std::string(3000, 'W') + "終", {}}};
  d.sections[0].fields.push_back({"long", {std::string(500, 'L'), {}}, std::string(9000, 'M')});
  d.sections[0].tables[0].rows.push_back({std::string(16000, 'X'), std::string(300, '9'), "一\n二\r\n三\t四", "-0.5"});
  d.sections[0].tables[0].rows.push_back({"", "", "", ""});
  return d;
}

Document wide() {
  Document d = history(3);
  Table& table = d.sections[0].tables[0];
  for (int i = 0; i < 7; ++i) {
    table.columns.push_back({"more" + std::to_string(i), {"項目の名前" + std::to_string(i), "Name of item " + std::to_string(i)}, i % 2 == 0 ? Align::left : Align::right});
    for (auto& row : table.rows) row.push_back(i % 2 == 0 ? Value("省エネルギー設備の導入による排出削減") : quantity("123456"));
  }
  return d;
}

Document paper(const std::string& name) {
  if (name == "notice") return notice();
  if (name == "hostile") return hostile();
  if (name == "wide") return wide();
  return history(std::stoi(name.substr(name.find(':') + 1)));
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 2;
  const Document document = paper(words[1]);
  const std::string language = words[2];
  const Languages languages = language == "ja" ? Languages::ja : language == "en" ? Languages::en : Languages::both;
  const std::string format = words[3];
  std::string out;
  if (format == "text") {
    out = to_text(document, languages);
  } else if (format == "json") {
    out = to_json(document);
  } else {
    auto pdf = to_pdf(document, languages);
    if (!pdf) {
      std::fputs(describe_error(pdf.error(), Language::en).c_str(), stderr);
      return 1;
    }
    out = *std::move(pdf);
  }
  return std::fwrite(out.data(), 1, out.size(), stdout) == out.size() ? 0 : 1;
}
