// The scorecard: targets × units, with the status of each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/nation.hpp"
#include "app/rows.hpp"
#include "app/tree_choice.hpp"
#include "rollup/question.hpp"
#include "target/status.hpp"

namespace nucong::app {

struct ScoreQuestion {
  std::string unit;
  Period period;
  Rows rows;
  TreeChoice tree;
  rollup::Population population = rollup::Population::everyone;
  std::string directive;  ///< id; empty: all whose time touches the period
  /// As if every directive had been given to its issuer's whole branch; for what must not be told
  /// (disclosure.hpp).
  bool given_to_all = false;
};

struct ScoreCell {
  target::Judgement judgement;
  std::optional<Decimal> goal;  ///< in the target's own unit; none of a count without a share
  indicator::ValueUnit value_unit = indicator::ValueUnit::count;
  std::optional<Decimal> value;  ///< as shown
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool hidden = false;          ///< there is a value, of too few people to be told (disclosure.hpp)
  std::optional<Decimal> pace;  ///< as shown
  bool partial = false;         ///< of some units of the branch only: the others were not given the target
};

struct ScoreRow {
  std::string unit;
  std::string name;
  std::uint32_t units_expected = 0;  ///< standing units below that the period's form asks
  std::uint32_t units_reported = 0;
  std::vector<ScoreCell> cells;  ///< by target
};

struct Scorecard {
  std::vector<target::Target> targets;
  std::vector<ScoreRow> rows;  ///< in the order of the tree: by code
  Date tree_day{};
};

/// A target is measured from the start of its count (an absolute count) or of the year (all others) to the
/// end of the period, and judged as of that end or of today, whichever comes first: nothing is missed as long
/// as there is time. A target of the shape "at least n in each unit" is told as the share of units that have
/// reached n. Errors: `unit.*`; `directive.unknown`; `target.none` if no target was given to the unit.
[[nodiscard]] Result<Scorecard> score(const Present& present, const ScoreQuestion& asked);
/// The same of a nation that is read for this one question, as far as it needs it.
[[nodiscard]] Result<Scorecard> score(const Ports& ports, const ScoreQuestion& asked);

}  // namespace nucong::app
