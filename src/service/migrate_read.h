// A registry that already runs, as files: what `sumi migrate` reads, before anything of it is entered.
//
// A folder with `migrate.toml` and the CSV files that it names:
//
//   [source]                      title, date, address: shown wherever the figures are
//   [controls]                    the sums that the opening must come to: projects, projects_cancelled, certifications, certified_t, opened_t,
//                                 held_t, buffer_t, retired_t, retired_for_state_t, cancelled_t
//   [lists]                       name of a list = "normal" or "programme"
//   removals = ["FO-"]            methodologies, by how their number begins, that remove CO2 and are nature-based
//   [[projects]]                  file, and which of its columns holds what (see ProjectColumns); several files, the later ones add to the earlier
//   [certifications] [blocks] [retirements] [balances]      file = "..."; their columns have fixed names:
//     certifications  list, number, certification, certified_on, round, programme_code, credit_type, methodology, vintage, tonnes
//     blocks          list, number, certification, methodology, vintage, first, last, issued_on, holder, holder_corporate_number, account
//     retirements     list, number, certification, methodology, vintage, first, last, holder, end_use, purpose, user, user_corporate_number, fiscal_year, used_on
//     balances        holder, account, held_t
//   A block says who holds its serials, or held them when they were used; `account` is holding or buffer. Serials are inclusive, as they are printed.
//
// A row that cannot be taken is refused by itself, with file, line, column, reason and remedy; what is odd but true is a remark.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/describe.h"
#include "base/result.h"
#include "scheme/commands.h"

namespace sumi::service {

struct MigrateSource {
  std::string title, date, address;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "title", s.title);
    v(Part::open, "date", s.date);
    v(Part::open, "address", s.address);
  }
};
// Which column holds what; "" = none. `list_is` gives the list where no column does; `methodology_tag` is number and version in one cell.
struct ProjectColumns {
  std::string file, list, list_is, number, applied_on, round, implementer, corporate_number, title, place, region, methodology, methodology_version, methodology_tag,
      period_start, period_end, expected_t;
  template <class Self, class V> static void fields(Self& s, V& v) {
    v(Part::open, "file", s.file);
    v(Part::open, "list", s.list);
    v(Part::open, "list_is", s.list_is);
    v(Part::open, "number", s.number);
    v(Part::open, "applied_on", s.applied_on);
    v(Part::open, "round", s.round);
    v(Part::open, "implementer", s.implementer);
    v(Part::open, "corporate_number", s.corporate_number);
    v(Part::open, "title", s.title);
    v(Part::open, "place", s.place);
    v(Part::open, "region", s.region);
    v(Part::open, "methodology", s.methodology);
    v(Part::open, "methodology_version", s.methodology_version);
    v(Part::open, "methodology_tag", s.methodology_tag);
    v(Part::open, "period_start", s.period_start);
    v(Part::open, "period_end", s.period_end);
    v(Part::open, "expected_t", s.expected_t);
  }
};

struct OpeningOrganisation {
  std::string name;
  std::string corporate_number;  // "" = not known
};
struct OpeningProject {
  scheme::OpenProject command;           // proponents are filled when they have numbers
  std::optional<std::size_t> implementer;  // index of the organisation
  Place place;
};
struct OpeningCertification {
  std::size_t project = 0;
  scheme::OpenCertification command;
  Place place;
};
struct OpeningBlock {  // neighbouring rows of one line of a certification
  std::size_t certification = 0;
  std::string methodology;
  FiscalYear vintage;
  Date issued_on;
  std::uint64_t first = 0, end = 0;
  struct Part {
    std::uint64_t end = 0;
    std::size_t holder = 0;
    bool buffer = false;
  };
  std::vector<Part> parts;  // in the order of their serials
  Place place;
};
struct OpeningUse {
  std::size_t block = 0;
  std::uint64_t first = 0, end = 0;
  std::size_t holder = 0;
  registry::EndUse end_use = registry::EndUse::retirement;
  std::string purpose;
  std::optional<std::size_t> user;
  FiscalYear fiscal_year;
  Date used_on;
  Place place;
};
struct OpeningModel {
  std::string source_title, source_address;
  Date source_date;
  std::vector<scheme::ControlTotal> controls;  // as given
  std::vector<scheme::ControlTotal> computed;  // what the rows that were taken come to
  std::vector<OpeningOrganisation> organisations;
  std::vector<OpeningProject> projects;
  std::vector<OpeningCertification> certifications;
  std::vector<OpeningBlock> blocks;
  std::vector<OpeningUse> uses;
  std::uint64_t rows = 0;
  std::vector<Error> refused;  // one per row that was not taken, or sum that differs
  std::vector<Error> remarks;
};

// `read` gives a file of the folder by its name. Errors: migrate.toml or a file is missing or cannot be read at all.
using FileReader = std::function<Result<std::string>(const std::string&)>;
[[nodiscard]] Result<OpeningModel> read_opening(const FileReader& read);

}  // namespace sumi::service
