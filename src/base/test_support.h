// For tests only: Python as the other program that knows the answer, and the seed of random tests.
#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>

namespace sumi::test {

// A folder of its own that goes with the object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    path_ = std::filesystem::temp_directory_path().string() + "/sumi-test-XXXXXX";
    if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  }
  ~TemporaryFolder() {
    const std::string command = "rm -rf '" + path_ + "'";
    if (std::system(command.c_str()) != 0) std::fprintf(stderr, "%s stays\n", path_.c_str());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path);
}

inline std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What `script` prints when it is fed `input`; both are bytes. Throws where Python fails.
inline std::string python(const std::string& script, const std::string& input = {}) {
  const TemporaryFolder folder;
  write_bytes(folder.file("script.py"), script);
  write_bytes(folder.file("in"), input);
  const std::string command =
      "PYTHONIOENCODING=utf-8 python3 '" + folder.file("script.py") + "' < '" + folder.file("in") + "' > '" + folder.file("out") + "'";
  if (std::system(command.c_str()) != 0) throw std::runtime_error("python3 failed");
  return read_bytes(folder.file("out"));
}

// SUMI_SEED, or a new one; printed, so that a failure can be played again.
inline std::uint64_t seed() {
  const char* given = std::getenv("SUMI_SEED");
  const std::uint64_t s = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device{}();
  std::printf("SUMI_SEED=%llu\n", static_cast<unsigned long long>(s));
  return s;
}

}  // namespace sumi::test
