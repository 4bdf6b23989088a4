// A form as a spreadsheet: written for a unit to fill, and read when it comes back.
#pragma once

#include <string>

#include "base/table.hpp"
#include "report/filled_form.hpp"
#include "report/form_sheet.hpp"

namespace nucong::sheet {

/// The bytes of an .xlsx with one sheet for A4 portrait: the form's title, code, unit and period, then a line
/// for each of `form.lines` with last period's value, a box to fill and a box for a reason. The boxes are the
/// only unlocked cells (there is no password); totals are formulas whose value is already worked out. Writes
/// a temporary file on the way, readable by this user only. Errors: `file.unwritable`.
[[nodiscard]] Result<std::string> write_form(const report::FormSheet& form);

/// A form that somebody filled: finds the labels and the heading row wherever in the first 100 rows they were
/// moved to. Lines without a code (headings) are left out; totals are among the lines, as they stood. Numbers
/// are not read here: a box may hold "1.234" typed as text. Errors: `form.not_ours` with param `label`, the
/// first one missing.
[[nodiscard]] Result<report::FilledForm> read_form(const Table& table);

}  // namespace nucong::sheet
