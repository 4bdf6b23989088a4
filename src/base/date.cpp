#include "base/date.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace nucong {
namespace {

// Splits "a-b-c" or "a/b/c" into three unsigned numbers; false unless exactly that.
bool three_numbers(std::string_view text, char separator, std::array<int, 3>& out) {
  const char* at = text.data();
  const char* const end = at + text.size();
  for (std::size_t i = 0; i < 3; ++i) {
    if (at == end || *at < '0' || *at > '9') return false;
    const auto [next, status] = std::from_chars(at, end, out[i]);
    if (status != std::errc{} || next - at > 4) return false;
    at = next;
    if (i < 2 && (at == end || *at++ != separator)) return false;
  }
  return at == end;
}

}  // namespace

Result<Date> parse_date(std::string_view text) {
  std::array<int, 3> part{};
  const bool slashed = three_numbers(text, '/', part);
  if (!slashed && !three_numbers(text, '-', part))
    return fail(ErrorCode::date_malformed, {{"text", std::string(text)}});
  if (part[0] < 1900) std::swap(part[0], part[2]);
  const auto [year, month, day] = part;
  if (year < 1900 || year > 2999) return fail(ErrorCode::date_malformed, {{"text", std::string(text)}});
  const std::chrono::year_month_day named{std::chrono::year{year},
                                          std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
  if (!named.ok()) return fail(ErrorCode::date_impossible, {{"text", std::string(text)}});
  return Date{named};
}

std::string format_date(Date date) {
  const std::chrono::year_month_day d{date};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                     static_cast<unsigned>(d.day()));
}

std::string format_date_vi(Date date) {
  const std::chrono::year_month_day d{date};
  const auto month = static_cast<unsigned>(d.month());
  return fmt::format("{:02}/{}{}/{}", static_cast<unsigned>(d.day()), month < 3 ? "0" : "", month,
                     static_cast<int>(d.year()));
}

int year_of(Date date) {
  return static_cast<int>(std::chrono::year_month_day{date}.year());
}

}  // namespace nucong
