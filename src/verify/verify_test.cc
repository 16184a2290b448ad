#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

#include "journal/receipt.h"
#include "journal/seal.h"
#include "journal/segment.h"
#include "scheme/commands.h"
#include "verify/program.h"
#include "verify/words.h"

namespace sumi::verify {
namespace {

using journal::ReceiptKind;

journal::SigningKey some_key() {
  std::array<std::uint8_t, 32> seed;
  seed.fill(0x42);
  return std::move(journal::SigningKey::from_seed("registry.example.jp", seed).value());
}

journal::OpenedValue some_note() {
  journal::OpenedValue o;
  o.salt.fill(3);
  const std::string text = "見本の備考";
  o.value.assign(text.begin(), text.end());
  return o;
}

template <class Command>
Bytes body_of(const Command& command, const typename Command::Outcome& outcome, Part part) {
  Bytes bytes = encode_part(command, part);
  const Bytes rest = encode_part(outcome, part);
  bytes.insert(bytes.end(), rest.begin(), rest.end());
  return bytes;
}

// A store of three entries: a confirmed retirement, a transfer with a sealed note, and an entry of a kind that nobody knows.
class Store {
 public:
  explicit Store(journal::StoreKind kind = journal::StoreKind::production) {
    registry::ConfirmRetirement confirm;
    confirm.retirement.value = 12;
    registry::Retired retired;
    retired.ranges = {{BatchNumber{4}, 101, 201}};
    retired.amount = 100;
    retired.purpose = "shk";
    retired.fiscal_year.number = 2026;
    retired.user.value = 7;
    retired.user_name = "株式会社\x1b[31m見本\xc2\x9b";
    add(confirm, retired);
    registry::Transfer transfer;
    transfer.from.value = 1;
    transfer.to.value = 2;
    transfer.price_yen_per_t = "3500";
    transfer.note.commitment = journal::seal(some_note().salt, some_note().value);
    add(transfer, {{{BatchNumber{4}, 1, 101}}});
    add_bytes(9, {1, 2, 0xfe}, {3});
    // The text of this one imitates a commitment.
    project::DecideRegistration imitation;
    imitation.ground.assign(reinterpret_cast<const char*>(transfer.note.commitment.bytes.data()), 32);
    add(imitation, {});
    const auto segment = builder_.finish();
    journal::TreeEdge edge;
    std::vector<Hash> leaves;
    EXPECT_TRUE(journal::verify_segment(segment, edge, &leaves));
    journal::MerkleTree tree;
    for (const Hash& leaf : leaves) tree.append(leaf);
    segment_ = segment;
    tree_ = tree;
    journal::Origin origin{kind, {}};
    origin.store.bytes.fill(0xab);
    checkpoint_ = journal::sign_checkpoint(origin, tree.head(), some_key());
  }

  [[nodiscard]] std::string receipt(std::uint64_t number, ReceiptKind kind, const std::vector<journal::OpenedValue>& opened = {}) const {
    std::string text;
    const auto done = journal::for_each_entry(segment_, [&](SequenceNumber n, const journal::EntryView& e) -> Result<void> {
      if (n.value != number) return {};
      SUMI_TRY(const auto r, journal::make_receipt(kind, n, e, tree_, checkpoint_, some_key().public_key(), opened));
      text = r.to_text();
      return {};
    });
    EXPECT_TRUE(done);
    return text;
  }

 private:
  template <class Command>
  void add(const Command& command, const typename Command::Outcome& outcome) {
    add_bytes(scheme::CommandType<Command>::number, body_of(command, outcome, Part::open), body_of(command, outcome, Part::party));
  }
  void add_bytes(std::uint16_t type, const Bytes& open, const Bytes& party) {
    journal::EntryHeader h;
    h.type = type;
    h.version = 1;
    h.time.ms = 1'795'305'600'000;
    h.business_date = Date::from_days(20'779);
    h.on_behalf_of.value = 77;
    h.organisation_is_party = true;
    h.actor.bytes.fill(0xcd);
    journal::Salt salt;
    salt.fill(static_cast<std::uint8_t>(type));
    EXPECT_TRUE(builder_.append(h, open, party, salt));
  }
  journal::SegmentBuilder builder_{journal::TreeEdge{}};
  journal::Segment segment_;
  journal::MerkleTree tree_;
  journal::Checkpoint checkpoint_;
};

Output verify_text(const std::string& receipt, std::vector<std::string> more = {}) {
  const std::string path = ::testing::TempDir() + "sumi_verify_" + std::to_string(::getpid());
  std::ofstream(path, std::ios::binary) << receipt;
  more.insert(more.begin(), path);
  const Output output = run(more);
  std::remove(path.c_str());
  return output;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(Verify, TellsWhatAReceiptProves) {
  const Output ja = verify_text(Store().receipt(1, ReceiptKind::open), {"--language", "ja"});
  EXPECT_EQ(ja.exit_code, 0) << ja.err;
  for (const char* expected : {"検証できました", "sumi/abababab", "2026-11-22 09:00:00 +09:00", "無効化等の確定 (ConfirmRetirement 42.1)", "無効化等の番号               12\n",
                               "無効化等の種類               無効化\n", "ロット4 101〜200(100単位)", "数量                         100\n", "FY2026", "利用者の名称"}) {
    EXPECT_TRUE(has(ja.out, expected)) << expected << "\n" << ja.out;
  }
  EXPECT_FALSE(has(ja.out, "デモ"));
  EXPECT_FALSE(has(ja.out, "\x1b")) << "a name must not steer the terminal";
  EXPECT_FALSE(has(ja.out, "\xc2\x9b"));
  EXPECT_FALSE(has(ja.out, "cdcd")) << "the person is not public";
  const Output en = verify_text(Store().receipt(1, ReceiptKind::open), {"--language=en"});
  for (const char* expected : {"Verified", "Confirm retirement (ConfirmRetirement 42.1)", "user name", "retirement                   12\n", "batch 4, 101 to 200 (100 units)"}) EXPECT_TRUE(has(en.out, expected)) << expected << "\n" << en.out;
}

TEST(Verify, DemoAndTrainingStoresSaySo) {
  const auto out = [](journal::StoreKind kind, const char* language) { return verify_text(Store(kind).receipt(1, ReceiptKind::open), {"--language", language}).out; };
  EXPECT_TRUE(has(out(journal::StoreKind::demo, "ja"), "実演用(デモ)の台帳の受領証です"));
  EXPECT_TRUE(has(out(journal::StoreKind::training, "ja"), "研修用の台帳の受領証です"));
  EXPECT_TRUE(has(out(journal::StoreKind::demo, "en"), "DEMO store"));
  EXPECT_TRUE(has(out(journal::StoreKind::training, "en"), "TRAINING store"));
  EXPECT_TRUE(has(verify_text(Store(journal::StoreKind::training).receipt(1, ReceiptKind::open), {"--json"}).out, "\"store_kind\":\"training\""));
}

TEST(Verify, APartyReceiptShowsThePartysFieldsAndOpenedValues) {
  const Store store;
  const Output closed = verify_text(store.receipt(2, ReceiptKind::open), {"--language", "en"});
  EXPECT_EQ(closed.exit_code, 0);
  EXPECT_FALSE(has(closed.out, "3500"));
  EXPECT_FALSE(has(closed.out, "77"));
  const Output party = verify_text(store.receipt(2, ReceiptKind::party, {some_note()}), {"--json"});
  EXPECT_EQ(party.exit_code, 0) << party.err;
  for (const char* expected : {"\"verified\":true", "\"command\":\"Transfer\"", "\"price_yen_per_t\":\"3500\"", "\"from\":\"1\"", "\"value\":\"見本の備考\"",
                               "\"on_behalf_of\":\"77\"", "\"actor\":\"cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd\"", "\"entry\":\"2\"", "\"tree_size\":\"4\""}) {
    EXPECT_TRUE(has(party.out, expected)) << expected << "\n" << party.out;
  }
}

TEST(Verify, AnUnknownKindIsStillProved) {
  const Output o = verify_text(Store().receipt(3, ReceiptKind::open), {"--language", "en"});
  EXPECT_EQ(o.exit_code, 0) << o.err;
  EXPECT_TRUE(has(o.out, "of a kind unknown to this program (9.1)"));
  EXPECT_TRUE(has(o.out, "0102fe"));
}

TEST(Verify, AnOpeningMustBelongToASealedField) {
  const Output o = verify_text(Store().receipt(4, ReceiptKind::open, {some_note()}), {"--language", "en"});
  EXPECT_EQ(o.exit_code, 3);
  EXPECT_TRUE(has(o.err, "journal.receipt_opening"));
}

TEST(Verify, APinnedKeyIsComparedAsTextFingerprintOrFile) {
  const std::string receipt = Store().receipt(1, ReceiptKind::open);
  const auto key = some_key().public_key();
  const std::string path = ::testing::TempDir() + "sumi_verify_pub_" + std::to_string(::getpid());
  std::ofstream(path) << key.to_text() << "\n";
  for (const std::string& pin : {key.to_text(), key.fingerprint().to_hex(), path}) {
    const Output o = verify_text(receipt, {"--public-key", pin, "--json"});
    EXPECT_EQ(o.exit_code, 0) << o.err;
    EXPECT_TRUE(has(o.out, "\"pinned\":true"));
  }
  std::remove(path.c_str());
  const auto other = journal::SigningKey::generate("registry.example.jp");
  const Output o = verify_text(receipt, {"--public-key", other->public_key().to_text(), "--json"});
  EXPECT_EQ(o.exit_code, 3);
  EXPECT_TRUE(has(o.out, "\"verified\":false,\"error\":\"journal.receipt_key_pinned\""));
  EXPECT_TRUE(has(verify_text(receipt, {"--json"}).out, "\"pinned\":false"));
  EXPECT_EQ(verify_text(receipt, {"--public-key", "nonsense"}).exit_code, 2);
}

TEST(Verify, ExitCodesAndHelp) {
  std::string receipt = Store().receipt(1, ReceiptKind::open);
  EXPECT_EQ(verify_text("").exit_code, 2);
  EXPECT_EQ(verify_text("hello\n").exit_code, 2);
  EXPECT_EQ(verify_text(receipt, {"--no-such-option"}).exit_code, 2);
  EXPECT_EQ(verify_text(receipt, {"second"}).exit_code, 2);
  EXPECT_EQ(verify_text(receipt, {"--language", "fr"}).exit_code, 2);
  EXPECT_EQ(run({}).exit_code, 2);
  EXPECT_EQ(run(std::vector<std::string>{"/no/such/receipt"}).exit_code, 2);
  const Output help = run(std::vector<std::string>{"--language", "en", "--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_TRUE(has(help.out, "Example:"));
  receipt.replace(receipt.find("entry 1"), 7, "entry 2");
  const Output moved = verify_text(receipt, {"--language", "ja"});
  EXPECT_EQ(moved.exit_code, 3);
  EXPECT_TRUE(has(moved.err, ":3: ")) << moved.err;
}

// Every command has a Japanese word, and so has every field of its public and party parts.
struct FieldsHaveWords {
  template <class T>
  void operator()(Part, const char* name, T& value) {
    EXPECT_NE(field_word(name, Language::ja), field_word(name, Language::en)) << name;
    inside(value);
  }
  template <class T>
  void inside(T& value) {
    if constexpr (is_vector<T>::value || is_optional<T>::value) {
      typename T::value_type element{};
      inside(element);
    } else if constexpr (std::is_enum_v<T>) {
      EXPECT_FALSE(enum_word(static_cast<T>(1)).ja.empty());
      // 0 is a word of its own in what is offset: nothing.
      if constexpr (!std::is_same_v<T, registry::OffsetKind>) EXPECT_TRUE(enum_word(static_cast<T>(0)).ja.empty());
      EXPECT_TRUE(enum_word(static_cast<T>(200)).ja.empty());
    } else if constexpr (Described<T>) {
      T::fields(value, *this);
    }
  }
};

TEST(Words, EveryCommandAndFieldHasAJapaneseWord) {
  int commands = 0;
  for (std::uint16_t type = 1; type < 500; ++type) {
    scheme::with_command_type(type, 1, [&](auto command) {
      using Command = decltype(command);
      ++commands;
      const auto name = scheme::command_name<Command>();
      EXPECT_NE(act_word(name, Language::ja), name);
      FieldsHaveWords visitor;
      Command::fields(command, visitor);
      typename Command::Outcome outcome{};
      Command::Outcome::fields(outcome, visitor);
    });
  }
  EXPECT_GT(commands, 20);
}

}  // namespace
}  // namespace sumi::verify
