// A thousand neighbouring cells of a column, as narrow as their amounts allow.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>

#include "rollup/bits.hpp"

namespace nucong::rollup {

/// A cell's new amount, in the element's smallest unit; none takes it away.
struct CellChange {
  std::uint32_t cell = 0;
  std::optional<std::int64_t> amount;
};

/// Immutable; shared between columns. Presence is apart from the amount: "nothing happened" (0) is not
/// "nothing reported". An amount is kept in one, two or four bytes where all of its chunk fit without a sign,
/// else in eight. Sums of a column stay within 64 bits, to which report::amount_max sees.
class Chunk {
 public:
  static constexpr std::size_t cells = 1024;
  using Presence = std::array<std::uint64_t, cells / 64>;  ///< bits.hpp
  using Amounts = std::array<std::int64_t, cells>;         ///< 0 where absent

  /// Null if no cell is present. Absent amounts must be 0.
  [[nodiscard]] static std::shared_ptr<const Chunk> of(const Amounts& amounts, const Presence& presence);

  Chunk& operator=(const Chunk&) = delete;

  /// The chunk (null: no cell is present) after changes of cells that all lie in it; later ones of the same
  /// cell win. As wide as before if the new amounts fit, so that an edit costs a copy of the cells.
  [[nodiscard]] static std::shared_ptr<const Chunk> edited(const Chunk* before,
                                                           std::span<const CellChange> changes);
  /// Calls `visit` for each cell at which the two differ, ascending.
  template <class Visit>
  void each_difference(const Chunk& other, Visit&& visit) const {
    each_set(differences(other), visit);
  }

  [[nodiscard]] bool present(std::size_t cell) const { return is_set(presence_, cell); }
  [[nodiscard]] const Presence& presence() const { return presence_; }
  /// 0 where absent.
  [[nodiscard]] std::int64_t amount(std::size_t cell) const;
  void unpack(Amounts& into) const;
  /// Adds every amount to the cell of the same place.
  void add_to(std::span<std::int64_t, cells> sums) const;

  /// Sum and count of the cells before `end`, which is below `cells`.
  [[nodiscard]] std::int64_t sum_before(std::size_t end) const;
  [[nodiscard]] std::uint32_t count_before(std::size_t end) const;
  [[nodiscard]] std::int64_t sum() const { return sum_; }
  [[nodiscard]] std::uint32_t count() const { return count_; }

  /// Memory that the chunk takes.
  [[nodiscard]] std::size_t bytes() const;

 protected:
  enum class Width : std::uint8_t { one, two, four, eight };
  Chunk(Width width, const Presence& presence);
  Chunk(const Chunk&) = default;
  ~Chunk() = default;

  static constexpr std::size_t block = 128;

  Presence presence_;
  std::array<std::int64_t, cells / block> before_block_{};  // sums, so that a run's ends read few cells
  std::int64_t sum_ = 0;
  std::uint32_t count_ = 0;
  Width width_;

 private:
  template <class Amount>
  friend struct Packed;
  template <class Visit>
  auto with_cells(Visit&& visit) const;
  [[nodiscard]] Presence differences(const Chunk& other) const;
  [[nodiscard]] bool fits(std::span<const CellChange> changes) const;
};

}  // namespace nucong::rollup
