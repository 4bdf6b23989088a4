// What every use case of people's work on reports needs: its ports, and which report it is about.
#pragma once

#include <string>
#include <vector>

#include "app/asker.hpp"
#include "app/nation.hpp"

namespace nucong::app {

/// Where a nation is kept in memory, whoever did something through them lets it follow.
struct WorkPorts {
  Database& database;
  Clock& clock;
  Secrets& secrets;
};

/// One report, as the nation knows it.
struct ReportAt {
  Slot unit;
  std::string code;
  Period period;
  report::Standing standing;
  const report::Form* form = nullptr;  ///< asked of such a unit for such a period; null if none is
};

/// Errors: `unit.unknown`.
[[nodiscard]] Result<ReportAt> report_at(const Present& present, const std::string& unit,
                                         const Period& period);

/// The form of that code, or the one that is asked of the report's unit where `code` is empty. Errors:
/// `form.unknown`, `form.period_kind`.
[[nodiscard]] Result<const report::Form*> form_of(const Present& present, const ReportAt& at,
                                                  const std::string& code);

/// The unit's figure as the nation holds it; none where it was not reported.
[[nodiscard]] std::optional<Decimal> figure_at(const Present& present, Slot unit, const Period& period,
                                               indicator::Series series);

/// The name under which the asker's work is kept.
[[nodiscard]] std::string name_of(const Asker& asker);

/// What the audit log is told of what the asker does to a report.
[[nodiscard]] AuditNote work_note(const WorkPorts& ports, const Asker& asker, std::string deed,
                                  const ReportAt& at, std::string summary);

/// A step that the asker is about to take: checked against what stands (report::check_step). The note is made
/// NFC. Errors: those of check_step, `text.not_utf8`.
struct WantedStep {
  report::StepKind kind = report::StepKind::returned;
  report::Version version = 0;
  std::string note;
  std::vector<std::string> cells = {};
};
[[nodiscard]] Result<report::Step> next_step(const WorkPorts& ports, const Asker& asker, const ReportAt& at,
                                             WantedStep wanted);

/// What came of a step.
struct SteppedReport {
  Sequence sequence = 0;
  report::Standing standing;  ///< after it
};

/// Takes a step of `next_step`, with the note about it, as one act. Errors: `report.version_moved`,
/// `report.step_changed` if somebody was faster; those of Database and `also`.
[[nodiscard]] Result<SteppedReport> take_step(const WorkPorts& ports, const Present& present,
                                              const ReportAt& at, const report::Step& step,
                                              const AuditNote& note, const BeforeCommit<SteppedReport>& also);

}  // namespace nucong::app
