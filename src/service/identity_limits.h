// Times and counts of signing in, each with its reason.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sumi::service::limits {

inline constexpr std::int64_t minute_ms = 60'000, hour_ms = 3'600'000, day_ms = 86'400'000;

// NIST SP 800-63B 4.2.3 (AAL2): again after 30 minutes at rest, and after 12 hours in any case.
inline constexpr std::int64_t session_idle_ms = 30 * minute_ms;
inline constexpr std::int64_t session_whole_ms = 12 * hour_ms;
// A session's row is written so seldom that thousands of requests a second cost the disk nothing.
inline constexpr std::int64_t seen_written_ms = minute_ms;
// Somebody with more browsers than this has forgotten to sign out: the oldest ends.
inline constexpr std::size_t sessions_per_person_max = 20;
// Wrong codes of one who is signed in already: its owner mistypes a few; a thief of the browser has 10 guesses of a million.
inline constexpr std::size_t codes_wrong_per_session_max = 10;

// NIST SP 800-63B 5.1.1.2 asks for 8 and more, and to allow at least 64; 12 is what is asked here, since one list of bad passwords is not kept.
inline constexpr std::size_t password_characters_min = 12;
// A long sentence in Japanese (3 bytes a letter) fits; what is hashed at the price of memory is not longer.
inline constexpr std::size_t password_bytes_max = 1024;
inline constexpr std::size_t password_different_min = 5;

// The wait after the n-th failure of a peer is 2^(n-1) s up to this. A failure is forgotten a day after the last.
inline constexpr std::int64_t peer_wait_max_ms = 15 * minute_ms;
// So many failures for one login, from everywhere, are a user's own; from then on a stranger's own wait grows with them.
inline constexpr std::uint64_t login_failures_free = 10;
// A peer tries many logins: so many failures are an office behind one address.
inline constexpr std::uint64_t peer_failures_free = 50;
inline constexpr std::int64_t stranger_wait_max_ms = hour_ms;
// Wrong codes after a right password: so many are typed by its owner.
inline constexpr std::uint64_t codes_free = 5;
inline constexpr std::int64_t failures_kept_ms = day_ms;
// Between the two steps of signing in; so many at a time, and so many codes for one of them.
inline constexpr std::int64_t pending_ms = 5 * minute_ms;
inline constexpr std::size_t pending_max = 10'000;
inline constexpr unsigned pending_codes_max = 5;
// For so long a peer or a device that signed in is known.
inline constexpr std::int64_t peer_known_ms = 90 * day_ms;
inline constexpr std::int64_t device_known_ms = 365 * day_ms;
// As many as sessions_per_person_max: the longest unused is forgotten.
inline constexpr std::size_t devices_per_person_max = 20;

// NIST SP 800-63B 5.1.2: look-up secrets; here 80 bits each.
inline constexpr std::size_t recovery_codes = 10;

inline constexpr std::int64_t reset_link_ms = hour_ms;             // asked by mail: the mail is at hand
inline constexpr std::int64_t given_link_ms = day_ms;              // given by an administrator, by another way
inline constexpr std::int64_t first_start_ms = day_ms;             // the next start prints a new one
inline constexpr std::int64_t reset_again_ms = minute_ms;          // no second mail to the same person before
inline constexpr std::uint64_t resets_of_peer_max = 30;            // in an hour
inline constexpr std::int64_t invitation_ms = 14 * day_ms;         // two weeks with a holiday between
inline constexpr std::int64_t lost_request_ms = 3 * day_ms;

inline constexpr std::int64_t api_token_ms_max = 366 * day_ms;     // a year: what nobody renews, nobody uses
inline constexpr std::size_t api_tokens_per_person_max = 50;       // a program each; more than a list of them can be looked over
inline constexpr std::size_t api_token_name_bytes_max = 100;       // 33 Japanese letters: a line of a list
inline constexpr std::size_t email_bytes_max = 254;                // RFC 5321 4.5.3.1.3, without the brackets
inline constexpr std::size_t person_name_bytes_max = 200;          // 66 Japanese letters
inline constexpr std::int64_t clean_every_ms = hour_ms;

}  // namespace sumi::service::limits
