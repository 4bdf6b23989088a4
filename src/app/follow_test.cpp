#include "app/follow.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/app.hpp"

namespace nucong::app {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Follow : public testing::Test {
 protected:
  Follow() {
    app.found(
        "2023-01-01 found VN kind=confederation\n"
        "2023-01-01 found A parent=VN kind=grassroots\n"
        "2023-01-01 found B parent=VN kind=grassroots");
  }

  Follower begin(std::optional<Sequence> after, FollowDetail detail = FollowDetail::reports) {
    return Follower::begin(*app.database, after, detail).value();
  }
  /// "2 report.submit A/2026-Q1/v1:2" for each act, in order.
  static std::vector<std::string> told(Follower& follower) {
    std::vector<std::string> all;
    const auto followed = follower.advance([&](const FollowedAct& one) -> Result<> {
      all.push_back(std::to_string(one.act.sequence) + " " + one.act.kind);
      for (const auto& r : one.reports)
        all.back() += " " + r.unit + "/" + r.period.str() + "/v" + std::to_string(r.version) + ":" +
                      std::to_string(r.figures);
      return ok();
    });
    EXPECT_TRUE(followed.has_value());
    return all;
  }

  world::App app;
};

TEST_F(Follow, tells_each_act_once_with_its_reports) {
  app.tell("B,2026-Q1,A04,80\nA,2026-Q1,A03,120\nA,2026-Q1,A04,80\n");
  auto follower = begin(0);
  EXPECT_THAT(told(follower), ElementsAre("1 unit.events", "2 report.submit A/2026-Q1/v1:2 B/2026-Q1/v1:1"));
  EXPECT_THAT(told(follower), IsEmpty());
  app.tell("A,2026-Q1,A04,81\n");
  app.tell("B,2026-Q1,A04,81\n");
  EXPECT_THAT(told(follower),
              ElementsAre("3 report.submit A/2026-Q1/v2:2", "4 report.submit B/2026-Q1/v2:1"));
  EXPECT_EQ(follower.seen(), 4U);
}

TEST_F(Follow, begins_behind_the_act_it_is_given_or_behind_the_latest) {
  app.tell("A,2026-Q1,A04,80\n");
  auto later = begin(1);
  EXPECT_THAT(told(later), ElementsAre("2 report.submit A/2026-Q1/v1:1"));
  auto now = begin(std::nullopt);
  EXPECT_EQ(now.seen(), 2U);
  EXPECT_THAT(told(now), IsEmpty());
  app.tell("A,2026-Q1,A04,81\n");
  EXPECT_THAT(told(now), ElementsAre("3 report.submit A/2026-Q1/v2:1"));
}

TEST_F(Follow, refuses_to_wait_behind_an_act_that_is_not_there_yet) {
  EXPECT_EQ(world::App::fault(Follower::begin(*app.database, 2, FollowDetail::acts)), "act.unknown");
  EXPECT_EQ(world::App::fault(Follower::begin(*app.database, 1, FollowDetail::acts)), "ok");
}

TEST_F(Follow, leaves_reports_out_where_only_acts_are_asked_for) {
  app.tell("A,2026-Q1,A04,80\n");
  auto follower = begin(0, FollowDetail::acts);
  EXPECT_THAT(told(follower), ElementsAre("1 unit.events", "2 report.submit"));
}

TEST_F(Follow, knows_the_code_of_a_unit_that_came_after_it_began) {
  app.tell("A,2026-Q1,A04,80\n");
  auto follower = begin(0);
  told(follower);
  app.found("2024-01-01 found C parent=VN kind=grassroots");
  app.tell("C,2026-Q1,A04,7\n");
  EXPECT_THAT(told(follower), ElementsAre("3 unit.events", "4 report.submit C/2026-Q1/v1:1"));
}

TEST_F(Follow, goes_on_behind_the_acts_it_told_before_it_failed) {
  app.tell("A,2026-Q1,A04,80\n");
  app.tell("A,2026-Q1,A04,81\n");
  auto follower = begin(0);
  const auto refused = follower.advance([](const FollowedAct& one) -> Result<> {
    if (one.act.sequence == 3) return fail(ErrorCode::file_unwritable);
    return ok();
  });
  EXPECT_EQ(world::App::fault(refused), "file.unwritable");
  EXPECT_THAT(told(follower), ElementsAre("3 report.submit A/2026-Q1/v2:1"));
}

}  // namespace
}  // namespace nucong::app
