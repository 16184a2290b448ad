#include "journal/checkpoint.h"

#include <sys/stat.h>

#include "journal/base64.h"
#include "journal/testing.h"

namespace sumi::journal {
namespace {

using testing::error_name;
using testing::Random;

template <std::size_t N>
std::array<std::uint8_t, N> bytes_of(std::string_view hex) {
  std::array<std::uint8_t, N> a{};
  for (std::size_t i = 0; i < N; ++i) a[i] = static_cast<std::uint8_t>(std::stoul(std::string(hex.substr(2 * i, 2)), nullptr, 16));
  return a;
}

SigningKey some_key(const std::string& name = "registry.example.jp") {
  std::array<std::uint8_t, 32> seed;
  seed.fill(0x42);
  return std::move(SigningKey::from_seed(name, seed).value());
}

Origin some_origin(StoreKind kind = StoreKind::production) {
  Origin o{kind, {}};
  o.store.bytes = bytes_of<16>("000102030405060708090a0b0c0d0e0f");
  return o;
}

Checkpoint some_checkpoint() {
  TreeHead head{1234, {}};
  head.root.bytes.fill(0x5a);
  return sign_checkpoint(some_origin(), head, some_key());
}

struct TemporaryFile {
  std::string path = ::testing::TempDir() + "sumi_key_" + std::to_string(::getpid());
  TemporaryFile() { std::remove(path.c_str()); }
  ~TemporaryFile() { std::remove(path.c_str()); }
  [[nodiscard]] std::string text() const {
    std::stringstream s;
    s << std::ifstream(path, std::ios::binary).rdbuf();
    return s.str();
  }
  void write(const std::string& text, mode_t mode = 0600) const {
    std::remove(path.c_str());
    std::ofstream(path, std::ios::binary) << text;
    ::chmod(path.c_str(), mode);
  }
};

// RFC 8032 section 7.1, tests 1 and 2.
TEST(Key, SignsAsRfc8032Says) {
  const struct {
    const char *seed, *public_key, *signature;
    std::string message;
  } cases[] = {
      {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
       "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b", ""},
      {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
       "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00", "\x72"}};
  for (const auto& c : cases) {
    const auto key = SigningKey::from_seed("k", bytes_of<32>(c.seed));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->public_key().bytes, bytes_of<32>(c.public_key));
    EXPECT_EQ(key->sign(c.message), bytes_of<64>(c.signature));
    EXPECT_TRUE(key->public_key().verify(c.message, bytes_of<64>(c.signature)));
    EXPECT_FALSE(key->public_key().verify(c.message + "x", bytes_of<64>(c.signature)));
  }
}

// The key and the note in the documentation of Go's golang.org/x/mod/sumdb/note: another program's key id and signature.
TEST(Key, TextAndSignatureAreThoseOfSignedNotes) {
  const std::string text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const auto secret = from_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
  ASSERT_TRUE(secret && secret->size() == 33);
  std::array<std::uint8_t, 32> seed;
  std::copy(secret->begin() + 1, secret->end(), seed.begin());
  const auto key = SigningKey::from_seed("PeterNeumann", seed);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->public_key().to_text(), text);
  EXPECT_EQ(PublicKey::parse(text).value(), key->public_key());
  EXPECT_EQ(key->public_key().fingerprint().to_hex().substr(0, 8), "c74f20a3");
  const auto line = from_base64("x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=");
  ASSERT_TRUE(line);
  EXPECT_TRUE(key->public_key().verify("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
                                       BytesView(*line).subspan(4)));
}

TEST(Key, BadPublicKeysAreRefused) {
  const std::string good = some_key().public_key().to_text();
  ASSERT_TRUE(PublicKey::parse(good));
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (int change = 1; change < 256; ++change) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ change);
      EXPECT_EQ(error_name(PublicKey::parse(bad)), "public_key_syntax") << bad;
    }
    EXPECT_FALSE(PublicKey::parse(good.substr(0, i)));
  }
  EXPECT_EQ(error_name(SigningKey::generate("")), "key_name");
  EXPECT_EQ(error_name(SigningKey::generate("a b")), "key_name");
  EXPECT_EQ(error_name(SigningKey::generate("a+b")), "key_name");
  EXPECT_EQ(error_name(SigningKey::generate("a\nb")), "key_name");
  EXPECT_EQ(error_name(SigningKey::generate("全角\xe3\x80\x80")), "key_name");
  EXPECT_EQ(error_name(SigningKey::generate(std::string(129, 'a'))), "key_name");
  EXPECT_TRUE(SigningKey::generate("登録簿.example.jp"));
}

TEST(Key, APinIsAKeyOrAFingerprint) {
  const PublicKey key = some_key().public_key();
  const std::string hex = key.fingerprint().to_hex();
  std::string spaced;
  for (std::size_t i = 0; i < hex.size(); i += 8) spaced += hex.substr(i, 8) + " ";
  for (auto& c : spaced) c = static_cast<char>(std::toupper(c));
  for (const std::string& text : {hex, spaced, key.to_text(), key.to_text() + "\n"}) EXPECT_EQ(parse_pin(text).value(), key.fingerprint()) << text;
  EXPECT_EQ(error_name(parse_pin(hex.substr(1))), "public_key_syntax");
}

TEST(KeyFile, IsSavedLoadedAndNeverWrittenOver) {
  TemporaryFile file;
  auto key = SigningKey::generate("registry.example.jp");
  ASSERT_TRUE(key);
  ASSERT_TRUE(key->save(file.path));
  struct stat status {};
  ASSERT_EQ(::stat(file.path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  const auto again = SigningKey::load(file.path);
  ASSERT_TRUE(again) << describe_error(again.error(), Language::en);
  EXPECT_EQ(again->public_key(), key->public_key());
  EXPECT_EQ(again->sign("x"), key->sign("x"));
  const std::string before = file.text();
  EXPECT_EQ(error_name(some_key().save(file.path)), "key_file_exists");
  EXPECT_EQ(file.text(), before);
  EXPECT_EQ(error_name(some_key().save("/nonexistent-folder/key")), "key_file_unwritable");
  EXPECT_NE(SigningKey::generate("a")->public_key().bytes, SigningKey::generate("a")->public_key().bytes);
}

TEST(KeyFile, IsRefusedWhenOthersMayUseIt) {
  TemporaryFile file;
  ASSERT_TRUE(some_key().save(file.path));
  for (const mode_t mode : {0640U, 0604U, 0620U, 0602U, 0644U, 0610U}) {
    ::chmod(file.path.c_str(), mode);
    EXPECT_EQ(error_name(SigningKey::load(file.path)), "key_file_permissions");
  }
  ::chmod(file.path.c_str(), 0400);
  EXPECT_TRUE(SigningKey::load(file.path));
}

TEST(KeyFile, IsRefusedWhenCutOffOrChanged) {
  TemporaryFile file;
  EXPECT_EQ(error_name(SigningKey::load(file.path)), "key_file_missing");
  EXPECT_EQ(error_name(SigningKey::load("/")), "key_file_unreadable");
  ASSERT_TRUE(some_key().save(file.path));
  const std::string good = file.text();
  for (std::size_t i = 0; i < good.size(); ++i) {
    file.write(good.substr(0, i));
    EXPECT_EQ(error_name(SigningKey::load(file.path)), "key_file_syntax") << i;
    std::string changed = good;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    file.write(changed);
    EXPECT_EQ(error_name(SigningKey::load(file.path)), "key_file_syntax") << i;
  }
  for (const std::string& text : {good + "\n", good + good, std::string(2000, 'x')}) {
    file.write(text);
    EXPECT_EQ(error_name(SigningKey::load(file.path)), "key_file_syntax");
  }
}

TEST(Checkpoint, IsReadByAnIndependentReader) {
  Random random(6);
  for (int i = 0; i < 5; ++i) {
    const auto key = SigningKey::generate("log" + std::to_string(i) + ".example.jp");
    ASSERT_TRUE(key);
    TreeHead head{random.bits() >> 2, {}};
    random.fill(head.root.bytes);
    const Origin origin = some_origin(static_cast<StoreKind>(1 + i % 3));
    std::string text = sign_checkpoint(origin, head, *key).to_text();
    const std::string reader = "python3 " SUMI_SOURCE_DIR "/src/journal/note_oracle.py '" + key->public_key().to_text() + "'";
    const std::vector<std::string> expected{origin.to_text(), std::to_string(head.size), head.root.to_hex(), key->public_key().fingerprint().to_hex().substr(0, 8), "good"};
    EXPECT_EQ(testing::lines_of(testing::ask(reader, text)), expected);
    text[origin.to_text().size() - 1] ^= 1;
    EXPECT_EQ(testing::lines_of(testing::ask(reader, text)).back(), "bad");
  }
}

TEST(Checkpoint, OriginNamesStoreAndKind) {
  EXPECT_EQ(some_origin().to_text(), "sumi/000102030405060708090a0b0c0d0e0f");
  EXPECT_EQ(some_origin(StoreKind::demo).to_text(), "sumi-demo/000102030405060708090a0b0c0d0e0f");
  EXPECT_EQ(some_origin(StoreKind::training).to_text(), "sumi-training/000102030405060708090a0b0c0d0e0f");
  for (const StoreKind kind : {StoreKind::production, StoreKind::demo, StoreKind::training}) {
    EXPECT_EQ(Origin::parse(some_origin(kind).to_text()).value(), some_origin(kind));
  }
  EXPECT_FALSE(Origin::parse("sumi/000102030405060708090A0B0C0D0E0F"));
  EXPECT_FALSE(Origin::parse("sumi/00"));
  EXPECT_FALSE(Origin::parse("other/000102030405060708090a0b0c0d0e0f"));
}

TEST(Checkpoint, RoundTripsAndAnyChangedByteIsRefused) {
  const Checkpoint c = some_checkpoint();
  const std::string text = c.to_text();
  const PublicKey key = some_key().public_key();
  EXPECT_EQ(Checkpoint::parse(text).value(), c);
  EXPECT_TRUE(verify_checkpoint(c, key));
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (int change = 1; change < 256; ++change) {
      std::string bad = text;
      bad[at] = static_cast<char>(bad[at] ^ change);
      const auto parsed = Checkpoint::parse(bad);
      if (parsed) {
        EXPECT_FALSE(verify_checkpoint(*parsed, key)) << at << " " << change;
      }
    }
    const auto cut = Checkpoint::parse(text.substr(0, at));
    EXPECT_EQ(error_name(cut), "checkpoint_syntax");
  }
}

TEST(Checkpoint, ASignatureOfAnotherHeadIsNone) {
  Checkpoint c = some_checkpoint();
  c.head.size += 1;
  EXPECT_EQ(error_name(verify_checkpoint(c, some_key().public_key())), "checkpoint_signature");
  c = some_checkpoint();
  c.signatures.front().signature.front() ^= 1;
  EXPECT_EQ(error_name(verify_checkpoint(c, some_key().public_key())), "checkpoint_signature");
}

TEST(Checkpoint, OtherSignaturesMayStandBesideTheLogs) {
  Checkpoint c = some_checkpoint();
  c.signatures.push_back(sign_checkpoint(c.origin, c.head, some_key("witness.example")).signatures.front());
  EXPECT_EQ(Checkpoint::parse(c.to_text()).value(), c);
  EXPECT_TRUE(verify_checkpoint(c, some_key().public_key()));
  c.signatures.erase(c.signatures.begin());
  EXPECT_EQ(error_name(verify_checkpoint(c, some_key().public_key())), "checkpoint_key");
  c = some_checkpoint();
  c.signatures.push_back(c.signatures.front());
  EXPECT_EQ(error_name(verify_checkpoint(c, some_key().public_key())), "checkpoint_key");
  c.signatures.resize(17, c.signatures.front());
  EXPECT_EQ(error_name(Checkpoint::parse(c.to_text())), "checkpoint_syntax");
}

TEST(Base64, IsStrict) {
  // RFC 4648 section 10
  const std::pair<std::string, std::string> cases[] = {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
  for (const auto& [plain, text] : cases) {
    EXPECT_EQ(to_base64(Bytes(plain.begin(), plain.end())), text);
    EXPECT_EQ(from_base64(text).value(), Bytes(plain.begin(), plain.end()));
  }
  for (const char* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==Zg==", "====", "Z===", "Zm 9", "Zm9v\n", "Zm9-", "=Zm9"}) EXPECT_FALSE(from_base64(bad)) << bad;
  Random random(7);
  for (int i = 0; i < 500; ++i) {
    const Bytes b = random.bytes(random.below(50));
    EXPECT_EQ(from_base64(to_base64(b)).value(), b);
  }
}

}  // namespace
}  // namespace sumi::journal
