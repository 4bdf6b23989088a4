#include "account/scope.hpp"

#include <algorithm>

namespace nucong::account {
namespace {

// Without what lies in another. `found` is in order of position, the widest reach of a unit first.
std::vector<Allowed> without_nested(const std::vector<Allowed>& found, const unit::Tree& tree) {
  std::vector<Allowed> kept;
  unit::Run covered;  // of the last one that reaches below
  for (const Allowed& next : found) {
    if (!kept.empty() && kept.back().unit == next.unit) {
      // The unit itself and what is below it are the branch.
      if (kept.back().reach != next.reach) kept.back().reach = Reach::branch;
      continue;
    }
    if (covered.contains(tree.position(next.unit))) continue;
    kept.push_back(next);
    if (next.reach != Reach::own) covered = tree.branch(next.unit);
  }
  return kept;
}

}  // namespace

Scope::Scope(std::span<const Office> offices, Date day, const unit::Lineage& lineage)
    : day_(day), lineage_(&lineage) {
  for (const Office& office : offices)
    if (office.in_force(day) && exists(office.unit) && lineage.tree().history().founded(office.unit) <= day)
      offices_.push_back(office);
}

bool Scope::exists(Slot slot) const {
  return lineage_ != nullptr && slot.value < lineage_->tree().history().size();
}

// Who has the whole past of a unit on a day: the unit itself, or whoever it went to by mergers alone.
Slot Scope::holder_of(Slot slot, Date day) const {
  const unit::History& history = lineage_->tree().history();
  for (;;) {
    const unit::Unit& unit = history.unit(slot);
    if (!unit.ended || *unit.ended > day || unit.divided_while_standing()) return slot;
    const unit::Handover& last = unit.handovers.back();
    if (last.heirs.size() != 1 || last.heirs.front().share != Decimal{1}) return slot;
    slot = last.heirs.front().unit;
  }
}

std::optional<Scope::Rest> Scope::rest_of(Slot slot) const {
  const unit::Tree& tree = lineage_->tree();
  for (bool itself = true;;) {
    if (tree.has(slot)) return Rest{slot, itself};
    if (tree.history().founded(slot) > tree.day()) return std::nullopt;
    const Slot holder = holder_of(slot, tree.day());
    if (holder != slot) {
      slot = holder;
      continue;
    }
    const auto parent = tree.history().unit(slot).phases.back().parent;
    if (!parent) return std::nullopt;
    slot = *parent;
    itself = false;
  }
}

// Whether a unit that stands in the tree is one at which the office is exercised.
bool Scope::is_seat(const Office& office, Deed deed, Slot standing) const {
  const unit::History& history = lineage_->tree().history();
  if (history.stands_on(office.unit, day_)) return holder_of(standing, day_) == office.unit;
  if (deed != Deed::see_figures) return false;
  const Date tree_day = lineage_->tree().day();
  return standing == office.unit || standing == holder_of(office.unit, std::min(day_, tree_day));
}

bool Scope::covers(const Office& office, Deed deed, Slot unit) const {
  const Reach reached = reach(office.role, deed);
  if (reached == Reach::none) return false;
  if (unit == office.unit && reached != Reach::below) return true;
  const auto rest = rest_of(unit);
  if (!rest) return false;
  if (is_seat(office, deed, rest->at))
    return reached == Reach::branch || (reached == Reach::own) == rest->itself;
  if (reached == Reach::own) return false;
  const unit::Tree& tree = lineage_->tree();
  for (auto above = tree.phase(rest->at).parent; above; above = tree.phase(*above).parent)
    if (is_seat(office, deed, *above)) return true;
  return false;
}

bool Scope::covers(Deed deed, Slot unit) const {
  return exists(unit) &&
         std::ranges::any_of(offices_, [&](const Office& office) { return covers(office, deed, unit); });
}

bool Scope::allows(Deed deed) const {
  return std::ranges::any_of(offices_,
                             [&](const Office& office) { return reach(office.role, deed) != Reach::none; });
}

std::vector<Allowed> Scope::branches(Deed deed) const {
  if (offices_.empty()) return {};
  const unit::Tree& tree = lineage_->tree();
  std::vector<Allowed> found;
  const auto add = [&](Slot unit, const Office& office) {
    const Reach reached = reach(office.role, deed);
    if (reached == Reach::none || !tree.has(unit)) return;
    if (is_seat(office, deed, unit))
      found.push_back({unit, reached});
    else if (unit == office.unit && reached != Reach::below)
      found.push_back({unit, Reach::own});  // ended by the day: its own past alone
  };
  for (const Office& office : offices_) {
    add(office.unit, office);
    const Slot holder = holder_of(office.unit, std::min(day_, tree.day()));
    if (holder != office.unit) add(holder, office);
    for (const Slot ended : tree.history().handed_on())
      if (ended != office.unit && ended != holder) add(ended, office);
  }
  // By place, the widest first; then whatever lies in one before it goes.
  const auto position = [&](const Allowed& allowed) { return tree.position(allowed.unit); };
  std::ranges::sort(found, [&](const Allowed& a, const Allowed& b) {
    return position(a) != position(b) ? position(a) < position(b) : a.reach > b.reach;
  });
  return without_nested(found, tree);
}

}  // namespace nucong::account
