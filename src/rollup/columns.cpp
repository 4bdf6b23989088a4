#include "rollup/columns.hpp"

#include <algorithm>

namespace nucong::rollup {

const Column* Snapshot::column(indicator::Series series, const Period& period) const {
  const auto found = columns_->find({series, period});
  return found == columns_->end() ? nullptr : found->second.get();
}

bool Snapshot::has_parts(indicator::Series series, const Period& period) const {
  // Periods are ordered by first day, the longer first: all inside `period` come right after it.
  for (auto at = columns_->upper_bound({series, period}); at != columns_->end() && at->first.first == series;
       ++at) {
    if (at->first.second.first() > period.last()) return false;
    if (period.contains(at->first.second)) return true;
  }
  return false;
}

Snapshot Snapshot::with(std::span<const Change> changes) const {
  std::map<Key, std::vector<CellChange>> by_column;
  for (const auto& change : changes)
    by_column[{change.series, change.period}].push_back({change.slot, change.amount});
  auto next = std::make_shared<Map>(*columns_);
  for (const auto& [key, cells] : by_column) {
    auto& column = (*next)[key];
    column = std::make_shared<const Column>(column ? column->with(cells) : Column().with(cells));
  }
  return Snapshot(std::move(next));
}

}  // namespace nucong::rollup
