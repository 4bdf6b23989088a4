#include "unit/tree.hpp"

#include <algorithm>

namespace nucong::unit {
namespace {

// Standing children by parent, each list by code.
std::vector<std::vector<Slot>> children_on(const History& history, Date day) {
  std::vector<std::vector<Slot>> children(history.size());
  for (std::size_t i = 0; i < history.size(); ++i) {
    const Unit& unit = history.unit(Slot(i));
    if (!unit.stands_on(day)) continue;
    if (const auto parent = unit.phase_on(day).parent) children[parent->value].push_back(Slot(i));
  }
  for (auto& list : children)
    std::ranges::sort(list, {}, [&](Slot slot) -> const std::string& { return history.unit(slot).code; });
  return children;
}

}  // namespace

Tree::Tree(const History& history, Date day)
    : history_(history), day_(day), position_(history.size(), nowhere) {
  const auto root = history.root();
  if (!root || !history.unit(*root).stands_on(day)) return;
  const auto children = children_on(history, day);

  // Preorder with a stack of our own: the depth of somebody's tree is not for the call stack to bear.
  struct Visit {
    Slot slot;
    std::size_t next_child;
  };
  std::vector<Visit> path;
  const auto enter = [&](Slot slot) {
    position_[slot.value] = static_cast<std::uint32_t>(order_.size());
    order_.push_back(slot);
    end_.push_back(0);
    depth_.push_back(static_cast<std::uint32_t>(path.size()));
    path.push_back({slot, 0});
  };
  enter(*root);
  while (!path.empty()) {
    const Slot slot = path.back().slot;
    const auto& below = children[slot.value];
    if (path.back().next_child < below.size()) {
      enter(below[path.back().next_child++]);
    } else {
      end_[position_[slot.value]] = static_cast<std::uint32_t>(order_.size());
      path.pop_back();
    }
  }
}

Run Tree::branch(Slot slot) const {
  ENSURE(has(slot));
  return branch_at(position(slot));
}

std::vector<Slot> Tree::children(Slot slot) const {
  std::vector<Slot> found;
  const Run run = branch(slot);
  for (std::uint32_t at = run.begin + 1; at < run.end; at = end_[at]) found.push_back(order_[at]);
  return found;
}

std::vector<Slot> Tree::at_level(Slot branch_root, std::uint32_t level) const {
  std::vector<Slot> found;
  const Run run = branch(branch_root);
  for (std::uint32_t at = run.begin; at < run.end; ++at)
    if (depth_[at] == level) found.push_back(order_[at]);
  return found;
}

}  // namespace nucong::unit
