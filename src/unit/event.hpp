// What happens to unions: the facts from which every tree is computed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/decimal.hpp"

namespace nucong::unit {

/// Spelled as in files and in the database: do not rename.
enum class EventKind : std::uint8_t { found, rename, move, merge, split, close };

[[nodiscard]] std::string_view name_of(EventKind kind);
/// Errors: `unit.event_unknown`.
[[nodiscard]] Result<EventKind> parse_event_kind(std::string_view text);

/// One decision about one unit, effective from the start of `date`: intervals of a unit's life are [from,
/// to).
///
/// | kind   | takes                          | meaning |
/// | ---    | ---                            | --- |
/// | found  | parent, name, unit_kind        | the unit begins; no parent: it is the root |
/// | rename | name and/or unit_kind          | the same unit under a new name or of a new kind |
/// | move   | parent                         | the unit with its branch comes under another parent |
/// | merge  | into                           | the unit ends; its past and its children go to `into` |
/// | split  | into, share (may be unknown)   | one row per successor; the unit ends unless it is its own
/// successor | | close  | -                              | the unit ends without successor |
struct UnitEvent {
  Date date{};
  EventKind kind = EventKind::found;
  std::string unit;    ///< code; letters, digits and . _ - /, at most 64 bytes
  std::string into;    ///< code of the successor
  std::string parent;  ///< code of the parent
  std::string name;
  std::string unit_kind;         ///< code of catalogue/kinds.toml; may be empty at a founding (see History)
  std::optional<Decimal> share;  ///< of the unit's past, 0 to 1; the shares of a split sum to 1 at most
  std::string decision;          ///< number of the deciding paper, as printed
  Place place;                   ///< where the event was read from; empty for one that is stored

  /// Same fact, wherever it was read.
  [[nodiscard]] bool same_as(const UnitEvent& other) const;
};

}  // namespace nucong::unit
