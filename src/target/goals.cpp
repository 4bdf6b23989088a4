#include "target/goals.hpp"

#include <algorithm>
#include <set>

#include "target/recipients.hpp"

namespace nucong::target {

bool is_divided(const Target& target) {
  const bool absolute =
      target.unit == directive::Quantity::count || target.unit == directive::Quantity::money_vnd;
  return absolute && !target.per_unit && !target.baseline_change;
}

namespace {

// The shares of counts that were given to units which have merged since, at their heirs.
std::vector<Goal> inherited(std::span<const Goal> goals, std::span<const Directive> directives,
                            const unit::Lineage& lineage) {
  std::set<std::string_view> divided;
  for (const auto& directive : directives)
    for (const auto& target : directive.targets)
      if (is_divided(target)) divided.insert(target.id);
  std::vector<Goal> found;
  for (const auto& goal : goals) {
    if (lineage.tree().has(goal.unit) || !goal.value || !divided.contains(goal.target)) continue;
    const auto landing = lineage.whole(goal.unit);
    if (landing && landing->line == unit::Line::own) found.push_back({landing->at, goal.target, goal.value});
  }
  return found;
}

}  // namespace

Goals::Goals(std::span<const Goal> goals, std::span<const Directive> directives, const unit::Lineage& lineage)
    : lineage_(lineage) {
  for (const auto& goal : goals)
    if (tree().has(goal.unit)) set(goal);
  for (const auto& goal : inherited(goals, directives, lineage)) {
    const auto [own, is_new] = by_target_[goal.target].try_emplace(goal.unit, goal.value);
    // Who was given the whole of it has the share of its heir in it already.
    if (!is_new && own->second) own->second = *own->second + *goal.value;
  }
  for (const auto& directive : directives) {
    if (directive.recipients.empty()) continue;
    const auto runs = std::make_shared<const std::vector<unit::Run>>(target::given_runs(directive, lineage));
    for (const auto& target : directive.targets) chosen_.emplace(target.id, runs);
  }
}

Goals::Share Goals::share_of(const Target& target, Slot unit) const {
  const auto found = by_target_.find(target.id);
  if (found == by_target_.end()) return {};
  const Given& given = found->second;
  // The nearest value above, and whether the target came down to the unit at all.
  bool came_down = false;
  std::optional<Decimal> inherited;
  for (std::optional<Slot> at = unit; at && !inherited; at = above(*at)) {
    const auto goal = given.find(*at);
    if (goal == given.end()) continue;
    came_down = true;
    inherited = goal->second;
    if (is_divided(target)) break;
  }
  if (!came_down) return {};
  Share share{{tree().branch(unit)}, inherited.value_or(target.value)};
  if (const auto chosen = chosen_.empty() ? chosen_.end() : chosen_.find(target.id); chosen != chosen_.end())
    share.runs = within(share.runs.front(), *chosen->second);
  const bool has_none = is_divided(target) && !given.contains(unit);
  if (share.runs.empty() || has_none) share.goal.reset();
  return share;
}

Result<> Goals::accepts(const Target& target, Slot unit, Decimal value) const {
  const auto& code = tree().history().unit(unit).code;
  if (given_runs(target, unit).empty())
    return fail(ErrorCode::target_not_assigned, {{"target", target.id}, {"unit", code}});
  if (is_divided(target)) return ok();
  const auto parent = above(unit);
  const auto from_above = parent ? goal_for(target, *parent) : std::nullopt;
  const Decimal least = from_above.value_or(target.value);
  const bool ceiling = target.comparator == directive::Comparator::at_most ||
                       target.comparator == directive::Comparator::less_than;
  if (ceiling ? value > least : value < least)
    return fail(ErrorCode::target_weaker,
                {{"target", target.id}, {"unit", code}, {"value", value.str()}, {"goal", least.str()}});
  return ok();
}

std::vector<Division> divisions(const Target& target, const Goals& goals, Slot branch) {
  std::vector<Division> found;
  if (!is_divided(target)) return found;
  const unit::Tree& tree = goals.tree();
  const unit::Run run = tree.branch(branch);
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    const Slot unit = tree.order()[at];
    const auto goal = goals.goal_for(target, unit);
    if (!goal) continue;
    Division division{unit, *goal, 0, {}};
    bool any = false;
    for (const Slot child : tree.children(unit)) {
      if (const auto share = goals.goal_for(target, child)) {
        division.given = division.given + *share;
        any = true;
      } else if (!goals.given_runs(target, child).empty()) {
        division.without.push_back(child);
      }
    }
    if (any) found.push_back(std::move(division));
  }
  return found;
}

}  // namespace nucong::target
