#include "rollup/column.hpp"

#include <algorithm>
#include <utility>

namespace nucong::rollup {
std::optional<std::int64_t> Column::at(std::uint32_t cell) const {
  const Chunk* found = chunk(cell / Chunk::cells);
  if (found == nullptr || !found->present(cell % Chunk::cells)) return std::nullopt;
  return found->amount(cell % Chunk::cells);
}

Column Column::with(std::span<const CellChange> changes) const {
  std::vector<CellChange> order(changes.begin(), changes.end());
  std::ranges::stable_sort(order, {}, &CellChange::cell);
  Column next = *this;
  for (auto from = order.begin(); from != order.end();) {
    const std::size_t index = from->cell / Chunk::cells;
    const auto to =
        std::find_if(from, order.end(), [&](const CellChange& c) { return c.cell / Chunk::cells != index; });
    if (index >= next.chunks_.size()) next.chunks_.resize(index + 1);
    next.chunks_[index] = Chunk::edited(chunk(index), {from, to});
    from = to;
  }
  return next;
}

std::size_t Column::bytes() const {
  std::size_t sum = sizeof(Column) + chunks_.size() * sizeof(chunks_[0]);
  for (const auto& chunk : chunks_)
    if (chunk) sum += chunk->bytes();
  return sum;
}

void ColumnWriter::turn_to(std::size_t chunk) {
  seal();
  open_ = chunk;
}

void ColumnWriter::seal() {
  auto sealed = Chunk::of(amounts_, presence_);
  if (!sealed) return;
  chunks_.resize(open_ + 1);
  chunks_[open_] = std::move(sealed);
  amounts_.fill(0);
  presence_.fill(0);
}

Column ColumnWriter::finish() {
  seal();
  open_ = 0;
  next_ = 0;
  return Column(std::exchange(chunks_, {}));
}

LooseCells::LooseCells(std::size_t cells) {
  const std::size_t chunks = (cells + Chunk::cells - 1) / Chunk::cells;
  amounts_.resize(chunks * Chunk::cells);
  presence_.resize(chunks * Chunk::cells / 64);
}

void LooseCells::add(std::size_t chunk, const Chunk& more) {
  more.add_to(std::span<std::int64_t, Chunk::cells>(amounts_.data() + chunk * Chunk::cells, Chunk::cells));
  std::uint64_t* const word = presence_.data() + chunk * more.presence().size();
  for (std::size_t i = 0; i < more.presence().size(); ++i) word[i] |= more.presence()[i];
}

void LooseCells::add(const LooseCells& more) {
  ENSURE(more.amounts_.size() == amounts_.size());
  for (std::size_t i = 0; i < amounts_.size(); ++i) amounts_[i] += more.amounts_[i];
  for (std::size_t i = 0; i < presence_.size(); ++i) presence_[i] |= more.presence_[i];
}

Column LooseCells::packed() const {
  std::vector<std::shared_ptr<const Chunk>> packed(chunks());
  Chunk::Amounts amounts;
  Chunk::Presence bits;
  for (std::size_t i = 0; i < packed.size(); ++i) {
    std::copy_n(presence_.begin() + static_cast<std::ptrdiff_t>(i * bits.size()), bits.size(), bits.begin());
    if (std::ranges::all_of(bits, [](std::uint64_t word) { return word == 0; })) continue;
    std::copy_n(amounts_.begin() + static_cast<std::ptrdiff_t>(i * amounts.size()), amounts.size(),
                amounts.begin());
    packed[i] = Chunk::of(amounts, bits);
  }
  // A column is short where no later chunk has a cell; one without any is empty.
  while (!packed.empty() && !packed.back()) packed.pop_back();
  return Column(std::move(packed));
}

}  // namespace nucong::rollup
