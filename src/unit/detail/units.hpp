// Units by slot, shared between the history before and the history after further events.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "unit/unit.hpp"

namespace nucong::unit::detail {

/// A copy shares every unit with the original; `change` sets one apart. Copying costs one word for each
/// `per_leaf` units, a change at most one leaf and one unit.
class Units {
 public:
  [[nodiscard]] std::size_t size() const { return size_; }
  /// Defect if there is no such slot.
  [[nodiscard]] const Unit& at(Slot slot) const {
    ENSURE(slot.value < size_);
    return *(*leaves_[slot.value / per_leaf])[slot.value % per_leaf];
  }
  void add(Unit unit);
  /// The unit for writing, as no other copy sees it.
  [[nodiscard]] Unit& change(Slot slot);

 private:
  static constexpr std::size_t per_leaf = 256;
  using Leaf = std::array<std::shared_ptr<Unit>, per_leaf>;

  [[nodiscard]] Leaf& own_leaf(std::size_t number);

  std::vector<std::shared_ptr<Leaf>> leaves_;
  std::size_t size_ = 0;
};

}  // namespace nucong::unit::detail
