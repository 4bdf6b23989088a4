// Units come in: a list of units, or what happened to them.
#pragma once

#include "app/ports.hpp"
#include "unit/history.hpp"

namespace nucong::app {

enum class Commit : std::uint8_t {
  yes,
  no  ///< a rehearsal: everything is checked and counted, nothing is kept
};

/// What a file of units did or would do.
struct UnitsRecorded {
  std::size_t events = 0;
  std::size_t founded = 0;
  std::size_t ended = 0;
  std::size_t standing = 0;  ///< on the last date of the file, afterwards
  Date last_date{};
};

/// All units with their history. Errors: those of Reader and `store.damaged` if stored events do not replay.
[[nodiscard]] Result<unit::History> load_history(Reader& reader);

/// A list: columns code, name, kind, parent, from and optionally to. Rows may stand in any order.
/// Errors, at their line, all at once where they do not follow from each other: `table.*`,
/// `unit.kind_unknown`, `date.*`, `unit.interval_empty`, `unit.cycle`, `unit.code_taken`; then those of
/// unit::History::replay.
[[nodiscard]] Result<UnitsRecorded> import_units(const Ports& ports, const Table& table, Commit commit);

/// What happened: columns date, event, unit, into, parent, name, share, decision and optionally kind.
/// Errors: as above, and `unit.event_unknown`, `unit.share_malformed`.
[[nodiscard]] Result<UnitsRecorded> record_unit_events(const Ports& ports, const Table& table, Commit commit);

/// Checks events against what is stored and records them as one act.
[[nodiscard]] Result<UnitsRecorded> record_events(const Ports& ports,
                                                  const std::vector<unit::UnitEvent>& events, Commit commit);

/// Takes the last recorded file of units or events back, whenever that was. Errors: `unit.undo_impossible`.
[[nodiscard]] Result<UnitsRecorded> undo_units(const Ports& ports);

}  // namespace nucong::app
