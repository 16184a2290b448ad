// One description per type.
//
// A struct that travels (in an entry, a snapshot, a receipt, JSON, TOML) lists its fields once:
//
//   struct Transfer {
//     AccountNumber from;
//     template <class Self, class V> static void fields(Self& s, V& v) { v(Part::party, "from", s.from); }
//   };
//
// Byte encoding, decoding, canonical dumps, JSON, TOML and the printing of receipts are visitors of that list. The order of the
// list is the order of the bytes: a field is never moved or removed, a new one needs a new version of the entry (decision 1).
#pragma once

#include <algorithm>
#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/codec.h"
#include "base/date.h"
#include "base/id.h"

namespace sumi {

// Who may see a field of a command (decision 2).
enum class Part : std::uint8_t {
  open,   // "public": in the leaf, for everyone
  party,  // under the salted commitment: for the parties and the auditor
};

// A value that must be erasable: the journal holds SHA-256(salt, value), the value and its 16 bytes of salt lie in people.db.
// All zero = no value was given.
struct Sealed {
  Hash commitment;
  [[nodiscard]] explicit operator bool() const { return !commitment.is_zero(); }
  friend bool operator==(const Sealed&, const Sealed&) = default;
};

template <class T>
concept Described = requires(T& t, struct ProbeVisitor& v) { T::fields(t, v); };

template <class T> struct is_vector : std::false_type {};
template <class T> struct is_vector<std::vector<T>> : std::true_type {};
template <class T> struct is_optional : std::false_type {};
template <class T> struct is_optional<std::optional<T>> : std::true_type {};
template <class T> struct is_number : std::false_type {};
template <class Tag> struct is_number<Number<Tag>> : std::true_type {};

// Found by Described only; never called.
struct ProbeVisitor {
  template <class T> void operator()(Part, const char*, T&) {}
};

template <class T> void encode_value(ByteWriter& w, const T& v);
template <class T> void decode_value(ByteReader& r, T& v);

struct AllFieldsEncoder {
  ByteWriter& w;
  template <class T> void operator()(Part, const char*, const T& v) { encode_value(w, v); }
};
struct AllFieldsDecoder {
  ByteReader& r;
  template <class T> void operator()(Part, const char*, T& v) { decode_value(r, v); }
};
// Only the fields of one part: an entry's public bytes and party bytes are written by two of these.
struct PartEncoder {
  ByteWriter& w;
  Part part;
  template <class T> void operator()(Part p, const char*, const T& v) {
    if (p == part) encode_value(w, v);
  }
};
struct PartDecoder {
  ByteReader& r;
  Part part;
  template <class T> void operator()(Part p, const char*, T& v) {
    if (p == part) decode_value(r, v);
  }
};

template <class T>
void encode_value(ByteWriter& w, const T& v) {
  if constexpr (std::is_same_v<T, bool>) {
    w.u8(v ? 1 : 0);
  } else if constexpr (std::is_enum_v<T>) {
    w.varint(static_cast<std::uint64_t>(v));
  } else if constexpr (std::unsigned_integral<T>) {
    w.varint(v);
  } else if constexpr (std::signed_integral<T>) {
    w.zigzag(v);
  } else if constexpr (std::is_same_v<T, std::string>) {
    w.string(v);
  } else if constexpr (is_number<T>::value) {
    w.varint(v.value);
  } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
    w.raw(v.bytes);
  } else if constexpr (std::is_same_v<T, Sealed>) {
    w.u8(v ? 1 : 0);
    if (v) w.raw(v.commitment.bytes);
  } else if constexpr (std::is_same_v<T, Date>) {
    w.zigzag(v.days());
  } else if constexpr (std::is_same_v<T, FiscalYear>) {
    w.zigzag(v.number);
  } else if constexpr (std::is_same_v<T, Instant>) {
    w.zigzag(v.ms);
  } else if constexpr (std::is_same_v<T, Period>) {
    w.zigzag(v.first.days());
    w.zigzag(v.last.days());
  } else if constexpr (is_vector<T>::value) {
    w.varint(v.size());
    for (const auto& e : v) encode_value(w, e);
  } else if constexpr (is_optional<T>::value) {
    w.u8(v ? 1 : 0);
    if (v) encode_value(w, *v);
  } else {
    AllFieldsEncoder e{w};
    T::fields(v, e);
  }
}

template <class T>
void decode_value(ByteReader& r, T& v) {
  if constexpr (std::is_same_v<T, bool>) {
    const auto b = r.u8();
    if (b > 1) throw CodecError("a yes/no is neither", r.offset());
    v = b == 1;
  } else if constexpr (std::is_enum_v<T>) {
    const auto n = r.varint();
    if (n > std::numeric_limits<std::underlying_type_t<T>>::max()) throw CodecError("an enumerator is too large", r.offset());
    v = static_cast<T>(n);
  } else if constexpr (std::unsigned_integral<T>) {
    const auto n = r.varint();
    if (n > std::numeric_limits<T>::max()) throw CodecError("a number is too large", r.offset());
    v = static_cast<T>(n);
  } else if constexpr (std::signed_integral<T>) {
    const auto n = r.zigzag();
    if (n > std::numeric_limits<T>::max() || n < std::numeric_limits<T>::min()) throw CodecError("a number is too large", r.offset());
    v = static_cast<T>(n);
  } else if constexpr (std::is_same_v<T, std::string>) {
    v = r.string();
  } else if constexpr (is_number<T>::value) {
    v.value = r.varint();
  } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
    const auto b = r.raw(v.bytes.size());
    std::copy(b.begin(), b.end(), v.bytes.begin());
  } else if constexpr (std::is_same_v<T, Sealed>) {
    bool present = false;
    decode_value(r, present);
    v = {};
    if (present) {
      decode_value(r, v.commitment);
      if (!v) throw CodecError("a sealed value is all zero", r.offset());
    }
  } else if constexpr (std::is_same_v<T, Date>) {
    std::int32_t days = 0;
    decode_value(r, days);
    v = Date::from_days(days);
  } else if constexpr (std::is_same_v<T, FiscalYear>) {
    decode_value(r, v.number);
  } else if constexpr (std::is_same_v<T, Instant>) {
    v.ms = r.zigzag();
  } else if constexpr (std::is_same_v<T, Period>) {
    decode_value(r, v.first);
    decode_value(r, v.last);
  } else if constexpr (is_vector<T>::value) {
    const auto n = r.varint();
    v.clear();
    for (std::uint64_t i = 0; i < n; ++i) {
      typename T::value_type e{};
      decode_value(r, e);
      v.push_back(std::move(e));
    }
  } else if constexpr (is_optional<T>::value) {
    bool present = false;
    decode_value(r, present);
    v.reset();
    if (present) decode_value(r, v.emplace());
  } else {
    AllFieldsDecoder d{r};
    T::fields(v, d);
  }
}

template <class T>
[[nodiscard]] Bytes encode_part(const T& v, Part part) {
  ByteWriter w;
  PartEncoder e{w, part};
  T::fields(v, e);
  return w.take();
}

}  // namespace sumi
