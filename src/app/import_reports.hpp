// Figures from a long table, or from a form that a unit filled.
#pragma once

#include "app/submit.hpp"

namespace nucong::app {

/// A long table: columns unit, period, element, value and optionally reason, received (a date, today if
/// empty) and by. A value of "-" takes the figure back. How numbers are written is decided by the whole file
/// (NumberReader). Rows are read and reports checked side by side, and handed over as they come, to become
/// visible as one act; one fault, and nothing of the file is kept. Errors (one, or `table.rejected` with
/// all): those of RowSource, LongSurvey, LongReader and DraftCheck; `report.version_changed` if others were
/// faster.
[[nodiscard]] Result<Submitted> import_long(const Ports& ports, const RowSource& rows, Strictness strictness);

/// True if a file is a form of ours (sheet/form.hpp) rather than a long table.
[[nodiscard]] bool looks_like_form(const RowSource& rows);

/// A filled form. Totals are worked out anew, so what stands in their cells does not matter. Errors:
/// `form.not_ours`, `form.unknown`, `form.period_kind`, `form.not_expected` (the unit's kind is not asked),
/// `form.cell_changed` for a line that the form does not have; `number.*`; then those of `submit`.
[[nodiscard]] Result<Submitted> import_form(const Ports& ports, const Table& table, const std::string& by);

}  // namespace nucong::app
