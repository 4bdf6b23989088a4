// A leader signs what a report says at this moment, after which it reads the same forever; or opens it again.
#pragma once

#include "app/report_work.hpp"
#include "report/frozen.hpp"

namespace nucong::app {

struct SignReport {
  std::string unit;
  Period period;
  std::string form;             ///< whose collection is counted; empty: the one asked of the unit itself
  report::Version version = 0;  ///< the one that was looked at; 0: the unit has no figures of its own
};

struct SignedReport {
  Sequence sequence = 0;
  std::string text;
  std::string digest;
  report::Standing standing;  ///< after it
};

/// What would be signed now. Needs see_figures. Errors: `scope.exceeded`; `unit.*` unless the unit stood on
/// the period's last day; `form.unknown`, `form.period_kind`; `report.version_moved`.
[[nodiscard]] Result<report::FrozenReport> report_to_sign(const WorkPorts& ports, const Asker& asker,
                                                          const Present& present, const SignReport& wanted);

/// Freezes it and locks the report: while it is signed no new version of it is kept. One act with `also`.
/// Needs sign_and_freeze. Errors: as above; `token.read_only`; `report.nothing_sent`, `report.returned`,
/// `report.signed`; `report.step_changed` if somebody was faster.
[[nodiscard]] Result<SignedReport> sign_report(const WorkPorts& ports, const Asker& asker,
                                               const Present& present, const SignReport& wanted,
                                               const BeforeCommit<SignedReport>& also = {});

struct ReopenReport {
  std::string unit;
  Period period;
  report::Version version = 0;
  std::string reason;
};

/// The text that was signed stays. One act with `also`. Needs sign_and_freeze. Errors: `scope.exceeded`,
/// `token.read_only`, `unit.unknown`, `report.nothing_sent`, `report.not_signed`, `report.reason_missing`,
/// `report.version_moved`, `report.step_changed`.
[[nodiscard]] Result<SteppedReport> reopen_report(const WorkPorts& ports, const Asker& asker,
                                                  const Present& present, const ReopenReport& wanted,
                                                  const BeforeCommit<SteppedReport>& also = {});

}  // namespace nucong::app
