#include "base/period.hpp"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace nucong {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2999;
constexpr int longest_term_years = 10;

constexpr int per_year(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::month:
      return 12;
    case PeriodKind::quarter:
      return 4;
    case PeriodKind::half:
      return 2;
    case PeriodKind::year:
    case PeriodKind::term:
      return 1;
  }
  return 1;
}

constexpr int months_each(PeriodKind kind) {
  return 12 / per_year(kind);
}

// Reads all of `text` as a number with exactly `digits` digits; -1 otherwise.
int whole_number(std::string_view text, std::size_t digits) {
  int value = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = status == std::errc{} && end == text.data() + text.size() && text.size() == digits;
  return whole && text.front() != '-' ? value : -1;
}

int year_number(std::string_view text) {
  const int year = whole_number(text, 4);
  return year >= first_year && year <= last_year ? year : -1;
}

Date first_of_month(int months_since_zero) {
  return make_date(months_since_zero / 12, static_cast<unsigned>(months_since_zero % 12) + 1, 1);
}

int months_since_zero(Date day) {
  const std::chrono::year_month_day d{day};
  return static_cast<int>(d.year()) * 12 + static_cast<int>(static_cast<unsigned>(d.month())) - 1;
}

}  // namespace

std::string_view name_of(PeriodKind kind) {
  constexpr std::array<std::string_view, 5> names = {"month", "quarter", "half", "year", "term"};
  return names.at(static_cast<std::size_t>(kind));
}

Result<PeriodKind> parse_period_kind(std::string_view text) {
  for (const auto kind :
       {PeriodKind::month, PeriodKind::quarter, PeriodKind::half, PeriodKind::year, PeriodKind::term})
    if (name_of(kind) == text) return kind;
  return fail(ErrorCode::period_malformed, {{"text", std::string(text)}});
}

Result<Period> Period::parse(std::string_view text) {
  const auto malformed = [&] { return fail(ErrorCode::period_malformed, {{"text", std::string(text)}}); };
  if (text.size() < 4) return malformed();
  const int year = year_number(text.substr(0, 4));
  if (year < 0) return malformed();
  const std::string_view rest = text.substr(4);
  if (rest.empty()) return Period::year(year);
  if (rest.starts_with("..")) {
    const int to = year_number(rest.substr(2));
    if (to < year || to - year >= longest_term_years) return malformed();
    return term(year, to);
  }
  if (rest.size() != 3 || rest[0] != '-') return malformed();
  const bool quarter = rest[1] == 'Q';
  const bool half = rest[1] == 'H';
  const auto kind = quarter ? PeriodKind::quarter : half ? PeriodKind::half : PeriodKind::month;
  const int index =
      kind == PeriodKind::month ? whole_number(rest.substr(1), 2) : whole_number(rest.substr(2), 1);
  if (index < 1 || index > per_year(kind)) return malformed();
  return part(kind, year, index);
}

Period Period::year(int year) {
  return Period(PeriodKind::year, year, year);
}

Period Period::term(int first, int last) {
  ENSURE(first <= last);
  return Period(PeriodKind::term, first, last);
}

Period Period::part(PeriodKind kind, int year, int index) {
  ENSURE(kind < PeriodKind::term && index >= 1 && index <= per_year(kind));
  const int ordinal = year * per_year(kind) + index - 1;
  return Period(kind, ordinal, ordinal);
}

Period Period::containing(PeriodKind kind, Date day) {
  ENSURE(kind < PeriodKind::term);
  const int ordinal = months_since_zero(day) / months_each(kind);
  return Period(kind, ordinal, ordinal);
}

Period::Period(PeriodKind kind, int from, int to)
    : kind_(kind),
      from_(from),
      to_(to),
      first_(first_of_month(from * months_each(kind))),
      last_(first_of_month((to + 1) * months_each(kind)) - std::chrono::days{1}) {}

std::string Period::str() const {
  const int year = from_ / per_year(kind_);
  const int index = from_ % per_year(kind_) + 1;
  switch (kind_) {
    case PeriodKind::month:
      return fmt::format("{}-{:02}", year, index);
    case PeriodKind::quarter:
      return fmt::format("{}-Q{}", year, index);
    case PeriodKind::half:
      return fmt::format("{}-H{}", year, index);
    case PeriodKind::year:
      return fmt::format("{}", from_);
    case PeriodKind::term:
      return fmt::format("{}..{}", from_, to_);
  }
  return {};
}

std::vector<Period> Period::parts() const {
  if (kind_ == PeriodKind::month) return {};
  const auto finer = kind_ == PeriodKind::term
                         ? PeriodKind::year
                         : static_cast<PeriodKind>(static_cast<std::uint8_t>(kind_) - 1);
  const int each = per_year(finer) / per_year(kind_);
  std::vector<Period> found;
  for (int ordinal = from_ * each; ordinal < (to_ + 1) * each; ++ordinal)
    found.push_back(Period(finer, ordinal, ordinal));
  return found;
}

Period Period::moved(int steps) const {
  const int distance = steps * (to_ - from_ + 1);
  return Period(kind_, from_ + distance, to_ + distance);
}

Period Period::year_before() const {
  return Period(kind_, from_ - per_year(kind_), to_ - per_year(kind_));
}

std::strong_ordering Period::operator<=>(const Period& other) const {
  if (const auto by_first = first() <=> other.first(); by_first != 0) return by_first;
  if (const auto by_last = other.last() <=> last(); by_last != 0) return by_last;
  return kind_ <=> other.kind_;
}

std::vector<Period> tiles(Date from, Date to) {
  std::vector<Period> found;
  while (from <= to) {
    // The coarsest period that starts here and does not run past the end.
    bool placed = false;
    for (const auto kind : {PeriodKind::year, PeriodKind::half, PeriodKind::quarter, PeriodKind::month}) {
      const Period candidate = Period::containing(kind, from);
      if (candidate.first() != from || candidate.last() > to) continue;
      found.push_back(candidate);
      from = candidate.last() + std::chrono::days{1};
      placed = true;
      break;
    }
    ENSURE(placed);
  }
  return found;
}

}  // namespace nucong
