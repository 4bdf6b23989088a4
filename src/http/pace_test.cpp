#include "http/pace.hpp"

#include <gtest/gtest.h>

namespace nucong::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

TEST(APace, lets_a_burst_through_and_then_a_steady_rate) {
  Pace pace(2, 3);
  const auto start = Pace::Time{} + seconds(100);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(pace.take("a", start), seconds(0));
  EXPECT_EQ(pace.take("a", start), seconds(1));
  EXPECT_EQ(pace.take("b", start), seconds(0)) << "another purse";
  EXPECT_EQ(pace.take("a", start + milliseconds(499)), seconds(1));
  EXPECT_EQ(pace.take("a", start + milliseconds(1000)), seconds(0));
}

TEST(APace, never_holds_more_than_a_burst) {
  Pace pace(1000, 2);
  const auto start = Pace::Time{} + seconds(100);
  EXPECT_EQ(pace.take("a", start), seconds(0));
  for (int i = 0; i < 2; ++i) EXPECT_EQ(pace.take("a", start + seconds(60)), seconds(0));
  EXPECT_EQ(pace.take("a", start + seconds(60)), seconds(1));
}

TEST(APace, of_nothing_a_second_has_no_limit) {
  Pace pace(0, 0);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(pace.take("a", {}), seconds(0));
}

}  // namespace
}  // namespace nucong::http
