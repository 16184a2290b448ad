#include "service/authority.h"

#include <sodium.h>

#include <algorithm>

#include "base/limits.h"
#include "base/sha256.h"
#include "project/member_keys.h"
#include "service/errors.h"
#include "service/members.h"

namespace sumi::service {

namespace {

constexpr std::size_t keys_per_entry = 900;  // 64 bytes each: within limits::entry_bytes_max

Request request_of(const ByWhom& by) {
  Request request;
  request.actor = by.actor;
  request.on_behalf_of = by.on_behalf_of;
  request.time = by.time;
  return request;
}

}  // namespace

std::string rotation_message(const Id128& store, const Hash& old_key, const Hash& new_key, std::uint64_t size) {
  std::string message = "sumi log key rotation\n";
  message.append(reinterpret_cast<const char*>(store.bytes.data()), store.bytes.size());
  for (const auto& key : {old_key, new_key}) message.append(reinterpret_cast<const char*>(key.bytes.data()), key.bytes.size());
  for (int shift = 56; shift >= 0; shift -= 8) message += static_cast<char>((size >> shift) & 0xff);
  return message;
}

Result<Accepted> rotate_log_key(Ledger& ledger, const journal::SigningKey& current, const journal::PublicKey& next, const ByWhom& by) {
  scheme::MetaRow meta;
  std::optional<Instant> due;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) { meta = state.meta(); }));
  if (current.public_key().bytes != meta.log_key.bytes) return fail(errors::log_key_wrong, {{"expected", meta.log_key.to_hex()}});
  // What is due is written first, so that it does not come between the size that is signed and the entry.
  SUMI_CHECK(ledger.advance_time(by.time));
  scheme::RotateLogKey command;
  command.new_key.bytes = next.bytes;
  command.size = ledger.last().value;
  const auto signature = current.sign(rotation_message(meta.store, meta.log_key, command.new_key, command.size));
  std::copy_n(signature.begin(), command.signature_r.bytes.size(), command.signature_r.bytes.begin());
  std::copy_n(signature.begin() + static_cast<std::ptrdiff_t>(command.signature_r.bytes.size()), command.signature_s.bytes.size(), command.signature_s.bytes.begin());
  auto request = request_of(by);
  request.commands.emplace_back(command);
  return ledger.submit(std::move(request));
}

Result<std::uint64_t> rekey(Ledger& ledger, const ByWhom& by) {
  std::vector<Hash> standing;
  std::uint32_t version = 1;
  SUMI_CHECK(ledger.read([&](const scheme::State& state) {
    standing = state.comparing_keys();
    version = state.key_version();
  }));
  if (standing.empty()) return std::uint64_t{0};
  SUMI_TRY(const auto secret, next_secret(ledger, version + 1));
  auto request = request_of(by);
  for (std::size_t begin = 0; begin < standing.size(); begin += keys_per_entry) {
    scheme::Rekey command;
    command.version = version + 1;
    const auto end = std::min(standing.size(), begin + keys_per_entry);
    for (std::size_t i = begin; i < end; ++i) command.keys.push_back({standing[i], KeySecrets::under(secret, standing[i])});
    command.last = end == standing.size();
    request.commands.emplace_back(std::move(command));
  }
  SUMI_CHECK(ledger.submit(std::move(request)));
  return std::uint64_t{standing.size()};
}

Result<std::optional<PlaceKey>> place_key(Ledger& ledger, const std::string& address) {
  const auto text = project::key_text(project::MemberKeyKind::address, address);
  if (!text) return std::optional<PlaceKey>{};
  SUMI_TRY(const auto secrets, key_secrets(ledger));
  return std::optional(PlaceKey{secrets.key(*text), secrets.version()});
}

Result<void> name_places(Ledger& ledger, Request& request, TypedKeys typed) {
  const auto text_of = [&](std::size_t command, std::string_view field) {
    const auto it = std::find_if(request.sealed.begin(), request.sealed.end(), [&](const SealedText& s) { return s.command == command && s.field == field; });
    return it == request.sealed.end() ? std::string() : it->text;
  };
  const auto key_of = [&](const std::string& address) -> Result<PlaceKey> {
    SUMI_TRY(const auto key, place_key(ledger, address));
    return key ? *key : PlaceKey{{}, 0};
  };
  const auto names = [&](const Hash& given) { return typed == TypedKeys::replaced || given.is_zero(); };
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    if (auto* use = std::get_if<registry::ApplyRetirement>(&request.commands[i]); use != nullptr && names(use->place_key)) {
      SUMI_TRY(const auto place, key_of(text_of(i, "place")));
      use->place_key = place.key, use->key_version = place.version;
    }
    if (auto* site = std::get_if<registry::RecordSite>(&request.commands[i]); site != nullptr && names(site->key)) {
      SUMI_TRY(const auto place, key_of(text_of(i, "address")));
      site->key = place.key, site->key_version = place.version;
    }
  }
  return {};
}

Result<Accepted> erase_value(Ledger& ledger, const Hash& commitment, const std::string& ground, const ByWhom& by) {
  auto request = request_of(by);
  request.commands.emplace_back(scheme::EraseSealed{commitment, ground});
  return ledger.submit(std::move(request));
}

// What only the service can say of these commands: whether the old key signed at this place of the journal, and whose a sealed value is.
Result<void> Ledger::check_authority(const Request& request, SequenceNumber last) const {
  for (std::size_t i = 0; i < request.commands.size(); ++i) {
    // Whoever may not give it is told so by the decision, not where the journal stands.
    if (const auto* rotation = std::get_if<scheme::RotateLogKey>(&request.commands[i]); rotation != nullptr && state_.has_role(request.actor, request.on_behalf_of, scheme::Role::administrator)) {
      if (rotation->size != last.value + i || request.commands.size() != 1) return fail(errors::rotation_size, {{"size", std::to_string(rotation->size)}, {"expected", std::to_string(last.value)}});
      const auto& meta = state_.meta();
      std::array<std::uint8_t, 64> signature{};
      std::copy(rotation->signature_r.bytes.begin(), rotation->signature_r.bytes.end(), signature.begin());
      std::copy(rotation->signature_s.bytes.begin(), rotation->signature_s.bytes.end(), signature.begin() + 32);
      journal::PublicKey key;
      key.bytes = meta.log_key.bytes;
      if (!key.verify(rotation_message(meta.store, meta.log_key, rotation->new_key, rotation->size), signature)) return fail(errors::rotation_signature);
    }
    if (const auto* erased = std::get_if<scheme::EraseSealed>(&request.commands[i]); erased != nullptr && !erased->commitment.is_zero()) {
      SUMI_TRY(const auto value, people_->sealed(erased->commitment));
      if (!value) return fail(errors::sealed_unknown, {{"commitment", erased->commitment.to_hex()}});
      const bool secretariat = state_.has_role(request.actor, request.on_behalf_of, scheme::Role::secretariat) || state_.has_role(request.actor, request.on_behalf_of, scheme::Role::administrator);
      if (value->organisation != request.on_behalf_of && !secretariat) return fail(errors::sealed_of_another, {{"commitment", erased->commitment.to_hex()}});
    }
  }
  return {};
}

}  // namespace sumi::service
