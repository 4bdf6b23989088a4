// The text of a report that is signed: what its signature vouches for, byte for byte.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/decimal.hpp"
#include "report/submission.hpp"

namespace nucong::report {

/// SHA-256 as 64 hexadecimal digits.
using Digest = std::function<std::string(std::string_view)>;

/// Everything that a signed report says. Lists stand in the order in which they are given.
struct FrozenReport {
  struct Total {
    std::string series;  ///< code
    Decimal value;
  };
  struct Included {
    std::string unit;  ///< code
    Version version = 0;
  };

  std::string unit;  ///< code
  std::string name;  ///< on the tree's day
  std::string form;  ///< code
  Period period;
  Date tree_day{};
  std::uint64_t sequence = 0;       ///< the last act that the figures hold
  Version version = 0;              ///< of the unit's own report; 0: none
  std::string figures;              ///< packed, of that version
  std::string reasons;              ///< packed, of that version
  std::vector<Total> totals;        ///< of the unit with all below it
  std::uint32_t expected = 0;       ///< reports, in the branch
  std::uint32_t received = 0;       ///< of those
  std::vector<std::string> silent;  ///< codes of those expected and not received
  std::vector<Included> included;   ///< whose reports are in the totals, the unit's own too
  std::string person;               ///< who signs
  std::string role;                 ///< as spelled in the database
  Date day{};
};

/// Of more reports than this the text holds the digest of their lines instead of the lines.
inline constexpr std::size_t included_lines_max = 2000;

/// The text in the format of docs/formats/frozen-report.md: the same bytes for the same report, now and in
/// years. A signature rests on it: do not change, only begin a new version of the format.
[[nodiscard]] std::string frozen_text(const FrozenReport& report, const Digest& digest);

}  // namespace nucong::report
