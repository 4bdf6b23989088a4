#include "target/goals.hpp"

#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::target {
namespace {

class HandedDown : public ::testing::Test {
 protected:
  const unit::History history = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found P parent=VN kind=provincial
    2023-01-01 found Q parent=VN kind=provincial
    2023-01-01 found A parent=P kind=grassroots
  )");
  const unit::Tree tree{history, make_date(2026, 1, 1)};
  const unit::Lineage lineage{tree};

  static Target target(directive::Quantity unit, int value) {
    Target made;
    made.id = "D1.1";
    made.unit = unit;
    made.value = value;
    return made;
  }
  [[nodiscard]] Slot slot(const char* code) const { return history.slot(code).value(); }
  [[nodiscard]] Goal goal(const char* code, std::optional<Decimal> value = {}) const {
    return {slot(code), "D1.1", value};
  }
};

TEST_F(HandedDown, a_share_holds_for_all_below_unless_one_was_given_more) {
  const auto share = target(directive::Quantity::percent, 90);
  const Goals goals(std::vector{goal("VN"), goal("P", Decimal{95})}, {}, lineage);
  EXPECT_EQ(goals.goal_for(share, slot("VN")), Decimal{90});
  EXPECT_EQ(goals.goal_for(share, slot("Q")), Decimal{90});
  EXPECT_EQ(goals.goal_for(share, slot("A")), Decimal{95});
}

TEST_F(HandedDown, an_own_goal_may_be_higher_but_not_weaker) {
  const auto share = target(directive::Quantity::percent, 90);
  const Goals goals(std::vector{goal("VN"), goal("P", Decimal{95})}, {}, lineage);
  EXPECT_TRUE(goals.accepts(share, slot("A"), 96).has_value());
  EXPECT_EQ(goals.accepts(share, slot("A"), 94).error().code(), ErrorCode::target_weaker);
  auto ceiling = share;
  ceiling.comparator = directive::Comparator::at_most;
  EXPECT_EQ(goals.accepts(ceiling, slot("A"), 96).error().code(), ErrorCode::target_weaker);
  EXPECT_EQ(Goals({}, {}, lineage).accepts(share, slot("A"), 96).error().code(),
            ErrorCode::target_not_assigned);
}

TEST_F(HandedDown, the_share_of_a_merged_unit_goes_to_its_heir) {
  const auto merged = world::history(R"(
    2023-01-01 found VN kind=confederation
    2023-01-01 found P parent=VN kind=provincial
    2023-01-01 found Q parent=VN kind=provincial
    2025-07-01 merge Q into=P
  )");
  const auto count = target(directive::Quantity::count, 1000);
  Directive directive{.period = Period::year(2025)};
  directive.targets = {count};
  const std::vector<Goal> given = {goal("VN"), goal("P", Decimal{600}), goal("Q", Decimal{300})};
  const unit::Tree before(merged, make_date(2025, 6, 30));
  const unit::Tree after(merged, make_date(2025, 7, 1));
  EXPECT_EQ(Goals(given, {&directive, 1}, unit::Lineage(before)).goal_for(count, slot("P")), Decimal{600});
  EXPECT_EQ(Goals(given, {&directive, 1}, unit::Lineage(after)).goal_for(count, slot("P")), Decimal{900});
}

TEST_F(HandedDown, a_count_is_divided_and_the_shares_are_held_against_the_whole) {
  const auto count = target(directive::Quantity::count, 500);
  const Goals goals(std::vector{goal("VN"), goal("P", Decimal{300})}, {}, lineage);
  EXPECT_EQ(goals.goal_for(count, slot("VN")), Decimal{500});
  EXPECT_EQ(goals.goal_for(count, slot("Q")), std::nullopt);
  const auto found = divisions(count, goals, slot("VN"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].given, Decimal{300});
  EXPECT_EQ(found[0].without, std::vector{slot("Q")});
}

}  // namespace
}  // namespace nucong::target
