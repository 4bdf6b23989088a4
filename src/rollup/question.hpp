// Asking the columns: one stretch of time, one tree, any branch of it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "indicator/formula.hpp"
#include "rollup/resolve.hpp"
#include "unit/lineage.hpp"

namespace nucong::rollup {

/// Whose figures count.
enum class Population : std::uint8_t {
  everyone,   ///< all figures, wherever they land
  only_alive  ///< like with like: only of units that stand both on the last day and in the tree asked for
};

/// Figures that landed on a unit but are not its own.
struct Residue {
  std::uint32_t position = 0;
  unit::Line line = unit::Line::closed;
  std::int64_t amount = 0;
};

/// One series landed on one tree.
struct LandedColumn {
  std::vector<std::int64_t> own;      ///< by position: the unit's figure with what it inherited
  std::vector<std::uint8_t> present;  ///< by position: 1 where any figure landed on the unit's own line
  std::vector<Residue> residues;      ///< by position
};

/// A branch's total of one series.
struct Total {
  std::optional<Decimal> value;  ///< none if nobody reported
  Decimal not_own;               ///< the part on lines of closed, undivided and later founded units
  std::uint32_t reported = 0;    ///< units of the branch with a figure of their own
};

/// One unit's part in a total.
struct Contribution {
  Slot from;              ///< who reported it
  unit::Landing landing;  ///< where it counts in the tree
  Decimal value;
  std::vector<Period> periods;
};

/// Answers from one snapshot; keeps what it has landed, so asking for many branches costs little more than
/// for one. Not for use by several threads at once.
class Question {
 public:
  /// `stretch`: consecutive periods. `tree` must not be empty and must outlive this, as must `elements`.
  Question(Snapshot snapshot, const indicator::Elements& elements, const unit::Tree& tree,
           std::vector<Period> stretch, Population population = Population::everyone);

  [[nodiscard]] const unit::Tree& tree() const { return tree_; }
  [[nodiscard]] const std::vector<Period>& stretch() const { return stretch_; }

  /// Whether the unit's figures count in the population.
  [[nodiscard]] bool counts(Slot slot) const;

  /// The sum of the branch's own figures and all below.
  [[nodiscard]] Total total(indicator::Series series, unit::Run run, int years_back = 0);
  /// Standing units of the branch in the set. A unit whose figures are missing is not in a set that asks for
  /// them.
  [[nodiscard]] std::uint32_t units(const indicator::UnitSet& set, unit::Run run, int years_back = 0);
  [[nodiscard]] indicator::Measured measure(const indicator::Formula& formula, unit::Run run);
  /// What one unit itself has, with what it inherited; none if nothing was reported.
  [[nodiscard]] std::optional<Decimal> own_value(indicator::Series series, std::uint32_t position,
                                                 int years_back = 0);

  /// Who contributes to `total`, in order of landing position, then of slot.
  [[nodiscard]] std::vector<Contribution> contributions(indicator::Series series, unit::Run run);

 private:
  using LandedKey = std::pair<indicator::Series, int>;

  [[nodiscard]] const LandedColumn& landed(indicator::Series series, int years_back);
  [[nodiscard]] LandedColumn land(const Resolved& resolved) const;
  [[nodiscard]] std::vector<Period> shifted(int years_back) const;
  [[nodiscard]] Resolved resolved(indicator::Series series, int years_back) const;
  [[nodiscard]] int decimals(indicator::Series series) const {
    return elements_.element(series.element).decimals;
  }

  Snapshot snapshot_;
  const indicator::Elements& elements_;
  const unit::Tree& tree_;
  unit::Lineage lineage_;
  std::vector<Period> stretch_;
  Population population_;
  std::map<LandedKey, LandedColumn> landed_;
};

}  // namespace nucong::rollup
