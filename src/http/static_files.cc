#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"
#include "http/limits.h"
#include "http/text.h"
#include "http/transport_errors.h"

namespace sumi::http {

namespace {

struct Type {
  std::string_view ending, type;
};
constexpr std::array types{
    Type{".html", "text/html; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".css", "text/css; charset=utf-8"},
    Type{".json", "application/json"},
    Type{".geojson", "application/geo+json"},
    Type{".map", "application/json"},
    Type{".webmanifest", "application/manifest+json"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".jpg", "image/jpeg"},
    Type{".jpeg", "image/jpeg"},
    Type{".webp", "image/webp"},
    Type{".avif", "image/avif"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".woff", "font/woff"},
    Type{".ttf", "font/ttf"},
    Type{".wasm", "application/wasm"},
    Type{".pdf", "application/pdf"},
    Type{".txt", "text/plain; charset=utf-8"},
    Type{".csv", "text/csv; charset=utf-8"},
    Type{".xml", "application/xml"},
};

// Vite's: eight characters of base64url behind a "-".
constexpr std::size_t hash_length = 8;

std::string etag_of(std::string_view bytes) { return '"' + sha256(bytes).to_hex().substr(0, 32) + '"'; }

bool is_hidden(const std::filesystem::path& name) { return name.filename().string().starts_with('.'); }

}  // namespace

std::string_view content_type_of(std::string_view name) {
  const auto found = std::find_if(types.begin(), types.end(), [&](const Type& t) { return name.ends_with(t.ending); });
  return found == types.end() ? "application/octet-stream" : found->type;
}

bool has_hash(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos || !path.substr(0, slash).ends_with("/assets")) return false;
  const auto name = path.substr(slash + 1);
  const auto dot = name.find('.');
  if (dot == std::string_view::npos || dot < hash_length + 2 || name[dot - hash_length - 1] != '-') return false;
  const auto hash = name.substr(dot - hash_length, hash_length);
  return std::all_of(hash.begin(), hash.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; });
}

Result<StaticFiles> StaticFiles::load(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  const auto unreadable = [&](const std::string& reason) { return fail(errors::page_unreadable, {{"folder", folder}, {"reason", reason}}); };
  std::map<std::string, std::string> found;  // the path of a request and its bytes
  std::size_t total = 0;
  fs::recursive_directory_iterator entry(folder, error);
  if (error) return unreadable(error.message());
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (error) return unreadable(error.message());
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file(error) || entry->is_symlink(error)) continue;
    const auto name = "/" + fs::relative(entry->path(), folder, error).generic_string();
    if (found.size() == limits::static_files_max) return fail(errors::page_too_large, {{"file", name}, {"limit", std::to_string(limits::static_files_max) + " files"}});
    auto bytes = read_file(entry->path().string(), limits::static_file_bytes_max + 1);
    const std::size_t size = bytes ? bytes->size() : 0;
    total += size;
    if (entry->file_size(error) > limits::static_file_bytes_max || total > limits::static_bytes_max) {
      return fail(errors::page_too_large, {{"file", name}, {"limit", std::to_string(limits::static_bytes_max) + " bytes"}});
    }
    if (!bytes) return unreadable(sentence(bytes.error(), Language::en));
    found.emplace(name, *std::move(bytes));
  }
  StaticFiles out;
  const auto form_of = [&](const std::string& name) {
    const auto at = found.find(name);
    if (at == found.end()) return Form{};
    return Form{std::make_shared<const std::string>(at->second), etag_of(at->second)};
  };
  for (const auto& [name, bytes] : found) {
    const bool is_form = (name.ends_with(".gz") || name.ends_with(".br")) && found.contains(name.substr(0, name.size() - 3));
    if (!is_form) out.files_.emplace(name, File{content_type_of(name), has_hash(name), form_of(name), form_of(name + ".gz"), form_of(name + ".br")});
  }
  if (!out.files_.contains("/index.html")) return unreadable("there is no index.html");
  return out;
}

const StaticFiles::File* StaticFiles::find(const Request& request) const {
  const auto path = percent_decoded(request.path);
  if (!path || !path->starts_with('/')) return nullptr;
  if (const auto found = files_.find(*path); found != files_.end()) return &found->second;
  const bool api = path->starts_with("/api/");
  const bool of_page = !api && path->find('.', path->rfind('/')) == std::string::npos;
  return of_page ? &files_.find(std::string_view("/index.html"))->second : nullptr;
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  if (request.method != Method::get && request.method != Method::head) return std::nullopt;
  const File* file = find(request);
  if (file == nullptr) return std::nullopt;
  Response out;
  out.route = "static";
  out.content_type = file->type;
  const auto accepted = request.header("accept-encoding");
  const Form* form = &file->plain;
  if (file->brotli.bytes && takes_coding(accepted, "br")) {
    form = &file->brotli;
    out.headers.emplace_back("Content-Encoding", "br");
  } else if (file->gzip.bytes && takes_coding(accepted, "gzip")) {
    form = &file->gzip;
    out.headers.emplace_back("Content-Encoding", "gzip");
  }
  if (file->gzip.bytes || file->brotli.bytes) out.headers.emplace_back("Vary", "Accept-Encoding");
  out.headers.emplace_back("ETag", form->etag);
  out.headers.emplace_back("Cache-Control", file->kept ? "public, max-age=31536000, immutable" : "no-cache");
  if (names_etag(request.header("if-none-match"), form->etag)) {
    out.status = 304;
  } else {
    out.shared_body = form->bytes;
  }
  return out;
}

}  // namespace sumi::http
