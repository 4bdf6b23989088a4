#include "unit/tree.hpp"

#include <algorithm>
#include <ranges>

namespace nucong::unit {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFF;

// Standing children as lists by code: the first of each parent, and of each child the next.
struct Below {
  std::vector<std::uint32_t> first;
  std::vector<std::uint32_t> next;
  std::size_t standing = 0;
};

Below below_on(const History& history, Date day) {
  Below below{std::vector(history.size(), nobody), std::vector(history.size(), nobody), 0};
  // The last code first, each put before those already there: so every list comes to stand in order.
  for (const Slot slot : std::views::reverse(history.by_code())) {
    if (!history.stands_on(slot, day)) continue;
    ++below.standing;
    const auto parent = history.parent_on(slot, day);
    if (!parent) continue;
    below.next[slot.value] = below.first[parent->value];
    below.first[parent->value] = slot.value;
  }
  return below;
}

}  // namespace

Tree::Tree(const History& history, Date day)
    : history_(history), day_(day), position_(history.size(), nowhere) {
  if (const auto root = history.root(); root && history.stands_on(*root, day)) lay_out(*root);
}

void Tree::enter(Slot slot, std::size_t depth) {
  position_[slot.value] = static_cast<std::uint32_t>(order_.size());
  if (depth >= deep) {
    deep_.resize(end_.size());
    deep_[order_.size()] = static_cast<std::uint32_t>(depth);
  }
  depth_.push_back(static_cast<std::uint8_t>(std::min<std::size_t>(depth, deep)));
  order_.push_back(slot);
}

// Preorder with a stack of our own: the depth of somebody's tree is not for the call stack to bear.
void Tree::lay_out(Slot root) {
  const Below below = below_on(history_, day_);
  order_.reserve(below.standing);
  depth_.reserve(below.standing);
  end_.resize(below.standing);
  std::vector<std::uint32_t> path;  // positions from the root down
  for (std::uint32_t at = root.value; at != nobody;) {
    enter(Slot(at), path.size());
    path.push_back(position_[at]);
    at = below.first[at];
    while (at == nobody && !path.empty()) {
      end_[path.back()] = static_cast<std::uint32_t>(order_.size());
      at = below.next[order_[path.back()].value];
      path.pop_back();
    }
  }
  ENSURE(order_.size() == below.standing);
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
    if (depth(at) == level) found.push_back(order_[at]);
  return found;
}

}  // namespace nucong::unit
