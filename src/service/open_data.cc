// The dump of open data: each table as CSV and as JSON, with a manifest, compared with the state before anybody gets it.
#include <filesystem>
#include <map>

#include "base/csv.h"
#include "base/file.h"
#include "base/number.h"
#include "base/sha256.h"
#include "service/errors.h"
#include "service/papers.h"
#include "service/public_view.h"
#include "wire/json.h"

namespace sumi::service {

namespace {

namespace fs = std::filesystem;

std::string text_of(std::uint64_t n) { return std::to_string(n); }

struct Sheet {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;

  [[nodiscard]] std::string csv() const {
    std::string out;
    const auto line = [&](const std::vector<std::string>& cells) {
      for (std::size_t i = 0; i < cells.size(); ++i) out += (i == 0 ? "" : ",") + csv_field(cells[i]);
      out += "\r\n";
    };
    line(columns);
    for (const auto& row : rows) line(row);
    return out;
  }
  [[nodiscard]] std::string json() const {
    Tree list = Tree::make_array();
    for (const auto& row : rows) {
      Tree t = Tree::make_table();
      for (std::size_t i = 0; i < columns.size(); ++i) t.add(columns[i], Tree::make_string(row[i]));
      list.items.push_back(std::move(t));
    }
    return wire::to_json(list, true);
  }
};

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ";") + word;
  return out;
}

std::string kind_text(registry::UnitKind kind) { return kind == registry::UnitKind::kwh ? "kWh" : kind == registry::UnitKind::gj ? "GJ" : kind == registry::UnitKind::allowance ? "allowance" : "tCO2"; }

std::vector<Sheet> sheets_of(const rulebook::Rulebook& book, const scheme::State& state) {
  std::vector<Sheet> out;
  Sheet projects{"projects", {"project", "type", "official_number", "title", "proponents", "place", "methodologies", "period_start", "period_end"}, {}};
  for (const auto& [number, row] : state.cases().projects) {
    const auto* plan = state.cases().current_plan(number);
    if (plan == nullptr || !is_registered(state, number)) continue;
    std::vector<std::string> proponents, methodologies;
    for (const auto o : plan->head.proponents) proponents.push_back(text_of(o.value));
    for (const auto& m : plan->head.methodologies) methodologies.push_back(m.number + " " + m.version);
    projects.rows.push_back({text_of(number.value), row.type == project::ProjectType::programme ? "programme" : "normal", text_of(row.official_number), plan->head.title, joined(proponents), plan->head.place, joined(methodologies),
        plan->head.crediting_period.first.to_string(), plan->head.crediting_period.last.to_string()});
  }
  out.push_back(std::move(projects));
  Sheet certifications{"certifications", {"certification", "line", "project", "certified_on", "programme_code", "credit_type", "methodology", "vintage", "tonnes"}, {}};
  for (const auto& [number, row] : state.cases().certifications) {
    for (std::size_t i = 0; i < row.lines.size(); ++i) {
      const auto& line = row.lines[i];
      certifications.rows.push_back({text_of(number.value), text_of(i), text_of(row.project.value), row.certified_on.to_string(), row.programme_code, row.credit_type, line.methodology, std::to_string(line.vintage.number), text_of(line.tonnes)});
    }
  }
  out.push_back(std::move(certifications));
  Sheet batches{"batches", {"batch", "crediting_programme", "programme_code", "credit_type", "unit", "project", "certification", "methodology", "vintage", "place", "issued_on", "first", "last", "serial", "in", "held", "escrowed", "buffer", "retired", "retired_for_state", "cancelled", "expired", "exported"}, {}};
  for (const auto& [number, row] : state.registry().batches()) {
    const auto& a = row.attributes;
    const auto& t = state.registry().totals().at(number);
    batches.rows.push_back({text_of(number.value), a.crediting_programme, a.programme_code, a.credit_type, kind_text(a.unit_kind), text_of(a.project.value), text_of(a.certification.value), a.methodology, std::to_string(a.vintage.number), a.place,
        row.issued_on.to_string(), text_of(row.first), text_of(row.end - 1), printed_serial(book, state, number, row.first, row.end), text_of(t.in()), text_of(t.held), text_of(t.escrowed), text_of(t.buffer), text_of(t.retired),
        text_of(t.retired_for_state), text_of(t.cancelled), text_of(t.expired), text_of(t.exported)});
  }
  out.push_back(std::move(batches));
  Sheet uses{"retirements", {"retirement", "end_use", "user", "user_name", "user_corporate_number", "purposes", "fiscal_years", "completed_on", "units", "unit"}, {}};
  Sheet used{"retired_units", {"retirement", "batch", "first", "last", "units", "serial"}, {}};
  for (const auto& [number, row] : state.registry().retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    std::vector<std::string> purposes{row.purpose}, years{row.fiscal_year.number == 0 ? "" : std::to_string(row.fiscal_year.number)};
    if (const auto* use = state.registry().uses().uses.find(number)) {
      purposes.clear(), years.clear();
      for (const auto& u : use->uses) purposes.push_back(u.purpose), years.push_back(u.fiscal_year.number == 0 ? "" : std::to_string(u.fiscal_year.number));
    }
    for (const auto& r : row.ranges) used.rows.push_back({text_of(number.value), text_of(r.batch.value), text_of(r.first), text_of(r.end - 1), text_of(r.count()), printed_serial(book, state, r.batch, r.first, r.end)});
    const auto* word = row.end_use == registry::EndUse::retirement ? "retirement" : row.end_use == registry::EndUse::state_target ? "state_target" : "cancellation";
    uses.rows.push_back({text_of(number.value), word, text_of(row.user.value), row.user_name, user_number(state, row.user), joined(purposes), joined(years), row.decided.to_string(), text_of(row.amount()),
        kind_text(state.registry().batches().at(row.ranges.front().batch).attributes.unit_kind)});
  }
  out.push_back(std::move(uses));
  out.push_back(std::move(used));
  Sheet organisations{"organisations", {"organisation", "corporate_number", "name", "name_kana"}, {}};
  for (const auto& [number, row] : state.organisations()) organisations.rows.push_back({text_of(number.value), row.corporate_number, row.names.back().name, row.name_kana});
  out.push_back(std::move(organisations));
  return out;
}

// The sum of a column of whole numbers, of all rows or of those whose column `where` says `is`.
Result<Integer> sum_of(const CsvTable& table, const std::string& column, const std::string& where = {}, const std::string& is = {}) {
  const auto at = table.column(column), by = where.empty() ? at : table.column(where);
  const auto damaged = [&](const std::string& found) { return fail(errors::open_data_differs, {{"what", table.file_name + " " + column}, {"files", found}, {"ledger", "0-9"}}); };
  if (!at || !by) return damaged("-");
  Integer sum;
  for (const auto& row : table.rows) {
    if (!where.empty() && row.fields[*by] != is) continue;
    const auto value = Integer::parse(row.fields[*at]);
    if (!value) return damaged("\"" + row.fields[*at] + "\"");
    sum += *value;
  }
  return sum;
}

// What the files say, read back from where they lie, against what the state says: certified tonnes, conservation, and each kind of use.
Result<void> reconcile(const std::string& folder, const scheme::State& state) {
  const auto open = [&](const std::string& name) -> Result<CsvTable> {
    SUMI_TRY(const auto text, read_file(folder + "/" + name));
    return read_csv(text, name);
  };
  const auto differs = [](const std::string& what, const Integer& files, std::uint64_t ledger) -> Result<void> {
    if (files == Integer::from_u64(ledger)) return {};
    return fail(errors::open_data_differs, {{"what", what}, {"files", files.to_string()}, {"ledger", text_of(ledger)}});
  };
  SUMI_TRY(const auto certifications, open("certifications.csv"));
  SUMI_TRY(const auto batches, open("batches.csv"));
  SUMI_TRY(const auto uses, open("retirements.csv"));
  std::uint64_t tonnes = 0;
  for (const auto& [number, row] : state.cases().certifications) {
    for (const auto& line : row.lines) tonnes += line.tonnes;
  }
  SUMI_TRY(const auto certified, sum_of(certifications, "tonnes"));
  SUMI_CHECK(differs("certifications.csv tonnes", certified, tonnes));
  const std::pair<const char*, std::uint64_t registry::BatchTotals::*> columns[] = {{"held", &registry::BatchTotals::held}, {"escrowed", &registry::BatchTotals::escrowed}, {"buffer", &registry::BatchTotals::buffer},
      {"retired", &registry::BatchTotals::retired}, {"retired_for_state", &registry::BatchTotals::retired_for_state}, {"cancelled", &registry::BatchTotals::cancelled}, {"expired", &registry::BatchTotals::expired},
      {"exported", &registry::BatchTotals::exported}};
  Integer out;
  for (const auto& [name, member] : columns) {
    std::uint64_t held = 0;
    for (const auto& [batch, totals] : state.registry().totals()) held += totals.*member;
    SUMI_TRY(const auto sum, sum_of(batches, name));
    SUMI_CHECK(differs(std::string("batches.csv ") + name, sum, held));
    out += sum;
  }
  std::uint64_t in = 0, retired = 0, for_state = 0, cancelled = 0;
  for (const auto& [batch, t] : state.registry().totals()) in += t.in(), retired += t.retired, for_state += t.retired_for_state, cancelled += t.cancelled;
  SUMI_TRY(const auto came, sum_of(batches, "in"));
  SUMI_CHECK(differs("batches.csv in", came, in));
  SUMI_CHECK(differs("batches.csv out", out, in));
  SUMI_TRY(const auto serials, open("retired_units.csv"));
  SUMI_TRY(const auto serials_units, sum_of(serials, "units"));
  SUMI_CHECK(differs("retired_units.csv units", serials_units, retired + for_state + cancelled));
  for (const auto& [use, sum] : {std::pair{"retirement", retired}, {"state_target", for_state}, {"cancellation", cancelled}}) {
    SUMI_TRY(const auto used, sum_of(uses, "units", "end_use", use));
    SUMI_CHECK(differs(std::string("retirements.csv ") + use, used, sum));
  }
  return {};
}

}  // namespace

Result<OpenData> write_open_data(const Ledger& ledger, const std::string& named) {
  std::error_code failed;
  auto folder = named;
  while (folder.size() > 1 && folder.ends_with('/')) folder.pop_back();
  // Under another name until all of it is there. Neither may stand: what somebody else wrote is never removed.
  const auto part = folder + ".part";
  for (const auto& path : {folder, part}) {
    if (path.empty() || fs::exists(fs::symlink_status(path, failed))) return fail(errors::open_data_stands, {{"path", path}});
  }
  SUMI_TRY(const auto book, ledger.rulebook());
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  SUMI_TRY(const auto head, ledger.head());
  const auto sheets = sheets_of(*book, state);
  if (!fs::create_directories(part, failed)) return fail(errors::open_data_stands, {{"path", part}});
  OpenData out;
  Tree manifest = Tree::make_table();
  manifest.add("format", Tree::make_string("sumi open data 1"));
  manifest.add("fields", Tree::make_string("every field is text; several values of one field are separated by a semicolon"));
  manifest.add("origin", Tree::make_string(journal::Origin{static_cast<journal::StoreKind>(state.meta().kind), state.meta().store}.to_text()));
  manifest.add("as_known", Tree::make_string(state.now().to_string()));
  manifest.add("entries", Tree::make_string(text_of(head.size)));
  manifest.add("root", Tree::make_string(head.root.to_hex()));
  Tree controls = Tree::make_table();
  for (const auto& control : state.control_totals()) controls.add(control.name, Tree::make_string(text_of(control.value)));
  manifest.add("control_totals", std::move(controls));
  Tree files = Tree::make_array();
  for (const auto& sheet : sheets) {
    for (const auto& [name, text] : {std::pair{sheet.name + ".csv", sheet.csv()}, {sheet.name + ".json", sheet.json()}}) {
      SUMI_CHECK(write_file_atomic(part + "/" + name, text));
      Tree file = Tree::make_table();
      file.add("name", Tree::make_string(name));
      file.add("rows", Tree::make_string(text_of(sheet.rows.size())));
      file.add("sha256", Tree::make_string(sha256(text).to_hex()));
      files.items.push_back(std::move(file));
      ++out.files;
    }
    out.rows += sheet.rows.size();
  }
  manifest.add("files", std::move(files));
  SUMI_CHECK(write_file_atomic(part + "/manifest.json", wire::to_json(manifest, true)));
  SUMI_CHECK(reconcile(part, state));
  fs::rename(part, folder, failed);
  if (failed) return fail(errors::open_data_stands, {{"path", folder}});
  out.entry = {head.size};
  return out;
}

Result<void> check_open_data(const Ledger& ledger, const std::string& folder) {
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  return reconcile(folder, state);
}

}  // namespace sumi::service
