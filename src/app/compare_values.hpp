// One figure of many units, ranked, or of many periods, in a row.
#pragma once

#include "app/ask_value.hpp"
#include "app/rows.hpp"

namespace nucong::app {

struct ComparisonQuestion {
  ValueQuestion value;          ///< of the first period; `why` is not asked here
  std::optional<Period> until;  ///< the last period, of the same kind; none: only the first
  Rows rows;                    ///< which units of the branch
};

struct ComparedValue {
  std::uint32_t rank = 0;  ///< within its period, the highest value first, equals alike; 0 without a value
  std::string unit;
  std::string name;
  Period period;
  Date tree_day{};
  std::optional<Decimal> value;  ///< as shown
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool hidden = false;  ///< there is a value, of too few people to be told (disclosure.hpp)
  std::uint32_t units_expected = 0;
  std::uint32_t units_reported = 0;
};

struct Comparison {
  std::string title_vi;
  std::string title_en;
  indicator::ValueUnit value_unit = indicator::ValueUnit::count;
  /// By period; within it by rank, those without a value last, else in the order of the tree.
  std::vector<ComparedValue> lines;
};

/// A period in whose tree the unit does not stand is left out, as long as it stands in one of them. Errors:
/// those of `ask_value`; `period.kind_differs` and `period.reversed` if `until` is of another kind than the
/// first period or earlier; `period.too_many` if there are more than 400.
[[nodiscard]] Result<Comparison> compare_values(const Present& present, const ComparisonQuestion& asked);
/// The same of a nation that is read for this one question, as far as it needs it.
[[nodiscard]] Result<Comparison> compare_values(const Ports& ports, const ComparisonQuestion& asked);

}  // namespace nucong::app
