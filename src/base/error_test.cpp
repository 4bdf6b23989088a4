#include "base/error.hpp"

#include <set>

#include <gtest/gtest.h>

#include "base/result.hpp"

namespace nucong {
namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(ErrorCode::number_malformed, {{"text", std::to_string(number)}});
  return number / 2;
}

Result<int> quarter(int number) {
  TRY(const int once, half(number));
  return half(once);
}

TEST(Result, carries_the_value_or_the_first_error) {
  EXPECT_EQ(quarter(8).value(), 2);
  EXPECT_EQ(quarter(6).error().code(), ErrorCode::number_malformed);
  EXPECT_EQ(quarter(6).error().params().front().value, "3");
}

TEST(Result, reading_the_wrong_side_is_a_defect) {
  EXPECT_THROW((void)quarter(6).value(), Defect);
  EXPECT_THROW((void)quarter(8).error(), Defect);
}

TEST(Error, an_outer_place_fills_only_what_is_unknown) {
  const Error inner = fail(ErrorCode::number_malformed).at({"", 12, "C12"});
  const Error outer = inner.at({"units.xlsx", 1, "A1"});
  EXPECT_EQ(outer.place(), (Place{"units.xlsx", 12, "C12"}));
}

TEST(Error, dotted_names_are_distinct) {
  std::set<std::string_view> seen;
#define X(id, dotted, kind) EXPECT_TRUE(seen.insert(dotted).second) << dotted;
  NUCONG_ERROR_CODES(X)
#undef X
  EXPECT_EQ(dotted(ErrorCode::unit_parent_missing), "unit.parent_missing");
  EXPECT_EQ(kind_of(ErrorCode::store_full), ErrorKind::exhausted);
}

}  // namespace
}  // namespace nucong
