// Who has reported and who has not.
#pragma once

#include <string>
#include <vector>

#include "app/nation.hpp"
#include "app/rows.hpp"
#include "app/tree_choice.hpp"
#include "report/collection.hpp"
#include "rollup/question.hpp"

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
  Date due{};  ///< of the unit asked for, extensions counted
  Date tree_day{};
  std::vector<CollectionRow> rows;  ///< in the order of the tree asked for
  /// Units counted in the asked branch that were expected and are silent: code, and name on the period's last
  /// day; in order of the tree asked for.
  std::vector<std::pair<std::string, std::string>> silent;
};

/// Errors: `form.unknown`, `form.period_kind`; `unit.*` of the tree asked for.
[[nodiscard]] Result<CollectionAnswer> collect(const Present& present, const CollectionQuestion& asked);
/// The same of what is read from the database for this one question.
[[nodiscard]] Result<CollectionAnswer> collect(const Ports& ports, const CollectionQuestion& asked);

/// A collection as a nation in memory knows it, with the trees it is told on.
struct Collected {
  std::shared_ptr<const unit::Tree> then;       ///< of the period's last day
  std::shared_ptr<const rollup::Ground> asked;  ///< to which the collection refers
  report::Collection collection;
};
/// On the tree of `day`, which must not be empty.
[[nodiscard]] Collected collected(const Present& present, const report::Form& form, const Period& period,
                                  Date day);

}  // namespace nucong::app
