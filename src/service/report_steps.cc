// A report's trace (src/project/calculate_trace.cc, src/rulebook/methodology_trace.cc) as steps for the eye: nothing is calculated here.
#include <algorithm>

#include "rulebook/methodology.h"
#include "service/report_desk.h"

namespace sumi::service {

namespace {

std::string plain(std::string_view field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] != '\\' || i + 1 == field.size()) {
      out += field[i];
      continue;
    }
    ++i;
    out += field[i] == 't' ? '\t' : field[i] == 'n' ? '\n' : field[i];
  }
  return out;
}

std::vector<std::string> fields_of(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.push_back(plain(line.substr(0, tab)));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

std::string titles_of(const rulebook::Rulebook& book, std::string_view ids) {
  std::string out;
  while (!ids.empty()) {
    const auto end = std::min(ids.find(';'), ids.size());
    const auto* source = book.source(ids.substr(0, end));
    const std::string title = source == nullptr ? std::string(ids.substr(0, end)) : source->published.empty() ? source->title : source->title + " (" + source->published + ")";
    out += (out.empty() ? "" : "; ") + title;
    ids.remove_prefix(std::min(end + 1, ids.size()));
  }
  return out;
}

// input: name value unit origin given class year source confidence row pack published; a cell has its row's index before them.
TraceInput input_of(const rulebook::Rulebook& book, const rulebook::Methodology* m, const std::vector<std::string>& f, std::size_t at, std::string row) {
  const auto field = [&](std::size_t i) { return at + i < f.size() ? f[at + i] : std::string(); };
  TraceInput in;
  in.symbol = field(0);
  in.row = std::move(row);
  in.value = field(1);
  in.unit = field(2);
  in.origin = field(3);
  in.monitoring_class = field(5);
  in.source = titles_of(book, field(7));
  in.confidence = field(8);
  in.table_row = field(9);
  if (m == nullptr) return in;
  const auto p = std::ranges::find(m->parameters(), in.symbol, &rulebook::Parameter::symbol);
  if (p != m->parameters().end()) in.definition = {p->definition.ja, p->definition.en};
  return in;
}

TraceStep step_of(const rulebook::Rulebook& book, const rulebook::Methodology* m, const std::vector<std::string>& f) {
  TraceStep step;
  step.symbol = f.size() > 1 ? f[1] : "";
  step.value = f.size() > 2 ? f[2] : "";
  step.unit = f.size() > 3 ? f[3] : "";
  step.approximate = f.size() > 4 && f[4] == "approximate";
  if (m == nullptr) return step;
  for (const auto& formula : m->formulas()) {
    if (formula.symbol != step.symbol) continue;
    if (step.formulas.empty()) {
      step.title = {formula.title.ja, formula.title.en};
      step.official = formula.basis == rulebook::Basis::official;
      std::string ids;
      for (const auto& id : formula.sources) ids += (ids.empty() ? "" : ";") + id;
      step.sources = titles_of(book, ids);
    }
    step.formulas.push_back(formula.when.empty() ? formula.text : formula.text + "   [" + formula.when + "]");
  }
  return step;
}

}  // namespace

std::vector<CalculationView> calculations_of(std::string_view trace, const rulebook::Rulebook& book) {
  std::vector<CalculationView> out;
  if (!trace.starts_with("sumi report trace\t1")) return out;
  const rulebook::Methodology* m = nullptr;
  std::vector<std::pair<std::string, std::string>> rows;  // of the section: list and index -> label
  const auto label = [&](const std::string& index) {
    for (const auto& [key, text] : rows) {
      if (key == index) return text;
    }
    return index;
  };
  while (!trace.empty()) {
    const std::size_t end = std::min(trace.find('\n'), trace.size());
    const auto f = fields_of(trace.substr(0, end));
    trace.remove_prefix(std::min(end + 1, trace.size()));
    const std::string& word = f.front();
    if (word == "calculation" && f.size() > 4) {
      out.push_back({f[1], f[2], f[3], f[4], {}, {}});
      m = book.methodology(f[2]);
      rows.clear();
    } else if (out.empty()) {
      continue;
    } else if (word == "section") {
      rows.clear();
    } else if (word == "row" && f.size() > 3) {
      rows.emplace_back(f[2], f[3]);
    } else if (word == "input") {
      auto input = input_of(book, m, f, 1, "");
      const bool known = std::ranges::any_of(out.back().inputs, [&](const TraceInput& i) { return i.symbol == input.symbol && i.row == input.row; });
      if (!known) out.back().inputs.push_back(std::move(input));
    } else if (word == "cell" && f.size() > 2) {
      out.back().inputs.push_back(input_of(book, m, f, 2, label(f[1])));
    } else if (word == "step") {
      out.back().steps.push_back(step_of(book, m, f));
    }
  }
  return out;
}

}  // namespace sumi::service
