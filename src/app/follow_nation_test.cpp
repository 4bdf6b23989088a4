#include "app/follow_nation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "world/work.hpp"

namespace nucong::app {
namespace {

using report::StepKind;
using testing::IsEmpty;

const std::vector<Period> periods = {Period::parse("2025-Q4").value(), Period::parse("2026-Q1").value()};

std::string told(const report::Standings& standings) {
  std::string text;
  for (const Period& period : standings.periods())
    standings.of(period).each([&](Slot unit, const report::Standing& one) {
      text += period.str() + "/" + std::to_string(unit.value) + " v" + std::to_string(one.version) + " " +
              format_date(one.first_received) + " step " + std::to_string(one.steps) + " " +
              std::string(report::name_of(report::state_of(one, false))) + (one.sent_on ? " on" : "") + "\n";
    });
  return text;
}

// Does something that people do, if it may be done.
void act(world::Work& work) {
  const Slot unit(*rc::gen::inRange(0U, 6U));
  const Period period = periods[*rc::gen::inRange<std::size_t>(0, 2)];
  const auto standing = app::load_nation(work.app).value().standings.at(unit, period);
  work.people.clock.day += std::chrono::days(1);
  const Date day = work.people.clock.day;
  const int what = *rc::gen::inRange(0, 8);
  if (what < 3) {
    const StoredReport next{unit, period, standing.version + 1, "NC-Q", day, "x", "A03=1", {}, 0};
    EXPECT_EQ(work.app.store.submit({&next, 1}, day).has_value(), !standing.locked);
  } else if (what == 7) {
    ASSERT_TRUE(work.ports.work.extend({unit, "NC-Q", period, day, {}, {}, {}}, day).has_value());
  } else {
    report::Step step{unit, period, standing.steps + 1, static_cast<StepKind>(*rc::gen::inRange(0, 5))};
    step.version = standing.version;
    step.note = "lý do";
    if (!report::check_step(step, standing, "")) return;
    const bool signs = step.kind == StepKind::signed_off;
    ASSERT_TRUE(
        (signs ? work.ports.work.freeze(step, "text", "digest", day) : work.ports.work.add_step(step, day))
            .has_value());
  }
}

RC_GTEST_PROP(FollowNation, followed_equals_loaded, ()) {
  world::Work work(world::two_zones);
  for (int i = *rc::gen::inRange(0, 25); i > 0; --i) {
    act(work);
    if (*rc::gen::inRange(0, 3) == 0) static_cast<void>(work.present());
  }
  const Nation& followed = work.present().nation;
  const Nation loaded = load_nation(work.app).value();
  RC_ASSERT(told(followed.standings) == told(loaded.standings));
  RC_ASSERT(*followed.extensions == *loaded.extensions);
  RC_ASSERT(followed.sequence == loaded.sequence);
  // A nation that was read while others wrote is told again of what it holds already.
  Nation early = loaded;
  early.sequence /= 2;
  RC_ASSERT(told(app::followed(work.app, early).value().standings) == told(loaded.standings));
}

TEST(FollowNation, tells_which_report_a_step_was_about) {
  world::Work work(world::two_zones);
  work.report("A1", periods[1], {world::Work::box("A03", "5")});
  const Nation before = work.present().nation;
  report::Step step{work.unit("A1"), periods[1], 1, StepKind::accepted, 1};
  ASSERT_TRUE(work.ports.work.add_step(step, work.people.clock.day).has_value());
  TakenIn taken;
  const Nation after = followed(work.app, before, &taken).value();
  EXPECT_EQ(report::state_of(after.standings.at(step.unit, step.period), false), report::State::accepted);
  EXPECT_EQ(report::state_of(before.standings.at(step.unit, step.period), false), report::State::sent);
  ASSERT_EQ(taken.steps.size(), 1U);
  EXPECT_EQ(taken.steps.front().sequence, after.sequence);
  EXPECT_EQ(taken.steps.front().unit, step.unit);
  EXPECT_EQ(taken.steps.front().period, step.period);
  EXPECT_EQ(taken.steps.front().kind, StepKind::accepted);
  EXPECT_THAT(taken.reports, IsEmpty());
}

}  // namespace
}  // namespace nucong::app
