#include "service/split.h"

#include <algorithm>

#include "base/limits.h"

namespace sumi::service {
namespace {

registry::Transfer part_of(const registry::Transfer& whole, std::uint64_t amount) {
  auto part = whole;
  part.selection.pick->amount = amount;
  return part;
}

// What the parts of an earlier request come to, if they are parts of such a transfer.
bool same_whole(const registry::Transfer& whole, const std::vector<registry::Transfer>& parts) {
  std::uint64_t sum = 0;
  for (const auto& p : parts) {
    if (!p.selection.pick) return false;
    auto a = whole.selection, b = p.selection;
    a.pick->amount = b.pick->amount = 0;
    ByteWriter x, y;
    encode_value(x, a), encode_value(y, b);
    if (x.bytes() != y.bytes() || p.from != whole.from || p.to != whole.to || p.price_yen_per_t != whole.price_yen_per_t) return false;
    if (p.selection.pick->amount > whole.selection.pick->amount - sum) return false;
    sum += p.selection.pick->amount;
  }
  return sum == whole.selection.pick->amount;
}

Result<std::vector<registry::Transfer>> sent_before(const Ledger& ledger, const scheme::KeyRow& row) {
  std::vector<registry::Transfer> parts;
  // Whoever asks again within a moment may be ahead of the disk (glance.h).
  static_cast<void>(ledger.last_beyond({row.first.value + row.count - 2}, std::chrono::seconds(5)));
  for (std::uint32_t i = 0; i < row.count; ++i) {
    SUMI_TRY(const auto record, ledger.record({row.first.value + i}));
    const auto* transfer = std::get_if<registry::Transfer>(&record.command);
    if (transfer == nullptr) return std::vector<registry::Transfer>{};
    parts.push_back(*transfer);
    parts.back().note = {};  // sealed again from its text
  }
  return parts;
}

}  // namespace

Result<std::vector<scheme::AnyCommand>> split_transfer(const scheme::State& state, const registry::Transfer& transfer, Date on) {
  std::vector<scheme::AnyCommand> parts;
  if (!transfer.selection.pick || !transfer.selection.ranges.empty() || transfer.selection.pick->amount == 0) {
    parts.emplace_back(transfer);
    return parts;
  }
  // Parts that are each below the account's limit would pass by its second person.
  if (state.registry().needs_second(transfer.from, transfer.selection.pick->amount)) {
    parts.emplace_back(transfer);
    return parts;
  }
  SUMI_TRY(const auto ranges, state.registry().units_for(transfer.from, *transfer.selection.pick, on));
  for (std::size_t i = 0; i < ranges.size(); i += limits::ranges_per_command_max) {
    const auto end = std::min(ranges.size(), i + limits::ranges_per_command_max);
    std::uint64_t amount = 0;
    for (auto j = i; j < end; ++j) amount += ranges[j].count();
    parts.emplace_back(part_of(transfer, amount));
  }
  return parts;
}

Result<void> split_transfers(const Ledger& ledger, Request& request, Date on) {
  if (request.commands.size() != 1) return {};
  const auto* asked = std::get_if<registry::Transfer>(&request.commands.front());
  // A transfer of fewer units than an entry has places cannot be too large.
  if (asked == nullptr || !asked->selection.pick || asked->selection.pick->amount <= limits::ranges_per_command_max) return {};
  const auto whole = *asked;
  std::optional<scheme::KeyRow> known;
  auto planned = Result<std::vector<scheme::AnyCommand>>(std::vector<scheme::AnyCommand>{});
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    if (!request.key.is_nil()) {
      if (const auto* row = state.keys().find({request.on_behalf_of, request.key})) known = *row;
    }
    if (!known) planned = split_transfer(state, whole, on);
  }));
  if (known) {
    SUMI_TRY(const auto before, sent_before(ledger, *known));
    if (before.size() < 2 || !same_whole(whole, before)) return {};
    planned->assign(before.begin(), before.end());
  }
  // What cannot be planned is refused by the ledger, in its own order of refusals.
  if (!planned || planned->size() < 2) return {};
  request.commands = *std::move(planned);
  std::vector<SealedText> texts;
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    for (const auto& text : request.sealed) texts.push_back({i, text.field, text.text});
  }
  request.sealed = std::move(texts);
  return {};
}

}  // namespace sumi::service
