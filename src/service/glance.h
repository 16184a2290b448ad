// Reading without waiting, for threads that serve many at a time.
//
// Ledger::read() answers once what it saw is durable. A thread that serves a hundred connections would stand still for the disk with all of them; while a Glance
// stands on it, read() returns at once there, and the glance knows afterwards whether everything that was seen is durable already. Where it is not, what was
// found must be shown to nobody before a read() without a glance has returned.
//
//   service::Glance glance;
//   ... ledger.read(...) ...
//   if (!glance.durable()) ...   // another thread waits, and answers then
#pragma once

namespace sumi::service {

class Glance {
 public:
  Glance() : outer_(current()) { current() = this; }
  ~Glance() { current() = outer_; }
  Glance(const Glance&) = delete;
  Glance& operator=(const Glance&) = delete;
  [[nodiscard]] bool durable() const { return durable_; }

  // The one that stands on this thread; nullptr: none, and whoever reads waits.
  [[nodiscard]] static Glance*& current() {
    thread_local Glance* glance = nullptr;
    return glance;
  }
  // The ledger's: something was seen that the journal has not reached.
  void saw_ahead() { durable_ = false; }

 private:
  Glance* outer_;
  bool durable_ = true;
};

}  // namespace sumi::service
