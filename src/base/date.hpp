// Calendar days. A Date has no time zone: directives and decisions speak of days.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nucong {

using Date = std::chrono::sys_days;

[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

/// Reads "2025-07-01" and the Vietnamese "1/7/2025" or "01-07-2025"; years 1900 to 2999.
/// Errors: `date.malformed`; `date.impossible` for 31/2.
[[nodiscard]] Result<Date> parse_date(std::string_view text);

/// ISO 8601: "2025-07-01".
[[nodiscard]] std::string format_date(Date date);
/// As Vietnamese papers write it: "01/7/2025" (NĐ 30/2020: days under 10 and months 1, 2 take a zero).
[[nodiscard]] std::string format_date_vi(Date date);

[[nodiscard]] int year_of(Date date);

}  // namespace nucong
