#include "rollup/timeline.hpp"

#include <algorithm>

#include "base/result.hpp"

namespace nucong::rollup {
namespace {

using indicator::ElementKind;
using indicator::Series;

// Visits the cells that are present, ascending, below `slots`.
template <class Take>
void each_figure(const Column& column, std::size_t slots, Take&& take) {
  Chunk::Amounts amounts;
  for (std::size_t c = 0; c < column.chunks().size(); ++c) {
    const Chunk* chunk = column.chunk(c);
    if (chunk == nullptr) continue;
    chunk->unpack(amounts);
    each_set(chunk->presence(), [&](std::size_t cell) {
      if (c * Chunk::cells + cell < slots) take(c * Chunk::cells + cell, amounts[cell]);
    });
  }
}

// Cells that differ between two chunks of the same place.
void compare(const Chunk* one, const Chunk* two, std::uint32_t first, std::vector<std::uint32_t>& differing) {
  const auto take = [&](std::size_t cell) { differing.push_back(first + static_cast<std::uint32_t>(cell)); };
  if (one != nullptr && two != nullptr) {
    one->each_difference(*two, take);
    return;
  }
  const Chunk* only = one != nullptr ? one : two;
  if (only != nullptr) each_set(only->presence(), take);
}

}  // namespace

std::optional<Timeline::Node> Timeline::node(const Snapshot& snapshot, Series series, const Period& period) {
  Node made{period, snapshot.column(series, period), {}};
  if (snapshot.has_parts(series, period))
    for (const auto& part : period.parts())
      if (auto below = node(snapshot, series, part)) made.parts.push_back(std::move(*below));
  return made.exact || !made.parts.empty() ? std::optional(std::move(made)) : std::nullopt;
}

Timeline::Timeline(const Snapshot& snapshot, Series series, ElementKind kind, std::span<const Period> tiles)
    : kind_(kind) {
  for (const auto& tile : tiles)
    if (auto made = node(snapshot, series, tile)) tiles_.push_back(std::move(*made));
}

void Timeline::join(Joined& into, const Joined& next) const {
  if (kind_ == ElementKind::flow)
    into.amount += next.amount;
  else if (next.day >= into.day)
    into.amount = next.amount;
  into.day = std::max(into.day, next.day);
}

std::optional<Joined> Timeline::at(const Node& node, Slot slot) const {
  if (node.exact)
    if (const auto amount = node.exact->at(slot.value))
      return Joined{*amount, day_number(node.period.last())};
  std::optional<Joined> all;
  for (const auto& part : node.parts)
    if (const auto one = at(part, slot)) join(all ? *all : all.emplace(), *one);
  return all;
}

std::optional<Joined> Timeline::at(Slot slot) const {
  std::optional<Joined> all;
  for (const auto& tile : tiles_)
    if (const auto one = at(tile, slot)) join(all ? *all : all.emplace(), *one);
  return all;
}

void Timeline::add(const Column& column, DayNumber day, JoinedCells& into, std::size_t slots) const {
  if (kind_ == ElementKind::flow) {
    for (std::size_t c = 0; c < std::min(column.chunks().size(), into.cells.chunks()); ++c)
      if (const Chunk* chunk = column.chunk(c)) into.cells.add(c, *chunk);
    return;
  }
  each_figure(column, slots, [&](std::size_t slot, std::int64_t amount) {
    if (day < into.day[slot]) return;
    into.cells.put(slot, amount);
    into.day[slot] = day;
  });
}

void Timeline::add(const Node& node, JoinedCells& into, std::size_t slots) const {
  const auto day = day_number(node.period.last());
  if (node.parts.empty()) {
    add(*node.exact, day, into, slots);
    return;
  }
  if (!node.exact) {
    for (const auto& part : node.parts) add(part, into, slots);
    return;
  }
  JoinedCells own(slots, kind_);
  for (const auto& part : node.parts) add(part, own, slots);
  each_figure(*node.exact, slots, [&](std::size_t slot, std::int64_t amount) {
    own.cells.put(slot, amount);
    if (kind_ == ElementKind::stock) own.day[slot] = day;
  });
  if (kind_ == ElementKind::flow) {
    into.cells.add(own.cells);
    return;
  }
  own.cells.each([&](std::size_t slot, std::int64_t amount) {
    if (own.day[slot] < into.day[slot]) return;
    into.cells.put(slot, amount);
    into.day[slot] = own.day[slot];
  });
}

JoinedCells Timeline::joined(std::size_t slots) const {
  JoinedCells all(slots, kind_);
  for (const auto& tile : tiles_) add(tile, all, slots);
  // Reports of a unit that was founded after these units were read wait until it is known.
  for (std::size_t slot = slots; slot < all.cells.chunks() * Chunk::cells; ++slot) all.cells.clear(slot);
  return all;
}

void Timeline::figures(const Node& node, Slot slot,
                       std::vector<std::pair<Period, std::int64_t>>& into) const {
  if (node.exact)
    if (const auto amount = node.exact->at(slot.value)) {
      into.emplace_back(node.period, *amount);
      return;
    }
  for (const auto& part : node.parts) figures(part, slot, into);
}

std::vector<std::pair<Period, std::int64_t>> Timeline::figures(Slot slot) const {
  std::vector<std::pair<Period, std::int64_t>> found;
  for (const auto& tile : tiles_) figures(tile, slot, found);
  if (kind_ == ElementKind::stock && found.size() > 1) found.erase(found.begin(), found.end() - 1);
  return found;
}

void Timeline::collect(const Node& node, std::vector<const Node*>& into) const {
  if (node.exact) into.push_back(&node);
  for (const auto& part : node.parts) collect(part, into);
}

std::vector<const Timeline::Node*> Timeline::nodes_with_columns() const {
  std::vector<const Node*> found;
  for (const auto& tile : tiles_) collect(tile, found);
  return found;
}

bool Timeline::same_as(const Timeline& other) const {
  return std::ranges::equal(nodes_with_columns(), other.nodes_with_columns(),
                            [](const Node* a, const Node* b) { return a->exact == b->exact; });
}

std::optional<std::vector<std::uint32_t>> Timeline::differing(const Timeline& other) const {
  const auto ours = nodes_with_columns();
  const auto theirs = other.nodes_with_columns();
  if (!std::ranges::equal(ours, theirs, [](const Node* a, const Node* b) { return a->period == b->period; }))
    return std::nullopt;
  std::vector<std::uint32_t> slots;
  for (std::size_t n = 0; n < ours.size(); ++n) {
    const Column& one = *ours[n]->exact;
    const Column& two = *theirs[n]->exact;
    if (&one == &two) continue;
    const std::size_t chunks = std::max(one.chunks().size(), two.chunks().size());
    for (std::size_t c = 0; c < chunks; ++c)
      if (one.chunk(c) != two.chunk(c))
        compare(one.chunk(c), two.chunk(c), static_cast<std::uint32_t>(c * Chunk::cells), slots);
  }
  std::ranges::sort(slots);
  slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
  return slots;
}

}  // namespace nucong::rollup
