// How many requests a minute one person, one token, or one address without a sign-in may send (limits.requests_per_minute).
//
// A bucket of tokens each, in the form of one instant per bucket (the "virtual scheduling" of ITU-T I.371, Annex A): a full minute's worth may come at once, then they
// come at their rate. Memory is fixed at the start, whatever is asked: where a row of the table is full, the bucket that is nearest to full is forgotten, so that
// somebody is counted too kindly and nobody is refused for another's requests. Places in the table follow from a hash under a key of this process: nobody can choose
// whose bucket they share.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace sumi::http {

class Throttle {
 public:
  using Clock = std::chrono::steady_clock;
  // Whose requests are counted. What asks who one is has buckets of its own: whoever floods the rest from an address shuts nobody there out of signing in.
  enum class Kind : std::uint8_t { person, token, address, sign_in };

  // `per_minute` 0: nothing is counted.
  explicit Throttle(std::uint32_t per_minute);
  // How long to wait before the request would be taken; zero: it is taken. `who`: bytes that name them; of an address its text, which counts as its network (of IPv6 the /64).
  [[nodiscard]] std::chrono::milliseconds take(Kind kind, std::string_view who, Clock::time_point now = Clock::now());

  // For tests: buckets that there is room for.
  static constexpr std::size_t rows = 4096, ways = 8;

 private:
  struct Bucket {
    std::uint64_t tag = 0;      // 0: free
    std::int64_t until_ns = 0;  // when it is full again
  };
  static constexpr std::size_t locks = 64;
  std::int64_t each_ns_ = 0;  // what one request costs; 0: nothing is counted
  std::array<unsigned char, 16> key_{};
  std::unique_ptr<std::array<std::array<Bucket, ways>, rows>> table_;
  std::unique_ptr<std::array<std::mutex, locks>> mutexes_;
};

// The address as the network that it is counted under, as bytes: of IPv4 its four (also where it is written within IPv6), of IPv6 its first eight. What is no address stays as it is.
[[nodiscard]] std::string_view network_of(std::string_view address, std::array<unsigned char, 16>& bytes);
// The same as a text of those bytes: who an address is where failures are counted, so that one household's 2^64 addresses are one.
[[nodiscard]] std::string network_text(std::string_view address);

}  // namespace sumi::http
