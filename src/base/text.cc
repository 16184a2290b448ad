#include "base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "base/errors.h"

namespace sumi {

namespace {

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

struct Character {
  char32_t code = 0;
  std::size_t size = 0;  // in bytes; 0 = not UTF-8
};

// The table of well-formed sequences of the Unicode Standard (3.9, table 3-7): no overlong form, no surrogate, nothing above U+10FFFF.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b >= 0xC2 && b <= 0xDF && continues(1)) return {(b & 0x1F) << 6 | (byte(1) & 0x3F), 2};
  if (b >= 0xE0 && b <= 0xEF && continues(1) && continues(2)) {
    const char32_t c = (b & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
  }
  if (b >= 0xF0 && b <= 0xF4 && continues(1) && continues(2) && continues(3)) {
    const char32_t c = (b & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
  }
  return {};
}

// Calls visit(code, bytes) for each character; bytes that are no UTF-8 come one by one with the code U+FFFD.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    const Character c = character_at(text, i);
    const std::size_t n = std::max<std::size_t>(c.size, 1);
    visit(c.size == 0 ? char32_t{0xFFFD} : c.code, text.substr(i, n));
    i += n;
  }
}

// The offset of the first byte that is not UTF-8, or the size. Files are mostly ASCII: eight bytes of it at a time.
std::size_t valid_prefix(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {
      std::uint64_t block = 0;
      std::memcpy(&block, text.data() + i, 8);
      if ((block & 0x8080808080808080U) == 0) {
        i += 8;
        continue;
      }
    }
    const std::size_t n = character_at(text, i).size;
    if (n == 0) break;
    i += n;
  }
  return i;
}

// Lines end with LF, CR or CRLF; `unit` is the width of a character's code unit in bytes.
std::uint32_t line_of(std::string_view bytes, std::size_t offset) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < offset; ++i) {
    if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == bytes.size() || bytes[i + 1] != '\n'))) ++line;
  }
  return line;
}

Unexpected bad_bytes(std::string file_name, std::uint32_t line) { return fail(errors::text_encoding, {}, {std::move(file_name), line, 0}); }

// Strict cp932: the lead, trail and single bytes that Windows code page 932 defines.
bool is_lead(unsigned char b) { return (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC); }
bool is_trail(unsigned char b) { return b >= 0x40 && b <= 0xFC && b != 0x7F; }
bool is_single(unsigned char b) { return b < 0x80 || (b >= 0xA1 && b <= 0xDF); }

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU has no converter ") + name);
  return converter;
}

// ICU's mapping of one double-byte character; 0 where it has none.
char32_t double_byte(UConverter* converter, unsigned char lead, unsigned char trail) {
  const char bytes[2] = {static_cast<char>(lead), static_cast<char>(trail)};
  const char* source = bytes;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_resetToUnicode(converter);
  const UChar32 c = ucnv_getNextUChar(converter, &source, bytes + 2, &status);
  if (U_FAILURE(status) != 0 || source != bytes + 2 || c == 0xFFFD) return 0;
  return static_cast<char32_t>(c);
}

// All of cp932, looked up once: 124 lead x 256 trail bytes.
class Cp932Table {
 public:
  Cp932Table() : codes_(0x100 * 0x100, 0) {
    const Converter converter = open_converter("ibm-943_P15A-2003");
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status) != 0) throw std::runtime_error("ICU refuses a strict converter");
    for (unsigned lead = 0; lead < 0x100; ++lead) {
      if (!is_lead(static_cast<unsigned char>(lead))) continue;
      for (unsigned trail = 0; trail < 0x100; ++trail) {
        if (!is_trail(static_cast<unsigned char>(trail))) continue;
        codes_[lead << 8 | trail] = double_byte(converter.get(), static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
      }
    }
  }
  [[nodiscard]] char32_t code(unsigned char lead, unsigned char trail) const { return codes_[unsigned{lead} << 8 | trail]; }

 private:
  std::vector<char32_t> codes_;
};

// False at the first bad byte, whose offset is `bad`.
bool decode_cp932(std::string_view bytes, std::string& out, std::size_t& bad) {
  static const Cp932Table table;
  out.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto b = static_cast<unsigned char>(bytes[i]);
    bad = i;
    if (is_single(b)) {
      append_utf8(out, b < 0x80 ? char32_t{b} : char32_t{0xFF61} + (b - 0xA1U));
      continue;
    }
    if (!is_lead(b) || i + 1 == bytes.size()) return false;
    const char32_t c = table.code(b, static_cast<unsigned char>(bytes[i + 1]));
    if (c == 0) return false;
    append_utf8(out, c);
    ++i;
  }
  return true;
}

// After the byte order mark. False at an odd end, a lone surrogate or U+0000; then `out` holds all that came before.
bool decode_utf16(std::string_view bytes, bool big_endian, std::string& out) {
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  out.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) return false;
    char32_t c = unit(i);
    if (c == 0 || (c >= 0xDC00 && c <= 0xDFFF)) return false;
    if (c >= 0xD800 && c <= 0xDBFF) {
      if (i + 3 >= bytes.size()) return false;
      const char32_t low = unit(i + 2);
      if (low < 0xDC00 || low > 0xDFFF) return false;
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    }
    append_utf8(out, c);
  }
  return true;
}

}  // namespace

bool valid_utf8(std::string_view text) { return valid_prefix(text) == text.size(); }

Result<DecodedText> decode_text(BytesView bytes, std::string file_name) {
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  DecodedText decoded;
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    const bool big_endian = text.starts_with("\xFE\xFF");
    decoded.encoding = big_endian ? Encoding::utf16be : Encoding::utf16le;
    if (!decode_utf16(text.substr(2), big_endian, decoded.utf8)) {
      return bad_bytes(std::move(file_name), line_of(decoded.utf8, decoded.utf8.size()));
    }
    return decoded;
  }
  // A zero byte is text in no encoding that is read here: UTF-16 without its mark, or no text at all.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) return bad_bytes(std::move(file_name), line_of(text, zero));
  const bool mark = text.starts_with("\xEF\xBB\xBF");
  if (mark) text.remove_prefix(3);
  const std::size_t bad_utf8 = valid_prefix(text);
  if (bad_utf8 == text.size()) {
    decoded.utf8 = text;
    return decoded;
  }
  // A file with the mark says that it is UTF-8.
  if (mark) return bad_bytes(std::move(file_name), line_of(text, bad_utf8));
  decoded.encoding = Encoding::cp932;
  std::size_t bad_cp932 = 0;
  if (decode_cp932(text, decoded.utf8, bad_cp932)) return decoded;
  // The file is meant in the encoding that holds for longer.
  return bad_bytes(std::move(file_name), line_of(text, std::max(bad_utf8, bad_cp932)));
}

namespace {

// U+FF61 to U+FF9F in full width, in their order.
constexpr std::array<char16_t, 63> full_width_kana{
    u'。', u'「', u'」', u'、', u'・', u'ヲ', u'ァ', u'ィ', u'ゥ', u'ェ', u'ォ', u'ャ', u'ュ', u'ョ', u'ッ', u'ー',
    u'ア', u'イ', u'ウ', u'エ', u'オ', u'カ', u'キ', u'ク', u'ケ', u'コ', u'サ', u'シ', u'ス', u'セ', u'ソ', u'タ',
    u'チ', u'ツ', u'テ', u'ト', u'ナ', u'ニ', u'ヌ', u'ネ', u'ノ', u'ハ', u'ヒ', u'フ', u'ヘ', u'ホ', u'マ', u'ミ',
    u'ム', u'メ', u'モ', u'ヤ', u'ユ', u'ヨ', u'ラ', u'リ', u'ル', u'レ', u'ロ', u'ワ', u'ン', u'゛', u'゜'};

constexpr char32_t voiced_mark = 0xFF9E;
constexpr char32_t semi_voiced_mark = 0xFF9F;

// ｶ and ﾞ are two characters of half width and one of full width; 0 where the two do not join.
char32_t join_kana(char32_t full, char32_t mark) {
  const bool h_row = full == U'ハ' || full == U'ヒ' || full == U'フ' || full == U'ヘ' || full == U'ホ';
  if (mark == semi_voiced_mark) return h_row ? full + 2 : 0;
  if (mark != voiced_mark) return 0;
  if (full == U'ウ') return U'ヴ';
  if (full == U'ワ') return U'ヷ';
  if (full == U'ヲ') return U'ヺ';
  // From カ to ト each unvoiced kana stands before its voiced one.
  const bool k_to_t_row = full >= U'カ' && full <= U'ト' && full != U'ッ';
  return h_row || k_to_t_row ? full + 1 : 0;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_space(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x3000; }

}  // namespace

std::string to_half_width(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  char32_t kana = 0;  // a half-width kana that a mark may still follow, in full width
  const auto flush = [&] {
    if (kana != 0) append_utf8(out, kana);
    kana = 0;
  };
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    if (const char32_t joined = kana != 0 ? join_kana(kana, c) : 0; joined != 0) {
      append_utf8(out, joined);
      kana = 0;
      return;
    }
    flush();
    if (c >= 0xFF01 && c <= 0xFF5E) {
      out += static_cast<char>(c - 0xFF01 + '!');
    } else if (c == 0x3000) {
      out += ' ';
    } else if (c == 0x2212) {  // the minus that other tables than Windows' make of the same cp932 bytes as U+FF0D
      out += '-';
    } else if (c >= 0xFF61 && c <= 0xFF9F) {
      kana = full_width_kana[c - 0xFF61];
    } else {
      out += bytes;
    }
  });
  flush();
  return out;
}

std::string nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFKCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  if (U_SUCCESS(status) != 0) {
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  }
  if (U_FAILURE(status) != 0) throw std::runtime_error(std::string("ICU does not normalise: ") + u_errorName(status));
  return out;
}

std::string trim(std::string_view text) {
  std::size_t first = text.size();
  std::size_t end = 0;
  std::size_t at = 0;
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    if (!is_space(c)) {
      first = std::min(first, at);
      end = at + bytes.size();
    }
    at += bytes.size();
  });
  return first < end ? std::string(text.substr(first, end - first)) : std::string();
}

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  for_each_character(utf8, [&](char32_t code, std::string_view) {
    if (code >= 0x20 && code < 0x7F) {
      ++width;
      return;
    }
    const auto c = static_cast<UChar32>(code);
    const auto category = u_charType(c);
    // Marks stand on the character before them; controls and formats take no room.
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR || category == U_CONTROL_CHAR) return;
    const int wide = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    width += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
  });
  return width;
}

std::string pad_right(std::string_view utf8, std::size_t columns) {
  const std::size_t width = display_width(utf8);
  std::string out(utf8);
  if (width < columns) out.append(columns - width, ' ');
  return out;
}

std::string pad_left(std::string_view utf8, std::size_t columns) {
  const std::size_t width = display_width(utf8);
  std::string out;
  if (width < columns) out.append(columns - width, ' ');
  out += utf8;
  return out;
}

std::string group_digits(std::string_view number) {
  std::size_t first = 0;
  if (!number.empty() && (number[0] == '-' || number[0] == '+')) first = 1;
  std::size_t end = first;
  while (end < number.size() && number[end] >= '0' && number[end] <= '9') ++end;
  std::string out(number.substr(0, first));
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && (end - i) % 3 == 0) out += ',';
    out += number[i];
  }
  out += number.substr(end);
  return out;
}

std::string to_hiragana(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for_each_character(text, [&](char32_t c, std::string_view bytes) {
    // ァ to ヶ, and the marks of repetition ヽ and ヾ; ヷ to ヺ have no hiragana.
    if ((c >= 0x30A1 && c <= 0x30F6) || c == 0x30FD || c == 0x30FE) {
      append_utf8(out, c - 0x60);
    } else {
      out += bytes;
    }
  });
  return out;
}

Result<std::string> parse_corporate_number(std::string_view text) {
  std::string digits;
  bool clean = true;
  for_each_character(to_half_width(trim(text)), [&](char32_t c, std::string_view bytes) {
    // Hyphens as they are typed: U+2010 to U+2015, and the long-vowel mark beside them on the keyboard.
    const bool hyphen = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x30FC;
    if (c >= '0' && c <= '9') {
      digits += bytes;
    } else if (!hyphen && c != ' ') {
      clean = false;
    }
  });
  if (!clean || digits.size() != 13) return fail(errors::corporate_number_digits, {{"text", std::string(text)}});
  // P_n is the n-th of the twelve base digits from the right, weighted 1 and 2 in turn.
  int sum = 0;
  for (std::size_t n = 1; n <= 12; ++n) sum += (digits[13 - n] - '0') * (n % 2 == 1 ? 1 : 2);
  if (digits[0] - '0' != 9 - sum % 9) return fail(errors::corporate_number_check, {{"text", std::string(text)}});
  return digits;
}

}  // namespace sumi
