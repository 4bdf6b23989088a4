// The live columns: every figure of the confederation, in memory, changed by one writer and read by many.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

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

/// All columns at one moment. Immutable, cheap to copy; a reader that holds one sees one consistent nation.
class Snapshot {
 public:
  Snapshot() : columns_(std::make_shared<const Map>()) {}

  /// Null where nothing was reported.
  [[nodiscard]] const Column* column(indicator::Series series, const Period& period) const;
  /// True if the series has figures for a period inside `period` other than itself.
  [[nodiscard]] bool has_parts(indicator::Series series, const Period& period) const;
  /// The snapshot after `changes`; shares everything else with this one.
  [[nodiscard]] Snapshot with(std::span<const Change> changes) const;

 private:
  using Key = std::pair<indicator::Series, Period>;
  using Map = std::map<Key, std::shared_ptr<const Column>>;
  explicit Snapshot(std::shared_ptr<const Map> columns) : columns_(std::move(columns)) {}

  std::shared_ptr<const Map> columns_;
};

}  // namespace nucong::rollup
