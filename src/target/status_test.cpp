#include "target/status.hpp"

#include <gtest/gtest.h>

namespace nucong::target {
namespace {

using directive::Comparator;
using directive::Quantity;

Target percent(Comparator comparator, int value) {
  Target target;
  target.comparator = comparator;
  target.value = value;
  target.unit = Quantity::percent;
  target.starts = make_date(2026, 1, 1);
  target.due = make_date(2026, 12, 31);
  return target;
}

std::string judged(const Target& target, std::optional<Ratio> value, Date as_of, bool accumulates = true,
                   std::optional<Ratio> baseline = {}) {
  return std::string(name_of(judge(target, target.value, {value, as_of, accumulates, baseline}).status));
}

const Date june = make_date(2026, 6, 30);
const Date end = make_date(2026, 12, 31);

TEST(Judge, an_aim_that_is_reached_is_met_also_ahead_of_time) {
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), Ratio{90, 100}, june), "met");
  EXPECT_EQ(judged(percent(Comparator::more_than, 90), Ratio{90, 100}, end), "missed");
  EXPECT_EQ(judged(percent(Comparator::equal, 100), Ratio{7, 7}, end), "met");
}

TEST(Judge, compares_exactly) {
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), Ratio{8999999, 10000000}, end), "missed");
}

TEST(Judge, before_the_deadline_the_pace_decides) {
  // Of 90 % by the end of the year a little under 45 % is due by the middle.
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), Ratio{45, 100}, june), "on_track");
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), Ratio{44, 100}, june), "behind");
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), Ratio{44, 100}, end), "missed");
}

TEST(Judge, a_level_is_paced_from_where_it_stood) {
  EXPECT_EQ(judged(percent(Comparator::at_least, 40), Ratio{35, 100}, june, false, Ratio{30, 100}),
            "on_track");
  EXPECT_EQ(judged(percent(Comparator::at_least, 40), Ratio{31, 100}, june, false, Ratio{30, 100}), "behind");
  EXPECT_EQ(judged(percent(Comparator::at_least, 40), Ratio{39, 100}, june, false), "behind");
}

TEST(Judge, a_ceiling_is_kept_until_it_is_broken) {
  EXPECT_EQ(judged(percent(Comparator::at_most, 10), Ratio{5, 100}, june), "on_track");
  EXPECT_EQ(judged(percent(Comparator::at_most, 10), Ratio{5, 100}, end), "met");
  EXPECT_EQ(judged(percent(Comparator::at_most, 10), Ratio{11, 100}, june), "missed");
  EXPECT_EQ(judged(percent(Comparator::less_than, 10), Ratio{10, 100}, june, false), "behind");
}

TEST(Judge, a_range_has_a_floor_and_a_ceiling) {
  Target range = percent(Comparator::range, 70);
  range.value_max = 80;
  EXPECT_EQ(judged(range, Ratio{75, 100}, end), "met");
  EXPECT_EQ(judged(range, Ratio{81, 100}, end), "missed");
  EXPECT_EQ(judged(range, Ratio{69, 100}, end), "missed");
}

TEST(Judge, without_a_figure_there_is_no_judgement) {
  EXPECT_EQ(judged(percent(Comparator::at_least, 90), std::nullopt, end), "no_data");
}

}  // namespace
}  // namespace nucong::target
