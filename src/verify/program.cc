#include "verify/program.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "base/file.h"
#include "base/limits.h"
#include "journal/receipt.h"
#include "verify/report.h"

namespace sumi::verify {

namespace {

constexpr const char* help_ja =
    "sumi-verify 受領証 [--public-key 鍵|ファイル] [--json] [--language ja|en]\n"
    "\n"
    "sumi の受領証を、ネットワークも台帳も使わずに確かめ、何が証明されたかを示します。\n"
    "\n"
    "  受領証              sumi receipt が書き出したファイル。「-」は標準入力\n"
    "  --public-key 鍵     この鍵による署名だけを認めます。公開鍵(名前+8桁+base64)、64桁の指紋、\n"
    "                      またはそのどちらかを書いたファイル\n"
    "  --json              結果をJSONで示します\n"
    "  --language ja|en    表示の言語(指定がなければ、LANG が en で始まるとき en、ほかは ja)\n"
    "\n"
    "例: sumi-verify receipt-17.txt --public-key operator.pub\n"
    "終了コード: 0 証明は成り立つ、2 入力や使い方の誤り、3 証明は成り立たない\n";

constexpr const char* help_en =
    "sumi-verify RECEIPT [--public-key KEY|FILE] [--json] [--language ja|en]\n"
    "\n"
    "Checks a receipt of sumi, without network or journal, and says what it proves.\n"
    "\n"
    "  RECEIPT             the file that `sumi receipt` wrote; - is standard input\n"
    "  --public-key KEY    accept a signature by this key only: a public key (NAME+KEYID+BASE64), its\n"
    "                      fingerprint of 64 digits, or a file that holds one of them\n"
    "  --json              tell the result as JSON\n"
    "  --language ja|en    language of the text (default: en where LANG begins with en, else ja)\n"
    "\n"
    "Example: sumi-verify receipt-17.txt --public-key operator.pub\n"
    "Exit codes: 0 the proof holds, 2 bad input or usage, 3 the proof does not hold\n";

struct Options {
  std::string receipt;
  std::optional<std::string> public_key;
  bool json = false;
  bool help = false;
  Language language = Language::en;
};

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::strncmp(value, "en", 2) == 0 ? Language::en : Language::ja;
  }
  return Language::ja;
}

Output usage(Language language, const std::string& ja, const std::string& en) {
  const bool japanese = language == Language::ja;
  return {2, {}, "sumi-verify: " + (japanese ? ja : en) + "\n\n" + (japanese ? help_ja : help_en)};
}

// What to answer if the command line is wrong.
std::optional<Output> read_options(std::span<const std::string> arguments, Options& o) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const auto value = [&](const char* name, std::string& to) {
      const std::string prefix = std::string(name) + "=";
      if (word.starts_with(prefix)) {
        to = word.substr(prefix.size());
        return true;
      }
      if (word != name || i + 1 == arguments.size()) return false;
      to = arguments[++i];
      return true;
    };
    std::string text;
    if (word == "--help" || word == "-h") {
      o.help = true;
    } else if (word == "--json") {
      o.json = true;
    } else if (value("--public-key", text)) {
      o.public_key = text;
    } else if (value("--language", text)) {
      if (text != "ja" && text != "en") return usage(o.language, "言語は ja か en です。", "the language is ja or en");
      o.language = text == "ja" ? Language::ja : Language::en;
    } else if (word.size() > 1 && word.starts_with('-')) {
      return usage(o.language, "「" + word + "」は使えません。", "\"" + word + "\" is not an option, or its value is missing");
    } else if (!o.receipt.empty()) {
      return usage(o.language, "受領証は一つだけ指定してください。", "give one receipt only");
    } else {
      o.receipt = word;
    }
  }
  if (o.receipt.empty() && !o.help) return usage(o.language, "受領証のファイルを指定してください。", "give the file of a receipt");
  return std::nullopt;
}

// The key itself, or a file that holds it.
Result<Hash> pin_of(const std::string& given) {
  auto pin = journal::parse_pin(given);
  if (pin || ::access(given.c_str(), F_OK) != 0) return pin;
  SUMI_TRY(const std::string text, read_file(given, limits::key_file_bytes_max));
  auto from_file = journal::parse_pin(text);
  if (!from_file) return fail(std::move(from_file).error().at({given, 1, 0}));
  return from_file;
}

Result<journal::VerifiedReceipt> check(const Options& o) {
  std::optional<Hash> pin;
  if (o.public_key) {
    SUMI_TRY(pin, pin_of(*o.public_key));
  }
  SUMI_TRY(const std::string text, read_file(o.receipt == "-" ? "/dev/stdin" : o.receipt, limits::receipt_bytes_max));
  SUMI_TRY(const journal::Receipt receipt, journal::Receipt::parse(text, o.receipt));
  SUMI_TRY(journal::VerifiedReceipt verified, journal::verify_receipt(receipt, pin, o.receipt));
  SUMI_CHECK(check_openings(verified, o.receipt));
  return verified;
}

}  // namespace

Output run(std::span<const std::string> arguments) {
  Options o;
  o.language = language_of_environment();
  if (auto answer = read_options(arguments, o)) return std::move(*answer);
  if (o.help) return {0, o.language == Language::ja ? help_ja : help_en, {}};
  const auto verified = check(o);
  if (!verified) {
    return {static_cast<int>(verified.error().def->kind), o.json ? refusal_json(verified.error(), o.language) : std::string(),
            describe_error(verified.error(), o.language) + "\n"};
  }
  return {0, o.json ? report_json(*verified) : report_text(*verified, o.language), {}};
}

}  // namespace sumi::verify
