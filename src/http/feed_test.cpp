#include "http/feed.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "world/world.hpp"

namespace nucong::http {
namespace {

using testing::HasSubstr;

class TheFeed : public testing::Test {
 protected:
  void happens(const std::string& kind, const std::vector<std::string>& units) {
    app::TakenIn taken{{{++nation.sequence, kind, make_date(2026, 11, 1), {}}}, {}};
    for (const auto& unit : units)
      taken.reports.push_back(
          {nation.sequence, nation.history.find(unit).value(), Period::parse("2026-Q3").value()});
    feed.publish(taken, nation);
  }
  [[nodiscard]] std::shared_ptr<Reader> reader(std::optional<std::string_view> branch = {},
                                               std::optional<app::Sequence> last_seen = {}) {
    return feed.open(nation, branch, last_seen).value();
  }

  Measures measures;
  Feed feed{measures};
  app::Nation nation{.sequence = 7,
                     .history = world::history("2023-01-01 found VN kind=confederation\n"
                                               "2023-01-01 found P parent=VN kind=provincial\n"
                                               "2023-01-01 found A parent=P kind=grassroots\n"
                                               "2023-01-01 found B parent=VN kind=provincial\n"),
                     .figures = {},
                     .directives = {},
                     .goals = {}};
};

TEST_F(TheFeed, tells_what_happens_from_now_on) {
  happens("report.submit", {"A"});
  const auto all = reader();
  EXPECT_EQ(all->take(), "");
  happens("report.submit", {"A", "B"});
  EXPECT_EQ(
      all->take(),
      "event: act\nid: 9\ndata: {\"sequence\": 9, \"kind\": \"report.submit\", \"day\": \"2026-11-01\", "
      "\"reports\": 2, \"periods\": [\"2026-Q3\"], \"units\": [\"A\", \"B\"]}\n\n");
}

TEST_F(TheFeed, tells_a_branch_of_its_own_reports_and_of_all_other_acts) {
  const auto branch = reader("P");
  happens("report.submit", {"B"});
  EXPECT_EQ(branch->take(), "");
  happens("report.submit", {"B", "A"});
  EXPECT_THAT(branch->take(), HasSubstr("\"reports\": 1, \"periods\": [\"2026-Q3\"], \"units\": [\"A\"]"));
  happens("unit.events", {});
  EXPECT_THAT(branch->take(), HasSubstr("\"kind\": \"unit.events\""));
  EXPECT_EQ(feed.open(nation, "NO", {}).error().code(), ErrorCode::unit_unknown);
}

TEST_F(TheFeed, goes_on_where_a_reader_left_off) {
  happens("report.submit", {"A"});
  happens("report.submit", {"B"});
  const auto again = reader({}, 8)->take();
  EXPECT_THAT(again, HasSubstr("id: 9\n"));
  EXPECT_THAT(again, testing::Not(HasSubstr("id: 8\n")));
  EXPECT_EQ(reader({}, 9)->take(), "");
}

TEST_F(TheFeed, sends_back_to_the_beginning_who_was_away_too_long) {
  happens("report.submit", {"A"});
  EXPECT_EQ(reader({}, 3)->take(), "event: reset\nid: 8\ndata: {\"sequence\": 8}\n\n");
  EXPECT_EQ(reader({}, 99)->take(), "event: reset\nid: 8\ndata: {\"sequence\": 8}\n\n");
}

TEST_F(TheFeed, drops_a_reader_who_does_not_take_what_waits) {
  const auto slow = reader();
  int called = 0;
  slow->when_ready([&] { ++called; });
  while (!slow->dropped()) happens("report.submit", {"A"});
  EXPECT_GT(called, 100);
  EXPECT_EQ(measures.events_dropped, 1);
  happens("report.submit", {"A"});
  EXPECT_EQ(measures.events_dropped, 1);
}

}  // namespace
}  // namespace nucong::http
