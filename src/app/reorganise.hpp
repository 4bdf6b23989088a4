// What happens to unions, decided by somebody entitled: tried out, recorded, taken back within a week.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/asker.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// So long a batch can be taken back (ux 12.7).
inline constexpr int undo_days = 7;

/// A unit that events name, before and after them; "after" is the day after the last of their dates.
struct UnitChange {
  struct Side {
    std::string name;
    std::string parent;  ///< code; empty for the root
    std::size_t units_below = 0;
  };
  std::string unit;
  std::optional<Side> before;  ///< none: does not stand
  std::optional<Side> after;
  /// Offices in force at a unit that ends: each needs an appointment elsewhere.
  std::size_t offices = 0;
};

struct Reorganisation {
  std::size_t events = 0;
  std::size_t founded = 0;
  std::size_t ended = 0;
  std::size_t standing_before = 0;
  std::size_t standing_after = 0;
  std::vector<UnitChange> changes;  ///< in the order in which the events name them, each unit once
};

/// What the events would do; nothing is recorded. Needs `reorganise` at every unit that they name and that
/// there is, at the parent of one that they found, and at the root for a founding without parent. Errors:
/// `scope.exceeded`, `token.read_only`; those of unit::History::with, `unit.kind_unknown`.
[[nodiscard]] Result<Reorganisation> rehearse(AccountStore& accounts, const Asker& asker,
                                              const Knowledge& knowledge, const unit::History& history,
                                              std::span<const unit::UnitEvent> events,
                                              const unit::History::Recorded& recorded, Date today);

/// Keeps events for good, as Store::record_events or LiveNation::record do.
using KeepEvents = std::function<Result<Sequence>(std::span<const unit::UnitEvent>)>;
/// The same, done. Errors: as above, and those of `keep`.
[[nodiscard]] Result<Sequence> reorganise(const AccountPorts& ports, const Asker& asker,
                                          const Knowledge& knowledge, const unit::History& history,
                                          std::span<const unit::UnitEvent> events, const KeepEvents& keep);

/// Takes the last batch back; how many events. Needs the same as recording it did. Errors:
/// `unit.undo_late` (params `recorded`, `days`), `unit.undo_impossible`, `scope.exceeded`,
/// `token.read_only`.
[[nodiscard]] Result<std::size_t> take_back(Store& store, const AccountPorts& ports, const Asker& asker,
                                            const unit::History& history);

}  // namespace nucong::app
