// The page: a folder read whole at the start. A request's path is looked up among the names that were found then, and never becomes a file's name.
//
// Beside `x` a file `x.gz` or `x.br` is the same compressed (the build makes them); it is sent where Accept-Encoding takes it, Brotli first, and is not reached by
// its own name. A name with a hash (Vite's assets/name-HASH.ext) may be kept for a year without asking; everything else is asked for again each time and answered
// with 304 where the entity tag fits.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/message.h"

namespace sumi::http {

class StaticFiles {
 public:
  // Every file of the folder and those below it; hidden ones (a name that begins with a dot) and symbolic links are left out. Refuses with page_unreadable (also where
  // there is no index.html) and page_too_large.
  [[nodiscard]] static Result<StaticFiles> load(const std::string& folder);

  // The answer to GET or HEAD; nothing where the path is none of ours. A path without a dot in its last part that is not under /api is a place within the page and
  // is answered with index.html.
  [[nodiscard]] std::optional<Response> answer(const Request& request) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }

 private:
  struct Form {
    std::shared_ptr<const std::string> bytes;  // none: there is no such form
    std::string etag;
  };
  struct File {
    std::string_view type;
    bool kept = false;  // its name has a hash
    Form plain, gzip, brotli;
  };
  [[nodiscard]] const File* find(const Request& request) const;
  std::map<std::string, File, std::less<>> files_;  // by the path of the request
};

// "text/html; charset=utf-8" of "a/index.html"; application/octet-stream where the ending is not known.
[[nodiscard]] std::string_view content_type_of(std::string_view name);
// Whether this is a name with a hash: assets/x-Ab3_dE7f.js.
[[nodiscard]] bool has_hash(std::string_view path);

}  // namespace sumi::http
