// What was filled in is sent: checked as every report is, and kept as its next version.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

struct SendReport {
  std::string unit;
  Period period;
  std::uint32_t revision = 0;  ///< of the draft that was looked at
};

struct SentReport {
  report::Version version = 0;  ///< the current one
  bool unchanged = false;       ///< it says what was sent already: no new version
  Sequence sequence = 0;        ///< of the act that brought it; 0 if unchanged
  report::Standing standing;    ///< of the report now
};

/// Sends the saved draft and lets go of it, as one act with `also`. Boxes of the form that are empty take
/// back what was sent in them; figures that the form does not ask stay. Sending again what was sent changes
/// nothing and is no error: a telephone without signal may not know; it is no act and leaves `also` alone.
/// Errors: those of `typist` with send_report; `unit.unknown`; `report.empty` if there is neither draft nor
/// report; `draft.changed` if another draft than that looked at is there, or somebody saved meanwhile;
/// `report.version_changed` if it was begun on a version that is no longer the current one; those of
/// DraftCheck at the code of the cell, of several `report.rejected` (param `count`) with them as causes;
/// those of Writer::submit and `also`.
[[nodiscard]] Result<SentReport> send_report(const WorkPorts& ports, const Asker& asker,
                                             const Present& present, const SendReport& wanted,
                                             const BeforeCommit<SentReport>& also = {});

}  // namespace nucong::app
