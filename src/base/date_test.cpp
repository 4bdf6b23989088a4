#include "base/date.hpp"

#include <gtest/gtest.h>

namespace nucong {
namespace {

TEST(Date, reads_iso_and_vietnamese_days) {
  EXPECT_EQ(parse_date("2025-07-01").value(), make_date(2025, 7, 1));
  EXPECT_EQ(parse_date("1/7/2025").value(), make_date(2025, 7, 1));
  EXPECT_EQ(parse_date("01-07-2025").value(), make_date(2025, 7, 1));
  EXPECT_EQ(parse_date("29/02/2024").value(), make_date(2024, 2, 29));
}

TEST(Date, refuses_what_is_no_day) {
  EXPECT_EQ(parse_date("31/2/2025").error().code(), ErrorCode::date_impossible);
  for (const auto* text :
       {"", "2025-07", "2025-07-01 ", "7/2025", "a/b/c", "1/7/25", "1//2025", "1-7/2025", "-1/7/2025"})
    EXPECT_EQ(parse_date(text).error().code(), ErrorCode::date_malformed) << text;
}

TEST(Date, prints_iso_and_the_form_of_official_papers) {
  EXPECT_EQ(format_date(make_date(2025, 7, 1)), "2025-07-01");
  EXPECT_EQ(format_date_vi(make_date(2025, 7, 1)), "01/7/2025");
  EXPECT_EQ(format_date_vi(make_date(2025, 2, 13)), "13/02/2025");
}

}  // namespace
}  // namespace nucong
