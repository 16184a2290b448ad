// What every subcommand shares: where its store is, how it prints, how it ends.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/tree.h"
#include "journal/checkpoint.h"
#include "rulebook/rulebook.h"
#include "service/ledger.h"
#include "wire/json.h"
#include "wire/table_text.h"
#include "wire/tree_codec.h"

namespace sumi::cli {

struct Context {
  Language language = Language::ja;
  bool json = false;
  std::string store;          // --store, or SUMI_STORE
  std::string rulebook;       // --rulebook, or SUMI_RULEBOOK, or the rulebook/ beside the program's sources
  std::string signing_key;    // --signing-key, or SUMI_SIGNING_KEY
  std::string as, on_behalf;  // --as LOGIN --for ORGANISATION
  std::string program;        // argv[0]
  std::string server;         // --server, or SUMI_SERVER: what a store would be asked goes to this server's API
  std::string token_file;     // --token-file; else the token is SUMI_TOKEN's
  std::string authority;      // --ca: the certificates to trust instead of the machine's
  std::string command;        // what was typed, without options: "sumi transfer bulk"
  [[nodiscard]] bool remote() const { return !server.empty(); }

  // One of two sentences.
  [[nodiscard]] std::string say(std::string_view ja, std::string_view en) const { return std::string(language == Language::ja ? ja : en); }
  // The store, held by this process. Over a server: cli.server_local_only.
  [[nodiscard]] Result<std::unique_ptr<service::Ledger>> open() const;
  [[nodiscard]] Result<std::shared_ptr<const rulebook::Rulebook>> shipped_rulebook() const;
  // The rulebook that a question is about: the store's where a store is named, else the shipped one.
  [[nodiscard]] Result<std::shared_ptr<const rulebook::Rulebook>> rulebook_for(const std::string& adopted = {}) const;
  // Where the shipped rulebook lies; cli.rulebook_missing.
  [[nodiscard]] Result<std::string> rulebook_folder() const;
  // The store's, else the shipped one with its methodology packs kept but not read: for whoever is writing one of them.
  [[nodiscard]] Result<std::shared_ptr<const rulebook::Rulebook>> data_rulebook() const;
  [[nodiscard]] Result<journal::SigningKey> key() const;
};

// Prints to standard output.
void print(std::string_view text);
void print_json(const Tree& tree);
// A day that an option gives: nothing where it is not given; a refusal names the option.
[[nodiscard]] Result<std::optional<Date>> day_of(const char* option, const std::string& text);
// Writes a file that the user named. One that stands is replaced only if its first line is the same, as an earlier receipt's is: never a key or
// a plan that was named by mistake (cli.file_stands).
Result<void> write_output(const std::string& path, std::string_view text);
// Whether write_output would succeed with a text that begins with that line: asked before something is entered whose report it is.
Result<void> check_output(const std::string& path, std::string_view title);
// A described value as JSON, with every field.
template <class T>
void print_json_of(const T& value) {
  print_json(wire::to_tree(value));
}
// Prints the error to standard error (as JSON where asked) and gives the exit code: its kind, or bad_input where one of its further findings is.
int report(const Error& error, const Context& context);
// Runs f and reports its error.
template <class F>
int guarded(const Context& context, F f) {
  const Result<void> done = f();
  return done ? 0 : report(done.error(), context);
}

// Who acts on a store: --as on demo and training stores, else the administrator.
struct Actor {
  PersonId person;
  OrganisationNumber on_behalf_of;
};
[[nodiscard]] Result<Actor> actor_of(const Context& context, service::Ledger& ledger);

// "J-..-1-100": the template of the rulebook's codes/serial, filled for a range of a batch.
[[nodiscard]] std::string printed_serial(const rulebook::Rulebook& rulebook, const scheme::State& state, BatchNumber batch, std::uint64_t first, std::uint64_t end);

}  // namespace sumi::cli
