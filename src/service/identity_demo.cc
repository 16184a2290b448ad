#include "service/identity_demo.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"

namespace sumi::service {
namespace {

constexpr std::string_view title = "sumi demo logins 1";

std::string path_in(const std::string& folder) { return folder + "/demo-logins.txt"; }

}  // namespace

Result<std::vector<DemoLogin>> demo_logins(const std::string& folder) {
  std::error_code ignored;
  if (!std::filesystem::exists(path_in(folder), ignored)) return std::vector<DemoLogin>{};
  SUMI_TRY(const auto text, read_file(path_in(folder)));
  std::vector<DemoLogin> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find('\n', i), text.size());
    const auto line = text.substr(i, end - i);
    i = end + 1;
    const auto first = line.find('\t');
    const auto second = first == std::string::npos ? first : line.find('\t', first + 1);
    if (second != std::string::npos) out.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return out;
}

Result<void> note_demo_login(const std::string& folder, const DemoLogin& login) {
  SUMI_TRY(auto all, demo_logins(folder));
  std::erase_if(all, [&](const auto& l) { return l.login == login.login; });
  all.push_back(login);
  std::string text = std::string(title) + "\n";
  for (const auto& l : all) text += l.login + "\t" + l.password + "\t" + l.secret + "\n";
  return write_file_atomic(path_in(folder), text, 0600);
}

}  // namespace sumi::service
