// Chance that falls the same on every machine and in every run: splitmix64, whole numbers only.
#pragma once

#include <cstdint>
#include <string_view>

namespace nucong::demo {

/// One stream of throws, told apart by what it is thrown for: a unit, a period, a purpose.
class Dice {
 public:
  explicit constexpr Dice(std::uint64_t seed) : state_(seed) {}
  constexpr Dice(std::uint64_t seed, std::uint64_t period, std::uint64_t purpose = 0)
      : state_(mixed(mixed(seed ^ (period * golden)) + purpose)) {}

  constexpr std::uint64_t next() { return mixed(state_ += golden); }
  /// 0 to n - 1; n at least 1.
  constexpr std::int64_t below(std::int64_t n) {
    return static_cast<std::int64_t>(((next() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
  }
  /// Both ends included.
  constexpr std::int64_t between(std::int64_t low, std::int64_t high) { return low + below(high - low + 1); }
  /// True in so many of a thousand throws.
  constexpr bool happens(std::int64_t permille) { return below(1000) < permille; }

 private:
  static constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
  static constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

/// A text as a seed (FNV-1a): a unit throws the same by its code, however many others there are.
[[nodiscard]] constexpr std::uint64_t seed_of(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

}  // namespace nucong::demo
