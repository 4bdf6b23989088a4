#include "indicator/exact.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace nucong::indicator {
namespace {

Decimal d(std::string_view text) {
  return Decimal::parse(text).value();
}
const Decimal most = std::numeric_limits<std::int64_t>::max();

bool same(const std::optional<Ratio>& a, const Ratio& b) {
  return a && a->numerator == b.numerator && a->denominator == b.denominator;
}

TEST(Exact, is_empty_where_a_decimal_cannot_hold_the_result) {
  EXPECT_EQ(sum(d("0.1"), d("0.2")), d("0.3"));
  EXPECT_EQ(sum(most, 1), std::nullopt);
  EXPECT_EQ(difference(most, -1), std::nullopt);
  EXPECT_EQ(product(most, 2), std::nullopt);
  EXPECT_EQ(product(d("0.00001"), d("0.00001")), std::nullopt);
  EXPECT_EQ(product(d("0.00002"), d("0.00005")), d("0.000000001"));
  EXPECT_EQ(sum(most, d("0.000000001")), std::nullopt);
}

TEST(Exact, keeps_the_two_sides_of_a_ratio) {
  EXPECT_TRUE(same(quotient(Ratio{12, 1}, Ratio{40, 1}), {12, 40}));
  EXPECT_TRUE(same(difference(Ratio{105, 100}, Ratio{1, 1}), {5, 100}));
  EXPECT_TRUE(same(sum(Ratio{1, 3}, Ratio{1, 3}), {2, 3}));
  EXPECT_TRUE(same(product(Ratio{1, 3}, Ratio{2, 5}), {2, 15}));
  EXPECT_EQ(quotient(Ratio{12, 1}, Ratio{0, 5}), std::nullopt);
}

TEST(Exact, orders_ratios_by_their_value) {
  EXPECT_TRUE(order(Ratio{1, 3}, Ratio{2, 6}) == std::strong_ordering::equal);
  EXPECT_TRUE(order(Ratio{1, -3}, Ratio{1, 3}) == std::strong_ordering::less);
  EXPECT_TRUE(order(Ratio{-1, -3}, Ratio{1, 4}) == std::strong_ordering::greater);
  EXPECT_TRUE(order(Ratio{1, -2}, Ratio{3, -2}) == std::strong_ordering::greater);
  EXPECT_EQ(order(Ratio{most, 3}, Ratio{most, 2}), std::nullopt);
}

}  // namespace
}  // namespace nucong::indicator
