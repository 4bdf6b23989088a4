// A nation in memory takes in what has happened since.
#pragma once

#include <span>
#include <vector>

#include "app/nation.hpp"

namespace nucong::app {

/// What a nation took in, for whoever tells others of it.
struct TakenIn {
  struct Report {
    Sequence sequence = 0;
    Slot unit;
    Period period;
  };
  struct Step {
    Sequence sequence = 0;
    Slot unit;
    Period period;
    report::StepKind kind = report::StepKind::returned;
  };
  std::vector<Act> acts;        ///< in order
  std::vector<Report> reports;  ///< that the acts brought, in their order
  std::vector<Step> steps{};    ///< likewise
};

/// The nation after the acts of the database that it does not hold yet; itself if there are none. An act is
/// in it wholly or not at all: one of which not all rows can be seen yet, and all after it, wait for the next
/// time. What was taken in is added to `taken`, if somebody wants to know. Errors: those of Reader.
[[nodiscard]] Result<Nation> followed(const Ports& ports, const Nation& nation, TakenIn* taken = nullptr);

/// The figures after these reports became the current ones, in their order. Figures that a unit's new version
/// no longer has are gone. Errors: `store.damaged` for packed figures that cannot be read.
[[nodiscard]] Result<rollup::Snapshot> with_reports(const rollup::Snapshot& figures,
                                                    std::span<const StoredReport> reports,
                                                    const Knowledge& knowledge);

}  // namespace nucong::app
