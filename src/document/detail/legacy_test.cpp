// The tables of the old encodings, the model of syllables, and the evidence by which they are told apart.
#include <gtest/gtest.h>

#include "base/text.hpp"
#include "document/detail/legacy_encoding.hpp"
#include "document/detail/legacy_text.hpp"
#include "document/detail/syllable.hpp"
#include "document/detail/utf8.hpp"
#include "document/sample_texts.hpp"

namespace nucong::document::detail {
namespace {

using app::Encoding;

std::u32string back(Encoding encoding, std::u32string_view text) {
  return decoded(encoding, shown_as_windows_1252(encoded(encoding, to_utf8(text))));
}

TEST(LegacyEncoding, brings_back_all_134_letters) {
  const auto letters = accented_letters();
  ASSERT_EQ(letters.size(), 134U);
  for (const char32_t letter : letters) {
    const std::u32string one(1, letter);
    EXPECT_EQ(to_utf8(back(Encoding::vni, one)), to_utf8(one));
    EXPECT_EQ(to_utf8(back(Encoding::windows_1258, one)), to_utf8(one));
    const auto tcvn3 = to_utf8(back(Encoding::tcvn3, one));
    EXPECT_TRUE(tcvn3 == to_utf8(one) || tcvn3 == lowered(to_utf8(one))) << to_utf8(one);
  }
}

TEST(LegacyEncoding, has_no_toned_capitals_in_tcvn3) {
  EXPECT_EQ(to_utf8(back(Encoding::tcvn3, U"ĐÔ Ấ")), "ĐÔ ấ");
}

TEST(LegacyEncoding, takes_vni_marks_in_either_case) {
  EXPECT_EQ(to_utf8(decoded(Encoding::vni, U"COÂNG ÑOAøN AÁ")), "CÔNG ĐOÀN Ấ");
}

TEST(LegacyEncoding, reads_windows_1258_with_ready_letters_too) {
  EXPECT_EQ(to_utf8(decoded(Encoding::windows_1258, U"àéó a\u00CC")), "àéó à");
}

TEST(LegacyEncoding, leaves_a_mark_without_its_vowel) {
  EXPECT_EQ(to_utf8(decoded(Encoding::vni, U"øb")), "øb");
  EXPECT_EQ(to_utf8(decoded(Encoding::vni, U"bø ø")), "bø ø");
}

TEST(Syllable, knows_how_vietnamese_is_spelled) {
  for (const auto* word :
       {U"công", U"đoàn", U"nghiêng", U"giữa", U"gì", U"giếng", U"quyền", U"quốc", U"khuỷu", U"yêu",
        U"ủy",   U"uỷ",   U"hoà",     U"hòa",  U"NỮ", U"ở",     U"thuở",  U"oanh", U"rượu",  U"xoong"})
    EXPECT_TRUE(is_syllable(word)) << to_utf8(word);
}

TEST(Syllable, refuses_what_no_one_writes) {
  for (const auto* word : {U"", U"the1", U"school", U"cé", U"kà", U"ngê", U"tàc", U"ằc", U"bàà", U"đđ",
                           U"françois", U"wật", U"nghiêngg", U"cụngg", U"ẵ", U"straße"})
    EXPECT_FALSE(is_syllable(word)) << to_utf8(word);
}

TEST(Evidence, finds_each_encoding_in_bytes_and_in_pasted_text) {
  for (const auto encoding : legacy_encodings) {
    const auto shown = pasted(encoded(encoding, sample_paragraph));
    EXPECT_EQ(legacy_encoding_of(shown, Origin::bytes), encoding) << app::name_of(encoding);
    EXPECT_EQ(legacy_encoding_of(shown, Origin::characters), encoding) << app::name_of(encoding);
    EXPECT_EQ(converted(encoding, shown), sample_paragraph);
  }
}

TEST(Evidence, is_content_with_two_sure_words) {
  EXPECT_EQ(legacy_encoding_of("Coâng ñoaøn", Origin::characters), Encoding::vni);
  EXPECT_EQ(legacy_encoding_of("C«ng ®oµn", Origin::characters), Encoding::tcvn3);
  EXPECT_EQ(legacy_encoding_of("TT | Ñôn vò | Nöõ\n1 | A1 | 25\n2 | B7 | 1.250,5", Origin::characters),
            Encoding::vni);
  EXPECT_EQ(legacy_encoding_of("STT\tN÷\n1\t25", Origin::bytes), Encoding::tcvn3);
}

TEST(Evidence, leaves_other_languages_alone) {
  for (const auto* text :
       {"The café at Zoë's résumé is naïve; 25°C, ±5 µm, ½ cup · © 2026 «ACME»",
        "Le comité des femmes a été créé à Genève; l'élection du président se déroulera bientôt à l'hôtel.",
        "Où étaient les délégués? Thé, café, gâteaux: même les élèves français étaient là, très fatigués.",
        "Die Mitglieder wählen über fünf Ausschüsse; Größe, Höhe, Länge.",
        "El niño mañana será señor; año 2026.", "thé né", "naïve", "· bullet\n· another", "É",
        "São Paulo, Brasília, Goiânia, operações, reunião"})
    for (const auto origin : {Origin::characters, Origin::bytes})
      EXPECT_EQ(legacy_encoding_of(text, origin), std::nullopt) << text;
}

TEST(Evidence, leaves_vietnamese_in_unicode_alone) {
  for (const auto* text : {"Công tác xã hội", "Công an và gia đình", "Nam, nhà báo, có công, làm báo cáo",
                           "khu vực nhà nước\nCông ty\n· báo cáo · công tác"})
    EXPECT_EQ(legacy_encoding_of(text, Origin::characters), std::nullopt) << text;
  EXPECT_EQ(legacy_encoding_of(sample_paragraph, Origin::characters), std::nullopt);
}

TEST(Evidence, changes_only_the_pasted_lines_of_a_mixed_text) {
  const std::string mixed = "Hội nghị nữ công\nCông tác xã\n" +
                            pasted(encoded(Encoding::tcvn3, "Phấn đấu khám sức khỏe cho nữ đoàn viên\n")) +
                            "Báo cáo, công tác";
  ASSERT_EQ(legacy_encoding_of(mixed, Origin::characters), Encoding::tcvn3);
  EXPECT_EQ(converted(Encoding::tcvn3, mixed),
            "Hội nghị nữ công\nCông tác xã\nPhấn đấu khám sức khỏe cho nữ đoàn viên\nBáo cáo, công tác");
}

TEST(Utf8, refuses_what_is_none) {
  for (const auto* text : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE1\xBB", "\x80", "\xC3("})
    EXPECT_EQ(first_broken_byte(text), 0U);
  EXPECT_EQ(first_broken_byte("aữ\xFF"), 4U);
  EXPECT_EQ(to_utf8(from_utf8("aữ😀")), "aữ😀");
}

}  // namespace
}  // namespace nucong::document::detail
