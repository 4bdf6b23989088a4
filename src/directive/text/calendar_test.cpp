#include "directive/text/calendar.hpp"

#include <gtest/gtest.h>

namespace nucong::directive {
namespace {

std::vector<TimePhrase> times_in(std::string_view text) {
  Tokens tokens = phrased(tokens_of(text));
  return find_times(tokens, text);
}

TEST(DirectiveCalendar, reads_dates_as_papers_write_them) {
  for (const std::string_view text : {"ngày 24/9/2025", "24-9-2025", "ngày 24 tháng 9 năm 2025",
                                      "ngay 24 tháng 09 năm 2025", "24.09.2025"}) {
    const Tokens tokens = tokens_of(text);
    const auto read = read_date(tokens, 0, text);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(format_date(read->date), "2025-09-24") << text;
  }
  const std::string_view impossible = "ngày 31/2/2025";
  EXPECT_FALSE(read_date(tokens_of(impossible), 0, impossible).has_value());
}

TEST(DirectiveCalendar, a_period_counts_by_its_last_year) {
  for (const std::string_view text :
       {"giai đoạn 2026 - 2030", "từ năm 2026 đến năm 2030", "nhiệm kỳ 2026–2030"}) {
    const auto times = times_in(text);
    ASSERT_EQ(times.size(), 1U) << text;
    EXPECT_EQ(times[0].year, 2030) << text;
    EXPECT_EQ(times[0].start, 2026) << text;
    EXPECT_EQ(times[0].form, TimeForm::period) << text;
  }
}

TEST(DirectiveCalendar, the_preposition_tells_deadlines_from_bases) {
  EXPECT_EQ(times_in("đến hết năm 2027").at(0).form, TimeForm::until);
  EXPECT_EQ(times_in("trước ngày 30/6/2026").at(0).form, TimeForm::until);
  EXPECT_EQ(times_in("vào năm 2025").at(0).form, TimeForm::at);
  EXPECT_EQ(times_in("so với năm 2020").at(0).form, TimeForm::tied);
  EXPECT_EQ(times_in("so với dự toán năm 2024").at(0).form, TimeForm::tied);
  EXPECT_EQ(times_in("so với số nợ ngày 31-12-2024").at(0).form, TimeForm::tied);
  EXPECT_EQ(times_in("gấp 2 lần năm 2020").at(0).form, TimeForm::tied);
  EXPECT_EQ(times_in("khám sức khỏe 2 lần năm 2026").at(0).form, TimeForm::bare);
  EXPECT_EQ(times_in("từ năm 2026 trở đi").at(0).form, TimeForm::from);
}

TEST(DirectiveCalendar, a_day_without_a_year_is_no_number) {
  const std::string_view text = "mít tinh kỷ niệm ngày 8/3";
  Tokens tokens = phrased(tokens_of(text));
  EXPECT_TRUE(find_times(tokens, text).empty());
  EXPECT_TRUE(tokens.back().timed);
}

}  // namespace
}  // namespace nucong::directive
