// sumi-verify: checks a receipt without the store, the network or the rest of sumi.
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

#include "verify/program.h"

int main(int argc, char** argv) {
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    const auto output = sumi::verify::run(arguments);
    std::fputs(output.err.c_str(), stderr);
    // A JSON text may hold a NUL only escaped, so C strings carry all of it.
    if (std::fputs(output.out.c_str(), stdout) < 0 || std::fflush(stdout) != 0) {
      std::fprintf(stderr, "sumi-verify: %s\n", std::strerror(errno));
      return 2;
    }
    return output.exit_code;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "sumi-verify: %s\n", e.what());
    return 2;
  }
}
