// The units and the live columns of a stretch of time, as loaded from the store.
#pragma once

#include "app/ports.hpp"
#include "rollup/columns.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// One consistent state: a reader's view of everything.
struct Nation {
  unit::History history;
  rollup::Snapshot figures;
};

/// Units, and the figures of all reports whose period touches [from, to]. Errors: those of Store.
[[nodiscard]] Result<Nation> load_nation(const Ports& ports, Date from, Date to);

}  // namespace nucong::app
