// init, keys, person, status, holdings, check, receipt, journal: what concerns the store itself.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include "base/errors.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/bundle_commands.h"
#include "cli/errors.h"
#include "cli/remote.h"
#include "project/names.h"
#include "registry/names.h"
#include "scheme/names.h"
#include "service/console_view.h"
#include "service/errors.h"
#include "store/errors.h"
#include "verify/report.h"
#include "verify/words.h"

namespace sumi::cli {
namespace {

std::string count_text(std::uint64_t n) { return group_digits(std::to_string(n)); }

Tree number(std::uint64_t n) { return Tree::make_number(std::to_string(n)); }

}  // namespace

namespace {

// A login is typed, and stands in scenarios and receipts of the console: letters, digits and . _ - only.
Result<void> check_login(const std::string& login) {
  const bool plain = std::all_of(login.begin(), login.end(),
      [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-'; });
  if (login.empty() || login.size() > limits::login_bytes_max || !plain) return fail(errors::login_syntax, {{"text", login}, {"limit", std::to_string(limits::login_bytes_max)}});
  return {};
}

// A store that could not be made leaves nothing behind in a place that was empty or missing, so that the next try finds it so.
Result<std::unique_ptr<service::Ledger>> make_store(const std::string& folder, const service::CreateOptions& create) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const bool missing = !fs::exists(folder, ignored);
  const bool empty = missing || (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored));
  auto made = service::Ledger::create(folder, create);
  if (made || !empty) return made;
  for (const char* name : {"journal.db", "journal.db-wal", "people.db", "people.db-wal", "packs", "lock"}) fs::remove_all(fs::path(folder) / name, ignored);
  if (missing) fs::remove(folder, ignored);
  if (made.error().def != &store::errors::database_unwritable) return made;
  // Nothing is damaged where nothing stood.
  std::string reason;
  for (const auto& [name, text] : made.error().args) {
    if (name == "reason") reason = text;
  }
  return fail(sumi::errors::file_unwritable, {{"file", folder}, {"reason", reason}});
}

}  // namespace

int run_init(const Context& context, const InitOptions& options) {
  return guarded(context, [&]() -> Result<void> {
    if (context.store.empty()) return fail(errors::store_not_named);
    service::CreateOptions create;
    bool known = false;
    for (const auto& [word, kind] : enum_names(scheme::StoreKind{})) {
      if (word == options.kind) create.kind = kind, known = true;
    }
    if (!known) return fail(errors::usage, {{"what", "--kind " + options.kind + " (production, demo, training)"}});
    if (trim(options.operator_name).empty()) return fail(errors::argument_missing, {{"name", "--operator"}, {"example", "sumi init --store demo --signing-key log.key --operator J-クレジット制度事務局"}});
    create.operator_name = options.operator_name;
    if (!options.corporate_number.empty()) {
      SUMI_TRY(create.operator_corporate_number, parse_corporate_number(options.corporate_number));
    }
    SUMI_CHECK(check_login(options.administrator));
    create.administrator = options.administrator;
    if (!options.time.empty()) {
      if (create.kind == scheme::StoreKind::production) return fail(service::errors::time_not_allowed);
      auto time = Instant::parse(options.time);
      if (!time) return fail(std::move(time).error().at({"--time"}));
      create.time = *time;
    }
    SUMI_TRY(const auto key, context.key());
    create.log_key = key.public_key();
    SUMI_TRY(create.rulebook, context.shipped_rulebook());
    SUMI_TRY(const auto ledger, make_store(context.store, create));
    SUMI_TRY(const auto checkpoint, ledger->checkpoint(key));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("store", Tree::make_string(context.store));
      t.add("origin", Tree::make_string(checkpoint.origin.to_text()));
      t.add("entries", number(checkpoint.head.size));
      t.add("public_key", Tree::make_string(key.public_key().to_text()));
      t.add("fingerprint", Tree::make_string(key.public_key().fingerprint().to_hex()));
      t.add("manifest", Tree::make_string(create.rulebook->manifest().to_hex()));
      print_json(t);
      return {};
    }
    print(context.say("台帳を作りました: ", "made the store ") + context.store + "\n");
    print(context.say("  識別子   ", "  origin       ") + checkpoint.origin.to_text() + "\n");
    print(context.say("  公開鍵   ", "  public key   ") + key.public_key().to_text() + "\n");
    print(context.say("  規則集   ", "  rulebook     ") + count_text(create.rulebook->packs().size()) + context.say(" 冊を採用 (", " packs adopted (") +
          create.rulebook->manifest().to_hex().substr(0, 16) + "...)\n");
    print(context.say("公開鍵は、受領証を検証する人に別の経路で伝えてください。\n", "Tell the public key to those who check receipts, by another way.\n"));
    return {};
  });
}

namespace {

void show_key(const Context& context, const journal::SigningKey& key, const std::string& file) {
  const auto& shown = key.public_key();
  if (context.json) {
    Tree t = Tree::make_table();
    t.add("file", Tree::make_string(file));
    t.add("public_key", Tree::make_string(shown.to_text()));
    t.add("fingerprint", Tree::make_string(shown.fingerprint().to_hex()));
    t.add("register_key", Tree::make_string(Hash{shown.bytes}.to_hex()));
    print_json(t);
    return;
  }
  print(context.say("鍵のファイル ", "key file     ") + file + context.say(" (権限 0600。だれにも渡さず、控えを別に保管)", " (mode 0600: give it to nobody, and keep a copy elsewhere)") + "\n");
  print(context.say("公開鍵       ", "public key   ") + shown.to_text() + "\n" + context.say("指紋         ", "fingerprint  ") + shown.fingerprint().to_hex() + "\n");
  // What RegisterKey takes: an organisation's own key, with which it signs outside of the store.
  print(std::string("RegisterKey  ") + Hash{shown.bytes}.to_hex() + "\n");
}

}  // namespace

int run_keys_new(const Context& context, const std::string& file, const std::string& name) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto key, journal::SigningKey::generate(name));
    SUMI_CHECK(key.save(file));
    show_key(context, key, file);
    return {};
  });
}

int run_keys_show(const Context& context, const std::string& file) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto key, journal::SigningKey::load(file));
    show_key(context, key, file);
    return {};
  });
}

int run_person_add(const Context& context, const std::string& login, const std::string& name) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_CHECK(check_login(login));
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto person, ledger->people().add_person(login, trim(name).empty() ? login : name));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("login", Tree::make_string(person.login));
      t.add("id", Tree::make_string(person.id.to_hex()));
      print_json(t);
    } else {
      print(person.login + "  " + person.id.to_hex() + "\n");
    }
    return {};
  });
}

namespace {

struct PersonLine {
  std::string login, name, id;
};
Result<std::vector<PersonLine>> persons_of(const Context& context) {
  std::vector<PersonLine> all;
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const auto items, remote.list("/people"));
    for (const Tree& p : items) all.push_back({text_at(p, "login"), text_at(p, "name"), text_at(p, "person")});
    return all;
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(const auto persons, ledger->people().persons());
  for (const auto& p : persons) all.push_back({p.login, p.name, p.id.to_hex()});
  return all;
}

}  // namespace

int run_person_list(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto persons, persons_of(context));
    wire::TextTable table({"login", context.say("氏名", "name"), "id"});
    Tree list = Tree::make_array();
    for (const auto& p : persons) {
      table.add({p.login, p.name, p.id});
      Tree t = Tree::make_table();
      t.add("login", Tree::make_string(p.login));
      t.add("name", Tree::make_string(p.name));
      t.add("id", Tree::make_string(p.id));
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else print(table.to_string());
    return {};
  });
}

namespace {

struct StatusLabel {
  std::string_view key, ja;
};
constexpr StatusLabel status_labels[] = {{"origin", "識別子"}, {"operator", "運営者"}, {"now", "台帳の時刻"}, {"entries", "記帳"}, {"tree_root", "ルートハッシュ"},
    {"state_hash", "状態のハッシュ"}, {"organisations", "法人"}, {"accounts", "口座"}, {"rule_packs_adopted", "採用した規則"}, {"projects", "プロジェクト"},
    {"projects_registered", "  うち登録済み"}, {"certifications", "認証"}, {"issued", "発行"}, {"held", "  保有"}, {"escrowed", "  申請中"},
    {"buffer", "  バッファー"}, {"retired", "  無効化"}, {"retired_for_state", "  国の目標に償却"}, {"cancelled", "  取消"}, {"next_due", "次の期限"}};

void print_status_line(const Context& context, const std::string& key, const Tree& value, std::string_view unit) {
  std::string label = key;
  if (context.language == Language::en) std::replace(label.begin(), label.end(), '_', ' ');
  for (const auto& [known, ja] : status_labels) {
    if (known == key && context.language == Language::ja) label = ja;
  }
  print(pad_right(label, 20) + "  " + (value.kind == Tree::Kind::number ? group_digits(value.text) : wire::cell_text(value)) + std::string(unit) + "\n");
}

}  // namespace

namespace {

// Number, corporate number, name.
Result<std::vector<std::array<std::string, 3>>> organisations_of(const Context& context) {
  std::vector<std::array<std::string, 3>> all;
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const auto items, remote.list("/organisations"));
    for (const Tree& o : items) all.push_back({text_at(o, "organisation"), text_at(o, "corporate_number"), text_at(o, "name")});
    return all;
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_CHECK(ledger->read([&](const scheme::State& state) {
    for (const auto& [organisation, row] : state.organisations()) {
      all.push_back({std::to_string(organisation.value), row.corporate_number, row.names.empty() ? std::string() : row.names.back().name});
    }
  }));
  return all;
}

}  // namespace

int run_organisations(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto all, organisations_of(context));
    wire::TextTable table({context.say("番号", "number"), context.say("法人番号", "corporate number"), context.say("名称", "name")});
    Tree list = Tree::make_array();
    for (const auto& [organisation, corporate, name] : all) {
      table.add({organisation, corporate.empty() ? std::string("-") : corporate, name});
      Tree t = Tree::make_table();
      t.add("number", Tree::make_number(organisation));
      if (!corporate.empty()) t.add("corporate_number", Tree::make_string(corporate));
      t.add("name", Tree::make_string(name));
      list.items.push_back(std::move(t));
    }
    if (context.json) print_json(list);
    else print(list.items.empty() ? context.say("事業者はありません。\n", "no organisations\n") : table.to_string());
    return {};
  });
}

namespace {

Result<service::StoreStatus> status_of(const Context& context) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    return remote.get_as<service::StoreStatus>("/status");
  }
  SUMI_TRY(const auto ledger, context.open());
  return service::store_status(*ledger);
}

Result<std::vector<service::HeldBlock>> blocks_of(const Context& context, std::uint64_t account) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    return remote.list_as<service::HeldBlock>("/holdings?account=" + std::to_string(account));
  }
  SUMI_TRY(const auto ledger, context.open());
  return service::held_blocks(*ledger, {account}, nullptr);
}

}  // namespace

int run_status(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto status, status_of(context));
    const Tree t = wire::to_tree(status);
    if (context.json) {
      print_json(t);
      return {};
    }
    for (const auto& [key, value] : t.members) {
      if (!value.is_table()) print_status_line(context, key, value, "");
      for (const auto& [sub, amount] : value.members) print_status_line(context, sub, amount, " t-CO2");
    }
    return {};
  });
}

int run_holdings(const Context& context, std::uint64_t account) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto blocks, blocks_of(context, account));
    if (context.json) {
      print_json(wire::to_tree(blocks));
      return {};
    }
    if (blocks.empty()) {
      print(context.say("保有するクレジットはありません。\n", "no units are held\n"));
      return {};
    }
    wire::TextTable table({context.say("口座", "account"), context.say("種類", "kind"), context.say("保有者", "holder"), context.say("状態", "status"), "t-CO2", context.say("シリアル番号", "serials")});
    for (const auto& b : blocks) {
      const auto status = b.status == "held" ? context.say("保有", "held") : b.status == "escrowed" ? context.say("申請中", "set aside") : context.say("使用済", "used");
      const auto kind = context.language == Language::ja ? std::string(verify::enum_word(b.kind).ja) : wire::word_of(b.kind);
      table.add({std::to_string(b.account.value), kind, b.holder, status, count_text(b.amount), b.serial});
    }
    print(table.to_string());
    print(context.say("(シリアル番号の書式は本プログラムのもの: 公式の桁構成は公表されていません)\n", "(the serials' form is this program's own: the official digit grammar is not public)\n"));
    return {};
  });
}

int run_check(const Context& context, bool full) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    const bool terminal = ::isatty(2) == 1;
    const auto progress = [&](std::uint64_t done, std::uint64_t of) {
      if (terminal) std::cerr << "\r" << count_text(done) << " / " << count_text(of) << std::flush;
    };
    SUMI_TRY(const auto result, ledger->check(full, progress));
    if (terminal && result.entries >= 10'000) std::cerr << "\n";
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("entries", number(result.entries));
      t.add("tree_size", number(result.head.size));
      t.add("tree_root", Tree::make_string(result.head.root.to_hex()));
      t.add("state_hash", Tree::make_string(result.state_hash.to_hex()));
      t.add("sealed_values", number(result.sealed));
      t.add("erased_values", number(result.erased));
      t.add("snapshots", number(result.snapshots));
      if (full) t.add("certifications_calculated", number(result.certifications));
      auto& findings = t.add("findings", Tree::make_array());
      for (const auto& f : result.findings) findings.items.push_back(Tree::make_string(f));
      print_json(t);
    } else {
      print(context.say("記帳           ", "entries         ") + count_text(result.entries) + "\n");
      print(context.say("ルートハッシュ ", "tree root       ") + result.head.root.to_hex() + "\n");
      print(context.say("状態のハッシュ ", "state hash      ") + result.state_hash.to_hex() + "\n");
      print(context.say("封をした値     ", "sealed values   ") + count_text(result.sealed) + context.say(" (消去 ", " (erased ") + count_text(result.erased) + ")\n");
      if (full) print(context.say("再計算した認証 ", "certifications calculated again ") + count_text(result.certifications) + "\n");
      for (const auto& f : result.findings) print("! " + f + "\n");
      if (result.findings.empty()) print(context.say("すべて一致しました。\n", "all holds\n"));
    }
    if (!result.findings.empty()) return fail(errors::checks_failed, {{"count", std::to_string(result.findings.size())}});
    return {};
  });
}

namespace {

// A server signs with its own key; a store's stands in --signing-key.
Result<journal::Receipt> receipt_of(const Context& context, std::uint64_t entry, bool party) {
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    const auto number_text = std::to_string(entry);
    SUMI_TRY(const auto text, remote.file(party ? "/audit/journal/" + number_text + "/receipt" : "/receipts/" + number_text));
    return journal::Receipt::parse(text, remote.host());
  }
  SUMI_TRY(const auto ledger, context.open());
  SUMI_TRY(const auto key, context.key());
  return ledger->receipt({entry}, party ? journal::ReceiptKind::party : journal::ReceiptKind::open, key);
}

}  // namespace

int run_receipt(const Context& context, std::uint64_t entry, bool party, const std::string& output) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto receipt, receipt_of(context, entry, party));
    const auto text = receipt.to_text();
    if (output.empty() && !context.json) {
      print(text);
      return {};
    }
    if (!output.empty()) SUMI_CHECK(write_output(output, text));
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("entry", number(entry));
      t.add("kind", Tree::make_string(party ? "party" : "public"));
      if (output.empty()) t.add("receipt", Tree::make_string(text));
      else t.add("file", Tree::make_string(output));
      t.add("fingerprint", Tree::make_string(receipt.key.fingerprint().to_hex()));
      print_json(t);
    } else {
      print(context.say("受領証 ", "receipt ") + output + context.say(" (記帳 ", " (entry ") + std::to_string(entry) + ")\n" + context.say("検証: ", "check it with: ") + "sumi-verify " + output + "\n");
    }
    return {};
  });
}

int run_receipt_verify(const Context& context, const std::string& file, const std::string& public_key) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto text, read_file(file, limits::receipt_bytes_max));
    SUMI_TRY(const auto receipt, journal::Receipt::parse(text, file));
    std::optional<Hash> pin;
    if (!public_key.empty()) {
      SUMI_TRY(pin, journal::parse_pin(public_key));
    }
    SUMI_TRY(const auto verified, journal::verify_receipt(receipt, pin, file));
    SUMI_CHECK(verify::check_openings(verified, file));
    print(context.json ? verify::report_json(verified) : verify::report_text(verified, context.language));
    return {};
  });
}

namespace {

Result<std::vector<service::JournalRecord>> records_of(const Context& context, std::uint64_t from, std::uint64_t count) {
  std::vector<service::JournalRecord> records;
  std::uint64_t last = 0;
  if (context.remote()) {
    SUMI_TRY(auto remote, Remote::open(context));
    SUMI_TRY(const Tree answer, remote.get("/audit/records?from=" + std::to_string(from) + "&count=" + std::to_string(count)));
    last = std::strtoull(text_at(answer, "last").c_str(), nullptr, 10);
    const auto* items = answer.find("items");
    SUMI_TRY(records, wire::from_tree<std::vector<service::JournalRecord>>(items == nullptr ? Tree::make_array() : *items));
  } else {
    SUMI_TRY(const auto ledger, context.open());
    last = ledger->last().value;
    SUMI_TRY(records, service::journal_records(*ledger, {from}, count));
  }
  if (from > last) return fail(errors::entry_past_end, {{"entry", std::to_string(from)}, {"last", std::to_string(last)}});
  return records;
}

}  // namespace

int run_journal_show(const Context& context, std::uint64_t from, std::uint64_t count) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto records, records_of(context, from, count));
    const Tree list = wire::to_tree(records);
    if (context.json) {
      print_json(list);
      return {};
    }
    for (const auto& entry : list.items) {
      print(entry.find("entry")->text + "  " + entry.find("time")->text + "  " + entry.find("command")->text + "  " +
            verify::act_word(entry.find("command")->text, context.language) + "\n");
      for (const auto& [key, value] : entry.members) {
        if (key == "entry" || key == "time" || key == "command") continue;
        if (value.is_table() && value.members.empty()) continue;
        print("    " + pad_right(key, 14) + wire::cell_text(value) + "\n");
      }
    }
    return {};
  });
}

int run_journal_replay(const Context& context, std::uint64_t to, bool sections) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_TRY(const auto state, ledger->state_at(to == 0 ? ledger->last() : SequenceNumber{to}));
    Tree t = Tree::make_table();
    t.add("to", number(to == 0 ? ledger->last().value : to));
    t.add("now", Tree::make_string(state.now().to_japan_string()));
    t.add("state_hash", Tree::make_string(state.state_hash().to_hex()));
    t.add("batches", number(state.registry().batches().size()));
    t.add("blocks", number(state.registry().blocks().size()));
    if (!context.json) for (const auto& [key, value] : t.members) print(pad_right(key, 12) + value.text + "\n");
    if (sections) print_sections(context, t, state);
    if (context.json) print_json(t);
    return {};
  });
}

int run_snapshot(const Context& context) {
  return guarded(context, [&]() -> Result<void> {
    SUMI_TRY(const auto ledger, context.open());
    SUMI_CHECK(ledger->snapshot());
    if (context.json) {
      Tree t = Tree::make_table();
      t.add("entry", number(ledger->last().value));
      print_json(t);
      return {};
    }
    print(context.say("状態の写しを書きました: 記帳 ", "wrote a snapshot at entry ") + std::to_string(ledger->last().value) + "\n");
    return {};
  });
}

}  // namespace sumi::cli
