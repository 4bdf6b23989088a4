// One series over a stretch of time: what a year is when some report by quarter, some by half-year and some
// once.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "rollup/snapshot.hpp"

namespace nucong::rollup {

/// Days since 1970-01-01, as the loops over columns compare them.
using DayNumber = std::int32_t;
inline constexpr DayNumber never = std::numeric_limits<DayNumber>::min();
[[nodiscard]] inline DayNumber day_number(Date day) {
  return static_cast<DayNumber>(day.time_since_epoch().count());
}

/// A unit's figure over the stretch, and the last day of the latest period that it rests on.
struct Joined {
  std::int64_t amount = 0;
  DayNumber day = never;

  bool operator==(const Joined&) const = default;
};

/// The same of all units, by slot.
struct JoinedCells {
  LooseCells cells;
  /// `never` where nothing was reported; empty of a flow, which counts whatever the day.
  std::vector<DayNumber> day;

  JoinedCells(std::size_t slots, indicator::ElementKind kind)
      : cells(slots), day(kind == indicator::ElementKind::stock ? slots : 0, never) {}
};

/// The columns of one snapshot that a series has in a stretch of time. Holds these columns and no others, so
/// an old one does not keep an old nation in memory.
///
/// A figure reported for exactly a period stands for it. Without one, the period's parts are joined: a flow
/// adds, a stock takes the last. The tiles of the stretch are consecutive and joined in the same way
/// (decision 0008).
class Timeline {
 public:
  Timeline(const Snapshot& snapshot, indicator::Series series, indicator::ElementKind kind,
           std::span<const Period> tiles);

  /// Empty if the unit reported nothing.
  [[nodiscard]] std::optional<Joined> at(Slot slot) const;
  [[nodiscard]] JoinedCells joined(std::size_t slots) const;
  /// The figures of one unit that are joined, in order of time: where a number comes from.
  [[nodiscard]] std::vector<std::pair<Period, std::int64_t>> figures(Slot slot) const;

  /// True if both read the very same columns, and so give the same answers.
  [[nodiscard]] bool same_as(const Timeline& other) const;
  /// The slots, ascending, at which the columns differ from those of an earlier or later state of the same
  /// stretch; none if they are not columns of the same periods. O(chunks), and the cells of changed chunks.
  [[nodiscard]] std::optional<std::vector<std::uint32_t>> differing(const Timeline& other) const;

 private:
  // A period with its own column, and with those of its parts that have any.
  struct Node {
    Period period;
    SharedColumn exact;  // null if nobody reported for exactly this period
    std::vector<Node> parts;
  };

  [[nodiscard]] static std::optional<Node> node(const Snapshot& snapshot, indicator::Series series,
                                                const Period& period);
  void collect(const Node& node, std::vector<const Node*>& into) const;
  [[nodiscard]] std::vector<const Node*> nodes_with_columns() const;
  [[nodiscard]] std::optional<Joined> at(const Node& node, Slot slot) const;
  void figures(const Node& node, Slot slot, std::vector<std::pair<Period, std::int64_t>>& into) const;
  void add(const Node& node, JoinedCells& into, std::size_t slots) const;
  void add(const Column& column, DayNumber day, JoinedCells& into, std::size_t slots) const;
  void join(Joined& into, const Joined& next) const;

  indicator::ElementKind kind_;
  std::vector<Node> tiles_;
};

}  // namespace nucong::rollup
