// Targets handed down: which goal a unit has, and whether the parts of a divided count make the whole.
#pragma once

#include <map>
#include <memory>
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

/// The goals in force, looked up along one tree. The share of a count that was given to a unit which has
/// merged since is added to its heir's, as its figures are; a unit that was split or closed leaves its share
/// open, to be given anew.
class Goals {
 public:
  /// `lineage` must outlive this.
  Goals(std::span<const Goal> goals, std::span<const Directive> directives, const unit::Lineage& lineage);

  [[nodiscard]] const unit::Tree& tree() const { return lineage_.tree(); }

  /// One goal more, or another value in place of the one before.
  void set(const Goal& goal) { by_target_[goal.target].insert_or_assign(goal.unit, goal.value); }
  /// As if every directive had been given to its issuer's whole branch.
  void give_to_all() { chosen_.clear(); }

  /// What one unit was given of a target.
  struct Share {
    /// The part of its branch: the branch itself, as long as no units were chosen; branches in it, in order,
    /// none touching another; nothing.
    std::vector<unit::Run> runs;
    std::optional<Decimal> goal;  ///< goal_for
  };
  [[nodiscard]] Share share_of(const Target& target, Slot unit) const;
  [[nodiscard]] std::vector<unit::Run> given_runs(const Target& target, Slot unit) const {
    return share_of(target, unit).runs;
  }
  /// The goal of the unit: its own value, else the nearest above, else the target's; none where nothing of
  /// its branch was given the target. Of a count that is divided only its own (or the target's, at the unit
  /// to which it was given): none without a share.
  [[nodiscard]] std::optional<Decimal> goal_for(const Target& target, Slot unit) const {
    return share_of(target, unit).goal;
  }

  /// Whether `value` may be set for the unit: at least as strict as the goal it would otherwise have.
  /// Errors: `target.not_assigned`; `target.weaker` (params `target`, `unit`, `value`, `goal`).
  [[nodiscard]] Result<> accepts(const Target& target, Slot unit, Decimal value) const;

 private:
  // What was given of one target: to whom, with which value of its own.
  using Given = std::map<Slot, std::optional<Decimal>>;
  [[nodiscard]] std::optional<Slot> above(Slot unit) const {
    return tree().history().parent_on(unit, tree().day());
  }

  const unit::Lineage& lineage_;
  std::unordered_map<std::string, Given> by_target_;
  // The part of the tree that a target was given to, of directives with recipients.
  std::unordered_map<std::string, std::shared_ptr<const std::vector<unit::Run>>> chosen_;
};

/// How far the shares given to a unit's children cover its own goal.
struct Division {
  Slot unit;
  Decimal goal;
  Decimal given;              ///< sum of the children's shares
  std::vector<Slot> without;  ///< children that were given the target and no share, by code
};

/// Of each unit in the branch that has a goal and at least one child with a share, in order of position.
[[nodiscard]] std::vector<Division> divisions(const Target& target, const Goals& goals, Slot branch);

}  // namespace nucong::target
