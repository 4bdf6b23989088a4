// The figures of one series over a stretch of time, unit by unit: what a year is when some report by
// quarter, some by half-year and some once.
#pragma once

#include <span>
#include <vector>

#include "rollup/columns.hpp"
#include "unit/history.hpp"

namespace nucong::rollup {

/// A figure with the period it was reported for.
struct DatedFigure {
  Slot slot;
  Period period;
  std::int64_t amount = 0;
};

/// Per unit, by slot. A unit that handed on part of its past while it went on is left out of the dense
/// part: its figures of before and after the handover land differently, so they stand in `dated`.
struct Resolved {
  std::vector<std::int64_t> amount;   ///< 0 where absent
  std::vector<std::uint8_t> present;  ///< 1 where a figure was reported
  std::vector<DatedFigure> dated;
};

/// A figure reported for exactly a period stands for it. Without one, the period's parts are joined: a flow
/// adds, a stock takes the last. `tiles` are consecutive periods, joined in the same way.
///
/// A stock of a unit that no longer stands on the last day counts only while none of its heirs has reported
/// since, and not at all without heirs: the same people are never counted twice, and people who left with
/// their union are not counted on. This depends on the last day alone, not on the tree of the question, so
/// the sum over all units is the same under every tree (decision 0008).
[[nodiscard]] Resolved resolve(const Snapshot& snapshot, const unit::History& history,
                               indicator::Series series, indicator::ElementKind kind,
                               std::span<const Period> tiles);

/// The figures of one unit that `resolve` joins, in order of time; for showing where a number comes from.
[[nodiscard]] std::vector<std::pair<Period, std::int64_t>> figures_of(const Snapshot& snapshot, Slot slot,
                                                                      indicator::Series series,
                                                                      indicator::ElementKind kind,
                                                                      std::span<const Period> tiles);

}  // namespace nucong::rollup
