#include "rollup/reporters.hpp"

#include <algorithm>
#include <functional>

namespace nucong::rollup {
namespace {

// Whether a chunk of slots is made of the very same chunks in both sheets.
bool same_chunks(const Sheet& one, const Sheet& two, std::size_t chunk) {
  return std::ranges::equal(one, two, [&](const auto& a, const auto& b) {
    return a.first == b.first && a.second->chunk(chunk) == b.second->chunk(chunk);
  });
}

Chunk::Presence anybody_in(const Sheet& sheet, std::size_t chunk) {
  Chunk::Presence anybody{};
  for (const auto& [series, column] : sheet)
    if (const Chunk* cells = column->chunk(chunk))
      for (std::size_t word = 0; word < anybody.size(); ++word) anybody[word] |= cells->presence()[word];
  return anybody;
}

using Presences = std::vector<Chunk::Presence>;

bool is_present(const Presences& chunks, std::size_t slot) {
  return slot / Chunk::cells < chunks.size() && is_set(chunks[slot / Chunk::cells], slot % Chunk::cells);
}

// Slots whose bit is not the same in both; a chunk that one of them lacks is empty.
template <class Visit>
void each_changed_slot(const Presences& now, const Presences& before, Visit&& visit) {
  const Chunk::Presence none{};
  for (std::size_t c = 0; c < std::max(now.size(), before.size()); ++c) {
    const auto& is = c < now.size() ? now[c] : none;
    const auto& was = c < before.size() ? before[c] : none;
    Chunk::Presence changed;
    std::ranges::transform(is, was, changed.begin(), std::bit_xor{});
    each_set(changed, [&](std::size_t cell) { visit(c * Chunk::cells + cell); });
  }
}

}  // namespace

Reporters::Page Reporters::page_of(std::shared_ptr<const Sheet> sheet, const Page* before) {
  if (before != nullptr && before->sheet == sheet) return *before;
  std::size_t chunks = 0;
  for (const auto& [series, column] : *sheet) chunks = std::max(chunks, column->chunks().size());
  Page page{std::move(sheet), std::vector<Chunk::Presence>(chunks)};
  for (std::size_t c = 0; c < chunks; ++c)
    page.anybody[c] =
        before != nullptr && c < before->anybody.size() && same_chunks(*page.sheet, *before->sheet, c)
            ? before->anybody[c]
            : anybody_in(*page.sheet, c);
  return page;
}

Reporters::Reporters(const Snapshot& snapshot, const Period& period, const Ground& ground,
                     std::span<const std::string> kinds, const Reporters* before)
    : expected_(before != nullptr ? before->expected_ : Marked(ground.of_kinds(kinds))) {
  const auto sheets = snapshot.sheets_within(period);
  const bool comparable = before != nullptr && before->pages_.size() == sheets.size();
  for (std::size_t i = 0; i < sheets.size(); ++i)
    pages_.push_back(page_of(sheets[i], comparable ? &before->pages_[i] : nullptr));
  auto bits = comparable ? before->reported_.words() : Marked::none(ground.positions());
  const auto mark = [&](std::size_t slot) {
    const std::uint32_t at =
        slot < ground.tree().history().size() ? ground.tree().position(Slot(slot)) : unit::Tree::nowhere;
    if (at == unit::Tree::nowhere) return;
    put_bit(bits, at, anybody(slot) && is_set(expected_.words(), at));
  };
  for (std::size_t i = 0; i < pages_.size(); ++i)
    each_changed_slot(pages_[i].anybody, comparable ? before->pages_[i].anybody : Presences{}, mark);
  reported_ = Marked(std::move(bits));
}

bool Reporters::anybody(std::size_t slot) const {
  return std::ranges::any_of(pages_, [&](const Page& page) { return is_present(page.anybody, slot); });
}

std::vector<std::uint32_t> Reporters::silent(unit::Run run) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t at = run.begin; at < run.end; ++at)
    if (is_set(expected_.words(), at) && !is_set(reported_.words(), at)) found.push_back(at);
  return found;
}

bool Reporters::reads(const Snapshot& snapshot, const Period& period) const {
  return std::ranges::equal(pages_, snapshot.sheets_within(period), {}, &Page::sheet);
}

std::size_t Reporters::bytes() const {
  std::size_t sum = sizeof *this + expected_.bytes() + reported_.bytes();
  for (const auto& page : pages_) sum += page.anybody.size() * sizeof(Chunk::Presence);
  return sum;
}

}  // namespace nucong::rollup
