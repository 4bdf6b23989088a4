#include "app/collect.hpp"

#include <gtest/gtest.h>

#include "app/adopt.hpp"
#include "app/score.hpp"
#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

class Collecting : public ::testing::Test {
 protected:
  Collecting() {
    app.found(world::two_provinces + R"(
      2026-05-01 merge C into=B
      2026-07-01 merge Q into=P
      2026-07-01 found D parent=P kind=grassroots
    )");
    app.clock.day = make_date(2026, 4, 5);
    app.tell("A,2026-Q1,A04,10\nC,2026-Q1,A04,40\n");
    app.clock.day = make_date(2026, 11, 1);
  }

  // "P 2/1" for each row (expected/received), then who is silent.
  std::string counted(const std::string& unit, const std::string& rows, const std::string& tree = "as-was",
                      rollup::Population population = rollup::Population::everyone) {
    const auto found = collect(app.ports, {"NC-Q", unit, quarter, Rows::parse(rows).value(),
                                           TreeChoice::parse(tree).value(), population});
    if (found.has_error()) return App::fault(found);
    std::string text;
    for (const auto& row : found.value().rows)
      text += row.unit + " " + std::to_string(row.counts.expected) + "/" +
              std::to_string(row.counts.received) + "; ";
    text += "silent:";
    for (const auto& [code, name] : found.value().silent) text += " " + code;
    return text;
  }

  const Period quarter = Period::parse("2026-Q1").value();
  App app;
};

TEST_F(Collecting, the_tree_decides_the_branch_and_the_last_day_who_was_to_report) {
  EXPECT_EQ(counted("VN", "child"), "P 2/1; Q 1/1; silent: B");
  EXPECT_EQ(counted("VN", "child", "as-is"), "P 3/2; silent: B");
  EXPECT_EQ(counted("VN", "level:2", "as-is"), "A 1/1; B 2/1; D 0/0; silent: B")
      << "C is counted with its heir";
  EXPECT_EQ(counted("VN", "self"), "VN 3/2; silent: B");
  EXPECT_EQ(counted("VN", "self", "as-is"), "VN 3/2; silent: B");
  EXPECT_EQ(counted("VN", "self", "2024-01-01"), "VN 3/2; silent: B");
}

TEST_F(Collecting, only_alive_compares_like_with_like) {
  EXPECT_EQ(counted("VN", "self", "as-is", rollup::Population::only_alive), "VN 2/1; silent: B");
}

TEST_F(Collecting, the_unit_must_stand_in_the_tree_asked_for) {
  EXPECT_EQ(counted("Q", "self", "as-is"), "unit.closed");
  EXPECT_EQ(counted("Q", "self"), "Q 1/1; silent:");
  EXPECT_EQ(counted("D", "self"), "unit.not_yet_founded");
  EXPECT_EQ(counted("D", "self", "as-is"), "D 0/0; silent:");
}

TEST_F(Collecting, agrees_with_the_scorecard_of_the_same_day) {
  const auto adopted = adopt(
      app.ports,
      {"Hướng dẫn năm 2026\n\nPhấn đấu 90% trở lên nữ đoàn viên đạt danh hiệu.\n", "x.txt", "VN", {}, {}});
  ASSERT_TRUE(adopted.has_value()) << App::fault(adopted);
  const auto card = score(app.ports, {"VN", quarter, Rows::parse("child").value(), {}, {}, {}});
  ASSERT_TRUE(card.has_value()) << App::fault(card);
  std::string text;
  for (const auto& row : card.value().rows)
    text +=
        row.unit + " " + std::to_string(row.units_expected) + "/" + std::to_string(row.units_reported) + "; ";
  EXPECT_EQ(text + "silent: B", counted("VN", "child"));
}

}  // namespace
}  // namespace nucong::app
