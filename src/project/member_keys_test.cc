// Spellings of addresses and numbers as lists of members have them. Addresses of public buildings, or invented rooms in them.
#include "project/member_keys.h"

#include <gtest/gtest.h>

#include <vector>

namespace sumi::project {
namespace {

struct Spelling {
  std::vector<const char*> same;
  const char* place;
  const char* room;
};

const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> all{
      // METI: 経済産業省本館の住居表示。
      {{"東京都千代田区霞が関一丁目3番1号", "東京都千代田区霞が関1-3-1", "東京都千代田区霞ヶ関１－３－１", "東京都千代田区霞ケ関1丁目3-1", "東京都千代田区霞が関１丁目３番地１", "〒100-8901 東京都千代田区霞が関1‐3‐1",
           "東京都 千代田区 霞が関 1－3－1", "東京都千代田区霞ガ関一丁目三番一号", "１００－８９０１　東京都千代田区霞が関１ー３ー１", "東京都千代田区霞が関1丁目3番の1", "日本国東京都千代田区霞が関1−3−1",
           "東京都千代田区霞が関1―3―1"},
          "東京都千代田区霞ヶ関1-3-1", ""},
      {{"渋谷区千駄ヶ谷5丁目24番2号", "渋谷区千駄ケ谷5-24-2", "渋谷区千駄が谷５－２４－２", "渋谷区千駄ヶ谷五丁目二十四番二号"}, "渋谷区千駄ヶ谷5-24-2", ""},
      // Cities: the prefecture may be left out.
      {{"岡山県津山市山北520", "津山市山北520番地", "津山市山北５２０", "岡山県津山市大字山北520番地", "岡山県 津山市 山北 五百二十番地"}, "津山市山北520", ""},
      {{"三重県四日市市諏訪町1番5号", "四日市市諏訪町1-5", "三重県四日市市諏訪町１－５"}, "四日市市諏訪町1-5", ""},
      {{"千葉県市川市八幡1丁目1番1号", "市川市八幡1-1-1"}, "市川市八幡1-1-1", ""},
      {{"神奈川県横浜市中区本町6丁目50番地の10", "横浜市中区本町6-50-10", "横浜市中区本町六丁目50-10", "神奈川県横濱市中區本町6丁目50番地10"}, "横浜市中区本町6-50-10", ""},
      {{"北海道札幌市中央区北1条西2丁目", "札幌市中央区北一条西二丁目", "札幌市中央区北１条西２"}, "札幌市中央区北1条西2", ""},
      {{"北海道札幌市中央区北3条西6丁目1-2", "札幌市中央区北三条西6丁目1番地の2", "札幌市中央区北３条西６－１－２"}, "札幌市中央区北3条西6-1-2", ""},
      // Two cities share their name with another: there the prefecture stays.
      {{"東京都府中市宮西町2丁目24番地", "東京都府中市宮西町2-24"}, "東京都府中市宮西町2-24", ""},
      {{"広島県府中市府川町315番地", "広島県府中市府川町315"}, "広島県府中市府川町315", ""},
      {{"福島県伊達市保原町字舟橋180番地", "福島県伊達市保原町舟橋180"}, "福島県伊達市保原町舟橋180", ""},
      // No cities, though 市 stands in the name.
      {{"北海道余市郡余市町朝日町26番地", "北海道余市郡余市町朝日町２６"}, "北海道余市郡余市町朝日町26", ""},
      {{"奈良県高市郡明日香村大字岡55番地", "奈良県高市郡明日香村岡55"}, "奈良県高市郡明日香村岡55", ""},
      // 字.
      {{"秋田県横手市十文字町字西上45", "横手市十文字町西上４５番地"}, "横手市十文字町西上45", ""},
      {{"福島県田村市船引町船引字畑添76番地2", "田村市船引町船引畑添76-2", "福島県田村市船引町大字船引字畑添76番地の2", "福島県田村市船引町船引小字畑添76の2"}, "田村市船引町船引畑添76-2", ""},
      // Names that hold numerals.
      {{"東京都千代田区三番町2番地", "東京都千代田区3番町2", "東京都千代田区三番町二番地"}, "東京都千代田区3番町2", ""},
      {{"東京都中央区八丁堀三丁目5番1号", "東京都中央区八丁堀3-5-1"}, "東京都中央区八丁堀3-5-1", ""},
      {{"宮城県仙台市青葉区一番町4丁目7番17号", "仙台市青葉区一番町4-7-17"}, "仙台市青葉区1番町4-7-17", ""},
      {{"千葉市中央区千葉港1番1号", "千葉県千葉市中央区千葉港1-1"}, "千葉市中央区千葉港1-1", ""},
      {{"大阪府堺市堺区南瓦町3番1号", "堺市堺区南瓦町3-1"}, "堺市堺区南瓦町3-1", ""},
      {{"大阪府堺市堺区大浜北町四丁1番1号", "堺市堺区大浜北町4丁1-1", "堺市堺区大濱北町４丁１－１"}, "堺市堺区大浜北町4-1-1", ""},
      // の, ツ, older kanji.
      {{"東京都新宿区四ツ谷1-1", "東京都新宿区四ッ谷１－１", "東京都新宿区四つ谷1番1号"}, "東京都新宿区四ツ谷1-1", ""},
      {{"愛知県一宮市本町2丁目5番6号", "一宮市本町2-5-6"}, "一宮市本町2-5-6", ""},
      {{"岩手県一関市山ノ目字立沢1", "一関市山の目立澤1番地", "一関市山之目字立沢１"}, "一関市山ノ目立沢1", ""},
      {{"高知市龍馬町1-2", "高知県高知市竜馬町1番2号"}, "高知市竜馬町1-2", ""},
      {{"山形県鶴岡市馬場町9番25号", "鶴岡市馬場町9ー25", "鶴岡市馬場町九番二十五号"}, "鶴岡市馬場町9-25", ""},
      {{"静岡県浜松市中央区三ヶ日町三ヶ日500-1", "浜松市中央区三ケ日町三カ日500番地の1", "浜松市中央区三ヵ日町三ヶ日５００－１"}, "浜松市中央区三ヶ日町三ヶ日500-1", ""},
      // Rooms.
      {{"津山市山北520-1 サンハイツ101号室", "津山市山北520番地1サンハイツ１０１", "津山市山北520-1　ｻﾝﾊｲﾂ 101", "津山市山北520番地の1 サン・ハイツ101号"}, "津山市山北520-1", "101"},
      {{"横浜市中区本町6-50-10 メゾン本町A棟203", "横浜市中区本町6-50-10 メゾン本町Ａ-203", "横浜市中区本町6丁目50番地の10メゾン本町 a棟 203号室"}, "横浜市中区本町6-50-10", "A-203"},
      {{"大阪市北区中之島1-3-20-805", "大阪府大阪市北区中之島1丁目3番20号 805号室", "大阪市北区中ノ島1-3-20 805", "大阪市北区中の島1丁目3-20-805号"}, "大阪市北区中ノ島1-3-20", "805"},
      {{"大阪市北区中之島1-3-20 第一ビル5階", "大阪市北区中之島1丁目3番20号 第一ビル5F"}, "大阪市北区中ノ島1-3-20", "5-F"},
      {{"札幌市中央区北1条西2-3 12号棟405", "札幌市中央区北一条西2丁目3 12号棟 405号室"}, "札幌市中央区北1条西2-3", "12-405"},
      // No number of a block: no key.
      {{"東京都千代田区霞が関", "岡山県津山市", "", "　", "不明"}, "", ""},
  };
  return all;
}

TEST(MemberKeys, spellings_of_one_address_are_one_address) {
  for (const Spelling& s : spellings()) {
    for (const char* text : s.same) {
      const NormalAddress got = normal_address(text);
      EXPECT_EQ(got.place, s.place) << text;
      EXPECT_EQ(got.room, s.room) << text;
    }
  }
}

TEST(MemberKeys, different_addresses_stay_apart) {
  const std::vector<std::pair<const char*, const char*>> pairs{
      {"津山市山北520-1", "津山市山北520-11"}, {"津山市山北520-1", "津山市山北5-201"},
      {"津山市山北520-1 サンハイツ101", "津山市山北520-1 サンハイツ102"}, {"津山市山北520-1 A棟101", "津山市山北520-1 B棟101"},
      {"東京都府中市宮西町2-24", "広島県府中市宮西町2-24"}, {"札幌市中央区北1条西2-3", "札幌市中央区北2条西1-3"},
      {"千代田区三番町2", "千代田区二番町2"}, {"横浜市中区本町1-1", "横浜市西区本町1-1"}, {"田村市船引町船引1", "田村市船引町上移1"}};
  for (const auto& [a, b] : pairs) EXPECT_NE(normal_address(a).text(), normal_address(b).text()) << a << " / " << b;
}

TEST(MemberKeys, the_normal_form_is_its_own_normal_form) {
  for (const Spelling& s : spellings()) {
    if (*s.place == '\0') continue;
    EXPECT_EQ(normal_address(s.place).place, s.place);
  }
}

TEST(MemberKeys, corporate_numbers) {
  // 法人番号 of 国税庁, as its publication site prints it.
  EXPECT_EQ(normal_corporate_number("7000012050002"), "7000012050002");
  EXPECT_EQ(normal_corporate_number("７０００－０１２０－５０００２"), "7000012050002");
  EXPECT_EQ(normal_corporate_number("7-0000-1205-0002"), "7000012050002");
  EXPECT_FALSE(normal_corporate_number("7000012050003"));
  EXPECT_FALSE(normal_corporate_number(""));
}

TEST(MemberKeys, numbers_of_equipment_and_meters) {
  EXPECT_EQ(normal_serial("ab-12 345/6"), "AB123456");
  EXPECT_EQ(normal_serial("ＡＢ１２３４５６"), "AB123456");
  EXPECT_EQ(normal_serial("S/N: AB123456"), "AB123456");
  EXPECT_EQ(normal_serial("製造番号 AB.123456"), "AB123456");
  EXPECT_EQ(normal_serial("No.0012345"), "12345");
  EXPECT_EQ(normal_serial("№ 12345"), "12345");
  EXPECT_EQ(normal_serial("03-0011-1234-5678-9012-3456"), normal_serial("0300111234567890123456"));  // 供給地点特定番号
  EXPECT_FALSE(normal_serial("-"));
  EXPECT_FALSE(normal_serial("12"));
  EXPECT_FALSE(normal_serial("不明"  "")) << "two characters of three bytes are no number";
}

TEST(MemberKeys, kinds_do_not_mix) {
  EXPECT_NE(key_text(MemberKeyKind::equipment, "AB123456"), key_text(MemberKeyKind::meter, "AB123456"));
  EXPECT_EQ(key_text(MemberKeyKind::address, "津山市山北520-1 101号室"), "sumi key 1\naddress\n津山市山北520-1 101");
  EXPECT_FALSE(key_text(MemberKeyKind::address, "津山市"));
}

}  // namespace
}  // namespace sumi::project
