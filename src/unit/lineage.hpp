// Where the figures of a unit go in a tree in which it does not stand (decision 0002).
#pragma once

#include <cstdint>
#include <vector>

#include "unit/tree.hpp"

namespace nucong::unit {

/// The line of a unit on which a figure comes to rest.
enum class Line : std::uint8_t {
  own,           ///< the unit's own figures, and those it inherited by merger or a stated share
  closed,        ///< of units below that were closed without successor
  undivided,     ///< of units below that were split with no share stated
  founded_later  ///< of units below that on the tree's day were not yet founded
};

[[nodiscard]] std::string_view name_of(Line line);

struct Landing {
  Slot at;  ///< stands in the tree
  Line line = Line::own;

  bool operator==(const Landing&) const = default;
};

/// Part of a figure, in the element's smallest unit.
struct Part {
  Landing landing;
  std::int64_t amount = 0;

  bool operator==(const Part&) const = default;
};

/// Lands figures on one tree. Amounts are divided by largest remainder, so parts are whole and sum to the
/// figure exactly; whatever the tree, nothing is lost and nothing counted twice.
class Lineage {
 public:
  /// The tree must not be empty and must outlive this. Follows only the units that do not stand or have
  /// handed on part of their past; takes 12 bytes for each of those.
  explicit Lineage(const Tree& tree);

  [[nodiscard]] const Tree& tree() const { return tree_; }

  /// Where all of the unit's figures go, if they go to one place whatever their amount and date; none if they
  /// have to be divided (`land`).
  [[nodiscard]] std::optional<Landing> whole(Slot slot) const;

  /// Adds the parts of one figure to `out`. `figure_day` is the last day of the figure's period: a unit that
  /// handed on a part and went on divides only what it had counted before that day.
  void land(Slot slot, Date figure_day, std::int64_t amount, std::vector<Part>& out) const;

 private:
  void forward(Slot slot, Date since, std::int64_t amount, std::vector<Part>& out) const;
  void hand_on(Slot slot, const Handover& handover, Date since, std::int64_t amount,
               std::vector<Part>& out) const;
  [[nodiscard]] Landing back(Slot slot) const;
  [[nodiscard]] Slot resting_place(std::optional<Slot> slot) const;
  [[nodiscard]] std::optional<Landing> find_whole(Slot slot) const;

  // Most units simply stand and keep their past. A bit marks each of the others; their landings follow in
  // order of slot, and every 64 slots are counted.
  struct Marks {
    std::uint64_t others = 0;
    std::uint32_t before = 0;  // marks of lower slots
  };
  void mark_others();

  const Tree& tree_;
  std::vector<Marks> marks_;                       // by slot / 64
  std::vector<std::optional<Landing>> elsewhere_;  // of the marked slots
};

}  // namespace nucong::unit
