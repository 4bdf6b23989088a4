#include "sheet/detail/plain_number.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/decimal.hpp"

namespace nucong::sheet::detail {
namespace {

TEST(PlainNumber, is_what_excel_shows) {
  EXPECT_EQ(plain_number("1.2345E+2"), "123.45");
  EXPECT_EQ(plain_number("0.30000000000000004"), "0.3");
  EXPECT_EQ(plain_number("1234567"), "1234567");
  EXPECT_EQ(plain_number("-4.1399999999999997"), "-4.14");
  EXPECT_EQ(plain_number("1E-9"), "0.000000001");
  EXPECT_EQ(plain_number("5E-10"), "0.000000001");
  EXPECT_EQ(plain_number("4.9E-10"), "0");
  EXPECT_EQ(plain_number("-1E-300"), "0");
  EXPECT_EQ(plain_number("-0"), "0");
  EXPECT_EQ(plain_number("007"), "7");
  EXPECT_EQ(plain_number("0.99999999999"), "1");
  EXPECT_EQ(plain_number("999999.9999999999"), "1000000");
  EXPECT_EQ(plain_number("1.2345678901234567E+18"), "1234567890123460000");
  EXPECT_EQ(plain_number("1E+20"), "100000000000000000000");
}

TEST(PlainNumber, is_nothing_for_what_is_no_number) {
  for (const auto* text : {"", "x", "1,5", "1 000", "nan", "inf", "1E+400", "0x10", "1.5x"})
    EXPECT_EQ(plain_number(text), std::nullopt) << text;
}

RC_GTEST_PROP(PlainNumber, keeps_any_decimal_of_fifteen_digits,
              (std::int64_t mantissa, unsigned char scale)) {
  const Decimal value = Decimal::scaled(mantissa % 1'000'000'000'000'000, scale % (Decimal::scale_max + 1));
  RC_ASSERT(plain_number(value.str()) == value.str());
  RC_ASSERT(plain_number(fmt::format("{:.17g}", value.approximate())) == value.str());
}

}  // namespace
}  // namespace nucong::sheet::detail
