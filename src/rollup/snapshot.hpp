// The live columns: every figure of the confederation, in memory, changed by one writer and read by many.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/period.hpp"
#include "indicator/element.hpp"
#include "rollup/column.hpp"

namespace nucong::rollup {

/// One figure of one unit changed.
struct Change {
  indicator::Series series;
  Period period;
  Slot slot;
  std::optional<std::int64_t> amount;  ///< in the element's smallest unit; none: no longer reported
};

using SharedColumn = std::shared_ptr<const Column>;

/// The columns of one period, by series.
using Sheet = std::vector<std::pair<indicator::Series, SharedColumn>>;

/// All columns at one moment. Immutable, cheap to copy; a reader that holds one sees one consistent nation.
/// Columns hang under their period, since a report is of one period: keeping it copies one sheet.
class Snapshot {
 public:
  Snapshot() : periods_(std::make_shared<const Periods>()) {}

  /// Null where nothing was reported.
  [[nodiscard]] SharedColumn column(indicator::Series series, const Period& period) const;
  /// What is reported for one period; null if nothing is.
  [[nodiscard]] const Sheet* sheet(const Period& period) const;
  /// What is reported for the period and for those inside it, in their order.
  [[nodiscard]] std::vector<std::shared_ptr<const Sheet>> sheets_within(const Period& period) const;
  /// True if the series has a column for a period inside `period` other than itself.
  [[nodiscard]] bool has_parts(indicator::Series series, const Period& period) const;

  /// The snapshot after `changes`, of which later ones win; shares everything else with this one.
  [[nodiscard]] Snapshot with(std::span<const Change> changes) const;

  /// Memory that the columns take, and the figures in them.
  struct Size {
    std::size_t figures = 0;
    std::size_t bytes = 0;
  };
  [[nodiscard]] Size size() const;

 private:
  friend class SnapshotWriter;
  using Periods = std::vector<std::pair<Period, std::shared_ptr<const Sheet>>>;
  explicit Snapshot(std::shared_ptr<const Periods> periods) : periods_(std::move(periods)) {}

  std::shared_ptr<const Periods> periods_;
};

/// Makes a snapshot of figures that come in order of period, then of slot: each cell is written once.
class SnapshotWriter {
 public:
  /// What follows is of this period, which comes after those before it.
  void begin(const Period& period);
  /// Of one series within a period, slots ascend.
  void append(indicator::Series series, Slot slot, std::int64_t amount) {
    if (last_ == nullptr || last_->next == nullptr || last_->next->series != series)
      find(series);
    else
      last_ = last_->next;
    last_->writer.append(slot.value, amount);
  }
  /// The snapshot; the writer is as new.
  [[nodiscard]] Snapshot finish();

 private:
  // Reports of one form bring the same series in the same order: after each the one that came last time is
  // expected, so that a figure finds its column without a search.
  struct Entry {
    indicator::Series series;
    ColumnWriter writer;
    Entry* next = nullptr;
  };

  void find(indicator::Series series);
  void end_period();

  Snapshot::Periods periods_;
  std::optional<Period> period_;
  std::map<indicator::Series, Entry> entries_;
  Entry* last_ = nullptr;
};

}  // namespace nucong::rollup
