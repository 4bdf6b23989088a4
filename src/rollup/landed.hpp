// A series over a stretch of time, landed on a tree: any branch is a run of its cells.
#pragma once

#include <memory>

#include "rollup/ground.hpp"
#include "rollup/succession.hpp"

namespace nucong::rollup {

/// Whose figures count.
enum class Population : std::uint8_t {
  everyone,   ///< all figures, wherever they land
  only_alive  ///< like with like: only of units that stand both on the last day and in the tree asked for
};

/// A column with the sums of its chunks run up, so that a long run is the difference of two.
class SummedColumn {
 public:
  SummedColumn() = default;
  explicit SummedColumn(Column cells);

  /// As Column::with; the sums are moved on from these.
  [[nodiscard]] SummedColumn with(std::span<const CellChange> changes) const;

  [[nodiscard]] const Column& cells() const { return cells_; }
  [[nodiscard]] std::int64_t sum(unit::Run run) const { return sum_before(run.end) - sum_before(run.begin); }
  [[nodiscard]] std::uint32_t count(unit::Run run) const {
    return count_before(run.end) - count_before(run.begin);
  }
  /// Whether any cell of the run is present.
  [[nodiscard]] bool any(unit::Run run) const;

 private:
  [[nodiscard]] std::int64_t sum_before(std::uint32_t cell) const;
  [[nodiscard]] std::uint32_t count_before(std::uint32_t cell) const;

  Column cells_;
  std::vector<std::int64_t> sum_before_;     // by chunk, and of all at the end
  std::vector<std::uint32_t> count_before_;  // likewise
};

/// From where the columns are looked at: a tree, the end of a stretch of time, a population.
struct Standpoint {
  std::shared_ptr<const Ground> ground;
  Date last{};                                   ///< the stretch's last day
  std::shared_ptr<const Succession> succession;  ///< of that day
  std::shared_ptr<const Ground> last_day;  ///< its tree where only units that stand in both count; else null

  [[nodiscard]] bool counts(Slot slot) const {
    return !last_day || (ground->tree().has(slot) && last_day->tree().has(slot));
  }
};

/// Immutable. `own` holds the unit's figure with what it inherited; `rest` what landed on its other lines
/// (closed, undivided, founded later).
class LandedColumn {
 public:
  LandedColumn(const Standpoint& from, indicator::ElementKind kind, Timeline timeline);

  [[nodiscard]] const SummedColumn& own() const { return own_; }
  [[nodiscard]] const SummedColumn& rest() const { return rest_; }
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }
  [[nodiscard]] std::size_t bytes() const;

  /// The column of another state of the nation, made from this one by what differs, which costs what differs.
  /// Null where that would not be cheaper or not exact: then it has to be made anew.
  [[nodiscard]] std::shared_ptr<const LandedColumn> carried_to(const Standpoint& from,
                                                               indicator::ElementKind kind,
                                                               Timeline timeline) const;

 private:
  LandedColumn(SummedColumn own, SummedColumn rest, Timeline timeline)
      : own_(std::move(own)), rest_(std::move(rest)), timeline_(std::move(timeline)) {}

  SummedColumn own_;
  SummedColumn rest_;
  Timeline timeline_;
};

}  // namespace nucong::rollup
