#include "base/period.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace nucong {
namespace {

Period p(std::string_view text) {
  return Period::parse(text).value();
}

TEST(Period, reads_and_prints_every_kind) {
  for (const auto* text :
       {"2024", "2024-H1", "2024-H2", "2024-Q1", "2024-Q4", "2024-03", "2024-12", "2023..2028"})
    EXPECT_EQ(p(text).str(), text);
}

TEST(Period, refuses_what_does_not_exist) {
  for (const auto* text :
       {"", "24", "2024-Q5", "2024-Q0", "2024-H3", "2024-13", "2024-00", "2024-3", "2024Q1", "2024-q1",
        "2028..2023", "2020..2031", "2024..", "1899", "3000", "2024-Q1 ", "-024", "2024-+1"})
    EXPECT_EQ(Period::parse(text).error().code(), ErrorCode::period_malformed) << text;
}

TEST(Period, knows_its_first_and_last_day) {
  EXPECT_EQ(p("2024-02").last(), make_date(2024, 2, 29));
  EXPECT_EQ(p("2025-Q2").first(), make_date(2025, 4, 1));
  EXPECT_EQ(p("2025-Q2").last(), make_date(2025, 6, 30));
  EXPECT_EQ(p("2025-H2").last(), make_date(2025, 12, 31));
  EXPECT_EQ(p("2023..2028").first(), make_date(2023, 1, 1));
  EXPECT_EQ(p("2023..2028").last(), make_date(2028, 12, 31));
}

TEST(Period, moves_by_its_own_length) {
  EXPECT_EQ(p("2024-Q1").previous().str(), "2023-Q4");
  EXPECT_EQ(p("2024-12").next().str(), "2025-01");
  EXPECT_EQ(p("2023..2028").previous().str(), "2017..2022");
  EXPECT_EQ(p("2024-Q2").year_before().str(), "2023-Q2");
}

TEST(Period, covers_a_stretch_with_the_fewest_tiles) {
  const auto names = [](Date from, Date to) {
    std::string all;
    for (const auto& tile : tiles(from, to)) all += tile.str() + " ";
    return all;
  };
  EXPECT_EQ(names(make_date(2026, 1, 1), make_date(2026, 9, 30)), "2026-H1 2026-Q3 ");
  EXPECT_EQ(names(make_date(2025, 12, 1), make_date(2027, 1, 31)), "2025-12 2026 2027-01 ");
  EXPECT_EQ(names(make_date(2026, 2, 1), make_date(2026, 1, 31)), "");
}

RC_GTEST_PROP(Period, parts_tile_the_whole_without_gap_or_overlap, ()) {
  const int year = *rc::gen::inRange(1950, 2100);
  const auto kind =
      *rc::gen::element(PeriodKind::quarter, PeriodKind::half, PeriodKind::year, PeriodKind::term);
  const Period whole = kind == PeriodKind::term ? Period::term(year, year + *rc::gen::inRange(0, 9))
                                                : Period::part(kind, year, 1);
  const auto parts = whole.parts();
  RC_ASSERT(parts.front().first() == whole.first());
  RC_ASSERT(parts.back().last() == whole.last());
  for (std::size_t i = 1; i < parts.size(); ++i) {
    RC_ASSERT(parts[i].first() == parts[i - 1].last() + std::chrono::days{1});
    RC_ASSERT(parts[i].previous() == parts[i - 1]);
  }
  RC_ASSERT(Period::parse(whole.str()).value() == whole);
}

}  // namespace
}  // namespace nucong
