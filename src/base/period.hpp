// Reporting periods: month, quarter, half-year, year, term.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace nucong {

/// Ordered from fine to coarse; the spelling is the one of catalogue files and JSON.
enum class PeriodKind : std::uint8_t { month, quarter, half, year, term };

[[nodiscard]] std::string_view name_of(PeriodKind kind);
[[nodiscard]] Result<PeriodKind> parse_period_kind(std::string_view text);

/// A named stretch of days, both ends included. Periods of the kinds month to year nest exactly.
class Period {
 public:
  /// Reads "2024", "2024-H1", "2024-Q1", "2024-03", "2023..2028"; years 1900 to 2999, a term of at most
  /// ten years. Errors: `period.malformed`.
  [[nodiscard]] static Result<Period> parse(std::string_view text);
  [[nodiscard]] static Period year(int year);
  /// Both years included. Defect unless first <= last.
  [[nodiscard]] static Period term(int first_year, int last_year);
  /// The `index`-th month (1-12), quarter (1-4) or half (1-2) of a year. Defect if out of range.
  [[nodiscard]] static Period part(PeriodKind kind, int year, int index);
  /// The period of that kind (not term) in which the day lies.
  [[nodiscard]] static Period containing(PeriodKind kind, Date day);

  [[nodiscard]] PeriodKind kind() const { return kind_; }
  [[nodiscard]] Date first() const { return first_; }
  [[nodiscard]] Date last() const { return last_; }
  [[nodiscard]] std::string str() const;

  [[nodiscard]] bool contains(Date day) const { return first() <= day && day <= last(); }
  [[nodiscard]] bool contains(const Period& other) const {
    return first() <= other.first() && other.last() <= last();
  }

  /// The next finer periods in order: years of a term, halves of a year, quarters of a half, months of a
  /// quarter; empty for a month.
  [[nodiscard]] std::vector<Period> parts() const;
  /// The period of the same kind and length just before or after this one.
  [[nodiscard]] Period previous() const { return moved(-1); }
  [[nodiscard]] Period next() const { return moved(1); }
  /// The same stretch one year earlier.
  [[nodiscard]] Period year_before() const;

  bool operator==(const Period&) const = default;
  /// By first day, then the longer first.
  [[nodiscard]] std::strong_ordering operator<=>(const Period& other) const;

 private:
  Period(PeriodKind kind, int from, int to);
  [[nodiscard]] Period moved(int steps) const;

  PeriodKind kind_;
  // Ordinals of the kind since year 0 (month: year * 12 + month - 1); they differ only for a term.
  std::int32_t from_;
  std::int32_t to_;
  // Kept, since periods are compared by their days wherever columns are looked up.
  Date first_;
  Date last_;
};

/// The fewest periods that cover [from, to] exactly, in order: 2026-01-01 to 2026-09-30 is 2026-H1, 2026-Q3.
/// Both days must be the first and the last of some month. Defect otherwise.
[[nodiscard]] std::vector<Period> tiles(Date from, Date to);

}  // namespace nucong
