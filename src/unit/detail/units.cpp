#include "unit/detail/units.hpp"

namespace nucong::unit::detail {

// Whoever continues a history holds it meanwhile, so what is shared with it counts two owners at least: one
// owner means that it was made here.
Units::Leaf& Units::own_leaf(std::size_t number) {
  auto& leaf = leaves_[number];
  if (leaf.use_count() > 1) leaf = std::make_shared<Leaf>(*leaf);
  return *leaf;
}

void Units::add(Unit unit) {
  if (size_ % per_leaf == 0) leaves_.push_back(std::make_shared<Leaf>());
  own_leaf(size_ / per_leaf)[size_ % per_leaf] = std::make_shared<Unit>(std::move(unit));
  ++size_;
}

Unit& Units::change(Slot slot) {
  ENSURE(slot.value < size_);
  auto& unit = own_leaf(slot.value / per_leaf)[slot.value % per_leaf];
  if (unit.use_count() > 1) unit = std::make_shared<Unit>(*unit);
  return *unit;
}

}  // namespace nucong::unit::detail
