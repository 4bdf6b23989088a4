#include "base/text.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace nucong {
namespace {

TEST(Text, composes_to_nfc_and_refuses_broken_utf8) {
  EXPECT_EQ(nfc("nu\xCC\x83").value(), "n\xC5\xA9");  // u + combining tilde
  EXPECT_EQ(nfc("abc").value(), "abc");
  const auto broken = nfc("Nữ \xE1\xBB");
  ASSERT_TRUE(broken.has_error());
  EXPECT_EQ(broken.error().code(), ErrorCode::text_not_utf8);
  EXPECT_EQ(broken.error().params().front().value, "5");
}

TEST(Text, folds_case_tones_marks_and_d) {
  EXPECT_EQ(folded("Nữ ĐOÀN viên Đắk Lắk"), "nu doan vien dak lak");
  EXPECT_EQ(folded("hoà"), folded("hòa"));
}

TEST(Text, tone_key_ignores_only_where_the_tone_was_put) {
  EXPECT_EQ(tone_key("hoà bình"), tone_key("hòa bình"));
  EXPECT_EQ(tone_key("Thuỷ"), tone_key("thủy"));
  EXPECT_NE(tone_key("hoà"), tone_key("hoá"));
  EXPECT_NE(tone_key("đạt"), tone_key("dạt"));
}

TEST(Text, sorts_by_the_vietnamese_dictionary) {
  std::vector<std::string> words = {"đ", "e", "d", "â", "ă", "a", "ê", "á"};
  std::ranges::sort(words, [](const auto& a, const auto& b) { return compare_vi(a, b) < 0; });
  EXPECT_EQ(words, (std::vector<std::string>{"a", "á", "ă", "â", "d", "đ", "e", "ê"}));
}

TEST(Text, sorts_people_by_given_name) {
  EXPECT_LT(compare_people_vi("Trần Thị An", "Lê Thị Bình"), 0);
  EXPECT_LT(compare_people_vi("Lê Thị An", "Trần Thị An"), 0);
}

TEST(Text, measures_and_cuts_by_terminal_columns) {
  EXPECT_EQ(display_width("Nữ công"), 7U);
  EXPECT_EQ(display_width("Nu\xCC\x83"), 2U);
  EXPECT_EQ(cut_to_width("Thừa Thiên Huế", 8), "Thừa Th…");
  EXPECT_EQ(cut_to_width("Huế", 8), "Huế");
}

TEST(Text, printable_text_steers_no_terminal) {
  EXPECT_EQ(printable("Nữ\x1b[2Jcông\n\x07"), "Nữ [2Jcông  ");
  EXPECT_EQ(printable("a\xC2\x9B b\xFF"), "a  b ");
}

TEST(Text, trims_also_the_no_break_space) {
  EXPECT_EQ(trimmed(" \xC2\xA0 a b\t\xC2\xA0"), "a b");
}

}  // namespace
}  // namespace nucong
