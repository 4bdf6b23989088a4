#include "rollup/snapshot.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace nucong::rollup {
namespace {

using indicator::Series;

constexpr auto key = [](const auto& entry) -> const auto& {
  return entry.first;
};

// The changes of one column, as an edit of its cells.
SharedColumn edited(const SharedColumn& column, std::span<const Change* const> changes) {
  std::vector<CellChange> cells;
  cells.reserve(changes.size());
  for (const Change* change : changes) cells.push_back({change->slot.value, change->amount});
  return std::make_shared<const Column>(column ? column->with(cells) : Column().with(cells));
}

// The place of `wanted` in a list that is ordered by key; a new entry is put there if it has none.
template <class List, class Key>
auto& entry_of(List& list, const Key& wanted) {
  auto at = std::ranges::lower_bound(list, wanted, {}, key);
  if (at == list.end() || at->first != wanted) at = list.insert(at, {wanted, nullptr});
  return at->second;
}

// Calls `take` for each stretch of `changes` that `same` holds together.
template <class Same, class Take>
void each_group(std::span<const Change* const> changes, Same&& same, Take&& take) {
  for (std::size_t from = 0; from < changes.size();) {
    std::size_t to = from + 1;
    while (to < changes.size() && same(*changes[from], *changes[to])) ++to;
    take(changes.subspan(from, to - from));
    from = to;
  }
}

}  // namespace

const Sheet* Snapshot::sheet(const Period& period) const {
  const auto found = std::ranges::lower_bound(*periods_, period, {}, key);
  return found == periods_->end() || found->first != period ? nullptr : found->second.get();
}

SharedColumn Snapshot::column(Series series, const Period& period) const {
  const Sheet* found = sheet(period);
  if (found == nullptr) return nullptr;
  const auto at = std::ranges::lower_bound(*found, series, {}, key);
  return at == found->end() || at->first != series ? nullptr : at->second;
}

std::vector<std::shared_ptr<const Sheet>> Snapshot::sheets_within(const Period& period) const {
  std::vector<std::shared_ptr<const Sheet>> found;
  for (const auto& [of, sheet] : *periods_)
    if (period.contains(of)) found.push_back(sheet);
  return found;
}

bool Snapshot::has_parts(Series series, const Period& period) const {
  // The longer comes first: all periods inside `period` come right after it.
  const auto inside = std::ranges::upper_bound(*periods_, period, {}, key);
  return std::any_of(inside, periods_->end(), [&](const auto& entry) {
    return period.contains(entry.first) && std::ranges::binary_search(*entry.second, series, {}, key);
  });
}

Snapshot Snapshot::with(std::span<const Change> changes) const {
  std::vector<const Change*> order;
  order.reserve(changes.size());
  for (const auto& change : changes) order.push_back(&change);
  std::ranges::stable_sort(order, [](const Change* a, const Change* b) {
    return a->period != b->period ? a->period < b->period : a->series < b->series;
  });
  auto next = std::make_shared<Periods>(*periods_);
  const auto same_period = [](const Change& a, const Change& b) { return a.period == b.period; };
  const auto same_series = [](const Change& a, const Change& b) { return a.series == b.series; };
  each_group(order, same_period, [&](std::span<const Change* const> of_period) {
    auto& known = entry_of(*next, of_period.front()->period);
    auto sheet = known ? std::make_shared<Sheet>(*known) : std::make_shared<Sheet>();
    each_group(of_period, same_series, [&](std::span<const Change* const> of_column) {
      auto& column = entry_of(*sheet, of_column.front()->series);
      column = edited(column, of_column);
    });
    known = std::move(sheet);
  });
  return Snapshot(std::move(next));
}

Snapshot::Size Snapshot::size() const {
  Size size;
  for (const auto& [period, sheet] : *periods_)
    for (const auto& [series, column] : *sheet) {
      size.bytes += column->bytes();
      for (const auto& chunk : column->chunks()) size.figures += chunk ? chunk->count() : 0;
    }
  return size;
}

void SnapshotWriter::begin(const Period& period) {
  if (period_ == period) return;
  end_period();
  ENSURE(periods_.empty() || periods_.back().first < period);
  period_ = period;
}

void SnapshotWriter::find(Series series) {
  Entry& entry = entries_.try_emplace(series, Entry{series, {}, nullptr}).first->second;
  if (last_ != nullptr) last_->next = &entry;
  last_ = &entry;
}

void SnapshotWriter::end_period() {
  if (!period_) return;
  auto sheet = std::make_shared<Sheet>();
  for (auto& [series, entry] : entries_) {
    auto column = entry.writer.finish();
    if (!column.chunks().empty())
      sheet->emplace_back(series, std::make_shared<const Column>(std::move(column)));
  }
  periods_.emplace_back(*period_, std::move(sheet));
  period_.reset();
}

Snapshot SnapshotWriter::finish() {
  end_period();
  return Snapshot(std::make_shared<const Snapshot::Periods>(std::exchange(periods_, {})));
}

}  // namespace nucong::rollup
