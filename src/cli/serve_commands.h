// serve: the server over one store, until it is told to stop.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/context.h"

namespace sumi::cli {

struct ServeOptions {
  std::string config;                  // the configuration file; "" = the defaults
  std::string address;                 // these four change what the file says
  std::optional<std::uint16_t> port;
  std::string web;
  std::string base_url;
  std::string demo;                    // "demo" or "training": a store that is not there yet is made with the examples' story, and with logins for its people
};
int run_serve(const Context&, const ServeOptions&);

}  // namespace sumi::cli
