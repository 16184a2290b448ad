// A file system for SQLite that forgets, as a disk does when the power goes.
//
// Every write, truncation, creation and deletion stays in memory until it is synced, and only then reaches the real file. At the operation
// chosen by lose_power_at() the power goes: of what was not synced each file keeps nothing, a prefix, or any subset, and a write may be torn
// between sectors. That is written to the real files; from then on every call fails. What is left can be opened with SQLite's own file system.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace sumi::test {

class ForgetfulVfs {
 public:
  // Registered with SQLite under name() as long as it lives; no database may be open on it when it goes.
  explicit ForgetfulVfs(std::uint64_t seed);
  ~ForgetfulVfs();
  ForgetfulVfs(const ForgetfulVfs&) = delete;
  ForgetfulVfs& operator=(const ForgetfulVfs&) = delete;

  [[nodiscard]] const char* name() const;
  // The power goes at the n-th operation from now that changes something (1 = the next one); 0 = never.
  void lose_power_at(std::uint64_t operation);
  // Operations so far that change something.
  [[nodiscard]] std::uint64_t operations() const;
  [[nodiscard]] bool dead() const;
  // Writes that were lost or torn when the power went.
  [[nodiscard]] std::uint64_t forgotten() const;

  struct Disk;

 private:
  std::unique_ptr<Disk> disk_;
};

}  // namespace sumi::test
