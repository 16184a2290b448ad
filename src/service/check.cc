// sumi check: everything that must hold, from the journal's first byte on.
#include <algorithm>

#include "base/text.h"
#include "journal/seal.h"
#include "project/calculate.h"
#include "scheme/sealed.h"
#include "service/balance_check.h"
#include "service/errors.h"
#include "service/known_differences.h"
#include "service/ledger.h"
#include "service/projects.h"
#include "service/rules.h"
#include "store/errors.h"

namespace sumi::service {
namespace {

bool known(const Record& record) {
  return std::any_of(known_differences.begin(), known_differences.end(), [&](const KnownDifference& d) {
    return d.type == record.header.type && d.version == record.header.version && record.header.time.ms < d.before_ms;
  });
}

std::string entry(SequenceNumber number) { return "entry " + std::to_string(number.value) + ": "; }

}  // namespace

// The journal is read once: bytes against the tree, each command decided again under the rules of its day, outcomes compared, conservation after every
// batch, sealed values opened, snapshots compared where they stand.
Result<Ledger::CheckReport> Ledger::check(bool full, const Progress& progress) const {
  CheckReport report;
  auto& findings = report.findings;
  const std::lock_guard writer(writer_mutex_);
  SUMI_TRY(const auto of_file, journal_->check());
  for (const auto& text : of_file) findings.push_back("journal.db: " + text);
  SUMI_TRY(const auto of_people, people_->check());
  for (const auto& text : of_people) findings.push_back("people.db: " + text);

  const auto snapshot = folder_.empty() ? std::nullopt : store::newest_snapshot(folder_ + "/snapshots", applied_);
  scheme::State state;
  journal::TreeEdge edge;
  BalanceCheck balances;
  std::vector<scheme::AnyCommand> group;
  const auto look_at = [&](SequenceNumber number, const journal::EntryView& view) -> Result<void> {
    Record record;
    record.sequence = number;
    record.header = view.header;
    try {
      if (!scheme::decode_bodies(view.header.type, view.header.version, view.public_body, view.party_body, record.command, record.outcome)) {
        return fail(errors::entry_unknown_type, {{"entry", std::to_string(number.value)}, {"type", std::to_string(view.header.type)}, {"version", std::to_string(view.header.version)}});
      }
    } catch (const CodecError& e) {
      return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
    }
    const auto& h = record.header;
    const Act act{h.time, h.business_date, h.actor, h.on_behalf_of, h.adoption};
    if (h.adoption != state.meta().adoption) findings.push_back(entry(number) + "names adoption " + std::to_string(h.adoption) + ", in force was " + std::to_string(state.meta().adoption));
    scheme::Rules none;
    const scheme::Rules* rules = &none;
    if (needs_rules(record.command)) {
      const auto found = rules_for(h.adoption);
      if (!found) {
        findings.push_back(entry(number) + sentence(found.error(), Language::en));
      } else {
        rules = *found;
      }
    }
    const auto again = state.decide(record.command, act, *rules);
    if (!again) {
      if (!known(record)) findings.push_back(entry(number) + "today's code refuses it: " + qualified_name(*again.error().def));
    } else {
      const auto a = scheme::encode_bodies(record.command, *again);
      const auto b = scheme::encode_bodies(record.command, record.outcome);
      if ((a.open != b.open || a.party != b.party) && !known(record)) findings.push_back(entry(number) + "today's code decides it otherwise");
    }
    try {
      state.apply(record.command, record.outcome, act);
    } catch (const std::exception& e) {
      return fail(errors::entry_undecodable, {{"entry", std::to_string(number.value)}, {"reason", e.what()}});
    }
    balances.add(number, record.command, record.outcome);
    group.push_back(record.command);
    if (h.group_count == 0 || h.group_index + 1 == h.group_count) {
      if (const auto whole = state.check_group(group, h.on_behalf_of); !whole) findings.push_back(entry(number) + sentence(whole.error(), Language::en));
      if (!h.key.is_nil()) {
        const scheme::KeyRef ref{h.on_behalf_of, h.key};
        if (state.keys().find(ref) != nullptr) findings.push_back(entry(number) + "its idempotency key was used before");
        state.remember(ref, scheme::fingerprint_of(group, h.actor), {number.value + 1 - group.size()}, static_cast<std::uint32_t>(group.size()));
      }
      group.clear();
    }
    std::vector<Hash> commitments;
    scheme::for_each_sealed(record.command, [&](const std::string&, std::uint32_t, const Sealed& v) {
      if (v) commitments.push_back(v.commitment);
    });
    for (const auto& commitment : commitments) {
      ++report.sealed;
      const auto value = people_->sealed(commitment);
      if (!value && value.error().def == &store::errors::sealed_erased) {
        ++report.erased;
      } else if (!value) {
        findings.push_back(entry(number) + sentence(value.error(), Language::en));
      } else if (!*value) {
        findings.push_back(entry(number) + "a sealed value is missing from people.db");
      } else if (journal::seal((*value)->salt, (*value)->value) != commitment) {
        findings.push_back(entry(number) + "a sealed value does not open its commitment");
      }
    }
    ++report.entries;
    if (progress && number.value % 10'000 == 0) progress(number.value, applied_.value);
    return {};
  };
  const auto read = journal_->read({1}, [&](const journal::Segment& segment) -> Result<void> {
    SUMI_CHECK(journal::verify_segment(segment, edge));
    SUMI_CHECK(journal::for_each_entry(segment, look_at));
    for (const auto& [number, totals] : state.registry().totals()) {
      if (totals.in() != totals.out()) findings.push_back(entry(segment.last()) + "conservation is broken in batch " + std::to_string(number.value));
    }
    if (snapshot && snapshot->sequence == segment.last()) {
      const auto dump = state.dump();
      // One of an earlier release's form is whole and of no use: opening passes it over, and the next snapshot takes its place.
      const bool of_today = !snapshot->state.empty() && snapshot->state.front() == dump.front();
      if (of_today) ++report.snapshots;
      if (snapshot->edge != edge || (of_today && snapshot->state != dump)) findings.push_back("the snapshot at " + std::to_string(segment.last().value) + " is not the state that the journal leads to");
    }
    return {};
  });
  if (!read) findings.push_back(describe_error(read.error(), Language::en));
  for (const auto& text : state.check()) findings.push_back(text);
  for (const auto& text : balances.compare(state)) findings.push_back(text);
  for (const auto& [ref, row] : state.cases().members.rows) {
    if (!row.erased) continue;
    for (const auto& sealed : project::sealed_of(row)) {
      if (const auto value = people_->sealed(sealed.commitment); value && *value) {
        findings.push_back("project " + std::to_string(ref.project.value) + ": member " + std::to_string(ref.member) + " is erased, and a sealed value of it still stands in people.db");
      }
    }
  }
  if (read && edge.head() != edge_.head()) findings.push_back("the journal does not lead to the head that is open");
  if (read && state.state_hash() != state_.state_hash()) findings.push_back("the journal does not lead to the state that is open");
  report.state_hash = state.state_hash();
  report.head = edge.head();
  if (!folder_.empty()) {
    for (const auto& text : store::check_snapshots(folder_ + "/snapshots")) findings.push_back(text);
    for (const auto& [number, row] : state.adoptions()) {
      if (const auto kept = store::ContentFiles(folder_ + "/packs").get(row.pack); !kept) findings.push_back("adoption " + std::to_string(number) + ": " + sentence(kept.error(), Language::en));
    }
    for (const auto& text : evidence({}).check()) findings.push_back(text);
    for (const auto& [number, row] : state.organisations()) {
      for (const auto& text : evidence(number).check()) findings.push_back(text);
    }
  }
  if (full && read) SUMI_CHECK(check_certifications(report));
  return report;
}

// Every certified report calculated again from plan, data and trace: the same trace to the byte, the same tonnes.
Result<void> Ledger::check_certifications(CheckReport& report) const {
  std::vector<std::pair<CertificationNumber, project::CertificationRow>> rows;
  SUMI_CHECK(read([&](const scheme::State& state) {
    for (const auto& [number, row] : state.cases().certifications) rows.emplace_back(number, row);
  }));
  for (const auto& [number, row] : rows) {
    // What another registry certified was brought in as it stands: its evidence is there.
    if (row.report == 0) continue;
    const auto name = "certification " + std::to_string(number.value) + ": ";
    const auto again = replay_report(*this, row.project, row.report);
    if (!again) {
      report.findings.push_back(name + sentence(again.error(), Language::en));
      continue;
    }
    for (const auto& line : row.lines) {
      const auto same = std::any_of(again->lines.begin(), again->lines.end(),
          [&](const auto& l) { return l.methodology == line.methodology && l.vintage == line.vintage && l.er == line.tonnes; });
      if (!same) report.findings.push_back(name + line.methodology + " " + line.vintage.to_string() + " is not what its evidence gives");
    }
    ++report.certifications;
  }
  return {};
}

}  // namespace sumi::service
