// Who may fill a report in: the unit itself, or the unit above where it is silent.
#pragma once

#include "app/report_work.hpp"

namespace nucong::app {

/// Stands in StoredReport::by and SavedDraft::by before the name of whoever typed in for a silent unit.
/// Stored: do not change.
inline constexpr std::string_view typed_for = "nhập thay: ";

/// The name under which the asker fills the report in: their own at the unit itself (`deed`: draft_report or
/// send_report), after `typed_for` with the deed type_for_silent. A unit is silent while it has no report but
/// what was typed for it. Errors: `scope.exceeded`, `token.read_only`, `report.not_silent`; `report.signed`.
[[nodiscard]] Result<std::string> typist(const WorkPorts& ports, const Asker& asker, account::Deed deed,
                                         const Present& present, const ReportAt& at);

}  // namespace nucong::app
