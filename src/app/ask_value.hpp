// One number and where it comes from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/nation.hpp"
#include "app/tree_choice.hpp"
#include "rollup/question.hpp"

namespace nucong::app {

struct ValueQuestion {
  std::string unit;
  std::string element;  ///< an element ("A04", "A04[sector=fdi]"), an indicator, or a formula
  Period period;
  TreeChoice tree;
  rollup::Population population = rollup::Population::everyone;
  bool why = false;       ///< also the units that contribute; of an element
  std::string directive;  ///< id: only of those units that it was given to; empty: of all
};

/// A contributing unit. `report` is the version that says it.
struct Source {
  std::string unit;
  std::string name;
  std::string at;  ///< code of the unit of the tree where it counts
  unit::Line line = unit::Line::own;
  Decimal value;
  std::vector<std::string> periods;
};

struct ValueAnswer {
  std::string unit;
  std::string unit_name;  ///< in the tree's day
  std::string element;    ///< code of the series or the indicator; the formula where it has neither
  std::string title_vi;
  std::string title_en;
  indicator::ValueUnit value_unit = indicator::ValueUnit::count;
  int decimals = 0;  ///< to show the value with
  Period period;
  Date tree_day{};
  std::optional<Decimal> value;  ///< in `value_unit` (90 for 90 %), rounded only if it is a ratio
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool hidden = false;  ///< there is a value, of too few people to be told (disclosure.hpp)
  Decimal not_own;      ///< the part on lines of closed, undivided and later founded units; of an element
  std::uint32_t units_expected = 0;  ///< standing units of the branch whose forms ask for it
  std::uint32_t units_reported = 0;  ///< of those, with a figure
  std::vector<Source> sources;
  std::vector<std::string> elements;  ///< codes of what an indicator or formula is worked out of
};

/// Errors: `unit.unknown`, `unit.closed`, `unit.not_yet_founded`, `element.unknown`, `formula.*`,
/// `directive.unknown`.
[[nodiscard]] Result<ValueAnswer> ask_value(const Present& present, const ValueQuestion& asked);
/// The same of a nation that is read for this one question, as far as it needs it.
[[nodiscard]] Result<ValueAnswer> ask_value(const Ports& ports, const ValueQuestion& asked);

}  // namespace nucong::app
