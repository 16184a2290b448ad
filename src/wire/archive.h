// ZIP archives of many files: one that somebody sends is read with limits, one that is too large for memory is written file by file.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sumi::wire {

// Names as they stand in it, folders left out, and contents, in its order. Nothing: it is no ZIP, it is damaged or protected, or it holds more than `files_max`
// files or `bytes_max` bytes unpacked.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> read_zip(std::string_view bytes, std::size_t files_max, std::size_t bytes_max);

// Writes the files below `folder` (names with '/') into a new archive at `path`; read from the disk one after the other. False: a file or the archive could not be
// read or written.
[[nodiscard]] bool zip_files(const std::string& folder, std::span<const std::string> files, const std::string& path);

}  // namespace sumi::wire
