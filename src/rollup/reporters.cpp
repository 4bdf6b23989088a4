#include "rollup/reporters.hpp"

#include <algorithm>
#include <bit>

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

bool is_set(const Presences& chunks, std::size_t slot) {
  const std::size_t cell = slot % Chunk::cells;
  return slot / Chunk::cells < chunks.size() &&
         ((chunks[slot / Chunk::cells][cell / 64] >> (cell % 64)) & 1U) != 0;
}

// Slots whose bit is not the same in both; a chunk that one of them lacks is empty.
template <class Visit>
void each_changed_slot(const Presences& now, const Presences& before, Visit&& visit) {
  const Chunk::Presence none{};
  for (std::size_t c = 0; c < std::max(now.size(), before.size()); ++c) {
    const auto& is = c < now.size() ? now[c] : none;
    const auto& was = c < before.size() ? before[c] : none;
    for (std::size_t word = 0; word < none.size(); ++word)
      for (std::uint64_t bits = is[word] ^ was[word]; bits != 0; bits &= bits - 1)
        visit(c * Chunk::cells + word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
  }
}

Marked::Words of_kinds(const Ground& ground, std::span<const std::string> kinds) {
  std::vector<bool> wanted;
  for (const auto kind : ground.kinds()) wanted.push_back(std::ranges::find(kinds, kind) != kinds.end());
  auto bits = Marked::none(ground.positions());
  for (std::uint32_t at = 0; at < ground.positions(); ++at)
    if (wanted[ground.kind_of()[at]]) bits[at / 64] |= std::uint64_t{1} << (at % 64);
  return bits;
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
    : expected_(before != nullptr ? before->expected_ : Marked(of_kinds(ground, kinds))) {
  const auto sheets = snapshot.sheets_within(period);
  const bool comparable = before != nullptr && before->pages_.size() == sheets.size();
  for (std::size_t i = 0; i < sheets.size(); ++i)
    pages_.push_back(page_of(sheets[i], comparable ? &before->pages_[i] : nullptr));
  auto bits = comparable ? before->reported_.words() : Marked::none(ground.positions());
  const auto mark = [&](std::size_t slot) {
    const std::uint32_t at =
        slot < ground.tree().history().size() ? ground.tree().position(Slot(slot)) : unit::Tree::nowhere;
    if (at == unit::Tree::nowhere) return;
    const std::uint64_t bit = std::uint64_t{1} << (at % 64);
    const bool counts = anybody(slot) && (expected_.words()[at / 64] & bit) != 0;
    bits[at / 64] = counts ? bits[at / 64] | bit : bits[at / 64] & ~bit;
  };
  for (std::size_t i = 0; i < pages_.size(); ++i)
    each_changed_slot(pages_[i].anybody, comparable ? before->pages_[i].anybody : Presences{}, mark);
  reported_ = Marked(std::move(bits));
}

bool Reporters::anybody(std::size_t slot) const {
  return std::ranges::any_of(pages_, [&](const Page& page) { return is_set(page.anybody, slot); });
}

std::vector<std::uint32_t> Reporters::silent(unit::Run run) const {
  std::vector<std::uint32_t> found;
  for (std::uint32_t at = run.begin; at < run.end; ++at) {
    const std::uint64_t silent = expected_.words()[at / 64] & ~reported_.words()[at / 64];
    if (((silent >> (at % 64)) & 1U) != 0) found.push_back(at);
  }
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
