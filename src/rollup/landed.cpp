#include "rollup/landed.hpp"

#include <algorithm>
#include <map>

namespace nucong::rollup {
namespace {

using indicator::ElementKind;
using Manner = Ground::Manner;

// Puts figures where they land, in any order.
class Landing {
 public:
  explicit Landing(const Standpoint& from) : own(from.ground->positions()), from_(from) {}

  void whole(Slot slot, std::int64_t amount) {
    const auto position = from_.ground->position(slot);
    if (from_.ground->manner(slot) == Manner::own)
      own.add(position, amount);
    else if (!from_.last_day)
      rest[position] += amount;
  }

  void divided(Slot slot, Date figure_day, std::int64_t amount) {
    parts_.clear();
    from_.ground->lineage().land(slot, figure_day, amount, parts_);
    for (const auto& part : parts_) {
      const auto position = from_.ground->tree().position(part.landing.at);
      if (part.landing.line == unit::Line::own)
        own.add(position, part.amount);
      else if (!from_.last_day)
        rest[position] += part.amount;
    }
  }

  LooseCells own;
  std::map<std::uint32_t, std::int64_t> rest;  // few

 private:
  const Standpoint& from_;
  std::vector<unit::Part> parts_;
};

// Takes out what does not count: superseded stocks, and who is not of the population.
void leave_out(JoinedCells& joined, const Standpoint& from, ElementKind kind) {
  if (kind == ElementKind::stock) {
    std::vector<Slot> superseded;
    from.succession->each_superseded([&](Slot slot) { return joined.day[slot.value]; },
                                     [&](Slot slot) { superseded.push_back(slot); });
    for (const Slot slot : superseded) joined.cells.clear(slot.value);
  }
  if (from.last_day)
    joined.cells.each([&](std::size_t slot, std::int64_t) {
      if (!from.counts(Slot(slot))) joined.cells.clear(slot);
    });
}

}  // namespace

SummedColumn::SummedColumn(Column cells) : cells_(std::move(cells)) {
  std::int64_t sum = 0;
  std::uint32_t count = 0;
  for (const auto& chunk : cells_.chunks()) {
    sum_before_.push_back(sum);
    count_before_.push_back(count);
    if (!chunk) continue;
    sum += chunk->sum();
    count += chunk->count();
  }
  sum_before_.push_back(sum);
  count_before_.push_back(count);
}

SummedColumn SummedColumn::with(std::span<const CellChange> changes) const {
  SummedColumn next(*this);
  next.cells_ = cells_.with(changes);
  if (next.cells_.chunks().size() != cells_.chunks().size()) return SummedColumn(next.cells_);
  std::int64_t more = 0;
  std::uint32_t more_cells = 0;  // may be fewer: unsigned numbers wrap there and back
  for (std::size_t c = 0; c < cells_.chunks().size(); ++c) {
    next.sum_before_[c] += more;
    next.count_before_[c] += more_cells;
    const Chunk* was = cells_.chunk(c);
    const Chunk* is = next.cells_.chunk(c);
    if (was == is) continue;
    more += (is != nullptr ? is->sum() : 0) - (was != nullptr ? was->sum() : 0);
    more_cells += (is != nullptr ? is->count() : 0) - (was != nullptr ? was->count() : 0);
  }
  next.sum_before_.back() += more;
  next.count_before_.back() += more_cells;
  return next;
}

std::int64_t SummedColumn::sum_before(std::uint32_t cell) const {
  const std::size_t index = cell / Chunk::cells;
  if (index >= cells_.chunks().size()) return sum_before_.back();
  const Chunk* chunk = cells_.chunk(index);
  return sum_before_[index] + (chunk == nullptr ? 0 : chunk->sum_before(cell % Chunk::cells));
}

std::uint32_t SummedColumn::count_before(std::uint32_t cell) const {
  const std::size_t index = cell / Chunk::cells;
  if (index >= cells_.chunks().size()) return count_before_.back();
  const Chunk* chunk = cells_.chunk(index);
  return count_before_[index] + (chunk == nullptr ? 0 : chunk->count_before(cell % Chunk::cells));
}

bool SummedColumn::any(unit::Run run) const {
  // The whole chunks inside a long run have nearly always told before the cells at its ends are counted.
  const std::size_t chunks = cells_.chunks().size();
  const std::size_t first = std::min<std::size_t>((run.begin + Chunk::cells - 1) / Chunk::cells, chunks);
  const std::size_t behind = std::min<std::size_t>(run.end / Chunk::cells, chunks);
  if (first < behind && count_before_[behind] > count_before_[first]) return true;
  return count(run) > 0;
}

LandedColumn::LandedColumn(const Standpoint& from, ElementKind kind, Timeline timeline)
    : timeline_(std::move(timeline)) {
  JoinedCells joined = timeline_.joined(from.ground->tree().history().size());
  leave_out(joined, from, kind);
  LooseCells& cells = joined.cells;
  Landing landing(from);
  // The few that are divided first (a unit that went on, by its figures' own days), then all others in one
  // go.
  for (const Slot slot : from.succession->dividing()) {
    if (!cells.present(slot.value)) continue;
    for (const auto& [period, amount] : timeline_.figures(slot)) landing.divided(slot, period.last(), amount);
    cells.clear(slot.value);
  }
  for (const Slot slot : from.ground->divided()) {
    if (!cells.present(slot.value)) continue;
    landing.divided(slot, from.last, cells.amount(slot.value));
    cells.clear(slot.value);
  }
  cells.each([&](std::size_t slot, std::int64_t amount) { landing.whole(Slot(slot), amount); });
  own_ = SummedColumn(landing.own.packed());
  ColumnWriter rest;
  for (const auto& [position, amount] : landing.rest) rest.append(position, amount);
  rest_ = SummedColumn(rest.finish());
}

std::size_t LandedColumn::bytes() const {
  return sizeof *this + own_.cells().bytes() + rest_.cells().bytes();
}

std::shared_ptr<const LandedColumn> LandedColumn::carried_to(const Standpoint& from, ElementKind kind,
                                                             Timeline timeline) const {
  auto slots = timeline_.differing(timeline);
  const std::size_t many = std::max<std::size_t>(64, from.ground->positions() / 16);
  if (!slots || slots->size() > many) return nullptr;
  if (kind == ElementKind::stock) {
    // An heir's report may end the stock of those it followed.
    for (std::size_t i = 0, direct = slots->size(); i < direct; ++i)
      for (const Slot before : from.succession->predecessors(Slot((*slots)[i])))
        slots->push_back(before.value);
    std::ranges::sort(*slots);
    slots->erase(std::unique(slots->begin(), slots->end()), slots->end());
  }
  std::map<std::uint32_t, std::int64_t> own, rest;  // by position: how much more
  for (const auto value : *slots) {
    const Slot slot(value);
    if (slot.value >= from.ground->tree().history().size() || !from.counts(slot)) continue;
    if (from.succession->divides(slot) || from.ground->manner(slot) == Manner::divided) return nullptr;
    const auto was = counted(timeline_, *from.succession, kind, slot);
    const auto is = counted(timeline, *from.succession, kind, slot);
    if (was == is) continue;
    if (!is) return nullptr;  // whether its cell still has a figure depends on who else lands there
    const bool on_own_line = from.ground->manner(slot) == Manner::own;
    if (on_own_line || !from.last_day)
      (on_own_line ? own : rest)[from.ground->position(slot)] += *is - was.value_or(0);
  }
  const auto moved = [](const SummedColumn& column, const std::map<std::uint32_t, std::int64_t>& more) {
    std::vector<CellChange> changes;
    for (const auto& [cell, amount] : more)
      changes.push_back({cell, column.cells().at(cell).value_or(0) + amount});
    return changes.empty() ? column : column.with(changes);
  };
  return std::shared_ptr<const LandedColumn>(
      new LandedColumn(moved(own_, own), moved(rest_, rest), std::move(timeline)));
}

}  // namespace nucong::rollup
