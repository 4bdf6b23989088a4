#include "base/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong {
namespace {

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}

TEST(Decimal, adds_and_compares_exactly) {
  EXPECT_EQ(d("0.1") + d("0.2"), d("0.3"));
  EXPECT_EQ(d("1.50"), d("1.5"));
  EXPECT_LT(d("1.49"), d("1.5"));
  EXPECT_LT(d("-2"), d("0.001"));
  EXPECT_EQ(d("1.2") * d("0.5"), d("0.6"));
  EXPECT_EQ(d("-12.05").str(), "-12.05");
  EXPECT_EQ(d("-0.05").str(), "-0.05");
}

TEST(Decimal, refuses_what_is_no_plain_number) {
  for (const auto* text : {"", "-", ".5", "5.", "1,5", "1.2.3", "1e3", "+1", " 1"})
    EXPECT_EQ(Decimal::parse(text).error().code(), ErrorCode::number_malformed) << text;
  EXPECT_EQ(Decimal::parse("99999999999999999999").error().code(), ErrorCode::number_too_large);
  EXPECT_EQ(Decimal::parse("0.12345678901").error().code(), ErrorCode::number_too_precise);
}

TEST(Decimal, counts_in_smaller_units_only_without_loss) {
  EXPECT_EQ(d("1.5").in_units_of(2).value(), 150);
  EXPECT_EQ(d("1.5").in_units_of(0).error().code(), ErrorCode::number_too_precise);
}

TEST(Ratio, is_compared_without_division_and_rounded_half_away_from_zero) {
  const Ratio third{1, 3};
  EXPECT_TRUE(third.compare(d("0.333333333")) > 0);
  EXPECT_TRUE((Ratio{9, 10}).compare(d("0.9")) == 0);
  EXPECT_EQ(third.rounded(3), d("0.333"));
  EXPECT_EQ((Ratio{1, 8}).rounded(2), d("0.13"));
  EXPECT_EQ((Ratio{-1, 8}).rounded(2), d("-0.13"));
  EXPECT_EQ((Ratio{2, 3}).rounded(0), d("1"));
}

RC_GTEST_PROP(Decimal, prints_what_it_reads, (std::int64_t mantissa, unsigned char scale)) {
  RC_PRE(mantissa != std::numeric_limits<std::int64_t>::min());
  const Decimal value = Decimal::scaled(mantissa, scale % (Decimal::scale_max + 1));
  RC_ASSERT(Decimal::parse(value.str()).value() == value);
}

}  // namespace
}  // namespace nucong
