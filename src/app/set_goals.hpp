// Targets are divided among units: goals of their own.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/ports.hpp"
#include "unit/history.hpp"

namespace nucong::app {

struct GoalOrder {
  std::string target;  ///< id
  std::string unit;    ///< code
  Decimal value;
  Place place;  ///< where it was asked for; errors stand there
};

/// Whether a goal may be set for the unit at all; an error stands at its order's place.
using GoalCheck = std::function<Result<>(Slot unit, const unit::History& history)>;

/// Sets all of them or none, as one act with `also`. Each is at least as strict as the one above it, those
/// before it in the order included; the shares of a count may be anything (target::divisions shows what is
/// missing). Errors, one, or `table.rejected` with all: `target.unknown`, `target.impossible`, those of
/// target::Goals::accepts, `unit.*`, `report.row_twice`; those of `check`. Returns how many were set.
[[nodiscard]] Result<std::size_t> set_goals(const Ports& ports, const std::vector<GoalOrder>& orders,
                                            const std::string& file, const GoalCheck& check,
                                            const BeforeCommit<std::size_t>& also = {});

/// The same from a table: columns target, unit, value. Errors at their line: `table.*`, `number.*`; then as
/// above.
[[nodiscard]] Result<std::size_t> set_goals(const Ports& ports, const Table& table);

}  // namespace nucong::app
