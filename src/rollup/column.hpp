// A row of cells over all units: by slot as reported, or by position in a tree once landed.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "rollup/chunk.hpp"

namespace nucong::rollup {

/// Immutable; cheap to copy. Changing a column makes a new one that shares every chunk without a change.
class Column {
 public:
  Column() = default;
  /// Chunks by cell / Chunk::cells; null where no cell is present.
  explicit Column(std::vector<std::shared_ptr<const Chunk>> chunks) : chunks_(std::move(chunks)) {}

  [[nodiscard]] std::optional<std::int64_t> at(std::uint32_t cell) const;
  /// Later changes of the same cell win. O(chunks + changes log changes).
  [[nodiscard]] Column with(std::span<const CellChange> changes) const;

  /// Short where no later chunk has a cell.
  [[nodiscard]] std::span<const std::shared_ptr<const Chunk>> chunks() const { return chunks_; }
  /// Null where no cell is present.
  [[nodiscard]] const Chunk* chunk(std::size_t index) const {
    return index < chunks_.size() ? chunks_[index].get() : nullptr;
  }
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::vector<std::shared_ptr<const Chunk>> chunks_;
};

/// Makes a column of cells that come in ascending order, a chunk at a time.
class ColumnWriter {
 public:
  /// `cell` is above all before it.
  void append(std::uint32_t cell, std::int64_t amount) {
    ENSURE(cell >= next_);
    next_ = cell + 1;
    if (cell / Chunk::cells != open_) turn_to(cell / Chunk::cells);
    amounts_[cell % Chunk::cells] = amount;
    put_bit(presence_, cell % Chunk::cells, true);
  }
  /// The column; the writer is as new.
  [[nodiscard]] Column finish();

 private:
  void turn_to(std::size_t chunk);
  void seal();

  std::vector<std::shared_ptr<const Chunk>> chunks_;
  std::uint32_t next_ = 0;  // the lowest cell that may come
  std::size_t open_ = 0;    // index of the chunk that is being filled
  Chunk::Amounts amounts_{};
  Chunk::Presence presence_{};
};

/// Cells in the making, all at hand at once: for what comes in any order. In whole chunks.
class LooseCells {
 public:
  explicit LooseCells(std::size_t cells);

  [[nodiscard]] std::size_t chunks() const { return amounts_.size() / Chunk::cells; }
  [[nodiscard]] std::int64_t amount(std::size_t cell) const { return amounts_[cell]; }  ///< 0 where absent
  [[nodiscard]] bool present(std::size_t cell) const { return is_set(presence_, cell); }

  void add(std::size_t cell, std::int64_t more) { put(cell, amounts_[cell] + more); }
  void put(std::size_t cell, std::int64_t amount) {
    amounts_[cell] = amount;
    put_bit(presence_, cell, true);
  }
  void clear(std::size_t cell) {
    amounts_[cell] = 0;
    put_bit(presence_, cell, false);
  }
  /// Adds a whole chunk, or all of the other cells, of which there are as many.
  void add(std::size_t chunk, const Chunk& more);
  void add(const LooseCells& more);

  /// Visits the present cells, ascending.
  template <class Visit>
  void each(Visit&& visit) const {
    each_set(presence_, [&](std::size_t cell) { visit(cell, amounts_[cell]); });
  }
  [[nodiscard]] Column packed() const;

 private:
  std::vector<std::int64_t> amounts_;
  std::vector<std::uint64_t> presence_;
};

}  // namespace nucong::rollup
