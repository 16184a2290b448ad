// The program sumi-verify without its main(): arguments in, texts and exit code out.
#pragma once

#include <span>
#include <string>

namespace sumi::verify {

struct Output {
  int exit_code = 0;  // 0 the receipt or proof holds, 2 bad input or usage, 3 it does not hold
  std::string out;
  std::string err;
};

// `arguments` without the program's name. Reads the files they name, writes none.
[[nodiscard]] Output run(std::span<const std::string> arguments);

}  // namespace sumi::verify
