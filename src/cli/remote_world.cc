#include "cli/remote_world.h"

#include <algorithm>
#include <optional>

#include "base/file.h"
#include "base/limits.h"
#include "cli/errors.h"
#include "outbound/errors.h"
#include "project/names.h"
#include "registry/names.h"
#include "scenario/bindings.h"
#include "scheme/names.h"
#include "wire/tree_codec.h"

namespace sumi::cli {

namespace {

std::string number_text(std::uint64_t n) { return std::to_string(n); }
std::string case_path(ProjectNumber project) { return "/proponent/cases/" + number_text(project.value); }
std::string review_path(ProjectNumber project) { return "/verifier/reviews/" + number_text(project.value); }

// "members[3].name" -> "members.3.name", as scenario::set_path takes it.
std::string dotted(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (c == '[') out += '.';
    else if (c != ']') out += c;
  }
  return out;
}

// A command as the API takes it: its fields, with the texts that are to be sealed in their places.
Tree body_of(const scenario::Submission& s, std::size_t index) {
  Tree body = std::visit([](const auto& c) { return wire::to_tree(c); }, s.commands[index]);
  for (const auto& text : s.sealed) {
    if (text.command == index) scenario::set_path(body, dotted(text.field), Tree::make_string(text.text));
  }
  return body;
}

Result<scheme::AnyOutcome> outcome_of(const scheme::AnyCommand& command, const Tree& tree) {
  return std::visit(
      [&]<class C>(const C&) -> Result<scheme::AnyOutcome> {
        SUMI_TRY(auto outcome, wire::from_tree<typename C::Outcome>(tree));
        return scheme::AnyOutcome(std::move(outcome));
      },
      command);
}

class World final : public RemoteWorld {
 public:
  explicit World(Remote& remote) : remote_(remote) {}

  std::uint64_t last_entry() const override { return last_entry_; }

  Result<scenario::Accepted> submit(const scenario::Submission& s) override {
    if (document_) {
      if (s.commands.size() != 1) return fail(errors::server_group);
      const auto* revision = std::get_if<project::RevisePlan>(&s.commands[0]);
      revised_ = revision == nullptr ? ProjectNumber{} : revision->project;
      return std::exchange(document_, nullptr)();
    }
    // A key of this run alone: what is answered as repeated was sent again by this run, after its answer was lost.
    const bool own_key = s.key.is_nil();
    const std::string key = own_key ? new_key() : s.key.to_hex();
    // The server's own day goes on, unless another was written.
    const bool dated = s.business_date != s.time.date_in_japan();
    if (s.commands.size() == 1) {
      const std::string path = "/commands/" + std::string(scheme::name_of(s.commands[0])) + (dated ? "?business_date=" + s.business_date.to_string() : "");
      return accepted(s.commands, remote_.post_keyed(path, body_of(s, 0), key), own_key);
    }
    Tree body = Tree::make_table();
    Tree& commands = body.add("commands", Tree::make_array());
    for (std::size_t i = 0; i < s.commands.size(); ++i) {
      Tree step = Tree::make_table();
      step.add("name", Tree::make_string(std::string(scheme::name_of(s.commands[i]))));
      step.add("body", body_of(s, i));
      commands.items.push_back(std::move(step));
    }
    if (dated) body.add("business_date", Tree::make_string(s.business_date.to_string()));
    return accepted(s.commands, remote_.post_keyed("/commands", body, key), own_key);
  }

  Result<void> advance(Instant) override { return fail(errors::server_as); }
  Result<void> look(const std::function<void(const scheme::State&)>&) override { return fail(errors::server_state); }
  Result<PersonId> person(const std::string&) override { return fail(errors::server_as); }

  Result<Instant> now() override {
    SUMI_TRY(const Tree store, remote_.get("/store"));
    return Instant::parse(text_at(store, "now"));
  }
  Result<Standing> standing() override { return Standing{}; }
  Result<std::optional<Hash>> plan_hash(ProjectNumber project) override { return hash_at(review_path(project), "plan"); }
  Result<std::optional<Hash>> trace_hash(ProjectNumber project, std::uint32_t report) override { return hash_at(review_path(project) + "?report=" + number_text(report), "trace"); }
  Result<bool> asked_without_uses(RetirementNumber retirement) override {
    SUMI_TRY(const Tree asked, remote_.get("/retirement-requests/" + number_text(retirement.value)));
    return text_at(asked, "command") == "ConfirmRetirement";
  }

  // The plan becomes a draft of the organisation's desk at once; submit() hands it in.
  Result<project::PlanHead> plan_head(const std::string& plan_file, const std::vector<OrganisationNumber>&) override {
    SUMI_TRY(const auto text, read_file(plan_file, limits::toml_file_bytes_max));
    SUMI_TRY(Tree plan, parse_toml(text, plan_file));
    Tree body = Tree::make_table();
    body.add("plan", std::move(plan));
    SUMI_TRY(const Tree draft, remote_.post("/proponent/drafts", body));
    document_ = [this, path = "/proponent/drafts/" + text_at(draft, "draft") + "/hand-in", version = text_at(draft, "version")] { return hand_in(path, version); };
    return project::PlanHead{};
  }
  Result<std::vector<project::RuleAnswer>> rule_answers(ProjectNumber project, Date application_date) override {
    SUMI_TRY(const Tree view, remote_.get(case_path(project) + "/application?on=" + application_date.to_string()));
    const Tree* answers = view.find("answers");
    return wire::from_tree<std::vector<project::RuleAnswer>>(answers == nullptr ? Tree::make_array() : *answers);
  }
  Result<project::SubmitReport> report(ProjectNumber project, Period period, const std::string& data_file, const std::string& members_file) override {
    SUMI_TRY(auto data, read_file(data_file));
    std::string path = case_path(project) + "/monitoring/submit?period=" + outbound::url_text(period.to_string());
    if (!members_file.empty()) {
      SUMI_TRY(auto members, read_file(members_file));
      SUMI_TRY(const Tree evidence, remote_.upload("/proponent/evidence", "application/octet-stream", std::move(members)));
      path += "&members=" + text_at(evidence, "hash");
    }
    document_ = [this, path, data = std::move(data)]() -> Result<scenario::Accepted> {
      SUMI_TRY(const Tree done, remote_.upload_and_wait(path, "text/csv", data, "monitoring"));
      return document_done(done, project::ReportSubmitted{whole_at<std::uint32_t>(done, "report")});
    };
    project::SubmitReport command;
    command.project = project;
    return command;
  }
  Result<Admission> admission(ProjectNumber project, const std::string& list_file, OrganisationNumber) override {
    SUMI_TRY(auto list, read_file(list_file));
    document_ = [this, project, list_file, list = std::move(list)]() -> Result<scenario::Accepted> {
      SUMI_TRY(const Tree done, remote_.upload_and_wait(case_path(project) + "/members/admit", "text/csv", list, "member_list"));
      SUMI_CHECK(list_refusals(done, list_file));
      return document_done(done, project::MembersAdmitted{});
    };
    project::AdmitMembers command;
    command.project = project;
    return Admission{{command}, {}};
  }
  Result<Hash> replayed_trace(ProjectNumber project, std::uint32_t report) override {
    SUMI_TRY(const auto hash, hash_at(review_path(project) + "/reports/" + number_text(report) + "/replay", "own"));
    if (!hash) return fail(strange("own"));
    return *hash;
  }

 private:
  [[nodiscard]] Error strange(const char* what) const { return make_error(outbound::errors::api_answer, {{"host", remote_.host()}, {"what", what}}); }

  template <class T>
  static T whole_at(const Tree& tree, std::string_view path) {
    return static_cast<T>(std::strtoull(text_at(tree, path).c_str(), nullptr, 10));
  }

  Result<scenario::Accepted> accepted(const std::vector<scheme::AnyCommand>& commands, const Result<Tree>& answer, bool own_key) {
    if (!answer) return fail(answer.error());
    scenario::Accepted out;
    out.repeated = !own_key && text_at(*answer, "repeated") == "true";
    const auto* outcomes = answer->find("outcomes");
    if (outcomes == nullptr || outcomes->items.empty()) return fail(strange("outcomes"));
    for (std::size_t i = 0; i < outcomes->items.size(); ++i) {
      // A transfer that was too large for one entry was split: all of its parts are transfers.
      auto outcome = outcome_of(commands[std::min(i, commands.size() - 1)], outcomes->items[i]);
      if (!outcome) return fail(strange("outcomes"));
      out.outcomes.push_back(*std::move(outcome));
    }
    last_entry_ = whole_at<std::uint64_t>(*answer, "entry") + outcomes->items.size() - 1;
    return out;
  }

  Result<scenario::Accepted> document_done(const Tree& done, scheme::AnyOutcome outcome) {
    if (const auto entry = whole_at<std::uint64_t>(done, "entry")) last_entry_ = entry;
    return scenario::Accepted{{std::move(outcome)}, false};  // its key, too, is this run's
  }

  Result<scenario::Accepted> hand_in(const std::string& path, const std::string& version) {
    Tree body = Tree::make_table();
    if (revised_) body.add("project", Tree::make_number(number_text(revised_.value)));
    SUMI_TRY(const Tree done, remote_.post(path, body, {{"If-Match", "\"" + version + "\""}}));
    if (revised_) return document_done(done, project::NoOutcome{});
    return document_done(done, project::ProjectDrafted{{whole_at<std::uint64_t>(done, "project")}});
  }

  Result<std::optional<Hash>> hash_at(const std::string& path, const char* key) {
    SUMI_TRY(const Tree view, remote_.get(path));
    return Hash::from_hex(text_at(view, key));
  }

  Remote& remote_;
  std::uint64_t last_entry_ = 0;
  ProjectNumber revised_;  // by the plan that is handed in; 0: a new project
  std::function<Result<scenario::Accepted>()> document_;  // what the next submission hands in
};

}  // namespace

std::unique_ptr<RemoteWorld> remote_world(Remote& remote) { return std::make_unique<World>(remote); }

}  // namespace sumi::cli
