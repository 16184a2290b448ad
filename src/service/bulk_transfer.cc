#include "service/bulk_transfer.h"

#include <algorithm>
#include <array>

#include "base/limits.h"
#include "base/number.h"
#include "base/sha256.h"
#include "base/spreadsheet.h"
#include "base/text.h"
#include "service/errors.h"
#include "wire/sheet.h"

namespace sumi::service {
namespace {

// A group leaves room in its segment for what is due (Ledger::handle).
constexpr std::size_t lines_max = limits::batch_entries_max / 2;

enum Column : std::size_t { from_column, to_column, amount_column, serials_column, type_column, project_column, price_column, agreed_column, acceptance_column, note_column, column_count };
struct ColumnName {
  std::string_view word, ja;
};
constexpr std::array<ColumnName, column_count> column_names{ColumnName{"from", "移転元"}, {"to", "移転先"}, {"amount", "数量"}, {"serials", "シリアル番号"}, {"credit_type", "クレジット種別"},
    {"project", "プロジェクト"}, {"price", "価格"}, {"agreed_on", "契約日"}, {"acceptance", "承諾"}, {"note", "備考"}};

struct Line {
  std::uint32_t line = 0;
  registry::OfferTransfer asked;  // what the line says; a Transfer has fewer fields
  std::string note;
};
struct List {
  std::array<std::size_t, column_count> at{};  // where each column stands, from 1; 0 = nowhere
  std::size_t columns = 0;                     // of the heading
  std::vector<Line> lines;
  std::vector<std::uint32_t> all_lines;  // those that cannot be read among them
  std::vector<Error> errors;
};

std::string serial_text(const registry::SerialRange& r) { return std::to_string(r.batch.value) + ":" + std::to_string(r.first) + "-" + std::to_string(r.end - 1); }

std::optional<std::uint64_t> whole_number(std::string_view text) {
  const auto parsed = Integer::parse(text);
  return parsed ? parsed->to_u64() : std::nullopt;
}

// "7:1-50"
std::optional<registry::SerialRange> serials_of(std::string_view word) {
  const auto colon = word.find(':'), dash = word.find('-');
  if (colon == std::string_view::npos || dash == std::string_view::npos || dash < colon) return std::nullopt;
  const auto batch = whole_number(word.substr(0, colon)), first = whole_number(word.substr(colon + 1, dash - colon - 1)), last = whole_number(word.substr(dash + 1));
  if (!batch || !first || !last || *last == ~std::uint64_t{0}) return std::nullopt;
  return registry::SerialRange{{*batch}, *first, *last + 1};
}

Result<std::array<std::size_t, column_count>> columns_of(const wire::SheetLine& header, const std::string& file) {
  std::array<std::size_t, column_count> at{};
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name(trim(header.cells[i]));
    if (name.empty()) continue;
    const auto it = std::find_if(column_names.begin(), column_names.end(), [&](const auto& c) { return c.word == name || c.ja == name; });
    std::string known;
    for (const auto& c : column_names) known += (known.empty() ? "" : ", ") + std::string(c.word) + " (" + std::string(c.ja) + ")";
    const Place place{file, header.line, static_cast<std::uint32_t>(i + 1)};
    if (it == column_names.end() || at.at(static_cast<std::size_t>(it - column_names.begin())) != 0) return fail(errors::bulk_column_unknown, {{"name", name}, {"known", known}}, place);
    at.at(static_cast<std::size_t>(it - column_names.begin())) = i + 1;
  }
  for (const auto needed : {from_column, to_column}) {
    if (at.at(needed) == 0) return fail(errors::bulk_column_missing, {{"name", std::string(column_names.at(needed).word)}}, {file, header.line, 0});
  }
  if (at[amount_column] == 0 && at[serials_column] == 0) return fail(errors::bulk_column_missing, {{"name", "amount / serials"}}, {file, header.line, 0});
  return at;
}

// One line's cells; every cell that cannot be read is told.
class LineReader {
 public:
  LineReader(List& list, const wire::SheetLine& sheet, std::string file) : list_(list), sheet_(sheet), file_(std::move(file)) {}

  void read() {
    if (sheet_.broken) {
      list_.errors.push_back(*sheet_.broken);
      return;
    }
    // A cell that no column names is never passed over: "5,6,1,000" would move 1.
    const auto columns = list_.columns;
    for (std::size_t i = columns; i < sheet_.cells.size(); ++i) {
      if (trim(sheet_.cells[i]).empty()) continue;
      list_.errors.push_back(make_error(errors::bulk_value, {{"column", std::to_string(i + 1)}, {"text", std::string(sheet_.cells[i])}, {"example", "\"1,000\""}},
          {file_, sheet_.line, static_cast<std::uint32_t>(i + 1)}));
      return;
    }
    Line out;
    out.line = sheet_.line;
    auto& asked = out.asked;
    const auto errors_before = list_.errors.size();
    asked.from = {number(from_column, true)};
    asked.to = {number(to_column, true)};
    // Amount and serials both, or neither, is for the registry to refuse.
    if (!text(amount_column).empty()) {
      registry::Pick pick;
      pick.amount = number(amount_column, false);
      pick.credit_type = text(type_column);
      pick.project = {text(project_column).empty() ? 0 : number(project_column, true)};
      asked.selection.pick = std::move(pick);
    }
    asked.selection.ranges = serials();
    asked.price_yen_per_t = without_commas(text(price_column));
    if (const auto day = text(agreed_column); !day.empty()) {
      if (const auto parsed = Date::parse(day)) asked.agreed_on = *parsed;
      else refuse(agreed_column, day, "2027-06-01");
    }
    asked.acceptance = yes_or_no(acceptance_column);
    out.note = raw(note_column);
    if (list_.errors.size() == errors_before) list_.lines.push_back(std::move(out));
  }

 private:
  [[nodiscard]] std::string raw(Column column) const {
    const auto at = list_.at.at(column);
    return at == 0 || at > sheet_.cells.size() ? std::string() : std::string(trim(sheet_.cells[at - 1]));
  }
  [[nodiscard]] std::string text(Column column) const { return std::string(trim(to_half_width(raw(column)))); }
  static std::string without_commas(std::string text) {
    std::erase(text, ',');
    return text;
  }
  void refuse(Column column, const std::string& found, const std::string& example) {
    list_.errors.push_back(make_error(errors::bulk_value, {{"column", std::string(column_names.at(column).word)}, {"text", found}, {"example", example}},
        {file_, sheet_.line, static_cast<std::uint32_t>(list_.at.at(column))}));
  }
  std::uint64_t number(Column column, bool positive) {
    const auto found = text(column);
    const auto value = whole_number(without_commas(found));
    if (value && (!positive || *value > 0)) return *value;
    refuse(column, found, "6");
    return 0;
  }
  bool yes_or_no(Column column) {
    static constexpr std::array yes{std::string_view("yes"), std::string_view("要"), std::string_view("はい"), std::string_view("1"), std::string_view("true")};
    static constexpr std::array no{std::string_view(""), std::string_view("no"), std::string_view("不要"), std::string_view("いいえ"), std::string_view("0"), std::string_view("false")};
    const auto found = text(column);
    if (std::find(yes.begin(), yes.end(), found) != yes.end()) return true;
    if (std::find(no.begin(), no.end(), found) == no.end()) refuse(column, found, "yes / no");
    return false;
  }
  std::vector<registry::SerialRange> serials() {
    std::vector<registry::SerialRange> out;
    auto found = text(serials_column);
    std::replace_if(found.begin(), found.end(), [](char c) { return c == ';' || c == ',' || c == '\n' || c == '\t'; }, ' ');
    for (std::size_t begin = 0; begin < found.size();) {
      const auto end = std::min(found.find(' ', begin), found.size());
      const auto word = std::string_view(found).substr(begin, end - begin);
      begin = end + 1;
      if (word.empty()) continue;
      if (const auto range = serials_of(word)) out.push_back(*range);
      else refuse(serials_column, std::string(word), "7:1-50 7:61-70");
    }
    return out;
  }

  List& list_;
  const wire::SheetLine& sheet_;
  std::string file_;
};

Result<List> read_list(BytesView bytes, const std::string& file_name) {
  SUMI_TRY(const auto sheet, wire::read_sheet_lines(bytes, file_name));
  List list;
  if (sheet.lines.empty()) return fail(errors::bulk_empty, {}, {file_name, 0, 0});
  if (sheet.lines.front().broken) return fail(*sheet.lines.front().broken);
  SUMI_TRY(list.at, columns_of(sheet.lines.front(), file_name));
  list.columns = sheet.lines.front().cells.size();
  if (sheet.lines.size() == 1) return fail(errors::bulk_empty, {}, {file_name, 0, 0});
  const auto count = sheet.lines.size() - 1;
  if (count > lines_max) {
    return fail(errors::bulk_too_many, {{"count", std::to_string(count)}, {"limit", std::to_string(lines_max)}, {"files", std::to_string((count + lines_max - 1) / lines_max)}}, {file_name, 0, 0});
  }
  for (auto it = sheet.lines.begin() + 1; it != sheet.lines.end(); ++it) {
    list.all_lines.push_back(it->line);
    LineReader(list, *it, file_name).read();
  }
  return list;
}

// Where in its line a refusal belongs.
Column column_of(const Error& error, const Line& line) {
  const std::string_view name = error.def->name;
  const auto named = [&](std::string_view arg, std::uint64_t value) {
    return std::any_of(error.args.begin(), error.args.end(), [&](const auto& a) { return a.first == arg && a.second == std::to_string(value); });
  };
  if (name == "price_syntax") return price_column;
  if (name == "agreed_in_future") return agreed_column;
  if (name == "same_account") return to_column;
  if (name.starts_with("account_")) return named("account", line.asked.from.value) ? from_column : to_column;
  if (name == "not_the_holder") return from_column;
  return line.asked.selection.ranges.empty() ? amount_column : serials_column;
}

struct Judged {
  std::vector<scheme::AnyCommand> commands;
  std::vector<BulkTransferLine> lines;
};

scheme::AnyCommand command_of(const Line& line, const scheme::State& state, const BulkTransferRequest& request, Date today) {
  std::uint64_t units = line.asked.selection.pick ? line.asked.selection.pick->amount : 0;
  for (const auto& r : line.asked.selection.ranges) units += r.end > r.first ? r.count() : 0;
  const bool waits = line.asked.acceptance || state.registry().needs_second(line.asked.from, units);
  if (waits || line.asked.agreed_on) {
    auto offer = line.asked;
    offer.expires_on = waits && request.expires_on ? *request.expires_on : today;
    return offer;
  }
  registry::Transfer transfer;
  transfer.from = line.asked.from;
  transfer.to = line.asked.to;
  transfer.selection = line.asked.selection;
  transfer.price_yen_per_t = line.asked.price_yen_per_t;
  return transfer;
}

using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

// On a copy of the state, line after line. A refused line leaves it as it was.
Judged judge(scheme::State state, List& list, const std::string& file_name, const BulkTransferRequest& request, Instant now, Language language, const Progress& progress) {
  Judged out;
  Act act;
  act.time = now;
  act.business_date = request.business_date.value_or(now.date_in_japan());
  act.actor = request.actor;
  act.on_behalf_of = request.on_behalf_of;
  act.adoption = state.meta().adoption;
  const scheme::Rules none;  // a transfer asks no rule pack
  for (const auto& line : list.lines) {
    auto command = command_of(line, state, request, act.time.date_in_japan());
    auto outcome = state.decide(command, act, none);
    const auto* offered = outcome ? std::get_if<registry::TransferOffered>(&*outcome) : nullptr;
    BulkTransferLine told;
    told.line = line.line;
    std::optional<Error> error;
    if (!outcome) {
      error = std::move(outcome).error();
      // What has no column is wrong with all of them alike: who acts, and for whom.
      if (error->def->room == "scheme") {
        list.errors.push_back(*std::move(error));
        return out;
      }
      error->place = {file_name, line.line, static_cast<std::uint32_t>(list.at.at(column_of(*error, line)))};
    } else if (offered != nullptr && !offered->moved && !request.expires_on) {
      error = make_error(errors::bulk_expiry_missing, {{"account", std::to_string(line.asked.from.value)}}, {file_name, line.line, static_cast<std::uint32_t>(list.at[from_column])});
    }
    if (error) {
      told.result = qualified_name(*error->def);
      told.message = sentence(*error, language);
      list.errors.push_back(*std::move(error));
    } else {
      told.result = "judged";
      told.ranges = offered != nullptr ? offered->ranges : std::get<registry::Moved>(*outcome).ranges;
      state.apply(command, *outcome, act);
    }
    out.lines.push_back(std::move(told));
    out.commands.push_back(std::move(command));
    constexpr std::size_t told_every = 64;
    if (progress && out.lines.size() % told_every == 0) progress(out.lines.size(), list.lines.size());
  }
  return out;
}

// What became of the lines, from the outcomes of their entries.
void tell_entered(BulkTransfers& out, const std::vector<std::uint32_t>& lines, SequenceNumber first, const std::vector<scheme::AnyOutcome>& outcomes) {
  out.entered = true;
  out.lines.clear();
  for (std::size_t i = 0; i < lines.size() && i < outcomes.size(); ++i) {
    BulkTransferLine told;
    told.line = lines[i];
    told.entry = {first.value + i};
    const auto* offered = std::get_if<registry::TransferOffered>(&outcomes[i]);
    told.result = offered == nullptr || offered->moved ? "moved" : offered->waits_for_second ? "waits_for_second" : "waits_for_transferee";
    told.ranges = offered != nullptr ? offered->ranges : std::get<registry::Moved>(outcomes[i]).ranges;
    out.lines.push_back(std::move(told));
  }
}

IdempotencyKey key_of(BytesView bytes, const std::string& again) {
  const Hash hash = sha256("sumi transfer bulk " + sha256(bytes).to_hex() + " " + again);
  IdempotencyKey key;
  std::copy_n(hash.bytes.begin(), key.bytes.size(), key.bytes.begin());
  return key;
}

void sort_by_place(std::vector<Error>& errors) {
  std::stable_sort(errors.begin(), errors.end(), [](const auto& a, const auto& b) { return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column); });
}

}  // namespace

Result<BulkTransfers> transfer_in_bulk(Ledger& ledger, BytesView bytes, const std::string& file_name, const BulkTransferRequest& request, Language language, const Progress& progress) {
  SUMI_TRY(auto list, read_list(bytes, file_name));
  if (progress) progress(0, list.all_lines.size());
  const auto key = key_of(bytes, request.again);
  BulkTransfers out;
  std::optional<scheme::KeyRow> seen;
  std::optional<scheme::State> trial;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* row = state.keys().find({request.on_behalf_of, key})) seen = *row;
    else trial = state;
  }));
  if (seen) {
    std::vector<scheme::AnyOutcome> outcomes;
    for (std::uint32_t i = 0; i < seen->count; ++i) {
      SUMI_TRY(auto record, ledger.record({seen->first.value + i}));
      outcomes.push_back(std::move(record.outcome));
    }
    tell_entered(out, list.all_lines, seen->first, outcomes);
    out.repeated = true;
    return out;
  }
  const Instant now = request.time.value_or(std::max(system_clock().now(), trial->now()));
  auto judged = judge(*std::move(trial), list, file_name, request, now, language, progress);
  out.lines = std::move(judged.lines);
  if (!list.errors.empty()) {
    sort_by_place(list.errors);
    out.errors = std::move(list.errors);
    // Lines that could not be read stand in the report too.
    for (const auto number : list.all_lines) {
      if (std::any_of(out.lines.begin(), out.lines.end(), [&](const auto& l) { return l.line == number; })) continue;
      BulkTransferLine told;
      told.line = number;
      const auto it = std::find_if(out.errors.begin(), out.errors.end(), [&](const auto& e) { return e.place.line == number; });
      told.result = it == out.errors.end() ? "not_judged" : qualified_name(*it->def);
      if (it != out.errors.end()) told.message = sentence(*it, language);
      out.lines.push_back(std::move(told));
    }
    std::sort(out.lines.begin(), out.lines.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return out;
  }
  if (request.dry_run) return out;
  Request group;
  group.commands = std::move(judged.commands);
  group.actor = request.actor;
  group.on_behalf_of = request.on_behalf_of;
  group.key = key;
  group.business_date = request.business_date;
  group.time = request.time;
  for (std::size_t i = 0; i < list.lines.size(); ++i) {
    if (!list.lines[i].note.empty()) group.sealed.push_back({i, "note", list.lines[i].note});
  }
  SUMI_TRY(const auto accepted, ledger.submit(std::move(group)));
  tell_entered(out, list.all_lines, accepted.first, accepted.outcomes);
  out.repeated = accepted.repeated;
  return out;
}

std::string bulk_report(const BulkTransfers& transfers) {
  std::string out = "line,result,entry,serials,message\n";
  for (const auto& l : transfers.lines) {
    std::string serials;
    for (const auto& r : l.ranges) serials += (serials.empty() ? "" : " ") + serial_text(r);
    out += std::to_string(l.line) + "," + csv_field(l.result) + "," + (l.entry ? std::to_string(l.entry.value) : "") + "," + csv_field(serials) + "," + spreadsheet_field(l.message) + "\n";
  }
  return out;
}

}  // namespace sumi::service
