// Whole files: read with a limit, written so that a crash leaves either the old file or the new one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace sumi {

// All bytes of a file (or of a pipe, to its end). Errors: base.file_missing, base.file_unreadable (a folder, no permission, a disk that
// fails), base.file_too_large above `bytes_max`.
[[nodiscard]] Result<std::string> read_file(const std::string& path, std::size_t bytes_max = limits::input_file_bytes_max);

// Writes a temporary file in the same folder, syncs it, renames it over `path` and syncs the folder: when this returns, the new bytes
// are durable; if it fails or the machine stops, the old file is whole. A symbolic link at `path` is replaced, not followed. `mode` is
// exact, whatever the umask: 0600 for keys. Error: base.file_unwritable.
Result<void> write_file_atomic(const std::string& path, std::string_view bytes, unsigned mode = 0644);

}  // namespace sumi
