#include "cli/config_commands.h"

#include "base/file.h"
#include "base/limits.h"
#include "service/config.h"

namespace sumi::cli {

int run_config_show(const Context& context, const std::string& file) {
  return guarded(context, [&]() -> Result<void> {
    service::Config config;
    if (!file.empty()) {
      SUMI_TRY(const std::string text, read_file(file, limits::toml_file_bytes_max));
      SUMI_TRY(config, service::parse_config(text, file));
    }
    if (context.json) print_json_of(config);
    else print(service::config_text(config));
    return {};
  });
}

int run_config_check(const Context& context, const std::string& file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const service::Config config, service::load_config(file));
    if (context.json) {
      Tree answer = Tree::make_table();
      answer.add("file", Tree::make_string(file));
      answer.add("base_url", Tree::make_string(service::base_url_of(config)));
      print_json(answer);
    } else {
      print(context.say("設定に問題はありません: ", "the configuration holds: ") + service::base_url_of(config) + "\n");
    }
    return {};
  });
}

}  // namespace sumi::cli
