#include "project/member_keys.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"

namespace sumi::project {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

Text decode(std::string_view utf8) {
  Text out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) c = (c << 6U) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    out += c;
    i += length;
  }
  return out;
}

std::string encode(View text) {
  std::string out;
  for (const char32_t c : text) {
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c < 0x800) {
      out += static_cast<char>(0xC0U | (c >> 6U));
      out += static_cast<char>(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
      out += static_cast<char>(0xE0U | (c >> 12U));
      out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
      out += static_cast<char>(0x80U | (c & 0x3FU));
    } else {
      out += static_cast<char>(0xF0U | (c >> 18U));
      out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
      out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
      out += static_cast<char>(0x80U | (c & 0x3FU));
    }
  }
  return out;
}

bool digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool latin(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
bool kanji(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'々'; }
bool one_of(char32_t c, View all) { return all.find(c) != View::npos; }
bool starts(View text, std::size_t at, View word) { return text.substr(std::min(at, text.size()), word.size()) == word; }

// Older and newer forms of one character, as they stand in names of places.
constexpr std::array<std::pair<char32_t, char32_t>, 48> newer{{{U'龍', U'竜'}, {U'澤', U'沢'}, {U'濱', U'浜'}, {U'濵', U'浜'}, {U'邊', U'辺'}, {U'邉', U'辺'},
    {U'齋', U'斎'}, {U'齊', U'斉'}, {U'國', U'国'}, {U'廣', U'広'}, {U'櫻', U'桜'}, {U'瀧', U'滝'}, {U'嶋', U'島'}, {U'嶌', U'島'}, {U'條', U'条'}, {U'圓', U'円'},
    {U'﨑', U'崎'}, {U'嵜', U'崎'}, {U'髙', U'高'}, {U'曾', U'曽'}, {U'蘆', U'芦'}, {U'鹽', U'塩'}, {U'惠', U'恵'}, {U'萬', U'万'}, {U'豐', U'豊'}, {U'實', U'実'},
    {U'學', U'学'}, {U'縣', U'県'}, {U'區', U'区'}, {U'檜', U'桧'}, {U'籠', U'篭'}, {U'淵', U'渕'}, {U'埜', U'野'}, {U'舘', U'館'}, {U'鷗', U'鴎'}, {U'麴', U'麹'},
    {U'槇', U'槙'}, {U'壽', U'寿'}, {U'榮', U'栄'}, {U'藏', U'蔵'}, {U'會', U'会'}, {U'驛', U'駅'}, {U'靜', U'静'}, {U'戶', U'戸'}, {U'德', U'徳'}, {U'縄', U'縄'},
    {U'蕃', U'番'}, {U'莊', U'荘'}}};
constexpr View hyphens = U"‐‑‒–—―−─━﹣－⁃˗〜~";

// One character at a time: hyphens, spaces, older kanji, small kana between kanji.
Text unify(View text) {
  Text out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    char32_t& c = out[i];
    const auto older = std::ranges::find(newer, c, &std::pair<char32_t, char32_t>::first);
    if (older != newer.end()) c = older->second;
    if (one_of(c, hyphens)) c = U'-';
    // The long vowel is a hyphen where it stands behind a number.
    if (c == U'ー' && i > 0 && (digit(out[i - 1]) || one_of(out[i - 1], U"目番地号"))) c = U'-';
    if (c == U'　' || c == U'\t' || c == U',' || c == U'、') c = U' ';
  }
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    if (!kanji(out[i - 1]) || !kanji(out[i + 1])) continue;
    if (one_of(out[i], U"ヶケがガヵカか")) out[i] = U'ヶ';
    else if (one_of(out[i], U"ノの之乃")) out[i] = U'ノ';
    else if (one_of(out[i], U"ッツつっ")) out[i] = U'ツ';
  }
  return out;
}

// 十二 -> 12, 二三 -> 23, 百五 -> 105; nothing for what is no number.
std::optional<std::uint32_t> kanji_number(View text) {
  constexpr View digits = U"〇一二三四五六七八九";
  std::uint32_t sum = 0, part = 0;
  bool positional = false;
  for (const char32_t c : text) {
    const auto d = digits.find(c);
    const std::uint32_t place = c == U'十' ? 10 : c == U'百' ? 100 : c == U'千' ? 1000 : 0;
    if (d != View::npos) {
      part = positional ? part * 10 + static_cast<std::uint32_t>(d) : static_cast<std::uint32_t>(d);
      positional = true;
    } else if (place != 0) {
      sum += (positional ? part : 1) * place;
      part = 0;
      positional = false;
    } else {
      return std::nullopt;
    }
    if (sum + part > 9'999'999) return std::nullopt;
  }
  return sum + part;
}

bool numeral(char32_t c) { return one_of(c, U"〇一二三四五六七八九十百千"); }

// Kanji numerals become digits where what follows says that they count something.
Text numerals_to_digits(View text) {
  Text out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && numeral(text[end])) ++end;
    const bool counted = end > i && (starts(text, end, U"丁目") || starts(text, end, U"番") || starts(text, end, U"号") || starts(text, end, U"条") || starts(text, end, U"線") ||
                                        (starts(text, end, U"丁") && end + 1 < text.size() && (digit(text[end + 1]) || numeral(text[end + 1]))) ||
                                        // behind 番地の, 丁目 and hyphens: 二番地の五, 一-二-三
                                        (i > 0 && (text[i - 1] == U'-' || (one_of(text[i - 1], U"のノ之") && !out.empty() && i > 1 && one_of(text[i - 2], U"地番号目")))) ||
                                        (i > 0 && one_of(text[i - 1], U"目地番") && !kanji(end < text.size() ? text[end] : U' ')) ||
                                        (end < text.size() && text[end] == U'-'));
    const auto value = counted ? kanji_number(text.substr(i, end - i)) : std::nullopt;
    if (value) {
      for (const char d : std::to_string(*value)) out += static_cast<char32_t>(d);
      i = end;
    } else {
      out += text[i++];
    }
  }
  return out;
}

// 丁目, 番地, 番, 号 and の behind a digit become hyphens. 番町 is a name, 号室 and 号棟 belong to a building.
Text counters_to_hyphens(View text) {
  Text out;
  for (std::size_t i = 0; i < text.size();) {
    const bool behind_digit = !out.empty() && digit(out.back());
    std::size_t passed = 0;
    bool ends = false;
    if (behind_digit) {
      for (const View word : {View(U"丁目"), View(U"番地"), View(U"番"), View(U"号"), View(U"丁")}) {
        if (!starts(text, i, word)) continue;
        const char32_t next = i + word.size() < text.size() ? text[i + word.size()] : U' ';
        const bool name = (word == U"番" && one_of(next, U"町丁館")) || (word == U"号" && one_of(next, U"室棟館線")) || (word == U"丁" && !digit(next) && next != U' ');
        if (!name) {
          passed = word.size();
          ends = word == U"号";
        }
        break;
      }
      if (passed == 0 && one_of(text[i], U"のノ之") && i + 1 < text.size() && digit(text[i + 1])) passed = 1;
    }
    if (passed == 0) {
      out += text[i++];
      continue;
    }
    i += passed;
    if (passed > 0 && i < text.size() && one_of(text[i], U"のノ之") && i + 1 < text.size() && digit(text[i + 1])) ++i;
    while (i < text.size() && text[i] == U'-') ++i;
    // Behind 号 a number is another thing: a room.
    std::size_t next = i;
    while (next < text.size() && text[next] == U' ') ++next;
    if (ends) {
      out += next < text.size() ? U' ' : U'\0';
    } else if (next < text.size() && digit(text[next])) {
      out += U'-';
      i = next;
    } else {
      out += U' ';
    }
    if (out.back() == U'\0') out.pop_back();
  }
  return out;
}

void drop_front(Text& text) {
  const auto spaces = [&] { text.erase(0, text.find_first_not_of(U' ') == Text::npos ? text.size() : text.find_first_not_of(U' ')); };
  spaces();
  if (text.starts_with(U"〒")) text.erase(0, 1);
  spaces();
  const bool hyphen = text.size() > 8 && text[3] == U'-';
  const std::size_t length = hyphen ? 8 : 7;
  bool code = text.size() > length && !digit(text[length]) && text[length] != U'-';
  for (std::size_t i = 0; code && i < length; ++i) code = (hyphen && i == 3) || digit(text[i]);
  if (code) text.erase(0, length);
  spaces();
  for (const View country : {View(U"日本国"), View(U"日本")}) {
    if (text.starts_with(country) && (starts(text, country.size(), U"東京都") || text.find(U'県') < 8 || text.find(U'府') < 8 || text.find(U'道') < 8)) text.erase(0, country.size());
  }
  spaces();
}

void drop_aza(Text& text) {
  for (std::size_t at = text.find(U"大字"); at != Text::npos; at = text.find(U"大字", at)) text.erase(at, 2);
  for (std::size_t at = text.find(U'字'); at != Text::npos; at = text.find(U'字', at)) {
    // 十文字, 大文字 are names; 小字 is a 字.
    if (at > 0 && text[at - 1] == U'文') {
      ++at;
      continue;
    }
    const bool small = at > 0 && text[at - 1] == U'小';
    text.erase(small ? at - 1 : at, small ? 2 : 1);
  }
}

constexpr std::array<View, 47> prefectures{U"北海道", U"青森県", U"岩手県", U"宮城県", U"秋田県", U"山形県", U"福島県", U"茨城県", U"栃木県", U"群馬県", U"埼玉県", U"千葉県",
    U"東京都", U"神奈川県", U"新潟県", U"富山県", U"石川県", U"福井県", U"山梨県", U"長野県", U"岐阜県", U"静岡県", U"愛知県", U"三重県", U"滋賀県", U"京都府", U"大阪府",
    U"兵庫県", U"奈良県", U"和歌山県", U"鳥取県", U"島根県", U"岡山県", U"広島県", U"山口県", U"徳島県", U"香川県", U"愛媛県", U"高知県", U"福岡県", U"佐賀県", U"長崎県",
    U"熊本県", U"大分県", U"宮崎県", U"鹿児島県", U"沖縄県"};

// The city at the front of `text`, or nothing: 市川市, 四日市市; 余市町 and 高市郡 are none.
View city_of(View text) {
  for (std::size_t i = 1; i < std::min<std::size_t>(text.size(), 8); ++i) {
    if (digit(text[i]) || text[i] == U' ' || text[i] == U'区') return {};
    if (text[i] != U'市') continue;
    const char32_t next = i + 1 < text.size() ? text[i + 1] : U' ';
    if (next == U'市') return text.substr(0, i + 2);
    if (one_of(next, U"町郡村")) return {};
    return text.substr(0, i + 1);
  }
  return {};
}

void drop_prefecture(Text& text) {
  for (const View prefecture : prefectures) {
    if (!text.starts_with(prefecture)) continue;
    const View city = city_of(View(text).substr(prefecture.size()));
    if (!city.empty() && city != U"府中市" && city != U"伊達市") text.erase(0, prefecture.size());
    return;
  }
}

struct Block {
  std::size_t begin = 0, end = 0;  // of the text
  std::vector<Text> numbers;
};

// The first run of numbers that is no part of a name (北5条, 3番町, 東3線).
std::optional<Block> find_block(View text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(text[i])) continue;
    Block block{i, i, {}};
    while (i < text.size() && digit(text[i])) {
      Text number;
      while (i < text.size() && digit(text[i])) number += text[i++];
      block.numbers.push_back(number);
      block.end = i;
      if (i + 1 < text.size() && text[i] == U'-' && digit(text[i + 1])) ++i;
      else break;
    }
    const bool name = block.numbers.size() == 1 && i < text.size() && (one_of(text[i], U"条線区") || starts(text, i, U"番町") || starts(text, i, U"番丁") || starts(text, i, U"号線"));
    if (!name) return block;
  }
  return std::nullopt;
}

// Wing, floor and room: the letters and digits of what follows the block.
std::vector<Text> rooms_of(View rest) {
  std::vector<Text> out;
  bool inside = false;
  for (const char32_t c : rest) {
    const bool part = digit(c) || latin(c);
    if (part) {
      if (!inside || (digit(c) != digit(out.back().back()))) out.emplace_back();
      out.back() += c >= U'a' && c <= U'z' ? c - U'a' + U'A' : c;
    } else if (c == U'階' && inside) {
      out.emplace_back(U"F");
    }
    inside = part;
  }
  return out;
}

Text without_zeros(View number) {
  const auto first = number.find_first_not_of(U'0');
  return first == View::npos ? Text(U"0") : Text(number.substr(first));
}

}  // namespace

NormalAddress normal_address(std::string_view text) {
  Text t = unify(decode(nfkc(text)));
  drop_front(t);
  drop_aza(t);
  // Spaces inside of the name say nothing; between a number and what follows they end the block.
  Text compact;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (t[i] != U' ' || (!compact.empty() && (digit(compact.back()) || one_of(compact.back(), U"号地番")))) compact += t[i];
  }
  t = counters_to_hyphens(numerals_to_digits(compact));
  drop_prefecture(t);
  const auto block = find_block(t);
  if (!block) return {};
  NormalAddress out;
  Text place;
  for (const char32_t c : View(t).substr(0, block->begin)) {
    if (c != U' ' && c != U'-') place += c;
  }
  if (place.empty()) return {};
  std::vector<Text> rooms;
  for (std::size_t i = 0; i < block->numbers.size(); ++i) {
    if (i < 3) place += (i == 0 ? U"" : U"-") + without_zeros(block->numbers[i]);
    else rooms.push_back(without_zeros(block->numbers[i]));
  }
  for (const Text& room : rooms_of(View(t).substr(block->end))) rooms.push_back(room);
  out.place = encode(place);
  for (const Text& room : rooms) out.room += (out.room.empty() ? "" : "-") + encode(room);
  return out;
}

std::optional<std::string> normal_corporate_number(std::string_view text) {
  auto number = parse_corporate_number(text);
  if (!number) return std::nullopt;
  return *std::move(number);
}

std::optional<std::string> normal_serial(std::string_view text) {
  std::string upper = nfkc(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  upper = trim(upper);
  for (const std::string_view front : {"製造番号", "計器番号", "設備番号", "S/N", "SN:", "SERIAL", "NO.", "NO ", "NO:"}) {
    if (!upper.starts_with(front)) continue;
    upper.erase(0, front.size());
    upper = trim(upper);
  }
  std::string out;
  bool only_digits = true;
  std::size_t length = 0, digits = 0;
  for (const char32_t c : decode(upper)) {
    const bool kana_or_kanji = c >= 0x3041 && c != U'・' && c != U'ー' && c < 0xA000;
    if (!digit(c) && !latin(c) && !kana_or_kanji) continue;
    only_digits = only_digits && digit(c);
    ++length;
    if (digit(c)) ++digits;
    out += encode(View(&c, 1));
  }
  if (only_digits) {
    const std::size_t zeros = std::min(out.find_first_not_of('0'), out.size());
    out.erase(0, zeros);
    length -= zeros;
  }
  constexpr std::size_t shortest = 4;
  if (length < shortest || digits == 0) return std::nullopt;
  return out;
}

std::optional<std::string> key_text(MemberKeyKind kind, std::string_view text) {
  std::optional<std::string> normal;
  std::string_view word;
  switch (kind) {
    case MemberKeyKind::corporate_number: normal = normal_corporate_number(text), word = "corporate_number"; break;
    case MemberKeyKind::equipment: normal = normal_serial(text), word = "equipment"; break;
    case MemberKeyKind::meter: normal = normal_serial(text), word = "meter"; break;
    case MemberKeyKind::address: {
      const NormalAddress address = normal_address(text);
      if (!address.place.empty()) normal = address.text();
      word = "address";
      break;
    }
  }
  if (!normal) return std::nullopt;
  return "sumi key " + std::to_string(normaliser_version) + "\n" + std::string(word) + "\n" + *normal;
}

}  // namespace sumi::project
