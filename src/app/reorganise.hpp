// What happens to unions, decided by somebody entitled: tried out, recorded, taken back within a week.
#pragma once

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
/// `scope.exceeded`, `token.read_only`; those of unit::History::with, `unit.kind_unknown`;
/// `unit.history_changed` if the database holds another history by now and that matters.
[[nodiscard]] Result<Reorganisation> rehearse(Reader& reader, const Asker& asker, const Knowledge& knowledge,
                                              const unit::History& history,
                                              std::span<const unit::UnitEvent> events, Date today);

/// The same, done, as one act with `also`. Errors: as above; `unit.history_changed` if anything was recorded
/// or taken back that `history` does not hold.
[[nodiscard]] Result<Sequence> reorganise(const AccountPorts& ports, const Asker& asker,
                                          const Knowledge& knowledge, const unit::History& history,
                                          std::span<const unit::UnitEvent> events,
                                          const BeforeCommit<Sequence>& also = {});

/// Takes the last batch back, as one act with `also`; how many events. Needs the same as recording it did.
/// Errors: `unit.undo_late` (params `recorded`, `days`), `unit.undo_impossible`, `scope.exceeded`,
/// `token.read_only`.
[[nodiscard]] Result<std::size_t> take_back(const AccountPorts& ports, const Asker& asker,
                                            const unit::History& history,
                                            const BeforeCommit<std::size_t>& also = {});

}  // namespace nucong::app
