#include "account/scope.hpp"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::account {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* units =
    "2023-01-01 found VN kind=confederation\n"
    "2023-01-01 found A parent=VN kind=zone\n"
    "2023-01-01 found A1 parent=A kind=grassroots\n"
    "2023-01-01 found A2 parent=A kind=grassroots\n"
    "2023-01-01 found B parent=VN kind=zone\n"
    "2023-01-01 found B1 parent=B kind=grassroots\n"
    "2023-01-01 found B2 parent=B kind=grassroots\n"
    "2023-01-01 found C parent=VN kind=zone\n"
    "2023-01-01 found C1 parent=C kind=grassroots\n"
    "2025-07-01 merge B into=A\n"
    "2025-08-01 merge A2 into=A1\n"
    "2025-08-01 close B2\n"
    "2025-09-01 found D parent=VN kind=zone\n"
    "2025-09-01 merge C into=D\n";

class ScopeTest : public testing::Test {
 protected:
  const unit::History history = world::history(units);
  const unit::Tree tree_now{history, make_date(2026, 1, 1)};
  const unit::Tree tree_then{history, make_date(2024, 1, 1)};
  const unit::Lineage now{tree_now};
  const unit::Lineage then{tree_then};
  const Date today = make_date(2026, 1, 1);

  Slot slot(const char* code) const { return history.slot(code).value(); }
  Scope scope(Role role, const char* unit, const unit::Lineage& lineage) const {
    const Office office{AccountId(1U), role, slot(unit), make_date(2023, 6, 1), std::nullopt};
    return Scope(std::span(&office, 1), today, lineage);
  }
  /// "A/below" for each place.
  std::vector<std::string> places(const Scope& scope, Deed deed) const {
    std::vector<std::string> found;
    for (const auto& place : scope.branches(deed)) {
      constexpr std::array<const char*, 4> reaches = {"none", "own", "below", "branch"};
      found.push_back(history.unit(place.unit).code + "/" +
                      reaches.at(static_cast<std::size_t>(place.reach)));
    }
    return found;
  }
  std::vector<std::string> covered(const Scope& scope, Deed deed) const {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < history.size(); ++i)
      if (scope.covers(deed, Slot(i))) found.push_back(history.unit(Slot(i)).code);
    return found;
  }
};

TEST_F(ScopeTest, nobody_may_do_nothing) {
  EXPECT_FALSE(Scope().covers(Deed::see_figures, Slot(0U)));
  EXPECT_THAT(Scope().branches(Deed::see_figures), IsEmpty());
  EXPECT_THAT(covered(Scope({}, today, now), Deed::see_figures), IsEmpty());
}

TEST_F(ScopeTest, an_office_reaches_as_far_as_the_table_says) {
  const Scope upper = scope(Role::upper_officer, "A", now);
  EXPECT_THAT(places(upper, Deed::see_figures), ElementsAre("A/branch"));
  EXPECT_THAT(places(upper, Deed::review_report), ElementsAre("A/below"));
  EXPECT_THAT(places(upper, Deed::send_report), ElementsAre("A/own"));
  EXPECT_THAT(places(upper, Deed::reorganise), IsEmpty());
  EXPECT_TRUE(upper.covers(Deed::review_report, slot("A1")));
  EXPECT_FALSE(upper.covers(Deed::review_report, slot("A")));
  EXPECT_FALSE(upper.covers(Deed::send_report, slot("A1")));
  EXPECT_FALSE(upper.covers(Deed::see_figures, slot("VN")));
  EXPECT_TRUE(upper.allows(Deed::remind));
  EXPECT_FALSE(upper.allows(Deed::sign_and_freeze));
}

TEST_F(ScopeTest, only_terms_in_force_count) {
  const Office past{AccountId(1U), Role::leader, slot("VN"), make_date(2023, 1, 1), today};
  EXPECT_THAT(covered(Scope(std::span(&past, 1), today, now), Deed::see_figures), IsEmpty());
  EXPECT_TRUE(
      Scope(std::span(&past, 1), today - std::chrono::days(1), now).covers(Deed::see_figures, slot("C1")));
}

TEST_F(ScopeTest, a_unit_holds_the_past_that_it_took_over) {
  const Scope before = scope(Role::upper_officer, "A", then);
  EXPECT_THAT(places(before, Deed::see_figures), ElementsAre("A/branch", "B/branch"));
  EXPECT_TRUE(before.covers(Deed::send_report, slot("B"))) << "who else corrects the last report of B?";
  EXPECT_FALSE(before.covers(Deed::send_report, slot("B1")));
  EXPECT_TRUE(before.covers(Deed::review_report, slot("B2")));
  EXPECT_FALSE(before.covers(Deed::see_figures, slot("C1")));
  const Scope of_new = scope(Role::leader, "D", then);
  EXPECT_THAT(places(of_new, Deed::see_figures), ElementsAre("C/branch")) << "D was not yet founded";
  EXPECT_THAT(covered(of_new, Deed::see_figures), ElementsAre("C", "C1", "D"));
}

TEST_F(ScopeTest, a_unit_that_ended_counts_where_its_figures_rest) {
  const Scope upper = scope(Role::upper_officer, "A", now);
  EXPECT_TRUE(upper.covers(Deed::send_report, slot("B"))) << "merged into A itself";
  EXPECT_TRUE(upper.covers(Deed::review_report, slot("A2"))) << "merged into A1, which is below";
  EXPECT_TRUE(upper.covers(Deed::review_report, slot("B2"))) << "closed below B, which is A now";
  EXPECT_FALSE(upper.covers(Deed::send_report, slot("B2")));
  EXPECT_FALSE(upper.covers(Deed::review_report, slot("B")));
  EXPECT_TRUE(scope(Role::officer, "A1", now).covers(Deed::send_report, slot("A2")));
}

TEST_F(ScopeTest, an_office_at_a_merged_unit_sees_the_successor_and_does_only_its_own_past) {
  const Scope former = scope(Role::upper_officer, "B", now);
  EXPECT_THAT(places(former, Deed::see_figures), ElementsAre("A/branch"));
  EXPECT_THAT(covered(former, Deed::send_report), ElementsAre("B"));
  EXPECT_THAT(covered(former, Deed::review_report), IsEmpty());
  EXPECT_THAT(covered(former, Deed::manage_accounts), IsEmpty());
  EXPECT_THAT(places(scope(Role::upper_officer, "B", then), Deed::see_figures), ElementsAre("B/branch"));
}

TEST_F(ScopeTest, an_office_at_a_closed_unit_goes_nowhere) {
  const Scope former = scope(Role::officer, "B2", now);
  EXPECT_THAT(places(former, Deed::see_figures), IsEmpty());
  EXPECT_THAT(covered(former, Deed::see_figures), ElementsAre("B2"));
  EXPECT_THAT(covered(former, Deed::send_report), ElementsAre("B2")) << "the last report can be finished";
}

TEST_F(ScopeTest, of_a_split_no_heir_answers_for_the_whole) {
  const auto split = world::history(std::string(units) +
                                    "2025-10-01 found E parent=A kind=grassroots\n"
                                    "2025-10-01 found F parent=A kind=grassroots\n"
                                    "2025-10-01 split A1 into=E share=0.5\n"
                                    "2025-10-01 split A1 into=F share=0.5\n");
  const unit::Tree tree(split, today);
  const unit::Lineage lineage(tree);
  const auto at = [&](const char* code) { return split.slot(code).value(); };
  const auto of = [&](const char* code) {
    const Office office{AccountId(1U), Role::upper_officer, at(code), make_date(2023, 6, 1), std::nullopt};
    return Scope(std::span(&office, 1), today, lineage);
  };
  EXPECT_FALSE(of("E").covers(Deed::see_figures, at("A1")));
  EXPECT_THAT(of("A1").branches(Deed::see_figures), IsEmpty());
  EXPECT_TRUE(of("A1").covers(Deed::send_report, at("A1"))) << "its last report";
  EXPECT_TRUE(of("A").covers(Deed::review_report, at("A1")));
}

TEST_F(ScopeTest, a_slot_without_unit_gives_and_gets_nothing) {
  const Office nowhere{AccountId(1U), Role::leader, Slot(99U), make_date(2023, 1, 1), std::nullopt};
  EXPECT_THAT(Scope(std::span(&nowhere, 1), today, now).offices(), IsEmpty());
  EXPECT_FALSE(scope(Role::leader, "VN", now).covers(Deed::see_figures, Slot(99U)));
}

TEST_F(ScopeTest, branches_and_covers_agree_on_every_standing_unit) {
  std::mt19937 random(11);
  const auto below = [&](std::size_t end) { return random() % end; };
  for (int round = 0; round < 500; ++round) {
    std::vector<Office> offices(1 + below(3));
    for (Office& office : offices)
      office = {AccountId(1U), all_roles[below(all_roles.size())], Slot(below(history.size())),
                make_date(2023, 6, 1), std::nullopt};
    for (const auto* lineage : {&now, &then}) {
      const Scope scope(offices, today, *lineage);
      const unit::Tree& tree = lineage->tree();
      for (const Deed deed : all_deeds) {
        const auto branches = scope.branches(deed);
        for (const Slot unit : tree.order()) {
          const auto inside = std::ranges::count_if(branches, [&](const Allowed& allowed) {
            const bool in_run = tree.branch(allowed.unit).contains(tree.position(unit));
            if (allowed.reach == Reach::own) return unit == allowed.unit;
            return in_run && (allowed.reach == Reach::branch || unit != allowed.unit);
          });
          // What reaches a unit by its own slot alone is no branch.
          ASSERT_LE(inside, 1);
          ASSERT_EQ(scope.covers(deed, unit), inside == 1) << history.unit(unit).code << name_of(deed);
        }
      }
    }
  }
}

}  // namespace
}  // namespace nucong::account
