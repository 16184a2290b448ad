// The verifier's signed return: written on another machine, read and recorded here.
#include <algorithm>
#include <charconv>

#include "base/sha256.h"
#include "journal/base64.h"
#include "service/errors.h"
#include "service/package.h"

namespace sumi::service {
namespace {

constexpr std::string_view return_title = "sumi verification return 1";
constexpr std::string_view dash = "\xe2\x80\x94 ";  // em dash, as in a signed note
constexpr std::size_t key_id_bytes = 4;

std::string claim_text(const ClaimedLine& line) { return line.methodology + " " + line.vintage.to_string() + " " + std::to_string(line.tonnes); }
std::string lines_text(std::string_view word, const std::vector<ClaimedLine>& lines) {
  std::string out;
  for (const auto& line : lines) out.append(word).append(" ").append(claim_text(line)).append("\n");
  return out;
}

// A reason is one line.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// One field of the head: "word value".
class Lines {
 public:
  Lines(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}
  Result<std::string_view> take(std::string_view word) {
    ++line_;
    const auto end = text_.find('\n');
    const auto line = text_.substr(0, end);
    if (end == std::string_view::npos || !line.starts_with(word) || line.size() <= word.size() || line[word.size()] != ' ') return bad();
    text_.remove_prefix(end + 1);
    return line.substr(word.size() + 1);
  }
  Result<Hash> hash(std::string_view word) {
    SUMI_TRY(const auto text, take(word));
    const auto hash = Hash::from_hex(text);
    if (!hash) return bad();
    return *hash;
  }
  Result<std::uint64_t> number(std::string_view word) {
    SUMI_TRY(const auto text, take(word));
    std::uint64_t v = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc{} || end != text.data() + text.size()) return bad();
    return v;
  }
  [[nodiscard]] Unexpected bad() const { return fail(errors::return_unreadable, {{"file", file_}, {"line", std::to_string(line_)}}); }
  [[nodiscard]] bool next_is(std::string_view word) const { return text_.starts_with(std::string(word) + " "); }
  void skip_title() { text_.remove_prefix(std::min(text_.size(), text_.find('\n') + 1)), ++line_; }

 private:
  std::string_view text_;
  std::string file_;
  std::uint32_t line_ = 0;
};

}  // namespace

std::string make_return(const Recalculation& r, OrganisationNumber verifier, const journal::SigningKey& key) {
  const auto& s = r.statement;
  std::string body = std::string(return_title) + "\n";
  const auto add = [&](std::string_view word, const std::string& value) { body.append(word).append(" ").append(value).append("\n"); };
  add("store", s.store);
  add("project", std::to_string(s.project.value));
  add("report", std::to_string(s.report));
  add("package", r.package.to_hex());
  add("plan", s.plan.to_hex());
  add("data_set", s.data_set.to_hex());
  // What the verifier's own calculation gave: of a negative result it may have given none.
  add("trace", r.calculation ? r.calculation->trace_hash.to_hex() : Hash{}.to_hex());
  add("verifier", std::to_string(verifier.value));
  add("result", r.positive ? "positive" : "negative");
  add("materiality", r.materiality_percent.to_string() + " %");
  body += lines_text("claimed", s.claimed) + lines_text("own", r.own);
  if (!r.own.empty()) add("difference", r.difference.to_string());
  if (!r.reason.empty()) add("reason", one_line(r.reason));
  const auto signature = key.sign(body);
  const auto id = key.public_key().key_id();
  Bytes signed_bytes(id.begin(), id.end());
  signed_bytes.insert(signed_bytes.end(), signature.begin(), signature.end());
  return body + "\n" + std::string(dash) + key.public_key().name + " " + journal::to_base64(signed_bytes) + "\n";
}

Result<VerificationReturn> read_return(const std::string& text, const std::string& file_name) {
  Lines lines(text, file_name);
  VerificationReturn out;
  const auto empty_line = text.find("\n\n");
  if (!text.starts_with(std::string(return_title) + "\n") || empty_line == std::string::npos) return lines.bad();
  out.body = text.substr(0, empty_line + 1);
  lines.skip_title();
  SUMI_TRY(const auto store, lines.take("store"));
  out.store = store;
  SUMI_TRY(out.project.value, lines.number("project"));
  SUMI_TRY(const auto report, lines.number("report"));
  out.report = static_cast<std::uint32_t>(report);
  if (out.report != report) return lines.bad();
  SUMI_TRY([[maybe_unused]] const auto package, lines.hash("package"));
  SUMI_TRY(out.plan, lines.hash("plan"));
  SUMI_TRY(out.data_set, lines.hash("data_set"));
  SUMI_TRY(out.trace, lines.hash("trace"));
  SUMI_TRY(out.verifier.value, lines.number("verifier"));
  SUMI_TRY(const auto result, lines.take("result"));
  if (result != "positive" && result != "negative") return lines.bad();
  out.positive = result == "positive";
  SUMI_TRY([[maybe_unused]] const auto materiality, lines.take("materiality"));
  while (lines.next_is("claimed")) {
    SUMI_TRY(const auto claimed, lines.take("claimed"));
    out.claimed.emplace_back(claimed);
  }
  const std::string_view last = std::string_view(text).substr(empty_line + 2);
  const auto space = last.rfind(' ');
  if (!last.starts_with(dash) || !last.ends_with('\n') || space == std::string_view::npos || last.find('\n') + 1 != last.size()) return lines.bad();
  const auto bytes = journal::from_base64(last.substr(space + 1, last.size() - space - 2));
  if (!bytes || bytes->size() <= key_id_bytes) return lines.bad();
  out.signature.assign(bytes->begin() + key_id_bytes, bytes->end());
  return out;
}

Result<Accepted> accept_return(Ledger& ledger, const std::string& text, const std::string& file_name, PersonId actor, OrganisationNumber on_behalf_of) {
  SUMI_TRY(const auto answer, read_return(text, file_name));
  std::vector<Hash> keys;
  std::optional<project::ReportRow> row;
  std::string store;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (const auto* organisation = state.organisations().find(answer.verifier)) keys = organisation->keys;
    if (const auto* report = state.cases().report(answer.project, answer.report)) row = *report;
    store = journal::Origin{static_cast<journal::StoreKind>(state.meta().kind), state.meta().store}.to_text();
  }));
  const bool known = std::any_of(keys.begin(), keys.end(), [&](const Hash& key) {
    journal::PublicKey public_key;
    public_key.bytes = key.bytes;
    return public_key.verify(answer.body, answer.signature);
  });
  if (!known) return fail(errors::return_signature, {{"organisation", std::to_string(answer.verifier.value)}});
  const auto another = [](const char* what, const std::string& given, const std::string& expected) {
    return fail(errors::return_of_another, {{"what", what}, {"given", given}, {"expected", expected}});
  };
  if (answer.store != store) return another("store", answer.store, store);
  if (!row) return fail(errors::report_not_known, {{"project", std::to_string(answer.project.value)}, {"report", std::to_string(answer.report)}});
  if (answer.plan != row->plan) return another("plan", answer.plan.to_hex(), row->plan.to_hex());
  if (answer.data_set != row->data_set) return another("data_set", answer.data_set.to_hex(), row->data_set.to_hex());
  // A package that claims other tonnes than the report would be verified for what nobody is certified for.
  const auto joined = [](const std::vector<std::string>& claims) {
    std::string out;
    for (const auto& claim : claims) out += (out.empty() ? "" : ", ") + claim;
    return out;
  };
  std::vector<std::string> claimed;
  for (const auto& line : row->lines) claimed.push_back(claim_text({line.methodology, line.vintage, line.er}));
  if (answer.claimed != claimed) return another("claimed", joined(answer.claimed), joined(claimed));
  SUMI_TRY(const auto statement, ledger.put_evidence(answer.verifier, text));
  SUMI_TRY([[maybe_unused]] const auto schemes, ledger.put_evidence({}, text));
  project::RecordVerification command;
  command.project = answer.project;
  command.report = answer.report;
  command.verifier = answer.verifier;
  command.positive = answer.positive;
  command.trace = answer.trace;
  command.statement = statement;
  Request request;
  request.commands.emplace_back(command);
  request.actor = actor;
  request.on_behalf_of = on_behalf_of;
  return ledger.submit(std::move(request));
}

}  // namespace sumi::service
