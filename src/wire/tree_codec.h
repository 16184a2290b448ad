// Values of every room <-> trees, through the one description per type (src/base/describe.h): what TOML, JSON, the API and scenarios share.
//
//   Result<Plan> plan = from_tree<Plan>(tree, &places);
//   std::string json = to_json(to_tree(*plan), true);
//
// Reading: a key that the type does not know is refused with the nearest one that it does; a missing key leaves the default; a value of
// another kind is refused. Every finding carries the path ("equipment_after[0].start") and the place; up to findings_max are collected, the
// first is the error and the others stand in its `also`.
//
// How a field is written:
//   text, yes/no, list           as such; a whole number of 64 bits also as text of digits (JSON and TOML cannot hold all of them)
//   optional, number 0 (none), nil id, zero hash, empty Sealed, fiscal year 0      the key is absent
//   Date, Period, FiscalYear, Instant, Integer, Decimal, Rational, PartialDate     text in the form that the type prints
//   Id128, Hash, Sealed          hexadecimal digits; of a Sealed, its commitment
//   Tree                         whatever stands there
//   an enumerator                its word out of enum_names(E{}), found in E's namespace (names.h of its room)
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/describe.h"
#include "base/tree.h"

namespace sumi::wire {

// From the path of a value to where it was written.
using PlaceMap = std::map<std::string, Place, std::less<>>;
// The place of a path, or of the nearest value around it ("a[0].b" -> "a[0]" -> "a" -> "").
[[nodiscard]] Place place_of(const PlaceMap& places, std::string_view path);

// Words that stand for numbers and hashes: a scenario's "A1", "tanaka". A word it does not know is wire.unknown_name.
class Names {
 public:
  virtual ~Names() = default;
  // `kind` is "organisation", "account", "project", "certification", "batch", "retirement" or "sequence".
  [[nodiscard]] virtual std::optional<std::uint64_t> number(std::string_view kind, std::string_view word) const = 0;
  [[nodiscard]] virtual std::optional<Id128> id(std::string_view word) const = 0;
  [[nodiscard]] virtual std::optional<Hash> hash(std::string_view word) const = 0;
  // The commitment to a text that is to be kept sealed.
  [[nodiscard]] virtual std::optional<Sealed> sealed(std::string_view text) const = 0;
};

struct Reading {
  PlaceMap* places = nullptr;
  const Names* names = nullptr;
  // Any scalar serves for any field, by its text, and one value for a list of one: for command lines and scenarios, where kinds are not written.
  bool bare_words = false;
};

template <class T> concept TextValue = requires(const T& v, std::string_view s) {
  { T::parse(s) } -> std::same_as<Result<T>>;
  { v.to_string() } -> std::convertible_to<std::string>;
};
template <class E> concept NamedEnum = std::is_enum_v<E> && requires(E e) { enum_names(e).begin(); };

template <class Tag> inline constexpr std::string_view number_kind = "number";
template <> inline constexpr std::string_view number_kind<OrganisationTag> = "organisation";
template <> inline constexpr std::string_view number_kind<AccountTag> = "account";
template <> inline constexpr std::string_view number_kind<ProjectTag> = "project";
template <> inline constexpr std::string_view number_kind<CertificationTag> = "certification";
template <> inline constexpr std::string_view number_kind<BatchTag> = "batch";
template <> inline constexpr std::string_view number_kind<RetirementTag> = "retirement";
template <> inline constexpr std::string_view number_kind<OfferTag> = "offer";
template <> inline constexpr std::string_view number_kind<ReturnTag> = "return";
template <> inline constexpr std::string_view number_kind<RestrictionTag> = "restriction";
template <> inline constexpr std::string_view number_kind<AuthorisationTag> = "authorisation";
template <> inline constexpr std::string_view number_kind<SequenceTag> = "sequence";

namespace detail {
// What does not depend on the type that is read. Every read_* returns false after it has noted its finding.
class TreeReader {
 public:
  explicit TreeReader(const Reading& how) : how_(how) {}
  [[nodiscard]] const Reading& how() const { return how_; }
  [[nodiscard]] bool full() const;
  void note(Error finding);
  void enter(std::string_view key);
  void enter(std::size_t index);
  void leave();
  void remember(const Tree& tree);
  bool read_bool(const Tree& tree, bool& v);
  bool read_signed(const Tree& tree, std::int64_t low, std::int64_t high, std::int64_t& v);
  bool read_unsigned(const Tree& tree, std::uint64_t high, std::uint64_t& v);
  bool read_string(const Tree& tree, std::string& v);
  bool read_word(const Tree& tree, const std::vector<std::string_view>& words, std::size_t& index);
  bool read_number(const Tree& tree, std::string_view kind, std::uint64_t& v);
  bool read_id(const Tree& tree, Id128& v);
  bool read_hash(const Tree& tree, Hash& v);
  bool read_sealed(const Tree& tree, Sealed& v);
  // The text of a scalar that a type with parse() reads: a string, or a number as it was written.
  bool text_of(const Tree& tree, std::string& v);
  void value_refused(const Tree& tree, Error reason);
  bool expect_table(const Tree& tree);
  bool expect_array(const Tree& tree);
  void check_keys(const Tree& tree, const std::vector<std::string_view>& known);
  [[nodiscard]] bool failed() const { return !findings_.empty(); }
  // All findings as one error, in order of place.
  [[nodiscard]] Error take();

 private:
  void wrong_type(const Tree& tree, const char* expected_ja, const char* expected_en);
  bool scalar(const Tree& tree) const;
  Reading how_;
  std::string path_;
  std::vector<std::size_t> path_lengths_;
  std::vector<Error> findings_;
};

template <class T> void read_value(TreeReader& r, const Tree& tree, T& v);

struct FieldReader {
  TreeReader& r;
  const Tree& tree;
  std::vector<std::string_view> known;
  template <class T> void operator()(Part, const char* name, T& v) {
    known.emplace_back(name);
    const Tree* member = tree.find(name);
    if (member == nullptr || r.full()) return;
    r.enter(std::string_view(name));
    read_value(r, *member, v);
    r.leave();
  }
};

template <class E> void read_enum(TreeReader& r, const Tree& tree, E& v) {
  static_assert(NamedEnum<E>, "give the enumeration its enum_names() in names.h of its room");
  const auto names = enum_names(E{});
  std::vector<std::string_view> words;
  for (const auto& entry : names) words.push_back(entry.first);
  std::size_t index = 0;
  if (r.read_word(tree, words, index)) v = names[index].second;
}

template <class T> void read_vector(TreeReader& r, const Tree& tree, std::vector<T>& v) {
  v.clear();
  if (r.how().bare_words && !tree.is_array() && tree.kind != Tree::Kind::null) {
    read_value(r, tree, v.emplace_back());
    return;
  }
  if (!r.expect_array(tree)) return;
  for (std::size_t i = 0; i < tree.items.size() && !r.full(); ++i) {
    r.enter(i);
    T element{};
    read_value(r, tree.items[i], element);
    v.push_back(std::move(element));
    r.leave();
  }
}

template <class T> void read_value(TreeReader& r, const Tree& tree, T& v) {
  r.remember(tree);
  if constexpr (std::is_same_v<T, Tree>) {
    v = tree;
  } else if constexpr (std::is_same_v<T, bool>) {
    r.read_bool(tree, v);
  } else if constexpr (std::is_enum_v<T>) {
    read_enum(r, tree, v);
  } else if constexpr (std::unsigned_integral<T>) {
    std::uint64_t n = 0;
    if (r.read_unsigned(tree, std::numeric_limits<T>::max(), n)) v = static_cast<T>(n);
  } else if constexpr (std::signed_integral<T>) {
    std::int64_t n = 0;
    if (r.read_signed(tree, std::numeric_limits<T>::min(), std::numeric_limits<T>::max(), n)) v = static_cast<T>(n);
  } else if constexpr (std::is_same_v<T, std::string>) {
    r.read_string(tree, v);
  } else if constexpr (is_number<T>::value) {
    []<class Tag>(TreeReader& reader, const Tree& t, Number<Tag>& number) {
      reader.read_number(t, number_kind<Tag>, number.value);
    }(r, tree, v);
  } else if constexpr (std::is_base_of_v<Id128, T>) {
    r.read_id(tree, v);
  } else if constexpr (std::is_same_v<T, Hash>) {
    r.read_hash(tree, v);
  } else if constexpr (std::is_same_v<T, Sealed>) {
    r.read_sealed(tree, v);
  } else if constexpr (std::is_same_v<T, PartialDate>) {
    std::string text;
    if (!r.text_of(tree, text)) return;
    if (auto parsed = T::parse(text)) v = *std::move(parsed);
    else r.value_refused(tree, std::move(parsed).error());
  } else if constexpr (TextValue<T>) {
    std::string text;
    if (!r.text_of(tree, text)) return;
    if (auto parsed = T::parse(text)) v = *std::move(parsed);
    else r.value_refused(tree, std::move(parsed).error());
  } else if constexpr (is_vector<T>::value) {
    read_vector(r, tree, v);
  } else if constexpr (is_optional<T>::value) {
    read_value(r, tree, v.emplace());
  } else {
    if (!r.expect_table(tree)) return;
    FieldReader fields{r, tree, {}};
    T::fields(v, fields);
    if (!r.full()) r.check_keys(tree, fields.known);
  }
}

// Where the scalar itself says "none".
template <class T> [[nodiscard]] bool absent(const T& v) {
  if constexpr (is_number<T>::value || std::is_same_v<T, Sealed>) return !v;
  else if constexpr (std::is_base_of_v<Id128, T>) return v.is_nil();
  else if constexpr (std::is_same_v<T, Hash>) return v.is_zero();
  else if constexpr (std::is_same_v<T, FiscalYear>) return v.number == 0;
  else if constexpr (std::is_same_v<T, PartialDate>) return v.text.empty();
  else if constexpr (is_optional<T>::value) return !v.has_value();
  else return false;
}
}  // namespace detail

template <class T> [[nodiscard]] Tree to_tree(const T& v);

namespace detail {
struct FieldWriter {
  Tree& tree;
  template <class T> void operator()(Part, const char* name, const T& v) {
    if (!absent(v)) tree.add(name, to_tree(v));
  }
};
}  // namespace detail

// The word of an enumerator; its number where it has none (a value that no command can carry).
template <NamedEnum E> [[nodiscard]] std::string word_of(E v) {
  for (const auto& [word, value] : enum_names(E{})) {
    if (value == v) return std::string(word);
  }
  return std::to_string(static_cast<std::uint64_t>(v));
}

template <class T> Tree to_tree(const T& v) {
  if constexpr (std::is_same_v<T, Tree>) {
    return v;
  } else if constexpr (std::is_same_v<T, bool>) {
    return Tree::make_boolean(v);
  } else if constexpr (std::is_enum_v<T>) {
    return Tree::make_string(word_of(v));
  } else if constexpr (std::integral<T>) {
    return Tree::make_number(std::to_string(v));
  } else if constexpr (std::is_same_v<T, std::string>) {
    return Tree::make_string(v);
  } else if constexpr (is_number<T>::value) {
    return Tree::make_number(std::to_string(v.value));
  } else if constexpr (std::is_base_of_v<Id128, T> || std::is_same_v<T, Hash>) {
    return Tree::make_string(v.to_hex());
  } else if constexpr (std::is_same_v<T, Sealed>) {
    return Tree::make_string(v.commitment.to_hex());
  } else if constexpr (std::is_same_v<T, PartialDate>) {
    return Tree::make_string(v.text);
  } else if constexpr (TextValue<T>) {
    return Tree::make_string(v.to_string());
  } else if constexpr (is_vector<T>::value) {
    Tree tree = Tree::make_array();
    for (const auto& element : v) tree.items.push_back(to_tree(element));
    return tree;
  } else if constexpr (is_optional<T>::value) {
    return v ? to_tree(*v) : Tree{};
  } else {
    Tree tree = Tree::make_table();
    detail::FieldWriter fields{tree};
    T::fields(v, fields);
    return tree;
  }
}

template <class T> [[nodiscard]] Result<T> from_tree(const Tree& tree, const Reading& how) {
  detail::TreeReader reader(how);
  T v{};
  detail::read_value(reader, tree, v);
  if (reader.failed()) return fail(reader.take());
  return v;
}
template <class T> [[nodiscard]] Result<T> from_tree(const Tree& tree, PlaceMap* places = nullptr) {
  return from_tree<T>(tree, Reading{places, nullptr, false});
}

// The candidate that differs least from a word (letters swapped, missing, added or changed), or "" where none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace sumi::wire
