#include "account/role.hpp"

#include <set>

#include <gtest/gtest.h>

namespace nucong::account {
namespace {

TEST(Role, reads_its_own_names) {
  for (const Role role : all_roles) EXPECT_EQ(parse_role(name_of(role)).value(), role);
  EXPECT_EQ(parse_role("chief").error().code(), ErrorCode::role_unknown);
}

TEST(Deed, has_distinct_names_in_the_order_of_the_enum) {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < all_deeds.size(); ++i) {
    EXPECT_EQ(static_cast<std::size_t>(all_deeds[i]), i);
    EXPECT_TRUE(names.insert(name_of(all_deeds[i])).second);
  }
  EXPECT_EQ(name_of(Deed::sign_and_freeze), "sign_and_freeze");
}

TEST(Reach, everybody_sees_at_least_their_own_unit) {
  for (const Role role : all_roles) EXPECT_NE(reach(role, Deed::see_figures), Reach::none) << name_of(role);
}

TEST(Reach, nobody_reviews_or_types_for_their_own_unit) {
  for (const Role role : all_roles) {
    for (const Deed deed : {Deed::review_report, Deed::type_for_silent, Deed::extend_deadline}) {
      const Reach reached = reach(role, deed);
      EXPECT_TRUE(reached == Reach::none || reached == Reach::below) << name_of(role) << name_of(deed);
    }
  }
}

TEST(Reach, nobody_both_sends_and_signs) {
  for (const Role role : all_roles)
    EXPECT_TRUE(reach(role, Deed::send_report) == Reach::none ||
                reach(role, Deed::sign_and_freeze) == Reach::none)
        << name_of(role);
}

TEST(Reach, whoever_makes_administrators_speaks_for_no_union) {
  for (const Role role : all_roles) {
    if (reach(role, Deed::manage_administrators) == Reach::none) continue;
    EXPECT_EQ(role, Role::administrator);
    for (const Deed deed : {Deed::draft_report, Deed::send_report, Deed::review_report, Deed::type_for_silent,
                            Deed::adopt_directive, Deed::assign_goals, Deed::sign_and_freeze})
      EXPECT_EQ(reach(role, deed), Reach::none) << name_of(deed);
  }
}

TEST(Reach, members_inspectors_and_treasurers_change_nothing) {
  for (const Role role : {Role::member, Role::inspector, Role::treasurer})
    for (const Deed deed : all_deeds)
      if (!only_reads(deed)) {
        EXPECT_EQ(reach(role, deed), Reach::none) << name_of(role) << name_of(deed);
      }
}

}  // namespace
}  // namespace nucong::account
