// The dump of open data: each table as CSV and as JSON, with a manifest, compared with the state before anybody gets it.
#include <filesystem>
#include <map>

#include "base/file.h"
#include "base/sha256.h"
#include "service/errors.h"
#include "service/papers.h"
#include "service/public_view.h"
#include "wire/json.h"

namespace sumi::service {

namespace {

namespace fs = std::filesystem;

std::string text_of(std::uint64_t n) { return std::to_string(n); }

// RFC 4180. A field that a spreadsheet would run as a formula is kept as it is: it is quoted, and the manifest says that all fields are text.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

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
    if (plan == nullptr || row.official_number == 0) continue;
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
  Sheet uses{"retirements", {"retirement", "end_use", "user", "user_name", "user_corporate_number", "purposes", "fiscal_years", "completed_on", "units", "unit", "serials"}, {}};
  for (const auto& [number, row] : state.registry().retirements()) {
    if (row.status != registry::RetirementStatus::confirmed) continue;
    std::vector<std::string> purposes{row.purpose}, years{row.fiscal_year.number == 0 ? "" : std::to_string(row.fiscal_year.number)}, serials;
    if (const auto* use = state.registry().uses().uses.find(number)) {
      purposes.clear(), years.clear();
      for (const auto& u : use->uses) purposes.push_back(u.purpose), years.push_back(u.fiscal_year.number == 0 ? "" : std::to_string(u.fiscal_year.number));
    }
    for (const auto& r : row.ranges) serials.push_back(printed_serial(book, state, r.batch, r.first, r.end));
    const auto* word = row.end_use == registry::EndUse::retirement ? "retirement" : row.end_use == registry::EndUse::state_target ? "state_target" : "cancellation";
    uses.rows.push_back({text_of(number.value), word, text_of(row.user.value), row.user_name, state.organisations().at(row.user).corporate_number, joined(purposes), joined(years), row.decided.to_string(), text_of(row.amount()),
        kind_text(state.registry().batches().at(row.ranges.front().batch).attributes.unit_kind), joined(serials)});
  }
  out.push_back(std::move(uses));
  Sheet organisations{"organisations", {"organisation", "corporate_number", "name", "name_kana"}, {}};
  for (const auto& [number, row] : state.organisations()) organisations.rows.push_back({text_of(number.value), row.corporate_number, row.names.back().name, row.name_kana});
  out.push_back(std::move(organisations));
  return out;
}

std::uint64_t sum_of(const Sheet& sheet, const std::string& column, const std::string& where = {}, const std::string& is = {}) {
  const auto at = [&](const std::string& name) { return static_cast<std::size_t>(std::find(sheet.columns.begin(), sheet.columns.end(), name) - sheet.columns.begin()); };
  std::uint64_t sum = 0;
  for (const auto& row : sheet.rows) {
    if (where.empty() || row[at(where)] == is) sum += std::stoull(row[at(column)]);
  }
  return sum;
}

// The files say what the state sums to: batches by conservation, and uses of each kind against their batches.
Result<void> reconcile(const std::vector<Sheet>& sheets, const scheme::State& state) {
  const auto differs = [](const std::string& what, std::uint64_t files, std::uint64_t ledger) -> Result<void> {
    if (files == ledger) return {};
    return fail(errors::open_data_differs, {{"what", what}, {"files", text_of(files)}, {"ledger", text_of(ledger)}});
  };
  registry::BatchTotals sums;
  for (const auto& [number, t] : state.registry().totals()) {
    sums.opened += t.in(), sums.held += t.held, sums.escrowed += t.escrowed, sums.buffer += t.buffer, sums.retired += t.retired, sums.retired_for_state += t.retired_for_state, sums.cancelled += t.cancelled, sums.expired += t.expired, sums.exported += t.exported;
  }
  const auto& batches = sheets[2];
  const auto& uses = sheets[3];
  std::uint64_t tonnes = 0;
  for (const auto& [number, row] : state.cases().certifications) {
    for (const auto& line : row.lines) tonnes += line.tonnes;
  }
  SUMI_CHECK(differs("certified", sum_of(sheets[1], "tonnes"), tonnes));
  SUMI_CHECK(differs("in", sum_of(batches, "in"), sums.opened));
  SUMI_CHECK(differs("out", sum_of(batches, "held") + sum_of(batches, "escrowed") + sum_of(batches, "buffer") + sum_of(batches, "retired") + sum_of(batches, "retired_for_state") + sum_of(batches, "cancelled") + sum_of(batches, "expired") + sum_of(batches, "exported"), sums.opened));
  SUMI_CHECK(differs("retired", sum_of(uses, "units", "end_use", "retirement"), sums.retired));
  SUMI_CHECK(differs("retired_for_state", sum_of(uses, "units", "end_use", "state_target"), sums.retired_for_state));
  SUMI_CHECK(differs("cancelled", sum_of(uses, "units", "end_use", "cancellation"), sums.cancelled));
  return {};
}

}  // namespace

Result<OpenData> write_open_data(const Ledger& ledger, const std::string& folder) {
  std::error_code failed;
  if (fs::exists(folder, failed)) return fail(errors::open_data_stands, {{"path", folder}});
  SUMI_TRY(const auto book, ledger.rulebook());
  scheme::State state;
  SUMI_CHECK(ledger.read([&](const scheme::State& s) { state = s; }));
  SUMI_TRY(const auto head, ledger.head());
  const auto sheets = sheets_of(*book, state);
  SUMI_CHECK(reconcile(sheets, state));
  // Under another name until all of it is there.
  const auto part = folder + ".part";
  fs::remove_all(part, failed);
  fs::create_directories(part, failed);
  OpenData out;
  Tree manifest = Tree::make_table();
  manifest.add("format", Tree::make_string("sumi open data 1"));
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
  fs::rename(part, folder, failed);
  if (failed) return fail(errors::open_data_stands, {{"path", folder}});
  out.entry = {head.size};
  return out;
}

}  // namespace sumi::service
