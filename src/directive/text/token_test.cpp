#include "directive/text/token.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

std::vector<std::string> pieces(std::string_view text, const Tokens& tokens) {
  std::vector<std::string> out;
  for (const Token& token : tokens)
    out.push_back(token.kind == TokenKind::line_break
                      ? "|"
                      : std::string(text.substr(token.begin, token.end - token.begin)));
  return out;
}

TEST(DirectiveToken, a_key_ignores_case_normal_form_and_where_the_tone_sits) {
  EXPECT_EQ(key_of("hoà"), key_of("hòa"));
  EXPECT_EQ(key_of("ĐẠT"), key_of("đạt"));
  EXPECT_NE(key_of("đạt"), key_of("dạt"));
  EXPECT_NE(key_of("nữ"), key_of("nủ"));
  const auto decomposed = tokens_of("nu\xCC\x9B\xCC\x83");  // u, horn, tilde
  ASSERT_EQ(decomposed.size(), 1U);
  EXPECT_TRUE(decomposed[0].is("nữ"_w));
  EXPECT_EQ(decomposed[0].folded, key_of("nu"));
}

TEST(DirectiveToken, numbers_keep_their_signs_and_words_their_digits) {
  const std::string_view text = "8.938,7 ha; 1.000.000đ, CO2 m3.";
  EXPECT_EQ(pieces(text, tokens_of(text)),
            (std::vector<std::string>{"8.938,7", "ha", ";", "1.000.000", "đ", ",", "CO2", "m3", "."}));
}

TEST(DirectiveToken, bytes_that_are_no_utf8_are_passed_over) {
  for (const std::string_view text :
       {"\xFF\xFE 90%", "n\xE1\xBB", "\xC0\x80 a", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    for (const Token& token : tokens_of(text)) EXPECT_LE(token.end, text.size());
  }
}

TEST(DirectiveToken, a_wrapped_line_goes_on_and_an_item_begins_anew) {
  const std::string_view wrapped =
      "Phấn đấu đến năm 2026 toàn ngành có ít nhất\n35% cán bộ nữ tham gia ban chấp\nhành công đoàn.\n- Mục "
      "hai";
  const auto tokens = without_wraps(tokens_of(wrapped));
  EXPECT_EQ(std::ranges::count(pieces(wrapped, tokens), "|"), 1);
}

TEST(DirectiveToken, the_range_that_a_wrap_cut_in_two_is_no_item) {
  const std::string_view text = "Trong giai đoạn 2026\n- 2030 phấn đấu";
  EXPECT_EQ(std::ranges::count(pieces(text, without_wraps(tokens_of(text))), "|"), 0);
}

TEST(DirectiveToken, the_longest_phrase_wins) {
  const auto tokens = phrased(tokens_of("giảm xuống còn dưới 5% hiện đại"));
  ASSERT_GE(tokens.size(), 4U);
  EXPECT_TRUE(tokens[0].plays(role::come_down));
  EXPECT_EQ(tokens[0].words, 3);
  EXPECT_TRUE(tokens[1].plays(role::less_than));
  EXPECT_FALSE(tokens.back().plays(role::present));  // hiện đại is not hiện
}

}  // namespace
}  // namespace nucong::directive
