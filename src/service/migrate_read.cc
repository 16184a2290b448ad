#include "service/migrate_read.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/csv.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/number.h"
#include "base/tree.h"
#include "project/names.h"
#include "registry/names.h"
#include "service/errors.h"
#include "service/migrate_row.h"
#include "wire/tree_codec.h"

namespace sumi::service {
namespace {

using Key = std::pair<std::string, std::string>;  // list and number of a project

struct FileName {
  std::string file;
  template <class Self, class V> static void fields(Self& s, V& v) { v(Part::open, "file", s.file); }
};
struct Config {
  MigrateSource source;
  std::vector<std::string> removals;
  std::vector<ProjectColumns> projects;
  FileName certifications, blocks, retirements, balances;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "source", s.source);
    v(Part::open, "removals", s.removals);
    v(Part::open, "projects", s.projects);
    v(Part::open, "certifications", s.certifications);
    v(Part::open, "blocks", s.blocks);
    v(Part::open, "retirements", s.retirements);
    v(Part::open, "balances", s.balances);
  }
};

// Names are compared by their letters: width, spaces and the kinds of hyphen do not make another company.
std::string name_key(const std::string& name) {
  auto key = nfkc(name);
  std::erase(key, ' ');
  return key;
}

// "FO-001 ver.2.1", "FO-001Ver 2.4" -> FO-001, 2.1
std::pair<std::string, std::string> split_tag(const std::string& tag) {
  const auto version = tag.find_first_of("vV");
  if (version == std::string::npos) return {trim(tag), ""};
  auto digits = tag.substr(version);
  digits.erase(0, digits.find_first_of("0123456789") == std::string::npos ? digits.size() : digits.find_first_of("0123456789"));
  return {trim(tag.substr(0, version)), trim(digits)};
}

class Reader {
 public:
  explicit Reader(const FileReader& read) : read_(read) {}
  Result<OpeningModel> run();

 private:
  Result<void> configure();
  Result<std::optional<CsvTable>> table(const std::string& file, std::initializer_list<std::string_view> needed);
  Result<void> read_projects(const ProjectColumns& columns);
  void take_project(const ProjectColumns& columns, MigrateRow& row);
  void add_to_project(const ProjectColumns& columns, MigrateRow& row, OpeningProject& project);
  void add_methodology(const ProjectColumns& columns, MigrateRow& row, OpeningProject& project);
  std::optional<std::size_t> organisation(const std::string& name, const std::string& corporate_number, const Place& place);
  Result<void> read_certifications();
  Result<void> read_blocks();
  Result<void> read_uses();
  Result<void> read_balances();
  void join_blocks();
  void sum_up();
  std::optional<std::size_t> certification_of(MigrateRow& row);
  bool keep(MigrateRow& row) {
    ++model_.rows;
    if (row.error()) model_.refused.push_back(*row.error());
    return !row.error();
  }
  void remark(const ErrorDef& def, ErrorArgs args, Place place) { model_.remarks.push_back(make_error(def, args, std::move(place))); }

  const FileReader& read_;
  Config config_;
  std::map<std::string, project::ProjectType> lists_;
  OpeningModel model_;
  std::map<Key, std::size_t> projects_;
  std::map<std::string, std::size_t> by_name_, by_number_;
  std::map<std::pair<std::size_t, std::string>, std::size_t> certifications_;
  std::map<std::tuple<std::size_t, std::string, FiscalYear>, std::vector<std::size_t>> lines_;  // blocks of a line, by first serial once joined
};

Result<void> Reader::configure() {
  SUMI_TRY(const auto text, read_("migrate.toml"));
  SUMI_TRY(auto tree, parse_toml(text, "migrate.toml"));
  const auto take_table = [&](std::string_view name) {
    Tree out = Tree::make_table();
    for (auto it = tree.members.begin(); it != tree.members.end(); ++it) {
      if (it->first != name) continue;
      out = it->second;
      tree.members.erase(it);
      break;
    }
    return out;
  };
  for (const auto& [name, value] : take_table("controls").members) {
    std::uint64_t n = 0;
    const auto [stop, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), n);
    if (error != std::errc{} || stop != value.text.data() + value.text.size()) {
      return fail(errors::migrate_value, {{"column", name}, {"text", value.text}, {"what_ja", "0以上の整数ではありません"}, {"what_en", "is no whole number"}}, value.place);
    }
    model_.controls.push_back({name, n});
  }
  for (const auto& [name, value] : take_table("lists").members) {
    if (value.text != "normal" && value.text != "programme") {
      return fail(errors::migrate_value, {{"column", name}, {"text", value.text}, {"what_ja", "normal か programme ではありません"}, {"what_en", "is neither normal nor programme"}}, value.place);
    }
    lists_[name] = value.text == "normal" ? project::ProjectType::normal : project::ProjectType::programme;
  }
  SUMI_TRY(config_, wire::from_tree<Config>(tree));
  for (const auto& beginning : config_.removals) {
    // Every number begins with nothing.
    if (!trim(beginning).empty()) continue;
    const auto* listed = tree.find("removals");
    return fail(errors::migrate_value, {{"column", "removals"}, {"text", beginning}, {"what_ja", "空です"}, {"what_en", "is empty"}}, listed != nullptr ? listed->place : Place{"migrate.toml"});
  }
  model_.source_title = config_.source.title;
  model_.source_address = config_.source.address;
  SUMI_TRY(model_.source_date, Date::parse(config_.source.date));
  return {};
}

// Nothing where no file is named.
Result<std::optional<CsvTable>> Reader::table(const std::string& file, std::initializer_list<std::string_view> needed) {
  if (file.empty()) return std::nullopt;
  SUMI_TRY(const auto bytes, read_(file));
  SUMI_TRY(const auto text, decode_text(BytesView(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()), file));
  SUMI_TRY(auto table, read_csv(text.utf8, file));
  for (const auto column : needed) {
    if (!column.empty() && !table.column(column)) return fail(errors::migrate_column_missing, {{"column", std::string(column)}}, {file, table.header_line});
  }
  return table;
}

std::optional<std::size_t> Reader::organisation(const std::string& name, const std::string& corporate_number, const Place& place) {
  if (name.empty()) return std::nullopt;
  const auto key = name_key(name);
  if (!corporate_number.empty()) {
    if (const auto known = by_number_.find(corporate_number); known != by_number_.end()) {
      const auto& first = model_.organisations[known->second].name;
      if (name_key(first) != key) remark(errors::migrate_names_of_number, {{"number", corporate_number}, {"first", first}, {"name", name}}, place);
      by_name_.try_emplace(key, known->second);
      return known->second;
    }
  }
  if (const auto known = by_name_.find(key); known != by_name_.end()) {
    auto& row = model_.organisations[known->second];
    if (row.corporate_number.empty() && !corporate_number.empty()) {
      row.corporate_number = corporate_number;
      by_number_[corporate_number] = known->second;
    } else if (!corporate_number.empty() && row.corporate_number != corporate_number) {
      remark(errors::migrate_numbers_of_name, {{"name", name}, {"first", row.corporate_number}, {"number", corporate_number}}, place);
    }
    return known->second;
  }
  const auto index = model_.organisations.size();
  model_.organisations.push_back({name, corporate_number});
  by_name_[key] = index;
  if (!corporate_number.empty()) by_number_[corporate_number] = index;
  return index;
}

void Reader::add_methodology(const ProjectColumns& columns, MigrateRow& row, OpeningProject& project) {
  auto number = row.text(columns.methodology);
  auto version = row.text(columns.methodology_version);
  if (const auto tag = row.text(columns.methodology_tag); !tag.empty()) std::tie(number, version) = split_tag(tag);
  if (number.empty()) return row.wrong(columns.methodology.empty() ? columns.methodology_tag : columns.methodology, number, "空です", "is empty");
  for (const auto& use : project.command.methodologies) {
    if (use.number != number) continue;
    if (use.version != version) {
      remark(errors::migrate_differs, {{"field", "methodology_version"}, {"first", use.version}, {"second", version}, {"number", project.command.number}}, row.place());
    }
    return;
  }
  const bool removal = std::any_of(config_.removals.begin(), config_.removals.end(), [&](const auto& p) { return number.starts_with(p); });
  project.command.methodologies.push_back({number, version, {}, false, removal, removal});
}

// A later row or file of the same project: another methodology, or what the first did not say. Where both say it and differ, the first stands.
void Reader::add_to_project(const ProjectColumns& columns, MigrateRow& row, OpeningProject& project) {
  auto& c = project.command;
  const auto compare = [&](const char* field, const std::string& first, const std::string& second) {
    if (!second.empty() && !first.empty() && name_key(first) != name_key(second)) {
      remark(errors::migrate_differs, {{"field", field}, {"first", first}, {"second", second}, {"number", c.list + " " + c.number}}, row.place());
    }
  };
  compare("place", c.place, row.text(columns.place));
  if (const auto applied = row.date_or_none(columns.applied_on)) compare("applied_on", c.applied_on.to_string(), applied->to_string());
  const auto name = row.text(columns.implementer);
  const auto corporate = row.corporate_number(columns.corporate_number);
  if (row.error()) return;
  if (project.implementer) {
    auto& known = model_.organisations[*project.implementer];
    compare("implementer", known.name, name);
    if (known.corporate_number.empty() && !corporate.empty() && !by_number_.contains(corporate) && name_key(known.name) == name_key(name)) {
      known.corporate_number = corporate;
      by_number_[corporate] = *project.implementer;
    }
  }
  if (const auto start = row.date_or_none(columns.period_start); start && !c.period_start) c.period_start = start;
  if (const auto end = row.date_or_none(columns.period_end)) {
    if (!c.period_end) c.period_end = end;
    else compare("period_end", c.period_end->to_string(), end->to_string());
  }
  add_methodology(columns, row, project);
}

void Reader::take_project(const ProjectColumns& columns, MigrateRow& row) {
  const auto list = columns.list.empty() ? columns.list_is : row.needed(columns.list);
  const auto number = row.needed(columns.number);
  const auto type = lists_.find(list);
  if (type == lists_.end() && !row.error()) row.refuse(make_error(errors::migrate_list_unknown, {{"list", list}}, row.place(columns.list)));
  if (row.error()) return;
  if (const auto known = projects_.find({list, number}); known != projects_.end()) return add_to_project(columns, row, model_.projects[known->second]);

  OpeningProject project;
  project.place = row.place();
  auto& c = project.command;
  c.list = list;
  c.number = number;
  c.type = type->second;
  c.title = row.needed(columns.title);
  c.place = row.needed(columns.place);
  c.region = row.text(columns.region);
  c.applied_on = row.date(columns.applied_on);
  c.round = row.number_or_none(columns.round);
  c.period_start = row.date_or_none(columns.period_start);
  c.period_end = row.date_or_none(columns.period_end);
  c.expected_t = row.text(columns.expected_t);
  if (!c.expected_t.empty() && !Decimal::parse(c.expected_t)) row.wrong(columns.expected_t, c.expected_t, "数ではありません", "is no number");
  if (c.period_start && c.period_end && *c.period_end < *c.period_start) row.wrong(columns.period_end, c.period_end->to_string(), "期間の始まりより前です", "is before the period's start");
  auto name = row.text(columns.implementer);
  const auto corporate = row.corporate_number(columns.corporate_number);
  // The lists note a withdrawn registration behind the implementer's name.
  for (const char* bracket : {"(", "（"}) {
    const auto at = name.find(bracket);
    if (at == std::string::npos || name.find("プロジェクト登録取消", at) == std::string::npos) continue;
    remark(errors::migrate_cancelled, {{"number", list + " " + number}, {"note", name.substr(at)}}, row.place(columns.implementer));
    name = trim(name.substr(0, at));
    c.cancelled = true;
    break;
  }
  add_methodology(columns, row, project);
  if (row.error()) return;
  // A natural person stands as 個人, alone or behind the others: it is not registered.
  const bool person = name.ends_with("個人");
  if (person) {
    name.resize(name.size() - std::string_view("個人").size());
    for (const char* sign : {"、", "・", " "}) {
      if (name.ends_with(sign)) name.resize(name.size() - std::string_view(sign).size());
    }
    name = trim(name);
  }
  if (person || name.empty()) remark(errors::migrate_no_proponent, {{"number", list + " " + number}}, row.place(columns.implementer));
  if (!name.empty()) {
    project.implementer = organisation(name, corporate, row.place(columns.implementer));
  }
  if (!c.period_end && !columns.period_end.empty()) remark(errors::migrate_no_period_end, {{"number", list + " " + number}}, row.place(columns.period_end));
  projects_[{list, number}] = model_.projects.size();
  model_.projects.push_back(std::move(project));
}

Result<void> Reader::read_projects(const ProjectColumns& columns) {
  SUMI_TRY(const auto found, table(columns.file, {columns.list, columns.number, columns.applied_on, columns.round, columns.implementer, columns.corporate_number, columns.title,
                                                     columns.place, columns.region, columns.methodology, columns.methodology_version, columns.methodology_tag,
                                                     columns.period_start, columns.period_end, columns.expected_t}));
  if (!found) return fail(errors::migrate_column_missing, {{"column", "file"}}, {"migrate.toml"});
  for (const auto& r : found->rows) {
    MigrateRow row(*found, r);
    take_project(columns, row);
    (void)keep(row);
  }
  return {};
}

std::optional<std::size_t> Reader::certification_of(MigrateRow& row) {
  const auto list = row.needed("list");
  const auto number = row.needed("number");
  const auto certification = row.needed("certification");
  if (row.error()) return std::nullopt;
  const auto project = projects_.find({list, number});
  if (project == projects_.end()) {
    row.refuse(make_error(errors::migrate_project_unknown, {{"list", list}, {"number", number}}, row.place("number")));
    return std::nullopt;
  }
  const auto found = certifications_.find({project->second, certification});
  if (found == certifications_.end()) {
    row.refuse(make_error(errors::migrate_certification_unknown, {{"certification", certification}, {"number", list + " " + number}}, row.place("certification")));
    return std::nullopt;
  }
  return found->second;
}

Result<void> Reader::read_certifications() {
  SUMI_TRY(const auto found, table(config_.certifications.file, {"list", "number", "certification", "certified_on", "programme_code", "credit_type", "methodology", "vintage", "tonnes"}));
  if (!found) return {};
  for (const auto& r : found->rows) {
    MigrateRow row(*found, r);
    OpeningCertification c;
    c.place = row.place();
    const auto list = row.needed("list");
    const auto number = row.needed("number");
    c.command.number = row.needed("certification");
    c.command.certified_on = row.date("certified_on");
    c.command.round = row.number_or_none("round");
    c.command.programme_code = row.needed("programme_code");
    c.command.credit_type = row.needed("credit_type");
    const scheme::OpenedLine line{row.needed("methodology"), row.fiscal_year("vintage", true), row.number("tonnes")};
    if (line.tonnes == 0) row.wrong("tonnes", "0", "1以上ではありません", "is not 1 or more");
    // Beyond it the sums over all certifications could wrap, and agree with controls that wrapped as well.
    if (line.tonnes >= limits::certified_tonnes_max) row.wrong("tonnes", std::to_string(line.tonnes), "大きすぎます", "is too large");
    const auto project = projects_.find({list, number});
    if (!row.error() && project == projects_.end()) row.refuse(make_error(errors::migrate_project_unknown, {{"list", list}, {"number", number}}, row.place("number")));
    if (!row.error()) {
      const auto& uses = model_.projects[project->second].command.methodologies;
      const bool known = std::any_of(uses.begin(), uses.end(), [&](const auto& use) { return use.number == line.methodology; });
      if (!known) row.refuse(make_error(errors::migrate_methodology_unknown, {{"methodology", line.methodology}, {"number", list + " " + number}}, row.place("methodology")));
    }
    if (!row.error()) {
      const auto [it, fresh] = certifications_.try_emplace({project->second, c.command.number}, model_.certifications.size());
      if (fresh) {
        c.project = project->second;
        model_.certifications.push_back(c);
      }
      auto& known = model_.certifications[it->second].command;
      const bool same = known.certified_on == c.command.certified_on && known.programme_code == c.command.programme_code && known.credit_type == c.command.credit_type;
      const bool twice = std::any_of(known.lines.begin(), known.lines.end(), [&](const auto& l) { return l.methodology == line.methodology && l.vintage == line.vintage; });
      if (!same || twice) {
        row.refuse(make_error(errors::migrate_row_twice, {{"what", c.command.number}, {"line", std::to_string(model_.certifications[it->second].place.line)}}, row.place("certification")));
      } else {
        known.lines.push_back(line);
      }
    }
    (void)keep(row);
  }
  return {};
}

Result<void> Reader::read_blocks() {
  SUMI_TRY(const auto found, table(config_.blocks.file, {"list", "number", "certification", "methodology", "vintage", "first", "last", "issued_on", "holder"}));
  if (!found) return {};
  for (const auto& r : found->rows) {
    MigrateRow row(*found, r);
    OpeningBlock b;
    b.place = row.place();
    b.methodology = row.needed("methodology");
    b.vintage = row.fiscal_year("vintage", true);
    b.first = row.number("first");
    b.end = row.number("last") + 1;
    b.issued_on = row.date("issued_on");
    const auto holder = row.needed("holder");
    const auto corporate = row.corporate_number("holder_corporate_number");
    const auto account = row.text("account");
    if (!account.empty() && account != "holding" && account != "buffer") row.wrong("account", account, "holding か buffer ではありません", "is neither holding nor buffer");
    if (!row.error() && (b.first == 0 || b.end <= b.first)) row.wrong("last", std::to_string(b.end - 1), "始めの番号より前です", "is before the first serial");
    const auto certification = certification_of(row);
    if (!row.error()) {
      b.certification = *certification;
      auto& blocks = lines_[{b.certification, b.methodology, b.vintage}];
      const auto& lines = model_.certifications[b.certification].command.lines;
      const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) { return l.methodology == b.methodology && l.vintage == b.vintage; });
      std::uint64_t opened = b.end - b.first;
      for (const auto i : blocks) {
        const auto& other = model_.blocks[i];
        opened += other.end - other.first;
        if (other.first < b.end && b.first < other.end) {
          row.refuse(make_error(errors::migrate_serials_overlap, {{"line", std::to_string(other.place.line)}}, row.place("first")));
        }
      }
      if (line == lines.end()) {
        row.refuse(make_error(errors::migrate_methodology_unknown, {{"methodology", b.methodology + " " + b.vintage.to_string()}, {"number", model_.certifications[b.certification].command.number}}, row.place("methodology")));
      } else if (opened > line->tonnes) {
        row.refuse(make_error(errors::migrate_line_exceeded, {{"opened", std::to_string(opened)}, {"certified", std::to_string(line->tonnes)}}, row.place("last")));
      }
      if (b.issued_on < model_.certifications[b.certification].command.certified_on) row.wrong("issued_on", b.issued_on.to_string(), "認証の日より前です", "is before the certification");
      if (!row.error()) {
        b.parts.push_back({b.end, *organisation(holder, corporate, row.place("holder")), account == "buffer"});
        blocks.push_back(model_.blocks.size());
        model_.blocks.push_back(std::move(b));
      }
    }
    (void)keep(row);
  }
  join_blocks();
  return {};
}

// Rows that follow one another without a gap and were issued on one day are one block of serials with several holders.
void Reader::join_blocks() {
  std::vector<OpeningBlock> joined;
  for (auto& [line, blocks] : lines_) {
    std::sort(blocks.begin(), blocks.end(), [&](auto a, auto b) { return model_.blocks[a].first < model_.blocks[b].first; });
    std::vector<std::size_t> kept;
    for (const auto i : blocks) {
      auto& b = model_.blocks[i];
      if (!kept.empty() && joined[kept.back()].end == b.first && joined[kept.back()].issued_on == b.issued_on) {
        joined[kept.back()].end = b.end;
        joined[kept.back()].parts.push_back(b.parts.front());
      } else {
        kept.push_back(joined.size());
        joined.push_back(std::move(b));
      }
    }
    blocks = std::move(kept);
  }
  model_.blocks = std::move(joined);
}

Result<void> Reader::read_uses() {
  SUMI_TRY(const auto found, table(config_.retirements.file, {"list", "number", "certification", "methodology", "vintage", "first", "last", "holder", "end_use", "purpose", "used_on"}));
  if (!found) return {};
  std::map<std::size_t, std::vector<std::pair<std::uint64_t, std::uint64_t>>> used;
  for (const auto& r : found->rows) {
    MigrateRow row(*found, r);
    OpeningUse u;
    u.place = row.place();
    const auto methodology = row.needed("methodology");
    const auto vintage = row.fiscal_year("vintage", true);
    u.first = row.number("first");
    u.end = row.number("last") + 1;
    const auto holder = row.needed("holder");
    u.end_use = row.word<registry::EndUse>("end_use");
    u.purpose = row.needed("purpose");
    const auto user = row.text("user");
    const auto user_number = row.corporate_number("user_corporate_number");
    u.fiscal_year = row.fiscal_year("fiscal_year", false);
    u.used_on = row.date("used_on");
    if (!row.error() && (u.first == 0 || u.end <= u.first)) row.wrong("last", std::to_string(u.end - 1), "始めの番号より前です", "is before the first serial");
    const auto certification = certification_of(row);
    if (!row.error()) {
      const auto elsewhere = [&] {
        row.refuse(make_error(errors::migrate_units_elsewhere, {{"range", std::to_string(u.first) + "-" + std::to_string(u.end - 1)}, {"holder", holder}}, row.place("first")));
      };
      const auto holder_known = by_name_.find(name_key(holder));
      const auto line = lines_.find({*certification, methodology, vintage});
      std::optional<std::size_t> block;
      if (line != lines_.end()) {
        for (const auto i : line->second) {
          if (model_.blocks[i].first <= u.first && u.end <= model_.blocks[i].end) block = i;
        }
      }
      if (!block || holder_known == by_name_.end()) {
        elsewhere();
      } else {
        u.block = *block;
        u.holder = holder_known->second;
        auto from = model_.blocks[*block].first;
        for (const auto& part : model_.blocks[*block].parts) {
          const bool touches = from < u.end && u.first < part.end;
          if (touches && (part.holder != u.holder || part.buffer)) elsewhere();
          from = part.end;
        }
        for (const auto& [first, end] : used[*block]) {
          if (first < u.end && u.first < end) row.refuse(make_error(errors::migrate_serials_overlap, {{"line", "?"}}, row.place("first")));
        }
        if (u.used_on < model_.blocks[*block].issued_on) row.wrong("used_on", u.used_on.to_string(), "発行の日より前です", "is before the issue");
        if (!row.error()) {
          if (!user.empty()) u.user = organisation(user, user_number, row.place("user"));
          used[*block].emplace_back(u.first, u.end);
          model_.uses.push_back(std::move(u));
        }
      }
    }
    (void)keep(row);
  }
  return {};
}

Result<void> Reader::read_balances() {
  SUMI_TRY(const auto found, table(config_.balances.file, {"holder", "account", "held_t"}));
  if (!found) return {};
  std::map<std::pair<std::size_t, bool>, std::uint64_t> held;
  for (const auto& b : model_.blocks) {
    auto from = b.first;
    for (const auto& part : b.parts) {
      held[{part.holder, part.buffer}] += part.end - from;
      from = part.end;
    }
  }
  for (const auto& u : model_.uses) held[{u.holder, false}] -= u.end - u.first;
  const auto differs = [&](const std::string& holder, std::uint64_t given, std::uint64_t computed, Place place) {
    model_.refused.push_back(make_error(errors::migrate_balance_differs, {{"holder", holder}, {"given", std::to_string(given)}, {"computed", std::to_string(computed)}}, std::move(place)));
  };
  for (const auto& r : found->rows) {
    MigrateRow row(*found, r);
    const auto holder = row.needed("holder");
    const auto account = row.needed("account");
    const auto given = row.number("held_t");
    if (keep(row)) {
      const auto known = by_name_.find(name_key(holder));
      const auto it = known == by_name_.end() ? held.end() : held.find({known->second, account == "buffer"});
      const auto computed = it == held.end() ? 0 : it->second;
      if (computed != given) differs(holder, given, computed, row.place("held_t"));
      if (it != held.end()) held.erase(it);
    }
  }
  for (const auto& [key, amount] : held) {
    if (amount != 0) differs(model_.organisations[key.first].name, 0, amount, {found->file_name});
  }
  return {};
}

void Reader::sum_up() {
  std::map<std::string, std::uint64_t> sums;
  std::uint64_t cancelled_projects = 0, certified = 0;
  for (const auto& p : model_.projects) cancelled_projects += p.command.cancelled ? 1 : 0;
  for (const auto& c : model_.certifications) {
    for (const auto& line : c.command.lines) certified += line.tonnes;
  }
  for (const auto& b : model_.blocks) {
    sums["opened_t"] += b.end - b.first;
    auto from = b.first;
    for (const auto& part : b.parts) {
      sums[part.buffer ? "buffer_t" : "held_t"] += part.end - from;
      from = part.end;
    }
  }
  for (const auto& u : model_.uses) {
    const auto* name = u.end_use == registry::EndUse::retirement ? "retired_t" : u.end_use == registry::EndUse::state_target ? "retired_for_state_t" : "cancelled_t";
    sums[name] += u.end - u.first;
    sums["held_t"] -= u.end - u.first;
  }
  model_.computed = {{"projects", model_.projects.size()}, {"projects_cancelled", cancelled_projects}, {"certifications", model_.certifications.size()}, {"certified_t", certified}};
  for (const char* name : {"opened_t", "held_t", "buffer_t", "retired_t", "retired_for_state_t", "cancelled_t"}) model_.computed.push_back({name, sums[name]});
  for (const auto& t : model_.computed) {
    const auto given = std::find_if(model_.controls.begin(), model_.controls.end(), [&](const auto& g) { return g.name == t.name; });
    const std::string text = given == model_.controls.end() ? "-" : std::to_string(given->value);
    if (given == model_.controls.end() || given->value != t.value) {
      model_.refused.push_back(make_error(errors::migrate_control_differs, {{"name", t.name}, {"given", text}, {"computed", std::to_string(t.value)}}, {"migrate.toml"}));
    }
  }
}

Result<OpeningModel> Reader::run() {
  SUMI_CHECK(configure());
  for (const auto& columns : config_.projects) SUMI_CHECK(read_projects(columns));
  SUMI_CHECK(read_certifications());
  SUMI_CHECK(read_blocks());
  SUMI_CHECK(read_uses());
  SUMI_CHECK(read_balances());
  for (const auto& p : model_.projects) {
    const auto& c = p.command;
    if (c.period_start && *c.period_start < c.applied_on) {
      remark(errors::migrate_start_before_application, {{"number", c.list + " " + c.number}, {"start", c.period_start->to_string()}, {"applied", c.applied_on.to_string()}}, p.place);
    }
  }
  sum_up();
  return std::move(model_);
}

}  // namespace

Result<OpeningModel> read_opening(const FileReader& read) { return Reader(read).run(); }

}  // namespace sumi::service
