// Targets handed down: which goal a unit has, and whether the parts of a divided count make the whole.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "target/target.hpp"
#include "unit/lineage.hpp"

namespace nucong::target {

/// A count for the whole is divided among the units below; every other shape holds for each of them alike.
[[nodiscard]] bool is_divided(const Target& target);

/// Goals as they stand in the tree of `lineage`: the share of a count that was given to a unit which has
/// merged since is added to its heir's, as its figures are. A unit that was split or closed leaves its share
/// open, to be given anew.
[[nodiscard]] std::vector<Goal> carried_over(std::span<const Goal> goals,
                                             std::span<const Directive> directives,
                                             const unit::Lineage& lineage);

/// The goals in force, looked up along the tree.
class Goals {
 public:
  explicit Goals(std::span<const Goal> goals);

  /// True if the unit or one above it was given the target.
  [[nodiscard]] bool is_given(const Target& target, Slot unit, const unit::Tree& tree) const;
  /// The goal of the unit: its own value, else the nearest above, else the target's. Of a count that is
  /// divided only its own (or the target's, at the unit to which it was given): none without a share.
  [[nodiscard]] std::optional<Decimal> goal_for(const Target& target, Slot unit,
                                                const unit::Tree& tree) const;

  /// Whether `value` may be set for the unit: at least as strict as the goal it would otherwise have.
  /// Errors: `target.not_assigned`; `target.weaker` (params `target`, `unit`, `value`, `goal`).
  [[nodiscard]] Result<> accepts(const Target& target, Slot unit, Decimal value,
                                 const unit::Tree& tree) const;

 private:
  // What was given of one target: to whom, with which value of its own.
  using Given = std::map<Slot, std::optional<Decimal>>;
  [[nodiscard]] const Given& given(const Target& target) const;

  std::unordered_map<std::string, Given> by_target_;
};

/// How far the shares given to a unit's children cover its own goal.
struct Division {
  Slot unit;
  Decimal goal;
  Decimal given;              ///< sum of the children's shares
  std::vector<Slot> without;  ///< children without a share, by code
};

/// Of each unit in the branch that has a goal and at least one child with a share, in order of position.
[[nodiscard]] std::vector<Division> divisions(const Target& target, const Goals& goals, Slot branch,
                                              const unit::Tree& tree);

}  // namespace nucong::target
