// Who has reported and who has not.
#pragma once

#include <string>
#include <vector>

#include "app/ports.hpp"
#include "app/rows.hpp"
#include "app/tree_choice.hpp"
#include "report/collection.hpp"
#include "rollup/landed.hpp"

namespace nucong::app {

struct CollectionQuestion {
  std::string form;
  std::string unit;
  Period period;
  Rows rows;
  TreeChoice tree;  ///< the branches to count in; who was to report is settled by the period's last day
  rollup::Population population = rollup::Population::everyone;
};

struct CollectionRow {
  std::string unit;
  std::string name;
  report::Counts counts;
};

struct CollectionAnswer {
  Date due{};
  Date tree_day{};
  std::vector<CollectionRow> rows;  ///< in the order of the tree asked for
  /// Units counted in the asked branch that were expected and are silent: code, and name on the period's last
  /// day; in order of the tree asked for.
  std::vector<std::pair<std::string, std::string>> silent;
};

/// Errors: `form.unknown`, `form.period_kind`; `unit.*` of the tree asked for.
[[nodiscard]] Result<CollectionAnswer> collect(const Ports& ports, const CollectionQuestion& asked);

}  // namespace nucong::app
