// Canonical bytes: what entries, states and receipts are made of.
//
// Unsigned numbers are LEB128 varints in their shortest form (a longer form is refused), signed ones zigzag first; strings and byte strings carry
// their length; fixed arrays stand bare. There are no maps, no optional order, no padding: one value has one encoding.
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"

namespace sumi {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

class ByteWriter {
 public:
  void u8(std::uint8_t v) { bytes_.push_back(v); }
  void varint(std::uint64_t v) {
    while (v >= 0x80) {
      bytes_.push_back(static_cast<std::uint8_t>(v) | 0x80);
      v >>= 7;
    }
    bytes_.push_back(static_cast<std::uint8_t>(v));
  }
  void zigzag(std::int64_t v) { varint((static_cast<std::uint64_t>(v) << 1) ^ static_cast<std::uint64_t>(v >> 63)); }
  void raw(BytesView v) { bytes_.insert(bytes_.end(), v.begin(), v.end()); }
  void string(std::string_view v) {
    varint(v.size());
    bytes_.insert(bytes_.end(), v.begin(), v.end());
  }
  void blob(BytesView v) {
    varint(v.size());
    raw(v);
  }
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }
  [[nodiscard]] Bytes take() { return std::move(bytes_); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  void clear() { bytes_.clear(); }
  void reserve(std::size_t size) { bytes_.reserve(size); }
  // Takes back what was written after the first `size` bytes.
  void truncate(std::size_t size) {
    if (size < bytes_.size()) bytes_.resize(size);
  }

 private:
  Bytes bytes_;
};

// Thrown by ByteReader on bytes that are not canonical; readers of foreign bytes catch it and name the place.
struct CodecError : std::runtime_error {
  CodecError(const char* what, std::size_t offset_) : std::runtime_error(what), offset(offset_) {}
  std::size_t offset;
};

class ByteReader {
 public:
  explicit ByteReader(BytesView bytes) : bytes_(bytes) {}
  [[nodiscard]] std::uint8_t u8() {
    if (offset_ == bytes_.size()) throw CodecError("the bytes end too early", offset_);
    return bytes_[offset_++];
  }
  [[nodiscard]] std::uint64_t varint() {
    std::uint64_t v = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint8_t b = u8();
      if (shift == 63 && b > 1) throw CodecError("a number is too large", offset_);
      v |= static_cast<std::uint64_t>(b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        if (b == 0 && shift != 0) throw CodecError("a number is not in its shortest form", offset_);
        return v;
      }
    }
  }
  [[nodiscard]] std::int64_t zigzag() {
    const std::uint64_t v = varint();
    return static_cast<std::int64_t>((v >> 1) ^ (~(v & 1) + 1));
  }
  [[nodiscard]] BytesView raw(std::size_t n) {
    if (bytes_.size() - offset_ < n) throw CodecError("the bytes end too early", offset_);
    const BytesView v = bytes_.subspan(offset_, n);
    offset_ += n;
    return v;
  }
  [[nodiscard]] BytesView blob() {
    const std::uint64_t n = varint();
    if (n > bytes_.size() - offset_) throw CodecError("a length goes past the end", offset_);
    return raw(static_cast<std::size_t>(n));
  }
  [[nodiscard]] std::string string() {
    const BytesView v = blob();
    return {v.begin(), v.end()};
  }
  [[nodiscard]] bool at_end() const { return offset_ == bytes_.size(); }
  [[nodiscard]] std::size_t offset() const { return offset_; }
  void expect_end() const {
    if (!at_end()) throw CodecError("there are bytes after the end", offset_);
  }

 private:
  BytesView bytes_;
  std::size_t offset_ = 0;
};

}  // namespace sumi
