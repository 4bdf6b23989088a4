// Everything that is asked about, in memory: units, figures, targets, where reports stand.
#pragma once

#include <memory>
#include <vector>

#include "app/ports.hpp"
#include "report/standings.hpp"
#include "rollup/atlas.hpp"
#include "unit/history.hpp"

namespace nucong::app {

/// One consistent state: a reader's view of everything. Immutable; cheap to copy.
struct Nation {
  Sequence sequence = 0;  ///< of the last act that is in it
  unit::History history;
  rollup::Snapshot figures;
  std::shared_ptr<const std::vector<target::Directive>> directives;
  std::shared_ptr<const std::vector<target::Goal>> goals;
  report::Standings standings;
  /// In order of recording.
  std::shared_ptr<const std::vector<report::Extension>> extensions =
      std::make_shared<const std::vector<report::Extension>>();
};

/// What a question is put to.
struct Present {
  const Nation& nation;
  const Knowledge& knowledge;
  rollup::Atlas& atlas;  ///< what earlier questions left, and this one will leave
  Date today;
};

/// Units, targets and extensions; no reports yet. Errors: those of Reader.
[[nodiscard]] Result<Nation> load_units_and_targets(const Ports& ports);

/// Units and the figures of [from, to]; directives only if one is asked for; nothing else. Errors: those of
/// Reader.
[[nodiscard]] Result<Nation> load_units_and_figures(const Ports& ports, Date from, Date to,
                                                    const std::string& directive);

/// All of it. Errors: those of Reader.
[[nodiscard]] Result<Nation> load_nation(const Ports& ports);

/// The figures of all reports whose period touches [from, to]. Errors: those of Reader.
[[nodiscard]] Result<rollup::Snapshot> load_figures(const Ports& ports, Date from, Date to);

}  // namespace nucong::app
