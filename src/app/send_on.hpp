// A unit hands its branch up: 18 of 20 are in, and those who are missing are named.
#pragma once

#include "app/report_work.hpp"
#include "report/collection.hpp"

namespace nucong::app {

struct SendOn {
  std::string unit;
  Period period;
  std::string form;             ///< whose collection is sent on; empty: the one asked of the unit itself
  report::Version version = 0;  ///< of the unit's own report, which goes along; 0: it has none
};

struct SentOn {
  Sequence sequence = 0;
  report::Counts counts;
  std::vector<std::string> silent;  ///< codes, in the order of the tree of the period's last day
  report::Standing standing;        ///< of the unit's own report, after it
};

/// The counts of that moment are kept with the step, as its note: "18/20; A1 A2". One act with `also`. Needs
/// send_report at the unit itself. Errors: `scope.exceeded`, `token.read_only`; `unit.*` unless the unit
/// stood on the period's last day; `form.unknown`, `form.period_kind`; `report.signed`;
/// `report.version_moved`, `report.step_changed` if somebody was faster.
[[nodiscard]] Result<SentOn> send_on(const WorkPorts& ports, const Asker& asker, const Present& present,
                                     const SendOn& wanted, const BeforeCommit<SentOn>& also = {});

}  // namespace nucong::app
