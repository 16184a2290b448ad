// What the routes work with. Whoever starts a server owns the parts; all of them are thread-safe and outlive it.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"

namespace sumi::service {
class Clock;
class Ledger;
class Identity;
class Feed;
class MailRoom;
struct Config;
}  // namespace sumi::service

namespace sumi::journal {
struct SigningKey;
}

namespace sumi::http {

class Metrics;

struct Office {
  service::Ledger& ledger;
  service::Identity& identity;
  const service::Clock& clock;
  const service::Config* config = nullptr;     // nullptr in tests: the defaults
  service::Feed* feed = nullptr;               // nullptr: no events
  service::MailRoom* mail = nullptr;           // nullptr: no mail
  const journal::SigningKey* key = nullptr;    // nullptr: no receipts are signed
  Metrics* metrics = nullptr;
  // Runs it on a thread for work that takes long, so that no thread which serves connections waits. False: too much waits already.
  std::function<bool(std::function<void()>)> background = {};
  // The same for what hashes a password, on threads of their own: a crowd that signs in keeps nobody else waiting. Empty: `background` takes it.
  std::function<bool(std::function<void()>)> hashing = {};
};

}  // namespace sumi::http
