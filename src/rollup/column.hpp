// One series in one period over all units: a column over slots, in chunks that snapshots share.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/id.hpp"

namespace nucong::rollup {

/// A unit's new figure in a column, in the element's smallest unit; none takes the figure away.
struct CellChange {
  Slot slot;
  std::optional<std::int64_t> amount;
};

/// Immutable. Presence is apart from the amount: "nothing happened" (0) is not "nothing reported".
/// Changing a column makes a new one that shares every chunk without a change.
class Column {
 public:
  static constexpr std::size_t chunk_slots = 1024;

  struct Chunk {
    std::array<std::int64_t, chunk_slots> amount{};  ///< 0 where absent
    std::array<std::uint64_t, chunk_slots / 64> present_bits{};

    [[nodiscard]] bool present(std::size_t offset) const {
      return ((present_bits[offset / 64] >> (offset % 64)) & 1U) != 0;
    }
  };

  [[nodiscard]] std::optional<std::int64_t> at(Slot slot) const;
  /// Later changes of the same slot win.
  [[nodiscard]] Column with(std::span<const CellChange> changes) const;
  /// By slot / chunk_slots; null for a chunk without figures, and short where no later chunk has one.
  [[nodiscard]] std::span<const std::shared_ptr<const Chunk>> chunks() const { return chunks_; }

 private:
  std::vector<std::shared_ptr<const Chunk>> chunks_;
};

}  // namespace nucong::rollup
