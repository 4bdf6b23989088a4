#include "base/number_reader.hpp"

#include <gtest/gtest.h>

namespace nucong {
namespace {

NumberReader shown(std::initializer_list<std::string_view> cells) {
  NumberReader reader;
  for (const auto cell : cells) EXPECT_TRUE(reader.learn(cell).has_value()) << cell;
  return reader;
}

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}

TEST(NumberReader, lets_the_file_decide_what_a_dot_means) {
  EXPECT_EQ(shown({"1.234,5", "7"}).read("1.234").value(), d("1234"));
  EXPECT_EQ(shown({"1,234.5", "7"}).read("1.234").value(), d("1.234"));
  EXPECT_EQ(shown({"1.234.567"}).read("12.000").value(), d("12000"));
  EXPECT_EQ(shown({"0.25"}).read("1,250").value(), d("1250"));
}

TEST(NumberReader, refuses_a_number_that_can_be_two) {
  EXPECT_EQ(shown({"12", "1.234"}).read("1.234").error().code(), ErrorCode::number_ambiguous);
  EXPECT_EQ(shown({}).read("12,500").error().code(), ErrorCode::number_ambiguous);
}

TEST(NumberReader, refuses_a_file_that_mixes_styles) {
  NumberReader reader = shown({"1.234,5"});
  const auto mixed = reader.learn("1,234.5");
  ASSERT_TRUE(mixed.has_error());
  EXPECT_EQ(mixed.error().code(), ErrorCode::number_style_mixed);
  EXPECT_EQ(mixed.error().params()[1].value, "1.234,5");
}

TEST(NumberReader, a_mark_in_the_wrong_place_is_no_number) {
  for (const auto* text :
       {"1.23,4.5", "12.34.567", "1,2,3", "1..2", "1.2345.678", "12a", "", "-", "1 234", ",5", "0.123.456"})
    EXPECT_EQ(shown({}).read(text).error().code(), ErrorCode::number_malformed) << text;
}

TEST(NumberReader, four_digits_before_or_after_the_mark_tell_the_style_by_themselves) {
  EXPECT_EQ(shown({}).read("1234.5").value(), d("1234.5"));
  EXPECT_EQ(shown({}).read("1234,5").value(), d("1234.5"));
  EXPECT_EQ(shown({}).read("0,125").value(), d("0.125"));
  EXPECT_EQ(shown({}).read("-12,5").value(), d("-12.5"));
}

TEST(NumberReader, shows_numbers_in_both_styles) {
  EXPECT_EQ(format_number(d("1234567.5"), NumberStyle::vietnamese), "1.234.567,5");
  EXPECT_EQ(format_number(d("-1234567.5"), NumberStyle::english, 2), "-1,234,567.50");
  EXPECT_EQ(format_number(d("123"), NumberStyle::vietnamese), "123");
  EXPECT_EQ(format_number(d("-123"), NumberStyle::vietnamese, 1), "-123,0");
}

}  // namespace
}  // namespace nucong
