#include "app/branch_reports.hpp"

#include "rollup/question.hpp"

namespace nucong::app {

BranchReports::BranchReports(const Present& present, const report::Form& form, const Period& period,
                             Slot unit)
    : ground_(rollup::ground_on(present.atlas, present.nation.history, period.last())),
      run_(ground_->tree().branch(unit)),
      asked_(ground_->of_kinds(form.kinds)),
      standings_(present.nation.standings.of(period)),
      due_(form, period, ground_->tree(), *present.nation.extensions),
      today_(present.today) {}

std::optional<BranchReport> BranchReports::of(Slot unit) const {
  const std::uint32_t position = ground_->tree().position(unit);
  if (!run_.contains(position)) return std::nullopt;
  const report::Standing& standing = standings_.at(unit);
  const bool expected = rollup::is_set(asked_, position);
  if (!expected && !standing.is_sent()) return std::nullopt;
  BranchReport found{unit, expected, standing, due_.of(unit)};
  found.state = report::state_of(standing, false);
  // A branch that was sent on by a unit without figures of its own is not late with any.
  if (expected || standing.version > 0) found.timeliness = report::timeliness(standing, found.due, today_);
  return found;
}

}  // namespace nucong::app
