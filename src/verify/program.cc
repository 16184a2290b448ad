#include "verify/program.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/limits.h"
#include "journal/receipt.h"
#include "verify/proofs.h"
#include "verify/report.h"
#include "verify/vocabulary.h"

namespace sumi::verify {

namespace {

constexpr const char* help_ja =
    "sumi-verify ファイル [--public-key 鍵|ファイル] [--old 古いチェックポイント] [--witness 鍵|ファイル]\n"
    "            [--json] [--language ja|en]\n"
    "\n"
    "sumi の受領証や証明を、ネットワークも台帳も使わずに確かめ、何が証明されたかを示します。\n"
    "\n"
    "  ファイル            次のどれか(1行目で見分けます)。「-」は標準入力\n"
    "                        受領証(sumi receipt)、記帳の証明(sumi journal prove)、\n"
    "                        続きの証明(sumi journal consistency)、チェックポイント、分岐の証拠(sumi witness)\n"
    "  --public-key 鍵     この鍵による署名だけを認めます。公開鍵(名前+8桁+base64)、64桁の指紋、\n"
    "                      またはそのどちらかを書いたファイル。受領証のほかでは必ず、公開鍵を指定します\n"
    "  --old ファイル      続きの証明: 古いチェックポイント\n"
    "  --witness 鍵        この証人の署名も求めます(何度でも)\n"
    "  --json              結果をJSONで示します\n"
    "  --types             記帳の種類ごとの項目と言葉をJSONで示します(ファイルは要りません)\n"
    "  --language ja|en    表示の言語(指定がなければ、LANG が en で始まるとき en、ほかは ja)\n"
    "\n"
    "例: sumi-verify receipt-17.txt --public-key operator.pub\n"
    "    sumi-verify consistency.txt --old checkpoint-june.txt --public-key operator.pub --witness witness.pub\n"
    "終了コード: 0 証明は成り立つ、2 入力や使い方の誤り、3 証明は成り立たない\n";

constexpr const char* help_en =
    "sumi-verify FILE [--public-key KEY|FILE] [--old CHECKPOINT] [--witness KEY|FILE]\n"
    "            [--json] [--language ja|en]\n"
    "\n"
    "Checks a receipt or a proof of sumi, without network or journal, and says what it proves.\n"
    "\n"
    "  FILE                one of these, told apart by the first line; - is standard input:\n"
    "                        a receipt (sumi receipt), a proof of inclusion (sumi journal prove) or of\n"
    "                        consistency (sumi journal consistency), a checkpoint, the evidence of a fork\n"
    "  --public-key KEY    accept a signature by this key only: a public key (NAME+KEYID+BASE64), its\n"
    "                      fingerprint of 64 digits, or a file that holds one of them. All but receipts\n"
    "                      need the key itself\n"
    "  --old CHECKPOINT    of a proof of consistency: the older checkpoint\n"
    "  --witness KEY       this witness must have signed too; may be given again\n"
    "  --json              tell the result as JSON\n"
    "  --types             tell the fields and words of every type of entry as JSON (needs no file)\n"
    "  --language ja|en    language of the text (default: en where LANG begins with en, else ja)\n"
    "\n"
    "Example: sumi-verify receipt-17.txt --public-key operator.pub\n"
    "         sumi-verify consistency.txt --old checkpoint-june.txt --public-key operator.pub --witness witness.pub\n"
    "Exit codes: 0 the proof holds, 2 bad input or usage, 3 the proof does not hold\n";

struct Options {
  std::string file;
  std::optional<std::string> public_key;
  std::string old;
  std::vector<std::string> witnesses;
  bool json = false;
  bool help = false;
  bool types = false;
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
    } else if (word == "--types") {
      o.types = true;
    } else if (word == "--json") {
      o.json = true;
    } else if (value("--public-key", text)) {
      o.public_key = text;
    } else if (value("--old", text)) {
      o.old = text;
    } else if (value("--witness", text)) {
      o.witnesses.push_back(text);
    } else if (value("--language", text)) {
      if (text != "ja" && text != "en") return usage(o.language, "言語は ja か en です。", "the language is ja or en");
      o.language = text == "ja" ? Language::ja : Language::en;
    } else if (word.size() > 1 && word.starts_with('-')) {
      return usage(o.language, "「" + word + "」は使えません。", "\"" + word + "\" is not an option, or its value is missing");
    } else if (!o.file.empty()) {
      return usage(o.language, "ファイルは一つだけ指定してください。", "give one file only");
    } else {
      o.file = word;
    }
  }
  if (o.file.empty() && !o.help && !o.types) return usage(o.language, "受領証か証明のファイルを指定してください。", "give the file of a receipt or a proof");
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

// A public key as text, or in a file.
template <class Key>
Result<Key> key_of(const std::string& given) {
  auto key = Key::parse(given);
  if (key || ::access(given.c_str(), F_OK) != 0) return key;
  SUMI_TRY(const std::string text, read_file(given, limits::key_file_bytes_max));
  auto from_file = Key::parse(std::string_view(text).substr(0, text.find_last_not_of(" \r\n") + 1));
  if (!from_file) return fail(std::move(from_file).error().at({given, 1, 0}));
  return from_file;
}

Result<std::string> check_receipt(const Options& o, const std::string& text) {
  std::optional<Hash> pin;
  if (o.public_key) {
    SUMI_TRY(pin, pin_of(*o.public_key));
  }
  SUMI_TRY(const journal::Receipt receipt, journal::Receipt::parse(text, o.file));
  SUMI_TRY(const journal::VerifiedReceipt verified, journal::verify_receipt(receipt, pin, o.file));
  SUMI_CHECK(check_openings(verified, o.file));
  return o.json ? report_json(verified) : report_text(verified, o.language);
}

Result<std::string> check_other(const Options& o, FileKind kind, const std::string& text) {
  ProofQuestion question{.key = {}, .witnesses = {}, .old = std::nullopt, .file = o.file, .language = o.language, .json = o.json};
  SUMI_TRY(question.key, key_of<journal::PublicKey>(*o.public_key));
  for (const std::string& witness : o.witnesses) {
    SUMI_TRY(auto key, key_of<journal::WitnessKey>(witness));
    question.witnesses.push_back(std::move(key));
  }
  if (!o.old.empty()) {
    SUMI_TRY(const std::string older, read_file(o.old, limits::checkpoint_bytes_max));
    SUMI_TRY(question.old, journal::Checkpoint::parse(older, o.old));
  }
  return check_proof(kind, text, question);
}

// What the options lack for such a file.
std::optional<Output> missing_for(FileKind kind, const Options& o) {
  if (kind == FileKind::receipt) {
    if (o.witnesses.empty() && o.old.empty()) return std::nullopt;
    return usage(o.language, "受領証には --old も --witness も使えません。証人の署名は sumi journal prove の証明で確かめます。",
                 "a receipt takes neither --old nor --witness: it carries the log's signature alone");
  }
  if (!o.public_key) return usage(o.language, "--public-key で台帳の公開鍵を指定してください。", "give the log's public key by --public-key");
  if ((kind == FileKind::consistency) != o.old.empty()) return std::nullopt;
  if (o.old.empty()) return usage(o.language, "--old で古いチェックポイントを指定してください。", "give the older checkpoint by --old");
  return usage(o.language, "--old は続きの証明だけに使えます。", "--old is for a proof of consistency only");
}

}  // namespace

Output run(std::span<const std::string> arguments) {
  Options o;
  o.language = language_of_environment();
  if (auto answer = read_options(arguments, o)) return std::move(*answer);
  if (o.help) return {0, o.language == Language::ja ? help_ja : help_en, {}};
  if (o.types) return {0, entry_types_json(), {}};
  const auto text = read_file(o.file == "-" ? "/dev/stdin" : o.file, limits::receipt_bytes_max);
  const FileKind kind = text ? kind_of(*text) : FileKind::receipt;
  if (text) {
    if (auto answer = missing_for(kind, o)) return std::move(*answer);
  }
  const auto told = !text ? Result<std::string>(fail(text.error())) : kind == FileKind::receipt ? check_receipt(o, *text) : check_other(o, kind, *text);
  if (!told) {
    return {static_cast<int>(told.error().def->kind), o.json ? refusal_json(told.error(), o.language) : std::string(), describe_error(told.error(), o.language) + "\n"};
  }
  return {0, *told, {}};
}

}  // namespace sumi::verify
