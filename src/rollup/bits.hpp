// Bits in rows of words: bit i % 64 of word i / 64.
#pragma once

#include <bit>
#include <cstdint>
#include <span>

namespace nucong::rollup {

[[nodiscard]] inline bool is_set(std::span<const std::uint64_t> words, std::size_t bit) {
  return ((words[bit / 64] >> (bit % 64)) & 1U) != 0;
}

inline void put_bit(std::span<std::uint64_t> words, std::size_t bit, bool value) {
  const std::uint64_t mask = std::uint64_t{1} << (bit % 64);
  words[bit / 64] = value ? words[bit / 64] | mask : words[bit / 64] & ~mask;
}

/// Visits the bits that are set, ascending; each word is read once, before its bits are visited.
template <class Visit>
void each_set(std::span<const std::uint64_t> words, Visit&& visit) {
  for (std::size_t word = 0; word < words.size(); ++word)
    for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1)
      visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
}

}  // namespace nucong::rollup
