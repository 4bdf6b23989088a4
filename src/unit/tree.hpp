// The units that stand on one day, in preorder: a branch is one contiguous run of positions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "unit/history.hpp"

namespace nucong::unit {

/// A half-open run of positions.
struct Run {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(std::uint32_t position) const { return begin <= position && position < end; }
  bool operator==(const Run&) const = default;
};

/// Children of one parent are ordered by code. Immutable.
class Tree {
 public:
  static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

  /// The tree of `history` on `day`; empty before the root was founded. O(units), and one step for each time
  /// a unit moved after `day`. Takes 4 bytes for each unit there ever was and 9 for each that stands.
  Tree(const History& history, Date day);

  [[nodiscard]] Date day() const { return day_; }
  [[nodiscard]] const History& history() const { return history_; }

  /// Standing units by position.
  [[nodiscard]] std::span<const Slot> order() const { return order_; }
  /// `nowhere` for a unit that does not stand on the day.
  [[nodiscard]] std::uint32_t position(Slot slot) const { return position_.at(slot.value); }
  /// The same for all slots at once, by slot.
  [[nodiscard]] std::span<const std::uint32_t> positions() const { return position_; }
  [[nodiscard]] bool has(Slot slot) const { return position(slot) != nowhere; }
  /// The unit itself and all below it. Defect if the unit does not stand.
  [[nodiscard]] Run branch(Slot slot) const;
  [[nodiscard]] Run branch_at(std::uint32_t position) const { return {position, end_[position]}; }
  /// 0 for the root.
  [[nodiscard]] std::uint32_t depth(std::uint32_t position) const {
    return depth_[position] < deep ? depth_[position] : deep_[position];
  }
  /// Units directly below, by code.
  [[nodiscard]] std::vector<Slot> children(Slot slot) const;
  /// Units of the branch whose depth is `level` (root 0), in order of position.
  [[nodiscard]] std::vector<Slot> at_level(Slot branch, std::uint32_t level) const;
  [[nodiscard]] const Phase& phase(Slot slot) const { return history_.unit(slot).phase_on(day_); }

 private:
  static constexpr std::uint8_t deep = 255;

  void lay_out(Slot root);
  void enter(Slot slot, std::size_t depth);

  History history_;
  Date day_;
  std::vector<Slot> order_;
  std::vector<std::uint32_t> position_;  // by slot
  std::vector<std::uint32_t> end_;       // by position
  std::vector<std::uint8_t> depth_;      // by position; `deep` and more stand in deep_
  std::vector<std::uint32_t> deep_;      // by position; empty in any tree that is not as deep
};

}  // namespace nucong::unit
