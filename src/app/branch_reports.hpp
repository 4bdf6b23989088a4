// The reports of a branch as the unit above sees them, from memory: who is asked, what came, when it is due.
#pragma once

#include <memory>

#include "app/nation.hpp"
#include "report/extension.hpp"
#include "rollup/ground.hpp"

namespace nucong::app {

struct BranchReport {
  Slot unit;
  bool expected = true;  ///< false: something came, though the form does not ask such a unit
  report::Standing standing;
  Date due{};  ///< extensions counted
  report::State state = report::State::none;
  report::Timeliness timeliness = report::Timeliness::open;

  /// Whether somebody waits for it: asked, and nothing came.
  [[nodiscard]] bool is_silent() const { return expected && standing.version == 0; }
};

/// Of one form and period, in the branch that a unit was on the period's last day. Drafts are not told: what
/// was not sent is nobody else's business. Some nanoseconds a unit. `present` must outlive it.
class BranchReports {
 public:
  /// The unit stood on that day.
  BranchReports(const Present& present, const report::Form& form, const Period& period, Slot unit);

  /// None of a unit outside the branch, and of one that is not asked and sent nothing.
  [[nodiscard]] std::optional<BranchReport> of(Slot unit) const;
  /// Calls `visit(report)` for each, in the order of the tree.
  template <class Visit>
  void each(Visit&& visit) const {
    for (const Slot unit : ground_->tree().order().subspan(run_.begin, run_.size()))
      if (const auto found = of(unit)) visit(*found);
  }
  [[nodiscard]] const unit::Tree& tree() const { return ground_->tree(); }

 private:
  std::shared_ptr<const rollup::Ground> ground_;
  unit::Run run_;
  rollup::Marked::Words asked_;  // by position
  const report::StandingColumn& standings_;
  report::DueDays due_;
  Date today_;
};

}  // namespace nucong::app
