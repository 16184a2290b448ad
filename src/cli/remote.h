// The API of a server, as the subcommands ask it (`sumi --server URL`): JSON in trees, lists whole, refusals as the errors that the same command would have on a store.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/tree.h"
#include "cli/context.h"
#include "outbound/api_client.h"

namespace sumi::cli {

class Remote {
 public:
  // Reads the token's file. Errors: those of outbound::ApiClient::make and of reading the file.
  [[nodiscard]] static Result<Remote> open(const Context& context);

  // A path begins behind "/api/v1". Errors: the server's refusals, under their own numbers; outbound's; outbound.api_answer.
  [[nodiscard]] Result<Tree> get(const std::string& path);
  // Every item, page by page.
  [[nodiscard]] Result<std::vector<Tree>> list(const std::string& path);
  [[nodiscard]] Result<std::string> file(const std::string& path);
  // Each with a key of its own, which stays the same when it is sent again.
  [[nodiscard]] Result<Tree> post(const std::string& path, const Tree& body, std::vector<std::pair<std::string, std::string>> headers = {});
  [[nodiscard]] Result<Tree> post_keyed(const std::string& path, const Tree& body, const std::string& key);
  [[nodiscard]] Result<Tree> upload(const std::string& path, std::string_view type, std::string bytes);
  // What goes on behind the request (docs/remote.md): begun, then waited for, with its progress on standard error. The answer is what stands in the job's `field`. Where a stop of
  // the server cut it off it is begun again with its key. Errors: the refusal with which the work ended.
  [[nodiscard]] Result<Tree> upload_and_wait(const std::string& path, std::string_view type, const std::string& bytes, const std::string& field);
  // A file that is made behind the request by POST to that path.
  [[nodiscard]] Result<std::string> made_file(const std::string& path);
  // The same as values of a described type. Errors: outbound.api_answer too, where the server is of another version and describes it otherwise.
  template <class T> [[nodiscard]] Result<T> get_as(const std::string& path) {
    SUMI_TRY(const Tree tree, get(path));
    return as<T>(tree, path);
  }
  template <class T> [[nodiscard]] Result<std::vector<T>> list_as(const std::string& path) {
    SUMI_TRY(const auto trees, list(path));
    std::vector<T> all;
    for (const Tree& tree : trees) {
      SUMI_TRY(T one, as<T>(tree, path));
      all.push_back(std::move(one));
    }
    return all;
  }
  [[nodiscard]] const std::string& host() const { return client_.host(); }

 private:
  explicit Remote(outbound::ApiClient client) : client_(std::move(client)) {}
  Result<std::string> send(outbound::ApiRequest request, std::string_view accepted);
  // The job as it ended. `begin`: the request that begins it, which carries a key.
  Result<Tree> done_job(const outbound::ApiRequest& begin);
  Result<Tree> waited_for(const std::string& id);
  Result<Tree> tree_of(Result<std::string> answer) const;
  [[nodiscard]] Error strange(const std::string& what) const;
  template <class T> [[nodiscard]] Result<T> as(const Tree& tree, const std::string& path) const {
    auto value = wire::from_tree<T>(tree);
    if (!value) return fail(strange(path));
    return *std::move(value);
  }
  outbound::ApiClient client_;
  bool quiet_ = false;  // no progress: the output is JSON, or nobody looks
  std::vector<std::pair<std::string, std::string>> headers_;  // of every request
};

// What an answer says of one thing that does not fit (a finding: code, ja and en or text.ja and text.en, remedy likewise, source, line) as an error of `file`.
[[nodiscard]] Error told_error(const Tree& told, const std::string& file);
// Of a list of members nothing is taken where a row is wrong: every such row's findings as one error.
[[nodiscard]] Result<void> list_refusals(const Tree& told, const std::string& file);
// 32 hexadecimal digits of chance.
[[nodiscard]] std::string new_key();
// The text of a member, "" where there is none; of a member of a member by "a.b".
[[nodiscard]] std::string text_at(const Tree& tree, std::string_view path);
// Which of two texts the context's language wants, of a {"ja":..., "en":...}; "": of the tree itself.
[[nodiscard]] std::string words_at(const Context& context, const Tree& tree, std::string_view path);

// The rulebook of this machine, for calculations on files; where the server has adopted another, standard error says so.
Result<void> note_rulebook(const Context& context, const rulebook::Rulebook& book);

// Where the subcommand that was typed goes. `server_typed`, `store_typed`: whether the option itself was given, and not only its environment variable.
// Errors: cli.server_and_store, server_as, server_local_only.
Result<void> settle_place(Context& context, bool server_typed, bool store_typed);

}  // namespace sumi::cli
