// Asking the columns: one stretch of time, one tree, any branch of it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "indicator/formula.hpp"
#include "rollup/atlas.hpp"

namespace nucong::rollup {

/// The tree of the day with its landings, from the atlas or made anew. The tree must not be empty.
[[nodiscard]] std::shared_ptr<const Ground> ground_on(Atlas& atlas, const unit::History& history, Date day);

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

/// A formula with all columns it reads at hand: asking one branch more is a few additions.
class Measure {
 public:
  [[nodiscard]] indicator::Measured of(unit::Run run) const { return of(std::span(&run, 1)); }
  /// Of several parts of the tree as one; none of them touches another.
  [[nodiscard]] indicator::Measured of(std::span<const unit::Run> runs) const;
  /// True if anybody in the runs reported any of the series that are summed or asked for.
  [[nodiscard]] bool anything_reported(std::span<const unit::Run> runs) const;

 private:
  friend class Question;
  struct Sum {
    SharedLanded column;
    int decimals = 0;
  };
  using Source = std::variant<Sum, std::shared_ptr<const Members>>;

  explicit Measure(const indicator::Formula& formula) : formula_(formula) {}

  indicator::Formula formula_;
  std::vector<Source> sources_;     // by aggregate
  std::vector<SharedLanded> read_;  // of the stretch itself, also inside conditions
};

/// Answers from one snapshot and one tree; all answers of one question are of the same state. For one thread
/// at a time; several questions may share an atlas that allows it.
class Question {
 public:
  /// `stretch`: consecutive periods. `elements` and `atlas` must outlive this.
  Question(Atlas& atlas, Snapshot snapshot, const indicator::Elements& elements,
           std::shared_ptr<const Ground> ground, std::vector<Period> stretch,
           Population population = Population::everyone);

  [[nodiscard]] const unit::Tree& tree() const { return ground_->tree(); }
  [[nodiscard]] const std::vector<Period>& stretch() const { return stretch_; }

  /// Whether the unit's figures count in the population.
  [[nodiscard]] bool counts(Slot slot) const { return standpoint_.counts(slot); }

  /// The sum of the branch's own figures and all below; of several branches together.
  [[nodiscard]] Total total(indicator::Series series, unit::Run run) {
    return total(series, std::span(&run, 1));
  }
  [[nodiscard]] Total total(indicator::Series series, std::span<const unit::Run> runs);
  [[nodiscard]] Measure measure(const indicator::Formula& formula);
  /// The units of the tree that are in the set; count them in any branch.
  [[nodiscard]] std::shared_ptr<const Members> units(const indicator::UnitSet& set) {
    return members(set, {stretch_, standpoint_});
  }

  /// Which units of these kinds have given figures of their own for the period; whatever the population.
  [[nodiscard]] std::shared_ptr<const Reporters> reporters(const std::vector<std::string>& kinds,
                                                           const Period& period);

  /// Who contributes to `total`, in order of landing position, then of slot.
  [[nodiscard]] std::vector<Contribution> contributions(indicator::Series series, unit::Run run) {
    return contributions(series, std::span(&run, 1));
  }
  [[nodiscard]] std::vector<Contribution> contributions(indicator::Series series,
                                                        std::span<const unit::Run> runs);

 private:
  // The same question of an earlier year.
  struct Look {
    std::vector<Period> stretch;
    Standpoint from;
  };
  [[nodiscard]] Look years_back(int years) const;
  [[nodiscard]] Standpoint standpoint(Date last) const;
  [[nodiscard]] SharedLanded landed(indicator::Series series, const Look& look);
  [[nodiscard]] std::shared_ptr<const Members> members(const indicator::UnitSet& set, const Look& look);
  [[nodiscard]] Members::Inputs inputs(std::span<const indicator::Series> series, const Look& look);
  [[nodiscard]] const indicator::Element& element(indicator::Series series) const {
    return elements_.element(series.element);
  }

  Atlas& atlas_;
  Snapshot snapshot_;
  const indicator::Elements& elements_;
  std::shared_ptr<const Ground> ground_;
  std::vector<Period> stretch_;
  Population population_;
  Standpoint standpoint_;
};

}  // namespace nucong::rollup
