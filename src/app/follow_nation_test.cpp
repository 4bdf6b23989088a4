#include "app/follow_nation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "world/passing_database.hpp"
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
    const auto sent = work.app.database.act([&](Writer& writer) { return writer.submit({&next, 1}, day); });
    EXPECT_EQ(sent.has_value(), !standing.locked);
  } else if (what == 7) {
    const report::Extension extension{unit, "NC-Q", period, day, {}, {}, {}};
    ASSERT_TRUE(
        work.app.database.act([&](Writer& writer) { return writer.extend(extension, day); }).has_value());
  } else {
    report::Step step{unit, period, standing.steps + 1, static_cast<StepKind>(*rc::gen::inRange(0, 5))};
    step.version = standing.version;
    step.note = "lý do";
    if (!report::check_step(step, standing, "")) return;
    const bool signs = step.kind == StepKind::signed_off;
    const auto stepped = work.app.database.act([&](Writer& writer) {
      return signs ? writer.freeze(step, "text", "digest", day) : writer.add_step(step, day);
    });
    ASSERT_TRUE(stepped.has_value());
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
  const Date day = work.people.clock.day;
  ASSERT_TRUE(work.app.database.act([&](Writer& writer) { return writer.add_step(step, day); }).has_value());
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

/// Of one act no report can be seen yet.
class HalfSeen final : public world::PassingDatabase {
 public:
  using PassingDatabase::PassingDatabase;
  Result<> each_report_since(Sequence after, const Visit<StoredReport>& visit) override {
    return PassingDatabase::each_report_since(after, [&](const StoredReport& report) {
      return report.sequence == hidden ? Result<>(ok()) : visit(report);
    });
  }
  Sequence hidden = 0;
};

TEST(FollowNation, an_act_that_is_not_all_there_waits_with_all_behind_it) {
  world::Work work(world::two_zones);
  const Nation before = work.present().nation;
  for (const char* unit : {"A1", "A2", "B1"}) work.report(unit, periods[1], {world::Work::box("A03", "5")});
  HalfSeen database(*work.people.database);
  const Ports ports{database,      work.people.clock, work.files,        work.sheets,
                    work.progress, work.workers,      world::knowledge()};
  const auto version = [&](const Nation& nation, const char* unit) {
    return nation.standings.at(work.unit(unit), periods[1]).version;
  };
  database.hidden = before.sequence + 1;
  EXPECT_EQ(followed(ports, before).value().sequence, before.sequence);
  database.hidden = before.sequence + 2;
  TakenIn taken;
  const Nation first = followed(ports, before, &taken).value();
  EXPECT_EQ(first.sequence, before.sequence + 1);
  EXPECT_EQ(taken.acts.size(), 1U);
  EXPECT_EQ(taken.reports.size(), 1U);
  EXPECT_EQ(version(first, "A1"), 1U);
  EXPECT_EQ(version(first, "B1"), 0U);
  database.hidden = 0;
  const Nation all = followed(ports, first, &taken).value();
  EXPECT_EQ(all.sequence, before.sequence + 3);
  EXPECT_EQ(taken.reports.size(), 3U);
  EXPECT_EQ(version(all, "A2"), 1U);
  EXPECT_EQ(version(all, "B1"), 1U);
}

TEST(FollowNation, holds_the_units_that_a_load_holds_whatever_was_taken_back) {
  world::Work work(world::two_zones);
  const auto record = [&](const std::string& events) {
    ASSERT_TRUE(record_events(work.app, world::events(events), Commit::yes).has_value());
  };
  const auto agrees = [&] {
    const auto& followed = work.present().nation.history;
    const auto loaded = load_history(*work.people.database).value();
    ASSERT_EQ(followed.size(), loaded.size());
    EXPECT_EQ(followed.recorded_events(), loaded.recorded_events());
    for (std::size_t i = 0; i < loaded.size(); ++i)
      EXPECT_EQ(followed.unit(Slot(i)).code, loaded.unit(Slot(i)).code);
  };
  record("2026-01-01 found C1 parent=B kind=grassroots\n");
  agrees();
  record("2024-01-01 found C2 parent=B kind=grassroots\n");
  agrees();
  ASSERT_TRUE(undo_units(work.app).has_value());
  record("2026-02-01 found C3 parent=A kind=grassroots\n");
  agrees();
}

TEST(FollowNation, keeps_what_nothing_happened_to) {
  world::Work work(world::two_zones);
  const Nation before = work.present().nation;
  work.report("A1", periods[1], {world::Work::box("A03", "5")});
  const Nation& after = work.present().nation;
  EXPECT_GT(after.sequence, before.sequence);
  EXPECT_EQ(after.history.identity(), before.history.identity());
  EXPECT_EQ(after.directives, before.directives);
  EXPECT_EQ(after.extensions, before.extensions);
}

}  // namespace
}  // namespace nucong::app
