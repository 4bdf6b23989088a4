// What every use case of people's work on reports needs: its ports, and which report it is about.
#pragma once

#include <string>
#include <vector>

#include "app/asker.hpp"
#include "app/nation.hpp"
#include "app/work_store.hpp"

namespace nucong::app {

/// In a server these are connections of their own beside that of the living nation, used by one thread at a
/// time; whoever did something through them lets the nation follow.
struct WorkPorts {
  Store& store;  ///< read only: versions of one report
  WorkStore& work;
  AccountStore& accounts;
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

/// Tells the audit log what the asker has done. Errors: those of Store.
[[nodiscard]] Result<> note_work(const WorkPorts& ports, const Asker& asker, const std::string& deed,
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

}  // namespace nucong::app
