#include "rollup/resolve.hpp"

#include <algorithm>
#include <limits>

namespace nucong::rollup {
namespace {

using indicator::ElementKind;
using indicator::Series;

constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();

std::int32_t day_number(Date day) {
  return static_cast<std::int32_t>(day.time_since_epoch().count());
}

// Figures by slot while they are being joined; `day` is the last day of the figure's period, `never` if
// absent.
struct Dense {
  std::vector<std::int64_t> amount;
  std::vector<std::int32_t> day;

  explicit Dense(std::size_t slots) : amount(slots, 0), day(slots, never) {}
};

template <class Take>
void each_figure(const Column& column, std::size_t slots, Take&& take) {
  for (std::size_t c = 0; c < column.chunks().size(); ++c) {
    const auto& chunk = column.chunks()[c];
    if (!chunk) continue;
    const std::size_t base = c * Column::chunk_slots;
    for (std::size_t i = 0; i < Column::chunk_slots && base + i < slots; ++i)
      if (chunk->present(i)) take(base + i, chunk->amount[i]);
  }
}

void join(Dense& into, std::size_t slot, std::int64_t amount, std::int32_t day, ElementKind kind) {
  if (kind == ElementKind::flow)
    into.amount[slot] += amount;
  else if (day >= into.day[slot])
    into.amount[slot] = amount;
  into.day[slot] = std::max(into.day[slot], day);
}

// Adds the figures of `period` to `into`, unit by unit the exact one or its parts joined.
void add_period(Dense& into, const Snapshot& snapshot, Series series, ElementKind kind,
                const Period& period) {
  const Column* exact = snapshot.column(series, period);
  const std::size_t slots = into.amount.size();
  const auto day = day_number(period.last());
  if (!snapshot.has_parts(series, period)) {
    if (exact != nullptr)
      each_figure(*exact, slots,
                  [&](std::size_t slot, std::int64_t amount) { join(into, slot, amount, day, kind); });
    return;
  }
  Dense own(slots);
  for (const auto& part : period.parts()) add_period(own, snapshot, series, kind, part);
  if (exact != nullptr)
    each_figure(*exact, slots, [&](std::size_t slot, std::int64_t amount) {
      own.amount[slot] = amount;
      own.day[slot] = day;
    });
  for (std::size_t slot = 0; slot < slots; ++slot)
    if (own.day[slot] != never) join(into, slot, own.amount[slot], own.day[slot], kind);
}

void add_figures(std::vector<std::pair<Period, std::int64_t>>& into, const Snapshot& snapshot, Slot slot,
                 Series series, const Period& period) {
  if (const Column* exact = snapshot.column(series, period))
    if (const auto amount = exact->at(slot)) {
      into.emplace_back(period, *amount);
      return;
    }
  if (!snapshot.has_parts(series, period)) return;
  for (const auto& part : period.parts()) add_figures(into, snapshot, slot, series, part);
}

// The units that stand on `day` and hold some of the past of `slot`.
void collect_heirs(const unit::History& history, Slot slot, Date day, std::vector<Slot>& heirs) {
  const auto& unit = history.unit(slot);
  if (!unit.ended || *unit.ended > day) {
    heirs.push_back(slot);
    return;
  }
  for (const auto& heir : unit.handovers.back().heirs) collect_heirs(history, heir.unit, day, heirs);
}

bool superseded(const Dense& dense, const unit::History& history, std::size_t slot, Date day) {
  const auto& unit = history.unit(Slot(slot));
  if (!unit.ended || *unit.ended > day) return false;
  std::vector<Slot> heirs;
  collect_heirs(history, Slot(slot), day, heirs);
  const auto counted_to = std::min(dense.day[slot], day_number(*unit.ended) - 1);
  return heirs.empty() ||
         std::ranges::any_of(heirs, [&](Slot heir) { return dense.day[heir.value] > counted_to; });
}

}  // namespace

std::vector<std::pair<Period, std::int64_t>> figures_of(const Snapshot& snapshot, Slot slot, Series series,
                                                        ElementKind kind, std::span<const Period> tiles) {
  std::vector<std::pair<Period, std::int64_t>> figures;
  for (const auto& tile : tiles) add_figures(figures, snapshot, slot, series, tile);
  if (kind == ElementKind::stock && figures.size() > 1) figures.erase(figures.begin(), figures.end() - 1);
  return figures;
}

Resolved resolve(const Snapshot& snapshot, const unit::History& history, Series series, ElementKind kind,
                 std::span<const Period> tiles) {
  ENSURE(!tiles.empty());
  const std::size_t slots = history.size();
  Dense dense(slots);
  for (const auto& tile : tiles) add_period(dense, snapshot, series, kind, tile);

  Resolved resolved{std::move(dense.amount), std::vector<std::uint8_t>(slots, 0), {}};
  for (std::size_t slot = 0; slot < slots; ++slot) {
    if (dense.day[slot] == never) continue;
    if (kind == ElementKind::stock && superseded(dense, history, slot, tiles.back().last())) {
      resolved.amount[slot] = 0;
    } else if (history.unit(Slot(slot)).divided_while_standing()) {
      for (const auto& [period, amount] : figures_of(snapshot, Slot(slot), series, kind, tiles))
        resolved.dated.push_back({Slot(slot), period, amount});
      resolved.amount[slot] = 0;
    } else {
      resolved.present[slot] = 1;
    }
  }
  return resolved;
}

}  // namespace nucong::rollup
