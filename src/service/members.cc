#include "service/members.h"

#include <sodium.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.h"
#include "base/hmac.h"
#include "base/limits.h"
#include "base/sha256.h"
#include "project/eligibility.h"
#include "project/errors.h"
#include "project/member_keys.h"
#include "service/errors.h"
#include "service/rules.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

constexpr const char* secret_name = "member keys";
constexpr std::size_t entries_per_group = 64;

// The evidence of a row: a hash, or a file beside the list, kept with the organisation's documents. Each file is read once.
class Evidence {
 public:
  Evidence(Ledger& ledger, const AdmitMembersRequest& request) : ledger_(ledger), request_(request) {}
  Result<Hash> hash_of(const std::string& text) {
    constexpr std::string_view prefix = "sha256:";
    if (text.starts_with(prefix)) {
      if (const auto hash = Hash::from_hex(std::string_view(text).substr(prefix.size()))) return *hash;
    }
    if (const auto it = known_.find(text); it != known_.end()) return it->second;
    const auto path = (std::filesystem::path(request_.folder.empty() ? "." : request_.folder) / text).string();
    SUMI_TRY(const auto bytes, read_file(path, limits::evidence_file_bytes_max));
    return known_[text] = sha256(bytes);
  }
  // After every row has been found good.
  Result<void> keep() {
    for (const auto& [text, hash] : known_) {
      const auto path = (std::filesystem::path(request_.folder.empty() ? "." : request_.folder) / text).string();
      SUMI_TRY(const auto bytes, read_file(path, limits::evidence_file_bytes_max));
      SUMI_TRY([[maybe_unused]] const auto kept, ledger_.put_evidence(request_.on_behalf_of, bytes));
    }
    return {};
  }

 private:
  Ledger& ledger_;
  const AdmitMembersRequest& request_;
  std::map<std::string, Hash> known_;
};

struct Prepared {
  project::MemberEntry entry;
  std::string name, address;
};

// The day that a row's start is taken as. A range of days that passes as a whole passes with any of them.
Result<Date> start_of(const project::MemberRow& row, const project::ProgrammeRules& rules) {
  if (row.start.exact() || !rules.two_year_years) return row.start.latest;
  const Date limit = row.applied_on.plus_years(-*rules.two_year_years);
  if (project::later_than(row.start, limit) != project::Answer::not_yet_knowable) return row.start.earliest > limit ? std::min(row.start.latest, std::max(row.start.earliest, row.period.first)) : row.start.latest;
  return fail(project::errors::member_value, {{"column", "start"}, {"text", row.start.text}, {"expected_ja", limit.plus_days(1).to_string() + "以後であれば適合します。開始の日まで書いてください。"},
                                                 {"expected_en", "Give the day: " + limit.plus_days(1).to_string() + " or later passes."}}, row.place);
}

Result<Prepared> prepare(const project::MemberRow& row, const KeySecrets& secret, const project::ProgrammeRules& rules, Evidence& evidence) {
  Prepared out;
  auto& e = out.entry;
  e.number = row.member;
  e.keys = keys_of(secret, row);
  e.applied_on = row.applied_on;
  SUMI_TRY(e.start, start_of(row, rules));
  e.period = row.period;
  e.list = row.list;
  e.consent = row.consent;
  e.consent_until = row.consent_until.value_or(row.period.last);
  if (!row.evidence.empty()) {
    SUMI_TRY(e.evidence, evidence.hash_of(row.evidence));
  }
  out.name = row.kana.empty() ? row.name : row.name + " (" + row.kana + ")";
  out.address = row.site.empty() ? row.address : row.address + " / " + row.site;
  return out;
}

// Own numbers of members that stand and still count.
Result<std::set<std::string>> own_numbers(const Ledger& ledger, ProjectNumber project) {
  std::set<std::string> out;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    const auto& rows = state.cases().members.rows;
    for (auto it = rows.lower_bound({project, 0}); it != rows.end() && it->first.project == project; ++it) {
      if (it->second.status == project::MemberStatus::active && !it->second.entry.number.empty()) out.insert(it->second.entry.number);
    }
  }));
  return out;
}

using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

// What a row is refused for; nullopt: it is good. `of_all`: so is every other row (the project, who acts).
std::optional<Error> ask_one(const scheme::State& state, const project::MemberRow& row, const Prepared& prepared, const AdmitMembersRequest& request, const project::ProjectRules& rules, bool& of_all) {
  Act act;
  act.time = request.time.value_or(state.now());
  act.business_date = request.business_date.value_or(act.time.date_in_japan());
  act.actor = request.actor;
  act.on_behalf_of = request.on_behalf_of;
  project::AdmitMembers one{request.project, project::normaliser_version, {prepared.entry}};
  one.members[0].name.commitment = one.members[0].address.commitment = sha256(std::string_view("to be sealed"));
  auto outcome = project::decide(state.cases(), one, act, state, rules);
  if (outcome) return std::nullopt;
  Error error = std::move(outcome).error();
  of_all = std::ranges::none_of(error.args, [](const auto& a) { return a.first == "member"; }) && error.def != &project::errors::hash_missing;
  for (auto& [name, value] : error.args) {
    if (name == "member") value = row.member;
  }
  if (!of_all) error.place = row.place;
  return error;
}

// Every row as a command of its own, asked of the state as it is. What is wrong with all of them alike (the project, who acts) is told once. Some at a time: others
// read the state in between, and what changes meanwhile is met when the groups are entered.
Result<void> ask_all(const Ledger& ledger, const project::MemberList& list, const std::vector<Prepared>& prepared, const AdmitMembersRequest& request, const project::ProjectRules& rules,
                     const Progress& progress) {
  SUMI_TRY(const auto taken, own_numbers(ledger, request.project));
  std::vector<Error> errors;
  constexpr std::size_t rows_at_a_time = 500;
  bool of_all = false;
  for (std::size_t begin = 0; begin < prepared.size() && !of_all; begin += rows_at_a_time) {
    if (progress) progress(0, prepared.size());
    SUMI_CHECK(ledger.read([&](const scheme::State& state) {
      for (std::size_t i = begin; i < std::min(prepared.size(), begin + rows_at_a_time) && !of_all; ++i) {
        const auto& row = list.members[i];
        if (taken.contains(row.member)) errors.push_back(make_error(service::errors::member_number_taken, {{"member", row.member}}, row.place));
        else if (auto error = ask_one(state, row, prepared[i], request, rules, of_all)) errors.push_back(*std::move(error));
      }
    }));
  }
  if (errors.empty()) return {};
  Error first = std::move(errors.front());
  first.also.assign(std::make_move_iterator(errors.begin() + 1), std::make_move_iterator(errors.end()));
  return fail(std::move(first));
}

IdempotencyKey key_of(const project::MemberList& list, const AdmitMembersRequest& request, std::size_t group) {
  const Hash hash = sha256("sumi admit " + std::to_string(request.project.value) + " " + list.hash.to_hex() + " " + std::to_string(group));
  IdempotencyKey key;
  std::copy_n(hash.bytes.begin(), key.bytes.size(), key.bytes.begin());
  return key;
}

Request group_request(const std::vector<Prepared>& prepared, std::size_t begin, std::size_t end, const AdmitMembersRequest& request) {
  Request out;
  out.actor = request.actor;
  out.on_behalf_of = request.on_behalf_of;
  out.business_date = request.business_date;
  out.time = request.time;
  for (std::size_t i = begin; i < end;) {
    project::AdmitMembers command{request.project, project::normaliser_version, {}};
    const std::size_t stop = std::min(end, i + limits::members_per_entry_max);
    for (; i < stop; ++i) {
      const std::string at = "members[" + std::to_string(command.members.size()) + "].";
      out.sealed.push_back({out.commands.size(), at + "name", prepared[i].name});
      out.sealed.push_back({out.commands.size(), at + "address", prepared[i].address});
      command.members.push_back(prepared[i].entry);
    }
    out.commands.emplace_back(std::move(command));
  }
  return out;
}

}  // namespace

Hash KeySecrets::under(const Hash& secret, const Hash& old_key) {
  return hmac_sha256(secret.bytes, std::string_view(reinterpret_cast<const char*>(old_key.bytes.data()), old_key.bytes.size()));
}

Hash KeySecrets::key(std::string_view text) const {
  Hash key = hmac_sha256(chain.front().bytes, text);
  for (std::size_t i = 1; i < chain.size(); ++i) key = under(chain[i], key);
  return key;
}

Result<Hash> next_secret(Ledger& ledger, std::uint32_t version) {
  const auto name = std::string(secret_name) + "-" + std::to_string(version);
  SUMI_TRY(const auto stands, ledger.people().secret(name));
  if (stands) return *stands;
  Hash secret;
  randombytes_buf(secret.bytes.data(), secret.bytes.size());
  SUMI_CHECK(ledger.people().put_secret(name, secret));
  return secret;
}

Result<KeySecrets> key_secrets(Ledger& ledger) {
  bool compares = false;
  std::uint32_t version = 1;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    compares = !state.cases().members.rows.empty() || !state.registry().uses().sites.empty();
    version = state.key_version();
  }));
  KeySecrets out;
  for (std::uint32_t v = 1; v <= version; ++v) {
    const auto name = v == 1 ? std::string(secret_name) : std::string(secret_name) + "-" + std::to_string(v);
    SUMI_TRY(const auto stands, ledger.people().secret(name));
    if (stands) {
      out.chain.push_back(*stands);
      continue;
    }
    if (compares || v != 1) return fail(errors::member_secret_missing);
    Hash secret;
    randombytes_buf(secret.bytes.data(), secret.bytes.size());
    SUMI_CHECK(ledger.people().put_secret(name, secret));
    out.chain.push_back(secret);
  }
  return out;
}

std::vector<project::MemberKey> keys_of(const KeySecrets& secrets, const project::MemberRow& member) {
  std::vector<project::MemberKey> out;
  const auto add = [&](project::MemberKeyKind kind, const std::string& text) {
    const auto normal = project::key_text(kind, text);
    if (!normal) return false;
    const project::MemberKey key{kind, secrets.key(*normal)};
    const bool known = std::ranges::any_of(out, [&](const project::MemberKey& k) { return k.kind == key.kind && k.key == key.key; });
    if (!known) out.push_back(key);
    return true;
  };
  add(project::MemberKeyKind::corporate_number, member.corporate_number);
  if (!add(project::MemberKeyKind::address, member.site)) add(project::MemberKeyKind::address, member.address);
  for (const auto& text : member.equipment) add(project::MemberKeyKind::equipment, text);
  for (const auto& text : member.meters) add(project::MemberKeyKind::meter, text);
  return out;
}

namespace {

// Every row, or everything that is wrong with them.
Result<std::vector<Prepared>> prepare_all(const project::MemberList& list, const KeySecrets& secret, const project::ProgrammeRules& rules, Evidence& evidence) {
  std::vector<Prepared> prepared;
  std::vector<Error> errors;
  for (const auto& row : list.members) {
    auto one = prepare(row, secret, rules, evidence);
    if (one) {
      prepared.push_back(*std::move(one));
    } else {
      errors.push_back(std::move(one).error());
      errors.back().place = row.place;
    }
  }
  if (!errors.empty()) {
    Error first = std::move(errors.front());
    first.also.assign(std::make_move_iterator(errors.begin() + 1), std::make_move_iterator(errors.end()));
    return fail(std::move(first));
  }
  return prepared;
}

}  // namespace

Result<AdmittedList> admit_members(Ledger& ledger, const project::MemberList& list, const AdmitMembersRequest& request,
                                   const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  SUMI_TRY(const auto secret, key_secrets(ledger));
  SUMI_TRY(const auto rulebook, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*rulebook));
  Evidence evidence(ledger, request);
  SUMI_TRY(const auto prepared, prepare_all(list, secret, rules.project.programme, evidence));
  const std::size_t step = entries_per_group * limits::members_per_entry_max;
  // A list that was taken before would only be told that its members stand: it is known by its first group's key.
  bool seen = false;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { seen = state.keys().find({request.on_behalf_of, key_of(list, request, 0)}) != nullptr; }));
  if (!seen) SUMI_CHECK(ask_all(ledger, list, prepared, request, rules.project, progress));
  SUMI_CHECK(evidence.keep());
  AdmittedList out;
  out.repeated = true;
  for (std::size_t begin = 0, group = 0; begin < prepared.size(); begin += step, ++group) {
    auto one = group_request(prepared, begin, std::min(prepared.size(), begin + step), request);
    one.key = key_of(list, request, group);
    SUMI_TRY(const auto accepted, ledger.submit(std::move(one)));
    out.repeated = out.repeated && accepted.repeated;
    out.entries += accepted.count;
    for (const auto& outcome : accepted.outcomes) {
      const auto& admitted = std::get<project::MembersAdmitted>(outcome);
      for (std::uint32_t i = 0; i < admitted.count; ++i) {
        const auto& row = list.members[out.members.size()];
        out.members.push_back({row.member, admitted.first + i, row.place});
      }
      out.matches.insert(out.matches.end(), admitted.matches.begin(), admitted.matches.end());
    }
    if (progress) progress(out.members.size(), prepared.size());
  }
  return out;
}

Result<Request> admission(Ledger& ledger, const project::MemberList& list, const AdmitMembersRequest& request) {
  SUMI_TRY(const auto secret, key_secrets(ledger));
  SUMI_TRY(const auto rulebook, ledger.rulebook());
  SUMI_TRY(const auto rules, rules_from(*rulebook));
  Evidence evidence(ledger, request);
  SUMI_TRY(const auto prepared, prepare_all(list, secret, rules.project.programme, evidence));
  SUMI_CHECK(evidence.keep());
  return group_request(prepared, 0, prepared.size(), request);
}

Result<MemberNames> member_names(const Ledger& ledger, const project::RegisteredMember& row) {
  MemberNames out;
  for (const auto& [sealed, text] : {std::pair{&row.entry.name, &out.name}, {&row.entry.address, &out.address}}) {
    const auto value = ledger.people().sealed(sealed->commitment);
    if (!value && value.error().def == &store::errors::sealed_erased) continue;
    if (!value) return fail(value.error());
    if (*value) text->assign((*value)->value.begin(), (*value)->value.end());
  }
  return out;
}

}  // namespace sumi::service
