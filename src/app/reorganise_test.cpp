#include "app/reorganise.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/work.hpp"

namespace nucong::app {
namespace {

using testing::ElementsAre;
using world::Work;

class Reorganising : public testing::Test {
 protected:
  Reorganising() { work.people.person("lan", {work.people.office(account::Role::officer, "A1")}); }

  [[nodiscard]] const AccountPorts& ports() const { return work.people.ports; }
  std::string reorganised(const Asker& asker, const unit::History& history, const std::string& events) {
    return Work::fault(reorganise(ports(), asker, world::knowledge(), history, world::events(events)));
  }
  std::string rehearsed(const unit::History& history, const std::string& events) {
    return Work::fault(rehearse(*work.people.database, console(), world::knowledge(), history,
                                world::events(events), work.people.clock.day));
  }
  [[nodiscard]] std::size_t recorded() { return work.people.database->events().value().size(); }

  Work work{world::two_zones};
};

constexpr const char* found_c1 = "2026-11-01 found C1 parent=B kind=grassroots\n";

TEST_F(Reorganising, records_and_notes_what_was_tried_out) {
  const auto before = recorded();
  const auto history = work.present().nation.history;
  const auto made = rehearse(*work.people.database, console(), world::knowledge(), history,
                             world::events("2026-11-01 merge A2 into=A1\n"), work.people.clock.day)
                        .value();
  EXPECT_EQ(made.ended, 1U);
  EXPECT_EQ(made.standing_after, made.standing_before - 1);
  EXPECT_EQ(recorded(), before) << "a rehearsal keeps nothing";
  EXPECT_EQ(reorganised(console(), history, "2026-11-01 merge A2 into=A1\n"), "ok");
  EXPECT_EQ(recorded(), before + 1);
  EXPECT_EQ(work.people.deeds().back(), "unit.reorganise");
  EXPECT_EQ(reorganised(console(), work.present().nation.history, "2026-11-01 merge A2 into=A1\n"),
            "unit.event_twice");
  EXPECT_EQ(reorganised(work.people.asker("lan"), work.present().nation.history, found_c1), "scope.exceeded");
  EXPECT_EQ(recorded(), before + 1);
}

TEST_F(Reorganising, a_history_that_others_went_on_from_is_to_be_read_again) {
  ASSERT_EQ(
      reorganised(console(), work.present().nation.history, "2026-01-01 found C0 parent=A kind=grassroots\n"),
      "ok");
  const auto seen = work.present().nation.history;
  ASSERT_EQ(reorganised(console(), seen, found_c1), "ok");
  EXPECT_EQ(reorganised(console(), seen, "2026-11-01 found C2 parent=B kind=grassroots\n"),
            "unit.history_changed");
  const auto* reaching_back = "2024-01-01 found C2 parent=B kind=grassroots\n";
  EXPECT_EQ(reorganised(console(), seen, reaching_back), "unit.history_changed");
  EXPECT_EQ(rehearsed(seen, reaching_back), "unit.history_changed");
  EXPECT_EQ(reorganised(console(), work.present().nation.history, reaching_back), "ok");
}

TEST_F(Reorganising, what_a_caller_adds_is_one_act_with_it) {
  const auto before = recorded();
  const auto deeds = work.people.deeds();
  const auto history = work.present().nation.history;
  const auto events = world::events(found_c1);
  const auto refuse = [](Writer&, const auto&) -> Result<> { return fail(ErrorCode::request_key_taken); };
  EXPECT_EQ(Work::fault(reorganise(ports(), console(), world::knowledge(), history, events, refuse)),
            "request.key_taken");
  EXPECT_EQ(recorded(), before);
  ASSERT_EQ(reorganised(console(), history, found_c1), "ok");
  const auto grown = work.present().nation.history;
  EXPECT_EQ(Work::fault(take_back(ports(), console(), grown, refuse)), "request.key_taken");
  EXPECT_EQ(recorded(), before + 1);
  std::size_t told = 0;
  const auto tell = [&](Writer&, std::size_t undone) -> Result<> {
    told = undone;
    return ok();
  };
  EXPECT_EQ(take_back(ports(), console(), grown, tell).value(), 1U);
  EXPECT_EQ(told, 1U);
  EXPECT_EQ(recorded(), before);
  const auto all = work.people.deeds();
  EXPECT_THAT(std::vector(all.begin() + static_cast<std::ptrdiff_t>(deeds.size()), all.end()),
              ElementsAre("unit.reorganise", "unit.take_back"));
}

TEST_F(Reorganising, is_taken_back_within_a_week) {
  ASSERT_EQ(reorganised(console(), work.present().nation.history, found_c1), "ok");
  const auto history = work.present().nation.history;
  work.people.clock.day += std::chrono::days(undo_days + 1);
  EXPECT_EQ(Work::fault(take_back(ports(), console(), history)), "unit.undo_late");
  work.people.clock.day -= std::chrono::days(1);
  EXPECT_EQ(Work::fault(take_back(ports(), work.people.asker("lan"), history)), "scope.exceeded");
  EXPECT_EQ(Work::fault(take_back(ports(), console(), history)), "ok");
}

}  // namespace
}  // namespace nucong::app
