// One tree to ask on, with where every unit's figures land on it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rollup/marked.hpp"
#include "unit/lineage.hpp"

namespace nucong::rollup {

/// Immutable; made once for an epoch and shared by all questions on its days.
class Ground {
 public:
  /// How a unit's figures come to rest.
  enum class Manner : std::uint8_t {
    own,     ///< whole, on the own line of one unit
    rest,    ///< whole, on another line of one unit: closed, undivided, founded later
    divided  ///< by shares; see `lineage`
  };

  /// The tree of the day must not be empty.
  Ground(const unit::History& history, Date day);
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;

  [[nodiscard]] const unit::Tree& tree() const { return tree_; }
  [[nodiscard]] const unit::Lineage& lineage() const { return lineage_; }
  [[nodiscard]] std::uint32_t positions() const { return static_cast<std::uint32_t>(tree_.order().size()); }

  [[nodiscard]] Manner manner(Slot slot) const { return manner_[slot.value]; }
  /// Where the figures rest; of a divided unit nothing.
  [[nodiscard]] std::uint32_t position(Slot slot) const { return position_[slot.value]; }
  /// Units whose figures are divided, ascending.
  [[nodiscard]] std::span<const Slot> divided() const { return divided_; }

  /// The positions whose unit is of one of these kinds.
  [[nodiscard]] Marked::Words of_kinds(std::span<const std::string> kinds) const;

  [[nodiscard]] std::size_t bytes() const;

 private:
  unit::Tree tree_;
  unit::Lineage lineage_;
  std::vector<std::uint32_t> position_;  // by slot
  std::vector<Manner> manner_;           // by slot
  std::vector<Slot> divided_;
  std::vector<std::string_view> kinds_;  // each once; into the history, which the tree holds
  std::vector<std::uint16_t> kind_of_;   // index into kinds_, by position
};

}  // namespace nucong::rollup
