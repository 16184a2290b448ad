#include "http/throttle.h"

#include <arpa/inet.h>
#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <string>

namespace sumi::http {

namespace {

constexpr std::int64_t minute_ns = 60'000'000'000;

}  // namespace

std::string_view network_of(std::string_view address, std::array<unsigned char, 16>& bytes) {
  const std::string text(address.substr(0, INET6_ADDRSTRLEN));
  const auto* start = reinterpret_cast<const char*>(bytes.data());
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1) return {start, 4};
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return address;
  constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (std::equal(mapped.begin(), mapped.end(), bytes.begin())) return {start + 12, 4};
  return {start, 8};
}

std::string network_text(std::string_view address) {
  std::array<unsigned char, 16> bytes{};
  return std::string(network_of(address, bytes));
}

Throttle::Throttle(std::uint32_t per_minute) {
  if (per_minute == 0) return;
  each_ns_ = std::max<std::int64_t>(minute_ns / per_minute, 1);
  randombytes_buf(key_.data(), key_.size());
  table_ = std::make_unique<std::array<std::array<Bucket, ways>, rows>>();
  mutexes_ = std::make_unique<std::array<std::mutex, locks>>();
}

std::chrono::milliseconds Throttle::take(Kind kind, std::string_view who, Clock::time_point now) {
  if (each_ns_ == 0) return {};
  std::array<unsigned char, 16> bytes{};
  if (kind == Kind::address || kind == Kind::sign_in) who = network_of(who, bytes);
  std::string named(1, static_cast<char>(kind));
  named += who;
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  static_assert(crypto_shorthash_KEYBYTES == 16 && crypto_shorthash_BYTES == sizeof(std::uint64_t));
  crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(named.data()), named.size(), key_.data());
  std::uint64_t tag = 0;
  std::memcpy(&tag, hash.data(), sizeof tag);
  const std::size_t row = tag % rows;
  tag |= 1;  // never the mark of a free one; the lowest bit told the row already
  const std::int64_t at = std::chrono::duration_cast<std::chrono::nanoseconds>(now.time_since_epoch()).count();

  const std::lock_guard lock((*mutexes_)[row % locks]);
  auto& buckets = (*table_)[row];
  auto found = std::find_if(buckets.begin(), buckets.end(), [&](const Bucket& b) { return b.tag == tag; });
  if (found == buckets.end()) {
    found = std::min_element(buckets.begin(), buckets.end(), [](const Bucket& a, const Bucket& b) { return (a.tag == 0 ? INT64_MIN : a.until_ns) < (b.tag == 0 ? INT64_MIN : b.until_ns); });
    *found = {tag, at};
  }
  const std::int64_t until = std::max(found->until_ns, at) + each_ns_;
  // What was refused costs nothing, so that waiting is always worth it.
  if (until - at > minute_ns) return std::chrono::ceil<std::chrono::milliseconds>(std::chrono::nanoseconds(until - at - minute_ns));
  found->until_ns = until;
  return {};
}

}  // namespace sumi::http
