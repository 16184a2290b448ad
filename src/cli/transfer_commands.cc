#include "cli/transfer_commands.h"

#include "base/file.h"
#include "base/text.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "outbound/errors.h"
#include "service/bulk_transfer.h"

namespace sumi::cli {
namespace {

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

void print_result(const Context& context, const service::BulkTransfers& done, bool dry_run) {
  std::uint64_t units = 0, waiting = 0;
  for (const auto& l : done.lines) {
    for (const auto& r : l.ranges) units += r.count();
    if (l.result == "waits_for_second") ++waiting;
  }
  const auto first = done.lines.front().entry.value, last = done.lines.back().entry.value;
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("lines", number(done.lines.size()));
    t.add("units", number(units));
    t.add("waiting", number(waiting));
    t.add("entered", Tree::make_boolean(done.entered));
    t.add("repeated", Tree::make_boolean(done.repeated));
    if (done.entered) t.add("first", number(first)), t.add("last", number(last));
    print_json(t);
    return;
  }
  const auto count = [](std::uint64_t n) { return group_digits(std::to_string(n)); };
  const auto what = count(done.lines.size()) + context.say(" 行、", " lines, ") + count(units) + context.say(" 単位", " units");
  if (dry_run && !done.entered) {
    print(context.say("すべて記帳できます(試行のため記帳していません): ", "all fit, nothing was entered (dry run): ") + what + "\n");
    return;
  }
  const auto entries = context.say("、記帳 ", ", entries ") + std::to_string(first) + "-" + std::to_string(last);
  print((done.repeated ? context.say("同じファイルは記帳済みです: ", "this file was entered before: ") : context.say("記帳しました: ", "entered: ")) + what + entries + "\n");
  if (waiting != 0) print(count(waiting) + context.say(" 行は二人目の確認を待っています。\n", " lines wait for a second person.\n"));
}

}  // namespace

namespace {

// What the API says of the list, as the store would: the counts, and of each line that does not fit its refusal at its place.
Result<void> bulk_on_server(const Context& context, const BulkTransferArguments& arguments, std::string bytes) {
  SUMI_TRY(auto remote, Remote::open(context));
  std::string path = std::string("/transfers/bulk?enter=") + (arguments.dry_run ? "false" : "true") + "&language=" + (context.language == Language::ja ? "ja" : "en");
  if (!arguments.expires.empty()) path += "&expires_on=" + outbound::url_text(arguments.expires);
  if (!arguments.again.empty()) path += "&again=" + outbound::url_text(arguments.again);
  const bool workbook = bytes.starts_with("PK");
  if (!arguments.report.empty()) SUMI_CHECK(check_output(arguments.report, service::bulk_report({})));
  SUMI_TRY(const Tree answer, remote.upload_and_wait(path, workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv", std::move(bytes), "transfers"));
  if (!arguments.report.empty()) SUMI_CHECK(write_output(arguments.report, text_at(answer, "report")));
  const auto whole = [](const Tree& tree, const char* key) { return std::strtoull(text_at(tree, key).c_str(), nullptr, 10); };
  std::vector<Error> refused;
  if (const auto* findings = answer.find("findings")) {
    for (const Tree& f : findings->items) refused.push_back(told_error(f, arguments.file));
  }
  service::BulkTransfers done;
  done.entered = text_at(answer, "entered") == "true";
  done.repeated = text_at(answer, "repeated") == "true";
  const auto* lines = answer.find("lines");
  for (const Tree& line : lines == nullptr ? std::vector<Tree>{} : lines->items) {
    service::BulkTransferLine one;
    one.line = static_cast<std::uint32_t>(whole(line, "line"));
    one.result = text_at(line, "result");
    one.entry = {whole(line, "entry")};
    if (const auto* ranges = line.find("ranges")) {
      SUMI_TRY(one.ranges, wire::from_tree<std::vector<registry::SerialRange>>(*ranges));
    }
    if (text_at(line, "fits") == "false" && one.result != "not_judged") {
      Tree told = Tree::make_table();
      told.add("code", Tree::make_string(one.result));
      for (const char* key : {"ja", "en"}) told.add(key, Tree::make_string(text_at(line, "message")));
      Error error = told_error(told, arguments.file);
      error.place.line = one.line;
      refused.push_back(std::move(error));
    }
    done.lines.push_back(std::move(one));
  }
  if (!refused.empty()) {
    Error first = std::move(refused.front());
    first.also.assign(std::make_move_iterator(refused.begin() + 1), std::make_move_iterator(refused.end()));
    return fail(std::move(first));
  }
  if (done.lines.empty()) return fail(outbound::errors::api_answer, {{"host", remote.host()}, {"what", "lines"}});
  print_result(context, done, arguments.dry_run);
  return {};
}

}  // namespace

int run_transfer_bulk(const Context& context, const BulkTransferArguments& arguments) {
  return guarded(context, [&]() -> Result<void> {
    service::BulkTransferRequest request;
    SUMI_TRY(request.business_date, day_of("--on", arguments.on));
    SUMI_TRY(request.expires_on, day_of("--expires", arguments.expires));
    request.again = arguments.again;
    request.dry_run = arguments.dry_run;
    SUMI_TRY(auto bytes, read_file(arguments.file));
    if (context.remote()) {
      // The server's own day goes on.
      if (!arguments.on.empty()) return fail(errors::server_local_only, {{"command", context.command + " --on"}, {"why_ja", ""}, {"why_en", ""}});
      return bulk_on_server(context, arguments, std::move(bytes));
    }
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto actor, actor_of(context, *ledger));
    request.actor = actor.person;
    request.on_behalf_of = actor.on_behalf_of;
    // On a demo or training store the story's own day goes on; only a production store asks the clock.
    SUMI_CHECK(ledger->read([&](const scheme::State& state) {
      if (state.meta().kind != scheme::StoreKind::production) request.time = state.now();
    }));
    const BytesView view(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    // What was entered stays entered: a report that cannot be written is told before.
    if (!arguments.report.empty()) SUMI_CHECK(check_output(arguments.report, service::bulk_report({})));
    SUMI_TRY(auto done, service::transfer_in_bulk(*ledger, view, arguments.file, request, context.language));
    if (!arguments.report.empty()) SUMI_CHECK(write_output(arguments.report, service::bulk_report(done)));
    if (!done.errors.empty()) {
      Error first = std::move(done.errors.front());
      first.also.assign(std::make_move_iterator(done.errors.begin() + 1), std::make_move_iterator(done.errors.end()));
      return fail(std::move(first));
    }
    print_result(context, done, arguments.dry_run);
    return {};
  });
}

}  // namespace sumi::cli
