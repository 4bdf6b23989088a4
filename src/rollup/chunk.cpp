#include "rollup/chunk.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include "rollup/vectorised.hpp"

namespace nucong::rollup {

namespace {

// A block of amounts of up to two bytes sums up in four bytes, which halves the work of a lane.
template <class Amount>
using SumOf = std::conditional_t<(sizeof(Amount) <= 2), std::uint32_t, std::int64_t>;

template <class Amount>
NUCONG_VECTORISED std::int64_t sum_of(const Amount* cell, std::size_t count) {
  SumOf<Amount> sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += cell[i];
  return sum;
}

NUCONG_VECTORISED std::uint32_t bits_in(const std::uint64_t* word, std::size_t count) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < count; ++i) bits += static_cast<std::uint32_t>(std::popcount(word[i]));
  return bits;
}

template <class Amounts>
void put(Amounts& amounts, Chunk::Presence& presence, const CellChange& change) {
  const std::size_t at = change.cell % Chunk::cells;
  amounts[at] = static_cast<typename Amounts::value_type>(change.amount.value_or(0));
  put_bit(presence, at, change.amount.has_value());
}

}  // namespace

template <class Amount>
struct Packed final : Chunk {
  Packed(Width width, const Amounts& amounts, const Presence& presence) : Chunk(width, presence) {
    for (std::size_t i = 0; i < cells; ++i) cell[i] = static_cast<Amount>(amounts[i]);
    add_up();
  }
  Packed(const Packed& before, std::span<const CellChange> changes) : Chunk(before), cell(before.cell) {
    for (const auto& change : changes) put(cell, presence_, change);
    add_up();
  }

  void add_up() {
    count_ = bits_in(presence_.data(), presence_.size());
    sum_ = 0;
    for (std::size_t b = 0; b < before_block_.size(); ++b) {
      before_block_[b] = sum_;
      sum_ += sum_of(cell.data() + b * block, block);
    }
  }

  std::array<Amount, cells> cell;
};

namespace {

template <class Amount>
NUCONG_VECTORISED void add_cells(const Amount* cell, std::int64_t* sum, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) sum[i] += cell[i];
}

// All bits that are set in any amount: tells the width they need. The sign bit makes it the widest.
NUCONG_VECTORISED std::uint64_t bits_used(const std::int64_t* amount, std::size_t count) {
  std::uint64_t used = 0;
  for (std::size_t i = 0; i < count; ++i) used |= static_cast<std::uint64_t>(amount[i]);
  return used;
}

}  // namespace

Chunk::Chunk(Width width, const Presence& presence) : presence_(presence), width_(width) {}

std::shared_ptr<const Chunk> Chunk::of(const Amounts& amounts, const Presence& presence) {
  if (std::ranges::all_of(presence, [](std::uint64_t word) { return word == 0; })) return nullptr;
  const std::uint64_t used = bits_used(amounts.data(), amounts.size());
  if (used <= std::numeric_limits<std::uint8_t>::max())
    return std::make_shared<const Packed<std::uint8_t>>(Width::one, amounts, presence);
  if (used <= std::numeric_limits<std::uint16_t>::max())
    return std::make_shared<const Packed<std::uint16_t>>(Width::two, amounts, presence);
  if (used <= std::numeric_limits<std::uint32_t>::max())
    return std::make_shared<const Packed<std::uint32_t>>(Width::four, amounts, presence);
  return std::make_shared<const Packed<std::int64_t>>(Width::eight, amounts, presence);
}

template <class Visit>
auto Chunk::with_cells(Visit&& visit) const {
  switch (width_) {
    case Width::one:
      return visit(static_cast<const Packed<std::uint8_t>&>(*this).cell);
    case Width::two:
      return visit(static_cast<const Packed<std::uint16_t>&>(*this).cell);
    case Width::four:
      return visit(static_cast<const Packed<std::uint32_t>&>(*this).cell);
    case Width::eight:
      break;
  }
  return visit(static_cast<const Packed<std::int64_t>&>(*this).cell);
}

bool Chunk::fits(std::span<const CellChange> changes) const {
  return with_cells([&]<class Amount>(const std::array<Amount, cells>&) {
    return std::ranges::all_of(
        changes, [](const CellChange& change) { return std::in_range<Amount>(change.amount.value_or(0)); });
  });
}

std::shared_ptr<const Chunk> Chunk::edited(const Chunk* before, std::span<const CellChange> changes) {
  if (before != nullptr && before->fits(changes)) {
    const auto made = before->with_cells([&]<class Amount>(const std::array<Amount, cells>&) {
      return std::shared_ptr<const Chunk>(
          std::make_shared<const Packed<Amount>>(static_cast<const Packed<Amount>&>(*before), changes));
    });
    return made->count() == 0 ? nullptr : made;
  }
  Amounts amounts{};
  Presence presence{};
  if (before != nullptr) {
    before->unpack(amounts);
    presence = before->presence_;
  }
  for (const auto& change : changes) put(amounts, presence, change);
  return of(amounts, presence);
}

Chunk::Presence Chunk::differences(const Chunk& other) const {
  Presence differing;
  for (std::size_t word = 0; word < differing.size(); ++word)
    differing[word] = presence_[word] ^ other.presence_[word];
  const auto compare = [&](const auto& ours, const auto& theirs) {
    // Eight bytes at a time say whether any of their cells differ; nearly none do.
    constexpr std::size_t step = 8 / sizeof ours[0];
    for (std::size_t at = 0; at < cells; at += step) {
      if (std::memcmp(&ours[at], &theirs[at], 8) == 0) continue;
      for (std::size_t i = at; i < at + step; ++i)
        differing[i / 64] |= std::uint64_t{ours[i] != theirs[i]} << (i % 64);
    }
  };
  if (width_ == other.width_) {
    with_cells([&]<class Amount>(const std::array<Amount, cells>& ours) {
      compare(ours, static_cast<const Packed<Amount>&>(other).cell);
    });
    return differing;
  }
  Amounts ours, theirs;
  unpack(ours);
  other.unpack(theirs);
  compare(ours, theirs);
  return differing;
}

std::int64_t Chunk::amount(std::size_t cell) const {
  return with_cells([&](const auto& amounts) { return static_cast<std::int64_t>(amounts[cell]); });
}

void Chunk::unpack(Amounts& into) const {
  with_cells([&](const auto& amounts) { std::ranges::copy(amounts, into.begin()); });
}

void Chunk::add_to(std::span<std::int64_t, cells> sums) const {
  with_cells([&](const auto& amounts) { add_cells(amounts.data(), sums.data(), cells); });
}

std::int64_t Chunk::sum_before(std::size_t end) const {
  const std::size_t first = end / block * block;
  return before_block_[end / block] +
         with_cells([&](const auto& amounts) { return sum_of(amounts.data() + first, end - first); });
}

std::uint32_t Chunk::count_before(std::size_t end) const {
  const std::uint32_t whole_words = bits_in(presence_.data(), end / 64);
  if (end % 64 == 0) return whole_words;
  const std::uint64_t rest = presence_[end / 64] << (64 - end % 64);
  return whole_words + bits_in(&rest, 1);
}

std::size_t Chunk::bytes() const {
  return with_cells([](const auto& amounts) { return sizeof(Chunk) + sizeof amounts; });
}

}  // namespace nucong::rollup
