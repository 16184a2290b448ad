#include "scenario/short_forms.h"

#include <algorithm>
#include <map>

namespace sumi::scenario {

namespace {

// Builds the fields of one command out of a line's words.
class Form {
 public:
  Form(const Line& line, std::string command) : line_(line) {
    step_.command = std::move(command);
    step_.fields = Tree::make_table();
    step_.fields.place = line.place;
  }
  Form& set(std::string_view path, Tree value) {
    set_path(step_.fields, path, std::move(value));
    return *this;
  }
  Form& word(std::string_view path, std::string text) {
    Tree value = Tree::make_string(std::move(text));
    value.place = line_.place;
    return set(path, std::move(value));
  }
  Form& argument(std::string_view path, std::size_t index) {
    if (index < line_.arguments.size()) set(path, line_.arguments[index]);
    return *this;
  }
  // An option under the field of the same name, or another.
  Form& option(std::string_view key, std::string_view path = {}) {
    for (const auto& [name, value] : line_.options) {
      if (name == key) set(path.empty() ? key : path, value);
    }
    return *this;
  }
  // Units by amount or by serials.
  Form& selection(std::size_t index) {
    const Tree& units = line_.arguments[index];
    const bool serials = units.is_array() || units.text.find(':') != std::string::npos;
    if (serials) {
      Tree list = Tree::make_array();
      list.place = units.place;
      if (units.is_array()) list.items = units.items;
      else list.items.push_back(units);
      set("selection.ranges", std::move(list));
    } else {
      set("selection.pick.amount", units);
    }
    return option("type", "selection.pick.credit_type").option("project", "selection.pick.project").option("batch", "selection.pick.batch").option("unit", "selection.pick.unit_kind");
  }
  [[nodiscard]] Step done() { return std::move(step_); }

 private:
  const Line& line_;
  Step step_;
};

Step plain(const Line& line, const char* command, std::initializer_list<const char*> fields) {
  Form form(line, command);
  std::size_t i = 0;
  for (const char* field : fields) form.argument(field, i++);
  return form.done();
}

// "store" stands for no organisation.
Step role_step(const Line& line, const char* command) {
  Form form(line, command);
  form.argument("person", 0).argument("role", 2);
  if (line.arguments[1].text != "store") form.argument("organisation", 1);
  return form.done();
}

std::vector<Step> account_steps(const Line& line) {
  Form form(line, "RequestAccount");
  form.argument("organisation", 0).argument("kind", 1).option("department").option("second_person");
  std::vector<Step> steps{form.done()};
  if (line.verb == "account") steps.push_back(Form(line, "DecideAccount").word("account", line.binding).word("approved", "true").done());
  return steps;
}

std::vector<Step> retirement_steps(const Line& line, const Circumstances& circumstances) {
  // A line has one use; several reports of one scope are written with "do ApplyRetirement".
  Tree use = Tree::make_table();
  use.place = line.place;
  use.add("purpose", line.arguments[2]);
  for (const auto& [key, value] : line.options) {
    if (key == "fiscal_year" || key == "report") use.add(key, value);
  }
  Tree uses = Tree::make_array();
  uses.place = line.place;
  uses.items.push_back(std::move(use));
  Form form(line, "ApplyRetirement");
  form.argument("account", 0).selection(1).word("user", std::to_string(circumstances.organisation.value)).set("uses", std::move(uses));
  form.option("user").option("use", "end_use").option("consent").option("offset").option("object", "offset_object").option("place").option("note");
  std::vector<Step> steps{form.done()};
  if (line.verb == "retire") steps.push_back(Form(line, "ExecuteRetirement").word("retirement", line.binding).done());
  return steps;
}

// What old stores hold open was asked for without its uses (type 41), and is confirmed by the command of its day.
Result<Step> confirm_step(const Line& line, const Bindings& bindings, World& world) {
  bool old = false;
  if (const auto number = bindings.number_of("retirement", line.arguments[0])) {
    SUMI_TRY(old, world.asked_without_uses({*number}));
  }
  return plain(line, old ? "ConfirmRetirement" : "ExecuteRetirement", {"retirement"});
}

Step issue_step(const Line& line) {
  Form form(line, "Issue");
  form.argument("certification", 0).word("line", "0").option("line");
  Tree allocations = Tree::make_array();
  allocations.place = line.place;
  for (const auto& [key, value] : line.options) {
    if (key == "line") continue;
    Tree allocation = Tree::make_table();
    allocation.add("account", Tree::make_string(key)).place = value.place;
    allocation.add("amount", value);
    allocations.items.push_back(std::move(allocation));
  }
  form.set("allocations", std::move(allocations));
  return form.done();
}

Step label_step(const Line& line, const Circumstances& circumstances) {
  Form form(line, "SetLabel");
  Tree ranges = Tree::make_array();
  ranges.place = line.arguments[1].place;
  if (line.arguments[1].is_array()) ranges.items = line.arguments[1].items;
  else ranges.items.push_back(line.arguments[1]);
  form.argument("kind", 0).set("ranges", std::move(ranges)).word("from", circumstances.business_date().to_string());
  form.option("from").option("detail").option("set");
  return form.done();
}

Result<project::PlanHead> head_from_file(const Line& line, const Tree& file, const Circumstances& c, const Bindings& bindings, World& world) {
  std::vector<OrganisationNumber> proponents;
  for (const auto& [key, value] : line.options) {
    if (key != "proponents") continue;
    for (const Tree& word : value.is_array() ? value.items : std::vector<Tree>{value}) {
      SUMI_TRY(const std::uint64_t number, bindings.number_of("organisation", word));
      proponents.push_back({number});
    }
  }
  if (proponents.empty()) proponents.push_back(c.organisation);
  return world.plan_head(c.folder + file.text, proponents);
}

Step ready(scheme::AnyCommand command) { return {std::string(scheme::name_of(command)), {}, std::move(command)}; }

// The verbs whose figures are calculated from files.
Result<Step> calculated_step(const Line& line, const Circumstances& c, const Bindings& bindings, World& world) {
  if (line.verb == "draft") {
    SUMI_TRY(auto head, head_from_file(line, line.arguments[0], c, bindings, world));
    return ready(project::DraftProject{std::move(head)});
  }
  SUMI_TRY(const std::uint64_t number, bindings.number_of("project", line.arguments[0]));
  const ProjectNumber project{number};
  if (line.verb == "revise") {
    SUMI_TRY(auto head, head_from_file(line, line.arguments[1], c, bindings, world));
    return ready(project::RevisePlan{project, std::move(head)});
  }
  if (line.verb == "apply") {
    SUMI_TRY(auto answers, world.rule_answers(project, c.business_date()));
    return ready(project::ApplyForRegistration{project, std::move(answers)});
  }
  if (line.verb == "report") {
    auto period = Period::parse(line.arguments[1].text);
    if (!period) return fail(std::move(period).error().at(line.arguments[1].place));
    std::string members;
    for (const auto& [key, value] : line.options) members = c.folder + value.text;  // the verb has no other
    SUMI_TRY(auto report, world.report(project, *period, c.folder + line.arguments[2].text, members));
    return ready(std::move(report));
  }
  const auto report = wire::from_tree<std::uint32_t>(line.arguments[1], {nullptr, nullptr, true});
  if (!report) return fail(report.error());
  SUMI_TRY(const Hash trace, world.replayed_trace(project, *report));
  Form form(line, "RecordVerification");
  form.argument("project", 0).argument("report", 1).word("verifier", std::to_string(c.organisation.value)).word("trace", trace.to_hex());
  form.word("positive", "true").option("positive").option("statement");
  return form.done();
}

// The members of a list: as many entries as they need, one after another.
Result<std::vector<Step>> admission_steps(const Line& line, const Circumstances& c, const Bindings& bindings, World& world) {
  SUMI_TRY(const std::uint64_t number, bindings.number_of("project", line.arguments[0]));
  SUMI_TRY(auto admission, world.admission({number}, c.folder + line.arguments[1].text, c.organisation));
  std::vector<Step> steps;
  for (auto& command : admission.commands) steps.push_back(ready(std::move(command)));
  for (auto& text : admission.sealed) steps[text.command].sealed.push_back(std::move(text));
  return steps;
}

}  // namespace

Result<std::vector<Step>> steps_of(const Line& line, const Circumstances& c, const Bindings& bindings, World& world) {
  const std::string& verb = line.verb;
  if (verb == "account" || verb == "request_account") return account_steps(line);
  if (verb == "request" || verb == "retire") return retirement_steps(line, c);
  if (verb == "admit") return admission_steps(line, c, bindings, world);
  if (verb == "draft" || verb == "revise" || verb == "apply" || verb == "report" || verb == "verify") {
    SUMI_TRY(Step step, calculated_step(line, c, bindings, world));
    return std::vector{std::move(step)};
  }
  std::vector<Step> steps;
  if (verb == "do") {
    Form form(line, line.arguments[0].text);
    for (const auto& [key, value] : line.options) {
      // A value that is laid down first, with single fields changed: head=$boiler head.title="..."
      SUMI_TRY(Tree resolved, bindings.resolve(value));
      form.set(key, std::move(resolved));
    }
    steps.push_back(form.done());
  } else if (verb == "organisation") {
    Form form(line, "RegisterOrganisation");
    form.argument("name", 0).argument("corporate_number", 1).option("kana", "name_kana").option("parent").option("predecessor");
    steps.push_back(form.done());
  } else if (verb == "rename") {
    steps.push_back(plain(line, "RenameOrganisation", {"organisation", "name", "from"}));
  } else if (verb == "grant") {
    steps.push_back(role_step(line, "Grant"));
  } else if (verb == "revoke") {
    steps.push_back(role_step(line, "Revoke"));
  } else if (verb == "adopt") {
    Form form(line, "AdoptRulebook");
    form.argument("family", 0).argument("edition", 1).word("effective", c.business_date().to_string());
    form.option("effective").option("pack").option("manifest");
    steps.push_back(form.done());
  } else if (verb == "advance") {
    steps.push_back(plain(line, "AdvanceTime", {}));
  } else if (verb == "approve") {
    steps.push_back(Form(line, "DecideAccount").argument("account", 0).word("approved", "true").done());
  } else if (verb == "refuse") {
    steps.push_back(plain(line, "DecideAccount", {"account", "ground"}));
  } else if (verb == "close") {
    steps.push_back(plain(line, "CloseAccount", {"account"}));
  } else if (verb == "issue") {
    steps.push_back(issue_step(line));
  } else if (verb == "transfer") {
    Form form(line, "Transfer");
    form.argument("from", 0).argument("to", 1).selection(2).option("price", "price_yen_per_t").option("note");
    steps.push_back(form.done());
  } else if (verb == "confirm") {
    SUMI_TRY(Step step, confirm_step(line, bindings, world));
    steps.push_back(std::move(step));
  } else if (verb == "withdraw") {
    steps.push_back(plain(line, "WithdrawRetirement", {"retirement"}));
  } else if (verb == "label") {
    steps.push_back(label_step(line, c));
  }
  return steps;
}

}  // namespace sumi::scenario
