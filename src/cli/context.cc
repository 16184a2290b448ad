#include "cli/context.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "base/file.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "rulebook/methodology.h"
#include "service/papers.h"
#include "service/errors.h"

namespace sumi::cli {
namespace fs = std::filesystem;

void print(std::string_view text) { std::cout << text; }
void print_json(const Tree& tree) { std::cout << wire::to_json(tree, true); }

namespace {

// The remedy with its placeholders filled, by the hand that fills sentences.
std::string remedy_of(const Error& error, Language language) {
  ErrorDef def = *error.def;
  def.ja = def.remedy_ja;
  def.en = def.remedy_en;
  return sentence(Error{&def, error.args, {}, {}}, language);
}

}  // namespace

int report(const Error& error, const Context& context) {
  std::cout.flush();  // what was printed before comes before
  if (context.json) {
    const auto tree_of = [&](const Error& e) {
      Tree t = Tree::make_table();
      t.add("error", Tree::make_string(qualified_name(*e.def)));
      t.add("message", Tree::make_string(sentence(e, context.language)));
      if (const auto remedy = remedy_of(e, context.language); !remedy.empty()) t.add("remedy", Tree::make_string(remedy));
      if (!e.def->source.empty()) t.add("source", Tree::make_string(std::string(e.def->source)));
      if (!e.place.file.empty()) t.add("file", Tree::make_string(e.place.file));
      if (e.place.line != 0) t.add("line", Tree::make_number(std::to_string(e.place.line)));
      if (e.place.column != 0) t.add("column", Tree::make_number(std::to_string(e.place.column)));
      return t;
    };
    Tree t = tree_of(error);
    if (!error.also.empty()) {
      auto& also = t.add("also", Tree::make_array());
      for (const auto& e : error.also) also.items.push_back(tree_of(e));
    }
    std::cerr << wire::to_json(t, true);
  } else {
    std::cerr << describe_error(error, context.language) << "\n";
  }
  // A finding that something cannot be read goes before what a rule says of the rest.
  const bool unread = std::any_of(error.also.begin(), error.also.end(), [](const Error& e) { return e.def->kind == ErrorKind::bad_input; });
  return static_cast<int>(error.def->kind == ErrorKind::refused && unread ? ErrorKind::bad_input : error.def->kind);
}

Result<std::optional<Date>> day_of(const char* option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto day = Date::parse(text);
  if (!day) return fail(std::move(day).error().at({option}));
  return *day;
}

namespace {

// A file of the same kind is written over, another is not.
Result<void> check_title(const std::string& path, std::string_view title) {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return {};
  const auto standing = read_file(path);
  if (standing && !title.empty() && !standing->starts_with(title)) return fail(errors::file_stands, {{"path", path}});
  return {};
}

}  // namespace

Result<void> write_output(const std::string& path, std::string_view text) {
  SUMI_CHECK(check_title(path, text.substr(0, text.find('\n') + 1)));
  return write_file_atomic(path, text);
}

Result<void> check_output(const std::string& path, std::string_view title) {
  SUMI_CHECK(check_title(path, title));
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return fail(errors::file_stands, {{"path", path}});
  // Permissions alone do not tell: a full or read-only disk is told by a file.
  const auto probe = path + ".probe";
  SUMI_CHECK(write_file_atomic(probe, title));
  fs::remove(probe, ignored);
  return {};
}

Result<std::unique_ptr<service::Ledger>> Context::open() const {
  if (remote()) return fail(errors::server_local_only, {{"command", command}, {"why_ja", ""}, {"why_en", ""}});
  if (store.empty()) return fail(errors::store_not_named);
  auto ledger = service::Ledger::open(store);
  if (ledger) {
    for (const auto& remark : (*ledger)->opening_remarks()) std::cerr << "! " << remark << "\n";
    return ledger;
  }
  Error error = std::move(ledger).error();
  if (error.place.file.empty() && error.def->room == "journal") error.place.file = store + "/journal.db";
  return fail(std::move(error));
}

Result<std::string> Context::rulebook_folder() const {
  std::string path = rulebook;
  if (path.empty()) {
    // Beside the program when it is installed, else the sources' own: build/<preset>/sumi -> rulebook.
    std::error_code ignored;
    const auto self = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const auto& candidate : {fs::path("rulebook"), self / "rulebook", self / "../../rulebook", self / "../share/sumi/rulebook"}) {
      if (fs::is_directory(candidate / "packs", ignored)) {
        path = candidate.string();
        break;
      }
    }
    if (path.empty()) path = "rulebook";
  }
  std::error_code ignored;
  if (!fs::is_directory(path, ignored)) return fail(errors::rulebook_missing, {{"path", path}});
  return path;
}

Result<std::shared_ptr<const rulebook::Rulebook>> Context::shipped_rulebook() const {
  SUMI_TRY(const auto folder, rulebook_folder());
  SUMI_TRY(auto book, rulebook::Rulebook::load(folder, rulebook::read_methodology));
  return std::make_shared<const rulebook::Rulebook>(std::move(book));
}

Result<std::shared_ptr<const rulebook::Rulebook>> Context::data_rulebook() const {
  if (!store.empty()) return rulebook_for();
  SUMI_TRY(const auto folder, rulebook_folder());
  SUMI_TRY(auto book, rulebook::Rulebook::load(folder));
  return std::make_shared<const rulebook::Rulebook>(std::move(book));
}

Result<std::shared_ptr<const rulebook::Rulebook>> Context::rulebook_for(const std::string& adopted) const {
  if (remote()) {
    SUMI_TRY(auto book, shipped_rulebook());
    SUMI_CHECK(note_rulebook(*this, *book));
    return book;
  }
  if (store.empty()) return shipped_rulebook();
  std::optional<Date> day;
  if (!adopted.empty()) {
    SUMI_TRY(day, day_of("--adopted", adopted));
  }
  SUMI_TRY(const auto ledger, open());
  return ledger->rulebook(day);
}

Result<journal::SigningKey> Context::key() const {
  if (signing_key.empty()) return fail(errors::key_not_named);
  return journal::SigningKey::load(signing_key);
}

Result<Actor> actor_of(const Context& context, service::Ledger& ledger) {
  Actor actor;
  scheme::StoreKind kind{};
  std::optional<PersonId> administrator;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    kind = state.meta().kind;
    for (const auto& [key, row] : state.grants()) {
      if (key.role == scheme::Role::administrator && !administrator) administrator = key.person;
    }
  }));
  if (!context.as.empty()) {
    if (kind == scheme::StoreKind::production) return fail(service::errors::as_not_allowed);
    SUMI_TRY(const auto person, ledger.people().person(context.as));
    actor.person = person.id;
  } else if (administrator) {
    actor.person = *administrator;
  }
  if (!context.on_behalf.empty()) {
    const auto number = Integer::parse(context.on_behalf);
    const auto value = number ? number->to_u64() : std::nullopt;
    if (!value || *value == 0) return fail(errors::number_syntax, {{"text", context.on_behalf}}, {"--for"});
    actor.on_behalf_of = {*value};
  }
  return actor;
}

std::string printed_serial(const rulebook::Rulebook& rulebook, const scheme::State& state, BatchNumber batch, std::uint64_t first, std::uint64_t end) {
  return service::printed_serial(rulebook, state, batch, first, end);
}

}  // namespace sumi::cli
