// Who has reported and who has not.
#pragma once

#include <string>
#include <vector>

#include "app/ports.hpp"
#include "app/score.hpp"
#include "report/collection.hpp"

namespace nucong::app {

struct CollectionRow {
  std::string unit;
  std::string name;
  report::Counts counts;
};

struct CollectionAnswer {
  Date due{};
  std::vector<CollectionRow> rows;
  /// Units of the asked branch that were expected and are silent: code and name, in order of the tree.
  std::vector<std::pair<std::string, std::string>> silent;
};

/// Errors: `form.unknown`, `form.period_kind`, `unit.*`.
[[nodiscard]] Result<CollectionAnswer> collect(const Ports& ports, const std::string& form,
                                               const std::string& unit, const Period& period,
                                               const Rows& rows);

}  // namespace nucong::app
