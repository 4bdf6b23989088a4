// The unit above looks at a report: gives it back, or accepts it.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

struct ReturnReport {
  std::string unit;
  Period period;
  report::Version version = 0;  ///< the one that was looked at
  std::string reason;
  std::vector<std::string> cells;  ///< codes of what is to be looked at again; empty: the whole report
};

/// One act with `also`. Errors: `scope.exceeded` without the deed review_report, `token.read_only`;
/// `unit.unknown`; `report.nothing_sent`, `report.reason_missing`, `report.cell_unknown`;
/// `report.version_moved`, `report.step_changed` if somebody was faster.
[[nodiscard]] Result<SteppedReport> return_report(const WorkPorts& ports, const Asker& asker,
                                                  const Present& present, const ReturnReport& wanted,
                                                  const BeforeCommit<SteppedReport>& also = {});

struct AcceptReport {
  std::string unit;
  Period period;
  report::Version version = 0;  ///< the one that was looked at
  std::string note;             ///< may be empty
};

/// Errors: as above, but for the reason and the cells.
[[nodiscard]] Result<SteppedReport> accept_report(const WorkPorts& ports, const Asker& asker,
                                                  const Present& present, const AcceptReport& wanted,
                                                  const BeforeCommit<SteppedReport>& also = {});

}  // namespace nucong::app
