// Every limit of the server, with the reason of its size. A test or a configuration may set smaller or larger ones where ServerOptions has a field for it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace sumi::http::limits {

using namespace std::chrono_literals;

// A request's header, its first line included. Browsers send 1 to 2 kB; a cookie and a token fit beside it many times. Every connection may hold as much.
inline constexpr std::size_t header_bytes_max = std::size_t{16} << 10;
// The path and query alone. A list with every filter set has 500 bytes.
inline constexpr std::size_t target_bytes_max = std::size_t{8} << 10;
// Fields of a header; browsers send 20.
inline constexpr std::size_t header_fields_max = 100;
// What a connection's buffer begins with: a browser's header fits. It grows to header_bytes_max.
inline constexpr std::size_t header_bytes_usual = std::size_t{2} << 10;
// What is read of a body at a time.
inline constexpr std::size_t body_read_bytes = std::size_t{16} << 10;
// Bodies in memory over all connections. A scanned paper has 64 MB at most, so eight may arrive at a time; the machine of a small office has 4 GB.
inline constexpr std::size_t bodies_bytes_max = std::size_t{512} << 20;
// A body up to this size is copied behind its header and leaves in one piece; a larger one leaves from where it is.
inline constexpr std::size_t body_copied_bytes_max = std::size_t{8} << 10;
// Answers to requests that were sent without waiting are gathered up to this size before they leave.
inline constexpr std::size_t answers_gathered_bytes_max = std::size_t{64} << 10;
// Memory that a connection keeps between two requests for the next one.
inline constexpr std::size_t kept_bytes_max = std::size_t{64} << 10;

// A header, from its first byte to its last, and a TLS handshake. The slowest honest line needs a second; who sends a byte now and then is gone after this.
inline constexpr std::chrono::milliseconds header_time_max = 10s;
// A body: so long, and for each further transfer_bytes_per_second_min that have arrived another second. The same holds for an answer that leaves.
inline constexpr std::chrono::milliseconds body_time_max = 20s;
inline constexpr std::chrono::milliseconds write_time_max = 20s;
inline constexpr std::size_t transfer_bytes_per_second_min = std::size_t{8} << 10;
// A connection without a request. Browsers keep one for minutes; opening it again costs a millisecond.
inline constexpr std::chrono::milliseconds idle_time_max = 60s;
// How long a handler may think. The longest honest answer is a bundle of the whole journal.
inline constexpr std::chrono::milliseconds answer_time_max = 120s;
// A stop ends after this even if somebody does not read their answer.
inline constexpr std::chrono::milliseconds stop_time_max = 10s;
// After an answer that refuses a body, so much of the body is read and dropped, for so long: else the other side's system drops the answer.
inline constexpr std::size_t linger_bytes_max = std::size_t{1} << 20;
inline constexpr std::chrono::milliseconds linger_time_max = 2s;
// Deadlines are looked at so often; a fifth of a second late is early enough.
inline constexpr std::chrono::milliseconds sweep_every = 200ms;
// A connection whose other side no longer acknowledges anything is given up by the system after this.
inline constexpr std::chrono::milliseconds unacknowledged_time_max = 60s;

// Open connections: each may hold a header and a file descriptor (a service has 524,288 of these under systemd's hard limit, a shell 1,024 by default, which start() raises).
inline constexpr std::size_t connections_max = 4096;
// Of one address (of a /64 network, where it is IPv6). A company behind one address with 50 people uses 300; behind a proxy on the same machine set it to connections_max.
inline constexpr std::size_t connections_per_peer_max = 512;
inline constexpr int listen_backlog = 1024;
inline constexpr unsigned threads_max = 64;

// An event stream. A comment keeps proxies (which end a silent line after 30 to 60 seconds) and tells of a side that has gone.
inline constexpr std::chrono::milliseconds heartbeat_every = 15s;
// Events that wait for a slow reader; the journal's events have 300 bytes. A reader that is further behind reads again from where it was.
inline constexpr std::size_t event_backlog_bytes_max = std::size_t{256} << 10;
// Events that leave by one call.
inline constexpr std::size_t events_per_write_max = 64;

// Cookies and query.
inline constexpr std::size_t query_pairs_max = 100;
// How long a browser keeps what tells that a sign-in comes from a device that is known: a year, for who signs in once each fiscal year.
inline constexpr std::int64_t device_cookie_seconds = std::int64_t{365} * 86'400;
// Between the password and the code: time to find the telephone. The server's own limit stands in service/identity_limits.h.
inline constexpr std::int64_t pending_cookie_seconds = 300;
// A body that is read whoever sends it, so that what is refused for another reason is told that reason.
inline constexpr std::size_t body_always_bytes = std::size_t{64} << 10;

// Handlers that are not fast run on so many threads: two for each of the two cores that the smallest machine has, since half of their time is the disk's.
inline constexpr unsigned background_threads = 4;
// And wait in a queue of so many, which four threads empty in ten seconds at 10 ms each; who comes then is told to come again.
inline constexpr std::size_t background_waiting_max = 1024;
// Passwords: as many threads as are hashed at a time (service::IdentityOptions), and a queue of a quarter of a minute.
inline constexpr unsigned hashing_threads = 2;
inline constexpr std::size_t hashing_waiting_max = 64;

// The files of open data are made anew after so long, however many entries come meanwhile: making them takes seconds on a large ledger.
inline constexpr std::chrono::seconds open_data_kept = 60s;
// Days of the scheme's figures that are remembered: each is a replay, and what people ask for are ends of years and months.
inline constexpr std::size_t days_kept = 16;
// And of its whole state, which is larger. Who asks for another day meanwhile waits so long for a small ledger's replay to end, then is told to come again.
inline constexpr std::size_t states_kept = 4;
inline constexpr std::chrono::milliseconds replay_wait{250};

// The folder of the page. It is in memory: the page has 2 MB, three times with what is compressed.
inline constexpr std::size_t static_file_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t static_bytes_max = std::size_t{128} << 20;
inline constexpr std::size_t static_files_max = 10'000;

// A rule pack that is uploaded, packed and unpacked: the largest of the program's own has 1 MB in 30 files.
inline constexpr std::size_t pack_bytes_max = std::size_t{16} << 20;
inline constexpr std::size_t pack_files_max = 500;
// Entries of the journal that are listed in one file: each line is read and decoded, which takes a second for so many. All of them are in a bundle.
inline constexpr std::size_t journal_list_max = 100'000;
// Lines of the security log of which a list is made; older ones follow with `before`. So many are read and named in a tenth of a second.
inline constexpr std::size_t log_list_max = 20'000;
// A file that a job made and that is handed out by the server, which holds it in memory meanwhile. A journal of a million entries has a bundle of 300 MB.
inline constexpr std::size_t job_file_bytes_max = std::size_t{512} << 20;

// Lines of the access log that wait for the disk; further ones are counted and said to be lost, for a full disk must not stop the registry.
inline constexpr std::size_t access_log_lines_max = 65'536;
// Routes that the metrics tell apart; further ones are summed as "other". The API has fewer than 300.
inline constexpr std::size_t metric_routes_max = 1024;

}  // namespace sumi::http::limits
