#include "journal/receipt.h"

#include "base/limits.h"
#include "journal/base64.h"
#include "journal/seal.h"
#include "journal/testing.h"

namespace sumi::journal {
namespace {

using testing::add;
using testing::error_name;
using testing::lines_of;
using testing::plain_entry;

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

// A journal of seven entries; the fifth seals two values, one in each part.
struct Journal {
  SigningKey key = std::move(SigningKey::from_seed("registry.example.jp", seed(0x42)).value());
  SegmentBuilder builder{TreeEdge{}};
  Segment segment;
  MerkleTree tree;
  Checkpoint checkpoint;
  OpenedValue open_value{salt(0x71), bytes_of("株式会社見本")};
  OpenedValue party_value{salt(0x72), bytes_of("贈答用 950 個")};

  Journal() {
    for (std::uint8_t i = 1; i <= 7; ++i) {
      Entry e = plain_entry(30, "public " + std::to_string(i), "party " + std::to_string(i), i);
      e.header.organisation_is_party = i == 5;
      if (i == 5) {
        const Hash a = seal(open_value.salt, open_value.value);
        const Hash b = seal(party_value.salt, party_value.value);
        e.public_body.insert(e.public_body.end(), a.bytes.begin(), a.bytes.end());
        e.party_body.insert(e.party_body.end(), b.bytes.begin(), b.bytes.end());
      }
      EXPECT_TRUE(add(builder, e));
    }
    segment = builder.finish();
    TreeEdge edge;
    std::vector<Hash> leaves;
    EXPECT_TRUE(verify_segment(segment, edge, &leaves));
    for (const Hash& leaf : leaves) tree.append(leaf);
    checkpoint = sign_checkpoint(Origin{StoreKind::demo, {}}, tree.head(), key);
  }
  static std::array<std::uint8_t, 32> seed(std::uint8_t b) {
    std::array<std::uint8_t, 32> s;
    s.fill(b);
    return s;
  }
  static Salt salt(std::uint8_t b) {
    Salt s;
    s.fill(b);
    return s;
  }
  [[nodiscard]] Result<Receipt> receipt(std::uint64_t number, ReceiptKind kind, std::vector<OpenedValue> opened = {}) const {
    std::optional<Result<Receipt>> made;
    EXPECT_TRUE(for_each_entry(segment, [&](SequenceNumber n, const EntryView& e) -> Result<void> {
      if (n.value == number) made = make_receipt(kind, n, e, tree, checkpoint, key.public_key(), opened);
      return {};
    }));
    return *made;
  }
};

Result<VerifiedReceipt> check(std::string_view text, const std::optional<Hash>& pin = std::nullopt) {
  SUMI_TRY(const Receipt r, Receipt::parse(text, "receipt.txt"));
  return verify_receipt(r, pin, "receipt.txt");
}

TEST(Receipt, EveryEntryHasOne) {
  const Journal journal;
  for (std::uint64_t n = 1; n <= 7; ++n) {
    for (const ReceiptKind kind : {ReceiptKind::open, ReceiptKind::party}) {
      const auto made = journal.receipt(n, kind);
      ASSERT_TRUE(made) << describe_error(made.error(), Language::en);
      EXPECT_EQ(Receipt::parse(made->to_text()).value(), *made);
      const auto v = check(made->to_text());
      ASSERT_TRUE(v) << describe_error(v.error(), Language::en);
      EXPECT_EQ(v->header.type, 30);
      EXPECT_EQ(v->header.on_behalf_of.value, n == 5 && kind == ReceiptKind::open ? 0U : 7U);
      EXPECT_EQ(v->header.actor.is_nil(), kind == ReceiptKind::open);
      EXPECT_EQ(v->party_body.empty(), kind == ReceiptKind::open);
      EXPECT_FALSE(v->pinned);
    }
  }
}

// Two kinds, with opened values: whichever byte is changed to whatever, the file is refused.
TEST(Receipt, AnyChangedByteIsRefusedWithItsPlace) {
  const Journal journal;
  const auto open = journal.receipt(5, ReceiptKind::open, {journal.open_value});
  const auto party = journal.receipt(5, ReceiptKind::party, {journal.open_value, journal.party_value});
  ASSERT_TRUE(open && party);
  for (const std::string& text : {open->to_text(), party->to_text()}) {
    ASSERT_TRUE(check(text));
    for (std::size_t at = 0; at < text.size(); ++at) {
      for (const int change : {1, 2, 4, 8, 16, 32, 64, 128, 3, 0x2a, 0x5f, 0xff}) {
        std::string bad = text;
        bad[at] = static_cast<char>(bad[at] ^ change);
        const auto result = check(bad);
        ASSERT_FALSE(result) << "byte " << at << " changed by " << change << ":\n" << bad;
        EXPECT_GT(result.error().place.line, 0U);
        EXPECT_EQ(result.error().place.file, "receipt.txt");
        EXPECT_TRUE(result.error().def->kind == ErrorKind::bad_input || result.error().def->kind == ErrorKind::damaged);
      }
      EXPECT_FALSE(check(text.substr(0, at))) << at;
      EXPECT_FALSE(check(text.substr(0, at) + text.substr(at + 1))) << at;
      EXPECT_FALSE(check(text.substr(0, at) + text[at] + text.substr(at))) << at;
    }
  }
}

TEST(Receipt, LinesCannotBeSwappedDroppedOrAdded) {
  const Journal journal;
  const auto lines = lines_of(journal.receipt(5, ReceiptKind::party, {journal.open_value, journal.party_value})->to_text());
  const auto joined = [](const std::vector<std::string>& all) {
    std::string text;
    for (const auto& l : all) text += l + "\n";
    return text;
  };
  ASSERT_TRUE(check(joined(lines)));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto dropped = lines;
    dropped.erase(dropped.begin() + static_cast<std::ptrdiff_t>(i));
    // Without an opened value the receipt is as true as before and says less.
    EXPECT_EQ(check(joined(dropped)).has_value(), lines[i].starts_with("open ")) << lines[i];
    auto twice = lines;
    twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(i), lines[i]);
    EXPECT_FALSE(check(joined(twice))) << lines[i];
    if (i + 1 < lines.size()) {
      auto swapped = lines;
      std::swap(swapped[i], swapped[i + 1]);
      EXPECT_FALSE(check(joined(swapped))) << lines[i];
    }
  }
}

TEST(Receipt, OpenedValuesMustBeTheSealedOnes) {
  const Journal journal;
  const auto v = check(journal.receipt(5, ReceiptKind::party, {journal.open_value, journal.party_value})->to_text());
  ASSERT_TRUE(v);
  ASSERT_EQ(v->opened.size(), 2U);
  EXPECT_EQ(v->opened[0].part, Part::open);
  EXPECT_EQ(v->opened[0].offset, std::string("public 5").size());
  EXPECT_EQ(v->opened[0].value, journal.open_value.value);
  EXPECT_EQ(v->opened[1].part, Part::party);
  // What a public receipt does not show cannot be opened in it; nor in another entry's, nor in another order, nor with another value.
  EXPECT_EQ(error_name(journal.receipt(5, ReceiptKind::open, {journal.party_value})), "receipt_opening");
  EXPECT_EQ(error_name(journal.receipt(4, ReceiptKind::party, {journal.open_value})), "receipt_opening");
  EXPECT_EQ(error_name(journal.receipt(5, ReceiptKind::party, {journal.party_value, journal.open_value})), "receipt_opening");
  OpenedValue other = journal.open_value;
  other.value.push_back('x');
  EXPECT_EQ(error_name(journal.receipt(5, ReceiptKind::party, {other})), "receipt_opening");
}

TEST(Receipt, APinnedKeyIsTheOnlyOne) {
  const Journal journal;
  const std::string text = journal.receipt(3, ReceiptKind::open)->to_text();
  const auto pinned = check(text, journal.key.public_key().fingerprint());
  ASSERT_TRUE(pinned);
  EXPECT_TRUE(pinned->pinned);
  // A forger signs the same head with a key of the same name: that holds in itself, and the pin tells the difference.
  auto forged = *journal.receipt(3, ReceiptKind::open);
  const auto forger = SigningKey::from_seed("registry.example.jp", Journal::seed(0x43));
  forged.checkpoint = sign_checkpoint(forged.checkpoint.origin, forged.checkpoint.head, *forger);
  EXPECT_EQ(error_name(check(forged.to_text())), "checkpoint_key");
  forged.key = forger->public_key();
  EXPECT_TRUE(check(forged.to_text()));
  EXPECT_EQ(error_name(check(forged.to_text(), journal.key.public_key().fingerprint())), "receipt_key_pinned");
}

TEST(Receipt, WhatIsNotTrueIsNotMade) {
  const Journal journal;
  const Entry stranger = plain_entry(30, "public 3", "party 3", 99);
  const auto bytes = encode_entry(stranger);
  const auto view = decode_entry(*bytes);
  const auto make = [&](std::uint64_t n) {
    return make_receipt(ReceiptKind::open, SequenceNumber{n}, *view, journal.tree, journal.checkpoint, journal.key.public_key());
  };
  EXPECT_EQ(error_name(make(3)), "receipt_inclusion");
  EXPECT_EQ(error_name(make(8)), "proof_range");
  EXPECT_EQ(error_name(make(0)), "proof_range");
}

TEST(Receipt, ForeignFilesAreRefusedByLine) {
  const Journal journal;
  const std::string good = journal.receipt(2, ReceiptKind::open)->to_text();
  const auto refusal = [](const std::string& text) {
    const auto r = Receipt::parse(text);
    return r ? std::string("accepted") : std::string(r.error().def->name) + ":" + std::to_string(r.error().place.line);
  };
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos);
    return text.replace(at, from.size(), to);
  };
  EXPECT_EQ(refusal(good), "accepted");
  EXPECT_EQ(refusal(""), "receipt_version:1");
  EXPECT_EQ(refusal("sumi receipt v1"), "receipt_syntax:1");
  EXPECT_EQ(refusal(with("v1", "v2")), "receipt_version:1");
  EXPECT_EQ(refusal("\xef\xbb\xbf" + good), "receipt_version:1");
  EXPECT_EQ(refusal(with("receipt v1\n", "receipt v1\r\n")), "receipt_version:1");
  EXPECT_EQ(refusal(with("kind public", "kind secret")), "receipt_syntax:2");
  EXPECT_EQ(refusal(with("entry 2", "entry 02")), "receipt_syntax:3");
  EXPECT_EQ(refusal(with("entry 2", "entry 0")), "receipt_syntax:3");
  EXPECT_EQ(refusal(with("entry 2", "entry -2")), "receipt_syntax:3");
  EXPECT_EQ(refusal(with("entry 2", "entry 99999999999999999999")), "receipt_syntax:3");
  EXPECT_EQ(refusal(with("public A", "public  A")), "receipt_syntax:4");
  EXPECT_EQ(refusal(with("commitment", "salt")), "receipt_syntax:5");
  EXPECT_EQ(refusal(with("sumi-demo/", "sumi-Demo/")), "checkpoint_syntax:11");
  EXPECT_EQ(refusal(good + "\n"), "checkpoint_syntax:16");
  EXPECT_EQ(refusal(std::string(limits::receipt_bytes_max + 1, 'x')), "receipt_too_large:0");
}

TEST(Receipt, TheFormIsThatOfTheComment) {
  const Journal journal;
  const auto lines = lines_of(journal.receipt(2, ReceiptKind::open)->to_text());
  ASSERT_EQ(lines.size(), 15U);
  EXPECT_EQ(lines[0], "sumi receipt v1");
  EXPECT_EQ(lines[1], "kind public");
  EXPECT_EQ(lines[2], "entry 2");
  EXPECT_EQ(lines[3].substr(0, 7), "public ");
  EXPECT_EQ(lines[4].substr(0, 11), "commitment ");
  for (int i = 5; i < 8; ++i) EXPECT_EQ(lines[static_cast<std::size_t>(i)].substr(0, 6), "proof ");
  EXPECT_EQ(lines[8], "key " + journal.key.public_key().to_text());
  EXPECT_EQ(lines[9], "checkpoint");
  EXPECT_EQ(lines[10], "sumi-demo/00000000000000000000000000000000");
  EXPECT_EQ(lines[11], "7");
  EXPECT_EQ(lines[12], to_base64(journal.tree.head().root.bytes));
  EXPECT_EQ(lines[13], "");
  EXPECT_EQ(lines[14].substr(0, std::string("— registry.example.jp ").size()), "— registry.example.jp ");
}

}  // namespace
}  // namespace sumi::journal
