#include "directive/aim/number.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

std::string read_one(std::string_view text) {
  const Tokens tokens = phrased(tokens_of(text));
  const auto number = read_number(tokens, 0, text);
  if (!number) return "none";
  std::string out = number->value.str();
  if (number->value_max) out += ".." + number->value_max->str();
  if (number->shape == NumberShape::fraction) out += " fraction";
  if (number->shape == NumberShape::of_total) out += number->complete ? " all" : " of total";
  if (number->shape == NumberShape::per_many) out += " per many";
  return out;
}

TEST(DirectiveNumber, dots_group_thousands_and_a_comma_marks_decimals) {
  EXPECT_EQ(read_one("8.938,7 ha"), "8938.7");
  EXPECT_EQ(read_one("2.000 suất"), "2000");
  EXPECT_EQ(read_one("9,5%"), "9.5");
  EXPECT_EQ(read_one("03%"), "3");
}

TEST(DirectiveNumber, what_typists_write_against_the_rule_is_still_read) {
  EXPECT_EQ(read_one("18.5 vào"), "18.5");
  EXPECT_EQ(read_one("1,500 suất"), "1500");
  EXPECT_EQ(read_one("6 , 7 triệu đoàn viên"), "6700000");
}

TEST(DirectiveNumber, magnitudes_multiply_exactly) {
  EXPECT_EQ(read_one("40 triệu người"), "40000000");
  EXPECT_EQ(read_one("257,8 tỷ đồng"), "257800000000");
  EXPECT_EQ(read_one("38,861 tỷ đồng"), "38861000000");
  EXPECT_EQ(read_one("1,2 - 1,5 triệu lượt"), "1200000..1500000");
}

TEST(DirectiveNumber, ranges_are_read_with_either_joint) {
  EXPECT_EQ(read_one("70–80 %"), "70..80");
  EXPECT_EQ(read_one("2% đến 3%"), "2..3");
  EXPECT_EQ(read_one("4 đến 5 buổi"), "4..5");
}

TEST(DirectiveNumber, a_slash_makes_a_part_a_whole_or_a_rate) {
  EXPECT_EQ(read_one("1/3 ủy viên"), "0.3333 fraction");
  EXPECT_EQ(read_one("19/19 tiêu chí"), "19 all");
  EXPECT_EQ(read_one("17/19 tiêu chí"), "17 of total");
  EXPECT_EQ(read_one("16/100.000 trẻ"), "16 per many");
}

TEST(DirectiveNumber, words_count_too) {
  EXPECT_EQ(read_one("một hoạt động"), "1");
  EXPECT_EQ(read_one("hai mươi ba buổi"), "23");
  EXPECT_EQ(read_one("một phần ba số"), "0.3333 fraction");
  EXPECT_EQ(read_one("01 (một) hoạt động"), "1");
  EXPECT_EQ(read_one("một trăm hai mươi lăm người"), "125");
  EXPECT_EQ(read_one("hai trăm linh năm suất"), "205");
  EXPECT_EQ(read_one("một nửa số"), "0.5 fraction");
}

TEST(DirectiveNumber, more_digits_than_any_quantity_has_are_no_number) {
  EXPECT_EQ(read_one("12345678901234567890"), "none");
  EXPECT_EQ(read_one("999999999999999 nghìn tỷ tỷ"), "none");
}

}  // namespace
}  // namespace nucong::directive
