// Who hangs under whom on the date that a replay has reached: changed often, read rarely.
#pragma once

#include <optional>
#include <vector>

#include "base/id.hpp"

namespace nucong::unit::detail {

/// Standing children of each slot, in no order; to attach and to detach takes constant time.
class Children {
 public:
  void resize(std::size_t slots) {
    first_.resize(slots, none);
    siblings_.resize(slots);
  }
  void attach(Slot child, Slot parent) {
    std::uint32_t& first = first_[parent.value];
    if (first != none) siblings_[first].before = child.value;
    siblings_[child.value] = {none, first};
    first = child.value;
  }
  void detach(Slot child, Slot parent) {
    const Siblings gone = siblings_[child.value];
    (gone.before == none ? first_[parent.value] : siblings_[gone.before].after) = gone.after;
    if (gone.after != none) siblings_[gone.after].before = gone.before;
  }

  [[nodiscard]] std::optional<Slot> first(Slot parent) const { return slot_of(first_[parent.value]); }
  [[nodiscard]] std::optional<Slot> after(Slot child) const { return slot_of(siblings_[child.value].after); }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Siblings {
    std::uint32_t before = none;
    std::uint32_t after = none;
  };

  static std::optional<Slot> slot_of(std::uint32_t value) {
    return value == none ? std::nullopt : std::optional{Slot(value)};
  }

  std::vector<std::uint32_t> first_;  // by parent
  std::vector<Siblings> siblings_;    // by child
};

}  // namespace nucong::unit::detail
