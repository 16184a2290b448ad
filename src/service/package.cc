#include "service/package.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/csv.h"
#include "base/limits.h"
#include "base/number.h"
#include "base/sha256.h"
#include "rulebook/methodology.h"
#include "service/documents.h"
#include "service/errors.h"
#include "service/programme_report.h"
#include "wire/json.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

constexpr std::string_view package_title = "sumi package 1\n";
constexpr std::string_view package_end = "end\n";
constexpr std::string_view what_it_is =
    "J-クレジットのモニタリング報告書を、台帳なしで再計算するための一式: 計画書、データ、根拠資料、計算の記録、規則集。sumi project recalculate で確かめる。 / "
    "All that is needed to calculate a monitoring report again without its ledger; sumi project recalculate checks it.";

void add_document(std::string& out, std::string_view kind, std::string_view name, std::string_view bytes) {
  out.append(kind).append(" ").append(name).append(" ").append(std::to_string(bytes.size())).append(" ").append(sha256(bytes).to_hex()).append("\n");
  out.append(bytes).append("\n");
}

std::string_view view_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::uint64_t total_of(const std::vector<ClaimedLine>& lines) {
  std::uint64_t sum = 0;
  for (const auto& line : lines) sum += line.tonnes;
  return sum;
}

struct Documents {
  std::string statement, plan, data, trace, roll;
  std::vector<std::string> packs;
  std::size_t count = 0;
};

// The words of a header line.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const auto space = line.find(' ');
    words.push_back(line.substr(0, space));
    line = space == std::string_view::npos ? std::string_view{} : line.substr(space + 1);
  }
  return words;
}

std::optional<std::uint64_t> whole(std::string_view text) {
  std::uint64_t v = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return v;
}

Result<Documents> read_documents(std::string_view text, const std::string& file) {
  const auto unreadable = [&](const char* reason) { return fail(errors::package_unreadable, {{"file", file}, {"reason", reason}}); };
  if (!text.starts_with(package_title)) return unreadable("its first line is not \"sumi package 1\"");
  text.remove_prefix(package_title.size());
  Documents found;
  while (text != package_end) {
    const auto line_end = text.find('\n');
    if (line_end == std::string_view::npos) return unreadable("it is cut off");
    const auto words = words_of(text.substr(0, line_end));
    if (words.size() != 4) return unreadable("a document's line is not KIND NAME LENGTH SHA256");
    const auto length = whole(words[2]);
    const auto hash = Hash::from_hex(words[3]);
    text.remove_prefix(line_end + 1);
    if (!length || !hash || *length >= text.size() || text[*length] != '\n') return unreadable("a document's length or hash does not fit");
    const std::string bytes(text.substr(0, *length));
    text.remove_prefix(*length + 1);
    if (sha256(bytes) != *hash) return fail(errors::package_altered, {{"name", std::string(words[1])}, {"hash", hash->to_hex()}});
    ++found.count;
    if (words[0] == "statement") found.statement = bytes;
    else if (words[0] == "plan") found.plan = bytes;
    else if (words[0] == "data") found.data = bytes;
    else if (words[0] == "trace") found.trace = bytes;
    else if (words[0] == "roll") found.roll = bytes;
    else if (words[0] == "pack") found.packs.push_back(bytes);
    else if (words[0] != "evidence") return unreadable("it holds a document of an unknown kind");
  }
  return found;
}

Result<PackageStatement> read_statement(const Documents& documents) {
  for (const auto& [what, bytes] : {std::pair{"statement", &documents.statement}, {"plan", &documents.plan}, {"data", &documents.data}, {"trace", &documents.trace}}) {
    if (bytes->empty()) return fail(errors::package_incomplete, {{"what", what}});
  }
  SUMI_TRY(const auto tree, wire::parse_json(documents.statement, "statement"));
  SUMI_TRY(auto statement, wire::from_tree<PackageStatement>(tree));
  // What the return repeats of it is one line each: a line's end within would let whoever wrote the package word what the verifier signs.
  const auto one_line = [](const std::string& s) { return !s.empty() && std::none_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }); };
  if (!one_line(statement.store)) return fail(errors::package_unreadable, {{"file", "statement"}, {"reason", "its store is not one line of text"}});
  for (const auto& line : statement.claimed) {
    if (!one_line(line.methodology)) return fail(errors::package_unreadable, {{"file", "statement"}, {"reason", "a methodology is not one line of text"}});
  }
  // The statement names the documents that lie beside it.
  for (const auto& [name, hash, bytes] : {std::tuple{"plan", &statement.plan, &documents.plan}, {"data", &statement.data_set, &documents.data}, {"trace", &statement.trace, &documents.trace}}) {
    if (sha256(*bytes) != *hash) return fail(errors::package_altered, {{"name", name}, {"hash", hash->to_hex()}});
  }
  return statement;
}

Result<rulebook::Rulebook> read_rulebook(const Documents& documents, const PackageStatement& statement) {
  std::vector<rulebook::Pack> packs;
  for (const auto& archive : documents.packs) {
    SUMI_TRY(auto pack, rulebook::Pack::from_archive({reinterpret_cast<const std::uint8_t*>(archive.data()), archive.size()}, "package"));
    packs.push_back(std::move(pack));
  }
  SUMI_TRY(auto book, rulebook::Rulebook::from_packs(std::move(packs), rulebook::read_methodology));
  if (book.manifest() != statement.manifest) return fail(errors::package_altered, {{"name", "rulebook"}, {"hash", statement.manifest.to_hex()}});
  return book;
}

Result<std::vector<ClaimedLine>> read_figures(const std::string& csv) {
  if (csv.empty()) return std::vector<ClaimedLine>{};
  SUMI_TRY(const auto table, read_csv(csv, "figures", true));
  const auto methodology = table.column("methodology"), vintage = table.column("vintage"), tonnes = table.column("tonnes");
  if (!methodology || !vintage || !tonnes) return fail(errors::figures_unreadable, {{"line", std::to_string(table.header_line)}});
  std::vector<ClaimedLine> own;
  for (const auto& row : table.rows) {
    const auto year = FiscalYear::parse(row.fields[*vintage]);
    const auto amount = whole(row.fields[*tonnes]);
    if (!year || !amount || *amount > limits::certified_tonnes_max) return fail(errors::figures_unreadable, {{"line", std::to_string(row.line)}});
    own.push_back({row.fields[*methodology], *year, *amount});
  }
  return own;
}

// Per cent of the claimed reduction: jcredit-scheme/rules verification.materiality.
Result<Rational> materiality_of(const rulebook::Rulebook& rulebook) {
  const std::vector<std::string> key{"verification.materiality"};
  SUMI_TRY(const auto values, rulebook.values("jcredit-scheme/rules", key, "value"));
  if (values.empty() || !values.back().is_quantity()) return fail(errors::package_incomplete, {{"what", "verification.materiality"}});
  // The table's unit is %, which a quantity keeps as a share of 1.
  const auto share = convert(values.back().quantity(), Unit{});
  return (share ? share->value : values.back().quantity().value) * Rational(100);
}

}  // namespace

Result<std::string> make_package(const Ledger& ledger, ProjectNumber project, std::uint32_t report, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  std::optional<project::ReportRow> row;
  PackageStatement statement;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto* found = state.cases().report(project, report);
    if (found == nullptr) return;
    row = *found;
    const auto& meta = state.meta();
    statement.store = journal::Origin{static_cast<journal::StoreKind>(meta.kind), meta.store}.to_text();
    const auto* plan = state.cases().plan_of_report(project, report);
    statement.title = plan->head.title;
    for (const auto proponent : plan->head.proponents) statement.proponents.push_back(state.organisations().at(proponent).names.back().name);
  }));
  if (!row) return fail(errors::report_not_known, {{"project", std::to_string(project.value)}, {"report", std::to_string(report)}});
  SUMI_TRY(const auto plan, document(ledger, row->plan, "plan"));
  SUMI_TRY(const auto data, document(ledger, row->data_set, "data set"));
  SUMI_TRY(const auto trace, document(ledger, row->trace, "trace"));
  SUMI_TRY(const auto rulebook, rulebook_of_trace(ledger, project, report, row->submitted.on, trace));
  std::string evidence;
  const auto hashes = hashes_in(data);
  const std::size_t all = hashes.size() + rulebook->packs().size();
  std::size_t done = 0;
  for (const auto& hash : hashes) {
    if (progress) progress(done++, all);
    const auto bytes = ledger.get_evidence({}, hash);
    if (bytes) add_document(evidence, "evidence", hash.to_hex(), *bytes);
    else statement.evidence_missing.push_back(hash.to_hex());
  }
  statement.what = what_it_is;
  statement.project = project;
  statement.report = report;
  statement.period = row->period;
  statement.plan = row->plan;
  statement.data_set = row->data_set;
  statement.trace = row->trace;
  statement.manifest = rulebook->manifest();
  for (const auto& line : row->lines) statement.claimed.push_back({line.methodology, line.vintage, line.er});
  std::string out(package_title);
  add_document(out, "statement", "statement.json", wire::to_json(wire::to_tree(statement), true));
  add_document(out, "plan", "plan", plan);
  add_document(out, "data", "data.csv", data);
  add_document(out, "trace", "trace", trace);
  if (is_programme_trace(trace)) {
    SUMI_TRY(const auto roll, document(ledger, roll_of(trace), "roll"));
    add_document(out, "roll", "roll.csv", roll);
  }
  out += evidence;
  for (const auto& pack : rulebook->packs()) {
    if (progress) progress(done++, all);
    const auto archive = pack.archive();
    add_document(out, "pack", pack.family(), view_of(archive));
  }
  return out.append(package_end);
}

Result<Recalculation> recalculate(const std::string& package, const std::string& file_name, const std::string& figures) {
  SUMI_TRY(const auto documents, read_documents(package, file_name));
  Recalculation out;
  SUMI_TRY(out.statement, read_statement(documents));
  out.package = sha256(package);
  out.documents = documents.count;
  SUMI_TRY(const auto rulebook, read_rulebook(documents, out.statement));
  SUMI_TRY(out.materiality_percent, materiality_of(rulebook));
  SUMI_TRY(out.own, read_figures(figures));
  auto calculation = replay_documents({documents.plan, documents.data, documents.trace, out.statement.period, documents.roll}, rulebook);
  if (!calculation) {
    out.reason = sentence(calculation.error(), Language::en);
    return out;
  }
  out.calculation = *std::move(calculation);
  for (const auto& line : out.calculation->lines) {
    const bool claimed = std::any_of(out.statement.claimed.begin(), out.statement.claimed.end(),
        [&](const ClaimedLine& c) { return c.methodology == line.methodology && c.vintage == line.vintage && c.tonnes == line.er; });
    if (!claimed || out.statement.claimed.size() != out.calculation->lines.size()) out.reason = "the claimed tonnes are not what the calculation gives";
  }
  const std::uint64_t claimed = total_of(out.statement.claimed);
  if (!out.own.empty()) {
    const std::uint64_t own = total_of(out.own);
    const std::uint64_t apart = own > claimed ? own - claimed : claimed - own;
    const bool nothing_claimed = claimed == 0;
    out.difference = nothing_claimed ? Rational(apart == 0 ? 0 : 1) : Rational(Integer::from_u64(apart)) / Rational(Integer::from_u64(claimed));
    if (out.difference * Rational(100) >= out.materiality_percent && apart != 0) out.reason = "the verifier's own figures differ materially from what is claimed";
  }
  out.positive = out.reason.empty();
  return out;
}

}  // namespace sumi::service
