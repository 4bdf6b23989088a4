// The made-up nation that every benchmark asks its questions of: ours and the peers', so that the answers can
// be compared. Everything follows from a few whole numbers; nothing is stored, no library is needed, and the
// same call gives the same figure on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace nucong::bench {

// Grassroots unions, elements and quarters are counted from 0. Quarter 0 is the first quarter of first_year.
struct Nation {
  static constexpr std::uint32_t provinces = 34;
  static constexpr std::uint32_t targets = 20;
  static constexpr std::uint32_t first_year = 2025;
  static constexpr std::uint32_t quarters_a_year = 4;

  std::uint32_t grassroots = 125000;
  std::uint32_t elements = 2 * targets;
  std::uint32_t quarters = quarters_a_year;

  // Units of a province do not stand side by side: nobody may count on a lucky order. The first 34 units make
  // sure that no province is empty.
  static constexpr std::uint32_t province_of(std::uint32_t unit) {
    return unit < provinces ? unit : static_cast<std::uint32_t>(scatter(unit, 0, 0) % provinces);
  }

  // About 3 reports in 100 never arrive. Such a unit has no figure at all for that quarter.
  static constexpr bool reported(std::uint32_t unit, std::uint32_t quarter) {
    return scatter(unit, 0xffff, quarter) % 100 >= 3;
  }

  // A count of women, of visits, of kindergartens: about 2 % are exactly 0, 88 % below 250, 9 % up to 1,000,
  // the rest up to 4,000. It has a meaning only where the unit reported.
  static constexpr std::uint32_t value(std::uint32_t unit, std::uint32_t element, std::uint32_t quarter) {
    const std::uint64_t chance = scatter(unit, element + 1, quarter);
    const auto kind = static_cast<std::uint32_t>(chance & 127);
    const auto amount = static_cast<std::uint32_t>(chance >> 32);
    if (kind < 3) return 0;
    if (kind < 115) return 1 + amount % 249;
    if (kind < 126) return 250 + amount % 751;
    return 1001 + amount % 3000;
  }

  // A target is a ratio of two flows: the figures of a year are the sums over its quarters.
  static constexpr std::uint32_t numerator(std::uint32_t target) { return 2 * target; }
  static constexpr std::uint32_t denominator(std::uint32_t target) { return 2 * target + 1; }

  // "2025-Q1"
  static std::string period(std::uint32_t quarter) {
    return std::to_string(first_year + quarter / quarters_a_year) + "-Q" +
           std::to_string(1 + quarter % quarters_a_year);
  }

 private:
  // The finishing steps of SplitMix64: neighbours in, no pattern out.
  static constexpr std::uint64_t scatter(std::uint64_t unit, std::uint64_t element, std::uint64_t quarter) {
    std::uint64_t mixed = (unit << 32 | element << 16 | quarter) + 0x9e3779b97f4a7c15;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111eb;
    return mixed ^ mixed >> 31;
  }
};

}  // namespace nucong::bench
