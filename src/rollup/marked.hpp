// A mark for some of a tree's units.
#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rollup/chunk.hpp"
#include "unit/tree.hpp"

namespace nucong::rollup {

/// A bit for every position, in whole chunks, with running counts: the marked units of a branch are the
/// difference of two. Immutable.
class Marked {
 public:
  using Words = std::vector<std::uint64_t>;  ///< bits.hpp

  /// No bit set, for so many positions.
  [[nodiscard]] static Words none(std::uint32_t positions) {
    return Words((positions + Chunk::cells - 1) / Chunk::cells * (Chunk::cells / 64));
  }

  Marked() : Marked(Words{}) {}
  explicit Marked(Words words) : words_(std::move(words)) {
    before_.reserve(words_.size() + 1);
    std::uint32_t count = 0;
    for (const auto word : words_) {
      before_.push_back(count);
      count += static_cast<std::uint32_t>(std::popcount(word));
    }
    before_.push_back(count);
  }

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] std::uint32_t count(unit::Run run) const { return before(run.end) - before(run.begin); }
  [[nodiscard]] std::size_t bytes() const {
    return words_.size() * sizeof(words_[0]) + before_.size() * sizeof(before_[0]);
  }

 private:
  [[nodiscard]] std::uint32_t before(std::uint32_t position) const {
    const std::size_t word = position / 64;
    if (position % 64 == 0) return before_[word];
    return before_[word] + static_cast<std::uint32_t>(std::popcount(words_[word] << (64 - position % 64)));
  }

  Words words_;
  std::vector<std::uint32_t> before_;  // by word, and of all at the end
};

/// How many of a set there are in several parts of the tree; none of them touches another.
template <class Set>
[[nodiscard]] std::uint32_t count_in(const Set& set, std::span<const unit::Run> runs) {
  std::uint32_t count = 0;
  for (const auto run : runs) count += set.count(run);
  return count;
}

}  // namespace nucong::rollup
