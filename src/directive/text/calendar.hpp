// Dates, years and periods as directives write them.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "directive/text/token.hpp"

namespace nucong::directive {

struct DateRead {
  Date date;
  std::size_t next = 0;  ///< the first token after it
};

/// A full date that begins at token `at`: "ngày 24/9/2025", "24-9-2025", "ngày 24 tháng 9 năm 2025".
[[nodiscard]] std::optional<DateRead> read_date(const Tokens& tokens, std::size_t at, std::string_view text);

/// A whole number written as four digits that can be a year of our time.
[[nodiscard]] std::optional<int> year_at(const Tokens& tokens, std::size_t at, std::string_view text);

enum class TimeForm : std::uint8_t {
  until,   ///< đến năm 2025, trước 30/6/2026
  at,      ///< vào năm 2025, trong năm 2025
  from,    ///< từ năm 2026
  period,  ///< giai đoạn 2021-2025, nhiệm kỳ 2023 - 2028: its last year
  tied,    ///< so với năm 2020: a base, never a deadline
  bare     ///< năm 2025
};

struct TimePhrase {
  std::size_t first = 0;  ///< tokens, half open, the preposition included
  std::size_t last = 0;
  int year = 0;   ///< 0 of a day that names none ("trước ngày 30/6"), until `date_days` gives it one
  int start = 0;  ///< the first year of a period, else `year`
  TimeForm form = TimeForm::bare;
  std::optional<std::chrono::month_day> day;  ///< the last day meant: of a date, a month, a quarter
};

/// All of them, in order; their tokens become `timed`, also those of dates without a year ("8/3").
[[nodiscard]] std::vector<TimePhrase> find_times(Tokens& tokens, std::string_view text);

/// Gives days without a year that of the text, and drops them where it has none.
void date_days(std::vector<TimePhrase>& times, std::optional<int> year);

/// The day a time phrase ends on within its year; none if it names but a year, or a day that its year has
/// not.
[[nodiscard]] std::optional<Date> day_of(const TimePhrase& time);

}  // namespace nucong::directive
