#include "live/live_nation.hpp"

#include <thread>

#include <gtest/gtest.h>

#include "report/submission.hpp"
#include "rollup/question.hpp"
#include "world/app.hpp"

namespace nucong::live {
namespace {

using app::StoredReport;
using world::App;

constexpr std::uint32_t writers = 8;
constexpr std::uint32_t rounds = 25;

class Living : public ::testing::Test {
 protected:
  Living() {
    std::string units =
        "2023-01-01 found VN kind=confederation\n2023-01-01 found P parent=VN kind=provincial\n";
    for (std::uint32_t i = 0; i < writers; ++i)
      units += "2023-01-01 found G" + std::to_string(i) + " parent=P kind=grassroots\n";
    home.found(units);
    nation = LiveNation::load(home.ports).value();
  }

  [[nodiscard]] static StoredReport report(std::uint32_t unit, std::uint32_t version, std::int64_t women) {
    StoredReport made{Slot(2 + unit), Period::parse("2026-Q1").value()};
    made.version = version;
    made.received = make_date(2026, 1, 1) + std::chrono::days(version);
    made.figures = report::pack(std::vector{report::Figure{series(), women, {}}}, elements());
    return made;
  }
  // One act, not yet in the nation.
  [[nodiscard]] Result<app::Sequence> write(const std::vector<StoredReport>& reports) const {
    const Date today = make_date(2026, 11, 1);
    return home.database->act([&](app::Writer& writer) { return writer.submit(reports, today); });
  }
  // The same, and the nation holds it.
  [[nodiscard]] Result<app::Sequence> submit(const std::vector<StoredReport>& reports) const {
    TRY(const auto sequence, write(reports));
    return nation->follow_to(sequence);
  }
  [[nodiscard]] static const indicator::Elements& elements() { return world::knowledge().elements(); }
  [[nodiscard]] static indicator::Series series() { return elements().parse_series("A04").value(); }

  [[nodiscard]] std::optional<Decimal> total(const app::Nation& of, const std::string& unit = "VN") {
    rollup::Question question(nation->atlas(), of.figures, elements(),
                              rollup::ground_on(nation->atlas(), of.history, make_date(2026, 3, 31)),
                              {Period::parse("2026-Q1").value()});
    return question.total(series(), question.tree().branch(of.history.slot(unit).value())).value;
  }

  App home;
  std::unique_ptr<LiveNation> nation;
};

TEST_F(Living, what_was_done_is_in_the_nation_once_it_has_followed) {
  const auto before = nation->now();
  ASSERT_TRUE(submit({report(0, 1, 40), report(1, 1, 2)}));
  EXPECT_EQ(total(*nation->now()), Decimal{42});
  ASSERT_TRUE(submit({report(0, 2, 41)}));
  EXPECT_EQ(total(*nation->now()), Decimal{43});
  EXPECT_EQ(total(*before), std::nullopt) << "a reader's nation changed under its hands";
}

TEST_F(Living, a_refused_report_leaves_nothing_behind) {
  ASSERT_TRUE(submit({report(0, 1, 40)}));
  const auto refused = submit({report(1, 1, 1), report(0, 1, 50)});
  ASSERT_TRUE(refused.has_error());
  EXPECT_EQ(refused.error().code(), ErrorCode::report_version_changed);
  EXPECT_EQ(total(*nation->now()), Decimal{40});
}

TEST_F(Living, takes_in_what_others_did) {
  ASSERT_TRUE(submit({report(0, 1, 40)}));
  ASSERT_TRUE(write({report(1, 1, 5)}));
  home.found("2026-02-01 found Q parent=VN kind=provincial\n2026-03-01 move G0 parent=Q\n");
  EXPECT_EQ(total(*nation->now()), Decimal{40});
  EXPECT_EQ(nation->follow().value(), home.database->latest().value());
  EXPECT_EQ(total(*nation->now()), Decimal{45});
  EXPECT_EQ(total(*nation->now(), "Q"), Decimal{40});
  // A submission of ours that others preceded brings theirs along.
  ASSERT_TRUE(write({report(2, 1, 100)}));
  ASSERT_TRUE(submit({report(3, 1, 1000)}));
  EXPECT_EQ(total(*nation->now()), Decimal{1145});
}

TEST_F(Living, tells_of_every_act_once_with_the_nation_that_holds_it) {
  std::vector<std::string> told;
  nation->tell([&](const app::TakenIn& taken, const app::Nation& now) {
    for (const auto& act : taken.acts) told.push_back(std::to_string(act.sequence) + " " + act.kind);
    for (const auto& report : taken.reports)
      told.push_back(now.history.unit(report.unit).code + " " + report.period.str());
    EXPECT_EQ(now.sequence, taken.acts.back().sequence);
  });
  ASSERT_TRUE(submit({report(0, 1, 40)}));
  ASSERT_TRUE(write({report(1, 1, 5)}));
  ASSERT_TRUE(submit({report(2, 1, 7)}));
  ASSERT_TRUE(nation->follow());
  EXPECT_EQ(told, (std::vector<std::string>{"2 report.submit", "G0 2026-Q1", "3 report.submit",
                                            "4 report.submit", "G1 2026-Q1", "G2 2026-Q1"}));
}

TEST_F(Living, a_figure_that_the_new_version_does_not_have_is_gone) {
  ASSERT_TRUE(submit({report(0, 1, 40)}));
  StoredReport without = report(0, 2, 0);
  without.figures =
      report::pack(std::vector{report::Figure{elements().parse_series("A03").value(), 60, {}}}, elements());
  ASSERT_TRUE(submit({without}));
  EXPECT_EQ(total(*nation->now()), std::nullopt);
}

TEST_F(Living, follows_only_as_far_as_it_has_to) {
  const auto first = submit({report(0, 1, 40)}).value();
  const auto second = write({report(1, 1, 2)}).value();
  EXPECT_EQ(nation->follow_to(first).value(), first) << "it stands there already";
  EXPECT_EQ(total(*nation->now()), Decimal{40});
  EXPECT_EQ(nation->follow_to(second).value(), second);
  EXPECT_EQ(total(*nation->now()), Decimal{42});
}

TEST_F(Living, knows_where_a_report_stands_once_it_has_followed) {
  const auto before = nation->now();
  ASSERT_TRUE(submit({report(0, 1, 40)}));
  ASSERT_TRUE(submit({report(0, 2, 41)}));
  const auto standing = nation->now()->standings.at(Slot(2U), Period::parse("2026-Q1").value());
  EXPECT_EQ(standing.version, 2U);
  EXPECT_EQ(standing.first_received, make_date(2026, 1, 2));
  EXPECT_EQ(before->standings.at(Slot(2U), Period::parse("2026-Q1").value()), report::Standing{});
}

TEST_F(Living, takes_in_what_happens_to_units_and_leaves_the_tree_before_as_it_is) {
  ASSERT_TRUE(submit({report(0, 1, 40), report(1, 1, 2)}));
  const auto before = nation->now();
  const auto events =
      world::events("2026-02-01 found Q parent=VN kind=provincial\n2026-03-01 move G0 parent=Q\n");
  ASSERT_TRUE(app::record_events(home.ports, events, app::Commit::yes));
  ASSERT_TRUE(nation->follow());
  EXPECT_EQ(total(*nation->now(), "Q"), Decimal{40});
  EXPECT_EQ(total(*nation->now(), "P"), Decimal{2});
  EXPECT_EQ(total(*before, "P"), Decimal{42});
  EXPECT_EQ(app::record_events(home.ports, events, app::Commit::yes).error().code(),
            ErrorCode::unit_event_twice);
  EXPECT_EQ(app::load_history(*home.database).value().size(), nation->now()->history.size());
}

// Writers save side by side while readers look: every look is a state that some number of whole acts gives,
// and nothing that was acknowledged is missing in the end.
TEST_F(Living, many_write_while_others_read) {
  std::atomic<bool> over = false;
  std::atomic<std::uint32_t> torn = 0;
  std::jthread reader([&] {
    Decimal last = 0;
    while (!over) {
      const auto seen = total(*nation->now()).value_or(Decimal{0});
      if (seen < last || seen.mantissa() % 2 != 0) ++torn;
      last = seen;
    }
  });
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t unit = 0; unit < writers; ++unit)
      threads.emplace_back([&, unit] {
        for (std::uint32_t version = 1; version <= rounds; ++version)
          EXPECT_TRUE(submit({report(unit, version, 2 * version)}));
      });
  }
  over = true;
  reader.join();
  EXPECT_EQ(torn, 0U);
  EXPECT_EQ(total(*nation->now()), Decimal{2 * rounds * writers});
}

}  // namespace
}  // namespace nucong::live
