#include "rollup/column.hpp"

#include <unordered_map>

namespace nucong::rollup {

std::optional<std::int64_t> Column::at(Slot slot) const {
  const std::size_t chunk = slot.value / chunk_slots;
  const std::size_t offset = slot.value % chunk_slots;
  if (chunk >= chunks_.size() || !chunks_[chunk] || !chunks_[chunk]->present(offset)) return std::nullopt;
  return chunks_[chunk]->amount[offset];
}

Column Column::with(std::span<const CellChange> changes) const {
  Column next = *this;
  std::unordered_map<std::size_t, std::shared_ptr<Chunk>> opened;
  for (const auto& change : changes) {
    const std::size_t index = change.slot.value / chunk_slots;
    const std::size_t offset = change.slot.value % chunk_slots;
    auto& chunk = opened[index];
    if (!chunk) {
      const bool known = index < chunks_.size() && chunks_[index];
      chunk = known ? std::make_shared<Chunk>(*chunks_[index]) : std::make_shared<Chunk>();
      if (index >= next.chunks_.size()) next.chunks_.resize(index + 1);
      next.chunks_[index] = chunk;
    }
    const std::uint64_t bit = std::uint64_t{1} << (offset % 64);
    chunk->amount[offset] = change.amount.value_or(0);
    if (change.amount)
      chunk->present_bits[offset / 64] |= bit;
    else
      chunk->present_bits[offset / 64] &= ~bit;
  }
  return next;
}

}  // namespace nucong::rollup
