#include "app/compare_values.hpp"

#include <gtest/gtest.h>

#include "world/app.hpp"

namespace nucong::app {
namespace {

using world::App;

class Comparing : public ::testing::Test {
 protected:
  Comparing() {
    app.found(world::two_provinces + "2026-07-01 merge Q into=P");
    app.tell(
        "A,2026-Q1,A04,10\nB,2026-Q1,A04,30\nC,2026-Q1,A04,40\n"
        "A,2026-Q2,A04,11\nC,2026-Q2,A04,0\n");
  }

  std::string lines(const std::string& unit, const std::string& from, const std::string& until,
                    const std::string& rows, const std::string& tree = "as-was") {
    ComparisonQuestion asked{
        {unit, "A04", Period::parse(from).value(), TreeChoice::parse(tree).value(), {}, {}},
        {},
        Rows::parse(rows).value()};
    if (!until.empty()) asked.until = Period::parse(until).value();
    const auto found = compare_values(app.ports, asked);
    if (found.has_error()) return App::fault(found);
    std::string text;
    for (const auto& line : found.value().lines)
      text += line.period.str() + " " + std::to_string(line.rank) + " " + line.unit + "=" +
              (line.value ? line.value->str() : "-") + "; ";
    return text;
  }

  App app;
};

TEST_F(Comparing, ranks_units_the_highest_first_and_equals_alike) {
  EXPECT_EQ(lines("VN", "2026-Q1", "", "child"), "2026-Q1 1 P=40; 2026-Q1 1 Q=40; ");
  EXPECT_EQ(lines("VN", "2026-Q1", "", "level:2"), "2026-Q1 1 C=40; 2026-Q1 2 B=30; 2026-Q1 3 A=10; ");
}

TEST_F(Comparing, a_unit_without_a_value_has_no_rank_and_stands_last) {
  EXPECT_EQ(lines("VN", "2026-Q2", "", "level:2"), "2026-Q2 1 A=11; 2026-Q2 2 C=0; 2026-Q2 0 B=-; ");
}

TEST_F(Comparing, tells_a_row_of_periods_each_on_its_own_tree) {
  EXPECT_EQ(lines("VN", "2026-Q1", "2026-Q3", "self"), "2026-Q1 1 VN=80; 2026-Q2 1 VN=11; 2026-Q3 0 VN=-; ");
  EXPECT_EQ(lines("Q", "2026-Q1", "2026-Q3", "self"), "2026-Q1 1 Q=40; 2026-Q2 1 Q=0; ")
      << "in the third quarter it no longer stood";
  EXPECT_EQ(lines("P", "2026-Q1", "2026-Q2", "self", "as-is"), "2026-Q1 1 P=80; 2026-Q2 1 P=11; ");
}

TEST_F(Comparing, refuses_what_makes_no_row) {
  EXPECT_EQ(lines("VN", "2026-Q2", "2026-Q1", "self"), "period.reversed");
  EXPECT_EQ(lines("VN", "2026-Q2", "2026", "self"), "period.kind_differs");
  EXPECT_EQ(lines("VN", "1950-01", "2026-01", "self"), "period.too_many");
  EXPECT_EQ(lines("Q", "2026-Q3", "2026-Q4", "self"), "unit.closed");
  EXPECT_EQ(lines("NO", "2026-Q1", "2026-Q4", "self"), "unit.unknown");
}

}  // namespace
}  // namespace nucong::app
