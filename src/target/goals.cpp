#include "target/goals.hpp"

#include <algorithm>
#include <set>

#include "target/status.hpp"

namespace nucong::target {

bool is_divided(const Target& target) {
  const bool absolute =
      target.unit == directive::Quantity::count || target.unit == directive::Quantity::money_vnd;
  return absolute && !target.per_unit && !target.baseline_change;
}

std::vector<Goal> carried_over(std::span<const Goal> goals, std::span<const Directive> directives,
                               const unit::Lineage& lineage) {
  const unit::Tree& tree = lineage.tree();
  std::set<std::string_view> divided;
  for (const auto& directive : directives)
    for (const auto& target : directive.targets)
      if (is_divided(target)) divided.insert(target.id);
  std::vector<Goal> standing;
  std::vector<Goal> inherited;
  for (const auto& goal : goals) {
    const auto landing = lineage.whole(goal.unit);
    if (tree.has(goal.unit))
      standing.push_back(goal);
    else if (goal.value && divided.contains(goal.target) && landing && landing->line == unit::Line::own)
      inherited.push_back({landing->at, goal.target, goal.value});
  }
  for (const auto& goal : inherited) {
    const auto own = std::ranges::find_if(
        standing, [&](const Goal& known) { return known.unit == goal.unit && known.target == goal.target; });
    if (own == standing.end())
      standing.push_back(goal);
    else if (own->value)
      own->value = *own->value + *goal.value;
  }
  return standing;
}

Goals::Goals(std::span<const Goal> goals) {
  for (const auto& goal : goals) by_target_[goal.target].insert_or_assign(goal.unit, goal.value);
}

const Goals::Given& Goals::given(const Target& target) const {
  static const Given to_nobody;
  const auto found = by_target_.find(target.id);
  return found == by_target_.end() ? to_nobody : found->second;
}

bool Goals::is_given(const Target& target, Slot unit, const unit::Tree& tree) const {
  const Given& given = this->given(target);
  for (std::optional<Slot> at = unit; at; at = tree.history().parent_on(*at, tree.day()))
    if (given.contains(*at)) return true;
  return false;
}

std::optional<Decimal> Goals::goal_for(const Target& target, Slot unit, const unit::Tree& tree) const {
  const Given& given = this->given(target);
  if (is_divided(target)) {
    const auto share = given.find(unit);
    return share == given.end() ? std::nullopt : std::optional{share->second.value_or(target.value)};
  }
  bool is_given = false;
  for (std::optional<Slot> at = unit; at; at = tree.history().parent_on(*at, tree.day())) {
    const auto goal = given.find(*at);
    if (goal == given.end()) continue;
    if (goal->second) return goal->second;
    is_given = true;
  }
  return is_given ? std::optional{target.value} : std::nullopt;
}

Result<> Goals::accepts(const Target& target, Slot unit, Decimal value, const unit::Tree& tree) const {
  const auto& code = tree.history().unit(unit).code;
  if (!is_given(target, unit, tree))
    return fail(ErrorCode::target_not_assigned, {{"target", target.id}, {"unit", code}});
  if (is_divided(target)) return ok();
  const auto parent = tree.phase(unit).parent;
  const auto inherited = parent ? goal_for(target, *parent, tree) : std::nullopt;
  const Decimal least = inherited.value_or(target.value);
  const bool ceiling = target.comparator == directive::Comparator::at_most ||
                       target.comparator == directive::Comparator::less_than;
  if (ceiling ? value > least : value < least)
    return fail(ErrorCode::target_weaker,
                {{"target", target.id}, {"unit", code}, {"value", value.str()}, {"goal", least.str()}});
  return ok();
}

std::vector<Division> divisions(const Target& target, const Goals& goals, Slot branch,
                                const unit::Tree& tree) {
  std::vector<Division> found;
  if (!is_divided(target)) return found;
  const unit::Run run = tree.branch(branch);
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    const Slot unit = tree.order()[at];
    const auto goal = goals.goal_for(target, unit, tree);
    if (!goal) continue;
    Division division{unit, *goal, 0, {}};
    bool any = false;
    for (const Slot child : tree.children(unit)) {
      if (const auto share = goals.goal_for(target, child, tree)) {
        division.given = division.given + *share;
        any = true;
      } else {
        division.without.push_back(child);
      }
    }
    if (any) found.push_back(std::move(division));
  }
  return found;
}

}  // namespace nucong::target
